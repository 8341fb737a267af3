"""The room's door: reads one address, start to end."""

from __future__ import annotations

import io
import re
import ssl
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import Protocol, TypeVar

import httpcore
import httpx

from ..errors import BadSettings, EmptyFile, NoPicture, NotAPdf, NotAUrl, NotReadable, SourceBroken, SourceBusy, TooLarge
from . import inflate
from .answers import REDIRECTS, refusal
from .guard import Guard
from .names import look_up
from .network import Deadline, Network, Resolve, Transport, translated
from .pictures import MOST_PIXELS, media_type, pixels
from .sniff import WINDOW, Kind, sniff

MOST_REDIRECTS = 5
MOST_PICTURE_BYTES = 10_000_000
"""Of one picture of a page, which is passed on as it is."""

K = TypeVar("K")
Judge = Callable[[httpx.URL, httpx.Response, io.BytesIO], K]
"""What a body is, by its first bytes: of what was asked for, what answered, and what came so far."""
_CALLED_PDF = re.compile(r"(?:.*/pdf/(?!.*\.x?html?$).+|.*\.pdf)", re.IGNORECASE)


class Pace(Protocol):
    """Whose turn it is: a lane lets one request through in so many seconds, whoever sends them."""

    def take(self, lane: str, interval: float, patience: float) -> float:
        """The seconds until the lane's next slot, `interval` after the last; it is reserved if they are under `patience`."""
        ...

    def hold(self, lane: str, seconds: float) -> None:
        """Let nobody through before so many seconds have passed."""
        ...


@dataclass(frozen=True)
class Fetched:
    """What an address gave."""

    url: str
    """After redirects, without a fragment."""
    kind: Kind
    """Told from the bytes."""
    body: bytes


class Fetcher:
    """Reads addresses that strangers name, safely and politely. May be used from many threads.

    Parameters
    ----------
    allow_hosts : Collection[str]
        `host` or `host:port` that may be read though private (see `Guard`).
    max_bytes : int
        Of one body, after decompression.
    seconds : float
        For one address, all told: looking up, waiting for its turn, redirects, the last byte.
    contact : str
        Mail or address for the User-Agent; may be empty.
    pace : Pace
    intervals : Mapping[str, float]
        Host, or host:port for another port than the usual, -> seconds between two requests to it. Its lane is that
        key. Hosts that are not named are not paced.
    resolve, network, sleep, clock, now
        How names are looked up, an IP address is dialled, time passes and is told (`clock` never goes back, `now` is
        seconds since 1970). Tests give others.

    Raises
    ------
    BadSettings
        An entry of `allow_hosts` or the contact cannot be used.
    """

    def __init__(
        self,
        *,
        allow_hosts: Collection[str],
        max_bytes: int,
        seconds: float,
        contact: str,
        pace: Pace,
        intervals: Mapping[str, float],
        resolve: Resolve = look_up,
        network: httpcore.NetworkBackend | None = None,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        if not (contact.isascii() and contact.isprintable()):
            raise BadSettings("TAKEAWAYS_CONTACT goes into a header: it must be a mail address or web address in ASCII.")
        self._guard = Guard(allow_hosts)
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._pace = pace
        self._intervals = {lane.lower(): interval for lane, interval in intervals.items()}
        self._resolve = resolve
        self._network = network or httpcore.SyncBackend()
        self._sleep = sleep
        self._clock = clock
        self._now = now
        self._tls: ssl.SSLContext = httpx.create_ssl_context()
        self._headers = {
            "User-Agent": f"takeaways/{_version()}" + (f" (+{contact})" if contact else ""),
            "Accept": "text/html, application/xhtml+xml, application/pdf, application/xml;q=0.9, */*;q=0.5",
            "Accept-Encoding": inflate.ACCEPTED,
        }

    def admit(self, url: str) -> None:
        """Refuse what can be refused without the network; `get` refuses the rest, where it dials.

        Raises
        ------
        NotAUrl, BlockedUrl
            The address is none, or its host is written as an address, or its port, that is not read.
        """
        self._guard.admit(_well_formed(url))

    def get(self, url: str) -> Fetched:
        """Read an address.

        Parameters
        ----------
        url : str
            http or https.

        Raises
        ------
        NotAUrl, BlockedUrl
            It, or where it redirects to, may not or cannot be dialled.
        PaperNotFound, SourceRefused, SourceBusy, SourceBroken, SourceSlow, SourceUnreachable
            The server did not give it.
        TooLarge, EmptyFile, NotAPdf, NotReadable
            What it gave cannot be used.
        """
        at, kind, body = self._fetched(url, self._max_bytes, _kind)
        return Fetched(at, kind, body)

    def picture(self, url: str) -> bytes:
        """Read the address of a picture: PNG, JPEG, GIF or WebP, as it is.

        Parameters
        ----------
        url : str
            http or https.

        Raises
        ------
        NotAUrl, BlockedUrl, Upstream, EmptyFile
            As for `get`.
        NoPicture
            It is none of those kinds, or too large.
        """
        try:
            _, _, body = self._fetched(url, min(self._max_bytes, MOST_PICTURE_BYTES), _picture_kind)
        except TooLarge as err:
            raise NoPicture(f"The picture at {url[:200]} is too large to be passed on. {err.detail}") from err
        area = pixels(body)
        if area is None or area > MOST_PIXELS:
            raise NoPicture(f"The picture at {url[:200]} is damaged, or has more than {MOST_PIXELS:,} pixels.")
        return body

    def _fetched(self, url: str, most: int, judge: Judge[K]) -> tuple[str, K, bytes]:
        """What an address gives: where it was after redirects, what `judge` says of its first bytes, all of them."""
        asked = _well_formed(url)
        deadline = Deadline(self._seconds, self._clock)
        network = Network(self._guard, self._resolve, deadline, self._network)
        # A client for each address: cookies live as long as its redirects, and no connection outlives the check.
        with httpx.Client(
            transport=Transport(network, self._tls), headers=self._headers, trust_env=False, timeout=self._seconds
        ) as client:
            at = asked
            for _ in range(MOST_REDIRECTS + 1):
                self._guard.admit(at)
                self._await_turn(at, deadline)
                with translated(at.host), client.stream("GET", at) as answer:
                    if answer.status_code not in REDIRECTS:
                        return self._read(asked, answer, deadline, most, judge)
                    at = _onward(answer)
        raise SourceBroken(f"«{asked.host}» redirects more than {MOST_REDIRECTS} times.")

    def _await_turn(self, url: httpx.URL, deadline: Deadline) -> None:
        lane = self._lane(url)
        if lane is None:
            return
        patience = deadline.left()
        wait = self._pace.take(lane, self._intervals[lane], patience)
        if wait >= patience:
            raise SourceBusy(f"«{lane}» is asked for more than its pace allows.", retry_after=wait)
        if wait > 0:
            self._sleep(wait)

    def _lane(self, url: httpx.URL) -> str | None:
        host = f"[{url.host}]" if ":" in url.host else url.host.removesuffix(".")
        lane = host if url.port is None else f"{host}:{url.port}"
        return lane if lane in self._intervals else None

    def _read(
        self,
        asked: httpx.URL,
        answer: httpx.Response,
        deadline: Deadline,
        most: int,
        judge: Judge[K],
    ) -> tuple[str, K, bytes]:
        if refused := refusal(answer, self._now()):
            lane = self._lane(answer.request.url)
            if isinstance(refused, SourceBusy) and lane and refused.retry_after:
                self._pace.hold(lane, refused.retry_after)
            raise refused
        declared = answer.headers.get("content-length", "")
        if declared.isdecimal() and float(declared) > most:
            raise _too_large(most)
        body = io.BytesIO()  # hands its bytes out without a second copy
        kind: K | None = None
        for piece in _pieces(answer):
            deadline.left()
            body.write(piece)
            if body.tell() > most:
                raise _too_large(most)
            if kind is None and body.tell() >= WINDOW:
                kind = judge(asked, answer, body)
        return str(answer.request.url).partition("#")[0], kind or judge(asked, answer, body), body.getvalue()


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"It has more than {most:,} bytes.")


