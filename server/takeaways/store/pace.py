"""Whose turn it is with a server that asks for patience; one row a lane, so that CLI and service share it."""

from __future__ import annotations

import math
import sqlite3
import threading
import time
from collections.abc import Callable

from .database import Database

_LONGEST_SECONDS = 3600.0


class SharedPace:
    """Slots in time, handed out in order. Implements `fetch.Pace`.

    Parameters
    ----------
    database : Database
    clock : callable
        Seconds since the epoch; the processes that share the file share it too.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        # What a process falls back on while the store does not work: the pace is then its own.
        self._own: dict[str, float] = {}

    def take(self, lane: str, interval: float, patience: float = math.inf) -> float:
        """Reserve the lane's next slot, if it is not too far away.

        Parameters
        ----------
        lane : str
        interval : float
            Seconds from this slot to the next one.
        patience : float
            Seconds. A slot so far away or farther is not reserved: who does not wait must not make others wait longer.

        Returns
        -------
        float
            Seconds to wait until the slot.
        """
        now = self._clock()
        return self._move(lane, now, lambda free: (free, free + interval if free - now < patience else free)) - now

    def hold(self, lane: str, seconds: float) -> None:
        """Nobody in this lane before so many seconds (a server's Retry-After), an hour at most."""
        now = self._clock()
        self._move(lane, now, lambda free: (free, max(free, now + min(seconds, _LONGEST_SECONDS))))

    def _move(self, lane: str, now: float, step: Callable[[float], tuple[float, float]]) -> float:
        """Read when the lane is free, from now on; write when it is free next; gives the first."""

        def free_at(next_slot: float) -> float:
            # A row far ahead comes from a clock that was set back.
            return max(now, next_slot) if next_slot <= now + _LONGEST_SECONDS else now

        def work(db: sqlite3.Connection) -> float | None:
            db.execute("BEGIN IMMEDIATE")
            row = db.execute("SELECT next FROM pace WHERE lane = ?", (lane,)).fetchone()
            slot, following = step(free_at(row[0] if row and isinstance(row[0], float) else 0.0))  # damaged: any type
            db.execute("INSERT OR REPLACE INTO pace VALUES (?, ?)", (lane, following))
            return slot

        stored = self._database.run(work, None)
        if stored is not None:
            return stored
        with self._lock:
            slot, self._own[lane] = step(free_at(self._own.get(lane, 0.0)))
            return slot
