"""The overlay over arXiv's pages in a real Chromium: how it comes, what it shows when, how it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.papers import PaperPages
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService, Start

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

KINDS = ("abs", "html")
WAYS = ("toolbar", "button")


def overlay(page: Page) -> Locator:
    """The overlay, of which there is never more than one."""
    return page.locator("takeaways-overlay").get_by_role("dialog")


def ask(chrome: Chromium, page: Page, way: str = "toolbar") -> Locator:
    """Open the overlay in one of its ways."""
    page.locator("takeaways-button:visible").wait_for()
    if way == "toolbar":
        chrome.toolbar(page)
    else:
        page.locator("takeaways-button:visible").get_by_role("button").click()
    overlay(page).wait_for()
    return overlay(page)


def ready(panel: Locator) -> Locator:
    """The panel, once the whole summary is there."""
    panel.get_by_role("button", name="BibTeX").wait_for()
    return panel


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_click_lays_the_summary_over_the_page(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, line: Line, kind: str, way: str
) -> None:
    page.goto(getattr(paper, kind))
    panel = ready(ask(chrome, page, way))
    assert panel.get_by_role("heading", name="Key takeaways").is_visible()
    assert panel.locator(".takeaways .claim").count() >= 3
    assert panel.locator(".takeaways .spot").first.is_visible()
    (asked,) = line.posted("/api/v1/summaries")
    assert asked["depth"] == "full"
    assert asked["url"].startswith("https://arxiv.org/")


def test_a_sentence_of_the_abstract_stands_there_before_anything_has_answered(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv
) -> None:
    page.goto(paper.abs)
    with fake_arxiv.holding("/") as let_go:
        panel = ask(chrome, page)
        sentence = panel.locator(".one")
        sentence.wait_for()
        # The service has sent nothing of the paper: arXiv has not answered it.
        assert "We present RavenCount" in sentence.inner_text()
        assert panel.get_by_text("From the abstract", exact=False).first.is_visible()
        assert panel.locator("[aria-busy=true]").count() == 1
        assert not panel.get_by_role("button", name="BibTeX").is_visible()
        let_go.set()
        ready(panel)
    assert panel.locator("[aria-busy=true]").count() == 0
    assert panel.get_by_role("status").inner_text() == "Summary ready"


def test_the_sentence_stands_there_even_when_the_service_does_not_run(
    chrome: Chromium, page: Page, paper: PaperPages
) -> None:
    page.goto(paper.abs)
    panel = ask(chrome, page)
    panel.get_by_role("heading", name="The service is not running.").wait_for()
    assert "We present RavenCount" in panel.locator(".one").inner_text()


def test_what_a_page_says_of_a_paper_is_not_kept_for_others(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, site: FakeArxiv, line: Line
) -> None:
    name = f"/abs/{paper.id}"
    site.pages[name] = site.pages[name].replace("We present RavenCount", "We present FORGED")
    page.goto(paper.abs)
    with_forgery = ask(chrome, page)
    ready(with_forgery)
    assert "FORGED" not in with_forgery.inner_text()
    assert not [call for call in line.asked if b"FORGED" in call.body]


def test_the_overlay_is_a_dialog_that_takes_nothing_away(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService
) -> None:
    page.goto(paper.abs)
    panel = ask(chrome, page, "button")
    assert panel.get_attribute("aria-modal") == "false"
    assert panel.get_attribute("aria-label")
    assert panel.get_by_role("button", name="Close").evaluate("(b) => b.getRootNode().activeElement === b")
    page.locator("a.download-pdf").focus()
    assert page.evaluate("document.activeElement.textContent") == "View PDF"
    assert panel.is_visible()


def test_where_it_is_narrow_it_is_a_sheet_with_everything_in_it(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService
) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(paper.abs)
    panel = ready(ask(chrome, page))
    page.wait_for_function(
        "(host) => !host.shadowRoot.getAnimations().length", arg=page.locator("takeaways-overlay").element_handle()
    )
    box = panel.bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 360, 700)
    assert 0 < box["y"] < 150, "something of the page is left to see"
    wide = "(all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1).length"
    assert panel.locator("*").evaluate_all(wide) == 0
    panel.get_by_role("button", name="Close").click()
    overlay(page).wait_for(state="detached")


@pytest.mark.parametrize("way", WAYS)
def test_esc_closes_it_and_the_focus_goes_back(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, way: str
) -> None:
    page.goto(paper.abs)
    page.locator("takeaways-button:visible").wait_for()
    link = page.locator("a.download-pdf")
    link.focus()
    ask(chrome, page, way)
    page.keyboard.press("Escape")
    overlay(page).wait_for(state="detached")
    back = "document.activeElement.textContent" if way == "toolbar" else "document.activeElement.localName"
    assert page.evaluate(back) == ("View PDF" if way == "toolbar" else "takeaways-button")


def test_esc_elsewhere_on_the_page_is_the_pages(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService
) -> None:
    page.goto(paper.abs)
    panel = ask(chrome, page)
    page.locator("a.download-pdf").focus()
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.textContent === 'View PDF'")
    assert panel.is_visible()


def test_a_second_click_closes_it(chrome: Chromium, page: Page, paper: PaperPages, service: RunningService) -> None:
    page.goto(paper.abs)
    ask(chrome, page)
    chrome.toolbar(page)
    overlay(page).wait_for(state="detached")
    ready(ask(chrome, page))


def test_close_closes_it_and_the_job_goes_on(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv, line: Line
) -> None:
    page.goto(paper.abs)
    with fake_arxiv.holding("/html/"):
        panel = ask(chrome, page)
        panel.get_by_text("Fetching the paper").wait_for()
        panel.get_by_role("button", name="Close").click()
        overlay(page).wait_for(state="detached")
    ready(ask(chrome, page))
    assert "DELETE" not in [call.method for call in line.asked]
    assert sum(asked.path.startswith("/html/") for asked in fake_arxiv.asked) == 1


def test_stop_stops_it_and_retry_starts_it_again(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv
) -> None:
    page.goto(paper.abs)
    with fake_arxiv.holding("/html/"):
        panel = ask(chrome, page)
        panel.get_by_text("Fetching the paper").wait_for()
        panel.get_by_role("button", name="Stop").click()
        panel.locator(".foot", has_text="The reading was stopped.").wait_for()
    panel.get_by_role("button", name="Retry").click()
    ready(panel)


def test_copying_puts_the_text_on_the_clipboard(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService
) -> None:
    chrome.context.grant_permissions(["clipboard-read", "clipboard-write"], origin="https://arxiv.org")
    page.goto(paper.abs)
    panel = ready(ask(chrome, page))
    for name, begins in (("Copy", "# Counting Ravens"), ("BibTeX", "@")):
        panel.get_by_role("button", name=name, exact=True).click()
        page.wait_for_function("async (begins) => (await navigator.clipboard.readText()).startsWith(begins)", arg=begins)


def test_where_a_page_forbids_the_clipboard_it_is_copied_all_the_same(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService
) -> None:
    chrome.context.grant_permissions(["clipboard-read"], origin="https://arxiv.org")
    page.goto(paper.abs)
    panel = ready(ask(chrome, page))
    forbidden = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    chrome.in_content_script(page, f"void ({forbidden})")
    button = panel.get_by_role("button", name="BibTeX")
    button.click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).startsWith('@')")
    assert button.evaluate("(node) => node.getRootNode().activeElement === node"), "the focus is where it was"


def test_evidence_on_this_page_is_shown_on_this_page(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService
) -> None:
    page.goto(paper.html)
    panel = ready(ask(chrome, page))
    before = len(chrome.context.pages)
    panel.locator(".takeaways .spot").last.click()
    page.wait_for_function("CSS.highlights?.size > 0")
    quoted = page.evaluate("[...CSS.highlights.values()].flatMap((h) => [...h]).map(String).join(' ')")
    assert len(quoted) > 20
    assert len(chrome.context.pages) == before


def test_the_summarys_language_is_asked_for(
    chrome: Chromium, page: Page, paper: PaperPages, start: Start, line: Line
) -> None:
    line.lay(start().port)
    chrome.settle(language="zh-CN")
    page.goto(paper.abs)
    ready(ask(chrome, page))
    assert line.posted("/api/v1/summaries")[0]["language"] == "zh-CN"
