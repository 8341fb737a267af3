"""Old pages, whose markup says nothing of their structure."""

from __future__ import annotations

from takeaways.extract.html import read_html
from takeaways.extract.parts import Parts

SENTENCE = "Ravens gather at dusk in roosts of several hundred birds and are never silent while they do. "


def read(inside: str, head: str = "<title>Old Report</title>") -> Parts:
    return read_html(f"<HTML><HEAD>{head}</HEAD><BODY>{inside}</BODY></HTML>".encode("cp1252"), None, "url:x")


def outline(parts: Parts) -> list[tuple[str | None, str | None, int]]:
    return [(section.number, section.heading, section.level) for section in parts.sections]


def text(parts: Parts) -> str:
    return "\n".join(block.text for section in parts.sections for block in section.blocks)


def test_headings_that_no_h_marks() -> None:
    parts = read(
        f"<center><font size=+2>Old Report</font></center><p>{SENTENCE}"
        f"<p><b>1. Introduction</b><p>{SENTENCE * 3}"
        f"<p><b>2. Method</b><p>{SENTENCE * 3}<p><b>2.1 Separating calls</b><p>{SENTENCE * 3}"
        f"<center>CONCLUSION</center><p>{SENTENCE * 3} <b>Note well:</b> {SENTENCE}"
        f"<p><b>References</b><p>[1] S. Halvorsen. Forty winters, 2015.<p>[2] P. Marsh. Owls, 2009."
    )
    assert outline(parts)[1:] == [
        ("1", "1 Introduction", 1),
        ("2", "2 Method", 1),
        ("2.1", "2.1 Separating calls", 2),
        (None, "CONCLUSION", 1),
    ]
    assert parts.references == 2
    assert "Halvorsen" not in text(parts)
    assert "Note well: Ravens gather" in text(parts)


def test_bold_lines_below_real_headings() -> None:
    parts = read(f"<H2>Survey</H2><p>{SENTENCE}<p><b>Demographic differences</b><p>{SENTENCE}<H2>End</H2><p>{SENTENCE}")
    assert outline(parts) == [(None, "Survey", 1), (None, "Demographic differences", 2), (None, "End", 1)]


def test_contents_and_ways_around_are_left_out() -> None:
    parts = read(
        '<a href="next.html">Next</a> | <a href="up.html">Up</a><hr>'
        '<H2>Contents</H2><ul><li><a href="#a">Aims</a><li>Details<li><a href="#b">Birds</a></ul>'
        f'<H2><a name="a">Aims</a></H2>{SENTENCE}<p>{SENTENCE}<H2><a name="b">Birds</a></H2><p>{SENTENCE}'
    )
    assert outline(parts) == [(None, "Aims", 1), (None, "Birds", 1)]
    assert "Next" not in text(parts)
    assert "Details" not in text(parts)
    assert [block.place.anchor for section in parts.sections for block in section.blocks] == ["a", "a", "b"]


def test_text_right_after_a_heading_is_not_lost() -> None:
    parts = read("".join(f"<H2>Part {n}</H2>First {n}. {SENTENCE}<p>Second {n}. {SENTENCE}" for n in range(9)))
    assert all(f"First {n}." in text(parts) and f"Second {n}." in text(parts) for n in range(9))


def test_a_table_and_captions_in_lines() -> None:
    parts = read(
        f"<H2>Results</H2><p>{SENTENCE}<p>Table 2. Errors."
        "<table border=1><tr><th>Method<th>Fog</tr><tr><td>Cues<td>35.2</tr></table>"
        f"<p>Figure 1: Two ravens at dusk.<p>Figure 1 shows two ravens. {SENTENCE}"
    )
    assert [(f.kind, f.number, f.caption) for f in parts.figures] == [
        ("table", "2", "Table 2. Errors."),
        ("figure", "1", "Figure 1: Two ravens at dusk."),
    ]
    blocks = [block for section in parts.sections for block in section.blocks]
    assert [block.kind for block in blocks] == ["paragraph", "table", "paragraph"]
    assert blocks[1].table is not None
    assert blocks[1].table.figure == "f1"
    assert blocks[2].text.startswith("Figure 1 shows two ravens.")


def test_a_table_that_lays_out_the_page_is_text() -> None:
    parts = read(f"<table><tr><td><a href=x.html>Home</a></td><td><p>{SENTENCE * 20}<p>{SENTENCE * 20}</td></tr></table>")
    assert [block.kind for section in parts.sections for block in section.blocks] == ["paragraph", "paragraph"]


def test_formulas_that_were_pictures() -> None:
    parts = read(
        f'<p>{SENTENCE}<p>Let <IMG SRC="i1.gif" ALT="$x_{{1}}$"> be one of <IMG SRC="i2.gif" ALT="a raven">. {SENTENCE}'
    )
    assert "Let $x_{1}$ be one of." in text(parts)
