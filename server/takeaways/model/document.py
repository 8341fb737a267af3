"""A paper's text, in sections of blocks that evidence can name."""

from __future__ import annotations

from typing import Literal

from .base import Noun
from .paper import Paper
from .source import Reading


class Box(Noun):
    """A rectangle on a PDF page, in points, origin at the lower left (ISO 32000-1, 8.3.2.3)."""

    left: float
    bottom: float
    right: float
    top: float


class Place(Noun):
    """Where something stands: an HTML anchor, or a PDF page (from 1) and box."""

    anchor: str | None = None
    page: int | None = None
    box: Box | None = None


class Cell(Noun):
    """One cell of a table, with the headers that say what it is: a number in a table means nothing without them."""

    row: int
    column: int
    """Both from 0; of a cell that spans several, the first."""
    text: str
    head: bool = False
    """It is itself a header."""
    row_heads: tuple[str, ...] = ()
    column_heads: tuple[str, ...] = ()
    """Outermost first."""


class Table(Noun):
    """What a table block holds beside its text. Label and caption stand in the Document's `figures`, once."""

    figure: str | None = None
    """The id of the Figure that captions it."""
    cells: tuple[Cell, ...] = ()
    """Row by row."""


class Block(Noun):
    """A paragraph or its like, the unit that evidence names. A table's text is a line a row, cells parted by « | »."""

    id: str
    kind: Literal["paragraph", "list", "equation", "table", "footnote", "caption"]
    text: str
    place: Place = Place()
    table: Table | None = None
    """Of a table that could be read as cells."""


class Section(Noun):
    """A heading and what stands under it.

    `heading` has the number before it («5.2 Ablations», «Appendix A Proofs»), as LaTeXML writes it, so that a paper's
    PDF and its HTML name their sections alike; `number` is the number alone («5.2», «A»).
    """

    kind: Literal["abstract", "body", "appendix"] = "body"
    number: str | None = None
    heading: str | None = None
    level: int = 1
    blocks: tuple[Block, ...] = ()


class Figure(Noun):
    """A figure, table or algorithm. The image is a blob's hash or a URL, never bytes."""

    id: str
    """«f1», «f2», … in the paper's order; unique in its Document."""
    kind: Literal["figure", "table", "algorithm"]
    label: str | None = None
    """As the paper prints it: «Figure 3», «Fig. 2», «TABLE IV»."""
    number: str | None = None
    caption: str | None = None
    blob: str | None = None
    url: str | None = None
    place: Place = Place()
    """Of the caption, where evidence opens."""
    area: Box | None = None
    """In a PDF: where on that page the picture itself stands, to be cropped."""


class Flag(Noun):
    """Something a reader must know about the text."""

    kind: Literal["hidden_text", "truncated", "scanned"]
    text: str = ""
    place: Place = Place()


class Skipped(Noun):
    """What of the file was not read: its kind, which the interface puts into words, and how much."""

    kind: Literal["unreadable_page", "page_beyond_limit", "picture_page", "figure_words", "unread_table", "hidden_words"]
    count: int
    """Pages, words or tables."""
    which: tuple[str, ...] = ()
    """As the paper numbers them, where they can be named: «3», «401–1200», «Table 2»."""


class Attempt(Noun):
    """A form of the paper that stands before the one that was read, and why it was not that one.

    `absent`: there is none of this version. `withdrawn`: nor of any other kind, as its authors withdrew it. `failed`: it
    could not be fetched or read. `damaged`: its conversion broke off, or is full of errors. `thin`: it is not the
    paper's text, but a page about it.
    """

    reading: Reading
    why: Literal["absent", "withdrawn", "failed", "damaged", "thin"]
    code: str | None = None
    """Of the problem, for a failed one."""


class Coverage(Noun):
    """How much of the paper was read, of which form of it, and why that form."""

    reading: Reading
    link: str | None = None
    """Where a person finds what was read; evidence opens it at an anchor or a page. None for an upload."""
    unit: Literal["pages", "sections"]
    read: int
    total: int
    words: int
    references: int = 0
    """Entries of the reference list: counted, not summarised."""
    skipped: tuple[Skipped, ...] = ()
    attempts: tuple[Attempt, ...] = ()


class Document(Noun):
    """A paper's text: sections of blocks. The abstract is a section too (the first, of kind `abstract`)."""

    paper: Paper
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...] = ()
    coverage: Coverage
    flags: tuple[Flag, ...] = ()
    language: str | None = None
    """BCP 47, where it is known."""
    keywords: tuple[str, ...] = ()
    """The paper's own list, where it has one."""
