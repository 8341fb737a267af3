"""Lists and searches in a real Chromium: one line under each title in view, from the cache or the abstract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.papers import list_page, search_page
from tests.extension.test_hover import Shelve, asked_for
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

LIST, NEW, SEARCH = "/list/q-bio/recent", "/list/q-bio/new", "/search/"


def lines(page: Page) -> Locator:
    """The lines under titles that have come."""
    return page.locator("takeaways-line [role=note][aria-busy=false]")


def go(page: Page, path: str) -> None:
    """Open one of arXiv's pages, and wait for the extension."""
    page.goto(f"https://arxiv.org{path}")
    page.wait_for_function("document.readyState === 'complete'")


def highlighted(page: Page) -> str:
    """What is marked on the page."""
    text: str = page.evaluate("[...CSS.highlights.values()].flatMap((mark) => [...mark]).map(String).join(' ')")
    return " ".join(text.split())


def test_a_click_shows_a_line_under_each_title_in_view(
    chrome: Chromium, page: Page, service: RunningService, site: FakeArxiv, line: Line, shelve: Shelve
) -> None:
    site.pages[LIST] = list_page(shelve(60))
    go(page, LIST)
    chrome.toolbar(page)
    lines(page).first.wait_for()
    page.locator("takeaways-line [aria-busy=true]").first.wait_for(state="detached")
    count = lines(page).count()
    assert 5 <= count < 40, "those in view, no others"
    for n in range(count):
        line_text = lines(page).nth(n).inner_text()
        assert f"at station {n + 1} " in line_text, f"line {n}: {line_text}"
    assert line.posted("/api/v1/summaries") == []
    page.locator("a[title=Abstract]").nth(50).scroll_into_view_if_needed()
    lines(page).filter(has_text="at station 51 ").wait_for()
    chrome.toolbar(page)
    page.wait_for_function("!document.querySelector('takeaways-line')")


def test_the_cache_is_asked_for_what_is_in_view_and_a_little_beyond(
    page: Page, service: RunningService, site: FakeArxiv, line: Line, fake_arxiv: FakeArxiv, shelve: Shelve
) -> None:
    papers = shelve(60)
    site.pages[LIST] = list_page(papers)
    go(page, LIST)
    while not asked_for(line):
        page.wait_for_timeout(50)
    first = line.posted("/api/v1/takeaways")[-1]
    assert first["cached_only"] is True
    in_view = page.locator("dl#articles .list-title").evaluate_all(
        "(all) => all.filter((one) => one.getBoundingClientRect().top < innerHeight).length"
    )
    assert first["urls"] == [f"https://arxiv.org/abs/{paper.id}" for paper in papers[: in_view + 25]]
    assert not fake_arxiv.asked


@pytest.mark.parametrize("path", [NEW, SEARCH])
def test_where_the_abstract_stands_its_key_sentence_is_marked(
    chrome: Chromium, page: Page, site: FakeArxiv, line: Line, service: RunningService, path: str, shelve: Shelve
) -> None:
    site.pages[path] = list_page(shelve(4), abstracts=True) if path == NEW else search_page(shelve(4))
    go(page, path)
    before = page.locator("main").inner_html()
    chrome.toolbar(page)
    page.wait_for_function("CSS.highlights.size > 0")
    assert "We present a census of the cranes at station 1 that needs one microphone only." in highlighted(page)
    assert "by hand is slow" not in highlighted(page)
    assert page.locator("takeaways-line").count() == 0
    assert page.locator("main").inner_html() == before, "the page itself is as it was"
    chrome.toolbar(page)
    page.wait_for_function("CSS.highlights.size === 0")


def test_a_service_that_is_not_running_is_said_in_the_line(
    chrome: Chromium, page: Page, site: FakeArxiv, shelve: Shelve
) -> None:
    site.pages[LIST] = list_page(shelve(3))
    go(page, LIST)
    chrome.toolbar(page)
    lines(page).first.wait_for()
    assert "The service is not running." in lines(page).first.inner_text()


def test_an_extension_that_was_reloaded_shows_its_lines_once(
    chrome: Chromium, page: Page, service: RunningService, site: FakeArxiv, shelve: Shelve
) -> None:
    site.pages[LIST] = list_page(shelve(60))
    go(page, LIST)
    chrome.toolbar(page)
    lines(page).first.wait_for()
    chrome.reload_extension()
    chrome.toolbar(page)
    lines(page).first.wait_for()
    page.locator("a[title=Abstract]").nth(50).scroll_into_view_if_needed()
    lines(page).filter(has_text="at station 51 ").first.wait_for()
    page.wait_for_timeout(500)  # the script that was there before would be as quick
    shown = page.locator("dl#articles .meta").evaluate_all(
        "(all) => all.map((one) => one.querySelectorAll('takeaways-line').length)"
    )
    assert set(shown) == {0, 1}
