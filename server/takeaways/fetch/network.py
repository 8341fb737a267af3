"""The way to a socket: names looked up once, addresses checked when dialled, every wait within one deadline."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from ..errors import SourceBroken, SourceSlow, SourceUnreachable, TakeawaysError
from .addresses import spelled_out
from .guard import Guard

Resolve = Callable[[str, float], Sequence[str]]
"""(host, seconds to wait) -> its IP addresses."""

CONNECT_SECONDS = 10.0
"""For one address, where a host has several: one that is silent must not use up the time of the others."""

_TRANSLATION: tuple[tuple[type[Exception], type[TakeawaysError], str], ...] = (
    (httpcore.TimeoutException, SourceSlow, "did not answer in time"),
    (httpcore.ConnectError, SourceUnreachable, "cannot be reached"),
    (httpcore.NetworkError, SourceBroken, "broke the connection off"),
    (httpcore.ProtocolError, SourceBroken, "does not keep to HTTP, or broke off before the end"),
    (httpx.ProtocolError, SourceBroken, "redirects to what is no address"),  # httpx looks, though told not to follow
)


@contextmanager
def translated(host: str) -> Iterator[None]:
    """Turn the exceptions of httpcore and httpx into ours; `host` is who is being talked to."""
    try:
        yield
    except tuple(row[0] for row in _TRANSLATION) as err:
        error, what = next((error, what) for theirs, error, what in _TRANSLATION if isinstance(err, theirs))
        raise error(f"«{host}» {what}.") from err


class Deadline:
    """One moment that everything has to be over by.

    Parameters
    ----------
    seconds : float
        From now.
    clock : Callable[[], float]
        Seconds, never going back.
    """

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds that are left, always more than 0.

        Raises
        ------
        SourceSlow
            None are.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise SourceSlow(f"It did not come within {self._seconds:g} seconds.")
        return left


class _Stream(httpcore.NetworkStream):
    """A connection whose every wait ends at the deadline: a drip of single bytes restarts any time-out per read."""

    def __init__(self, below: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._below = below
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._below.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._below.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._below.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        # The certificate is checked against the name that was asked for, though its address was dialled.
        return _Stream(self._below.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._below.get_extra_info(info)


class Network(httpcore.NetworkBackend):
    """Dials for httpcore: looks the name up once, has all addresses checked, and dials those.

    Parameters
    ----------
    guard : Guard
    resolve : Resolve
    deadline : Deadline
    below : httpcore.NetworkBackend
        Dials an IP address.
    """

    def __init__(self, guard: Guard, resolve: Resolve, deadline: Deadline, below: httpcore.NetworkBackend) -> None:
        self._guard = guard
        self._resolve = resolve
        self._deadline = deadline
        self._below = below

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        literal = spelled_out(host)
        found = (literal,) if literal else self._resolve(host, self._deadline.left())
        failed: Exception | None = None
        for address in self._guard.check(host, port, found):
            try:
                seconds = min(CONNECT_SECONDS, self._deadline.left())
                return _Stream(self._below.connect_tcp(address, port, seconds, None, socket_options), self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as err:
                failed = err
        raise failed or httpcore.ConnectError("the name has no addresses")


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class Transport(httpx.BaseTransport):
    """httpx over our Network: httpx's own transport takes no network backend, httpcore's pool does.

    Parameters
    ----------
    network : httpcore.NetworkBackend
    tls : ssl.SSLContext
    """

    def __init__(self, network: httpcore.NetworkBackend, tls: ssl.SSLContext) -> None:
        # No proxy is given, and httpcore does not read the proxy variables.
        self._pool = httpcore.ConnectionPool(ssl_context=tls, network_backend=network, retries=0)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        self._pool.close()
