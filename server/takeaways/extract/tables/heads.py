"""A grid's cells with the headers that say what they are: without them a number in a table means nothing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ...model import Cell
from .bands import Bands, Role
from .grid import Grid, Slot

_LEVELS = 20
"""Rows of headers over a cell, at most."""


def cells_of(grid: Grid) -> tuple[Cell, ...]:
    """The cells of a table that say something, row by row, each with the headers that it stands under and beside.

    Parameters
    ----------
    grid : Grid

    Returns
    -------
    tuple of Cell
        Empty for a table that could not be laid out. One of a single row or column is a list: it has cells, no headers.
    """
    if not grid.at:
        return ()
    if grid.width < 2 or grid.height < 2:
        return tuple(Cell(row=slot.row, column=slot.column, text=slot.text) for slot in grid.slots if slot.text)
    bands = Bands(grid)
    made: list[Cell] = []
    levels, titles, nested = bands.levels, list[tuple[bool, str]](), _nested(bands)
    for row, role in enumerate(bands.roles):
        before = bands.roles[row - 1] if row else Role.EMPTY
        if role is Role.TITLE:
            slot = bands.rows[row][0]
            inner = nested and not bands.is_wide(slot)
            if before is not Role.TITLE:
                titles = [one for one in titles if inner and not one[0]]
            titles = [*titles, (inner, slot.text)]
            made.append(Cell(row=row, column=slot.column, text=slot.text, head=True))
        elif role is Role.HEAD:
            if row not in bands.levels:
                # Fewer rows of headers than at the top replace the innermost of those.
                levels = levels if before is Role.HEAD else _kept(bands, row, levels)
                levels = [*levels, row][-_LEVELS:]
            for slot in bands.rows[row]:
                over = _above(bands, slot, [level for level in levels if level < row])
                made.append(Cell(row=row, column=slot.column, text=slot.text, head=True, column_heads=over))
        else:
            made += _body(bands, row, levels, [text for _, text in titles])
    return tuple(made)


def _nested(bands: Bands) -> bool:
    """Whether titles over all columns have others below them that stand in the first column only."""
    pairs = [
        (above, row)
        for above, row in pairwise(range(len(bands.roles)))
        if bands.roles[above] is bands.roles[row] is Role.TITLE
    ]
    return any(bands.is_wide(bands.rows[above][0]) and not bands.is_wide(bands.rows[row][0]) for above, row in pairs)


def _kept(bands: Bands, row: int, levels: list[int]) -> list[int]:
    """The levels that a further row of headers, and those right below it, leave standing."""
    end = row
    while end < len(bands.roles) and bands.roles[end] is Role.HEAD:
        end += 1
    return levels[: max(0, len(levels) - (end - row))]


def _body(bands: Bands, row: int, levels: list[int], titles: list[str]) -> list[Cell]:
    beside = list({id(one): one for column in range(bands.left) if (one := _label(bands, row, column))}.values())
    made = []
    for slot in bands.rows[row]:
        head = slot.column < bands.left
        names = [one.text for one in beside if one is not slot and (not head or one.column < slot.column)]
        over = _above(bands, slot, levels)
        made.append(
            Cell(row=row, column=slot.column, text=slot.text, head=head, row_heads=(*titles, *names), column_heads=over)
        )
    return made


def _above(bands: Bands, slot: Slot, levels: Iterable[int]) -> tuple[str, ...]:
    """The column headers that stand over the whole of a cell, outermost first."""
    found = {}
    for level in levels:
        head = bands.cell(level, slot.column)
        if head and head is not slot and head.column + head.columns >= slot.column + slot.columns:
            found[id(head)] = head.text
    return tuple(found.values())


def _label(bands: Bands, row: int, column: int) -> Slot | None:
    """The row header at a place: its own cell; where that is empty, the one that its group of rows has there.

    TeX sets the name of a group of rows once, beside its first or its middle row, between two lines.
    """
    own = bands.cell(row, column)
    if own or not any(bands.cell(row, later) for later in range(column + 1, bands.left)):
        return own
    start, end = bands.groups[row]
    names = list({id(one): one for n in range(start, end) if (one := bands.cell(n, column))}.values())
    if len(names) == 1:
        return names[0]
    if bands.cell(start, column):
        return next((one for n in range(row, start - 1, -1) if (one := bands.cell(n, column))), None)
    return None
