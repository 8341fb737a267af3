"""The title: the lines that stand out most in the upper part of page 1, banners and section headings aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ..layout import Layout
from ..lines import Line
from ..patterns import NAMED
from ..words import Vocabulary, is_raised, running
from .edges import ABSTRACT
from .houses import INSTITUTION
from .marks import CLOSE, OPEN
from .names import BREAK, like_names, list_of
from .pieces import pieces_of
from .rows import is_prose
from .signs import BANNER, CONTACT, DATE, JOURNAL_HOME

_MOST = 7
"""Lines of a title."""
_PROSE = 30
"""Letters of a line that may be running text."""
_TRIED = 60
"""Groups of lines, at most, that may be the title."""

_LETTER_MARK = re.compile(rf"{OPEN}[^\W\d_]+{CLOSE}")
_NOTE = re.compile(r"\d|[a-z]\)?|[\W_]+")
_COUNTED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.:)]?\s+[A-Z]|\d{1,2}\.\d|[IVX]+\.\s|[A-Z]\.\s)")
"""A section's heading."""


@dataclass
class _Group:
    """Lines that look alike and follow one another."""

    lines: list[int] = field(default_factory=list)
    high: float = 0.0
    bold: bool = False
    text: str = ""


def title_of(layout: Layout, first: list[int]) -> list[int]:
    """The lines of the title, from the top down; none where page 1 has no title that can be told.

    Parameters
    ----------
    layout : Layout
    first : list of int
        The lines of page 1.
    """
    groups = _groups(layout, first)
    prose = [layout.lines[n] for n in first if _is_running(layout.lines[n])]
    # Those at the top, and the largest wherever they stand: a hostile page may have thousands.
    large = sorted(range(len(groups)), key=lambda n: groups[n].high, reverse=True)
    tried = {*range(len(groups))[:_TRIED], *large[:_TRIED]}
    groups = [group for n, group in enumerate(groups) if n in tried and _may_be(layout, group, prose, first)]
    larger = [group for group in groups if group.high > layout.size + 0.7]
    best = max(larger, key=lambda group: group.high, default=None)
    if best is not None and len(best.text) < 24 and len(best.text.split()) < 4:
        # A journal's name or the word «OPEN» may be set larger than the title below it.
        best = next((group for group in larger if _rather(layout, best, group, first)), best)
    if best is None:
        best = next((group for group in groups if _set_off(layout, group, first)), None)
    return sorted(best.lines, key=lambda n: (-layout.lines[n].base, layout.lines[n].x0)) if best else []


def words_of(layout: Layout, title: list[int], vocabulary: Vocabulary) -> str:
    """What a title says, without the mark of a note at its end: a sign, a number or a letter set high."""
    lines = [layout.lines[n] for n in title]
    last = Line(lines[-1].page, list(lines[-1].words), column=lines[-1].column)
    while len(last.words) > 1 and is_raised(lines[-1], last.words[-1]) and _NOTE.fullmatch(last.words[-1].text):
        last.words.pop()
    last.settle()
    return running([*lines[:-1], last], vocabulary).strip(" *∗†‡§¶⋆")


def high_of(line: Line) -> float:
    """The size of a line's largest letters: of the capitals where the rest is small capitals, not of one initial."""
    sizes = sorted(((word.size, len(word.text)) for word in line.words if not word.font.math), reverse=True)
    seen = 0
    for size, letters in sizes:
        seen += letters
        if seen >= 0.06 * line.letters:
            return size
    return line.size


def _groups(layout: Layout, first: list[int]) -> list[_Group]:
    out: list[_Group] = []
    for n in first:
        line = layout.lines[n]
        high, bold = high_of(line), line.share("bold") > 0.5
        last = out[-1] if out else None
        if last is not None:
            above = layout.lines[last.lines[-1]]
            drop = above.base - line.base
            alike = abs(high - last.high) < 0.05 * high and (bold == last.bold or high > layout.size + 0.7)
            if alike and -0.3 * high < drop < 2.1 * high and (drop < 0.3 * high or _over(above, line)):
                last.lines.append(n)
                last.text = f"{last.text} {line.text}"
                continue
        out.append(_Group([n], high, bold, line.text))
    return [part for group in out for part in _without_names(layout, group)]


