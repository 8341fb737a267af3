import hashlib
import sqlite3
from itertools import count
from pathlib import Path

from takeaways.store import Blobs, Database


def test_bytes_come_back_by_their_hash(tmp_path: Path) -> None:
    blobs = Blobs(Database(tmp_path / "db"), 1000)
    digest = blobs.put(b"%PDF-1.7")
    assert digest == hashlib.sha256(b"%PDF-1.7").hexdigest()
    assert blobs.get(digest) == b"%PDF-1.7"
    assert blobs.get("0" * 64) is None


def test_the_least_recently_used_go_when_the_budget_is_spent(tmp_path: Path) -> None:
    ticks = count()
    blobs = Blobs(Database(tmp_path / "db"), 250, lambda: float(next(ticks)))
    first, second = blobs.put(b"a" * 100), blobs.put(b"b" * 100)
    assert blobs.get(first)
    third = blobs.put(b"c" * 100)
    assert blobs.get(first)
    assert blobs.get(second) is None
    assert blobs.get(third)


def test_the_newest_stays_even_when_it_is_larger_than_the_budget(tmp_path: Path) -> None:
    blobs = Blobs(Database(tmp_path / "db"), 10)
    assert blobs.get(blobs.put(b"x" * 100)) == b"x" * 100


def test_damaged_bytes_are_not_given_out(tmp_path: Path) -> None:
    blobs = Blobs(Database(tmp_path / "db"), 1000)
    digest = blobs.put(b"true")
    with sqlite3.connect(tmp_path / "db") as db:
        db.execute("UPDATE blobs SET data = ?", (b"tree",))
    db.close()
    assert blobs.get(digest) is None


def test_without_a_working_store_the_newest_files_are_held_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    blobs = Blobs(Database(tmp_path / "file" / "db"), 250)
    first, second, third = (blobs.put(letter * 100) for letter in (b"a", b"b", b"c"))
    assert blobs.get(first) is None
    assert blobs.get(second) == b"b" * 100
    assert blobs.get(third) == b"c" * 100
    assert blobs.get(blobs.put(b"d" * 1000)) == b"d" * 1000


def test_a_full_disk_does_not_lose_the_file_that_came(tmp_path: Path) -> None:
    database = Database(tmp_path / "db")
    blobs = Blobs(database, 10**6)
    page = database._connection().execute("PRAGMA page_count").fetchone()[0]
    database._connection().execute(f"PRAGMA max_page_count = {page}")  # what SQLite meets on a full disk
    digest = blobs.put(b"a" * 100_000)
    assert "full" in (database.trouble or "")
    assert blobs.get(digest) == b"a" * 100_000
