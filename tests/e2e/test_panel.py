"""The renderer in a real browser: every event, Summary and problem of the wire, and text that means harm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.panel_site import ROOT, WIRE, Site, panel_site, stage, summary_event, wire

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PROBLEMS = sorted(path.stem for path in (WIRE / "problems").glob("*.json"))
EVIL = "<img src=x onerror='window.hurt=1'><script>window.hurt=1</script>\u202e"
START = """
async ([locale, language, surface]) => {
  const { createPanel } = await import('/assets/panel/panel.js');
  const { loadWords } = await import('/assets/lib/words.js');
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  document.body.style.display = 'block';
  host.id = 'host';
  if (surface === 'frame') host.style.cssText = 'position: fixed; inset: 0 0 0 auto; inline-size: min(420px, 100%)';
  window.sent = [];
  window.gone = new AbortController();
  window.panel = createPanel(host.attachShadow({ mode: 'open' }), {
    t: await loadWords('/assets/_locales/', locale), language, surface, signal: window.gone.signal,
    send: (action) => { window.sent.push(action); return Promise.resolve(); },
  });
}
"""


class Panel:
    """A panel in a page, driven as its host would."""

    def __init__(self, page: Page, locale: str = "en", language: str = "en", surface: str = "frame") -> None:
        self.page = page
        page.evaluate(START, [locale, language, surface])

    def events(self, *events: dict[str, Any]) -> None:
        """Hand it events."""
        self.page.evaluate("(events) => events.forEach((event) => window.panel.event(event))", list(events))

    def problem(self, problem: dict[str, Any]) -> None:
        """Hand it a problem."""
        self.page.evaluate("(problem) => window.panel.problem(problem)", problem)

    def text(self, selector: str = ".panel") -> str:
        """What a reader sees there."""
        return self.page.locator(selector).first.inner_text()

    def texts(self, selector: str) -> list[str]:
        """The texts of all that match."""
        return self.page.locator(selector).all_inner_texts()

    @property
    def sent(self) -> list[dict[str, Any]]:
        """What it asked its host for."""
        return self.page.evaluate("window.sent")


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with panel_site() as site:
        yield site


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce", locale="en-GB")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(site.url)
    yield page
    context.close()
    assert not faults


def _everywhere(value: Any, poison: str) -> Any:
    """A Summary with poison in every text that a paper or a model has a say in."""
    kept = {"state", "kind", "reading", "unit", "depth", "at", "published", "updated", "language", "code", "id", "engine"}
    if isinstance(value, dict):
        return {k: v if k in kept else _everywhere(v, poison) for k, v in value.items()}
    if isinstance(value, list):
        return [_everywhere(item, poison) for item in value]
    return value + poison if isinstance(value, str) else value


def test_an_extractive_summary_is_the_papers_own_words_and_repeats_no_quote(page: Page) -> None:
    panel = Panel(page)
    panel.events(summary_event(wire("summary")))
    assert panel.text(".tag") == "In the paper’s own words"
    assert panel.text(".paper h2") == "Counting Ravens by Their Voices"
    assert panel.text(".facts").split("\n") == ["1 Jan 2024", "cs.SD, q-bio.QM", "arXiv:2401.00001v2", "DOI", "code"]
    assert len(panel.texts(".takeaways > li")) == 5
    assert panel.texts(".takeaways .spot") == ["§3.1", "§3.1", "§2", "§4", "§5"]
    assert page.locator(".quote").count() == 0
    chip = page.locator(".takeaways .spot").first
    assert (chip.get_attribute("href") or "").startswith("https://arxiv.org/html/2401.00001v2#S3.SS1.p1:~:text=")
    assert chip.get_attribute("title") == "Quote found; numbers match. Meaning not checked."
    assert panel.text(".extent").startswith("6 of 6 sections · embedded · ")
    assert panel.texts(".buttons button .label") == ["Copy", "BibTeX", "Connect a model"]


def test_the_note_opens_the_results_and_says_what_is_not_stated(page: Page) -> None:
    summary = wire("summary")
    summary["note"]["limitations"] = []
    panel = Panel(page)
    panel.events(summary_event(summary))
    missing = "Limitations not stated in the paper"
    headings = ["Results", "Method, step by step", missing, "Earlier work", "Background", "Conclusion"]
    assert panel.texts(".note h4") == headings
    assert page.locator(".note details[open]").evaluate_all("all => all.map(one => one.dataset.key)") == ["results"]


def test_a_models_summary_in_chinese(page: Page) -> None:
    panel = Panel(page, "zh_CN", "zh-CN")
    panel.events(summary_event(wire("summary-model-zh")))
    assert panel.text(".translation") == "以声音计数渡鸦"
    assert panel.texts(".takeaways .spot") == ["§3.1", "表 1"]
    assert page.locator(".takeaways .spot").first.get_attribute("href") == "https://arxiv.org/pdf/2401.00001v2#page=4"
    original = page.locator(".takeaways .original").first
    quote = original.locator("blockquote")
    assert original.locator("summary").inner_text().startswith("原文")
    assert not quote.is_visible()
    original.locator("summary").click()
    assert quote.is_visible()
    assert quote.get_attribute("lang") == "en"
    wanted = ["fontStyle", "fontSize", "letterSpacing", "lineHeight"]
    claim = page.locator(".takeaways .claim").first
    style = claim.evaluate("(node, wanted) => wanted.map((name) => getComputedStyle(node)[name])", wanted)
    assert style == ["normal", "15px", "normal", "25.5px"]
    assert panel.text(".notice").startswith("该论文含有读者看不见的文字，已排除。 （第 2 页）")
    parts = page.locator(".body > .part").evaluate_all("all => all.map(one => one.dataset.key)")
    assert parts == ["unverified", "making"]
    assert panel.text(".doubt summary").startswith("1 条未能在原文中核实")
    page.locator(".doubt > summary").click()
    assert panel.text(".why") == "此处（摘要）未找到“0.3”。"
    assert panel.texts(".buttons button .label")[-1] == "重新生成"


def test_sentences_that_were_not_translated_are_said_to_be(page: Page) -> None:
    panel = Panel(page, "zh_CN", "zh-CN")
    panel.events(wire("events/preview"))
    assert page.locator(".notice").count() == 0, "a model may be writing while the preview stands"
    panel.events(summary_event(wire("summary")))
    assert panel.text(".notice").startswith("未配置模型，以下为论文英文原句（未翻译）。")
    page.locator(".notice button").click()
    assert "OPENAI_BASE_URL=" in panel.text(".connect")
    assert page.locator("button[data-key='connect']").get_attribute("aria-expanded") == "true"


def test_stages_then_paper_then_preview_then_summary(page: Page) -> None:
    panel = Panel(page)
    page.evaluate("window.panel.waiting('Reading the paper from arXiv…')")
    assert panel.text(".waiting h2") == "Reading the paper from arXiv…"
    assert page.locator(".body").get_attribute("aria-busy") == "true"
    panel.events(stage("fetch", 2))
    assert panel.text(".extent") == "Fetching the paper… 2 of 4"
    panel.events(wire("events/paper"))
    assert page.locator(".bone").count() > 0
    panel.events(wire("events/preview"))
    assert panel.text(".tag") == "From the abstract, while the paper is being read"
    assert page.locator(".bone").count() == 0
    panel.events({"type": "delta", "path": "/takeaways/0", "text": "Being written", "claim": None})
    assert panel.texts(".takeaways .spot") == ["checking"]
    assert page.locator("[role=status]").inner_text() == "", "tokens are not announced"
    panel.events(wire("events/summary"))
    assert page.locator("[role=status]").inner_text() == "Summary ready"
    assert page.locator(".body").get_attribute("aria-busy") == "false"
    page.evaluate("window.panel.reset()")
    assert page.locator(".paper").count() == 0
    page.evaluate("window.gone.abort()")
    assert page.locator(".panel").count() == 0


def test_the_summary_takes_the_previews_place_without_losing_the_readers(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 320})
    panel = Panel(page)
    paper = wire("events/paper")
    paper["paper"]["authors"] = [{"name": f"Author {i}", "affiliations": []} for i in range(9)]
    preview, ready = wire("events/preview"), wire("events/summary")
    for event in (preview, ready):
        event["summary"]["paper"] = paper["paper"]
    panel.events(stage(), paper, preview)
    page.locator("button[data-key='authors']").click()
    assert panel.text(".by").count("Author") == 9
    page.locator(".body").evaluate("(body) => { body.scrollTop = 60 }")
    panel.events({"type": "delta", "path": "/takeaways/0", "text": "x", "claim": None}, ready)
    assert page.locator(".body").evaluate("(body) => body.scrollTop") == 60
    assert panel.text(".by").count("Author") == 9, "what the reader unfolded stays so"
    assert page.evaluate("document.querySelector('#host').shadowRoot.activeElement?.dataset.key") == "authors"
    page.locator("details[data-key='method'] > summary").click()
    page.locator("button[data-key='connect']").click()
    assert page.locator("details[data-key='method']").get_attribute("open") is not None
    foot = page.locator(".foot").bounding_box()
    assert foot is not None
    assert foot["y"] + foot["height"] == 320, "the foot is always in sight"


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_every_problem_is_a_card_with_what_to_do(page: Page, locale: str) -> None:
    words = json.loads((ROOT / "extension" / "_locales" / locale / "messages.json").read_text())
    panel = Panel(page, locale)
    status = page.locator("[role=status]")
    panel.problem(wire("problems/busy"))
    assert status.inner_text() == words["problem_busy_title"]["message"]
    for code in PROBLEMS:
        problem = wire(f"problems/{code}")
        panel.problem(problem)
        assert panel.text(".problem h3") == words[f"problem_{code}_title"]["message"]
        action = words[f"problem_{code}_action"]["message"].replace("`", "")
        assert action in panel.texts(".problem p")
        assert page.locator(".problem .main", has_text=words["retry"]["message"]).count() == int(problem["retryable"])
    page.locator(".panel").evaluate(
        "() => window.panel.problem({...window.panel.state.problem, code: 'brand_new', title: 'T.', action: 'A.'})"
    )
    assert (panel.text(".problem h3"), panel.texts(".problem p")[-1]) == ("T.", "A.")


def test_what_the_reader_wants_done_is_sent(page: Page) -> None:
    panel = Panel(page)
    panel.events(stage())
    page.get_by_role("button", name="Stop").click()
    panel.events(summary_event(wire("summary-model-zh")))
    for name in ("Copy", "BibTeX", "Regenerate", "Close"):
        page.get_by_role("button", name=name, exact=True).click()
    panel.problem(wire("problems/busy"))
    page.get_by_role("button", name="Retry").click()
    panel.problem(wire("problems/unauthorized"))
    page.locator(".problem input").fill(" secret ")
    page.get_by_role("button", name="Use it").click()
    unreachable = {**wire("problems/busy"), "code": "service_unreachable", "detail": "127.0.0.1:8765"}
    panel.problem(unreachable)
    assert "Nothing answered at 127.0.0.1:8765." in panel.text(".problem")
    page.get_by_role("button", name="Copy “make run”").click()
    page.get_by_text("Copied").first.wait_for()
    job, key = stage()["job"], summary_event({})["id"]
    assert panel.sent == [
        {"type": "stop", "job": job},
        {"type": "copy", "form": "md", "id": key},
        {"type": "copy", "form": "bib", "id": key},
        {"type": "regenerate"},
        {"type": "close"},
        {"type": "retry"},
        {"type": "token", "token": "secret"},
        {"type": "copy_text", "text": "make run"},
    ]


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
