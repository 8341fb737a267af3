"""Rectangles on a page, and which parts of it they cover."""

from __future__ import annotations

from typing import NamedTuple

_CELL = 3.0
"""Points a side of the cells in which a Grid notes what is covered."""
_FAR = 14_400.0
"""Points: no page is larger (ISO 32000-1, annex C), and a Grid notes nothing beyond."""


class Rect(NamedTuple):
    """A rectangle in points, origin at the lower left."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        return max(0.0, self.width) * max(0.0, self.height)

    def meet(self, other: Rect) -> Rect:
        """What both cover; its width or height is negative where they stand apart."""
        return Rect(max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1))

    def join(self, other: Rect) -> Rect:
        """The smallest rectangle that holds both."""
        return Rect(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def grown(self, by: float) -> Rect:
        return Rect(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def within(self, other: Rect) -> float:
        """The share of it that stands in another; a line without height counts by its length."""
        # Spelt out, as it is asked thousands of times a page; both are grown by a twentieth of a point.
        x0, y0, x1, y1 = self.x0 - 0.05, self.y0 - 0.05, self.x1 + 0.05, self.y1 + 0.05
        left, bottom, right, top = other
        width = (x1 if x1 < right + 0.05 else right + 0.05) - (x0 if x0 > left - 0.05 else left - 0.05)
        height = (y1 if y1 < top + 0.05 else top + 0.05) - (y0 if y0 > bottom - 0.05 else bottom - 0.05)
        return width * height / ((x1 - x0) * (y1 - y0)) if width > 0 and height > 0 else 0.0


class Grid:
    """Which cells of a page are covered: a whole number a row, a bit a cell."""

    def __init__(self) -> None:
        self._rows: dict[int, int] = {}

    def cover(self, rect: Rect) -> None:
        mask = self._mask(rect)
        for row in _cells(rect.y0, rect.y1):
            self._rows[row] = self._rows.get(row, 0) | mask

    def share(self, rect: Rect) -> float:
        """How much of a rectangle is covered."""
        mask, rows = self._mask(rect), _cells(rect.y0, rect.y1)
        return sum((self._rows.get(row, 0) & mask).bit_count() for row in rows) / (len(rows) * mask.bit_count())

    @staticmethod
    def _mask(rect: Rect) -> int:
        cells = _cells(max(0.0, rect.x0), max(0.0, rect.x1))
        return ((1 << cells.stop) - 1) & ~((1 << cells.start) - 1)


def _cells(low: float, high: float) -> range:
    """The cells from one coordinate to another, at least one; a damaged file may place things light years away."""
    if not -_FAR <= low <= _FAR:
        low = _FAR if low > 0 else -_FAR
    if not -_FAR <= high <= _FAR:
        high = _FAR if high > 0 else -_FAR
    first, last = int(low // _CELL), int(high // _CELL)
    return range(first, (last if last > first else first) + 1)
