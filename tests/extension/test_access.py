"""axe-core finds nothing to complain of in anything that the extension shows, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.extension.chromium import ROOT, Chromium
from tests.extension.line import Line
from tests.extension.papers import OURS, PaperPages, bibliography, list_page
from tests.extension.test_hover import Shelve, filled, rest_on
from tests.extension.test_listing import lines
from tests.extension.test_options import said
from tests.extension.test_overlay import ask, ready
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("scheme", ["light", "dark"])]

RUN = """async (where) => {
  const { violations } = await axe.run(where ?? document, where ? { rules: { region: { enabled: false } } } : {});
  return violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
}"""


@pytest.fixture
def axe(page: Page, scheme: Any) -> Any:
    script = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not script.exists():
        pytest.skip("no node_modules/axe-core: `make test` installs it")
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    def found(within: str | None = None) -> Any:
        """What axe finds, in a surface of ours or on a whole page."""
        page.evaluate(script.read_text(encoding="utf-8"))
        return page.evaluate(RUN, within)

    return found


def unfold(panel: Locator) -> None:
    """Open everything that is folded."""
    panel.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")


def test_the_overlay(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv, axe: Any
) -> None:
    page.goto(paper.abs)
    with fake_arxiv.holding("/html/"):
        panel = ask(chrome, page)
        panel.get_by_text("Fetching the paper").wait_for()
        assert axe("takeaways-overlay") == []
    unfold(ready(panel))
    assert axe("takeaways-overlay") == []
    assert axe("takeaways-button") == []


def test_the_overlay_with_a_problem(chrome: Chromium, page: Page, paper: PaperPages, axe: Any) -> None:
    page.goto(paper.abs)
    ask(chrome, page).get_by_role("heading", name="The service is not running.").wait_for()
    assert axe("takeaways-overlay") == []


def test_the_card(
    page: Page, service: RunningService, site: FakeArxiv, fake_arxiv: FakeArxiv, axe: Any, shelve: Shelve
) -> None:
    site.pages[f"/html/{OURS}v2"] = bibliography(shelve(3))
    page.goto(f"https://arxiv.org/html/{OURS}v2")
    page.locator("takeaways-button:visible").wait_for()
    with fake_arxiv.holding("/api/"):
        rest_on(page, page.locator(".ltx_bibitem a").nth(1))
        page.locator("takeaways-card [aria-busy=true]").wait_for()
        assert axe("takeaways-card") == []
    filled(page)
    assert axe("takeaways-card") == []


def test_the_lines_of_a_list(
    chrome: Chromium, page: Page, service: RunningService, site: FakeArxiv, axe: Any, shelve: Shelve
) -> None:
    site.pages["/list/q-bio/recent"] = list_page(shelve(5))
    page.goto("https://arxiv.org/list/q-bio/recent")
    chrome.toolbar(page)
    lines(page).nth(4).wait_for()
    assert axe("takeaways-line") == []


def test_the_options(chrome: Chromium, page: Page, service: RunningService, line: Line, axe: Any) -> None:
    page.goto(chrome.url("options/options.html"))
    said(page, "ok")
    assert axe() == []
    line.lay(None)
    page.get_by_role("button", name="Test the connection").click()
    said(page, "not_running")
    assert axe() == []


def test_the_sidebar(chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, axe: Any) -> None:
    page.goto(chrome.url(f"sidebar/sidebar.html?url={paper.abs}"))
    unfold(ready(page.locator("#panel")))
    assert axe() == []
