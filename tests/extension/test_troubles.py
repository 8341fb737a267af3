"""What can go wrong between the page, the worker and the service: each is a state that says what to do."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.papers import PaperPages
from tests.extension.test_overlay import ask, overlay, ready
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService, Start

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_a_service_that_is_not_running_is_said_to_be_and_retry_reads(
    chrome: Chromium, page: Page, paper: PaperPages, start: Start, line: Line
) -> None:
    page.goto(paper.abs)
    panel = ask(chrome, page)
    panel.get_by_role("heading", name="The service is not running.").wait_for()
    assert "make run" in panel.inner_text()
    assert f"127.0.0.1:{line.port}" in panel.inner_text()
    line.lay(start().port)
    panel.get_by_role("button", name="Retry").click()
    ready(panel)


def test_a_wrong_token_leads_to_the_options(
    chrome: Chromium, page: Page, paper: PaperPages, start: Start, line: Line
) -> None:
    line.lay(start(TAKEAWAYS_TOKEN="the right one").port)
    chrome.settle(token="a wrong one")
    page.goto(paper.abs)
    panel = ask(chrome, page)
    panel.get_by_role("heading", name="The token is missing or wrong.").wait_for()
    assert panel.locator("input").count() == 0, "the page around it could read what is typed there"
    with chrome.context.expect_page() as opened:
        panel.get_by_role("button", name="Options").click()
    opened.value.wait_for_url(chrome.url("options/options.html"))
    opened.value.close()
    chrome.settle(token="the right one")
    panel.get_by_role("button", name="Retry").click()
    ready(panel)
    assert line.asked[-1].headers["authorization"] == "Bearer the right one"


def test_a_worker_killed_in_mid_stream_goes_unnoticed(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv, line: Line
) -> None:
    page.goto(paper.abs)
    with fake_arxiv.holding("/html/"):
        panel = ask(chrome, page)
        panel.get_by_text("Fetching the paper").wait_for()
        asked = len(line.asked)
        chrome.kill_worker()
        _until(lambda: len(line.asked) > asked)
    ready(panel)
    assert sum(one.path.startswith("/html/") for one in fake_arxiv.asked) == 1, "the job went on meanwhile"


def test_a_line_that_breaks_in_mid_stream_is_taken_up_again(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv, line: Line
) -> None:
    page.goto(paper.abs)
    with fake_arxiv.holding("/html/"):
        panel = ask(chrome, page)
        panel.get_by_text("Fetching the paper").wait_for()
        asked = len(line.asked)
        line.cut()
        _until(lambda: any(call.method == "GET" for call in line.asked[asked:]))
    ready(panel)
    resumed = next(call for call in line.asked[asked:] if call.method == "GET")
    assert "last-event-id" in resumed.headers


def test_a_service_restarted_in_mid_stream_starts_over(
    chrome: Chromium, page: Page, paper: PaperPages, start: Start, fake_arxiv: FakeArxiv, line: Line
) -> None:
    first = start()
    line.lay(first.port)
    page.goto(paper.abs)
    with fake_arxiv.holding("/html/") as let_go:
        panel = ask(chrome, page)
        panel.get_by_text("Fetching the paper").wait_for()
        first.process.kill()
        first.process.wait()
        line.lay(start().port)
        let_go.set()
        ready(panel)
    assert panel.locator(".takeaways > li").count() >= 3


def test_offline_is_said_where_arxiv_cannot_be_reached(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv
) -> None:
    page.goto(paper.abs)
    page.locator("takeaways-button:visible").wait_for()
    with fake_arxiv.down():
        chrome.set_offline(page, True)
        panel = ask(chrome, page)
        panel.get_by_role("heading", name="This computer is offline.").wait_for()
        assert "We present RavenCount" in panel.locator(".one").inner_text()
        chrome.set_offline(page, False)
    panel.get_by_role("button", name="Retry").click()
    ready(panel)


def test_a_page_outlives_its_extension(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv, line: Line
) -> None:
    page.goto(paper.abs)
    with fake_arxiv.holding("/html/"):
        panel = ask(chrome, page)
        panel.get_by_text("Fetching the paper").wait_for()
        chrome.reload_extension()
        panel.get_by_role("button", name="Reload").wait_for()
    panel.get_by_role("button", name="Reload").click()
    page.wait_for_load_state()
    ready(ask(chrome, page))


def test_a_click_after_a_reload_needs_no_reload_of_the_page(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService
) -> None:
    page.goto(paper.abs)
    page.locator("takeaways-button:visible").wait_for()
    chrome.reload_extension()
    ready(ask(chrome, page))
    assert page.locator("takeaways-overlay").count() == 1
    page.keyboard.press("Escape")
    overlay(page).wait_for(state="detached")
    assert page.locator("takeaways-button:visible").count() == 1


def _until(true: object) -> None:
    assert callable(true)
    for _ in range(600):
        if true():
            return
        threading.Event().wait(0.05)
    raise AssertionError("it never came")
