"""What a server, the SDK and the network say went wrong -> our errors. Never with a key or a prompt in their words."""

from __future__ import annotations

import email.utils
import re
import socket
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from takeaways.errors import (
    AnswerRefused,
    ContextExceeded,
    KeyRefused,
    ModelUnknown,
    ProviderBroken,
    ProviderBusy,
    ProviderFailed,
    ProviderSlow,
    ProviderUnreachable,
    QuotaSpent,
    RequestRefused,
    TakeawaysError,
)

from .provider import Message

if TYPE_CHECKING:
    from openai import APIStatusError

_CONTEXT = re.compile(
    r"context.?length|context.?(?:window|size)|maximum context|too many (?:input )?tokens|prompt is too long|"
    r"input (?:is )?too long|exceeds? the (?:available|maximum|model)|reduce the length|token count.{0,40}exceeds",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"(?:maximum context length|context (?:window|size|length)|maximum(?: number of tokens)?(?: allowed)?)"
    r"[^0-9]{0,40}(\d{3,8})|limit(?: of| is|:)? (\d{3,8}) tokens",
    re.IGNORECASE,
)
_QUOTA = re.compile(r"insufficient.?(?:quota|balance|funds|credit)|billing|quota exceeded.{0,40}plan", re.IGNORECASE)
_NO_MODEL = re.compile(
    r"model_not_found|deploymentnotfound|model.{0,80}(?:not found|does not exist|not exist|unknown)|"
    r"(?:unknown|invalid|no such) model",
    re.IGNORECASE,
)
_FILTERED = re.compile(r"content_filter|content.?(?:management )?policy|responsibleai|safety", re.IGNORECASE)
_KEY = re.compile(r"invalid.{0,10}api.?key|incorrect api key|unauthorized|authentication", re.IGNORECASE)
_RUN = 20
"""Letters in a row that a text has by chance with no other."""
_SAID = 200
"""Letters of a server's own words that are shown."""


def said(body: object) -> str:
    """What an error body says: its message (or FastAPI's `detail`), and in a second line code, type and parameter."""
    fault = body.get("error", body) if isinstance(body, Mapping) else body
    if not isinstance(fault, Mapping):
        return fault if isinstance(fault, str) else ""
    message = fault.get("message") or fault.get("detail")
    parts = (fault.get(name) for name in ("code", "type", "param"))
    words = " ".join(message.split()) if isinstance(message, str) else ""
    return "\n".join((words, " ".join(str(part) for part in parts if isinstance(part, str | int))))


def of_status(status: int, words: str, retry_after: float | None = None) -> TakeawaysError:
    """An HTTP status and what its body says.

    Parameters
    ----------
    status : int
    words : str
        Of `said`.
    retry_after : float, optional
        Seconds.
    """
    if status == 402 or _QUOTA.search(words):
        return QuotaSpent()
    if status in (401, 403) and not _FILTERED.search(words):
        return KeyRefused(f"It answered {status}.")  # its words may repeat a part of the key
    if status in (400, 413, 422, 500) and (status == 413 or _CONTEXT.search(words)):
        error = ContextExceeded(_quoted(status, words))
        error.limit = _limit(words)
        return error
    if status in (400, 403, 422) and _FILTERED.search(words):
        return AnswerRefused("The model's server filtered the request.")
    if status == 404 or (status in (400, 422) and _NO_MODEL.search(words)):
        return ModelUnknown(_quoted(status, words))
    if status == 429:
        return ProviderBusy(_quoted(status, words), retry_after=retry_after)
    if status in (408, 504, 524):
        return ProviderSlow(_quoted(status, words))
    if 300 <= status < 400:
        return ModelUnknown(f"It answered {status}: OPENAI_BASE_URL leads elsewhere, and keys are not sent along.")
    if status < 500:
        return RequestRefused(_quoted(status, words))
    return ProviderFailed(_quoted(status, words), retry_after=retry_after)


