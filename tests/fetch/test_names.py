"""The system's resolver, as far as it goes without a network."""

from __future__ import annotations

import socket
import threading
from typing import Any

import pytest

from takeaways.errors import SourceSlow, SourceUnreachable
from takeaways.fetch.names import look_up


def test_all_addresses_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Any] = [
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("2a04:4e42::810", 0, 0, 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("151.101.3.42", 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("151.101.3.42", 0)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: found)
    assert look_up("paper.example", 5) == ("2a04:4e42::810", "151.101.3.42")


def test_this_machine() -> None:
    assert set(look_up("localhost", 20)) <= {"127.0.0.1", "::1"}


@pytest.mark.parametrize("host", ["a..b", "x" * 64 + ".example", ".example"])
def test_names_that_cannot_be(host: str) -> None:
    with pytest.raises(SourceUnreachable):
        look_up(host, 20)


def test_a_name_that_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*args: Any, **kwargs: Any) -> Any:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", none)
    with pytest.raises(SourceUnreachable, match=r"paper\.example"):
        look_up("paper.example", 20)


def test_a_resolver_that_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    answered = threading.Event()

    def silent(*args: Any, **kwargs: Any) -> Any:
        answered.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", silent)
    with pytest.raises(SourceSlow):
        look_up("paper.example", 0.05)
    answered.set()
