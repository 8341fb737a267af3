"""Small LaTeXML pages for tests: what is written here stands in an article as LaTeXML would put it."""

from __future__ import annotations

from takeaways.extract.html import read_html
from takeaways.extract.parts import Parts
from takeaways.model import Block, Candidate

LINK = "https://arxiv.org/html/2401.00001v2"
PROSE = "Ravens gather at dusk in roosts of several hundred birds and are never silent while they do so."


def page(inside: str, *, authors: str = "", head: str = "") -> bytes:
    """An article with a section, its only paragraph and what is `inside`."""
    return f"""<!DOCTYPE html><html lang="en"><head><title>Ravens</title>{head}</head><body>
<article class="ltx_document"><h1 class="ltx_title ltx_title_document">Counting Ravens</h1>{authors}
<section id="S1" class="ltx_section"><h2 class="ltx_title ltx_title_section"><span class="ltx_tag">1 </span>Roosts</h2>
<div id="S1.p1" class="ltx_para"><p id="S1.p1.1" class="ltx_p">{PROSE}</p></div>
{inside}</section></article></body></html>""".encode()


def read(body: bytes, link: str = LINK) -> Parts:
    """What is read of a page, as arXiv's HTML."""
    return read_html(body, Candidate(reading="arxiv-html", url=link, link=link), "arxiv:2401.00001v2")


def blocks(parts: Parts, kind: str) -> list[Block]:
    """All blocks of a kind, in order."""
    return [block for section in parts.sections for block in section.blocks if block.kind == kind]


def tabular(*rows: str, number: str = "") -> str:
    """A `ltx_tabular` of rows, each a string of `<td>` and `<th>`; `td` and `th` get their classes here.

    `C` and `R` mark headers as LaTeXML does, `_` a line above: `<th C _>`, `<td colspan=2>`.
    """

    def dressed(row: str) -> str:
        for tag in ("td", "th"):
            row = row.replace(f"<{tag}", f'<{tag} class="ltx_td ltx_align_center"')
        for mark, name in (("C", "ltx_th ltx_th_column"), ("R", "ltx_th ltx_th_row"), ("_", "ltx_border_t")):
            while f'" {mark}' in row:
                row = row.replace(f'" {mark}', f' {name}"')
        return row

    lines = "".join(f'<tr class="ltx_tr">{dressed(row)}</tr>' for row in rows)
    return f'<table id="S1.T{number}.1" class="ltx_tabular"><tbody class="ltx_tbody">{lines}</tbody></table>'


def table(*rows: str, number: str = "1", caption: str = "Errors of the counters.") -> str:
    """A captioned table float."""
    return (
        f'<figure id="S1.T{number}" class="ltx_table"><figcaption class="ltx_caption">'
        f'<span class="ltx_tag ltx_tag_table">Table {number}: </span>{caption}</figcaption>'
        f"{tabular(*rows, number=number)}</figure>"
    )
