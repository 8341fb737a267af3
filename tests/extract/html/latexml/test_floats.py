"""Figures of LaTeXML pages: their images' addresses, their parts, and the text that stands in them."""

from __future__ import annotations

import pytest

from tests.extract.html.latexml.articles import LINK, PROSE, blocks, page, read


def caption(tag: str, text: str = "Two ravens.") -> str:
    return f'<figcaption class="ltx_caption"><span class="ltx_tag">{tag}</span>{text}</figcaption>'


def image(source: str, name: str = "g1") -> str:
    return f'<img class="ltx_graphics" id="{name}" src="{source}">'


def figure(inside: str, name: str = "S1.F3", kind: str = "ltx_figure") -> str:
    return f'<figure id="{name}" class="{kind}">{inside}</figure>'


@pytest.mark.parametrize(
    ("link", "head", "source", "url"),
    [
        (LINK, "", "x1.png", f"{LINK}/x1.png"),
        (LINK, "", "figures/x1.png", f"{LINK}/figures/x1.png"),
        (LINK, "", "2401.00001v2/x1.png", f"{LINK}/x1.png"),
        (LINK, '<base href="/html/2401.00001v2/">', "x1.png", f"{LINK}/x1.png"),
        ("https://arxiv.org/html/2401.00001", '<base href="/html/2401.00001v2/">', "x1.png", f"{LINK}/x1.png"),
        (
            "https://ar5iv.org/html/2401.00001",
            "",
            "/html/2401.00001/assets/x1.png",
            "https://ar5iv.org/html/2401.00001/assets/x1.png",
        ),
        (LINK, "", "data:image/png;base64,AAAA", None),
        (LINK, "", "javascript:alert(1)", None),
        (LINK, "", "http://[", None),
    ],
)
def test_an_image_is_where_the_page_means_it(link: str, head: str, source: str, url: str | None) -> None:
    parts = read(page(figure(image(source) + caption("Figure 3: ")), head=head), link)
    assert [one.url for one in parts.figures] == [url]


def test_parts_with_captions_are_figures_of_their_own() -> None:
    parts = read(
        page(
            figure(
                figure(image("a.png") + caption("(a) ", "Dusk."), "F3.sf1")
                + figure(image("c.png") + caption("(c) ", "Dawn."), "F3.sf2")
                + caption("Figure 3: ")
            )
        )
    )
    assert [(f.label, f.number, f.caption, f.url, f.place.anchor) for f in parts.figures] == [
        ("Figure 3", "3", "Figure 3: Two ravens.", f"{LINK}/a.png", "S1.F3"),
        ("(a)", "3a", "(a) Dusk.", f"{LINK}/a.png", "F3.sf1"),
        ("(c)", "3c", "(c) Dawn.", f"{LINK}/c.png", "F3.sf2"),
    ]


def test_several_images_of_one_figure_each_have_a_place() -> None:
    parts = read(page(figure(image("a.png", "g1") + image("b.png", "g2") + caption("Figure 3: "))))
    assert [(f.number, f.caption, f.url) for f in parts.figures] == [
        ("3", "Figure 3: Two ravens.", f"{LINK}/a.png"),
        ("3a", None, f"{LINK}/a.png"),
        ("3b", None, f"{LINK}/b.png"),
    ]
    assert len({f.id for f in parts.figures}) == 3


def test_a_frame_around_figures_is_none_itself() -> None:
    inside = figure(caption("Table 1: ") + image("t.png"), "T1") + figure(caption("Figure 2: ") + image("f.png"), "F2")
    parts = read(page(figure(inside)))
    assert [(f.kind, f.number) for f in parts.figures] == [("table", "1"), ("figure", "2")]


def test_prose_in_a_figure_is_read_and_its_labels_are_counted() -> None:
    text = f'<p class="ltx_p" id="p7">{PROSE}</p><p class="ltx_p">Harmonic spacing</p>'
    parts = read(page(figure(text + caption("Figure 3: "))))
    assert [block.id for block in blocks(parts, "paragraph")] == ["S1.p1", "p7"]
    assert [(one.kind, one.count) for one in parts.skipped] == [("figure_words", 2)]


def test_an_algorithm_and_a_footnote_in_a_caption() -> None:
    note = '<span class="ltx_note ltx_role_footnote" id="fn2"><span class="ltx_note_content">In winter.</span></span>'
    lines = '<div class="ltx_listing"><div class="ltx_listingline">count the voices</div></div>'
    parts = read(page(figure(lines + caption("Algorithm 1: ", f"Counting.{note}"), "alg1", "ltx_float")))
    assert [(f.kind, f.label, f.number, f.caption) for f in parts.figures] == [
        ("algorithm", "Algorithm 1", "1", "Algorithm 1: Counting.")
    ]
    assert [block.text for block in blocks(parts, "footnote")] == ["In winter."]
