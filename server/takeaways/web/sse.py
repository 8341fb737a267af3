"""Events as a text/event-stream (HTML standard, 9.2)."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator

from flask import Response

from ..errors import Busy
from ..model import Event

HEARTBEAT = b": still reading\n\n"
HEARTBEAT_SECONDS = 15.0


def message(event_id: str, kind: str, data: bytes) -> bytes:
    """One event as it goes over the wire. `data` is JSON on one line."""
    return b"id: %s\nevent: %s\ndata: %s\n\n" % (event_id.encode(), kind.encode(), data)


def messages(
    events: Generator[tuple[str, Event] | None],
    has_left: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> Generator[bytes]:
    """A job's events as they go over the wire, with heartbeats between them.

    Parameters
    ----------
    events : generator
        None is a moment of silence: the time to look whether the reader is still there.
    has_left : callable
        Whether the reader is gone: writing to it would show so only at the second heartbeat, and until then it would
        hold a thread, and keep the job from being cancelled.
    clock : callable
        Seconds, monotonic.
    """
    last = clock()
    try:
        for item in events:
            if item:
                yield message(item[0], item[1].type, item[1].model_dump_json().encode())
            elif has_left():
                return
            elif clock() - last < HEARTBEAT_SECONDS:
                continue
            else:
                yield HEARTBEAT
            last = clock()
    finally:
        # At once, not when the garbage is collected: the log counts its readers.
        events.close()


def hung_up(connection: socket.socket | None) -> bool:
    """Whether the other side of a connection has closed it; False where there is none to ask."""
    if connection is None:
        return False
    try:
        return connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


class Streams:
    """The open streams, of which each holds a thread.

    Parameters
    ----------
    most : int
        How many may be open at once; the other threads stay free for short answers.
    """

    def __init__(self, most: int) -> None:
        self._free = threading.BoundedSemaphore(most)

    def response(self, wire: Iterable[bytes]) -> Response:
        """Stream messages.

        Raises
        ------
        Busy
            Too many streams are open.
        """
        if not self._free.acquire(blocking=False):
            raise Busy("Too many summaries are being streamed.", retry_after=5)
        response = Response(_Stream(iter(wire), self._free), mimetype="text/event-stream")
        response.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        return response


class _Stream:
    """An iterator with `close`, which the WSGI server calls however the stream ends, begun or not (PEP 3333)."""

    def __init__(self, wire: Iterator[bytes], free: threading.BoundedSemaphore) -> None:
        self._wire = wire
        self._free = free
        self._open = True

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return next(self._wire)

    def close(self) -> None:
        """Free the place, and let the log forget this reader."""
        if self._open:
            self._open = False
            self._free.release()
            if isinstance(self._wire, Generator):
                self._wire.close()
