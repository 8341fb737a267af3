"""Title, authors and abstract from the first page: absent rather than guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ...model import Author, Origin
from .layout import Layout
from .lines import Line
from .patterns import ABSTRACT, NAMED, NUMBERED, RUN_IN_ABSTRACT
from .roles import Roles
from .words import Vocabulary, running

_PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "del",
        "della",
        "la",
        "las",
        "le",
        "los",
        "ter",
        "ten",
        "bin",
        "al",
        "el",
        "y",
        "e",
        "zu",
        "af",
        "av",
    ]
)
_PART = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'‘\-‐])*")
_NOT_NAMES = re.compile(
    r"\b(?:universit\w*|institut\w*|department|dept|laborator\w*|labs?|school|college|center|centre|research|inc|google|microsoft|"
    r"facebook|abstract|member|ieee|acm|street|road|avenue|usa|uk|china|germany|france|corporation|company|group|division|faculty|"
    r"academy|science|sciences|engineering|technology|hospital|national|ai|email|e-mail|draft|preprint|accepted|submitted|journal|"
    r"conference|proceedings|version|dated)\b",
    re.I,
)
_MARKS = re.compile(r"[\d*∗†‡§¶⋆♠♣♡♢✉,]+$")
_ONLY_MARKS = re.compile(r"[*∗†‡§¶⋆,♠♣♡♢✉]+")
_SIGNS = re.compile(r"[^\w\s.,;&’'‘\-‐@]")
_SPLIT = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+|\s*&\s*|^and\s+", re.I)


@dataclass
class Front:
    """What the first page says about the paper, and which lines say it (no part of the text)."""

    title: str | None = None
    authors: tuple[Author, ...] = ()
    origins: dict[str, Origin] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)
    abstract_from: int | None = None


def front_of(layout: Layout, roles: Roles, vocabulary: Vocabulary, info: dict[str, str]) -> Front:
    """Read the first page's head.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    vocabulary : Vocabulary
    info : dict of str to str
        The PDF's Info dictionary: believed where the page says the same.
    """
    front = Front()
    first = [n for n, line in enumerate(layout.lines) if line.page == 1]
    if not first:
        return front
    height = layout.heights[1]
    title = _title(layout, first, height)
    start = _text_starts(layout, roles, first, (title[-1] + 1) if title else 0)
    if title and (start is None or start > title[-1]):
        front.title = running([layout.lines[n] for n in title], vocabulary).strip(" *∗†")
        front.origins["title"] = "pdf-page-1"
    else:
        title = []
        said = " ".join(info.get("Title", "").split())
        page = _fold(" ".join(layout.lines[n].text for n in first))
        if len(said) > 8 and _fold(said) in page:
            front.title, front.origins["title"] = said, "pdf-info"
    if title:
        if start is None or not ABSTRACT.match(layout.lines[start].text):
            start = _abstract_by_position(layout, roles, first, title[-1] + 1, start) or start
        end = start if start is not None else title[-1] + 1
        # What stands above a title is a banner or a notice.
        front.lines = set(range(first[0], end)) - {n for n in range(first[0], end) if roles.of[n] in ("note", "caption")}
        front.authors, origin = _authors(
            layout, [n for n in range(title[-1] + 1, end) if roles.of[n] not in ("note", "notice")], info
        )
        if front.authors:
            front.origins["authors"] = origin
        front.abstract_from = end if _is_abstract_by_position(layout, roles, end) else None
        for n in range(title[0], end):
            if roles.of[n] == "heading":
                roles.of[n] = "text"
    return front


def _title(layout: Layout, first: list[int], height: float) -> list[int]:
    """The largest lines of the upper part, one below the other."""
    upper = [
        n for n in first if layout.lines[n].base > 0.5 * height and layout.lines[n].letters > 3 and not _odd(layout.lines[n])
    ]
    upper = [n for n in upper if not NUMBERED.match(layout.lines[n].text) and not _named_heading(layout.lines[n])]
    if not upper:
        return []
    largest = max(layout.lines[n].size for n in upper)
    bold_at_body_size = largest <= layout.size + 0.7
    if bold_at_body_size:
        upper = [n for n in upper[:6] if layout.lines[n].share("bold") > 0.8 and not NUMBERED.match(layout.lines[n].text)]
        if not upper or _named_heading(layout.lines[upper[0]]):
            return []
        largest = layout.lines[upper[0]].size
    start = next(n for n in upper if layout.lines[n].size > largest - 0.4)
    run = [start]
    for n in range(start + 1, first[-1] + 1):
        line, last = layout.lines[n], layout.lines[run[-1]]
        if abs(line.size - largest) > 0.6 or not 0 < last.base - line.base < 1.9 * largest or len(run) > 5:
            break
        if bold_at_body_size and line.share("bold") < 0.8:
            break
        run.append(n)
    return run


def _odd(line: Line) -> bool:
    return line.text.casefold().startswith(("arxiv:", "http", "doi")) or line.share("math") > 0.5


def _named_heading(line: Line) -> bool:
    return bool(NAMED.match(line.text.strip(" .:")) or ABSTRACT.fullmatch(line.text))


def _text_starts(layout: Layout, roles: Roles, first: list[int], after: int) -> int | None:
    """The first line of the abstract's heading or of the first section's."""
    for n in first:
        if n < after:
            continue
        text = layout.lines[n].text
        if ABSTRACT.fullmatch(text) or RUN_IN_ABSTRACT.match(text):
            return n
        if roles.of[n] == "heading" and (_named_heading(layout.lines[n]) or re.match(r"^(?:1|I)[.:]?\s", text)):
            return n
    return None


def _abstract_by_position(layout: Layout, roles: Roles, first: list[int], after: int, before: int | None) -> int | None:
    """Where no heading says so: the first run of lines below the title, above the first heading, that reads as text."""
    for n in first:
        if after <= n < (before or first[-1]) and _is_abstract_by_position(layout, roles, n):
            return n
    return None


def _is_abstract_by_position(layout: Layout, roles: Roles, n: int) -> bool:
    run = [
        line
        for line, role in zip(layout.lines[n : n + 4], roles.of[n : n + 4], strict=True)
        if role == "text" and line.page == 1
    ]
    if len(run) < 4 or ABSTRACT.match(run[0].text) or roles.of[n] == "heading":
        return False
    close = all(0 < above.base - below.base < 1.7 * above.size for above, below in pairwise(run))
    wide = sum(line.letters for line in run) / 4 > 32
    low = sum(word[:1].islower() for line in run for word in line.text.split())
    return (
        close
        and wide
        and low > 0.6 * sum(len(line.text.split()) for line in run)
        and not any("@" in line.text for line in run)
    )


def _authors(layout: Layout, between: list[int], info: dict[str, str]) -> tuple[tuple[Author, ...], Origin]:
    """The names below the title: what the file says and the page too, else the rows that hold nothing but names."""
    page = _fold(" ".join(layout.lines[n].text for n in between))
    said = [part.strip() for part in re.split(r"\s*[,;]\s*|\s+and\s+", info.get("Author", "")) if part.strip()]
    if said and all(_is_name(name) and _fold(name) in page for name in said):
        return tuple(Author(name=name) for name in said), "pdf-info"
    names: list[str] = []
    style: tuple[float, bool] | None = None
    missed: set[tuple[float, bool]] = set()
    for n in between:
        line = layout.lines[n]
        looks = (round(line.size, 0), line.share("bold") > 0.5)
        found = _names_in(line)
        if found and (style is None or looks == style):
            names, style = names + found, looks
        elif found is None and not _other(line):
            missed.add(looks)
    if style in missed:
        # A line that looks as the names do and cannot be read as names: a part of the list would pass for the whole.
        return (), "pdf-page-1"
    return tuple(Author(name=name) for name in dict.fromkeys(names)), "pdf-page-1"


def _other(line: Line) -> bool:
    """Whether a line is plainly no list of names: an affiliation, an address, a date."""
    return bool(_NOT_NAMES.search(line.text) or "@" in line.text or re.search(r"\d{3}", line.text) or line.letters < 3)


def _names_in(line: Line) -> list[str] | None:
    """The names that a line holds, None where it holds anything else."""
    # Raised marks part names as commas do.
    pieces: list[str] = []
    for word in line.words:
        raised = word.size < 0.85 * line.size or _ONLY_MARKS.fullmatch(word.text)
        pieces.append(" , " if raised else word.text if word.glued and pieces else f" {word.text}")
    text = re.sub(r"\s+", " ", _SIGNS.sub(" , ", "".join(pieces))).strip(" ,")
    if not text or _NOT_NAMES.search(text) or re.search(r"[@\d]", text):
        return None
    found = []
    for part in _SPLIT.split(f"{text} "):
        name = _MARKS.sub("", part).strip(" ,.")
        if not name or name.casefold() == "and":
            continue
        if not _is_name(name):
            return None
        found.append(name)
    return found or None


def _is_name(text: str) -> bool:
    """Whether a text reads as a person's name: two to six parts, each with a capital but for particles."""
    parts = text.split()
    capital = [part for part in parts if part[0].isupper()]
    if not parts or (re.fullmatch(r"[A-Z]{2}", parts[-1]) and not text.isupper()):
        return False
    formed = all(_PART.fullmatch(part) and (part[0].isupper() or part in _PARTICLES) for part in parts)
    return formed and 2 <= len(parts) <= 6 and len(capital) >= 2 and any(len(part.strip(".")) > 1 for part in capital)


def _fold(text: str) -> str:
    return re.sub(r"[^\w]+", "", text).casefold()
