import os
import sqlite3
import threading
from pathlib import Path

import pytest

from takeaways.store import Cache, Database


class Clock:
    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def fresh(path: Path, clock: Clock) -> Cache:
    return Cache(Database(path), 8, clock)


def test_what_was_put_is_found_by_this_process_and_the_next(tmp_path: Path, clock: Clock) -> None:
    first = fresh(tmp_path / "db", clock)
    first.put("a", b"one", 60)
    assert first.get("a") == b"one"
    assert fresh(tmp_path / "db", clock).get("a") == b"one"
    assert first.stats().memory_hits == 1


def test_rows_end_with_their_time_in_memory_and_on_disk(tmp_path: Path, clock: Clock) -> None:
    cache = fresh(tmp_path / "db", clock)
    cache.put("a", b"one", 60)
    clock.now += 61
    assert cache.get("a") is None
    assert fresh(tmp_path / "db", clock).get("a") is None
    cache.put("b", b"two", 60)
    assert cache.stats().rows == 1


def test_deleted_is_gone(tmp_path: Path, clock: Clock) -> None:
    cache = fresh(tmp_path / "db", clock)
    cache.put("a", b"one", 60)
    cache.delete("a")
    assert cache.get("a") is None
    assert fresh(tmp_path / "db", clock).get("a") is None


def test_a_row_whose_bytes_changed_on_disk_is_dropped_not_served(tmp_path: Path, clock: Clock) -> None:
    fresh(tmp_path / "db", clock).put("a", b"28.4 BLEU", 60)
    with sqlite3.connect(tmp_path / "db") as db:
        db.execute("UPDATE cache SET value = ?", (b"82.4 BLEU",))
    db.close()
    cache = fresh(tmp_path / "db", clock)
    assert cache.get("a") is None
    assert cache.stats().damaged == 1
    assert cache.stats().rows == 0


def test_a_file_that_is_no_database_is_set_aside_and_begun_anew(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "db").write_bytes(b"not a database, " * 1000)
    cache = fresh(tmp_path / "db", clock)
    assert cache.get("a") is None
    cache.put("a", b"one", 60)
    assert fresh(tmp_path / "db", clock).get("a") == b"one"
    assert [path.name for path in tmp_path.glob("*.damaged-*")]


def test_without_a_usable_folder_memory_still_serves_and_the_trouble_is_named(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("in the way")
    database = Database(tmp_path / "file" / "db")
    cache = Cache(database, 8, clock)
    cache.put("a", b"one", 60)
    assert cache.get("a") == b"one"
    assert database.trouble


def test_a_read_only_file_still_serves_what_it_has(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "db"
    fresh(path, clock).put("a", b"one", 60)
    database = Database(path)
    cache = Cache(database, 8, clock)
    assert cache.get("a") == b"one"
    # Root may write anywhere, so the disk's refusal is made by SQLite itself.
    database._connection().execute("PRAGMA query_only = ON")
    cache.put("b", b"two", 60)
    assert database.trouble
    assert "readonly" in database.trouble
    assert cache.get("b") == b"two"


def test_threads_see_each_others_rows(tmp_path: Path, clock: Clock) -> None:
    cache = fresh(tmp_path / "db", clock)
    threads = [threading.Thread(target=cache.put, args=(str(n), os.urandom(100), 60)) for n in range(24)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.stats().rows == 24