def _pieces(answer: httpx.Response) -> Iterator[bytes]:
    inflater = inflate.Inflater(answer.headers.get("content-encoding", ""))
    for data in answer.iter_raw():
        yield from inflater.feed(data)
    yield from inflater.finish()


def _kind(asked: httpx.URL, answer: httpx.Response, body: io.BytesIO) -> Kind:
    if not body.tell():
        raise EmptyFile(f"«{answer.request.url.host}» gave nothing.")
    kind = sniff(body.getvalue()[:WINDOW])
    if kind is None:
        called = answer.headers.get("content-type", "")[:80]
        raise NotReadable(f"«{asked.host}» gave something else" + (f", which it calls {called}" if called else "") + ".")
    if kind == "html" and _CALLED_PDF.fullmatch(asked.path):
        raise NotAPdf(f"{asked.path[-200:]} at «{asked.host}» gives a web page.")
    return kind


def _picture_kind(asked: httpx.URL, answer: httpx.Response, body: io.BytesIO) -> str:
    if not body.tell():
        raise EmptyFile(f"«{answer.request.url.host}» gave nothing.")
    found = media_type(body.getvalue()[:WINDOW])
    if found is None:
        called = answer.headers.get("content-type", "").partition(";")[0][:80] or "something else"
        raise NoPicture(f"At {str(asked)[:200]} is {called}; only PNG, JPEG, GIF and WebP are passed on.")
    return found


def _onward(answer: httpx.Response) -> httpx.URL:
    where = answer.headers.get("location", "")
    if not where:
        raise SourceBroken(f"«{answer.request.url.host}» redirects, but does not say where to.")
    try:
        return answer.request.url.join(where)
    except httpx.InvalidURL as err:
        raise SourceBroken(f"«{answer.request.url.host}» redirects to what is no address.") from err


def _version() -> str:
    try:
        return metadata.version("takeaways")
    except metadata.PackageNotFoundError:
        return "source"  # run from a checkout that is not installed


def _well_formed(url: str) -> httpx.URL:
    try:
        return httpx.URL(url)
    except httpx.InvalidURL as err:
        raise NotAUrl(f"«{url[:80]}» is not a well-formed address: {err}.") from err
