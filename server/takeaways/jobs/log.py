"""A job's events in order, for readers that come late, leave, and come back."""

from __future__ import annotations

import threading
from collections.abc import Generator

from ..model import Event, Failed, Retry, SummaryReady


class EventLog:
    """Append-only; any number of readers, each at its own place.

    Parameters
    ----------
    epoch : str
        Names this run of the job. A reader that resumes with another epoch gets everything from the start.
    """

    def __init__(self, epoch: str) -> None:
        self._epoch = epoch
        self._events: list[Event] = []
        self._changed = threading.Condition()
        self.readers = 0

    @property
    def ended(self) -> bool:
        """Whether the last event has come: a summary, a failure, or the word to come back later."""
        return bool(self._events) and isinstance(self._events[-1], SummaryReady | Failed | Retry)

    def append(self, event: Event) -> None:
        """Add an event; after the end, nothing is added any more."""
        with self._changed:
            if not self.ended:
                self._events.append(event)
                self._changed.notify_all()

    def read(self, after: str | None, silence: float) -> Generator[tuple[str, Event] | None]:
        """The events after an id, as they come, up to the last.

        Parameters
        ----------
        after : str or None
            The last event id (`<epoch>-<seq>`) the reader has seen.
        silence : float
            Seconds without an event after which None is yielded, so that the reader can look about.
        """
        at = self._place_after(after)
        with self._changed:
            self.readers += 1
        try:
            while True:
                with self._changed:
                    if at >= len(self._events) and not self.ended:
                        self._changed.wait(silence)
                    fresh, ended = self._events[at:], self.ended
                if not fresh and not ended:
                    yield None
                for event in fresh:
                    at += 1
                    yield f"{self._epoch}-{at}", event
                if ended:
                    return
        finally:
            with self._changed:
                self.readers -= 1

    def _place_after(self, after: str | None) -> int:
        epoch, _, seq = (after or "").rpartition("-")
        known = epoch == self._epoch and seq.isdecimal() and len(seq) < 10  # int() refuses thousands of digits
        return min(int(seq), len(self._events)) if known else 0
