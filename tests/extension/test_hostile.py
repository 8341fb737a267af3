"""Pages and papers that mean harm: their styles reach nothing of ours, and nothing that they say runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.extension.chromium import Chromium
from tests.extension.line import Line
from tests.extension.papers import HARM, OURS, PaperPages, Press, bibliography, list_page, spoilt
from tests.extension.test_hover import Shelve, filled, rest_on
from tests.extension.test_listing import lines
from tests.extension.test_overlay import ask, overlay, ready
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LOOK = """(node) => {
  const one = node.querySelector('.one') ?? node.querySelector('h2');
  const { fontSize, letterSpacing, color, visibility, opacity, transform, filter, pointerEvents } = getComputedStyle(one);
  const box = node.getBoundingClientRect();
  const around = getComputedStyle(node.getRootNode().host);
  return { fontSize, letterSpacing, color, visibility, opacity, transform, filter, pointerEvents,
    size: [Math.round(box.width), Math.round(box.height)], at: [Math.round(box.x), Math.round(box.y)],
    host: [around.opacity, around.visibility, around.transform, around.filter, around.pointerEvents, around.zIndex] };
}"""
OVER = """() => {
  const link = document.querySelector('.ltx_bibitem a');
  document.body.append(link);
  link.style.cssText = 'position: fixed !important; left: 20px; top: 90px';
  const at = { bubbles: true, pointerType: 'mouse', clientX: 30, clientY: 100 };
  link.dispatchEvent(new PointerEvent('pointerover', at));
}"""
HARMLESS = """(root) => {
  const all = [...root.shadowRoot.querySelectorAll('*')];
  return {
    made: all.filter((node) => ['img', 'script', 'iframe', 'style', 'object', 'embed'].includes(node.localName)).length,
    handlers: all.flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith('on')),
    protocols: [...new Set(all.filter((node) => node.localName === 'a').map((node) => node.protocol))],
  };
}"""


def test_a_page_cannot_reach_the_service_by_itself(
    page: Page, paper: PaperPages, service: RunningService, line: Line
) -> None:
    page.goto(paper.abs)
    before = len(line.asked)
    # `no-cors`: it is not the answer's headers that keep it out, but that a public page asks for this machine.
    told = page.evaluate("(url) => fetch(url, { mode: 'no-cors' }).then(() => 'answered', String)", f"{line.url}healthz")
    assert told != "answered"
    assert len(line.asked) == before


def test_a_pages_styles_do_not_reach_the_overlay(
    chrome: Chromium, page: Page, paper: PaperPages, service: RunningService, site: FakeArxiv
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(paper.abs)
    honest = ready(ask(chrome, page)).evaluate(LOOK)
    path = f"/abs/{paper.id}"
    site.pages[path] = spoilt(site.pages[path])
    page.goto(paper.abs)
    chrome.toolbar(page)
    assert ready(overlay(page)).evaluate(LOOK) == honest
    overlay(page).get_by_role("button", name="Close").click()
    overlay(page).wait_for(state="detached")


def test_a_pages_styles_do_not_reach_the_card(page: Page, service: RunningService, site: FakeArxiv, shelve: Shelve) -> None:
    path = f"/html/{OURS}v2"
    papers, looks = shelve(3), []
    page.emulate_media(reduced_motion="reduce")
    for change in (str, spoilt):
        site.pages[path] = change(bibliography(papers))
        page.goto(f"https://arxiv.org{path}")
        page.locator("takeaways-button").first.wait_for(state="attached")
        # By hand, as nothing stands where it stood on the spoilt page.
        page.evaluate(OVER)
        look = filled(page).evaluate(LOOK)
        looks.append({name: value for name, value in look.items() if name != "at"})
    assert looks[0] == looks[1]


@pytest.mark.parametrize("kind", ["abs", "html"])
def test_nothing_a_paper_says_runs_in_the_overlay(
    chrome: Chromium, page: Page, service: RunningService, site: FakeArxiv, fake_arxiv: FakeArxiv, press: Press, kind: str
) -> None:
    paper = press.paper(said=HARM)
    for arxiv in (site, fake_arxiv):
        arxiv.pages.update(paper.pages)
    page.goto(getattr(paper, kind))
    with fake_arxiv.holding("/html/"):
        panel = ask(chrome, page)
        panel.locator(".one").wait_for()
        assert "<img src=x" in panel.inner_text()
        found = page.locator("takeaways-overlay").evaluate(HARMLESS)
        assert found["made"] == 0
    ready(panel)
    panel.locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true })")
    assert "<img src=x" in panel.inner_text()
    found = page.locator("takeaways-overlay").evaluate(HARMLESS)
    assert found["made"] == 0
    assert found["handlers"] == []
    assert set(found["protocols"]) <= {"https:"}
    assert page.evaluate("window.hurt") is None


def test_nothing_a_paper_says_runs_in_a_card_or_a_line(
    chrome: Chromium, page: Page, service: RunningService, site: FakeArxiv, shelve: Shelve
) -> None:
    said = f"We present a census of ravens {HARM} that needs one microphone only."
    paper = replace(shelve(1)[0], title=f"A Census {HARM}", abstract=said)
    site.pages["/list/q-bio/recent"] = list_page([site.shelf.add(paper)])
    page.goto("https://arxiv.org/list/q-bio/recent")
    page.wait_for_function("document.readyState === 'complete'")
    rest_on(page, page.locator("a[title=Abstract]").first)
    assert "<img src=x" in filled(page).inner_text()
    assert page.locator("takeaways-card").evaluate(HARMLESS)["made"] == 0
    chrome.toolbar(page)
    lines(page).first.wait_for()
    assert "<img src=x" in lines(page).first.inner_text()
    assert page.locator("takeaways-line").first.evaluate(HARMLESS)["made"] == 0
    assert page.evaluate("window.hurt") is None
