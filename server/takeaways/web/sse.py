"""Events as a text/event-stream (HTML standard, 9.2)."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

from flask import Response

from ..errors import Busy
from ..model import Event


def message(event_id: str, kind: str, data: bytes | str) -> bytes:
    """One event as it goes over the wire. `data` is JSON on one line."""
    text = data if isinstance(data, bytes) else data.encode()
    return b"id: %s\nevent: %s\ndata: %s\n\n" % (event_id.encode(), kind.encode(), text)


class Streams:
    """The open streams, of which each holds a thread.

    Parameters
    ----------
    most : int
        How many may be open at once; the other threads stay free for short answers.
    """

    def __init__(self, most: int) -> None:
        self._free = threading.BoundedSemaphore(most)

    def response(self, events: Iterable[tuple[str, Event] | None]) -> Response:
        """Stream events; None is a heartbeat.

        Raises
        ------
        Busy
            Too many streams are open.
        """
        if not self._free.acquire(blocking=False):
            raise Busy("Too many summaries are being streamed.", retry_after=5)
        stream = _Stream(iter(events), self._free)
        response = Response(stream, mimetype="text/event-stream")
        response.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        return response


class _Stream:
    """An iterator with `close`, which the WSGI server calls however the stream ends, begun or not (PEP 3333)."""

    def __init__(self, events: Iterator[tuple[str, Event] | None], free: threading.BoundedSemaphore) -> None:
        self._events = events
        self._free = free
        self._open = True

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        item = next(self._events)
        if item is None:
            return b": still reading\n\n"
        event_id, event = item
        return message(event_id, event.type, event.model_dump_json())

    def close(self) -> None:
        """Free the place, and let the log forget this reader."""
        if self._open:
            self._open = False
            self._free.release()
            end = getattr(self._events, "close", None)
            if end:
                end()
