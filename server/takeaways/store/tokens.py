"""Tokens spent on models, a row a day, so that CLI and service share one budget."""

from __future__ import annotations

import sqlite3
import threading
from collections import defaultdict

from .database import Database


class Tokens:
    """Implements `summarize.provider.Ledger`.

    Parameters
    ----------
    database : Database
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        # While the store does not work, a process counts its own, so that a full disk is no way around the budget.
        self._own: dict[int, int] = defaultdict(int)

    def spent(self, day: int) -> int:
        """Tokens of a day (days since the epoch, UTC)."""
        stored = self._database.run(lambda db: _spent(db, day), 0)
        with self._lock:
            return max(stored + self._own[day], 0)

    def add(self, day: int, tokens: int, most: int | None = None) -> bool:
        """Add tokens, unless the day would then have more than `most`; whether they were added."""

        def work(db: sqlite3.Connection) -> bool:
            db.execute("BEGIN IMMEDIATE")
            spent = _spent(db, day)
            if most is not None and spent + own + tokens > most:
                return False
            db.execute("INSERT OR REPLACE INTO tokens VALUES (?, ?)", (day, spent + tokens))
            return True

        with self._lock:
            own = self._own[day]
            added = self._database.run(work, None)
            if added is not None:
                return added
            if most is not None and own + tokens > most:
                return False
            self._own[day] += tokens
            return True


def _spent(db: sqlite3.Connection, day: int) -> int:
    row = db.execute("SELECT spent FROM tokens WHERE day = ?", (day,)).fetchone()
    return max(row[0], 0) if row and isinstance(row[0], int) else 0  # damaged: any type
