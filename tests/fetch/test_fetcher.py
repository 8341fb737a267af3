"""The fetcher against a real server on loopback: what it reads, what it refuses, and with which error."""

from __future__ import annotations

import gzip
import itertools
import socket
import threading
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from takeaways.errors import (
    BadSettings,
    EmptyFile,
    NotAPdf,
    NotReadable,
    PaperNotFound,
    SourceBroken,
    SourceBusy,
    SourceRefused,
    SourceSlow,
    SourceUnreachable,
    TakeawaysError,
    TooLarge,
)
from takeaways.fetch import Fetched, Fetcher

from .conftest import PAGE, Dialler, FakePace, Names, Site, answer

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


# What the server says


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (404, PaperNotFound),
        (410, PaperNotFound),
        (401, SourceRefused),
        (403, SourceRefused),
        (400, SourceRefused),
        (451, SourceRefused),
        (408, SourceSlow),
        (429, SourceBusy),
        (503, SourceBusy),
        (500, SourceBroken),
        (502, SourceBroken),
        (504, SourceBroken),
        (304, SourceBroken),
        (300, SourceBroken),
    ],
)
def test_statuses(status: int, error: type[TakeawaysError], site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", status)
    with pytest.raises(error):
        fetcher().get(site.url("/x"))


def test_a_busy_server_is_left_alone_by_everybody(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", 429, Retry_After="42")
    pace = FakePace()
    with pytest.raises(SourceBusy) as raised:
        fetcher(pace=pace, intervals={site.netloc: 1.0}).get(site.url("/x"))
    assert raised.value.retry_after == 42
    assert pace.held == [(site.netloc, 42)]


def test_a_date_to_retry_after(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", 503, Retry_After="Sun, 06 Nov 1994 08:49:37 GMT")
    with pytest.raises(SourceBusy) as raised:
        fetcher(now=lambda: 784_111_777.0 - 12).get(site.url("/x"))
    assert raised.value.retry_after == 12


def test_a_host_without_a_lane_is_not_held(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", 429, Retry_After="42")
    pace = FakePace()
    with pytest.raises(SourceBusy):
        fetcher(pace=pace, intervals={"127.0.0.1": 1.0}).get(site.url("/x"))
    assert (pace.taken, pace.held) == ([], [])


# Redirects


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int, site: Site, fetcher: Make) -> None:
    site.paths["/a/x"] = answer(b"", status, Location="../b?c=d#e")
    site.paths["/b?c=d"] = answer()
    assert fetcher().get(site.url("/a/x")).url == site.url("/b?c=d")


def test_five_redirects_are_followed_and_six_are_not(site: Site, fetcher: Make) -> None:
    for n in range(6):
        site.paths[f"/{n}"] = answer(b"", 302, Location=f"/{n + 1}")
    site.paths["/6"] = answer()
    assert fetcher().get(site.url("/1")).url == site.url("/6")
    with pytest.raises(SourceBroken, match="more than 5"):
        fetcher().get(site.url("/0"))
    assert site.asked()[6:] == ["/0", "/1", "/2", "/3", "/4", "/5"]


def test_a_loop_ends(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", 302, Location="/x")
    with pytest.raises(SourceBroken, match="more than 5"):
        fetcher().get(site.url("/x"))


@pytest.mark.parametrize("where", ["", "http://[::1/", "http://0177.0.0.1/", "http://x:99999999/"])
def test_a_redirect_to_nowhere(where: str, site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", 302, Location=where)
    with pytest.raises(TakeawaysError) as raised:
        fetcher().get(site.url("/x"))
    assert raised.value.code in ("source_broken", "blocked_url")
    assert site.asked() == ["/x"]


def test_cookies_live_as_long_as_the_redirects(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", 302, Location="/y", Set_Cookie="session=1; Path=/")
    site.paths["/y"] = answer()
    reading = fetcher()
    reading.get(site.url("/x"))
    reading.get(site.url("/y"))
    assert [request.headers["Cookie"] for request in site.requests] == [None, "session=1", None]


# Pace


def test_each_request_waits_for_its_turn(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(b"", 302, Location="/y")
    site.paths["/y"] = answer()
    slept: list[float] = []
    pace = FakePace(0.0, 1.5)
    fetcher(pace=pace, intervals={site.netloc: 3.0}, sleep=slept.append).get(site.url("/x"))
    assert pace.taken == [(site.netloc, 3.0)] * 2
    assert slept == [1.5]


def test_a_turn_after_the_deadline_is_not_waited_for(site: Site, fetcher: Make) -> None:
    slept: list[float] = []
    reading = fetcher(pace=FakePace(30.0), intervals={site.netloc: 3.0}, sleep=slept.append, seconds=20)
    with pytest.raises(SourceBusy) as raised:
        reading.get(site.url("/x"))
    assert raised.value.retry_after == 30.0
    assert (slept, site.requests) == ([], [])


def test_another_port_is_another_lane(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer()
    pace = FakePace()
    fetcher(pace=pace, intervals={"127.0.0.1": 1.0, "127.0.0.1:1": 1.0}).get(site.url("/x"))
    assert pace.taken == []


@pytest.mark.parametrize("host", ["paper.example", "PAPER.example", "paper.example."])
def test_a_host_has_one_lane_however_it_is_written(host: str, site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer()
    pace = FakePace()
    names = Names({"paper.example": [["151.101.3.42"]], "paper.example.": [["151.101.3.42"]]})
    reading = fetcher(pace=pace, intervals={"Paper.example": 1.0}, resolve=names, network=Dialler(site.port))
    reading.get(f"http://{host}/x")
    assert pace.taken == [("paper.example", 1.0)]


# Time


def test_a_drip_ends_at_the_deadline(site: Site, fetcher: Make) -> None:
    """One byte at a time, each soon enough for a time-out per read."""
    gone = threading.Event()

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        for byte in itertools.chain(PAGE, itertools.repeat(32)):
            request.wfile.write(bytes([byte]))
            if gone.wait(0.02):
                return

    site.paths["/x"] = drip
    with pytest.raises(SourceSlow):
        fetcher(seconds=0.3).get(site.url("/x"))
    gone.set()


def test_a_drip_of_headers_ends_at_the_deadline(site: Site, fetcher: Make) -> None:
    gone = threading.Event()

    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not gone.wait(0.02):
            request.wfile.write(b"x")

    site.paths["/x"] = drip
    with pytest.raises(SourceSlow):
        fetcher(seconds=0.3).get(site.url("/x"))
    gone.set()


def test_silence_ends_at_the_deadline(site: Site, fetcher: Make) -> None:
    gone = threading.Event()
    site.paths["/x"] = lambda request: gone.wait(20) and None
    with pytest.raises(SourceSlow):
        fetcher(seconds=0.1).get(site.url("/x"))
    gone.set()


# Broken servers


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"hello\r\n\r\n",
        b"HTTP/1.1 two\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n" + PAGE,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000,
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PAGE,
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE * 100)[:-20],
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n" + PAGE,
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\n" + gzip.compress(gzip.compress(PAGE)),
    ],
    ids=lambda sent: ascii(sent[:50]),
)
def test_answers_that_make_no_sense(sent: bytes, site: Site, fetcher: Make) -> None:
    def respond(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(sent)
        request.close_connection = True

    site.paths["/x"] = respond
    with pytest.raises(SourceBroken):
        fetcher().get(site.url("/x"))


def test_nobody_listens(fetcher: Make) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closing:
        netloc = f"127.0.0.1:{closing.getsockname()[1]}"
    with pytest.raises(SourceUnreachable):
        fetcher(allow_hosts=[netloc]).get(f"http://{netloc}/")


def test_no_tls_where_tls_is_asked_for(site: Site, fetcher: Make) -> None:
    with pytest.raises(SourceUnreachable):
        fetcher().get(f"https://{site.netloc}/")


def test_many_at_once(site: Site, fetcher: Make) -> None:
    for n in range(20):
        site.paths[f"/{n}"] = answer(PAGE + b"%d" % n)
    reading = fetcher()
    got: dict[int, Any] = {}
    threads = [
        threading.Thread(target=lambda n=n: got.__setitem__(n, reading.get(site.url(f"/{n}")).body)) for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {n: PAGE + b"%d" % n for n in range(20)}
