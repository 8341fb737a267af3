"""The reference list: where it begins and ends, and how many entries it has."""

from __future__ import annotations

import re

from .layout import Layout
from .lines import Line
from .patterns import AFTER_REFERENCES, ENDS, NUMBERED, REFERENCES
from .roles import Roles

_MARK = re.compile(r"^(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})\.)(?=\s)")
_DATED = re.compile(r"\b(?:1[89]|20)\d\d[a-z]?\b|\bin press\b|\bto appear\b|\barXiv:|\bpreprint\b", re.I)
_FEWEST = 6
"""A numbered run without a heading is a reference list from this many entries on."""


class References:
    """Takes the lines of reference lists, so that they are counted and never read as text.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    """

    def __init__(self, layout: Layout, roles: Roles) -> None:
        self.count = 0
        self.open = False
        self.passed = False
        """Whether a list has ended: lettered sections after it are appendices."""
        self._lines: list[Line] = []
        self._look: tuple[float, bool] | None = None
        named = any(
            role == "heading" and REFERENCES.match(line.text) for role, line in zip(roles.of, layout.lines, strict=True)
        )
        self._start = None if named else _unheaded(layout, roles)

    def starts(self, n: int) -> bool:
        """Whether a list that no heading announces begins at line `n`."""
        return n == self._start

    def begin(self, heading: Line | None) -> None:
        """A list begins, under a heading or without one."""
        self.open, self._lines = True, []
        self._look = (heading.size, heading.share("bold") > 0.5) if heading else None

    def take(self, line: Line) -> None:
        """A line of the list."""
        self._lines.append(line)

    def goes_on(self, line: Line, text: str) -> bool:
        """Whether what looks like a heading is an entry of the list.

        Parameters
        ----------
        line : Line
            Its first.
        text : str
            The whole of it.
        """
        if not self.open or AFTER_REFERENCES.match(text):
            return False
        if _MARK.match(text) and _DATED.search(text):
            return True
        if self._look is None:
            return NUMBERED.match(text) is None and not text.isupper()
        size, bold = self._look
        return not (abs(line.size - size) < 0.4 and (line.share("bold") > 0.5) == bold and len(text) < 120)

    def end(self) -> None:
        """The list ends, if there is one."""
        if self.open:
            self.count += entries(self._lines)
            self.open, self.passed, self._lines = False, True, []


def _unheaded(layout: Layout, roles: Roles) -> int | None:
    """The first line of a numbered, dated list in the later part of a paper that no heading names."""
    lines = layout.lines
    expected, begin, found, dated = 1, 0, 0, 0
    best: tuple[int, int] | None = None
    for n in range(int(0.3 * len(lines)), len(lines)):
        mark = _MARK.match(lines[n].text)
        number = int(mark[1] or mark[2] or mark[3]) if mark else 0
        if number == 1:
            expected, begin, found, dated = 1, n, 0, 0
        if mark and number == expected:
            expected, found = expected + 1, found + 1
            dated += any(_DATED.search(line.text) for line in lines[n : n + 6])
            if found >= _FEWEST and dated > 0.6 * found:
                best = (begin, n)
    if best is None or any(roles.of[n] == "heading" and NUMBERED.match(lines[n].text) for n in range(*best)):
        return None
    return best[0]


def entries(lines: list[Line]) -> int:
    """How many entries a list of references has: by its numbers, else by lines that hang out at the left."""
    numbered = [line for line in lines if re.match(r"^(?:\[[\w+.,\- ]{1,20}\]|\(?\d{1,3}[.)])\s", line.text)]
    if len(numbered) >= 2:
        return len(numbered)
    starts = 0
    by_column: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        by_column.setdefault((line.page, line.column), []).append(line)
    for members in by_column.values():
        left = min(line.x0 for line in members)
        hanging = any(line.x0 > left + 4 for line in members)
        starts += (
            sum(1 for line in members if line.x0 < left + 3)
            if hanging
            else sum(1 for line in members if ENDS.search(line.text))
        )
    return starts
