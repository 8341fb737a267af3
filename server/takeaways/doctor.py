"""What is configured, what can be reached, and what to do: the checks of `takeaways doctor`."""

from __future__ import annotations

import http.client
import json
from typing import NamedTuple
from urllib.parse import urlsplit

from .errors import TakeawaysError
from .summarize.provider import Finish, Message
from .wiring import Service

OLLAMA = "http://127.0.0.1:11434"
_SECONDS = 3.0
_SHOWN = 8
"""Models that are named; servers may have hundreds."""
_TINY = {
    "type": "object",
    "properties": {"answer": {"type": "string"}},
    "required": ["answer"],
    "additionalProperties": False,
}


class Check(NamedTuple):
    """One line of the report; `good` is None where there is nothing to be right or wrong."""

    good: bool | None
    name: str
    says: str


def checks(service: Service, ask_model: bool = False, ollama: str = OLLAMA) -> list[Check]:
    """All checks, in the order they are shown.

    Parameters
    ----------
    service : Service
    ask_model : bool
        Put one tiny question to the model, which costs some tokens.
    ollama : str
        Where one may run, if nothing is configured.
    """
    return [_store(service), _arxiv(service), _running(service), _model(service, ask_model, ollama)]


def _store(service: Service) -> Check:
    rows = service.cache.stats().rows
    trouble = service.database.check()
    folder = service.settings.data
    if trouble:
        return Check(
            False, "store", f"{trouble}. Summaries are not kept. Set TAKEAWAYS_DATA to a folder that can be written."
        )
    return Check(True, "store", f"{rows} rows in {folder} (TAKEAWAYS_DATA)")


def _arxiv(service: Service) -> Check:
    url = f"{service.settings.arxiv_url}/abs/1706.03762"
    try:
        service.fetcher.get(url)
    except TakeawaysError as err:
        return Check(False, "arXiv", f"{url}: {err.detail} {err.action} Files and cached papers can be read all the same.")
    return Check(True, "arXiv", f"answers at {service.settings.arxiv_url}")


def _running(service: Service) -> Check:
    settings = service.settings
    said = _json(f"http://{settings.bind}", "/healthz")
    if said is None:
        return Check(None, "service", f"is not running at {settings.bind}; `takeaways serve` starts it")
    if said == {"status": "ok"}:
        return Check(True, "service", f"runs at http://{settings.bind}")
    return Check(False, "service", f"something else answers at {settings.bind}; set TAKEAWAYS_BIND to a free port")


def _model(service: Service, ask: bool, ollama: str) -> Check:
    settings = service.settings
    if service.provider:
        return _asked(service) if ask else _listed(service)
    if settings.openai_base_url:
        return _unnamed(settings.openai_base_url)
    if settings.openai_api_key:
        return Check(None, "model", "a key is set and no model: nothing is sent. Set TAKEAWAYS_MODEL to have it write.")
    if settings.model:
        return Check(False, "model", f"{settings.model} is set, and no server: set {settings.model_missing}.")
    return _none(ollama)


def _none(ollama: str) -> Check:
    says = "none; summaries are made of the paper's own sentences, on this machine, free"
    tags = _json(ollama, "/api/tags", seconds=1.0)
    found = tags.get("models") if isinstance(tags, dict) else None
    if not isinstance(found, list):
        return Check(None, "model", says)
    names = [str(each.get("name")) for each in found if isinstance(each, dict)]
    # They come with the newest first; those that embed write nothing.
    name = next((name for name in names if "embed" not in name and "bge-" not in name), None)
    if not name:
        return Check(
            None, "model", f"{says}.\n     Ollama runs here, without a model that writes: `ollama pull` one, then ask again."
        )
    return Check(
        None,
        "model",
        f"{says}.\n     Ollama runs here. To have it write, put these two lines into .env:\n"
        f"OPENAI_BASE_URL={ollama}/v1\nTAKEAWAYS_MODEL={name}\n"
        "     It reads 4096 tokens at once, so papers are read in parts; started with OLLAMA_CONTEXT_LENGTH=32768\n"
        "     it reads more, and then TAKEAWAYS_MODEL_CONTEXT=32768 says so.",
    )


def _unnamed(base_url: str) -> Check:
    listed = _json(base_url, f"{urlsplit(base_url).path}/models")
    data = listed.get("data") if isinstance(listed, dict) else None
    names = [str(each.get("id")) for each in data if isinstance(each, dict)] if isinstance(data, list) else []
    has = f" It has: {_some(names)}." if names else ""
    return Check(False, "model", f"TAKEAWAYS_MODEL is missing: which of {base_url}'s models is to write?{has}")


def _listed(service: Service) -> Check:
    provider = service.provider
    assert provider
    at = f"{provider.model} at {provider.name}"
    try:
        names = provider.models(_SECONDS)
    except TakeawaysError as err:
        if err.code == "model_unknown":  # some servers do not list
            return Check(None, "model", f"{at} is configured; `takeaways doctor --model` asks it (some tokens).")
        return Check(False, "model", f"{at}: {err.title} {err.detail if err.detail != err.title else ''} {err.action}")
    if names and not any(name == provider.model or name.startswith(f"{provider.model}:") for name in names):
        return Check(
            False, "model", f"{provider.name} does not list {provider.model} (TAKEAWAYS_MODEL). It has: {_some(names)}."
        )
    if service.budget.left() == 0:
        again = "the embedded engine answers until midnight UTC; TAKEAWAYS_DAILY_TOKENS sets it"
        return Check(False, "model", f"{at} is there, but today's budget is spent: {_budget(service)}; {again}.")
    return Check(True, "model", f"{at} is there; {_budget(service)}. `takeaways doctor --model` asks it (some tokens).")


def _asked(service: Service) -> Check:
    provider = service.provider
    assert provider
    question = [Message("system", "You answer in JSON."), Message("user", "Answer with the word yes.")]
    try:
        for piece in provider.stream(question, schema=_TINY, schema_name="answer", most=1024):
            if isinstance(piece, Finish):
                service.budget.add(piece.tokens_in + piece.tokens_out)
                return Check(True, "model", _told(service, piece))
    except TakeawaysError as err:
        return Check(False, "model", f"{provider.model} at {provider.name}: {err.title} {err.detail} {err.action}")
    raise TakeawaysError("The answer has no end.")


def _told(service: Service, finish: Finish) -> str:
    provider = service.provider
    assert provider
    form = {"json_schema": "a schema", "json_object": "JSON in words", "text": "words only"}[finish.format]
    return (
        f"{finish.model} at {provider.name} answers, asked by {form}; {finish.tokens_in} tokens in, "
        f"{finish.tokens_out} out. "
        f"It is given {provider.context:,} tokens at once (TAKEAWAYS_MODEL_CONTEXT); {_budget(service)}."
    )


def _budget(service: Service) -> str:
    spent, daily = service.budget.spent(), service.budget.daily
    return f"{spent:,} tokens spent today" + (f" of {daily:,} (TAKEAWAYS_DAILY_TOKENS)" if daily else "")


def _some(names: list[str]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _json(address: str, path: str, seconds: float = _SECONDS) -> object:
    """What a server near by says; None where there is none, or it says no JSON."""
    parts = urlsplit(address)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    try:
        connection = kind(parts.hostname or "", parts.port, timeout=seconds)
        try:
            connection.request("GET", path)
            return json.loads(connection.getresponse().read(1_000_000))
        finally:
            connection.close()
    except (OSError, http.client.HTTPException, ValueError):
        return None
