"""What goes wrong at a model's server: each is an error of ours, and nothing cut is given as whole."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import Any

import pytest
import trustme

from takeaways import errors
from takeaways.errors import TakeawaysError
from takeaways.summarize.provider import Message
from tests.loopback_provider import Fault, LoopbackProvider, Reply, refuse
from tests.summarize.provider.asking import SCHEMA, TEXT, Waits, ask, asked, model

PAGE = "<!doctype html><title>502 Bad Gateway</title>"


def raw(*events: Any) -> Fault:
    """An event stream of these, and its end."""

    def sends(reply: Reply) -> None:
        reply.open()
        for event in events:
            reply.event(event)
        reply.close()

    return sends


def stops(reason: str, pieces: int = 2) -> Fault:
    def sends(reply: Reply) -> None:
        reply.text(pieces)
        reply.end(reason)

    return sends


def piece(text: str, **more: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, "delta": {"content": text}, **more}]}


def cut(reply: Reply) -> None:
    reply.text(pieces=3)
    reply.cut()


def ends_early(reply: Reply) -> None:
    reply.text(pieces=3)
    reply.close()


FAULTS: list[tuple[str, Fault, type[TakeawaysError]]] = [
    ("unauthorized", refuse(401, "Incorrect API key provided: sk-abc***xyz"), errors.KeyRefused),
    ("forbidden", refuse(403, "not allowed"), errors.KeyRefused),
    ("no model", refuse(404, "The model `gpt-9` does not exist", code="model_not_found"), errors.ModelUnknown),
    ("no model, as 400", refuse(400, "Model Not Exist"), errors.ModelUnknown),
    ("no page", lambda reply: reply.status(404, PAGE), errors.ModelUnknown),
    ("redirect", lambda reply: reply.status(307, "", {"Location": "/elsewhere"}), errors.ModelUnknown),
    ("payment", refuse(402, "Insufficient Balance"), errors.QuotaSpent),
    ("quota", refuse(429, "You exceeded your current quota", code="insufficient_quota"), errors.QuotaSpent),
    ("filtered prompt", refuse(400, "The response was filtered", code="content_filter"), errors.AnswerRefused),
    ("filtered answer", stops("content_filter"), errors.AnswerRefused),
    ("gemini's safety", stops("SAFETY"), errors.AnswerRefused),
    ("refusal", raw({"choices": [{"delta": {"refusal": "I cannot help with that."}}]}), errors.AnswerRefused),
    ("no resources", stops("insufficient_system_resource"), errors.ProviderBroken),
    ("tool call", stops("tool_calls"), errors.ProviderBroken),
    ("cut connection", cut, errors.ProviderBroken),
    ("no end", ends_early, errors.ProviderBroken),
    ("empty answer", raw(piece(""), piece("", finish_reason="stop"), "[DONE]"), errors.ProviderBroken),
    ("nothing", raw(), errors.ProviderBroken),
    ("empty body", lambda reply: reply.status(200, ""), errors.ProviderBroken),
    ("only done", raw("[DONE]"), errors.ProviderBroken),
    ("no choices", raw({"choices": []}, "[DONE]"), errors.ProviderBroken),
    ("empty choices at once", lambda reply: reply.status(200, {"choices": []}), errors.ProviderBroken),
    ("malformed piece", raw(piece("{"), '{"choices": [{"del'), errors.ProviderBroken),
    ("no object", raw("17"), errors.ProviderBroken),
    ("a page", lambda reply: reply.status(200, PAGE), errors.ProviderBroken),
    ("plain words", lambda reply: reply.status(200, "Service unavailable", kind="text/plain"), errors.ProviderBroken),
    ("not UTF-8", lambda reply: (reply.raw(b'data: {"x": "\xff\xfe"}\n\n'), reply.close())[0], errors.ProviderBroken),
    ("error inside", raw(piece('{"claim'), {"error": {"message": "The server had an error"}}), errors.ProviderFailed),
    ("vllm's error", raw({"object": "error", "message": "boom", "code": 500}), errors.ProviderFailed),
    ("overload inside", raw({"error": {"message": "Overloaded", "type": "overloaded_error"}}), errors.ProviderBusy),
    ("quota at once", lambda reply: reply.status(200, {"error": {"message": "insufficient_quota"}}), errors.QuotaSpent),
    ("bad gateway's page", lambda reply: reply.status(502, PAGE), errors.ProviderFailed),
    ("gateway timeout", refuse(504), errors.ProviderSlow),
    ("unknown refusal", refuse(400, "no"), errors.RequestRefused),
]


@pytest.mark.parametrize(("fault", "error"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_is_an_error_of_ours(fault: Fault, error: type[TakeawaysError]) -> None:
    always = dict.fromkeys(range(20), fault)
    with LoopbackProvider(TEXT, faults=always) as provider, pytest.raises(error) as caught:
        asked(provider)
    assert type(caught.value) is error
    assert not set("<>") & set(caught.value.detail)
    assert "sk-abc" not in caught.value.detail


@pytest.mark.parametrize("status", [500, 502, 503, 529])
def test_a_server_that_fails_is_asked_three_times(status: int) -> None:
    with LoopbackProvider(TEXT, faults=[refuse(status)] * 3) as provider, pytest.raises(errors.ProviderFailed) as caught:
        asked(provider)
    assert len(provider.requests) == 3
    assert caught.value.status == 502


def test_a_server_that_fails_twice_answers() -> None:
    with LoopbackProvider(TEXT, faults=[refuse(500), refuse(503)]) as provider:
        assert asked(provider)[0] == TEXT


@pytest.mark.parametrize("status", [401, 402, 404])
def test_what_will_not_change_is_not_asked_again(status: int) -> None:
    with LoopbackProvider(TEXT, faults=dict.fromkeys(range(9), refuse(status))) as provider:
        with pytest.raises(TakeawaysError):
            asked(provider)
        assert len(provider.requests) == 1


@pytest.mark.parametrize("fault", [cut, ends_early, stops("abort", 3)])
def test_an_answer_that_has_begun_is_not_begun_anew(fault: Fault) -> None:
    pieces: list[str] = []
    with LoopbackProvider(TEXT, piece=12, faults=[fault]) as provider, closing(model(provider)) as ours:
        with pytest.raises(errors.ProviderBroken):
            ask(ours, pieces)
        assert pieces
        assert len(provider.requests) == 1


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("This model's maximum context length is 4096 tokens. However, you requested 9000 tokens.", 4096),
        ("the request exceeds the available context size (2048 tokens), try increasing it", 2048),
        ("Please reduce the length of the messages.", None),
    ],
)
def test_a_text_that_is_too_long_says_so_and_the_context_is_learned(words: str, limit: int | None) -> None:
    fault = refuse(400, words, code="context_length_exceeded")
    with LoopbackProvider(TEXT, faults=[fault]) as provider, closing(model(provider)) as ours:
        with pytest.raises(errors.ContextExceeded) as caught:
            ask(ours)
        assert caught.value.limit == limit
        assert ours.context == (limit or 8192)


def test_a_prompt_that_was_not_read_whole_is_too_long_though_the_server_does_not_say_so() -> None:
    """As Ollama does: it drops what its context cannot hold, and answers."""

    def truncates(reply: Reply) -> None:
        reply.text()
        reply.end_only()
        usage = {"prompt_tokens": 4096, "completion_tokens": 15}
        reply.event({"choices": [], "usage": usage})
        reply.event("[DONE]")
        reply.close()

    long = [Message("user", "We propose a new method, and measure it. " * 1500)]
    with LoopbackProvider(TEXT, faults=[truncates]) as provider, closing(model(provider, context=32_000)) as ours:
        with pytest.raises(errors.ContextExceeded) as caught:
            list(ours.stream(long, schema=SCHEMA, schema_name="summary", most=500))
        assert caught.value.limit == ours.context == 4096


def test_nothing_that_listens_is_said_so() -> None:
    with socket.socket() as taken, LoopbackProvider() as provider:
        taken.bind(("127.0.0.1", 0))
        waits = Waits()
        with pytest.raises(errors.ProviderUnreachable, match="Nothing listens"):
            asked(provider, waits=waits, base_url=f"http://127.0.0.1:{taken.getsockname()[1]}/v1")
    assert len(waits.slept) == 2


def test_a_name_that_nobody_knows_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with LoopbackProvider() as provider:
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        with pytest.raises(errors.ProviderUnreachable, match="name"):
            asked(provider, base_url="http://models.invalid/v1")


def test_a_certificate_that_nobody_signed_is_said_so() -> None:
    import ssl

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    with LoopbackProvider(TEXT, tls=context) as provider, pytest.raises(errors.ProviderUnreachable, match="certificate"):
        asked(provider)
