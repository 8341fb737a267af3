"""Where a sentence stands, as the chip beside a claim says it."""

from __future__ import annotations

import re

from takeaways.model import Block, Document, Evidence, Section, Spot

from .reading import Sentence

_CAPTION = re.compile(r"\s*(fig(?:ure|\.)|table|tab\.|algorithm)\s*([A-Z]?\d+(?:\.\d+)*|[IVXL]+\b|[A-Z]\b)?", re.IGNORECASE)
_KINDS = {"fig": "figure", "tab": "table", "alg": "algorithm"}


def evidence(sentence: Sentence, document: Document) -> Evidence:
    """What a claim made of `sentence` rests on."""
    return Evidence(
        blocks=(sentence.block.id,),
        quote=sentence.quote,
        spot=spot(document, sentence.section, sentence.block),
        place=sentence.block.place,
    )


def spot(document: Document, number: int, block: Block) -> Spot:
    """The abstract, a figure's caption, the numbered section around, the page; else a section without a number.

    Parameters
    ----------
    document : Document
        The paper.
    number : int
        Index of the section in it.
    block : Block
        A block of that section.
    """
    section = document.sections[number]
    if section.kind == "abstract":
        return Spot(kind="abstract")
    if block.kind in ("caption", "table"):
        named = _figure(document, block)
        if named:
            return named
    told = _numbered(document.sections, number)
    if told:
        return Spot(kind="appendix" if section.kind == "appendix" else "section", number=told)
    if block.place.page is not None:
        return Spot(kind="page", number=str(block.place.page))
    return Spot(kind="appendix" if section.kind == "appendix" else "section")


def _numbered(sections: tuple[Section, ...], number: int) -> str | None:
    """The section's own number, else that of the nearest section around it («Encoder:» within 3.1 is «3.1»)."""
    level = sections[number].level
    if sections[number].number:
        return sections[number].number
    for section in reversed(sections[:number]):
        if section.kind != sections[number].kind:
            return None
        if section.level < level:
            if section.number:
                return section.number
            level = section.level
    return None


def _figure(document: Document, block: Block) -> Spot | None:
    anchors = {block.id, block.place.anchor} - {None}
    for figure in document.figures:
        if figure.place.anchor in anchors or (figure.caption and figure.caption == block.text):
            return Spot(kind=figure.kind, number=figure.number)
    found = _CAPTION.match(block.text)
    if not found:
        return None
    kind = _KINDS[found.group(1)[:3].lower()]
    return Spot.model_validate({"kind": kind, "number": found.group(2)})
