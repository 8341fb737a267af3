"""A table as a grid: which cell stands at which row and column, when some of them span several."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

COLUMNS = 200
"""More columns than that are no table of a paper; a page may ask for 1,000 by one attribute."""
_POSITIONS = 50_000
"""Rows times columns beyond which a table is a data file: its text is kept, its cells are not."""


@dataclass
class Slot:
    """A cell: its place, how many rows and columns it covers, and what the page marks it as."""

    text: str
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1
    heads_column: bool = False
    heads_row: bool = False
    weight: Callable[[], bool] | None = None
    """Tells whether all its words are bold: asked of few cells, and dear to tell."""
    rule: bool = False
    """A line stands above it."""
    rule_under: bool = False

    @property
    def bold(self) -> bool:
        """Whether all its words are bold."""
        return self.weight is not None and self.weight()


@dataclass
class Grid:
    """All cells of a table, row by row, and the one that covers each place."""

    slots: list[Slot] = field(default_factory=list)
    at: dict[tuple[int, int], Slot] = field(default_factory=dict)
    height: int = 0
    width: int = 0

    @property
    def text(self) -> str:
        """A line a row, cells parted by « | »; rows without a word left out."""
        lines: list[list[str]] = [[] for _ in range(self.height)]
        for slot in self.slots:
            lines[slot.row].append(slot.text)
        return "\n".join(" | ".join(line) for line in lines if any(line))


def laid_out(rows: Iterable[Iterable[Slot]]) -> Grid:
    """Give every cell its place, as HTML does (https://html.spec.whatwg.org/multipage/tables.html#forming-a-table)."""
    lines = [list(cells) for cells in rows]
    made = Grid(height=len(lines))
    whole = True
    for row, cells in enumerate(lines):
        column = 0
        for slot in cells:
            while (row, column) in made.at:
                column += 1
            slot.row, slot.column = row, column
            slot.rows = min(slot.rows, made.height - row)
            made.slots.append(slot)
            column += slot.columns
            whole = whole and column <= COLUMNS and len(made.at) + slot.rows * slot.columns <= _POSITIONS
            if whole:
                covered = ((row + down, slot.column + right) for down in range(slot.rows) for right in range(slot.columns))
                for place in covered:
                    made.at.setdefault(place, slot)
        made.width = max(made.width, column)
    if not whole:
        made.at = {}
    return made
