"""A page that is left in mid-stream and come back to: the browser had set it aside, and closed its port without a word.

Nobody looks at Chromium's worker here, nor steers the browser through Playwright, which switches the back/forward cache off.
"""

from __future__ import annotations

import pytest

from tests.extension.bare import Bare
from tests.extension.firefox import Firefox
from tests.extension.line import Line
from tests.extension.papers import PaperPages, list_page
from tests.extension.test_hover import Shelve
from tests.extension.test_long import FETCHING, READY, Reader, in_chromium, in_firefox, until
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

pytestmark = pytest.mark.browser

AWAY = "document.querySelector('takeaways-overlay') === null && document.readyState === 'complete'"
SET_ASIDE = "window.kept === true"


def left_and_come_back(reader: Reader, fake_arxiv: FakeArxiv, line: Line) -> None:
    """Leave the page while its paper is fetched, come back, and see the summary come."""
    assert until(lambda: reader.script(FETCHING))
    reader.script("window.kept = true")
    reader.script("void location.assign('https://arxiv.org/abs/none-such')")
    assert until(lambda: reader.script(AWAY))
    reader.script("void history.back()")
    assert until(lambda: reader.script(FETCHING))
    assert reader.script(SET_ASIDE), "the page was loaded anew: nothing was tried"
    before = len(line.asked)
    assert until(lambda: any("/jobs/" in call.path for call in line.asked)), f"nobody asked again: {line.asked[:before]}"


def test_in_chromium(bare: Bare, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv, line: Line) -> None:
    with fake_arxiv.holding("/html/"):
        reader = in_chromium(bare, paper.abs)
        left_and_come_back(reader, fake_arxiv, line)
    assert until(lambda: reader.script(READY))


def test_in_firefox(firefox: Firefox, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv, line: Line) -> None:
    with fake_arxiv.holding("/html/"):
        reader = in_firefox(firefox, paper.abs)
        left_and_come_back(reader, fake_arxiv, line)
    assert until(lambda: reader.script(READY))


def test_a_list_come_back_to_asks_again_for_what_it_was_waiting_for(
    bare: Bare, service: RunningService, site: FakeArxiv, fake_arxiv: FakeArxiv, line: Line, shelve: Shelve
) -> None:
    site.pages["/list/q-bio/recent"] = list_page(shelve(30))
    assert until(bare.extension)
    extension = bare.extension()
    with fake_arxiv.holding("/api/"):
        bare.go("https://arxiv.org/list/q-bio/recent")
        assert until(lambda: bare.script("document.querySelector('dl#articles') !== null"))
        # What is in sight is looked up as soon as the content script runs; before that a click has nobody to go to.
        assert until(lambda: line.posted("/api/v1/takeaways"))
        bare.script("window.kept = true")
        bare.toolbar(extension)
        assert until(lambda: bare.script("document.querySelector('takeaways-line') !== null"))
        assert until(lambda: any(not asked["cached_only"] for asked in line.posted("/api/v1/takeaways")))
        bare.script("void location.assign('https://arxiv.org/abs/none-such')")
        assert until(lambda: bare.script("document.querySelector('dl#articles') === null"))
    bare.script("void history.back()")
    assert until(lambda: bare.script("document.querySelector('dl#articles') !== null"))
    assert bare.script(SET_ASIDE), "the page was loaded anew: nothing was tried"
    said = "document.querySelector('takeaways-line')?.shadowRoot.textContent ?? ''"
    assert until(lambda: "We present a census" in bare.script(said), 20)
