"""The renderer holds: text that means harm, sizes nobody thought of, and what assistive technology is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.panel_page import Panel, watched_page
from tests.e2e.panel_site import ROOT, stage, summary_event, wire

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

EVIL = "<img src=x onerror='window.hurt=1'><script>window.hurt=1</script>\u202e"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched_page(browser) as page:
        yield page


def _everywhere(value: Any, poison: str) -> Any:
    """A Summary with poison in every text that a paper or a model has a say in."""
    kept = {"state", "kind", "reading", "unit", "depth", "at", "published", "updated", "language", "code", "id", "engine"}
    if isinstance(value, dict):
        return {k: v if k in kept else _everywhere(v, poison) for k, v in value.items()}
    if isinstance(value, list):
        return [_everywhere(item, poison) for item in value]
    return value + poison if isinstance(value, str) else value


@pytest.mark.parametrize("name", ["summary", "summary-model-zh", "summary-quick"])
def test_text_that_means_harm_is_text(page: Page, name: str) -> None:
    summary = _everywhere(wire(name), EVIL)
    summary["paper"]["links"] = [
        {"kind": "code", "url": "javascript:window.hurt=1"},
        {"kind": "data", "url": "data:text/html,<script>alert(1)</script>"},
    ]
    summary["paper"]["link"] = "javascript:window.hurt=1"
    summary["coverage"]["link"] = "javascript:window.hurt=1"
    panel = Panel(page)
    panel.events(stage(), {"type": "paper", "paper": summary["paper"]}, {"type": "preview", "summary": summary})
    panel.events({"type": "delta", "path": "/one_sentence", "text": EVIL, "claim": None}, summary_event(summary))
    panel.problem({**wire("problems/internal"), "code": EVIL, "title": EVIL, "detail": EVIL, "action": EVIL})
    page.locator(".panel details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    assert page.locator(".panel img, .panel script").count() == 0
    links = page.locator(".panel a").evaluate_all("all => all.map((one) => one.protocol)")
    assert set(links) <= {"https:"}
    assert page.evaluate("window.hurt") is None
    assert "<img src=x onerror=" in panel.text(".problem h3")


@pytest.mark.parametrize("width", [320, 1280])
def test_long_words_many_claims_and_writing_from_the_right_keep_the_layout(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    summary = wire("summary-model-zh")
    claim = summary["takeaways"][0]
    summary["takeaways"] = [
        {**claim, "text": "x" * 100_000},
        {**claim, "text": "تظهر النتائج أن الطريقة أفضل بنسبة 8.5%."},
        *({**claim, "text": f"Claim {i}"} for i in range(200)),
    ]
    summary["takeaways"][2]["evidence"] = {**claim["evidence"], "spot": {"kind": "table", "number": "9" * 300}}
    summary["paper"]["title"] = "W" * 5_000
    summary["paper"]["authors"] = [{"name": "N" * 400, "affiliations": ["A" * 400]}] * 400
    summary["keywords"] = ["k" * 3_000]
    summary["making"]["model"] = "m" * 300
    panel = Panel(page)
    panel.events(summary_event(summary))
    assert len(panel.texts(".takeaways > li")) == 202
    assert page.locator(".body").evaluate("(body) => body.scrollWidth <= body.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".takeaways .claim").nth(1).evaluate("(n) => getComputedStyle(n).direction") == "rtl"
    foot = page.locator(".foot").bounding_box()
    assert foot is not None
    assert foot["height"] == 40, "the foot is one line"


def test_nothing_moves_where_motion_is_not_wanted_and_print_has_everything(page: Page) -> None:
    panel = Panel(page, surface="page")
    panel.events(stage())
    assert page.evaluate("document.querySelector('#host').shadowRoot.getAnimations().length") == 0
    panel.events(summary_event(wire("summary")))
    page.emulate_media(media="print")
    assert page.locator("details[data-key='limitations'] li").first.is_visible()
    assert not page.locator(".foot .buttons").is_visible()


AXE = """async () => {
  const { violations } = await axe.run('#host', { rules: { region: { enabled: false } } });
  return violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
}"""
STATES: dict[str, list[dict[str, Any]]] = {
    "waiting": [stage()],
    "preview": [stage(), wire("events/preview")],
    "summary": [summary_event(wire("summary"))],
    "model": [summary_event(wire("summary-model-zh"))],
    "failed": [{"type": "failed", "problem": wire("problems/busy")}],
    "token": [{"type": "failed", "problem": wire("problems/unauthorized")}],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(page: Page, state: str, scheme: Any) -> None:
    axe = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("no node_modules/axe-core: `make test` installs it")
    page.emulate_media(color_scheme=scheme)
    panel = Panel(page)
    panel.events(*STATES[state])
    page.locator(".panel details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    page.evaluate(axe.read_text())
    # The page around it is emptied here: its landmarks are test_page's.
    found = page.evaluate(AXE)
    assert found == []