def of_body(body: Mapping[str, Any]) -> TakeawaysError:
    """An error object that came with status 200, alone or inside a stream."""
    fault = body.get("error", body)
    code = fault.get("code") if isinstance(fault, Mapping) else None
    words = said(body)
    if isinstance(code, str) and code.isdigit():
        code = int(code)
    if isinstance(code, int) and 400 <= code < 600:
        return of_status(code, words)
    if re.search(r"rate.?limit|overloaded|too many requests", words, re.IGNORECASE):
        return ProviderBusy(_quoted(200, words))
    for status, pattern in ((402, _QUOTA), (400, _CONTEXT), (400, _FILTERED), (404, _NO_MODEL), (401, _KEY)):
        if pattern.search(words):
            return of_status(status, words)
    return ProviderFailed(_quoted(200, words))


def translated(error: Exception) -> Exception:
    """What the SDK or the network raised, as ours; what is of neither stays as it is."""
    from openai import APIConnectionError, APIStatusError, OpenAIError

    if isinstance(error, APIStatusError):
        return of_answer(error)
    if isinstance(error, APIConnectionError) or type(error).__module__.startswith(("httpx2", "httpcore2", "ssl")):
        return of_connection(error)
    return ProviderBroken() if isinstance(error, OpenAIError) else error


def of_answer(error: APIStatusError, clock: Callable[[], float] = time.time) -> TakeawaysError:
    """A refusal as the SDK raises it."""
    words = said(error.body)
    if words.lstrip().startswith("<"):
        words = "a web page"
    return of_status(error.status_code, words, retry_after(error.response.headers, clock))


def of_connection(error: BaseException) -> TakeawaysError:
    """A connection that failed, by what lies beneath."""
    causes: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in causes:
        causes.append(cause)
        cause = cause.__cause__ or cause.__context__
    names = {type(each).__name__ for each in causes}
    if any(isinstance(each, ssl.SSLError) for each in causes) or any("CERTIFICATE" in str(each) for each in causes):
        return ProviderUnreachable("Its certificate is not trusted, or it speaks no TLS: http or https in OPENAI_BASE_URL?")
    if any(isinstance(each, socket.gaierror) for each in causes):
        return ProviderUnreachable("Its name cannot be found.")
    if any(isinstance(each, ConnectionRefusedError) for each in causes) or "refused" in str(causes[-1]):
        return ProviderUnreachable("Nothing listens there.")
    if any("Timeout" in name for name in names):
        return ProviderSlow("It did not answer in time.")
    if names & {"RemoteProtocolError", "ReadError", "WriteError", "ConnectionResetError", "DecodingError"}:
        return ProviderBroken("The connection broke off.")
    return ProviderUnreachable()


def retry_after(headers: Mapping[str, str], clock: Callable[[], float] = time.time) -> float | None:
    """Seconds that an answer asks to wait: `Retry-After` in seconds or as a date, `retry-after-ms`; None without."""
    try:
        if (milliseconds := headers.get("retry-after-ms")) is not None:
            return max(float(milliseconds) / 1000, 0.0)
        value = headers.get("retry-after", "")
        if re.fullmatch(r"\d{1,9}(?:\.\d+)?", value.strip()):
            return float(value)
        return max(email.utils.parsedate_to_datetime(value).timestamp() - clock(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return None


def conceal(error: TakeawaysError, secrets: Sequence[str], prompt: Sequence[Message]) -> None:
    """Take a server's own words out of an error where they repeat a key or the prompt."""
    detail = error.detail
    runs = {detail[at : at + _RUN] for at in range(max(len(detail) - _RUN, 0) + 1)}
    sent = [message.content for message in prompt if message.content]
    echoed = any(text in detail or any(run in text for run in runs) for text in sent)
    if echoed or any(secret in detail for secret in secrets):
        error.detail = detail.partition(":")[0].rstrip(".") + "."
        error.args = (error.detail,)


def _limit(words: str) -> int | None:
    found = _LIMIT.search(words)
    return int(found[1] or found[2]) if found else None


def _quoted(status: int, words: str) -> str:
    line = words.partition("\n")[0].strip()
    line = re.sub(r"(?:sk|key|gsk|AIza)[-_A-Za-z0-9*.]{12,}", "…", line)
    return f"It answered {status}{': ' + line[:_SAID] if line else ''}".rstrip(".") + "."
