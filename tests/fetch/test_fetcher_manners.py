"""What a server says, where it sends, when it answers, and how it breaks."""

from __future__ import annotations

import gzip
import itertools
import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from takeaways.errors import (
    PaperNotFound,
    SourceBroken,
    SourceBusy,
    SourceRefused,
    SourceSlow,
    SourceUnreachable,
    TakeawaysError,
)
from takeaways.fetch import Fetcher

from .conftest import PAGE, Dialler, FakePace, Names, Site, answer

Make = Callable[..., Fetcher]

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
    pace = FakePace(30.0)
    reading = fetcher(pace=pace, intervals={site.netloc: 3.0}, sleep=slept.append, seconds=20)
    with pytest.raises(SourceBusy) as raised:
        reading.get(site.url("/x"))
    assert raised.value.retry_after == 30.0
    assert 0 < pace.patience <= 20
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
