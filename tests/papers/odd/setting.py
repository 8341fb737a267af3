"""Words set as a PDF or a page."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Sequence
from typing import Literal

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

File = tuple[bytes, Literal["pdf", "html"]]
Odd = Callable[[], File]
Piece = tuple[str, str]
"""A style (`title`, `by`, `h`, `p`, `abstract`, `big`, `page`) and its words."""

Section = tuple[str | None, Sequence[str]]
"""A heading and its paragraphs; a heading `Abstract` or its like makes an abstract in the PDF."""

CHINESE = "STSong-Light"
"""A font of PDF itself (a CID font with a predefined CMap): nothing is embedded, and the text is read all the same."""


def pieces(title: str, by: str, sections: Sequence[Section]) -> list[Piece]:
    """A paper as pieces, in order."""
    made: list[Piece] = [("title", title), ("by", by)]
    for heading, paragraphs in sections:
        made += [("h", heading)] if heading else []
        made += [("p", paragraph) for paragraph in paragraphs]
    return made


def pdf(made: Sequence[Piece], font: str = "Times-Roman", *, wide: bool = False) -> File:
    """A PDF of one column.

    Parameters
    ----------
    made : sequence of Piece
    font : str
        One of PDF's own.
    wide : bool
        As slides are: landscape.
    """
    if font == CHINESE:
        pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))
    bold = "Times-Bold" if font == "Times-Roman" else font
    wrap = "CJK" if font == CHINESE else None

    def style(name: str, size: float, face: str, **more: object) -> ParagraphStyle:
        return ParagraphStyle(name, fontName=face, fontSize=size, leading=size * 1.25, wordWrap=wrap, **more)

    styles = {
        "title": style("title", 24, bold, alignment=TA_CENTER, spaceAfter=12),
        "by": style("by", 11, font, alignment=TA_CENTER, spaceAfter=14),
        "h": style("h", 13, bold, spaceBefore=12, spaceAfter=5),
        "p": style("p", 10, font, alignment=TA_JUSTIFY, spaceAfter=6),
        "big": style("big", 15, font, spaceAfter=10),
        "contents": style("contents", 10, font),
    }
    out = io.BytesIO()
    page = landscape(A4) if wide else A4
    document = SimpleDocTemplate(
        out, pagesize=page, leftMargin=70, rightMargin=70, topMargin=60, bottomMargin=60, invariant=1
    )

    def number(canvas: object, _: object) -> None:
        canvas.setFont("Times-Roman", 9)  # type: ignore[attr-defined]
        canvas.drawCentredString(page[0] / 2, 30, str(canvas.getPageNumber()))  # type: ignore[attr-defined]

    flow = [PageBreak() if kind == "page" else Paragraph(html.escape(words), styles[kind]) for kind, words in made]
    document.build(flow, onFirstPage=number, onLaterPages=number)
    return out.getvalue(), "pdf"


def page(title: str, by: str, sections: Sequence[Section], language: str | None = None) -> File:
    """A page of a journal, with a heading and paragraphs a section."""
    lang = f' lang="{language}"' if language else ""
    body = [f"<h1>{html.escape(title)}</h1>", f'<p class="authors">{html.escape(by)}</p>']
    for n, (heading, paragraphs) in enumerate(sections):
        body.append(f'<section id="s{n}">')
        body += [f"<h2>{html.escape(heading)}</h2>"] if heading else []
        body += [f"<p>{html.escape(words)}</p>" for words in paragraphs]
        body.append("</section>")
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title>'
    text = f"<!doctype html><html{lang}><head>{head}</head><body><article>{''.join(body)}</article></body></html>"
    return text.encode(), "html"
