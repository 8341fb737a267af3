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
