"""The ground every test stands on holds: nothing leaves this machine, and nothing of the developer's leaks in."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import httpx
import pytest

from takeaways.config import Settings


@pytest.mark.parametrize(
    ("url", "names"),
    [("http://192.0.2.1/", "192.0.2.1"), ("http://[2001:db8::1]/", "2001:db8::1"), ("http://example.org/", "example.org")],
)
def test_nothing_leaves_this_machine(url: str, names: str) -> None:
    with pytest.raises(RuntimeError, match=names):
        httpx.get(url, trust_env=False)


def test_a_datagram_does_not_either() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender, pytest.raises(RuntimeError, match=r"192\.0\.2\.1"):
        sender.sendto(b"?", ("192.0.2.1", 53))


def test_digits_are_resolved_as_anywhere_else() -> None:
    assert socket.getaddrinfo("2130706433", 80, type=socket.SOCK_STREAM)[0][4] == ("127.0.0.1", 80)
    assert socket.getaddrinfo("10.0.0.1", 80, type=socket.SOCK_STREAM)[0][4] == ("10.0.0.1", 80)


def test_settings_are_the_tests_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    (tmp_path / ".env").write_text("TAKEAWAYS_LANGUAGE=de\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    settings = Settings()
    assert settings.language == "en"
    assert settings.data == data
    assert not [name for name in os.environ if name.startswith("OPENAI_") or name.lower().endswith("_proxy")]


@pytest.mark.browser
def test_a_browser_renders(browser: object) -> None:
    page = browser.new_page()  # type: ignore[attr-defined]
    page.set_content("<title>Ravens</title>")
    assert page.title() == "Ravens"
    page.close()
