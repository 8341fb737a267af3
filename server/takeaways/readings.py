"""Which form of a paper is read: the best that gives its text, and why it is that one."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from .errors import NoText, PaperNotFound, TakeawaysError
from .extract import Extraction, Extractor
from .fetch import Fetched
from .metadata import Reader
from .model import Attempt, Candidate, Document, Event, Paper, Source, Stage

ENOUGH_WORDS = 250
"""Fewer words outside the abstract than this are not a paper's text, but a page about it."""

WORDS_A_PAGE = 60
"""The fewest that a paper's pages hold on average, figures and tables counted: a page of prose has 400 and more. Of a
paper whose comment says «30 pages», a conversion with fewer has lost most of it."""

_PAGES = re.compile(r"\b(\d{1,3})\s*(?:pages|pp\b)")
_CONVERSIONS = ("arxiv-html", "ar5iv")
"""Pages made of the paper's TeX: there may be none, and one may have broken off."""


class Read(NamedTuple):
    """A Document, and the PDF that it was read from: figures are cut out of it."""

    document: Document
    pdf: bytes | None = None
    url: str | None = None
    """Where that PDF was; None for an upload."""


class Readings:
    """Tries the forms of a paper, best first.

    Parameters
    ----------
    reader : Reader
    extractor : Extractor
    """

    def __init__(self, reader: Reader, extractor: Extractor) -> None:
        self._reader = reader
        self._extractor = extractor

    def best(self, source: Source, paper: Paper | None, job: str) -> Generator[Event, None, Read]:
        """The first candidate with a paper's whole text; else the longest; else the abstract. Gives Stages on the way.

        Its coverage lists what was tried before it (`attempts`), and why that was not taken.

        Parameters
        ----------
        source : Source
        paper : Paper, optional
            What is known of it.
        job : str
            For the Stages.

        Raises
        ------
        TakeawaysError
            Nothing can be read: what the first candidate failed of.
        """
        if paper and paper.abstract and _withdrawn(paper):
            gone = tuple(Attempt(reading=one.reading, why="withdrawn") for one in source.candidates[:1])
            return Read(self._extractor.abstract_only(paper, gone))
        waiting, attempts = list(source.candidates), list[Attempt]()
        partial: list[tuple[Read, Attempt]] = []
        failure: TakeawaysError | None = None
        while waiting:
            candidate = waiting.pop(0)
            try:
                yield Stage(job=job, name="fetch", n=2, of=4)
                fetched = self._reader.get(candidate.url)
                yield Stage(job=job, name="extract", n=3, of=4)
                found = self._extract(fetched, candidate, paper, source)
            except TakeawaysError as err:
                failure = failure or err
                attempts.append(_failed(candidate, err))
                continue
            why = _lacking(found.document)
            read = Read(found.document, fetched.body, fetched.url) if fetched.kind == "pdf" else Read(found.document)
            if why is None:
                return _with_attempts(read, attempts)
            attempts.append(Attempt(reading=candidate.reading, why=why))
            partial.append((read, attempts[-1]))
            # A page about a paper says who wrote it better than the first page of the PDF that it names.
            paper = paper or found.document.paper
            if candidate in source.candidates:
                # One step from what was asked for: pages that name each other would be followed for ever.
                waiting += [new for new in found.candidates if new.url not in {one.url for one in source.candidates}]
        if partial:
            longest, itself = max(partial, key=lambda pair: pair[0].document.coverage.words)
            return _with_attempts(longest, [attempt for attempt in attempts if attempt is not itself])
        if paper and paper.abstract:
            return Read(self._extractor.abstract_only(paper, tuple(attempts)))
        raise failure or NoText(f"{source.id} names nothing that can be read.")

    def _extract(self, fetched: Fetched, candidate: Candidate, paper: Paper | None, source: Source) -> Extraction:
        if urlsplit(fetched.url).path.startswith("/abs/"):
            # ar5iv sends papers it does not have to arXiv's abs page.
            raise PaperNotFound("There is no HTML of this paper.")
        if fetched.kind == "pdf":
            # A page's address may give a PDF; evidence must then point to pages.
            candidate = candidate.model_copy(update={"reading": "pdf"})
        return self._extractor.document(fetched.body, kind_of(fetched.body), candidate, paper, source.id)


def kind_of(body: bytes) -> Literal["pdf", "html"]:
    """What a file is, by its first bytes."""
    return "pdf" if b"%PDF-" in body[:1024] else "html"


def _withdrawn(paper: Paper) -> bool:
    return any(version.number == paper.version and version.withdrawn for version in paper.versions)


def _failed(candidate: Candidate, err: TakeawaysError) -> Attempt:
    """That there is no such form is no failure: most papers of before December 2023 have no HTML."""
    if isinstance(err, PaperNotFound) or (isinstance(err, NoText) and candidate.reading in _CONVERSIONS):
        return Attempt(reading=candidate.reading, why="absent")
    return Attempt(reading=candidate.reading, why="failed", code=err.code)


def _lacking(document: Document) -> Literal["damaged", "thin"] | None:
    """Why another form must be tried; None for a paper's whole text."""
    body = (block for section in document.sections if section.kind != "abstract" for block in section.blocks)
    words = sum(len(block.text.split()) for block in body)
    if words < ENOUGH_WORDS:
        return "thin"
    if document.coverage.reading not in _CONVERSIONS:
        # A PDF is cut by our own limit only; no other form of it would be longer.
        return None
    if any(flag.kind == "truncated" for flag in document.flags):
        return "damaged"
    pages = _PAGES.search(document.paper.comment or "")
    return "thin" if pages and words < int(pages[1]) * WORDS_A_PAGE else None


def _with_attempts(read: Read, attempts: list[Attempt]) -> Read:
    coverage = read.document.coverage.model_copy(update={"attempts": tuple(attempts)})
    return read._replace(document=read.document.model_copy(update={"coverage": coverage}))
