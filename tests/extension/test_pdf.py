"""A PDF in Chromium's own viewer: the overlay lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.papers import OURS
from tests.extension.test_overlay import overlay, ready
from tests.running import RunningService

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_the_overlay_comes_over_the_viewer(chrome: Chromium, page: Page, service: RunningService, line: Line) -> None:
    page.goto(f"https://arxiv.org/pdf/{OURS}v2")
    assert page.evaluate("document.contentType") == "application/pdf"
    chrome.toolbar(page)
    panel = ready(overlay(page))
    # Nothing of the page names the paper: the panel does.
    assert panel.get_by_role("heading", name="Counting Ravens by Their Voices").is_visible()
    assert OURS in line.posted("/api/v1/summaries")[0]["url"]
    box = panel.bounding_box()
    assert box
    over = "([x, y]) => document.elementFromPoint(x, y).localName"
    assert page.evaluate(over, [box["x"] + 20, box["y"] + 200]) == "takeaways-overlay"
    # A viewer that was still loading takes the focus when it is done.
    panel.get_by_role("button", name="Close").focus()
    page.keyboard.press("Escape")
    overlay(page).wait_for(state="detached")
