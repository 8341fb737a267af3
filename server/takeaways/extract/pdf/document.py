"""A PDF -> Parts: opens it, reads its pages, and says plainly why where it cannot."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import pypdfium2

from ...errors import DamagedFile, NoText, Scanned
from ...model import Block, Flag, Paper, Place, Section, Skipped
from ..parts import Parts, ranges, words
from .addresses import Hyperlink, hyperlinks_on, mentions_of
from .areas import areas_of, may_caption
from .blocks import Builder
from .classify import roles_of
from .drawings import Canvas, Drawings
from .front import Front, front_of
from .glyphs import Page, Reader
from .hidden import Sieve, flags_of
from .layout import layout_of
from .opening import open_pdf
from .words import Vocabulary

_PAGES = 400
"""Read at most: a paper is shorter, and what is longer is a book or made to take long."""


def read_pdf(body: bytes, link: str | None, source_id: str) -> Parts:
    """Read a PDF.

    Parameters
    ----------
    body : bytes
        The file.
    link : str, optional
        Where a person opens it.
    source_id : str
        The Paper's id.

    Raises
    ------
    PasswordProtected
        It does not open without a password.
    DamagedFile
        It does not open, or none of its pages does.
    Scanned
        Its pages hold pictures and no text.
    NoText
        Its pages hold nothing that can be read.
    """
    pdf = open_pdf(body)
    try:
        total = len(pdf)
        pages, canvases, links, unread = _pages(pdf, total)
        info = {key: value.strip() for key, value in pdf.get_metadata_dict(skip_empty=True).items()}
    finally:
        pdf.close()
    if not pages:
        raise DamagedFile("None of the pages can be read." if total else "The file has no pages.")
    letters = sum(len(word.text) for page in pages for word in page.words)
    pictures = [page.number for page in pages if page.pictures]
    if letters < 40 * len(pages) and len(pictures) > len(pages) / 2:
        raise Scanned(f"{len(pictures)} of {len(pages)} pages are pictures without text.")
    if letters < 20:
        raise NoText("The PDF's pages hold no text.")
    layout = layout_of(pages)
    roles = roles_of(layout)
    vocabulary = Vocabulary(line.text for line in layout.lines)
    front = front_of(layout, roles, vocabulary, info)
    areas = areas_of(layout, roles, pages, canvases, front.lines)
    made = Builder(layout, roles, front.lines, areas, front.abstract, vocabulary).build()
    if made.inside_figures and made.inside_figures > words(made.sections):
        # Forms, slides, scripts that run from right to left: what was taken for the inside of floats is all there is.
        roles.of = ["text" if role in ("float", "notice") else role for role in roles.of]
        made = Builder(layout, roles, front.lines, {}, front.abstract, vocabulary).build()
    sections = made.sections
    if not words(sections):
        raise NoText("The PDF's pages hold no sentences.")
    beyond = range(_PAGES + 1, total + 1)
    skipped = [
        Skipped(kind="unreadable_page", count=len(unread), which=ranges(unread)),
        Skipped(kind="page_beyond_limit", count=len(beyond), which=ranges(beyond)),
        Skipped(kind="picture_page", count=len(pictures), which=ranges(pictures)),
        Skipped(kind="figure_words", count=made.inside_figures),
        Skipped(kind="unread_table", count=len(made.unread_tables), which=tuple(filter(None, made.unread_tables))),
    ]
    # Which pages, and how many, is said by what was skipped.
    flags = [Flag(kind="scanned", place=Place(page=pictures[0] if len(pictures) == 1 else None))] if pictures else []
    flags += flags_of(pages)
    if total > _PAGES:
        flags.append(Flag(kind="truncated"))
    return Parts(
        paper=_paper(front, sections, source_id, link),
        sections=sections,
        unit="pages",
        read=len(pages) - len(pictures),
        total=total,
        figures=made.figures,
        references=made.references,
        skipped=[one for one in skipped if one.count],
        flags=flags,
        keywords=made.keywords,
        mentions=mentions_of(links, layout, roles, sections),
    )


def _pages(pdf: Any, total: int) -> tuple[list[Page], dict[int, Canvas], list[Hyperlink], list[int]]:
    """The pages that can be read, what those draw that may hold a caption, and the numbers of those that cannot be read."""
    reader, drawings = Reader(Sieve()), Drawings()
    pages, canvases, links, unread = [], {}, list[Hyperlink](), []
    for number in range(1, min(total, _PAGES) + 1):
        try:
            with closing(pdf[number - 1]) as page:
                pages.append(reader.page(page, number))
                turned = pages[-1].turned
                try:
                    links += hyperlinks_on(pdf, page, number, turned)
                    if may_caption(pages[-1]):
                        canvases[number] = drawings.page(page, turned)
                except pypdfium2.PdfiumError:
                    # Its text is read: what is lost is an address or a picture, not the page.
                    continue
        except pypdfium2.PdfiumError:
            unread.append(number)
    return pages, canvases, links, unread


def _paper(front: Front, sections: list[Section], source_id: str, link: str | None) -> Paper:
    abstract = next((section for section in sections if section.kind == "abstract"), None)
    text = "\n\n".join(block.text for block in _said(abstract)) if abstract else None
    origins = dict(front.origins)
    if text:
        origins["abstract"] = "pdf-page-1"
    return Paper(
        id=source_id,
        link=link,
        title=front.title,
        authors=front.authors,
        affiliations=front.affiliations,
        abstract=text or None,
        provenance=origins,
    )


def _said(section: Section) -> list[Block]:
    return [block for block in section.blocks if block.kind in ("paragraph", "list")]
