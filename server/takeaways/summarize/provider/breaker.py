"""A server that fails again and again is left alone for a while."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Literal

from takeaways.errors import ProviderPaused


class Breaker:
    """Counts failures in a row; after too many within a window nobody asks for a while, then one may try.

    Parameters
    ----------
    failures : int
        In a row, within `window` seconds, that open it.
    window, pause : float
        Seconds.
    clock : callable
        Seconds from anywhere that never go back.
    """

    def __init__(
        self, failures: int = 5, window: float = 60.0, pause: float = 60.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._window, self._pause, self._clock = window, pause, clock
        self._failed: deque[float] = deque(maxlen=failures)
        self._until: float | None = None
        self._trying = False
        self._lock = threading.Lock()

    @property
    def state(self) -> Literal["closed", "open", "half-open"]:
        """`closed`: asked as ever; `open`: not asked; `half-open`: one request shows whether it works again."""
        with self._lock:
            if self._until is None:
                return "closed"
            return "open" if self._clock() < self._until else "half-open"

    def enter(self) -> None:
        """Ask to ask. Who enters ends with `succeeded`, `failed` or `left`.

        Raises
        ------
        ProviderPaused
            With the seconds to wait.
        """
        with self._lock:
            if self._until is None:
                return
            left = self._until - self._clock()
            if left > 0 or self._trying:
                raise ProviderPaused(retry_after=max(left, 1.0))
            self._trying = True

    def succeeded(self) -> None:
        """The server answered, if only to refuse."""
        with self._lock:
            self._failed.clear()
            self._until, self._trying = None, False

    def failed(self) -> None:
        """It did not."""
        with self._lock:
            now = self._clock()
            self._failed.append(now)
            many = len(self._failed) == self._failed.maxlen and now - self._failed[0] <= self._window
            if self._until is not None or many:
                self._until = now + self._pause
            self._trying = False

    def left(self) -> None:
        """Nothing is known: who asked went away first."""
        with self._lock:
            self._trying = False
