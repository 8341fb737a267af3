"""A model's server on loopback: OpenAI's chat completions, streamed or not, by a script; and what Ollama says of its models.

``with LoopbackProvider(answer='{"a": 1}') as provider`` serves at `provider.url`; `provider.requests` are those of
completions. Deterministic: the same script gives the same bytes. By hand: ``python -m tests.loopback_provider``.
"""

from __future__ import annotations

import argparse
import json
import ssl
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from tests.loopback_reply import Answer, Asked, Fault, Reply, refuse, tokens, whole

__all__ = ["Asked", "Fault", "LoopbackProvider", "Reply", "refuse", "tokens", "whole"]

HOST = "127.0.0.1"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: `LoopbackProvider.requests` is the log."""

    def do_GET(self) -> None:
        provider = self.server.provider
        reply = Reply(self, provider, Asked(self.path, {}, {}))
        if self.path.endswith("/models"):
            reply.status(200, {"object": "list", "data": [{"id": name, "object": "model"} for name in provider.models]})
        elif self.path == "/api/tags" and provider.ollama:
            reply.status(200, {"models": [{"name": name, "model": name} for name in provider.models]})
        else:
            reply.status(404, {"error": {"message": "not found"}})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
        asked = Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        try:
            self.server.provider.answered(Reply(self, self.server.provider, asked))
        except OSError:
            self.close_connection = True  # who asked has left


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    provider: LoopbackProvider

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing of a connection that a test has cut."""


class LoopbackProvider:
    """A running server.

    Parameters
    ----------
    answer : str or callable
        The text of every answer, or what makes it of the request.
    faults : sequence or mapping of int to callable, optional
        By the number of the request, from 0: what is done in the place of the answer (`refuse`, a function of `Reply`).
    refuses : callable, optional
        Asked of every request: a fault, or None to answer it.
    piece : int
        Letters of a streamed piece.
    first_seconds : float
        Before the first piece.
    tokens_per_second : float
        0: as fast as it goes.
    usage : bool
        Whether it tells the tokens used.
    models : sequence of str
        That it lists.
    ollama : bool
        Whether it answers `/api/tags` as Ollama does.
    tls : ssl.SSLContext, optional
    port : int
        0 takes any free one.

    Attributes
    ----------
    requests : list of Asked
        Those for completions, in order.
    """

    def __init__(
        self,
        answer: Answer = "{}",
        *,
        faults: Sequence[Fault] | Mapping[int, Fault] = (),
        refuses: Callable[[Asked], Fault | None] = lambda asked: None,
        piece: int = 8,
        first_seconds: float = 0.0,
        tokens_per_second: float = 0.0,
        usage: bool = True,
        models: Sequence[str] = ("loopback",),
        ollama: bool = False,
        tls: ssl.SSLContext | None = None,
        port: int = 0,
    ) -> None:
        self.answer, self.refuses = answer, refuses
        self.faults = dict(faults) if isinstance(faults, Mapping) else dict(enumerate(faults))
        self.piece, self.first_seconds, self.tokens_per_second = piece, first_seconds, tokens_per_second
        self.usage, self.models, self.ollama = usage, tuple(models), ollama
        self.requests: list[Asked] = []
        self.stop = threading.Event()
        self._lock = threading.Lock()
        self._server = _Server((HOST, port), _Handler)
        self._server.provider = self
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.root = f"http{'s' if tls else ''}://{HOST}:{self._server.server_port}"
        self.url = f"{self.root}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop.set()
        self._server.shutdown()
        self._server.server_close()

    def text(self, asked: Asked) -> str:
        """The text of the answer to a request."""
        return self.answer if isinstance(self.answer, str) else self.answer(asked)

    def known(self, asked: Asked) -> int:
        """Tokens of the prompt's beginning that earlier prompts had too."""
        earlier = self.requests[: next(n for n, each in enumerate(self.requests) if each is asked)]
        return max((_common(asked.prompt, each.prompt) for each in earlier), default=0) // 4

    def answered(self, reply: Reply) -> None:
        """Note a request, and answer it by the script."""
        with self._lock:
            number = len(self.requests)
            self.requests.append(reply.asked)
        fault = self.faults.get(number) or self.refuses(reply.asked) or whole
        fault(reply)


def _common(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--port", type=int, default=8130)
    arguments.add_argument("--answer", default="{}")
    given = arguments.parse_args()
    with LoopbackProvider(given.answer, port=given.port) as running:
        print(f"OPENAI_BASE_URL={running.url} TAKEAWAYS_MODEL=loopback", flush=True)
        while True:
            time.sleep(3600)
