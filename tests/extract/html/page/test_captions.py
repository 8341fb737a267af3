"""Captions in the markup of many publishers, and sentences that only begin like one."""

from __future__ import annotations

import pytest

from takeaways.extract.html import read_html
from takeaways.extract.html.page.captions import is_caption, labelled
from takeaways.extract.parts import Parts
from takeaways.model import Candidate

HERE = Candidate(reading="page", url="https://example.org/7", link="https://example.org/7")
SENTENCE = "Ravens gather at dusk in roosts of several hundred birds and are never silent while they do. "
TABLE = "<table><thead><tr><th>Method<th>Fog</thead><tr><td>Cues<td>35.2</table>"
TEXT = "Two ravens at dusk. One calls."


def read(inside: str) -> Parts:
    text = f"<article><h2>Roosts</h2>{f'<p>{SENTENCE * 5}</p>' * 6}{inside}{f'<p>{SENTENCE * 5}</p>' * 6}</article>"
    return read_html(f"<html><body>{text}</body></html>".encode(), HERE, "url:x")


@pytest.mark.parametrize(
    "inside",
    [
        f"<figure><img src=f1.png><figcaption>Figure 1. {TEXT}</figcaption></figure>",
        "<figure id=f><span><img src=f1.png></span><span class=captions><span><p><span class=label>Figure 1</span>."
        f" {TEXT}</p></span></span></figure>",
        "<div class=html-fig-wrap><div class=html-fig_img><img src=f1.png></div>"
        f"<div class=html-fig_description><b>Figure 1.</b> {TEXT}</div></div>",
        "<div class=fig><h4>Figure 1</h4><div class=figure><img src=f1.png></div>"
        f"<div class=caption><p>{TEXT}</p></div></div>",
        f"<div class='wp-caption alignnone'><img src=f1.png width=300><p class=wp-caption-text>Figure 1. {TEXT}</p></div>",
        f"<div class=thumb><div class=thumbinner><img src=f1.png><div class=thumbcaption>Figure 1. {TEXT}</div></div></div>",
        f"<p><img src=f1.png></p><p><b>Figure 1.</b> {TEXT}</p>",
        f"<center><img src=f1.png><br>Figure 1. {TEXT}</center>",
        "<div class=fig><img data-src=f1.png src='data:image/gif;base64,AAAA'><div class=caption><strong>Figure 1.</strong>"
        f" {TEXT}</div><ul><li>Download figure</li><li>Open in new tab</li></ul></div>",
        f"<figure><picture><source srcset='f1.png 1x, f1b.png 2x'></picture><figcaption>Figure 1. {TEXT}<br>Full size image"
        "</figcaption></figure>",
    ],
    ids=["html5", "elsevier", "mdpi", "pmc", "wordpress", "wiki", "paragraph", "centred", "highwire", "picture"],
)
def test_a_figure_and_its_caption(inside: str) -> None:
    parts = read(inside)
    found = [(f.kind, f.number, f.caption, f.url) for f in parts.figures]
    assert found == [("figure", "1", f"Figure 1. {TEXT}", "https://example.org/f1.png")]
    text = " ".join(block.text for section in parts.sections for block in section.blocks)
    assert "dusk. One calls." not in text, "said once"
    assert text.count("Ravens gather") == 60


@pytest.mark.parametrize(
    "inside",
    [
        f"<table><caption>Table 2. Errors.</caption>{TABLE.removeprefix('<table>')}",
        f"<div class=table-wrap><div class=caption><p><b>Table 2.</b> Errors.</p></div>{TABLE}</div>",
        f"<figure class=table><figcaption>Table 2. Errors.</figcaption><div>{TABLE}</div></figure>",
        f"<p>Table 2. Errors.</p>{TABLE}",
        f"{TABLE}<p>Table 2. Errors.</p>",
        "<div><span class=table-label>Table 2</span><p class=table-caption>Errors.</p>"
        f"<div class=scroll>{TABLE}</div></div>",
    ],
)
def test_a_table_and_its_caption(inside: str) -> None:
    parts = read(inside)
    assert [(f.kind, f.number, f.caption) for f in parts.figures] == [("table", "2", "Table 2. Errors.")]
    (block,) = [block for section in parts.sections for block in section.blocks if block.kind == "table"]
    assert block.table is not None
    assert block.table.figure == "f1"
    assert [(cell.text, cell.row_heads, cell.column_heads) for cell in block.table.cells if not cell.head] == [
        ("35.2", ("Cues",), ("Fog",))
    ]
    kinds = [block.kind for section in parts.sections for block in section.blocks]
    assert kinds == ["paragraph"] * 6 + ["table"] + ["paragraph"] * 6, "where it stood"


def test_several_images_of_one_figure() -> None:
    parts = read(f"<figure><img src=a.png><img src=b.png><figcaption>Figure 1. {TEXT}</figcaption></figure>")
    assert [(f.number, f.caption, f.url) for f in parts.figures] == [
        ("1", f"Figure 1. {TEXT}", "https://example.org/a.png"),
        ("1a", None, "https://example.org/a.png"),
        ("1b", None, "https://example.org/b.png"),
    ]


def test_what_stands_around_the_article_has_no_figures() -> None:
    card = "<figure><img src=x.png><figcaption>Owls by number, revisited</figcaption></figure>"
    assert read(f"<aside>{card}</aside><div class=related-articles>{card}</div>").figures == []


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("Figure 3. Two ravens.", True),
        ("Fig. 3: Two ravens.", True),
        ("Figure 3 | Two ravens.", True),
        ("Table IV Errors of the counters", True),
        ("Extended Data Fig. 2 Ravens", True),
        ("Algorithm 1: Counting", True),
        ("Figure 3", True),
        ("Figure 3 shows two ravens.", False),
        ("Figure 3 is about ravens.", False),
        ("Table 2 and Figure 3 are about ravens.", False),
        ("Figures in this paper are ours.", False),
        ("Tables 2 lists birds", False),
        ("Figure 3. " + "word " * 400, False),
    ],
)
def test_what_is_a_caption(text: str, whether: bool) -> None:
    assert is_caption(text) is whether


def test_labels() -> None:
    assert labelled("Supplementary Table S2. Birds.") == ("table", "Supplementary Table S2", "S2")
    assert labelled("FIG. 3a – Birds") == ("figure", "FIG. 3a", "3a")
    assert labelled("Birds.") == (None, None, None)


def test_floats_with_the_same_words_as_captions_are_not_one() -> None:
    parts = read(
        "<figure><img src=a.png><figcaption>Results</figcaption></figure>"
        "<figure><img src=b.png><figcaption>Results</figcaption></figure>"
        f"<table><caption>Results</caption>{TABLE.removeprefix('<table>')}"
    )
    found = [(figure.kind, figure.caption, figure.url) for figure in parts.figures]
    here = "https://example.org/"
    assert found == [
        ("figure", "Results", f"{here}a.png"),
        ("figure", "Results", f"{here}b.png"),
        ("table", "Results", None),
    ]
    tables = [block.table for section in parts.sections for block in section.blocks if block.table]
    assert [table.figure for table in tables] == [parts.figures[2].id]


def test_a_figure_that_a_page_gives_twice_is_one() -> None:
    figure = f"<figure><img src=f1.png><figcaption>Figure 1. {TEXT}</figcaption></figure>"
    assert [figure.label for figure in read(figure * 2).figures] == ["Figure 1"]
    other = figure.replace("f1.png", "f2.png")
    assert [(f.url or "")[-6:] for f in read(figure + other).figures] == ["f1.png", "f2.png"]
