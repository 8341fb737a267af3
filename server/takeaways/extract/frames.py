"""The messages between the service and a worker: a JSON header, then raw bytes, each with its length before it.

JSON and not pickle: a worker that a hostile file has taken over must not be able to run code in the service.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")
_HEADER = 64 << 20
_BODY = 512 << 20
"""Bytes; more is nonsense, and would only fill memory. A long book's text is a few million."""


class Torn(Exception):
    """The stream ended, or what came is not a message: the other side is gone."""


class TooLong(Exception):
    """A message is longer than the other side would read. Nothing of it was sent."""


def send(stream: IO[bytes], header: dict[str, Any], body: bytes = b"") -> None:
    """Write one message.

    Parameters
    ----------
    stream : IO[bytes]
        A pipe.
    header : dict
        Anything that JSON can say.
    body : bytes
        Sent as it is.

    Raises
    ------
    Torn
        The other side has closed the pipe.
    TooLong
        It is more than `receive` takes.
    """
    head = json.dumps(header).encode()
    if len(head) > _HEADER or len(body) > _BODY:
        raise TooLong
    try:
        stream.write(_LENGTHS.pack(len(head), len(body)))
        stream.write(head)
        stream.write(body)
        stream.flush()
    except (OSError, ValueError) as err:
        raise Torn("the pipe is closed") from err


def receive(stream: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one message.

    Returns
    -------
    header : dict
    body : bytes

    Raises
    ------
    Torn
        The stream ended before a whole message had come, or it holds something else.
    """
    head, body = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if head > _HEADER or body > _BODY:
        raise Torn("not a message")
    try:
        header = json.loads(_exactly(stream, head))
    except ValueError as err:
        raise Torn("not a message") from err
    if not isinstance(header, dict):
        raise Torn("not a message")
    return header, _exactly(stream, body)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    try:
        data = stream.read(size) if size else b""
    except (OSError, ValueError) as err:
        raise Torn("the pipe is closed") from err
    if len(data) < size:
        raise Torn("the stream ended")
    return data
