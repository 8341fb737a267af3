"""Pages whose conversion from TeX broke off or went wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from takeaways.errors import NoText
from takeaways.extract.html import read_html
from takeaways.extract.html.conversion import made_on
from takeaways.extract.html.dom import parse
from takeaways.model import Candidate

ARXIV = Candidate(reading="arxiv-html", url="https://arxiv.org/html/1", link="https://arxiv.org/html/1")
# As arXiv and ar5iv end such a page (dginev/ar5iv, `src/dirty_templates.rs`).
NOTICE = (
    '<div class="ltx_document"><div class="ltx_para"><div class="ltx_p"><span class="ltx_ERROR">\n'
    "Conversion to HTML had a Fatal error and exited abruptly. This document may be truncated or damaged.\n"
    "</span></div></div></div>\n</article>"
)
SENTENCE = "The flock was counted by its voices on a cold and foggy morning in March. "


def page(*paragraphs: str) -> str:
    body = "".join(f'<div class="ltx_para"><p class="ltx_p">{one}</p></div>' for one in paragraphs)
    return f'<html lang="en"><body><article class="ltx_document"><h1 class="ltx_title_document">Ravens</h1>{body}</article>'


def flags(html: str) -> list[str]:
    return [flag.kind for flag in read_html(html.encode(), ARXIV, "arxiv:1").flags]


@pytest.mark.parametrize(
    "html",
    [
        page(SENTENCE * 99).replace("</article>", NOTICE),
        page(SENTENCE * 99) + '<footer><a class="ar5iv-text-button ar5iv-severity-fatal">Conversion<br>report</a></footer>',
        page(*(f'{SENTENCE}<span class="ltx_ERROR undefined">\\flock</span> {SENTENCE}' for _ in range(40))),
        page(*(rf"{SENTENCE}\begin{{pbox}}[x]\textbf{{{SENTENCE}}}\end{{pbox}}" for _ in range(20))),
    ],
    ids=["fatal", "fatal at ar5iv", "unknown macros", "raw TeX"],
)
def test_a_damaged_conversion_is_flagged(html: str) -> None:
    assert flags(html) == ["truncated"]


@pytest.mark.parametrize(
    "html",
    [
        page(SENTENCE * 9),
        page(SENTENCE * 99, '<span class="ltx_ERROR undefined">\\centering</span> ' * 9),
        page(*(f'{SENTENCE}<math alttext="x"><merror class="ltx_ERROR undefined"><mtext>\\x</mtext></merror></math>' * 9,)),
        page("The package says that the document may be truncated or damaged. " + SENTENCE * 20),
        page(SENTENCE * 99, r"Type \begin{figure} and \end{figure}, and \cite{x} where a source is cited."),
    ],
    ids=["clean", "a few errors", "errors in formulas", "the words in a sentence", "a paper about TeX"],
)
def test_blemishes_are_not_damage(html: str) -> None:
    assert flags(html) == []


@pytest.mark.corpus
def test_no_page_of_the_corpus_is_damaged(corpus: Path) -> None:
    pages = [*corpus.glob("arxiv/html/*/index.html"), *corpus.glob("latexml/*.html")]
    assert pages
    assert [name for name in pages if read_html(name.read_bytes(), ARXIV, "arxiv:1").flags] == []


def test_the_day_a_page_was_made_on() -> None:
    foot = '<footer class="ltx_page_footer"><div class="ltx_page_logo">Generated on {} by LaTeXML</div></footer>'
    assert made_on(parse(foot.format(" Thu Mar 14 06:34:14 2024").encode())) == date(2024, 3, 14)
    assert made_on(parse(foot.format("Tue Jan  7 07:42:19 2025").encode())) == date(2025, 1, 7)
    assert made_on(parse(foot.format("Tue Feb 31 07:42:19 2025").encode())) is None
    assert made_on(parse(page(SENTENCE).encode())) is None


def test_a_paper_submitted_as_html_is_read_and_arxivs_own_pages_are_not() -> None:
    old = (
        f"<html><head><title>Ravens in HTML</title></head><body><h1>Ravens</h1>{f'<p>{SENTENCE * 5}</p>' * 9}</body></html>"
    )
    assert len(read_html(old.encode(), ARXIV, "arxiv:1").sections) == 1
    for said in (
        "No HTML for 'cs/9901011v1'",
        "The following files are available for cs/9901011v1",
        "File unavailable for x",
    ):
        with pytest.raises(NoText):
            read_html(f"<html><body><h1>{said}</h1>{f'<p>{SENTENCE}</p>' * 9}</body></html>".encode(), ARXIV, "arxiv:1")
