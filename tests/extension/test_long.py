"""A stream of seventy seconds in which nothing comes but heartbeats, with nobody looking at the worker: it must stay awake.

Both browsers end an idle worker after thirty seconds, and neither counts what a fetch brings as work. Both wait at once.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.extension.bare import Bare
from tests.extension.firefox import Firefox
from tests.extension.line import Call, Line
from tests.extension.papers import Press
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(300)]

LONG = 70.0
PANEL = "document.querySelector('takeaways-overlay')?.shadowRoot.querySelector('.panel')"
FETCHING = f"{PANEL}?.querySelector('.foot')?.textContent.startsWith('Fetching the paper')"
READY = f"{PANEL}?.querySelector('[role=status]').textContent === 'Summary ready'"
BUTTON = "document.querySelector('takeaways-button') !== null"


@dataclass
class Reader:
    """A browser with the overlay open, and what was seen of it."""

    script: Callable[[str], Any]
    agent: str
    held: bool = False
    ended: bool = False
    asked: tuple[tuple[str, str], ...] = ()

    def is_of(self, call: Call) -> bool:
        """Whether the call is this one's, and of a summary."""
        wanted = "/jobs/" in call.path or call.path.endswith("/summaries")
        return wanted and ("Firefox" in call.headers["user-agent"]) == (self.agent == "firefox")


def until(true: Callable[[], Any], seconds: float = 60) -> bool:
    """Wait for a condition; whether it came."""
    ends = time.monotonic() + seconds
    while not true():
        if time.monotonic() > ends:
            return False
        time.sleep(0.1)
    return True


def in_chromium(bare: Bare, url: str) -> Reader:
    """Click the toolbar's button on the page."""
    assert until(bare.extension)
    extension = bare.extension()
    bare.go(url)
    assert until(lambda: bare.script(BUTTON))
    bare.toolbar(extension)
    return Reader(bare.script, "chromium")


def in_firefox(firefox: Firefox, url: str) -> Reader:
    """Click the toolbar's button on the page."""
    firefox.settle()
    firefox.go(url)
    firefox.until(f"return {BUTTON}")
    firefox.toolbar()
    return Reader(lambda expression: firefox.script(f"return {expression}"), "firefox")


@pytest.fixture(scope="module")
def readers(
    request: pytest.FixtureRequest,
    chromium: str,
    unpacked: Path,
    _site: FakeArxiv,
    _line: Line,
    arxiv_server: FakeArxiv,
    press: Press,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[dict[str, Reader]]:
    """Those who waited: Chromium, and Firefox where there is one."""
    try:
        firefox: Firefox | None = request.getfixturevalue("_firefox")
    except pytest.skip.Exception:
        firefox = None  # its own test says why
    folder = tmp_path_factory.mktemp("long")
    patient = {"TAKEAWAYS_FETCH_SECONDS": "200", "TAKEAWAYS_ARXIV_SECONDS": "0", "TAKEAWAYS_DATA": str(folder / "data")}
    paper = press.paper()
    with ExitStack() as stack:
        service = RunningService({**arxiv_server.environment, **patient}, folder / "log")
        stack.callback(service.stop)
        service.wait()
        _line.lay(service.port)
        stack.callback(_line.lay, None)
        for arxiv in (_site, arxiv_server):
            arxiv.rest()
            arxiv.pages.update(paper.pages)
        # A first run that finds its service opens no options.
        bare = Bare(chromium, extension=unpacked, profile=folder / "profile", arxiv_port=_site.port)
        stack.callback(bare.close)
        with arxiv_server.holding("/html/"):
            readers = [in_chromium(bare, paper.abs), *([in_firefox(firefox, paper.abs)] if firefox else [])]
            for reader in readers:
                assert until(lambda reader=reader: reader.script(FETCHING)), reader.agent
            time.sleep(LONG)
            for reader in readers:
                reader.held = reader.script(FETCHING)
        for reader in readers:
            reader.ended = until(lambda reader=reader: reader.script(READY))
            reader.asked = tuple((call.method, call.path) for call in _line.asked if reader.is_of(call))
        yield {reader.agent: reader for reader in readers}


@pytest.mark.parametrize("browser_name", ["chromium", "firefox"])
def test_the_worker_outlasts_a_long_stream(
    request: pytest.FixtureRequest, readers: dict[str, Reader], browser_name: str
) -> None:
    if browser_name == "firefox":
        request.getfixturevalue("_firefox")  # skips, with the reason, where there is none
    reader = readers[browser_name]
    assert reader.held
    assert reader.ended
    assert reader.asked == (("POST", "/api/v1/summaries"),), "a worker that had died would have asked again"
