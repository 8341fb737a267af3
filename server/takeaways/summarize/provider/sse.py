"""Bytes of a streamed answer -> its JSON objects, whatever the server made of the format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from takeaways.errors import ProviderBroken

_LONGEST = 4_000_000
"""Bytes of a line, or of an answer that is not streamed."""
DONE = "[DONE]"

Payload = dict[str, Any]


class Payloads:
    """Reads what comes, piece by piece: an event stream, or one JSON object from a server that does not stream."""

    def __init__(self) -> None:
        self._rest = b""
        self._data = ""
        self._whole = False
        self.done = False
        """Whether the server said that this was all."""

    def feed(self, piece: bytes) -> Iterator[Payload]:
        """The objects that are complete with this piece.

        Raises
        ------
        ProviderBroken
            A web page came, or something that is neither events nor JSON.
        """
        if not self._rest and not self._data and not self._whole:
            self._whole = _is_no_stream(piece)
        self._rest += piece
        if len(self._rest) > _LONGEST:
            raise ProviderBroken("The model's server sent a line without end.")
        if self._whole:
            return
        *lines, self._rest = self._rest.replace(b"\r\n", b"\n").split(b"\n")
        for line in lines:
            yield from self._line(line)

    def end(self) -> Iterator[Payload]:
        """What is complete because nothing follows."""
        rest, self._rest = self._rest, b""
        if self._whole:
            yield _object(_text(rest))
            self.done = True
        else:
            yield from self._line(rest)
            yield from self._line(b"")

    def _line(self, line: bytes) -> Iterator[Payload]:
        if not line.strip():
            data, self._data = self._data, ""
            if data:
                yield _object(data)
        elif line.startswith(b"data:"):
            self._data += _text(line[5:]).strip()
            if self._data == DONE:
                self.done, self._data = True, ""
            elif self._data.endswith("}") and (payload := _complete(self._data)) is not None:
                # At once, though an event ends with an empty line: some servers leave it out.
                self._data = ""
                yield payload


def _is_no_stream(beginning: bytes) -> bool:
    start = beginning.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start == b"<":
        raise ProviderBroken("A web page came instead of an answer: is OPENAI_BASE_URL right? It often ends in /v1.")
    return start in (b"{", b"[")


def _text(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as err:
        raise ProviderBroken("The model's server sent what is not UTF-8.") from err


def _complete(data: str) -> Payload | None:
    try:
        return _object(data)
    except ProviderBroken:
        return None


def _object(data: str) -> Payload:
    try:
        payload = json.loads(data)
    except (ValueError, RecursionError) as err:
        raise ProviderBroken("The model's server sent a piece that is not JSON.") from err
    if isinstance(payload, list) and len(payload) == 1:
        payload = payload[0]  # Gemini's errors come in a list
    if not isinstance(payload, dict):
        raise ProviderBroken("The model's server sent a piece that is no JSON object.")
    return payload
