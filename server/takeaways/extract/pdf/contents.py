"""Tables of contents: lines that end in the number of a page, behind dots or at the right edge."""

from __future__ import annotations

import re
from itertools import pairwise

from .layout import Layout
from .roles import Roles

_DOTS = re.compile(r"(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$")
_PAGE = re.compile(r"\S\s+(?:\d{1,4}|[ivxl]{1,6})$")
_NAMED = re.compile(
    r"^(?:table of )?contents$|^list of (?:figures|tables|algorithms)$|^inhaltsverzeichnis$|^table des mati", re.I
)
_BETWEEN = 4
"""Lines between two entries, at most: long titles go over lines."""


def mark_contents(layout: Layout, roles: Roles) -> None:
    """Mark the lines of tables of contents as notices.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    """
    lines = layout.lines
    entries = [n for n, line in enumerate(lines) if _DOTS.search(line.text)]
    if len(entries) < 3:
        entries = []
    for n, line in enumerate(lines):
        if _NAMED.match(line.text.strip(" .:")):
            roles.of[n] = "notice"
            entries.append(n)
            last = n
            for below in range(n + 1, min(n + 300, len(lines))):
                right = layout.edges(lines[below])[1]
                if _PAGE.search(lines[below].text) and lines[below].x1 > right - 3 * lines[below].size:
                    entries.append(below)
                    last = below
                elif below - last > _BETWEEN:
                    break
    entries.sort()
    for above, below in pairwise(entries):
        if below - above <= _BETWEEN:
            for n in range(above, below + 1):
                roles.of[n] = "notice"
