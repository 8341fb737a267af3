"""Papers that are not the usual kind, from the file to the words that a reader sees: an honest summary, or it is said."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from takeaways.export import markdown, text
from takeaways.extract.html import read_html
from takeaways.extract.parts import document
from takeaways.extract.pdf import read_pdf
from takeaways.model import Document, Summary, SummaryReady
from takeaways.summarize import Embedded, block_texts
from tests.papers.odd import PAPERS, thesis
from tests.papers.odd.tongues import ARABIC, CHINESE_TEXT, GERMAN, JAPANESE

FOREIGN = {
    "german": ("de", GERMAN, "German"),
    "german-page": ("de", GERMAN, "German"),
    "chinese": ("zh-Hans", CHINESE_TEXT, "Simplified Chinese"),
    "chinese-page": ("zh", CHINESE_TEXT, "Chinese"),
    "japanese-page": ("ja", JAPANESE, "Japanese"),
    "arabic-page": ("ar", ARABIC, "Arabic"),
}
ENGLISH = [name for name in PAPERS if name not in FOREIGN and not name.startswith("french")]


@cache
def paper(name: str) -> Document:
    body, kind = PAPERS[name]()
    if kind == "pdf":
        return document(read_pdf(body, None, "sha256:x"), None, None, "pdf")
    return document(read_html(body, None, "sha256:x"), None, None, "page")


@cache
def summary(name: str) -> Summary:
    return summed(paper(name))


def summed(read: Document) -> Summary:
    *_, end = Embedded("7", lambda: datetime(2026, 11, 25, tzinfo=UTC)).summarize(read, "en", "full")
    assert isinstance(end, SummaryReady)
    return end.summary


def said(made: Summary) -> list[str]:
    claims = [made.one_sentence, *made.takeaways]
    claims += [claim for part in type(made.note).model_fields for claim in getattr(made.note, part)]
    return [claim.text for claim in claims if claim]


@pytest.mark.parametrize("name", PAPERS)
def test_every_claim_is_quoted(name: str) -> None:
    made, blocks = summary(name), block_texts(paper(name))
    assert said(made)
    for claim in [made.one_sentence, *made.takeaways]:
        assert claim is None or (claim.evidence and claim.evidence.quote in " ".join(blocks.values()))
    assert made.paper.title


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_paper_s_abstract_is_shown_whole(name: str) -> None:
    language, sections, called = FOREIGN[name]
    made = summary(name)
    assert made.making.unread_language == made.making.language == language
    between = "" if language[:2] in ("zh", "ja") else " "
    assert between.join(claim.text for claim in made.takeaways) == sections[0][1][0]
    assert said(made) == [claim.text for claim in made.takeaways], "neither one sentence nor note"
    for shown in (markdown(made, "en"), text(made, "en")):
        words = " ".join(shown.replace("!", "").split())
        assert f"This paper is in {called}, and the embedded engine reads English only." in words
        assert "from its abstract, word for word, not translated" in words
        assert "Not stated" not in words
        assert "Key takeaways" not in words
        assert "Keywords" not in words


@pytest.mark.parametrize("name", ["french", "french-page"])
def test_a_french_paper_s_english_abstract_is_read(name: str) -> None:
    made = summary(name)
    assert (made.making.language, made.making.unread_language) == ("en", "fr")
    assert made.one_sentence is not None
    assert made.one_sentence.text.startswith("We show that tilted metal sheets collect 0.21 litres")
    assert not any("rosée" in words for words in [*said(made), *made.keywords])
    assert "chosen from its English abstract. " in " ".join(markdown(made, "en").split())
    assert "这篇论文的语言是法语，而内置引擎只能阅读英文。以下摘自其英文摘要（未翻译）。" in markdown(made, "zh-CN")


def test_a_chinese_reader_of_a_chinese_paper_is_not_told_that_it_is_not_translated() -> None:
    page = markdown(summary("chinese-page"), "zh-CN")
    assert "这篇论文的语言是中文，而内置引擎只能阅读英文。以下为其摘要原句。" in page
    assert "## 摘要" in page


@pytest.mark.parametrize("name", ENGLISH)
def test_an_english_paper_of_another_kind_is_summed_up_in_its_own_sentences(name: str) -> None:
    made = summary(name)
    assert made.making.unread_language is None
    assert made.one_sentence is not None
    assert not made.one_sentence.text.endswith("?")
    for words in said(made):
        assert not any(part in words for part in ("@", ". . .", "Acknowledge", "Dissertation", "□", "Thank you"))
        assert words[0].isupper() or words[0].isdigit()
    assert "learned from English computer science" in " ".join(text(made, "en").split())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("extended", "We present a small sensor that measures the polarisation of the sky"),
        ("mathematics", "We prove that every mild graph on n vertices has an independent set of at least n/4 vertices"),
        ("letter", "We report the observation of a slow oscillation"),
        ("essay", "This essay argues that they were a method: smell was the one property of a fungus"),
        ("one-sentence", "We give a faster way to sort the cards of a library catalogue by hand"),
    ],
)
def test_the_one_sentence_says_what_the_paper_does(name: str, words: str) -> None:
    one = summary(name).one_sentence
    assert one is not None
    assert words in one.text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("essay", "every reader of her letters had smelled new bread"),
        ("letter", "In conclusion, a discharge can be made to oscillate by the slowest of its parts."),
        ("poster", "At 80 cm, 31 of 40 snails chose the richer plate"),
        ("poster", "Snails weigh the risk of the way"),
        ("slides", "Battery life rose from 14 to 61 months"),
        ("extended", "The results suggest that polarisation alone explains homing"),
    ],
)
def test_what_is_found_is_told_though_no_phrase_says_that_it_is(name: str, words: str) -> None:
    told = [claim.text for claim in summary(name).takeaways]
    assert any(words in text for text in told), told
    assert not any(text.endswith("?") for text in told)


def test_a_thesis_of_300_pages_is_read_whole() -> None:
    made = summed(document(read_pdf(thesis(28)[0], None, "sha256:x"), None, None, "pdf"))
    assert made.coverage.read == made.coverage.total > 280
    assert made.one_sentence is not None
    assert len(made.takeaways) >= 5
    kinds = [claim.evidence.spot.kind for claim in made.takeaways if claim.evidence]
    assert kinds.count("abstract") <= 2
    told = [*made.takeaways, *made.note.results]
    assert any(claim.evidence.spot.number == "8" for claim in told if claim.evidence), "its conclusion is read"
