"""An http(s) address in its one normal form, or the reason why it is none. Pure: nothing is looked up."""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import idna

from ..errors import BlockedUrl, NotAUrl

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Without «//» a scheme looks like a word before a colon («doi:», «Note:»): these are never one.
_OTHER = re.compile(
    r"(?:about|blob|chrome|chrome-extension|data|dict|file|filesystem|ftps?|gopher|jar|javascript|ldaps?|mailto"
    r"|moz-extension|sftp|smb|ssh|tel|tftp|vbscript|view-source|wss?):\S",
    re.IGNORECASE,
)
# «arxiv.org/abs/…», «localhost:8123/…»: a host that cannot be a number or a word of a sentence, then a path.
_SCHEMELESS = re.compile(
    r"(?:www\.[a-z0-9.-]+|(?:[a-z0-9_-]+\.)+[a-z]{2,}(?=[:/?])|localhost(?=[:/])|[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?=[:/]))"
    r"(?::[0-9]+)?(?:[/?#].*)?",
    re.IGNORECASE,
)
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")  # a host that ends so is an IPv4 address, in one of its spellings
_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_USUAL = {"http": 80, "https": 443}


class Address(NamedTuple):
    """The parts of a normal address. `port` is never the scheme's usual one; path and query are percent-encoded."""

    scheme: str
    host: str
    port: int | None
    path: str
    query: str

    def __str__(self) -> str:
        return f"{self.scheme}://{self.netloc}{self.path}{'?' + self.query if self.query else ''}"

    @property
    def netloc(self) -> str:
        """`host` or `host:port`; an IPv6 address in brackets."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port is None else f"{host}:{self.port}"


def address(text: str) -> Address | None:
    """Read an address; one without scheme is taken for https. None where the text is no address at all.

    Parameters
    ----------
    text : str
        Without spaces around it.

    Raises
    ------
    BlockedUrl
        Another scheme than http(s), or a user name in it.
    NotAUrl
        An http(s) address that is malformed.
    """
    scheme = _SCHEME.match(text)
    if scheme and _OTHER.match(text):
        raise BlockedUrl(f"Only http and https addresses are read, not {scheme[1].lower()}:")
    if any(c.isspace() or not c.isprintable() for c in text):
        return None
    if text.startswith("//"):
        text = f"https:{text}"
    elif _SCHEMELESS.fullmatch(text):
        text = f"https://{text}"
    elif scheme is None:
        return None
    elif scheme[1].lower() not in _USUAL:
        if text[scheme.end() :].startswith("//"):
            raise BlockedUrl(f"Only http and https addresses are read, not {scheme[1].lower()[:20]}:")
        return None
    return _normal(text)


def _normal(text: str) -> Address:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as err:
        raise NotAUrl(f"«{text[:80]}» is not a well-formed address: {err}.") from err
    if "@" in parts.netloc:
        raise BlockedUrl("An address with a user name or password in it is not read: it often hides where it leads.")
    if not parts.hostname:
        raise NotAUrl(f"«{text[:80]}» names no host.")
    return Address(
        scheme=parts.scheme,
        host=_host(parts.hostname, parts.netloc.startswith("["), text),
        port=port if port != _USUAL[parts.scheme] else None,
        path=_encoded(parts.path, safe="/%:@!$&'()*+,;=~") or "/",
        query=_encoded(parts.query, safe="/?%:@!$&'()*+,;=~[]"),
    )


def _host(name: str, bracketed: bool, text: str) -> str:
    name = name.removesuffix(".")
    try:
        if bracketed:
            return str(ipaddress.IPv6Address(name))
        if not name.isascii():
            name = idna.encode(name, uts46=True).decode()
        if _NUMBER.fullmatch(name.rpartition(".")[2]):
            return str(ipaddress.IPv4Address(socket.inet_aton(name)))
    except (ValueError, OSError) as err:
        raise NotAUrl(f"«{text[:80]}» has a host name that cannot be: {err}.") from err
    if not _HOST.fullmatch(name):
        raise NotAUrl(f"«{text[:80]}» has a host name that cannot be.")
    return name


def _encoded(part: str, safe: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe=safe)
