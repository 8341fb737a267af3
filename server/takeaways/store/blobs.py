"""Bytes by their own SHA-256: what people uploaded; and, apart from that, figures."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import Literal

from .database import Database

HELD_BYTES = 200_000_000
"""Of memory, for files that came while the store did not work; the oldest go first, the newest stays."""


class Blobs:
    """Files by hash, within a budget; the least recently used go first.

    Parameters
    ----------
    database : Database
    budget : int
        Bytes kept in all.
    clock : callable
        Seconds since the epoch.
    table : {"blobs", "pictures"}
        Where they are kept: what is in one pushes nothing out of the other.
    """

    def __init__(
        self,
        database: Database,
        budget: int,
        clock: Callable[[], float] = time.time,
        table: Literal["blobs", "pictures"] = "blobs",
    ) -> None:
        self._database = database
        self._table = table
        self._budget = budget
        self._clock = clock
        self._lock = threading.Lock()
        # What the store could not take: a file must be read even where nothing can be kept.
        self._held: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        """Keep bytes; gives their SHA-256 in hex."""
        digest = hashlib.sha256(data).hexdigest()

        def write(db: sqlite3.Connection) -> bool:
            row = (digest, data, len(data), self._clock())
            db.execute(f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?, ?, ?)", row)  # noqa: S608 - one of two names
            # The newest always stays, or a file as large as the budget could never be read.
            db.execute(
                f"DELETE FROM {self._table} WHERE hash != ? AND hash IN (SELECT hash FROM (SELECT hash,"  # noqa: S608
                f" sum(size) OVER (ORDER BY used DESC, rowid DESC) AS total FROM {self._table}) WHERE total > ?)",
                (digest, self._budget),
            )
            return True

        if not self._database.run(write, False):
            self._hold(digest, data)
        return digest

    def get(self, digest: str) -> bytes | None:
        """The bytes with that SHA-256, or None when they are gone or damaged."""

        def read(db: sqlite3.Connection) -> bytes | None:
            row = db.execute(f"SELECT data FROM {self._table} WHERE hash = ?", (digest,)).fetchone()  # noqa: S608
            db.execute(f"UPDATE {self._table} SET used = ? WHERE hash = ?", (self._clock(), digest))  # noqa: S608
            return row[0] if row and isinstance(row[0], bytes) else None  # a damaged column may hold any type

        data = self._database.run(read, None)
        if data is not None and hashlib.sha256(data).hexdigest() == digest:
            return data
        with self._lock:
            return self._held.get(digest)

    def _hold(self, digest: str, data: bytes) -> None:
        with self._lock:
            self._held[digest] = data
            while len(self._held) > 1 and sum(map(len, self._held.values())) > min(HELD_BYTES, self._budget):
                del self._held[next(iter(self._held))]