def _without_names(layout: Layout, group: _Group) -> list[_Group]:
    """A group, cut where names begin that are set as the title is: several, or one below more space."""
    lines = [layout.lines[n] for n in group.lines]
    if is_prose(lines[-1].text):
        return [group]
    for k in range(1, min(len(lines), _MOST + 1)):
        names = list_of(BREAK.join(piece.text for piece in pieces_of(list(zip(group.lines[k:], lines[k:], strict=True)))))
        drops = [above.base - below.base for n, (above, below) in enumerate(pairwise(lines)) if n != k - 1]
        wide = lines[k - 1].base - lines[k].base > 1.25 * min([drop for drop in drops if drop > 2] or [1.2 * group.high])
        if names and (wide or len(names) > 1):
            parts = group.lines[:k], group.lines[k:]
            return [_Group(part, group.high, group.bold, " ".join(layout.lines[n].text for n in part)) for part in parts]
    return [group]


def _over(above: Line, below: Line) -> bool:
    return min(above.x1, below.x1) - max(above.x0, below.x0) > 0


def _is_running(line: Line) -> bool:
    return line.letters > _PROSE and sum(word[:1].islower() for word in line.text.split()) > 4


def _may_be(layout: Layout, group: _Group, prose: list[Line], first: list[int]) -> bool:
    """Whether lines are where a title may stand, and say what a title may say."""
    top = layout.lines[group.lines[0]]
    text = group.text.strip()
    letters = sum(letter.isalpha() for letter in text)
    if (
        top.base < 0.38 * layout.heights[1]
        or letters < 4
        or len(group.lines) > _MOST
        or letters < 0.5 * len(text.replace(" ", ""))
    ):
        return False
    if " " not in text and any(letter.isdigit() for letter in text):
        return False  # the number of a report or a submission
    if BANNER.match(text) or CONTACT.search(text) or (DATE.search(text) and letters < 40):
        return False
    if _COUNTED.match(text) or NAMED.match(text.strip(" .:")) or ABSTRACT.match(text.replace(" ", "")):
        return False
    pieces = pieces_of([(n, layout.lines[n]) for n in group.lines])
    if like_names(BREAK.join(_LETTER_MARK.sub("", piece.text) for piece in pieces), 2):
        return False
    # What stands below a paragraph is a heading.
    over = [line for line in prose if line.base > top.base and _over(line, top)]
    below = [layout.lines[n] for n in first if 0 < top.base - layout.lines[n].base < 5 * top.size]
    named = any(JOURNAL_HOME.search(line.text) for line in below) and len(text.split()) < 8
    return len(over) < 4 and not named


def _rather(layout: Layout, short: _Group, group: _Group, first: list[int]) -> bool:
    """Whether lines below a short large text are the title rather than it."""
    lower = layout.lines[group.lines[0]].base < layout.lines[short.lines[-1]].base
    return (
        lower
        and group.high > 0.6 * short.high
        and len(group.text.split()) > 3
        and group.high > layout.size + 1.5
        and not _names_below(layout, short, first)
    )


def _set_off(layout: Layout, group: _Group, first: list[int]) -> bool:
    """Whether lines of the text's own size are a title: bold, in capitals or in the middle, names or an abstract below."""
    lines = [layout.lines[n] for n in group.lines]
    capitals = group.text.upper() == group.text
    left, right = (
        min(line.x0 for line in layout.lines[: first[-1] + 1]),
        max(line.x1 for line in layout.lines[: first[-1] + 1]),
    )
    middle = all(abs((line.x0 + line.x1) - (left + right)) < 0.08 * (right - left) for line in lines)
    if not (group.bold or capitals or middle) or len(group.text) < 8 or INSTITUTION.match(group.text):
        return False
    return _names_below(layout, group, first)


def _names_below(layout: Layout, group: _Group, first: list[int]) -> bool:
    last = layout.lines[group.lines[-1]]
    below = [(n, layout.lines[n]) for n in first if 0 < last.base - layout.lines[n].base < 6 * last.size]
    return any(
        list_of(piece.text) is not None or re.match(r"(?i)\W*by\b", piece.plain)
        for piece in pieces_of([one for one in below if one[0] not in group.lines])
    )
