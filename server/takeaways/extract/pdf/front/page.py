"""What page 1 says about the paper: title, authors, affiliations, abstract; absent rather than guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ....model import Author, Origin
from ..layout import Layout
from ..patterns import NAMED
from ..roles import Roles
from ..words import Vocabulary
from .abstract import Abstract, abstract_of
from .affiliations import affiliations_of
from .byline import Byline, byline_of
from .houses import COUNTRY, INSTITUTION
from .names import person
from .notes import footnotes_of
from .pieces import pieces_of, rows_of
from .signs import CONTACT, DATE
from .title import title_of, words_of

_FEW = 40
"""Lines that names and affiliations take at most, below an abstract."""
_SPARSE = 1200
"""Letters; a page with fewer below its title is a title page."""


@dataclass
class Front:
    """What the first page says, and which lines say it: `lines` are no part of the text, `abstract` is a part by itself."""

    title: str | None = None
    authors: tuple[Author, ...] = ()
    affiliations: tuple[str, ...] = ()
    abstract: Abstract = field(default_factory=Abstract)
    origins: dict[str, Origin] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)


def front_of(layout: Layout, roles: Roles, vocabulary: Vocabulary, info: dict[str, str]) -> Front:
    """Read the head of a paper.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    vocabulary : Vocabulary
        Of the whole document, for words that a line's end breaks.
    info : dict of str to str
        The PDF's Info dictionary: believed where the page says the same.
    """
    front = Front()
    first = [n for n, line in enumerate(layout.lines) if line.page == 1]
    if not first:
        return front
    title = title_of(layout, first)
    front.abstract = abstract_of(layout, roles, title)
    if front.abstract.heading is not None:
        front.lines.add(front.abstract.heading)
    if title:
        front.title = words_of(layout, title, vocabulary)
        front.origins["title"] = "pdf-page-1"
        _people(front, layout, roles, first, title, info)
    else:
        said = " ".join(info.get("Title", "").split())
        if len(said) > 8 and _fold(said) in _fold(" ".join(layout.lines[n].text for n in first)):
            front.title, front.origins["title"] = said, "pdf-info"
    return front


def _people(front: Front, layout: Layout, roles: Roles, first: list[int], title: list[int], info: dict[str, str]) -> None:
    """Fill in authors and affiliations, and mark the lines of both."""
    between = _between(layout, roles, first, title, front.abstract)
    top = layout.lines[title[0]].base
    banners = {n for n in first if layout.lines[n].base > top + 2 and n not in between}
    front.lines |= {*title, *banners} - set(front.abstract.lines)
    pieces = pieces_of([(n, layout.lines[n]) for n in between])
    for piece in pieces:
        piece.base -= (layout.lines[piece.line].page - 1) * layout.heights[1]
    rows = rows_of(pieces)
    byline = byline_of(rows)
    if not rows and front.abstract.lines:
        between = _after(layout, roles, front.abstract)
        byline = byline_of(rows_of(pieces_of([(n, layout.lines[n]) for n in between])))
    if byline is not None or (rows and front.abstract.lines):
        front.lines |= set(between)
    if byline is not None and not front.abstract.lines and _lonely(byline):
        byline = None
    if byline is None:
        front.authors = _from_info(info.get("Author", ""), [" ".join(piece.plain for piece in row) for row in rows])
        if front.authors:
            front.origins["authors"] = "pdf-info"
        return
    notes, said = footnotes_of(layout, first, front.lines | set(front.abstract.lines), byline.names)
    found = affiliations_of(byline, notes, said)
    front.authors = tuple(
        Author(name=name.text, affiliations=tuple(tied)) for name, tied in zip(byline.names, found.tied, strict=True)
    )
    front.affiliations = tuple(found.all)
    front.origins["authors"] = "pdf-page-1"
    if found.all:
        front.origins["affiliations"] = "pdf-page-1"


def _between(layout: Layout, roles: Roles, first: list[int], title: list[int], abstract: Abstract) -> list[int]:
    """The lines between the title and the text."""
    low, last = layout.lines[title[-1]].base, max(title)
    start = abstract.start
    if start is None:
        start = next((n for n in first if n > last and _begins_text(layout, roles, n)), None)
    if start is None and layout.lines[-1].page == 1:
        # All of the paper: a letter, an essay, a poster. What stands above its first line of prose is of the front.
        start = next((n for n in first if n > last and _reads(layout, n)), None)
        rest = [n for n in first if n > last and layout.lines[n].base < low]
        found = [n for n in rest if n < start][:_FEW] if start is not None else []
    elif start is None:
        rest = [n for n in first if n > last and layout.lines[n].base < low]
        found = rest if sum(layout.lines[n].letters for n in rest) < _SPARSE else []
    elif layout.lines[start].page == 2:
        # Names may fill page 1, or stand on a title page.
        found = [n for n in range(last + 1, start) if layout.lines[n].page == 2 or layout.lines[n].base < low]
    elif start > last:
        floor = layout.lines[start].base
        found = [n for n in range(last + 1, start) if low > layout.lines[n].base > floor - 2]
    else:
        floor = layout.lines[start].base
        found = [n for n in first if floor < layout.lines[n].base < low and n not in title]
    return [n for n in found if roles.of[n] != "caption"]


def _after(layout: Layout, roles: Roles, abstract: Abstract) -> list[int]:
    """The lines between an abstract that stands right below the title, and the text: names may stand there."""
    begin = abstract.lines[-1] + 1
    for n in range(begin, len(layout.lines)):
        if layout.lines[n].page > 1 or _begins_text(layout, roles, n):
            return list(range(begin, n)) if n - begin < _FEW else []
    return []


def _lonely(byline: Byline) -> bool:
    """Whether names are all there is: below a title, and no abstract in sight, they may be headings."""
    if any(name.marks or name.beside for name in byline.names):
        return False
    said = [piece.plain for row in byline.rest for piece in row]
    return not any(sign.search(text) for text in said for sign in (CONTACT, DATE, INSTITUTION, COUNTRY))


def _begins_text(layout: Layout, roles: Roles, n: int) -> bool:
    """Whether a line is the heading of the first section; a raised number leads an affiliation."""
    line = layout.lines[n]
    named = NAMED.match(line.text.strip(" .:")) or re.match(r"(?:1|I)[.:]?\s", line.text)
    return roles.of[n] == "heading" and bool(named) and line.words[0].size > 0.85 * line.size


def _reads(layout: Layout, n: int) -> bool:
    """Whether a line is prose: six words and more, most of them in small letters."""
    words = [word for word in layout.lines[n].text.split() if word[:1].isalpha()]
    return len(words) >= 6 and 2 * sum(word[:1].islower() for word in words) > len(words)


def _from_info(said: str, rows: list[str]) -> tuple[Author, ...]:
    """The names of the Info dictionary, where rows of the page hold all of them and nothing else."""
    names = [part.strip() for part in re.split(r"\s*[,;]\s*|\s+and\s+", said) if part.strip()]
    if len(names) < 2 or not all(person(name) for name in names):
        return ()
    left = list(map(_fold, rows))
    for name in sorted(names, key=len, reverse=True):
        k = next((k for k, row in enumerate(left) if _fold(name) in row), None)
        if k is None:
            return ()
        left[k] = left[k].replace(_fold(name), "\n", 1)
    if any(re.sub(r"\d+|and|\s", "", row) for row in left if "\n" in row):
        return ()
    return tuple(Author(name=name) for name in names)


def _fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
