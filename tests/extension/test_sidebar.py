"""Chromium's side panel: what a click on any page opens, and a file that is given to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.arxiv_shelf import PAPERS
from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.test_overlay import ready
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PANELS = "async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).map((one) => one.documentUrl)"


def test_a_click_on_a_page_without_overlay_opens_it_and_reads_the_page(
    chrome: Chromium, page: Page, service: RunningService, site: FakeArxiv, line: Line
) -> None:
    elsewhere = "https://arxiv.org/a/lindqvist_i_1"
    site.pages["/a/lindqvist_i_1"] = "<!DOCTYPE html><title>Lindqvist</title><p>Papers of hers"
    page.goto(elsewhere)
    chrome.toolbar(page)
    while not line.posted("/api/v1/summaries"):
        page.wait_for_timeout(50)
    assert [asked["url"] for asked in line.posted("/api/v1/summaries")] == [elsewhere]
    assert page.locator("takeaways-overlay").count() == 0
    with chrome.aside() as own:
        assert own.evaluate(PANELS) == [chrome.url("sidebar/sidebar.html")]


def test_a_file_is_sent_and_read(chrome: Chromium, page: Page, service: RunningService, line: Line) -> None:
    page.goto(chrome.url("sidebar/sidebar.html?url=https://arxiv.org/abs/none"))
    page.locator("#file").set_input_files(PAPERS / "small.pdf")
    panel = ready(page.locator("#panel"))
    assert panel.get_by_role("heading", name="Counting Ravens by Their Voices").is_visible()
    (sent,) = [call for call in line.asked if call.path == "/api/v1/uploads"]
    assert sent.body == (PAPERS / "small.pdf").read_bytes()
    assert line.posted("/api/v1/summaries")[-1]["url"].startswith("sha256:")
    # Evidence is a page of the file itself, which only this browser has.
    assert (panel.locator("a.spot").first.get_attribute("href") or "").startswith("blob:chrome-extension://")
