"""What a reader sees while a model writes: nothing that stands is moved, and what is said of it is true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.panel_page import Panel, watched_page
from tests.e2e.panel_site import ROOT, stage, summary_event, wire

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SENTENCE = "RavenCount estimates the size of a raven flock from one microphone."
PLACES = """() => {
  const root = document.querySelector('#host').shadowRoot;
  const named = (node) => node.querySelector('.claim')?.textContent ?? node.textContent;
  return [...root.querySelectorAll('.paper h2, .by, .tag, .one, h3, .takeaways > li')]
    .map((node) => [named(node).slice(0, 24), Math.round(node.getBoundingClientRect().top)]);
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched_page(browser) as page:
        yield page


def preview() -> dict[str, Any]:
    """The preview of our paper, with three takeaways of two lines each."""
    event = wire("events/preview")
    claim = event["summary"]["takeaways"][0]
    event["summary"]["one_sentence"] = {**claim, "text": "We present RavenCount, which counts ravens by their voices. " * 2}
    words = "It separates overlapping calls by their harmonic spacing and groups them into voices. "
    event["summary"]["takeaways"] = [{**claim, "text": f"Preview {n}. {words}"} for n in range(3)]
    return event


def grown(path: str, text: str) -> dict[str, Any]:
    """More of a text."""
    return {"type": "delta", "path": path, "text": text, "claim": None}


def whole(path: str, text: str, state: str = "quoted") -> dict[str, Any]:
    """A claim that was checked."""
    claim = wire("summary-model-zh")["takeaways"][0]
    reason = {"code": "number_role", "what": "8.5%"} if state == "unverified" else None
    quote = "On 312 recordings the median error is 8.5%."
    evidence = {**claim["evidence"], "quote": quote}
    return {
        "type": "delta",
        "path": path,
        "text": "",
        "claim": {"text": text, "evidence": evidence, "state": state, "reason": reason},
    }


def written() -> dict[str, Any]:
    """The summary that comes of `DELTAS`."""
    summary = wire("summary-model-zh")
    claims = [event["claim"] for event in DELTAS if event["claim"]]
    summary |= {"one_sentence": claims[0], "takeaways": claims[1:], "title_translation": None, "flags": []}
    summary["making"] |= {"language": "en", "tokens_in": 2200, "tokens_out": 231, "cost": 0.00412}
    summary["paper"] = preview()["summary"]["paper"]
    return summary


DELTAS = [
    *(grown("/one_sentence", word) for word in re.findall(r"\S+\s?", SENTENCE)),
    whole("/one_sentence", SENTENCE),
    grown("/takeaways/0", "The median error "),
    grown("/takeaways/0", "is 8.5%."),
    whole("/takeaways/0", "The median error is 8.5%."),
    grown("/takeaways/1", "It never fails."),
    whole("/takeaways/1", "It never fails.", "unverified"),
    grown("/takeaways/2", "Fog changes little."),
    whole("/takeaways/2", "Fog changes little."),
]


@pytest.mark.parametrize("width", [1000, 360])
def test_what_stands_is_not_moved_from_the_preview_to_the_summary(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    panel = Panel(page)
    panel.events(stage("summarize", 4), preview())
    before = dict(page.evaluate(PLACES))
    tops = [top for _, top in page.evaluate(PLACES)]
    for event in DELTAS:
        panel.events(event)
        for name, top in page.evaluate(PLACES):
            assert top == before.get(name, top), f"{name} has moved at {event}"
        assert [top for _, top in page.evaluate(PLACES)][: len(tops)] == tops
    places = [place for place in page.evaluate(PLACES) if not place[0].startswith(("Preview", "A model", "1 claim"))]
    panel.events(summary_event(written()))
    after = page.evaluate(PLACES)
    for place in places:
        assert place in after, "nothing moves when the summary is there"
    assert page.locator(".early").count() == 0


def test_the_previews_claims_stand_until_others_come_in_their_places(page: Page) -> None:
    panel = Panel(page)
    panel.events(stage("summarize", 4), preview(), grown("/one_sentence", "RavenCount "))
    assert [text[:9] for text in panel.texts(".takeaways .claim")] == ["Preview 0", "Preview 1", "Preview 2"]
    assert page.locator(".takeaways .spot").count() == 0, "as before: the line above says that they are the abstract's"
    panel.events(*DELTAS[-7:-2])
    shown = panel.texts(".takeaways .claim")
    assert shown[0].startswith("The median error is 8.5%.")
    assert [text[:9] for text in shown[1:]] == ["Preview 1", "Preview 2"], "what was not confirmed leaves its place"
    assert panel.text(".doubt summary").startswith("1 claim not confirmed")
    panel.events(DELTAS[-1], grown("/note/results/0", "x"))
    assert [text[:3] for text in panel.texts(".takeaways .claim")] == ["The", "Fog"], "no more of them will come"


def test_focus_folds_selection_and_scrolling_survive_the_writing(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 320})
    panel = Panel(page)
    panel.events(stage("summarize", 4), preview(), *DELTAS[:-2])
    fold = page.locator("[data-key='original takeaway 0']")
    fold.locator("summary").click()
    page.locator(".body").evaluate("(body) => { body.scrollTop = 90 }")
    quote = fold.locator("blockquote")
    quote.evaluate("(node) => getSelection().selectAllChildren(node)")
    kept = quote.element_handle()
    assert kept is not None
    panel.events(*DELTAS[-2:], grown("/note/results/0", "Being written"))
    assert kept.evaluate("(node) => node.isConnected"), "what stands is not drawn again"
    active = "document.querySelector('#host').shadowRoot.activeElement?.parentElement.dataset.key"
    panel.events(summary_event(written()))
    assert fold.get_attribute("open") is not None
    assert page.evaluate(active) == "original takeaway 0"
    assert page.locator(".body").evaluate("(body) => body.scrollTop") == 90


def test_the_titles_translation_has_its_place_before_it_comes(page: Page) -> None:
    panel = Panel(page, "zh_CN", "zh-CN")
    panel.events(stage("summarize", 4), preview())
    before = page.locator(".one").bounding_box()
    panel.events(grown("/title_translation", "以声音计数渡鸦"))
    assert panel.text(".translation") == "以声音计数渡鸦"
    assert page.locator(".one").bounding_box() == before
    panel.events(summary_event(wire("summary")))
    assert page.locator(".translation").count() == 0


def test_who_stops_keeps_what_was_checked_and_nothing_moves(page: Page) -> None:
    panel = Panel(page)
    panel.events(stage("summarize", 4), preview(), *DELTAS[:-3], grown("/takeaways/2", "Half a sen"))
    before = page.locator(".one").bounding_box()
    panel.problem({**wire("problems/busy"), "code": "cancelled", "title": ""})
    assert page.locator(".problem").count() == 0
    assert panel.text(".extent") == "The reading was stopped."
    assert panel.text(".takeaways li").startswith("The median error is 8.5%.")
    assert "Half a sen" not in panel.text(".takeaways")
    assert page.locator(".one").bounding_box() == before
    page.get_by_role("button", name="Retry").click()
    assert panel.sent[-1] == {"type": "retry"}


@pytest.mark.parametrize(
    ("cost", "said"), [(0.00412, " · 2,431 tokens · $0.0041"), (None, " · 2,431 tokens"), (0.0, " · 2,431 tokens · $0.00")]
)
def test_the_foot_says_pages_model_tokens_and_cost(page: Page, cost: float | None, said: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 700})
    panel = Panel(page, surface="page")
    summary = written()
    summary["making"]["cost"] = cost
    panel.events(summary_event(summary))
    assert panel.text(".extent").replace("\n", "") == f"7 of 8 pages · qwen3-32b{said}"


