"""How a model's server on loopback answers: what was asked, what is sent, what goes wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from tests.loopback_provider import LoopbackProvider


class Asked(NamedTuple):
    """One request for a completion."""

    path: str
    """With the query."""
    headers: Mapping[str, str]
    """Names in small letters."""
    body: Mapping[str, Any]

    @property
    def messages(self) -> list[dict[str, str]]:
        """As they were sent."""
        return list(self.body.get("messages", ()))

    @property
    def prompt(self) -> str:
        """The messages' contents, one below the other."""
        return "\n".join(message["content"] for message in self.messages)


Answer = str | Callable[[Asked], str]


def tokens(text: str) -> int:
    """Tokens of a text, as this server counts: four letters each."""
    return (len(text) + 3) // 4


class Reply:
    """How a completion is sent; a test's faults are such functions too."""

    def __init__(self, handler: BaseHTTPRequestHandler, provider: LoopbackProvider, asked: Asked) -> None:
        self.provider, self.asked = provider, asked
        self._handler, self._open = handler, False

    def status(self, code: int, body: Any = "", headers: Mapping[str, str] | None = None, kind: str = "") -> None:
        """A whole answer at once."""
        raw = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        self._handler.send_response(code)
        self._handler.send_header("Content-Type", kind or ("text/html" if raw.startswith(b"<") else "application/json"))
        self._handler.send_header("Content-Length", str(len(raw)))
        for name, value in (headers or {}).items():
            self._handler.send_header(name, value)
        self._handler.end_headers()
        self._handler.wfile.write(raw)

    def open(self) -> None:
        """The head of an event stream, once."""
        if not self._open:
            self._open = True
            self._handler.send_response(200)
            self._handler.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self._handler.send_header("Transfer-Encoding", "chunked")
            self._handler.end_headers()

    def raw(self, data: str | bytes) -> None:
        """Bytes of the event stream."""
        self.open()
        data = data.encode() if isinstance(data, str) else data
        self._handler.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def event(self, payload: Any) -> None:
        """One event."""
        self.raw(f"data: {payload if isinstance(payload, str) else json.dumps(payload, ensure_ascii=False)}\n\n")

    def piece(self, text: str = "", reason: str | None = None, **delta: Any) -> None:
        """A piece of the answer, or its end."""
        delta = {"content": text, **delta} if text or not reason else delta
        choice = {"index": 0, "delta": delta, "finish_reason": reason}
        self.event({**self.head(), "object": "chat.completion.chunk", "choices": [choice]})

    def text(self, pieces: int | None = None) -> None:
        """The script's answer, or its first pieces."""
        text, size = self.provider.text(self.asked), self.provider.piece
        self.provider.stop.wait(self.provider.first_seconds)
        for n, at in enumerate(range(0, len(text), size)):
            if n == pieces:
                return
            if n and self.provider.tokens_per_second:
                self.provider.stop.wait(tokens(text[at : at + size]) / self.provider.tokens_per_second)
            self.piece(text[at : at + size])

    def head_only(self, data: bytes) -> None:
        """Bytes of the answer's head, as they are."""
        self._handler.wfile.write(data)

    def end_only(self, reason: str = "stop") -> None:
        """The end of the answer, and nothing of what may follow."""
        self.piece(reason=reason)

    def end(self, reason: str = "stop", done: bool = True) -> None:
        """The end of the answer and of the stream."""
        self.end_only(reason)
        options = self.asked.body.get("stream_options") or {}
        if self.provider.usage and options.get("include_usage"):
            self.event({**self.head(), "choices": [], "usage": self.used()})
        if done:
            self.event("[DONE]")
        self.close()

    def close(self) -> None:
        """The end of the bytes, as HTTP has it."""
        self._handler.wfile.write(b"0\r\n\r\n")

    def hang(self) -> None:
        """Nothing more, until the server ends."""
        if self._open:
            self._handler.wfile.flush()
        self.provider.stop.wait()
        self.cut()

    def cut(self) -> None:
        """The connection is gone."""
        self._handler.close_connection = True
        self._handler.connection.close()

    def head(self) -> dict[str, Any]:
        """What every object of the answer has."""
        return {"id": "chatcmpl-1", "created": 0, "model": str(self.asked.body.get("model"))}

    def used(self) -> dict[str, Any]:
        """The tokens used; those of a beginning that an earlier prompt had too are cached."""
        prompt, cached = self.asked.prompt, self.provider.known(self.asked)
        read, written = tokens(prompt), tokens(self.provider.text(self.asked))
        details = {"cached_tokens": cached}
        return {
            "prompt_tokens": read,
            "completion_tokens": written,
            "total_tokens": read + written,
            "prompt_tokens_details": details,
        }


Fault = Callable[[Reply], None]


def whole(reply: Reply) -> None:
    """The answer, as a server sends it when all goes well."""
    if reply.asked.body.get("stream"):
        reply.text()
        reply.end()
        return
    message = {"role": "assistant", "content": reply.provider.text(reply.asked)}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    reply.status(200, {**reply.head(), "object": "chat.completion", "choices": [choice], "usage": reply.used()})


def refuse(status: int, message: str = "", headers: Mapping[str, str] | None = None, **error: Any) -> Fault:
    """An error of OpenAI's form: `refuse(429, "slow down", {"Retry-After": "1"})`."""
    return lambda reply: reply.status(status, {"error": {"message": message, **error}}, headers)
