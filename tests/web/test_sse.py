from __future__ import annotations

import socket
from collections.abc import Generator

import pytest

from takeaways.model import Event, Retry
from takeaways.web import sse


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def events(clock: Clock, *items: Event | None) -> Generator[tuple[str, Event] | None]:
    """The items, a second of silence for each None."""
    for item in items:
        clock.now += item is None
        yield ("e-1", item) if item else None


def test_a_heartbeat_comes_after_fifteen_seconds_of_silence_and_no_sooner() -> None:
    clock = Clock()
    script = (*[None] * 14, Retry(after=5), *[None] * 31)
    wire = list(sse.messages(events(clock, *script), clock=clock))
    assert [piece == sse.HEARTBEAT for piece in wire] == [False, True, True]
    assert b"event: retry" in wire[0]


def test_a_reader_that_hung_up_is_let_go() -> None:
    ours, theirs = socket.socketpair()
    assert not sse.hung_up(ours)
    theirs.send(b"the next request, pipelined")
    assert not sse.hung_up(ours)
    ours.recv(100)
    stream = events(Clock(), None, None, Retry(after=5))
    theirs.close()
    assert list(sse.messages(stream, lambda: sse.hung_up(ours))) == []
    with pytest.raises(StopIteration):
        next(stream)
    ours.close()
    assert sse.hung_up(ours)
    assert not sse.hung_up(None)
