"""Lines as rows of cells: a table's columns are where its fullest rows have theirs."""

from __future__ import annotations

from functools import partial

from ..tables import Grid, Slot
from .glyphs import HYPHEN, Word
from .lines import Line, join

_GAP = 0.8
"""Of the type's size: a wider gap parts cells, a narrower one words."""
_CLASHES = 0.04
"""Of a table's pieces that may share a place with another."""


def rows(lines: list[Line], between: str) -> str:
    """Lines as rows by their height, cells from left to right."""
    found = _rows(lines)
    if between == " ":
        return "\n".join(" ".join(one.text for one in row) for row in found).replace(HYPHEN, "-")
    cells = [[join(cell) for cell in _cells(row)] for row in found]
    return "\n".join(between.join(row) for row in cells).replace(HYPHEN, "-")


def tabular(lines: list[Line]) -> bool:
    """Whether lines form rows of cells."""
    bases = [round(line.base / 3) for line in lines]
    return len(lines) >= 4 and len(set(bases)) <= 0.75 * len(bases)


def grid_of(lines: list[Line]) -> Grid | None:
    """A table's lines as a grid.

    Parameters
    ----------
    lines : list of Line
        All that stands in it.

    Returns
    -------
    Grid, optional
        None where the lines do not fall into rows and columns: a picture, a list, running text. Without places (`at`)
        where the columns cannot be told apart.
    """
    found = [_cells(row) for row in _rows(lines)]
    columns = _columns(found)
    if len(found) < 2 or len(columns) < 2:
        return None
    grid, clashes = Grid(height=len(found), width=len(columns)), 0
    for row, cells in enumerate(found):
        for cell in cells:
            covered = _covered(cell, columns)
            text = join(cell).replace(HYPHEN, "-").strip()
            slot = Slot(text, row, covered[0], columns=len(covered), weight=partial(_bold, cell))
            if (row, slot.column) in grid.at:
                # Two pieces in one column: words that a wide gap parts.
                grid.at[row, slot.column].text += f" {text}"
                clashes += 1
                continue
            grid.slots.append(slot)
            for column in covered:
                grid.at.setdefault((row, column), slot)
    if clashes > max(1, _CLASHES * len(grid.slots)):
        # Columns that are not seen rightly would tell wrong headers: the rows are kept, the cells are not.
        grid.at = {}
    return grid


def _rows(lines: list[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-one.base, one.x0)):
        if found and abs(found[-1][0].base - line.base) < 0.4 * line.size:
            found[-1].append(line)
        else:
            found.append([line])
    return [sorted(row, key=lambda one: one.x0) for row in found]


def _cells(row: list[Line]) -> list[list[Word]]:
    """The words of a row, cut where the gap between them is wider than a space."""
    cells: list[list[Word]] = []
    for word in (word for line in row for word in line.words):
        if cells and word.x0 - cells[-1][-1].x1 < _GAP * word.size:
            cells[-1].append(word)
        else:
            cells.append([word])
    return cells


def _columns(found: list[list[list[Word]]]) -> list[tuple[float, float]]:
    """Where columns begin and end: the cells of the fullest rows, those that overlap as one."""
    most = max((len(cells) for cells in found), default=0)
    full = [cells for cells in found if len(cells) >= max(2, 0.75 * most)]
    spans = sorted((cell[0].x0, max(word.x1 for word in cell)) for cells in full for cell in cells)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left < columns[-1][1] - 1:
            columns[-1] = columns[-1][0], max(columns[-1][1], right)
        else:
            columns.append((left, right))
    return columns


def _covered(cell: list[Word], columns: list[tuple[float, float]]) -> list[int]:
    """The columns that a cell stands in: those it covers for the most part, else the nearest."""
    left, right = cell[0].x0, max(word.x1 for word in cell)

    def shares(start: float, end: float) -> bool:
        return min(right, end) - max(left, start) > 0.5 * max(1.0, min(end - start, right - left))

    covered = [n for n, column in enumerate(columns) if shares(*column)]
    if covered:
        return list(range(covered[0], covered[-1] + 1))
    middle = (left + right) / 2
    return [min(range(len(columns)), key=lambda n: abs((columns[n][0] + columns[n][1]) / 2 - middle))]


def _bold(cell: list[Word]) -> bool:
    return all(word.font.bold for word in cell)
