"""Nothing is dialled that may not be: the guard, seen from the fetcher."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpcore
import httpx
import pytest

from takeaways.errors import BadSettings, BlockedUrl, NotAUrl, SourceUnreachable, TakeawaysError
from takeaways.fetch import Fetcher
from takeaways.fetch.guard import Guard

from .conftest import PAGE, Dialler, FakePace, Listener, Names, Site, answer

PUBLIC = "151.101.3.42"
OTHER = "2a04:4e42::810"

BLOCKED = [
    "http://127.0.0.1/",
    "https://127.0.0.1/",
    "http://127.1/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://2130706433/",
    "http://017700000001/",
    "http://0/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::]/",
    "http://[0:0:0:0:0:0:0:1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[fc00::1]/",
    "http://[fd12:3456::1]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001::1]/",
    "http://[ff02::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://100.64.0.1/",
    "http://172.16.0.1/",
    "http://192.168.1.1/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://localhost/",
    "http://localhost./",
    "http://private.example/",
    "http://both.example/",
    "http://both6.example/",
    "http://mapped.example/",
    f"http://{PUBLIC}:8080/",
    f"http://{PUBLIC}:22/",
    f"http://{PUBLIC}:0/",
    "https://public.example:8443/",
    "http://user@public.example/",
    "http://user:secret@public.example/",
    "http://public.example@127.0.0.1/",
    "http://public.example\\@127.0.0.1/",
    "file:///etc/passwd",
    "gopher://public.example/",
    "ftp://public.example/x.pdf",
    "javascript:alert(1)",
    "//public.example/",
    "public.example",
]


def names() -> Names:
    return Names(
        {
            "localhost": [["127.0.0.1", "::1"]],
            "localhost.": [["127.0.0.1", "::1"]],
            "private.example": [["10.0.0.1"]],
            "both.example": [[PUBLIC, "127.0.0.1"]],
            "both6.example": [[OTHER, "::1", PUBLIC]],
            "mapped.example": [["::ffff:127.0.0.1"]],
            "public.example": [[PUBLIC, OTHER]],
            "rebinding.example": [[PUBLIC], ["127.0.0.1"]],
            "nowhere.example": [[]],
        }
    )


@pytest.mark.parametrize("url", BLOCKED)
def test_blocked_and_not_dialled(url: str, listener: Listener, fetcher: Callable[..., Fetcher]) -> None:
    dialler = Dialler(listener.port)
    with pytest.raises(BlockedUrl):
        fetcher(allow_hosts=[], resolve=names(), network=dialler).get(url)
    assert not dialler.dialled
    assert not listener.visited()


@pytest.mark.parametrize("spelling", ["127.0.0.1", "127.1", "0x7f000001", "2130706433", "localhost"])
@pytest.mark.parametrize("opened", [[], ["example.org:{port}"], ["127.0.0.1"], ["localhost"]], ids=str)
def test_a_real_socket_on_another_port_is_not_reached(
    spelling: str, opened: list[str], listener: Listener, fetcher: Callable[..., Fetcher]
) -> None:
    """With the system's resolver and real sockets: the port that listens is open to nobody."""
    opened = [entry.format(port=listener.port) for entry in opened]
    with pytest.raises(BlockedUrl):
        fetcher(allow_hosts=opened).get(f"http://{spelling}:{listener.port}/")
    assert not listener.visited()


def test_the_listener_would_have_told(listener: Listener, fetcher: Callable[..., Fetcher]) -> None:
    """What the tests above rest on: once the host is opened, the same call does come to the socket."""
    netloc = f"127.0.0.1:{listener.port}"
    with pytest.raises(TakeawaysError):
        fetcher(allow_hosts=[netloc], seconds=0.2).get(f"http://{netloc}/")
    assert listener.visited()


