"""The options in a real Chromium: what is kept, and a connection that says in words what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.papers import PaperPages
from tests.extension.test_overlay import ask, ready
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService, Start

if TYPE_CHECKING:
    from playwright.sync_api import Page, Playwright

pytestmark = pytest.mark.browser

OPTIONS = "options/options.html"


@pytest.fixture
def options(chrome: Chromium, page: Page) -> Page:
    page.goto(chrome.url(OPTIONS))
    return page


def said(page: Page, says: str) -> str:
    """The words of the connection's state, once it is that one."""
    state = page.locator(f"#state[data-says={says}]")
    state.wait_for()
    return state.inner_text()


def kept(page: Page) -> dict[str, Any]:
    """What is in the browser's storage."""
    found: dict[str, Any] = page.evaluate("chrome.storage.local.get()")
    return found


@contextmanager
def something_else() -> Iterator[int]:
    """Another program at the service's address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = b"<h1>It works!</h1>"
            self.send_response(404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_connection_is_said_to_be_there(options: Page, service: RunningService, line: Line) -> None:
    options.get_by_role("button", name="Test the connection").click()
    assert said(options, "ok")
    assert not options.locator("#commands").is_visible()


def test_without_a_service_the_two_commands_are_shown(options: Page, service: RunningService, line: Line) -> None:
    line.lay(None)
    options.get_by_role("button", name="Test the connection").click()
    assert "The service is not running." in said(options, "not_running")
    assert options.locator("#lines").inner_text() == "cd takeaways\nmake run"
    line.lay(service.port)
    options.get_by_role("button", name="Test the connection").click()
    said(options, "ok")


def test_a_wrong_token_is_named_and_the_right_one_kept_on_this_machine_only(options: Page, start: Start, line: Line) -> None:
    line.lay(start(TAKEAWAYS_TOKEN="the right one").port)
    options.get_by_label("Token").fill("a wrong one")
    options.get_by_role("button", name="Test the connection").click()
    assert "TAKEAWAYS_TOKEN" in said(options, "wrong_token")
    options.get_by_label("Token").fill("the right one")
    options.get_by_role("button", name="Save").click()
    assert "Saved." in said(options, "ok")
    assert kept(options)["token"] == "the right one"
    assert options.evaluate("chrome.storage.sync.get()") == {}


def test_another_program_at_the_address_is_no_service(options: Page, line: Line) -> None:
    with something_else() as port:
        line.lay(port)
        options.get_by_role("button", name="Test the connection").click()
        assert "Something else answers" in said(options, "something_else")


@pytest.mark.parametrize("typed", ["ftp://127.0.0.1/", "http://", "not an address at all"])
def test_what_is_no_address_is_not_kept(options: Page, typed: str) -> None:
    before = kept(options)
    options.get_by_label("Address").fill(typed)
    options.get_by_role("button", name="Save").click()
    said(options, "bad_address")
    assert kept(options) == before


def test_an_address_is_kept_in_its_full_form(options: Page, service: RunningService) -> None:
    options.get_by_label("Address").fill(f"127.0.0.1:{service.port}")
    options.get_by_role("button", name="Save").click()
    said(options, "ok")
    assert kept(options)["server"] == f"http://127.0.0.1:{service.port}/"


def test_a_server_elsewhere_is_asked_for_in_the_click(options: Page) -> None:
    # No test can answer the prompt: that it is asked for, for that host and in the click's own turn, is what can be seen.
    options.evaluate(
        """() => {
          chrome.permissions.request = async (asked) => {
            window.wanted = [asked, navigator.userActivation.isActive];
            return false;
          };
        }"""
    )
    before = kept(options)
    options.get_by_label("Address").fill("https://papers.example.org:8443/takeaways")
    options.get_by_role("button", name="Save").click()
    said(options, "no_permission")
    assert options.evaluate("wanted") == [{"origins": ["https://papers.example.org/*"]}, True]
    assert kept(options) == before


def test_reading_settings_are_kept_at_once_and_reach_a_page(
    chrome: Chromium, options: Page, paper: PaperPages, service: RunningService, line: Line
) -> None:
    options.get_by_label("Language of the summary").select_option("zh-CN")
    options.get_by_label("Colours").select_option("dark")
    options.get_by_label("Show a card").uncheck()
    options.locator("#saved").get_by_text("Saved.").wait_for()
    assert {name: kept(options)[name] for name in ("language", "theme", "hover")} == {
        "language": "zh-CN", "theme": "dark", "hover": False,
    }  # fmt: skip
    options.goto(paper.abs)
    panel = ready(ask(chrome, options))
    assert line.posted("/api/v1/summaries")[0]["language"] == "zh-CN"
    assert panel.evaluate("(node) => getComputedStyle(node.getRootNode().host).colorScheme") == "dark"


def test_the_token_does_not_reach_a_page(chrome: Chromium, page: Page, paper: PaperPages, start: Start, line: Line) -> None:
    line.lay(start(TAKEAWAYS_TOKEN="secret").port)
    chrome.settle(token="secret")
    page.goto(paper.abs)
    ready(ask(chrome, page))
    answer = chrome.worker_says({"type": "settings"})
    assert "secret" not in json.dumps(answer)
    assert answer["settings"]["server"] == line.url
    # Nor can the content script itself read it, whatever it may be brought to do.
    assert "not allowed" in chrome.in_content_script(page, "chrome.storage.local.get().then(JSON.stringify, String)")


def test_the_first_run_shows_the_commands_only_where_no_service_answers(
    playwright: Playwright,
    chromium: str,
    unpacked: Path,
    site: FakeArxiv,
    service: RunningService,
    line: Line,
    tmp_path: Path,
) -> None:
    chrome = Chromium(playwright, chromium, extension=unpacked, profile=tmp_path / "profile", arxiv_port=site.port)
    try:
        while not line.posted("/api/v1/takeaways"):
            chrome.context.pages[0].wait_for_timeout(50)
        chrome.context.pages[0].wait_for_timeout(1_000)
        assert [page.url for page in chrome.context.pages] == ["about:blank"]
    finally:
        chrome.close()
