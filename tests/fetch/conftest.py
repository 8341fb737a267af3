"""A server on loopback whose every path is a function, and what stands in for the world around the fetcher."""

from __future__ import annotations

import socket
import ssl
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpcore
import pytest

from takeaways.fetch import Fetcher

PAGE = b"<!DOCTYPE html><html><head><title>A paper</title></head><body><p>Text.</p></body></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(body: bytes = PAGE, status: int = 200, **headers: str) -> Answer:
    """An answer that says no more than it is given; `Content_Length` names Content-Length."""

    def respond(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return respond


class Server(ThreadingHTTPServer):
    """Quiet about readers that left, loud about faults of its own."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Site:
    """A running server. `paths` holds its answers, `requests` what was asked of it."""

    def __init__(self) -> None:
        self.paths: dict[str, Answer] = {}
        self.requests: list[BaseHTTPRequestHandler] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.requests.append(self)
                try:
                    site.paths.get(self.path, answer(status=404))(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True  # the fetcher had enough: what half of these tests are about

            def log_message(self, format: str, *args: Any) -> None:
                """Quiet."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def netloc(self) -> str:
        return f"127.0.0.1:{self.port}"

    def url(self, path: str) -> str:
        return f"http://{self.netloc}{path}"

    def asked(self) -> list[str]:
        """The paths asked for, in order."""
        return [request.path for request in self.requests]

    def secure(self, context: ssl.SSLContext) -> None:
        """From now on speak TLS only; the handshake is each connection's own thread's."""
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class FakePace:
    """A pace with the waits it is told; it keeps what it was asked."""

    def __init__(self, *waits: float) -> None:
        self.waits = list(waits)
        self.taken: list[tuple[str, float]] = []
        self.held: list[tuple[str, float]] = []
        self.patience = 0.0

    def take(self, lane: str, interval: float, patience: float) -> float:
        self.patience = patience
        self.taken.append((lane, interval))
        return self.waits.pop(0) if self.waits else 0.0

    def hold(self, lane: str, seconds: float) -> None:
        self.held.append((lane, seconds))


class Names:
    """A resolver that answers from a table; of several answers each is given once, the last for ever after."""

    def __init__(self, table: dict[str, list[list[str]]]) -> None:
        self.table = table
        self.asked: list[str] = []

    def __call__(self, host: str, seconds: float) -> list[str]:
        self.asked.append(host)
        answers = self.table[host]
        return answers.pop(0) if len(answers) > 1 else answers[0]


class Dialler(httpcore.NetworkBackend):
    """Keeps what is dialled and connects to one port of loopback instead, wherever that address is."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[tuple[str, int]] = []

    def connect_tcp(self, host: str, port: int, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
        self.dialled.append((host, port))
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.port, 5)


class Listener:
    """A listening socket that knows whether anybody has come."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self.port: int = self._socket.getsockname()[1]

    def visited(self) -> bool:
        try:
            self._socket.accept()[0].close()
        except BlockingIOError:
            return False
        return True

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def site() -> Iterator[Site]:
    running = Site()
    yield running
    running.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    listening = Listener()
    yield listening
    listening.close()


@pytest.fixture
def fetcher(site: Site) -> Callable[..., Fetcher]:
    """Makes fetchers that may read the site; what is given wins."""

    def make(**given: Any) -> Fetcher:
        usual: dict[str, Any] = {
            "allow_hosts": [site.netloc],
            "max_bytes": 1_000_000,
            "seconds": 20,
            "contact": "me@example.org",
            "pace": FakePace(),
            "intervals": {},
        }
        return Fetcher(**{**usual, **given})

    return make
