"""A SQLite file damaged in many places: what is read is right or nothing, and what is written is kept."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from takeaways.store import Blobs, Cache, Database, SharedPace

VALUES = {f"k{n}": bytes([n]) * 700 for n in range(40)}
FILES = [bytes([n]) * 5000 for n in range(5)]


@pytest.fixture
def healthy(tmp_path: Path) -> bytes:
    database = Database(tmp_path / "healthy")
    cache, blobs = Cache(database, 1), Blobs(database, 10**6)
    for key, value in VALUES.items():
        cache.put(key, value, 3600)
    for data in FILES:
        blobs.put(data)
    SharedPace(database).take("arxiv.org", 3)
    database._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return (tmp_path / "healthy").read_bytes()


def test_values_are_right_or_missing_and_the_store_goes_on(healthy: bytes, tmp_path: Path) -> None:
    chance = random.Random(20)
    for number in range(120):
        damaged = bytearray(healthy)
        for _ in range(chance.choice([1, 20, 300])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / str(number)
        path.write_bytes(damaged)
        database = Database(path)
        cache, blobs = Cache(database, 1), Blobs(database, 10**6)
        assert all(cache.get(key) in (value, None) for key, value in VALUES.items())
        for data in FILES:
            # Kept again, it is whole again, or gone with the file that was set aside under it.
            assert blobs.get(blobs.put(data)) in (data, None)
        assert SharedPace(database).take("arxiv.org", 3) >= 0
        cache.put("new", b"one", 60)
        assert cache.get("new") == b"one"


def test_a_schema_that_no_message_can_quote_is_set_aside(healthy: bytes, tmp_path: Path) -> None:
    path = tmp_path / "db"
    path.write_bytes(healthy.replace(b"CREATE TABLE pace", b"CREAT\xbd TABLE pace"))
    database = Database(path)
    assert Cache(database, 1).get("k1") is None
    assert list(tmp_path.glob("db.damaged-*"))
    assert database.check() is None


@pytest.mark.parametrize("damage", ["expires = x'00'", "expires = 'soon'", "value = 'text'", "checksum = 1"])
def test_a_column_of_another_type_is_a_damaged_row(tmp_path: Path, damage: str) -> None:
    Cache(Database(tmp_path / "db"), 1).put("a", b"one", 60)
    with sqlite3.connect(tmp_path / "db") as db:
        db.execute(f"UPDATE cache SET {damage}")
    db.close()
    cache = Cache(Database(tmp_path / "db"), 1)
    assert cache.get("a") is None
    assert cache.stats().damaged == 1


def test_blobs_and_paces_of_another_type_are_none(tmp_path: Path) -> None:
    database = Database(tmp_path / "db")
    digest = Blobs(database, 100).put(b"one")
    SharedPace(database).take("arxiv.org", 3)
    with sqlite3.connect(tmp_path / "db") as db:
        db.execute("UPDATE blobs SET data = 'one'")
        db.execute("UPDATE pace SET next = x'00'")
    db.close()
    assert Blobs(database, 100).get(digest) is None
    assert SharedPace(database, lambda: 1_000_000.0).take("arxiv.org", 3) == 0


def test_a_damaged_file_that_cannot_be_set_aside_is_trouble_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "db").write_bytes(b"not a database, " * 1000)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    database = Database(tmp_path / "db")
    cache = Cache(database, 8)
    cache.put("a", b"one", 60)
    assert cache.get("a") == b"one"
    assert "Permission denied" in (database.check() or "")


def test_trouble_is_over_when_something_was_written_not_when_something_was_read(tmp_path: Path) -> None:
    database = Database(tmp_path / "db")
    cache = Cache(database, 1)
    database._connection().execute("PRAGMA query_only = ON")
    cache.put("a", b"one", 60)
    assert cache.stats().rows == 0
    assert database.trouble
    assert database.check() is None  # a new connection: the old one was given up
