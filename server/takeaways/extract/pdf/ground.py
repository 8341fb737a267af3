"""What a page's drawings tell about the text on it: what stands in a picture, in a box, between the rules of a table."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from .boxes import Grid, Rect
from .drawings import Canvas, Drawn

THIN = 2.5
"""Points: what is drawn thinner is a rule."""
_NEAR = 16.0
"""Points between a caption and the rule of what it names, at most."""

Kind = Literal["figure", "table", "algorithm"]


class Ground:
    """What text may stand on.

    Parameters
    ----------
    canvas : Canvas
    size : float
        Of the document's text, in points.
    lines : list of (Rect, bool)
        The page's lines, and whether they are running text.
    captions : list of (Rect, Kind)
        Of the page.

    Attributes
    ----------
    solid : Grid
        Under images, forms and shadings.
    ink : Grid
        Under all that is drawn but horizontal rules.
    """

    def __init__(
        self, canvas: Canvas, size: float, lines: list[tuple[Rect, bool]], captions: list[tuple[Rect, Kind]]
    ) -> None:
        self.solid, self.ink = Grid(), Grid()
        self._over = canvas.over
        self._boxes: list[Rect] = []
        for one in canvas.drawn:
            if one.kind in ("image", "form", "shading"):
                self.solid.cover(one.rect)
            if one.kind != "text" and one.rect.height > THIN:
                self.ink.cover(one.rect)
            if one.kind == "path" and one.rect.height > 2.2 * size and one.rect.width > 40:
                self._boxes.append(one.rect)
        self._zones = _zones(canvas.drawn, lines, captions)

    def holds(self, rect: Rect, text: bool = False) -> bool:
        """Whether a line is a picture's or a table's own by where it stands.

        Parameters
        ----------
        rect : Rect
        text : bool
            It reads like running text, or a heading: where the page prints that over a form, it is the form's margin.
        """
        return (
            (self.solid.share(rect) > 0.6 and not (text and self._over.share(rect) > 0.5))
            or any(rect.within(zone) > 0.9 for zone in self._zones)
            or any(rect.within(box) > 0.98 for box in self._boxes)
        )

    def touches(self, rect: Rect, reach: float) -> bool:
        """Whether something is drawn within so many points of a rectangle."""
        return self.ink.share(rect.grown(reach)) > 0


def _zones(drawn: list[Drawn], lines: list[tuple[Rect, bool]], captions: list[tuple[Rect, Kind]]) -> list[Rect]:
    """What stands between horizontal rules of the same length: the rows of tables and listings."""
    groups: dict[tuple[int, int], list[Rect]] = {}
    for one in drawn:
        if one.kind in ("path", "image") and one.rect.height <= THIN and one.rect.width > 60:
            key = next(
                (key for key in groups if abs(key[0] - one.rect.x0) < 3 and abs(key[1] - one.rect.x1) < 3),
                (round(one.rect.x0), round(one.rect.x1)),
            )
            groups.setdefault(key, []).append(one.rect)
    zones = []
    for rules in groups.values():
        rules.sort(key=lambda rule: rule.y0)
        for low, high in pairwise(rules):
            zone = low.join(high)
            if zone.height > 6 and _is_one(zone, drawn, lines, captions):
                zones.append(zone.grown(1))
    return zones


def _is_one(zone: Rect, drawn: list[Drawn], lines: list[tuple[Rect, bool]], captions: list[tuple[Rect, Kind]]) -> bool:
    """Whether what stands between two rules is one table or listing, not what lies between two of them."""
    titled = any(_titles(caption, kind, zone) for caption, kind in captions)
    inside = sum(caption.within(zone) > 0.9 for caption, _ in captions)
    if inside and not (inside == 1 and titled):
        return False
    within = [(line, prose) for line, prose in lines if line.y1 < zone.y1 + 1 and line.within(zone) > 0.9]
    long = [line for line, prose in within if prose and line.width > 0.6 * zone.width]
    if titled and not any(one.kind in ("image", "form") and one.rect.within(zone) > 0.9 for one in drawn):
        # A listing's lines look like running text; but what has a caption is none, unless it has a picture too.
        return True
    alone = any(line.width > 0.95 * zone.width and not _has_neighbour(line, within) for line in long)
    return len(long) < 3 and not (alone and len(within) < 4)


def _has_neighbour(line: Rect, others: list[tuple[Rect, bool]]) -> bool:
    return any(other is not line and other.y0 < line.y1 - 2 and other.y1 > line.y0 + 2 for other, _ in others)


def _titles(caption: Rect, kind: Kind, zone: Rect) -> bool:
    """Whether a caption stands directly above what two rules enclose, or below it; a figure's also last within it."""
    if caption.meet(zone).width <= 0:
        return False
    above, below, last = caption.y0 - zone.y1, zone.y0 - caption.y1, caption.y0 - zone.y0
    return -2 < above < _NEAR or (kind != "algorithm" and -2 < below < _NEAR) or (kind == "figure" and 0 < last < _NEAR)
