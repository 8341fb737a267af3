"""One SQLite file in WAL mode, a connection a thread."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)

SCHEMA = """
CREATE TABLE IF NOT EXISTS cache (key TEXT PRIMARY KEY, value BLOB NOT NULL, checksum BLOB NOT NULL, expires REAL NOT NULL);
CREATE INDEX IF NOT EXISTS cache_expires ON cache (expires);
CREATE TABLE IF NOT EXISTS blobs (hash TEXT PRIMARY KEY, data BLOB NOT NULL, size INTEGER NOT NULL, used REAL NOT NULL);
CREATE INDEX IF NOT EXISTS blobs_used ON blobs (used, size);
CREATE TABLE IF NOT EXISTS pictures (hash TEXT PRIMARY KEY, data BLOB NOT NULL, size INTEGER NOT NULL, used REAL NOT NULL);
CREATE INDEX IF NOT EXISTS pictures_used ON pictures (used, size);
CREATE TABLE IF NOT EXISTS pace (lane TEXT PRIMARY KEY, next REAL NOT NULL);
CREATE TABLE IF NOT EXISTS tokens (day INTEGER PRIMARY KEY, spent INTEGER NOT NULL);
"""


class Database:
    """The file that `Cache`, `Blobs` and `SharedPace` share, between threads and between processes.

    Parameters
    ----------
    path : Path
        The file; its folder is made. A file that is no database is set aside as `….damaged-<time>` and begun anew.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._generation = 0
        self.trouble: str | None = None
        """What went wrong with the store last, in words; None once something has been written since."""

    def run(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Do `work` in one transaction; on any fault of the store, note the trouble and give `otherwise`.

        The one place where `sqlite3` errors are met: what a caller loses is a cached row, never a paper.
        """
        generation = self._generation
        try:
            connection = self._connection()
            changes = connection.total_changes
            with connection:
                result = work(connection)
        except sqlite3.DatabaseError as err:
            malformed = not isinstance(err, sqlite3.OperationalError)
            self._note(str(err), generation, malformed and ("malformed" in str(err) or "not a database" in str(err)))
            return otherwise
        except UnicodeDecodeError:
            # SQLite quotes a damaged schema in its message, which Python then cannot decode.
            self._note("the schema is damaged", generation, True)
            return otherwise
        except OSError as err:
            self.trouble = f"the store's folder cannot be used: {err.strerror}"
            return otherwise
        if connection.total_changes != changes:
            # Reading works on a full or read-only disk too, so only a write shows that all is well again.
            self.trouble = None
        return result

    def check(self) -> str | None:
        """Try to write; gives what is wrong, None when all is well."""
        self.run(lambda db: db.execute("INSERT OR REPLACE INTO pace VALUES ('', 0)"), None)
        return self.trouble

    def _connection(self) -> sqlite3.Connection:
        opened: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if opened is not None and self._local.generation == self._generation:
            return opened
        self._path.parent.mkdir(parents=True, exist_ok=True)
        # `check_same_thread` off only so that whichever thread collects a dead thread's connection may close it.
        connection = sqlite3.connect(self._path, timeout=5, check_same_thread=False)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(SCHEMA)
        self._local.connection, self._local.generation = connection, self._generation
        return connection

    def _note(self, what: str, generation: int, damaged: bool) -> None:
        # The next use opens the file anew: it may have been replaced, or its disk come back.
        if connection := self._local.__dict__.pop("connection", None):
            connection.close()
        self.trouble = f"the store does not work: {what}"
        log.warning("store: %s", what)
        if damaged:
            self._set_aside(generation)

    def _set_aside(self, generation: int) -> None:
        """Move a damaged file out of the way, once, however many threads meet the damage together."""
        with self._lock:
            if generation != self._generation:
                return
            aside = self._path.with_name(f"{self._path.name}.damaged-{int(time.time())}")
            try:
                for suffix in ("", "-wal", "-shm"):
                    part = self._path.with_name(self._path.name + suffix)
                    if part.exists():
                        part.rename(aside.with_name(aside.name + suffix))
            except OSError as err:
                self.trouble = f"the store is damaged and cannot be set aside: {err.strerror}"
                return
            self._generation += 1
            log.warning("store: the database was damaged; it is kept as %s and a new one begun", aside.name)
