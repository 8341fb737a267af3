"""What may be dialled: public http(s) on ports 80 and 443, and the hosts the settings open."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

import httpx

from ..errors import BadSettings, BlockedUrl, NotAUrl
from .addresses import is_public, spelled_out

PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[^/@\s]*:[^/@\s]*")  # the second: an IPv6 address
_ENTRY = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[0-9a-f:]*:[0-9a-f:.]*:[0-9a-f:.]*|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?")


class Guard:
    """The rule of which addresses may be dialled.

    Parameters
    ----------
    allow_hosts : Collection[str]
        `host:port` opens that host on that port; `host` opens it on 80 and 443. An opened host may be private. It is
        opened under this name alone: `localhost:8123` does not open `127.0.0.1:8123`. IPv6 addresses with a port
        stand in brackets.

    Raises
    ------
    BadSettings
        An entry is neither.
    """

    def __init__(self, allow_hosts: Collection[str]) -> None:
        self._opened = frozenset(_opened(entry) for entry in allow_hosts)

    def admit(self, url: httpx.URL) -> None:
        """Check what can be seen without looking the host up.

        Raises
        ------
        BlockedUrl
            Another scheme than http(s), a user name, a port that is not open, an address that is not public.
        NotAUrl
            No host, or one that cannot be.
        """
        if url.scheme not in PORTS:
            raise BlockedUrl(f"Only http and https addresses are read, not {url.scheme[:20]}:")
        if url.userinfo:
            raise BlockedUrl("An address with a user name or password in it is not read: it often hides where it leads.")
        host = url.raw_host.decode("ascii")  # `url.host` has read «xn--…» back into other scripts
        if not _HOST.fullmatch(host):
            raise NotAUrl(f"«{url.host[:80]}» is not the name of a host." if url.host else "The address names no host.")
        port = PORTS[url.scheme] if url.port is None else url.port
        if port not in PORTS.values() and not self._opens(host, port):
            raise BlockedUrl(f"«{url.host}» is asked for on port {port}; only 80 and 443 are read.")
        if address := "127.0.0.1" if _name(host) == "localhost" else spelled_out(_name(host)):
            self.check(host, port, [address])

    def check(self, host: str, port: int, found: Sequence[str]) -> tuple[str, ...]:
        """The addresses of a host, if all of them may be dialled.

        Parameters
        ----------
        host : str
            As in the URL, without brackets.
        port : int
        found : Sequence[str]
            All its IP addresses.

        Returns
        -------
        tuple[str, ...]
            The same addresses: these are to be dialled, not the name, which may answer otherwise the next time.

        Raises
        ------
        BlockedUrl
            One of them is not public, and the host is not opened. One is enough: who controls the name chose it.
        """
        if not self._opens(host, port) and not (port in PORTS.values() and all(is_public(address) for address in found)):
            # Which address it is stays unsaid: the names of a private network are nobody's business.
            raise BlockedUrl(f"«{host}» leads to an address that is not public.")
        return tuple(found)

    def _opens(self, host: str, port: int) -> bool:
        name = _name(host)
        return (name, port) in self._opened or ((name, None) in self._opened and port in PORTS.values())


def _opened(entry: str) -> tuple[str, int | None]:
    found = _ENTRY.fullmatch(entry.strip().lower())
    port = int(found["port"]) if found and found["port"] else None
    if found is None or port == 0 or (port or 0) > 65535:
        raise BadSettings(f"TAKEAWAYS_FETCH_ALLOW_HOSTS: «{entry[:80]}» is neither host nor host:port.")
    return _name(found["host"].strip("[]")), port


def _name(host: str) -> str:
    host = host.lower().removesuffix(".")
    return spelled_out(host) or host