def test_what_was_checked_is_dialled(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    """A name that answers otherwise the second time is looked up once, and its first answer is dialled."""
    site.paths["/"] = answer()
    dialler, resolver = Dialler(site.port), names()
    assert fetcher(resolve=resolver, network=dialler).get("http://rebinding.example/").body == PAGE
    assert resolver.asked == ["rebinding.example"]
    assert dialler.dialled == [(PUBLIC, 80)]
    assert site.requests[0].headers["Host"] == "rebinding.example"


def test_a_redirect_is_looked_up_and_checked_anew(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.paths["/"] = answer(status=302, Location="http://rebinding.example/second", Connection="close")
    dialler = Dialler(site.port)
    with pytest.raises(BlockedUrl):
        fetcher(resolve=names(), network=dialler).get("http://rebinding.example/")
    assert dialler.dialled == [(PUBLIC, 80)]
    assert site.asked() == ["/"]


@pytest.mark.parametrize("url", [url for url in BLOCKED if "://" in url])
def test_redirects_into_private_space(url: str, site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.paths["/start"] = answer(status=302, Location=url)
    dialler = Dialler(site.port)
    with pytest.raises(BlockedUrl):
        fetcher(allow_hosts=[], resolve=names(), network=dialler).get("http://public.example/start")
    assert dialler.dialled == [(PUBLIC, 80)]
    assert site.asked() == ["/start"]


def test_the_next_address_is_tried_where_one_is_silent(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    class Half(Dialler):
        def connect_tcp(self, host: str, port: int, *args: Any, **kwargs: Any) -> httpcore.NetworkStream:
            stream = super().connect_tcp(host, port)
            if host == PUBLIC:
                stream.close()
                raise httpcore.ConnectError("refused")
            return stream

    site.paths["/"] = answer()
    dialler = Half(site.port)
    assert fetcher(resolve=names(), network=dialler).get("http://public.example/").body == PAGE
    assert dialler.dialled == [(PUBLIC, 80), (OTHER, 80)]


def test_a_name_without_addresses(fetcher: Callable[..., Fetcher]) -> None:
    with pytest.raises(SourceUnreachable):
        fetcher(resolve=names()).get("http://nowhere.example/")


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"])
def test_proxies_of_the_environment_are_ignored(
    name: str, monkeypatch: pytest.MonkeyPatch, site: Site, listener: Listener, fetcher: Callable[..., Fetcher]
) -> None:
    monkeypatch.setenv(name, f"http://127.0.0.1:{listener.port}")
    site.paths["/"] = answer()
    assert fetcher().get(site.url("/")).body == PAGE
    assert not listener.visited()


@pytest.mark.parametrize(
    ("entry", "url", "opened"),
    [
        ("10.0.0.1", "http://10.0.0.1/", True),
        ("10.0.0.1", "https://10.0.0.1/", True),
        ("10.0.0.1", "http://10.1/", True),
        ("10.0.0.1", "http://10.0.0.1:8080/", False),
        ("10.0.0.1", "http://10.0.0.2/", False),
        ("10.0.0.1:8080", "http://10.0.0.1:8080/", True),
        ("10.0.0.1:8080", "http://10.0.0.1/", False),
        ("private.example", "http://private.example/", True),
        ("Private.Example.", "http://PRIVATE.example./", True),
        ("private.example", "http://10.0.0.1/", False),
        ("private.example", "http://sub.private.example/", False),
        ("private.example:8080", "https://private.example:8080/", True),
        ("private.example:8080", "http://user@private.example:8080/", False),
        ("public.example:8443", "https://public.example:8443/", True),
        ("public.example:8443", "https://public.example/", True),
        ("localhost", "http://127.0.0.1/", False),
        ("[::1]:8080", "http://[::1]:8080/", True),
        ("[::1]:8080", "http://[::1]/", False),
        ("[::1]", "http://[0:0::1]/", True),
        ("::1", "http://[::1]/", True),
    ],
)
def test_entries_open_exactly_what_they_name(
    entry: str, url: str, opened: bool, listener: Listener, fetcher: Callable[..., Fetcher]
) -> None:
    dialler, table = Dialler(listener.port), names()
    table.table |= {"private.example.": [["10.0.0.1"]], "sub.private.example": [["10.0.0.1"]]}
    reading = fetcher(allow_hosts=[entry], resolve=table, network=dialler, seconds=0.1, pace=FakePace())
    with pytest.raises(TakeawaysError) as raised:
        reading.get(url)  # nobody answers there: either it is blocked, or it was dialled
    assert isinstance(raised.value, BlockedUrl) != opened
    assert bool(dialler.dialled) == opened == listener.visited()


@pytest.mark.parametrize(
    "entry", ["", "http://host", "host:", "host:0", "host:99999", "host:x", "host/path", "a b", "[::1", "*"]
)
def test_an_entry_that_is_neither(entry: str) -> None:
    with pytest.raises(BadSettings, match="ALLOW_HOSTS"):
        Guard([entry])


@pytest.mark.parametrize("url", ["http://", "http:///x", "https://?x"])
def test_no_host(url: str) -> None:
    with pytest.raises(NotAUrl):
        Guard([]).admit(httpx.URL(url))


@pytest.mark.parametrize(
    "url", ["http://[::1/", "http://a b/", "http://x:y/", "http://①②⑦.⓪.⓪.①/", "http://0177.0.0.1/", "http://h/\x00"]
)
def test_malformed(url: str, fetcher: Callable[..., Fetcher]) -> None:
    with pytest.raises(NotAUrl):
        fetcher().get(url)


def test_private_names_are_not_told() -> None:
    with pytest.raises(BlockedUrl) as raised:
        Guard([]).check("intranet.example", 80, ["10.1.2.3"])
    assert "10.1.2.3" not in raised.value.detail


def test_a_host_in_another_script_is_a_host_like_any_other() -> None:
    for url in ("https://bücher.example/a.pdf", "https://xn--bcher-kva.example/a.pdf", "https://例え.jp/論文.pdf"):
        Guard(()).admit(httpx.URL(url))
    Guard(("xn--bcher-kva.example:8080",)).admit(httpx.URL("http://bücher.example:8080/"))
