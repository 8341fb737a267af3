"""What on a PDF page is large enough to hide a word, and which words it lies over or under."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Edges = tuple[float, float, float, float]
"""Left, bottom, right, top in points, in the page's own space."""
Colour = tuple[int, int, int]

WIDE, HIGH = 6.0, 3.0
"""Points; what is smaller hides no word."""
_ROW = 24.0
_MOST = 300
"""Areas looked at one by one; more of them (a map, a heat map) are taken as one."""


class Area(NamedTuple):
    """A filled shape, an image or a shading: painted after the first `after` text objects of its page.

    `colour` is None where it has more than one, or none of its own.
    """

    after: int
    rect: Edges
    colour: Colour | None
    image: bool = False


def difference(one: Colour, other: Colour) -> float:
    """How far two colours are apart, of 255, each channel by what it gives to brightness (ITU-R BT.601)."""
    return 0.30 * abs(one[0] - other[0]) + 0.59 * abs(one[1] - other[1]) + 0.11 * abs(one[2] - other[2])


def overlaps(words: Sequence[Edges], areas: Sequence[Area], sheet: Edges) -> Iterator[tuple[int, Area]]:
    """Which words meet which areas by enough to be lost: the word's number, the area.

    Parameters
    ----------
    words : sequence of Edges
    areas : sequence of Area
    sheet : Edges
        The page's box; nothing outside it is looked at.
    """
    around = enclosing([area.rect for area in areas])
    if len(areas) > _MOST:
        areas = [Area(0, around, None), *[area for area in areas if area.image][:_MOST]]
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for number, rect in enumerate(words):
        if rect[0] < around[2] and rect[2] > around[0] and rect[1] < around[3] and rect[3] > around[1]:
            for row in _rows(rect, sheet):
                rows[row].append(number)
    for area in areas:
        met = {number for row in _rows(area.rect, sheet) for number in rows.get(row, ()) if _meet(words[number], area.rect)}
        for number in met:
            yield number, area


def inside(rect: Edges, outer: Edges, slack: float = 0.5) -> bool:
    """Whether a rectangle stands within another, but for `slack` points."""
    return (
        rect[0] >= outer[0] - slack
        and rect[1] >= outer[1] - slack
        and rect[2] <= outer[2] + slack
        and rect[3] <= outer[3] + slack
    )


def enclosing(rects: Sequence[Edges]) -> Edges:
    """The smallest rectangle around some (at least one)."""
    left, bottom, right, top = zip(*rects, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _rows(rect: Edges, sheet: Edges) -> range:
    low, high = max(rect[1], sheet[1]), min(rect[3], sheet[3])
    return range(int((low - sheet[1]) / _ROW), int((high - sheet[1]) / _ROW) + 1) if low <= high else range(0)


def _meet(word: Edges, area: Edges) -> bool:
    wide = min(word[2], area[2]) - max(word[0], area[0])
    high = min(word[3], area[3]) - max(word[1], area[1])
    return wide > min(WIDE, 0.4 * (word[2] - word[0])) and high > 0.4 * (word[3] - word[1])
