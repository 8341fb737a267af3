"""What stands inside the areas of floats: the captions of their parts, the rows of tables, the words of pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...model import Box
from .layout import Layout
from .lines import Line
from .patterns import CAPTION, float_kind
from .roles import WORD, Roles, follows

_PART = re.compile(r"^\(([a-h])\)\s+(?=\S)")
_SLACK = 2.0
"""Points that a line's middle may stand outside an area."""


@dataclass
class Inside:
    """The lines in one float's area, by what they are."""

    parts: list[list[int]] = field(default_factory=list)
    """Runs of lines that caption a part: «(a) Sentence-level results»."""
    rows: list[int] = field(default_factory=list)
    """All other lines."""


def insides_of(layout: Layout, roles: Roles, areas: dict[int, Box]) -> dict[int, Inside]:
    """What each float holds, by its caption's first line.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    areas : dict of int to Box
        Where the pictures stand, by the first line of their captions.
    """
    on_page: dict[int, list[int]] = {}
    for n, line in enumerate(layout.lines):
        on_page.setdefault(line.page, []).append(n)
    found: dict[int, Inside] = {}
    taken: set[int] = set()
    for first, area in areas.items():
        label = CAPTION.match(layout.lines[first].text)
        table = label is not None and float_kind(label["kind"]) == "table"
        inside = Inside()
        for n in on_page[layout.lines[first].page]:
            line = layout.lines[n]
            if n in taken or roles.of[n] in ("caption", "note") or not _within(line, area):
                continue
            if table or roles.of[n] in ("float", "equation", "heading") or not _is_prose(layout, line):
                inside.rows.append(n)
        taken |= set(inside.rows)
        _part(layout, inside)
        found[first] = inside
    return found


def _within(line: Line, area: Box) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.bottom + line.top) / 2
    return area.left - _SLACK < x < area.right + _SLACK and area.bottom - _SLACK < y < area.top + _SLACK


def _is_prose(layout: Layout, line: Line) -> bool:
    left, right = layout.edges(line)
    return line.x1 - line.x0 > 0.7 * (right - left) and len(WORD.findall(line.text)) > 5


def _part(layout: Layout, inside: Inside) -> None:
    """Take the captions of parts out of the other lines."""
    lines = layout.lines
    rows = iter(list(inside.rows))
    for n in rows:
        mark = _PART.match(lines[n].text)
        if mark is None or len(WORD.findall(lines[n].text)) < 2:
            continue
        run = [n]
        while (
            run[-1] + 1 in inside.rows
            and follows(lines[run[-1]], lines[run[-1] + 1], 1.35)
            and abs(lines[run[-1] + 1].size - lines[n].size) < 0.3
            and not _PART.match(lines[run[-1] + 1].text)
            and not lines[run[-1] + 1].fragment
        ):
            run.append(run[-1] + 1)
        inside.parts.append(run)
    parts = {n for run in inside.parts for n in run}
    inside.rows = [n for n in inside.rows if n not in parts]
