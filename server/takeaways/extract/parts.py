"""What a parser gives, and how a Document is made of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ..errors import NoText
from ..model import Attempt, Author, Block, Candidate, Coverage, Document, Figure, Flag, Paper, Section, Skipped
from .language import language_of
from .links import with_links
from .mentions import Mention, mentions_of
from .names import same_person

VERSION = "3"
"""Of the extraction rules: part of a summary's key, so that better rules write new summaries."""

_OTHER_ABSTRACTS = 3
"""In other languages: a thesis has one, some have two."""
_WORD = re.compile(r"\w+")


@dataclass
class Parts:
    """What one file holds, as its parser found it.

    `paper` is the metadata in the file itself. `read` and `total` count pages or sections (`unit`); `skipped` says
    what was left out.
    """

    paper: Paper
    sections: list[Section]
    unit: Literal["pages", "sections"]
    read: int
    total: int
    figures: list[Figure] = field(default_factory=list)
    references: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    keywords: tuple[str, ...] = ()
    language: str | None = None
    candidates: list[Candidate] = field(default_factory=list)
    abstract_only: bool = False
    mentions: list[Mention] = field(default_factory=list)
    """Addresses that the parser knows more of than the text shows: hyperlinks, notes tied to their sentence."""
    made: date | None = None
    """The day the file was made of the paper's source, where it says so."""


def words(sections: Sequence[Section]) -> int:
    """How many words stand in the blocks of `sections`."""
    return sum(len(_WORD.findall(block.text)) for section in sections for block in section.blocks)


def ranges(numbers: Sequence[int]) -> tuple[str, ...]:
    """Ascending numbers as a reader would name them: 1, 2, 3, 7 as «1–3», «7»."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return tuple("–".join(map(str, run)) for run in runs)


def document(parts: Parts, candidate: Candidate | None, paper: Paper | None, fallback: Literal["pdf", "page"]) -> Document:
    """Make a Document.

    Parameters
    ----------
    parts : Parts
        What the file holds.
    candidate : Candidate, optional
        Where it was read; None for an upload.
    paper : Paper, optional
        What is known already: its fields win, the file's fill the gaps.
    fallback : {"pdf", "page"}
        The reading of an upload.
    """
    found = parts.paper
    if paper is not None:
        found = paper.filled_from(found).model_copy(update={"authors": _with_affiliations(paper.authors, found.authors)})
        if not paper.authors:
            found = found.model_copy(update={"authors": parts.paper.authors})
    sections = _abstract_first(parts.sections, found)
    texts = [block.text for section in sections for block in section.blocks if block.kind != "table"]
    texts += [figure.caption for figure in parts.figures if figure.caption]
    found = with_links(found, mentions_of(texts, parts.mentions), "page-text")
    reading = candidate.reading if candidate else fallback
    return Document(
        paper=found,
        sections=tuple(sections),
        figures=tuple(parts.figures),
        coverage=Coverage(
            reading="abstract" if parts.abstract_only else reading,
            link=candidate.link if candidate else None,
            unit=parts.unit,
            read=parts.read,
            total=parts.total,
            words=words(sections),
            references=parts.references,
            skipped=tuple(parts.skipped),
        ),
        flags=tuple(parts.flags),
        language=language_of(sections, parts.language),
        keywords=parts.keywords,
    )


def abstract_only(paper: Paper, attempts: tuple[Attempt, ...] = ()) -> Document:
    """The Document of a paper of which nothing but the abstract can be had.

    Parameters
    ----------
    paper : Paper
        Metadata with an abstract.
    attempts : tuple of Attempt
        The readings that were tried before, for coverage.

    Raises
    ------
    NoText
        The paper has no abstract either.
    """
    if not paper.abstract:
        raise NoText("Neither the paper's text nor its abstract can be had.")
    sections = _abstract_first([], paper)
    coverage = Coverage(
        reading="abstract", link=paper.link, unit="sections", read=1, total=1, words=words(sections), attempts=attempts
    )
    return Document(paper=paper, sections=tuple(sections), coverage=coverage, language=language_of(sections, None))


def _abstract_first(sections: list[Section], paper: Paper) -> list[Section]:
    """The sections, the abstract first and never twice in a language; from the metadata where the file has none."""
    own = [section for section in sections if section.kind == "abstract" and section.blocks]
    rest = [section for section in sections if section.kind != "abstract"]
    if own:
        told = language_of(own[:1], None) if own[1:] else None
        others = [section for section in own[1:] if language_of([section], None) not in (None, told)]
        return [own[0], *others[:_OTHER_ABSTRACTS], *rest]
    if paper.abstract:
        block = Block(id="abstract", kind="paragraph", text=paper.abstract)
        return [Section(kind="abstract", heading="Abstract", blocks=(block,)), *rest]
    return rest


def _with_affiliations(authors: tuple[Author, ...], found: tuple[Author, ...]) -> tuple[Author, ...]:
    """`authors`, those without affiliations given the ones that the file ties to the same name, and to no other's."""

    def theirs(author: Author) -> tuple[str, ...]:
        same = same_person(author.name, found)
        # «W. Li» of the file may be Wei and may be Wang: then it is neither.
        back = same_person(same.name, authors) if same else None
        return same.affiliations if same and back and back.name == author.name else ()

    return tuple(
        author if author.affiliations else author.model_copy(update={"affiliations": theirs(author)}) for author in authors
    )
