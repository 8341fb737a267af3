"""What of a Document each depth reads."""

from __future__ import annotations

from takeaways.model import Depth, Document, Section

from .words import word_count

_PAGE = 500
"""Words of a page: what `quick` reads of a paper without an abstract."""


def as_read(document: Document, depth: Depth) -> Document:
    """`document` as far as it is read: all of it, or for `quick` its abstract, and the coverage says so.

    Of a paper without an abstract the opening is read instead, and the coverage says how many of its sections.
    """
    if depth == "full":
        return document
    kept = tuple(section for section in document.sections if section.kind == "abstract" and section.blocks)
    if document.coverage.reading == "abstract" and kept:
        return document.model_copy(update={"sections": kept})
    read = kept or _opening(document)
    said: dict[str, object] = {"unit": "sections", "read": len(read), "words": sum(map(_words, read)), "references": 0}
    said |= {"reading": "abstract", "total": len(read)} if kept else {"total": len(document.sections)}
    return document.model_copy(update={"sections": read, "coverage": document.coverage.model_copy(update=said)})


def _opening(document: Document) -> tuple[Section, ...]:
    """The first sections and blocks, up to a page's worth of words."""
    opening: list[Section] = []
    room = _PAGE
    for section in document.sections:
        blocks = []
        for block in section.blocks:
            if room > 0:
                blocks.append(block)
                room -= word_count(block.text)
        if blocks:
            opening.append(section.model_copy(update={"blocks": tuple(blocks)}))
    return tuple(opening)


def _words(section: Section) -> int:
    return sum(word_count(block.text) for block in section.blocks)