@pytest.mark.parametrize(
    ("locale", "words", "button"),
    [
        ("en", "This is version 1; version 3 is of 5 Mar 2024.", "Read version 3"),
        ("zh_CN", "这是第 1 版；第 3 版发布于 2024年3月5日。", "阅读第 3 版"),
    ],
)
def test_a_summary_of_an_older_version_says_so_and_offers_the_newer(
    page: Page, locale: str, words: str, button: str
) -> None:
    summary = wire("summary")
    days = {1: "2024-01-01", 2: "2024-02-01", 3: "2024-03-05", 4: "2024-04-01"}
    versions = [{"number": number, "day": day, "withdrawn": number == 4} for number, day in days.items()]
    summary["paper"] |= {"id": "arxiv:2401.00001v1", "version": 1, "versions": versions}
    panel = Panel(page, locale, locale.replace("_", "-"))
    panel.events(summary_event(summary))
    assert panel.text(".notice") == f"{words} {button}"
    page.get_by_role("button", name=button).click()
    assert panel.sent[-1] == {"type": "read", "url": "https://arxiv.org/abs/2401.00001v3"}


AXE = """async () => {
  const { violations } = await axe.run('#host', { rules: { region: { enabled: false } } });
  return violations.map((one) => [one.id, one.nodes.map((node) => node.html)]);
}"""
STATES: dict[str, list[dict[str, Any]]] = {
    "first words": DELTAS[:2],
    "half": DELTAS[:-1],
    "done": [summary_event(written())],
    "stopped": [*DELTAS[:-1], {"type": "failed", "problem": {**wire("problems/busy"), "code": "cancelled"}}],
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_while_it_is_being_written(page: Page, state: str, scheme: Any) -> None:
    axe = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        pytest.skip("no node_modules/axe-core: `make test` installs it")
    page.emulate_media(color_scheme=scheme)
    panel = Panel(page, language="zh-CN")
    panel.events(stage("summarize", 4), preview(), *STATES[state])
    page.locator(".panel details").evaluate_all("all => all.forEach((one) => { one.open = true })")
    page.evaluate(axe.read_text())
    assert page.evaluate(AXE) == []
