"""Where lines stand, as a Place."""

from __future__ import annotations

from ...model import Box, Place
from .lines import Line


def place_of(lines: list[Line]) -> Place:
    """The page and box of the first of the pages and columns that lines stand in: where a reader starts to read."""
    first = [line for line in lines if line.page == lines[0].page and line.column == lines[0].column]
    box = Box(
        left=round(min(line.x0 for line in first), 1),
        bottom=round(min(line.bottom for line in first), 1),
        right=round(max(line.x1 for line in first), 1),
        top=round(max(line.top for line in first), 1),
    )
    return Place(page=lines[0].page, box=box)
