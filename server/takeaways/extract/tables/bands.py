"""What the rows and columns of a grid are for: headers at the top, titles in between, names at the left, values.

What the page marks as a header is believed where the numbers do not speak against it: LaTeXML guesses, TeX marks nothing.
Where nothing is marked, words above or beside numbers are headers; where that is not plain, there are none.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cached_property
from statistics import median

from .grid import Grid, Slot
from .values import Value, value_of

_LABEL = 80
"""Characters that a header has at most; for those of rows, the median of their column."""
_TITLE = 160
"""Characters of a title over rows, at most."""
_NUMERIC = 0.4
"""Of a column's cells, its headers among them, that are numbers where it holds numbers."""
_HEADS = 20
"""Rows of column headers at the top, at most."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURED = re.compile(r"[.%]")


class Role(Enum):
    """What a row is for."""

    EMPTY = 0
    HEAD = 1
    """It heads the columns below."""
    TITLE = 2
    """It heads the rows below («Test set»)."""
    BODY = 3


class Bands:
    """The bands of one grid.

    Parameters
    ----------
    grid : Grid
        At least two rows and two columns, laid out.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.rows: list[list[Slot]] = [[] for _ in range(grid.height)]
        """The cells that begin in each row and say something."""
        for slot in grid.slots:
            if slot.text:
                self.rows[slot.row].append(slot)
        self._values = {id(slot): value_of(slot.text) for slot in grid.slots}
        self._ruled = [self._rule_above(row) for row in range(grid.height)]
        self.roles = [Role.BODY if row else Role.EMPTY for row in self.rows]
        first = 0
        while first < grid.height - 1 and (not self.rows[first] or self._is_title(first, alone=False)):
            self.roles[first] = Role.TITLE if self.rows[first] else Role.EMPTY
            first += 1
        self._numeric = {column for column in range(grid.width) if self._is_numeric(column, first)}
        top = self._end_of_heads(first)
        self.levels = [row for row in range(first, top) if self.rows[row]]
        """The rows of the first column headers, outermost first."""
        for row in self.levels:
            self.roles[row] = Role.HEAD
        for row in range(top, grid.height):
            if self._is_title(row, alone=True):
                self.roles[row] = Role.TITLE
            elif top > first and self._heads_again(row):
                self.roles[row] = Role.HEAD
        self.left = self._row_heads()
        """How many columns at the left head their rows."""
        self.groups = self._grouped()
        """For every row, the first of the rows that no line, title or header parts it from, and the one after the last."""

    def cell(self, row: int, column: int) -> Slot | None:
        """The cell that covers a place, if it says something."""
        slot = self.grid.at.get((row, column))
        return slot if slot and slot.text else None

    def is_wide(self, slot: Slot) -> bool:
        """Whether a cell goes over all columns, that of the names perhaps left out."""
        return slot.columns >= self.grid.width or slot.columns == self.grid.width - 1 > 1

    def _value(self, slot: Slot) -> Value:
        return self._values[id(slot)]

    def _column(self, column: int, rows: list[int]) -> list[Slot]:
        return list({id(slot): slot for row in rows if (slot := self.cell(row, column))}.values())

    @cached_property
    def _body(self) -> list[int]:
        return [row for row, role in enumerate(self.roles) if role is Role.BODY]

    def _rule_above(self, row: int) -> bool:
        width = range(self.grid.width)
        here = [slot for column in width if (slot := self.grid.at.get((row, column))) and slot.row == row]
        over = [slot for column in width if (slot := self.grid.at.get((row - 1, column)))]
        return 2 * sum(slot.rule for slot in here) > len(here) or 2 * sum(slot.rule_under for slot in over) > len(over) > 0

    def _is_numeric(self, column: int, first: int) -> bool:
        told = [self._value(slot) for slot in self._column(column, list(range(first, self.grid.height)))]
        numbers = told.count(Value.NUMBER)
        return numbers > 0 and numbers >= _NUMERIC * (len(told) - told.count(Value.NOTHING))

    def _is_title(self, row: int, *, alone: bool) -> bool:
        """Whether a row holds one cell of words only, over all columns, or (`alone`) with nothing beside it."""
        slots, width = self.rows[row], self.grid.width
        if len(slots) != 1 or len(slots[0].text) > _TITLE or self._value(slots[0]) is not Value.WORDS:
            return False
        slot = slots[0]
        wide = self.is_wide(slot) if alone else slot.columns >= width
        if not wide and not (alone and slot.column == 0 and slot.rows == 1 and width > 2):
            return False
        follows = next((self.rows[below] for below in range(row + 1, self.grid.height) if self.rows[below]), None)
        return follows is not None and (len(follows) > 1 or wide)

    def _end_of_heads(self, first: int) -> int:
        """The row after the last of the column headers at the top; `first` where there are none."""
        row = first
        while row < min(self.grid.height - 1, first + _HEADS) and self.rows[row]:
            told = self._is_marked(row, first) or self._over_numbers(row) or self._over_words(row, first)
            if not told and not (row == first and self._is_years(row)):
                break
            if row > first and (self._has_values(row) or self._is_title(row, alone=True)):
                break
            row = max(slot.row + slot.rows for slot in self.grid.slots if first <= slot.row <= row)
        return row if row < self.grid.height else first

    def _is_marked(self, row: int, first: int) -> bool:
        slots = self.rows[row]
        if any(slot.heads_column for slot in slots) and all(slot.heads_column or slot.heads_row for slot in slots):
            return True
        if row != first or len(slots) < 2 or not all(slot.bold for slot in slots):
            return False
        return not all(slot.bold for line in self.rows[row + 1 :] for slot in line)

    def _over_numbers(self, row: int) -> bool:
        """Words, and no number, where the columns hold numbers."""
        told = [slot for slot in self.rows[row] if slot.column > 0 or slot.columns > 1]
        over = [slot for slot in told if self._numeric & set(range(slot.column, slot.column + slot.columns))]
        values = {self._value(slot) for slot in told}
        return Value.NUMBER not in values and any(self._value(slot) is Value.WORDS for slot in over)

    def _over_words(self, row: int, first: int) -> bool:
        """In a table without numbers: short words over every column, and a line that parts them from the rest."""
        heads = [self.cell(row, column) for column in range(self.grid.width)]
        below = self._ruled[row + 1 :]
        return (
            row == first
            and not self._numeric
            and all(head and len(head.text) <= _LABEL and self._value(head) is Value.WORDS for head in heads)
            and below[0]
            and sum(below) < max(2, 0.8 * len(below))
        )

    def _is_years(self, row: int) -> bool:
        """A name and years beside it, parted by a line from what was counted in them."""
        name, *years = [slot.text for slot in self.rows[row]]
        return len(years) > 1 and all(map(_YEAR.fullmatch, years)) and not _YEAR.fullmatch(name) and self._ruled[row + 1]

    def _has_values(self, row: int) -> bool:
        """Whether a row holds what was measured: fractions and shares, not the years or counts of a header."""
        told = [slot for slot in self.rows[row] if slot.column > 0]
        return 2 * sum(self._value(s) is Value.NUMBER and bool(_MEASURED.search(s.text)) for s in told) > len(told)

    def _heads_again(self, row: int) -> bool:
        """Whether a row below the first headers heads columns too: marked, or in the same words, or set off by lines."""
        if row + 1 >= self.grid.height or len(self.rows[row]) < 2 or self._has_values(row):
            return False
        if self._numeric:
            if not self._over_numbers(row):
                return False
            told = [slot for slot in self.rows[row] if slot.column > 0]
            said = {(n, slot.column): slot.text for n in self.levels for slot in self.rows[n]}
            again = all(any(said.get((n, slot.column)) == slot.text for n in self.levels) for slot in told)
            if again or (self._ruled[row] and self._ruled[row + 1]):
                return True
        return all(slot.heads_column and not slot.heads_row for slot in self.rows[row])

    def _row_heads(self) -> int:
        marked = 0
        while marked < self.grid.width - 1 and self._is_marked_left(marked):
            marked += 1
        if marked:
            return marked
        told = self._column(0, self._body)
        words = sum(self._value(slot) is Value.WORDS for slot in told)
        if not told or 3 * words < 2 * len(told) or median(len(slot.text) for slot in told) > _LABEL:
            return 0
        return self._enough_to_tell_apart() if self._numeric - {0} or self.levels else 0

    def _is_marked_left(self, column: int) -> bool:
        told = self._column(column, self._body)
        return 2 * sum(slot.heads_row for slot in told) > len(told)

    def _enough_to_tell_apart(self) -> int:
        """The first column, and those of short words beside it as long as rows are still named alike."""
        left = 1
        while left not in self._numeric and self._numeric - set(range(left + 1)):
            names = [tuple((slot := self.cell(row, c)) and slot.text for c in range(left)) for row in self._body]
            told = self._column(left, self._body)
            if (len(set(names)) == len(names) and all(map(all, names))) or not told:
                break
            if 2 * median(len(slot.text) for slot in told) > _LABEL:
                break
            left += 1
        return left

    def _grouped(self) -> list[tuple[int, int]]:
        starts = [0]
        for row in range(1, self.grid.height):
            parted = self._ruled[row] or self.roles[row] is not self.roles[row - 1]
            starts.append(row if parted else starts[-1])
        ends = {start: row + 1 for row, start in enumerate(starts)}
        return [(start, ends[start]) for start in starts]
