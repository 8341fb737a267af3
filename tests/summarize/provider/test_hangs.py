"""Servers that say nothing, or never end: each meets its limit. The limits are real seconds, and short; none is measured."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, nullcontext
from typing import Any

import pytest

from takeaways.errors import ProviderSlow
from takeaways.summarize.provider import Finish, OpenAICompatible, Retries
from takeaways.summarize.provider.exchange import Exchange
from tests.loopback_provider import LoopbackProvider, Reply
from tests.summarize.provider.asking import PROMPT, SCHEMA, TEXT, ask


def model(provider: LoopbackProvider, **given: Any) -> OpenAICompatible:
    """By the real clock, tried once: a wait would go past the limits."""
    limits: dict[str, Any] = {"seconds": 20.0, "retries": Retries(chance=lambda: 0.0), **given}
    return OpenAICompatible(base_url=provider.url, api_key=None, model="loopback", context=8192, **limits)


def hangs(reply: Reply) -> None:
    reply.hang()


def hangs_after_the_head(reply: Reply) -> None:
    reply.open()
    reply.hang()


def hangs_in_the_middle(reply: Reply) -> None:
    reply.text(pieces=3)
    reply.hang()


def drips(reply: Reply) -> None:
    """Comments for ever: bytes come, and no text."""
    while not reply.provider.stop.wait(0.02):
        reply.raw(": keep-alive\n\n")


def drips_text(reply: Reply) -> None:
    reply.text(pieces=3)
    while not reply.provider.stop.wait(0.02):
        reply.piece("x")


def drips_its_head(reply: Reply) -> None:
    """Letters of a header for ever: no timeout of a socket is met."""
    reply.head_only(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not reply.provider.stop.wait(0.02):
        reply.head_only(b"x")


@pytest.mark.parametrize("fault", [hangs, hangs_after_the_head])
def test_an_answer_that_does_not_begin_is_given_up_and_asked_for_once_more(fault: Any) -> None:
    with LoopbackProvider(TEXT, faults=[fault, fault]) as provider, closing(model(provider, first_seconds=0.2)) as ours:
        with pytest.raises(ProviderSlow, match="begin"):
            ask(ours)
        assert len(provider.requests) <= 2  # a machine under load may be late before it has asked


def test_an_answer_that_stops_in_the_middle_is_given_up() -> None:
    pieces: list[str] = []
    with LoopbackProvider(TEXT, piece=14, faults=[hangs_in_the_middle]) as provider:
        with closing(model(provider, idle_seconds=0.3)) as ours, pytest.raises(ProviderSlow, match="middle"):
            ask(ours, pieces)
        assert len(provider.requests) == 1
    assert TEXT.startswith("".join(pieces))


@pytest.mark.parametrize("fault", [hangs, drips, drips_text, drips_its_head])
def test_all_of_it_has_a_deadline(fault: Any) -> None:
    with LoopbackProvider(TEXT, faults=[fault]) as provider, closing(model(provider, seconds=0.5)) as ours:
        with pytest.raises(ProviderSlow):
            ask(ours)
        assert len(provider.requests) <= 1


def test_a_name_server_that_does_not_answer_has_a_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    """`getaddrinfo` knows no timeout at all."""
    import socket

    answered = threading.Event()

    def silent(*_: Any, **__: Any) -> None:
        answered.wait()
        raise socket.gaierror(socket.EAI_AGAIN, "no answer")

    with LoopbackProvider(TEXT) as provider:
        monkeypatch.setattr(socket, "getaddrinfo", silent)
        with closing(model(provider, seconds=0.3)) as ours, pytest.raises(ProviderSlow):
            ask(ours)
        answered.set()


def test_a_deadline_that_has_passed_sends_nothing() -> None:
    with LoopbackProvider(TEXT) as provider, closing(model(provider)) as ours:
        with pytest.raises(ProviderSlow):
            ask(ours, deadline=0.0)
        assert provider.requests == []


def test_a_whole_answer_whose_connection_stays_open_is_whole() -> None:
    def lingers(reply: Reply) -> None:
        reply.text()
        reply.end_only()
        reply.hang()

    with LoopbackProvider(TEXT, faults=[lingers]) as provider, closing(model(provider)) as ours:
        assert ask(ours)[0] == TEXT


def test_who_leaves_in_the_middle_is_not_counted_against_the_server() -> None:
    with LoopbackProvider(TEXT, piece=14, faults=[hangs_in_the_middle]) as provider, closing(model(provider)) as ours:
        stream = ours.stream(PROMPT, schema=SCHEMA, schema_name="s", most=9)
        assert not isinstance(next(stream), Finish)
        stream.close()  # type: ignore[attr-defined]
        assert ours.breaker.state == "closed"
        assert ask(ours)[0] == TEXT


def test_after_the_deadline_nothing_is_taken_though_it_is_there() -> None:
    there = threading.Event()

    class Response:
        def iter_bytes(self) -> Iterator[bytes]:
            yield b"one"
            yield b"two"
            there.set()

    exchange = Exchange(lambda: nullcontext(Response()))
    there.wait()
    with closing(exchange), pytest.raises(ProviderSlow, match="late"):
        next(exchange.pieces(lambda: (0.0, "late")))
