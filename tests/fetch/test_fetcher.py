"""The fetcher against a real server on loopback: what it reads, what it refuses, and with which error."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

from takeaways.errors import (
    BadSettings,
    EmptyFile,
    NotAPdf,
    NotReadable,
    SourceBroken,
    TooLarge,
)
from takeaways.fetch import Fetched, Fetcher

from .conftest import PAGE, Site, answer

Make = Callable[..., Fetcher]
PDF = b"%PDF-1.5\n" + bytes(range(256)) * 40 + b"\n%%EOF"
FEED = b'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>'


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(("body", "kind"), [(PDF, "pdf"), (PAGE, "html"), (FEED, "xml")])
@pytest.mark.parametrize("called", ["application/pdf", "text/html", "image/png", ""])
def test_kinds_are_told_from_the_bytes(body: bytes, kind: str, called: str, site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(body, Content_Type=called)
    assert fetcher().get(site.url("/x")) == Fetched(site.url("/x"), kind, body)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", raw_deflate),
        ("identity", bytes),
    ],
)
def test_codings_are_undone(coding: str, pack: Callable[[bytes], bytes], site: Site, fetcher: Make) -> None:
    body = PAGE + b"<p>more</p>" * 50_000
    site.paths["/x"] = answer(pack(body), Content_Encoding=coding)
    assert fetcher().get(site.url("/x")).body == body


def test_a_chunked_body(site: Site, fetcher: Make) -> None:
    def respond(request: BaseHTTPRequestHandler) -> None:
        request.protocol_version = "HTTP/1.1"
        request.send_response(200)
        request.send_header("Transfer-Encoding", "chunked")
        request.end_headers()
        for piece in (PAGE[:10], PAGE[10:]):
            request.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        request.wfile.write(b"0\r\n\r\n")

    site.paths["/x"] = respond
    assert fetcher().get(site.url("/x")).body == PAGE


def test_it_says_who_it_is(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer()
    fetcher().get(site.url("/x#part"))
    fetcher(contact="").get(site.url("/x"))
    named, nameless = (request.headers for request in site.requests)
    assert named["User-Agent"].startswith("takeaways/")
    assert named["User-Agent"].endswith(" (+me@example.org)")
    assert "(" not in nameless["User-Agent"]
    assert named["Accept-Encoding"] == "gzip, deflate"
    assert named["Authorization"] is None
    assert site.asked() == ["/x", "/x"]


@pytest.mark.parametrize("contact", ["a\nb: c", "é@example.org", "a\x00"])
def test_a_contact_must_fit_into_a_header(contact: str, fetcher: Make) -> None:
    with pytest.raises(BadSettings, match="CONTACT"):
        fetcher(contact=contact)


# Sizes


def test_the_limit_is_the_last_size_that_passes(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(PAGE)
    assert fetcher(max_bytes=len(PAGE)).get(site.url("/x")).body == PAGE
    with pytest.raises(TooLarge):
        fetcher(max_bytes=len(PAGE) - 1).get(site.url("/x"))


def endless(sent: list[int], start: bytes, piece: bytes) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer without Content-Length that goes on until the reader leaves."""

    def respond(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(start)
        while True:
            request.wfile.write(piece)
            sent.append(len(piece))

    return respond


def test_reading_stops_at_the_limit_though_nothing_was_declared(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = endless([], PAGE, b" " * 100_000)
    with pytest.raises(TooLarge, match="1,000,000"):
        fetcher().get(site.url("/x"))


def test_what_cannot_be_read_is_not_read_to_the_end(site: Site, fetcher: Make) -> None:
    """A film is told from its first bytes; the limit is far away."""
    site.paths["/x"] = endless([], b"\x00\x00\x00\x20ftypisom", b"\x00" * 100_000)
    with pytest.raises(NotReadable):
        fetcher(max_bytes=10**15).get(site.url("/x"))


def test_a_declared_size_is_believed_where_it_is_too_large(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(PAGE, Content_Length="200000000")
    with pytest.raises(TooLarge):
        fetcher().get(site.url("/x"))


def test_a_declared_size_that_is_too_long_is_a_lie(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(PAGE, Content_Length=str(len(PAGE) + 10))
    with pytest.raises(SourceBroken, match="broke off"):
        fetcher().get(site.url("/x"))


def test_a_declared_size_that_is_too_short_is_where_it_ends(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(PAGE + bytes(2_000_000), Content_Length=str(len(PAGE)))
    assert fetcher().get(site.url("/x")).body == PAGE


def test_a_bomb_stops_at_the_limit(site: Site, fetcher: Make) -> None:
    packer = zlib.compressobj(9, wbits=31)
    packed = packer.compress(PAGE) + b"".join(packer.compress(b" " * 1_000_000) for _ in range(50)) + packer.flush()
    assert len(packed) < 100_000
    site.paths["/x"] = answer(packed, Content_Encoding="gzip")
    with pytest.raises(TooLarge):
        fetcher().get(site.url("/x"))


# What it is


@pytest.mark.parametrize("path", ["/paper.pdf", "/paper.PDF?x=1", "/pdf/1706.03762", "/doi/pdf/10.1145/1"])
def test_a_page_that_is_called_a_pdf(path: str, site: Site, fetcher: Make) -> None:
    site.paths[path] = answer(PAGE, Content_Type="application/pdf")
    with pytest.raises(NotAPdf):
        fetcher().get(site.url(path))
    site.paths[path] = answer(PDF)
    assert fetcher().get(site.url(path)).kind == "pdf"


@pytest.mark.parametrize("path", ["/pdf/index.html", "/pdf/", "/pdf", "/paper.pdf.html"])
def test_a_page_that_is_not_called_a_pdf(path: str, site: Site, fetcher: Make) -> None:
    site.paths[path] = answer(PAGE)
    assert fetcher().get(site.url(path)).kind == "html"


def test_a_pdf_that_redirects_to_a_page_to_log_in(site: Site, fetcher: Make) -> None:
    site.paths["/paper.pdf"] = answer(status=302, Location="/login")
    site.paths["/login"] = answer()
    with pytest.raises(NotAPdf):
        fetcher().get(site.url("/paper.pdf"))


@pytest.mark.parametrize("body", [b"\x89PNG\r\n\x1a\n" + b"\x00" * 9000, b"plain text", b"PK\x03\x04", b"{}", b" "])
def test_neither_page_nor_pdf(body: bytes, site: Site, fetcher: Make) -> None:
    site.paths["/x.pdf"] = answer(body, Content_Type="application/pdf")
    with pytest.raises(NotReadable, match="application/pdf"):
        fetcher().get(site.url("/x.pdf"))


@pytest.mark.parametrize("coding", ["", "gzip", "deflate"])
@pytest.mark.parametrize("status", [200, 204])
def test_nothing(coding: str, status: int, site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", status, Content_Encoding=coding)
    with pytest.raises(EmptyFile):
        fetcher().get(site.url("/x"))
