"""What is shown of a paper that the engine does not read: its abstract, the English one where there is one."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple

from takeaways.model import Block, Document, Section

from .called import ENGLISH_HEADING, HEADING, KEYWORDS, LEADING, LED
from .cleaning import claim_text
from .language import detect, is_english, is_foreign, paper_language
from .reading import Sentence
from .roles import Role, of_heading
from .sentences import sentences
from .words import word_count

_ABSTRACT_MOST, _OPENING_MOST = 12, 4
"""Sentences: of an abstract, hardly ever cut; of the beginning of a paper without one."""
_FRONT = 60
"""Blocks in which an English abstract is looked for, from each end of the paper: theses have theirs on the last page."""
_FRONT_SECTIONS = 3
_LEAST = 25
"""Words of an English abstract; fewer are a title, a licence, a motto."""
_SHORTEST, _LONGEST = 3, 1500
"""Words and characters of a sentence; beyond them it is a number of a list, or what no pattern should be tried on."""


class Readable(NamedTuple):
    """What is read of a paper, and, where that is not the paper, in which language the paper is (`und`: not known)."""

    document: Document
    unread: str | None = None


def readable(document: Document) -> Readable:
    """What the engine can read of `document`.

    Parameters
    ----------
    document : Document
        In whatever language.

    Returns
    -------
    Readable
        A paper in English whole, less the blocks in other languages (a second abstract); of any other its English
        abstract, else its own, else how it begins.
    """
    language = paper_language(document)
    if is_english(language):
        return Readable(_without_foreign(document))
    english = _english_abstract(document)
    if english:
        section = Section(kind="abstract", heading="Abstract", blocks=english)
        return Readable(_only(document, (section,), "en"), language)
    own = _own_abstract(document)
    if own:
        return Readable(_only(document, (own,), language), language)
    return Readable(_beginning(document, language), language)


def as_they_stand(document: Document) -> list[Sentence]:
    """The first sentences of an abstract or a beginning in a language whose words are not known, none left out."""
    abstract = any(section.kind == "abstract" for section in document.sections)
    found: list[Sentence] = []
    for number, section in enumerate(document.sections):
        for block in section.blocks:
            if block.kind not in ("paragraph", "list"):
                continue
            spans = sentences(block.text)
            led = LEADING.match(block.text)
            for nth, (start, end) in enumerate(spans):
                quote = block.text[led.end() if led and not start else start : end]
                if KEYWORDS.match(quote):
                    break
                if end - start > _LONGEST or word_count(quote) < _SHORTEST or not (abstract or _ends(quote)) or _torn(quote):
                    continue
                at, text = len(found), claim_text(quote)
                found.append(Sentence(number, block, Role.ABSTRACT, at, nth, len(spans), quote, text, english=False))
    return found[: _ABSTRACT_MOST if abstract else _OPENING_MOST]


def _torn(quote: str) -> bool:
    """Whether its words have come apart into letters, as those of some PDFs in Arabic do."""
    parts = [part for part in quote.split() if part[:1].isalpha()]
    return len(parts) > 7 and 3 * sum(len(part) == 1 for part in parts) > len(parts)


def _ends(quote: str) -> bool:
    """Whether it ends as a sentence does: what opens a paper may be a line of names."""
    return quote.rstrip("\"'”’»)]」』）").endswith((".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।"))


def _only(document: Document, sections: tuple[Section, ...], language: str, **said: object) -> Document:
    """`document` with these sections alone, and its coverage says so: an abstract, unless more is `said` of it."""
    words = sum(word_count(block.text) for section in sections for block in section.blocks)
    told = {"reading": "abstract", "unit": "sections", "read": 1, "total": 1} | said
    coverage = document.coverage.model_copy(update=told | {"words": words, "references": 0})
    return document.model_copy(update={"sections": sections, "coverage": coverage, "language": language})


def _beginning(document: Document, language: str) -> Document:
    """As many blocks as hold the sentences that are shown; the coverage says of how many pages or sections that is."""
    begin: list[Section] = []
    left = _OPENING_MOST
    for section in document.sections:
        kept: list[Block] = []
        for block in section.blocks:
            if left > 0:
                kept.append(block)
                alone = document.model_copy(update={"sections": (section.model_copy(update={"blocks": (block,)}),)})
                left -= len(as_they_stand(alone))
        if kept:
            begin.append(section.model_copy(update={"blocks": tuple(kept)}))
    pages = {block.place.page for section in begin for block in section.blocks}
    coverage = document.coverage
    of_pages = coverage.unit == "pages" and None not in pages
    return _only(
        document,
        tuple(begin),
        language,
        reading=coverage.reading,
        unit="pages" if of_pages else "sections",
        read=len(pages) if of_pages else len(begin),
        total=coverage.total if of_pages else len(document.sections),
    )


def _is_abstract(section: Section) -> bool:
    heading = section.heading or ""
    named = section.kind == "abstract" or of_heading(heading) is Role.ABSTRACT or HEADING.fullmatch(heading)
    return bool(section.blocks and named)


def _english_abstract(document: Document) -> tuple[Block, ...]:
    """The blocks of an English abstract: in an abstract of the paper, under a heading that says so, in its metadata."""
    for section in document.sections:
        if _is_abstract(section) or ENGLISH_HEADING.fullmatch(section.heading or ""):
            found = tuple(block for block in section.blocks if _is_english_prose(block.text))
            if found:
                return found
    blocks = [block for section in document.sections for block in section.blocks]
    for block in [*blocks[:_FRONT], *blocks[-_FRONT:]]:
        if LED.match(block.text) and _is_english_prose(block.text):
            return (block,)
    abstract = document.paper.abstract
    return (Block(id="abstract", kind="paragraph", text=abstract),) if abstract and _is_english_prose(abstract) else ()


def _own_abstract(document: Document) -> Section | None:
    """The first abstract, as its section, or as a block of a section whose headings were not told from its text."""
    for section in document.sections:
        if _is_abstract(section):
            return section.model_copy(update={"kind": "abstract"})
    for section in document.sections[:_FRONT_SECTIONS]:
        for block, below in zip_longest(section.blocks, section.blocks[1:]):
            found = block if LEADING.match(block.text) else below if HEADING.fullmatch(block.text) else None
            if found:
                return Section(kind="abstract", heading=None, blocks=(found,))
    return None


def _is_english_prose(text: str) -> bool:
    return word_count(text) >= _LEAST and is_english(detect(text))


def _without_foreign(document: Document) -> Document:
    sections = tuple(
        section.model_copy(update={"blocks": kept})
        if len(kept := tuple(block for block in section.blocks if not is_foreign(block.text))) < len(section.blocks)
        else section
        for section in document.sections
    )
    return document.model_copy(update={"sections": sections})
