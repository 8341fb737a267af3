"""The card over a paper's link in a real Chromium: by mouse and by keyboard, what it asks for and what it does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.arxiv_shelf import PAPERS, AbsPage
from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.papers import OURS, OURS_URL, bibliography, list_page
from tests.extension.test_overlay import overlay, ready
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService, Start

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

Shelve = Callable[[int], list[AbsPage]]
HTML = f"/html/{OURS}v2"
LIST = "/list/q-bio/recent"
# What a card says in the moment it appears: «at once» without a clock.
WATCH = """() => {
  window.cards = [];
  new MutationObserver((all) => {
    for (const host of all.flatMap((one) => [...one.addedNodes])) {
      if (host.localName !== 'takeaways-card') continue;
      cards.push(host.shadowRoot.querySelector('[role=dialog]').getAttribute('aria-busy'));
    }
  }).observe(document.documentElement, { childList: true });
}"""
# The pointer over one paper’s link after another, 20 ms each, and off again. By the page’s own clock: on a slow machine
# the next link comes late, but always before what would be due after it.
SWEEP = """async (type) => {
  const over = (node) => node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: type }));
  for (const link of document.querySelectorAll('.ltx_bibitem a')) {
    over(link);
    await new Promise((next) => setTimeout(next, 20));
  }
  if (type === 'mouse') over(document.body);
}"""


def card(page: Page) -> Locator:
    """The card, of which there is never more than one."""
    return page.locator("takeaways-card").get_by_role("dialog")


def asked_for(line: Line) -> list[list[str]]:
    """The links of each request for rows. One without links only asks whether the service is there."""
    return [one["urls"] for one in line.posted("/api/v1/takeaways") if one["urls"]]


def filled(page: Page) -> Locator:
    """The card, once its paper is known."""
    page.locator("takeaways-card [role=dialog][aria-busy=false]").wait_for()
    return card(page)


@pytest.fixture
def papers(shelve: Shelve) -> list[AbsPage]:
    """Papers that nobody has asked for."""
    return shelve(20)


@pytest.fixture
def cited(page: Page, site: FakeArxiv, papers: list[AbsPage]) -> Page:
    """An HTML page that cites them."""
    site.pages[HTML] = bibliography(papers)
    page.goto(f"https://arxiv.org{HTML}")
    page.locator("takeaways-button:visible").wait_for()
    page.locator(".ltx_bibitem a").nth(10).scroll_into_view_if_needed()
    return page


def rest_on(page: Page, link: Locator) -> None:
    """The real pointer, first elsewhere, then on the link."""
    page.mouse.move(2, 2)
    page.locator("takeaways-card").wait_for(state="detached")
    # `hover` would scroll the link about where something covers it, and scrolling sends a card away.
    link.evaluate(
        """async (link) => {
          link.scrollIntoView({ block: 'nearest' });
          await new Promise((still) => requestAnimationFrame(() => requestAnimationFrame(still)));
        }"""
    )
    box = link.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_resting_on_a_cited_paper_shows_its_takeaways(
    cited: Page, service: RunningService, line: Line, papers: list[AbsPage]
) -> None:
    rest_on(cited, cited.locator(".ltx_bibitem a").nth(10))
    shown = filled(cited)
    assert shown.get_by_role("heading").inner_text() == papers[10].title
    assert "We present a census" in shown.inner_text()
    assert shown.locator("li").count() >= 1
    assert line.posted("/api/v1/summaries") == [], "a card is never a full summary, which may cost money"
    assert cited.locator("takeaways-card").count() == 1


def test_a_title_stands_there_until_the_takeaways_come(
    cited: Page, service: RunningService, fake_arxiv: FakeArxiv, papers: list[AbsPage]
) -> None:
    with fake_arxiv.holding("/api/"):
        rest_on(cited, cited.locator(".ltx_bibitem a").nth(3))
        card(cited).wait_for()
        assert card(cited).get_attribute("aria-busy") == "true"
        assert card(cited).get_by_role("heading").inner_text() == papers[3].title
    assert "We present a census" in filled(cited).inner_text()


def test_a_pointer_that_only_passes_asks_for_nothing(cited: Page, service: RunningService, line: Line) -> None:
    before = len(line.asked)
    cited.evaluate(SWEEP, "mouse")
    cited.wait_for_timeout(1_000)  # long after anything would have been asked
    assert len(line.asked) == before
    assert cited.locator("takeaways-card").count() == 0
    rest_on(cited, cited.locator(".ltx_bibitem a").nth(5))
    filled(cited)
    assert len(asked_for(line)) == 1


def test_touch_and_pen_get_no_card(cited: Page, service: RunningService, line: Line) -> None:
    cited.evaluate(SWEEP, "touch")
    cited.wait_for_timeout(1_000)
    assert cited.locator("takeaways-card").count() == 0
    assert asked_for(line) == []


def test_the_pages_own_paper_has_no_card(page: Page, service: RunningService, line: Line) -> None:
    page.goto(OURS_URL)
    page.locator("takeaways-button:visible").wait_for()
    rest_on(page, page.locator("a.download-pdf"))
    page.wait_for_timeout(1_000)
    assert page.locator("takeaways-card").count() == 0


def test_another_paper_named_on_an_abstract_page_has_one(
    page: Page, service: RunningService, site: FakeArxiv, papers: list[AbsPage]
) -> None:
    path = OURS_URL.removeprefix("https://arxiv.org")
    link = f"<p id='cited'><a href='https://arxiv.org/pdf/{papers[0].id}v1'>{papers[0].title}</a></p>"
    site.pages[path] = (PAPERS / "abs.html").read_text(encoding="utf-8").replace("</blockquote>", f"</blockquote>{link}", 1)
    page.goto(OURS_URL)
    page.locator("takeaways-button:visible").wait_for()
    rest_on(page, page.locator("#cited a"))
    assert "We present a census" in filled(page).inner_text()


def test_the_card_stays_while_the_pointer_is_on_it_and_goes_when_it_leaves(cited: Page, service: RunningService) -> None:
    rest_on(cited, cited.locator(".ltx_bibitem a").nth(4))
    filled(cited).hover()
    cited.wait_for_timeout(700)  # longer than the grace after leaving the link
    assert card(cited).is_visible()
    cited.mouse.move(2, 2)
    cited.locator("takeaways-card").wait_for(state="detached")


def test_esc_dismisses_the_card_and_leaves_the_focus(cited: Page, service: RunningService) -> None:
    field = cited.locator(".ltx_bibitem a").nth(0)
    field.focus()
    rest_on(cited, cited.locator(".ltx_bibitem a").nth(6))
    filled(cited)
    focus = cited.evaluate("document.activeElement.textContent")
    cited.keyboard.press("Escape")
    cited.locator("takeaways-card").wait_for(state="detached")
    assert cited.evaluate("document.activeElement.textContent") == focus


def test_scrolling_dismisses_it(cited: Page, service: RunningService) -> None:
    rest_on(cited, cited.locator(".ltx_bibitem a").nth(6))
    filled(cited)
    cited.evaluate("scrollBy(0, -40)")
    cited.locator("takeaways-card").wait_for(state="detached")


def test_the_keyboard_gets_it_too(cited: Page, service: RunningService, papers: list[AbsPage]) -> None:
    links = cited.locator(".ltx_bibitem a")
    cited.mouse.move(2, 2)
    links.nth(7).focus()
    cited.keyboard.press("Tab")
    assert links.nth(8).evaluate("(link) => document.activeElement === link")
    shown = filled(cited)
    assert shown.get_by_role("heading").inner_text() == papers[8].title
    described = links.nth(8).get_attribute("aria-describedby")
    assert described
    assert "census" in (cited.locator(f"#{described}").text_content() or "")
    cited.keyboard.press("Tab")
    assert shown.get_by_role("button").first.evaluate("(button) => button.getRootNode().activeElement === button")
    cited.keyboard.press("Escape")
    cited.locator("takeaways-card").wait_for(state="detached")
    assert links.nth(8).evaluate("(link) => document.activeElement === link")
    assert links.nth(8).get_attribute("aria-describedby") is None


def test_a_card_opens_the_overlay_of_its_paper(
    cited: Page, service: RunningService, line: Line, papers: list[AbsPage]
) -> None:
    rest_on(cited, cited.locator(".ltx_bibitem a").nth(2))
    filled(cited).get_by_role("button").click()
    overlay(cited).get_by_role("heading", name=papers[2].title).wait_for()
    assert cited.locator("takeaways-card").count() == 0
    assert papers[2].id in line.posted("/api/v1/summaries")[0]["url"]


def test_a_card_shows_what_was_written_about_the_whole_paper(
    chrome: Chromium, page: Page, service: RunningService, site: FakeArxiv, line: Line
) -> None:
    page.goto(OURS_URL)
    page.locator("takeaways-button:visible").wait_for()
    chrome.toolbar(page)
    ready(overlay(page))
    own = site.shelf.page(OURS)
    assert own
    site.pages[LIST] = list_page([own])
    page.goto(f"https://arxiv.org{LIST}")
    page.wait_for_function("document.querySelector('dl#articles a')")
    rest_on(page, page.locator("a[title=Abstract]"))
    shown = filled(page)
    assert "From the abstract" not in shown.inner_text()
    assert shown.locator("li").count() >= 2


def test_hover_can_be_switched_off(chrome: Chromium, cited: Page, service: RunningService, line: Line) -> None:
    chrome.settle(hover=False)
    cited.reload()
    cited.locator("takeaways-button:visible").wait_for()
    rest_on(cited, cited.locator(".ltx_bibitem a").nth(6))
    cited.wait_for_timeout(1_000)
    assert cited.locator("takeaways-card").count() == 0
    assert asked_for(line) == []


def test_two_hundred_new_papers_cost_two_requests_and_what_is_in_view_is_known(
    chrome: Chromium, page: Page, site: FakeArxiv, start: Start, line: Line, fake_arxiv: FakeArxiv, shelve: Shelve
) -> None:
    line.lay(start(TAKEAWAYS_ARXIV_API_SECONDS="3").port)
    fake_arxiv.delay = 0.8
    never_seen = shelve(200)
    site.pages[LIST] = list_page(never_seen)
    page.goto(f"https://arxiv.org{LIST}")
    page.evaluate(WATCH)
    # A reader looks at the list: what is in view is asked for without a touch.
    known = "async (id) => JSON.stringify(await chrome.storage.session.get()).includes(id)"
    with chrome.aside() as own:
        page.bring_to_front()
        while not own.evaluate(known, never_seen[7].id):
            page.wait_for_timeout(100)
    links = page.locator("a[title=Abstract]")
    for n in (2, 4, 7):
        rest_on(page, links.nth(n))
        card(page).get_by_role("heading", name=never_seen[n].title, exact=True).wait_for()
    assert page.evaluate("cards") == ["false"] * 3, "no card had to wait"
    for n in (60, 120, 199):
        rest_on(page, links.nth(n))
        page.locator("takeaways-card").get_by_role("heading", name=never_seen[n].title, exact=True).wait_for()
        assert "We present a census" in filled(page).inner_text()
    asked = [one.path for one in fake_arxiv.asked]
    assert len([path for path in asked if path.startswith("/api/query")]) <= 2
    assert len(asked) <= 2
