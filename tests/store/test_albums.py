from __future__ import annotations

import sqlite3
from itertools import count
from pathlib import Path

from takeaways.model import Figure, short_id
from takeaways.store import Album, Albums, Blobs, Cache, Database

FIGURE = Figure(id="f1", kind="figure", label="Figure 1", number="1", caption="Figure 1: Ravens.")
ALBUM = Album(paper="arxiv:2401.00001v2", figures=(FIGURE,))


def test_an_album_comes_back_by_its_papers_short_id(tmp_path: Path) -> None:
    albums = Albums(Cache(Database(tmp_path / "db"), 10), 1000)
    albums.put(ALBUM)
    assert albums.get(short_id(ALBUM.paper)) == ALBUM
    assert albums.get(short_id("arxiv:2401.00001v1")) is None
    again = ALBUM.model_copy(update={"figures": (FIGURE.model_copy(update={"blob": "0" * 64}),)})
    albums.put(again)
    assert albums.get(short_id(ALBUM.paper)) == again


def test_that_of_a_page_is_kept_a_day(tmp_path: Path) -> None:
    now = [1000.0]
    albums = Albums(Cache(Database(tmp_path / "db"), 10, lambda: now[0]), 30 * 86_400)
    page = ALBUM.model_copy(update={"paper": "url:https://example.org/paper"})
    albums.put(ALBUM)
    albums.put(page)
    now[0] += 2 * 86_400
    assert albums.get(short_id(page.paper)) is None
    assert albums.get(short_id(ALBUM.paper)) == ALBUM


def test_a_damaged_or_foreign_row_is_no_album(tmp_path: Path) -> None:
    database = Database(tmp_path / "db")
    cache = Cache(database, 10)
    Albums(cache, 1000).put(ALBUM)
    with sqlite3.connect(tmp_path / "db") as db:
        db.execute("UPDATE cache SET value = replace(value, 'Ravens', 'Crows!')")
    db.close()
    assert Albums(Cache(database, 10), 1000).get(short_id(ALBUM.paper)) is None
    cache.put(f"album/{short_id('x')}", b'{"paper": "x", "written_by": "a later version"}', 1000)
    assert Albums(cache, 1000).get(short_id("x")) is None


def test_pictures_push_no_uploads_out_nor_uploads_pictures(tmp_path: Path) -> None:
    ticks = count()
    database = Database(tmp_path / "db")
    uploads = Blobs(database, 250, lambda: float(next(ticks)))
    pictures = Blobs(database, 250, lambda: float(next(ticks)), table="pictures")
    upload, first = uploads.put(b"a" * 100), pictures.put(b"b" * 100)
    second, third = pictures.put(b"c" * 100), pictures.put(b"d" * 100)
    assert pictures.get(first) is None
    assert pictures.get(second)
    assert pictures.get(third)
    assert uploads.get(upload) == b"a" * 100
    assert pictures.get(upload) is None
    for letter in b"efg":
        uploads.put(bytes([letter]) * 100)
    assert pictures.get(third) == b"d" * 100
