"""Where an abstract ends: at a heading, at another style, at an edge that the text steps over."""

from __future__ import annotations

import re
from itertools import pairwise

from ..layout import Layout
from ..lines import Line
from ..patterns import NAMED, NUMBERED
from ..roles import Roles
from .edges import AFTER_ABSTRACT, PARTS

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]\d⟧]*$")
_NOTE = re.compile(r"[∗*†‡§¶]\s?\w")
_FURNITURE = ("note", "notice", "caption")


def extent_of(layout: Layout, roles: Roles, first: int, headed: bool) -> list[int]:
    """The lines of an abstract.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    first : int
        Its first line.
    headed : bool
        Whether a heading says that it is one: then more space may part its paragraphs.
    """
    lines, taken = layout.lines, [first]
    size = lines[first].size
    for n in range(first + 1, len(lines)):
        line, last = lines[n], lines[taken[-1]]
        run = [lines[one] for one in taken if lines[one].page == last.page and lines[one].column == last.column]
        # The first lines of short paragraphs are all indented.
        indent = 1.8 * size if len(run) < 3 else 0.0
        box = min(one.x0 for one in run[:4]) - indent, max(one.x1 for one in run[:8]) + 2 * indent
        if len(taken) > 2:
            size = sorted(lines[one].size for one in taken)[len(taken) // 2]
        if roles.of[n] in _FURNITURE and abs(line.size - size) > 0.3:
            continue
        level = abs(line.base - last.base) < 0.9 * size and line.page == last.page
        if not (level and line.letters < 40 and _within(line, box)):  # else a part of the same line, or of its formula
            whole = bool(_SENTENCE_END.search(last.text))
            if _is_other(line, roles.of[n] == "heading", run, size) or (whole and _NOTE.match(line.text)):
                break
            if line.page == last.page and line.base < last.base and line.x0 < box[1] and line.x1 > box[0]:
                slack = (2.2 if headed else 1.75) if whole else 4
                if last.base - line.base > slack * _leading(run, size) or (len(run) > 1 and not _within(line, box)):
                    break
            elif whole or not _next_column(layout, roles, taken[-1], n):
                break
        taken.append(n)
    return taken


def _is_other(line: Line, heading: bool, run: list[Line], size: float) -> bool:
    """Whether a line is what follows an abstract: it says so, heads a section, or is set otherwise."""
    text = line.text
    if AFTER_ABSTRACT.match(text) and not text[:1].islower():
        return True
    if PARTS.match(text) and len(text) < 60:
        return False
    another = _set_otherwise(run, line)
    if heading and (NUMBERED.match(text) or NAMED.match(text.strip(" .:")) or another):
        return True
    return line.letters > 8 and (abs(line.size - size) > 0.45 or (len(run) > 1 and another))


def _set_otherwise(run: list[Line], line: Line) -> bool:
    """Whether a line is bold or italic where the ones before are not, or the other way round."""
    for what in ("bold", "italic"):
        usual = sum(one.share(what) for one in run) / len(run)
        if (usual > 0.7 and line.share(what) < 0.3) or (usual < 0.3 and line.share(what) > 0.7 and line.letters > 20):
            return True
    return False


def _within(line: Line, box: tuple[float, float]) -> bool:
    return line.x0 > box[0] - 5 and line.x1 < box[1] + 9 + 0.12 * (box[1] - box[0])  # lines may be ragged


def _leading(run: list[Line], size: float) -> float:
    return max(size, min((a.base - b.base for a, b in pairwise(run) if a.base > b.base + 2), default=1.2 * size))


def _next_column(layout: Layout, roles: Roles, last: int, n: int) -> bool:
    """Whether a line is where a sentence goes on that a column's or page's end has cut: nothing but notes between."""
    above, below = layout.lines[last], layout.lines[n]
    if below.page == above.page:
        return True
    return below.page == above.page + 1 and all(roles.of[one] in _FURNITURE for one in range(last + 1, n))
