"""The deadline, without waiting for it."""

from __future__ import annotations

import ssl
from typing import Any

import httpcore
import pytest

from takeaways.errors import SourceSlow
from takeaways.fetch.guard import Guard
from takeaways.fetch.network import CONNECT_SECONDS, Deadline, Network


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


class Slow(httpcore.NetworkBackend, httpcore.NetworkStream):
    """A network where everything takes half a second and works; it keeps the seconds it was given."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.given: list[float | None] = []

    def _half(self, seconds: float | None) -> None:
        self.given.append(seconds)
        self._clock.time += 0.5

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *args: Any) -> httpcore.NetworkStream:
        self._half(timeout)
        return self

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._half(timeout)
        return b"x"

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._half(timeout)

    def start_tls(self, context: ssl.SSLContext, name: str | None = None, timeout: float | None = None) -> Any:
        self._half(timeout)
        return self


def test_every_wait_is_within_one_deadline() -> None:
    clock = Clock()
    slow = Slow(clock)
    network = Network(Guard([]), lambda host, seconds: ["151.101.3.42"], Deadline(12, clock), slow)
    stream = network.connect_tcp("paper.example", 443, timeout=99)
    stream = stream.start_tls(ssl.create_default_context(), "paper.example", timeout=99)
    stream.write(b"x", timeout=99)
    for _ in range(21):
        stream.read(1, timeout=99)
    with pytest.raises(SourceSlow, match="12 seconds"):
        stream.read(1, timeout=99)
    assert slow.given == [CONNECT_SECONDS, *(11.5 - n / 2 for n in range(23))]


def test_the_resolver_is_given_what_is_left() -> None:
    clock = Clock()
    given: list[float] = []

    def resolve(host: str, seconds: float) -> list[str]:
        given.append(seconds)
        clock.time += 12
        return ["151.101.3.42"]

    slow = Slow(clock)
    with pytest.raises(SourceSlow):
        Network(Guard([]), resolve, Deadline(12, clock), slow).connect_tcp("paper.example", 80)
    assert given == [12]
    assert slow.given == []
