"""What the panel says of the engine that is always there: whose words these are, and what it does not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.panel_page import Panel, watched_page
from tests.e2e.panel_site import summary_event, wire

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

GERMAN = ["Tau wird kaum genutzt.", "Wir zeigen, dass Bleche im Mittel 0,21 Liter sammeln [3]."]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched_page(browser) as page:
        yield page


def _claim(text: str, quote: str | None = None) -> dict[str, Any]:
    place = {"anchor": None, "page": 1, "box": None}
    evidence = {"blocks": ["b1"], "quote": quote or text, "spot": {"kind": "abstract", "number": None}, "place": place}
    return {"text": text, "evidence": evidence, "state": "quoted", "reason": None}


def foreign(language: str, written: str, reading: str = "abstract") -> dict[str, Any]:
    """A summary of a paper in `language` of which sentences in `written` are shown."""
    summary = wire("summary")
    summary["making"] |= {"language": written, "unread_language": language}
    summary["coverage"] |= {"reading": reading, "read": 1, "total": 1}
    summary["note"] = {part: [] for part in summary["note"]}
    summary["keywords"] = []
    if written != "en":
        summary["one_sentence"] = None
        summary["takeaways"] = [_claim(text) for text in GERMAN]
    return summary


@pytest.mark.parametrize(
    ("locale", "asked", "summary", "notice", "heading"),
    [
        (
            "en", "en", foreign("de", "de"),
            "This paper is in German, and the embedded engine reads English only. "
            "What follows is from its abstract, word for word, not translated.", "Abstract",
        ),
        (
            "zh_CN", "zh-CN", foreign("de", "de"),
            "这篇论文的语言是德语，而内置引擎只能阅读英文。以下为其摘要原句（未翻译）。", "摘要",
        ),
        (
            "en", "de", foreign("de", "de"),
            "This paper is in German, and the embedded engine reads English only. "
            "What follows is from its abstract, word for word.", "Abstract",
        ),
        (
            "en", "en", foreign("und", "und", "pdf"),
            "The language of this paper could not be told, and the embedded engine reads English only. "
            "What follows is how it begins, word for word, not translated.", "How it begins",
        ),
    ],
)  # fmt: skip
def test_a_paper_that_is_not_read_shows_its_abstract(
    page: Page, locale: str, asked: str, summary: dict[str, Any], notice: str, heading: str
) -> None:
    panel = Panel(page, locale, asked)
    panel.events(summary_event(summary))
    assert panel.text(".notice").startswith(notice)
    assert panel.texts(".notices > *") == [panel.text(".notice")], (
        "and nothing else, such as that only the abstract was read"
    )
    assert page.locator(".body section h3").first.text_content() == heading
    assert [text.split("\u00a0")[0] for text in panel.texts(".as-is .claim")] == GERMAN
    for gone in (".takeaways", ".note", ".one", ".tag", ".chip"):
        assert page.locator(gone).count() == 0, gone
    page.locator(".notice [data-key=how]").click()
    assert page.locator(".connect").is_visible()


def test_an_english_abstract_of_a_french_paper_is_summed_up(page: Page) -> None:
    panel = Panel(page, "zh_CN", "zh-CN")
    panel.events(summary_event(foreign("fr", "en")))
    assert panel.text(".notice").startswith("这篇论文的语言是法语，而内置引擎只能阅读英文。以下摘自其英文摘要（未翻译）。")
    assert panel.text(".tag") == "论文摘要原句"
    assert len(panel.texts(".takeaways > li")) == 5
    assert page.locator(".note").count() == 0


@pytest.mark.parametrize(
    ("locale", "asked", "notice"),
    [
        ("zh_CN", "zh-CN", "未配置模型，以下为论文英文原句（未翻译）。"),
        ("en", "fr", "No model is configured: these are the paper’s own English sentences, not translated into French."),
        (
            "en",
            "pt-BR",
            "No model is configured: these are the paper’s own English sentences, not translated into Brazilian",
        ),
    ],
)
def test_what_is_not_translated_is_said_with_the_language_s_name(page: Page, locale: str, asked: str, notice: str) -> None:
    panel = Panel(page, locale, asked)
    panel.events(summary_event(wire("summary")))
    assert panel.text(".notice").startswith(notice)


def test_the_whole_sentence_unfolds_only_where_the_claim_is_another(page: Page) -> None:
    summary = wire("summary")
    whole = "In this paper, we count ravens by their voices, and we release the recordings [3]."
    summary["one_sentence"] = _claim("We count ravens by their voices.", whole)
    summary["takeaways"] = [_claim("Fog changes little.", "Fog changes little [3, 4] (Berg et al., 2019) (see Fig. 2).")]
    panel = Panel(page)
    panel.events(summary_event(summary))
    assert page.locator(".original").count() == 1
    fold = page.locator(".one .original")
    assert fold.locator("summary").inner_text().startswith("Whole sentence")
    assert not fold.locator("blockquote").is_visible()
    fold.locator("summary").click()
    assert fold.locator("blockquote").inner_text() == whole


@pytest.mark.parametrize(
    ("categories", "words"),
    [
        (["cs.SD", "q-bio.QM"], ""),
        (["stat.ML"], ""),
        (["math.CO", "cs.DM"], "and this paper is of another field (math.CO): expect a poorer choice."),
        ([], "Its models have learned from English computer science."),
    ],
)
def test_the_engine_is_named_with_what_it_has_learned(page: Page, categories: list[str], words: str) -> None:
    summary = wire("summary")
    summary["paper"]["categories"] = categories
    panel = Panel(page)
    panel.events(summary_event(summary))
    page.locator("details[data-key=making] > summary").click()
    said = panel.text(".made")
    assert (
        "The embedded engine: sentences chosen from the paper by small models and rules; none is written by a model." in said
    )
    assert words in said
    assert ("have learned" in said) == bool(words)
    assert ("have learned" in (page.locator(".extent").get_attribute("title") or "")) == bool(words)


def test_a_note_without_a_sentence_is_one_line(page: Page) -> None:
    summary = wire("summary")
    summary["note"] = {part: [] for part in summary["note"]}
    summary["not_stated"] = []
    panel = Panel(page)
    panel.events(summary_event(summary))
    assert panel.texts(".note .detail") == [
        "No sentence was found for results, method, limitations, earlier work, background or conclusion."
    ]
    assert page.locator(".note .part").count() == 0
