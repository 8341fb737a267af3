"""Telling files by their bytes; the last test does so on real ones."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from takeaways.fetch.sniff import WINDOW, sniff

HTML = [
    b"<!DOCTYPE html><html>",
    b"<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN' 'http://www.w3.org/TR/html4/strict.dtd'>\n<html>",
    b"\n\r\t <HTML lang='en'>",
    b"\xef\xbb\xbf<html>",
    b"\xff\xfe" + "<html><head>".encode("utf-16-le"),
    b"\xfe\xff" + "<html><head>".encode("utf-16-be"),
    b"<!-- saved from somewhere --><!-- again -->\n<html>",
    b"<!-- a comment that goes on " + b"x" * 5000,
    b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x" "y">\n<html xmlns="http://www.w3.org/1999/xhtml">',
    b'<?xml version="1.0"?><!-- c --><html xmlns="http://www.w3.org/1999/xhtml">',
    b'<?xml version="1.0"?><?xml-stylesheet href="x"?><!DOCTYPE html [<!ENTITY x "y>">]><html>',
    b"<head><title>x</title>",
    b"<title>x</title>",
    b"<center><h1>An old page</h1>",
    b"<p>Just a paragraph",
    b"<b>Warning</b>: something in PHP<br />\n<html>",
    b"Warning: something\n<!DOCTYPE html><html>",
    b"<html><body>How a PDF begins: %PDF-1.4",
    b"<script>document.title = '%PDF-'</script>",
]
PDF = [
    b"%PDF-1.4\n%\xe2\xe3\xcf\xd3",
    b"\xef\xbb\xbf%PDF-1.7",
    b"\x00\x00garbage from a mail gateway\r\n%PDF-1.3",
    b"x" * 1019 + b"%PDF-1.4",
]
XML = [
    b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">',
    b'<feed xmlns="http://www.w3.org/2005/Atom">',
    b'<rss version="2.0">',
    b"<?xml version='1.0'?>\n<!-- c -->\n<article>",
    b"<?xml version='1.0'?><htmlish/>",
]
NEITHER = [
    b"",
    b"   \n",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0\x00\x10JFIF",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"%!PS-Adobe-2.0",
    b"Just words, a < b and b > c.",
    b'{"a": 1}',
    b"\\documentclass{article}",
    b"x" * 1020 + b"%PDF-1.4",
    b"<svg xmlns='http://www.w3.org/2000/svg'>",
    b"<pdf>",
    gzip.compress(b"%PDF-1.4"),
]


@pytest.mark.parametrize(
    ("head", "kind"),
    [*((h, "html") for h in HTML), *((h, "pdf") for h in PDF), *((h, "xml") for h in XML), *((h, None) for h in NEITHER)],
    ids=lambda value: ascii(value[:40]) if isinstance(value, bytes) else str(value),
)
def test_kinds(head: bytes, kind: str | None) -> None:
    assert sniff(head[:WINDOW]) == kind


@pytest.mark.parametrize(
    "head", [b"<!--" * 1024, b"<?" * 2048, b"<!doctype " * 409, b"<!doctype x[" * 341, b" " * 4096], ids=ascii
)
def test_heads_made_to_take_for_ever(head: bytes) -> None:
    assert sniff(head) in (None, "html")


@pytest.mark.corpus
def test_real_files(corpus: Path) -> None:
    ends = {".pdf": "pdf", ".html": "html", ".htm": "html", ".xml": "xml", ".png": None, ".jpeg": None}
    files = [path for path in sorted(corpus.rglob("*")) if path.suffix in ends]
    assert files
    wrong = {str(path.relative_to(corpus)): sniff(path.read_bytes()[:WINDOW]) for path in files}
    assert {name: kind for name, kind in wrong.items() if kind != ends[Path(name).suffix]} == {}
