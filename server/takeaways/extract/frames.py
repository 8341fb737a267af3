"""The messages between the service and a worker: a JSON header, then raw bytes, each with its length before it.

JSON and not pickle: a worker that a hostile file has taken over must not be able to run code in the service.
"""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")
_LIMIT = 512 * 1024 * 1024
"""Bytes of one header or body; more is nonsense, and would only fill memory."""


class Torn(Exception):
    """The stream ended, or what came is not a message: the other side is gone."""


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
    """
    head = json.dumps(header).encode()
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
    if head > _LIMIT or body > _LIMIT:
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
