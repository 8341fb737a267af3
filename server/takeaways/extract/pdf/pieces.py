"""One page as the search for pictures sees it: walls that no picture crosses, and pieces that pictures consist of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from .boxes import Grid, Rect
from .drawings import Canvas, Drawn
from .glyphs import Page
from .ground import THIN, Ground, Kind
from .headings import named
from .layout import Layout
from .lines import Line
from .patterns import BULLET, ENUMERATED, NUMBERED
from .roles import WORD, Role, Roles, follows

_PART = re.compile(r"^\(?[a-zA-Z]\)")
"""«(a) …», below a part of a picture."""


class Piece(NamedTuple):
    """Something that may belong to a picture: an image or a form (`graphic`), a path (`box` or `rule`), a line of text.

    `loose` text is a picture's only where more of the picture stands beyond it.
    """

    kind: Literal["graphic", "box", "rule", "text", "loose"]
    rect: Rect


@dataclass
class Sheet:
    """Walls and pieces of one page."""

    number: int
    columns: list[tuple[float, float]]
    walls: list[Rect]
    loose: set[Rect]
    """Those of the walls that are lines of text, but no sentences."""
    pieces: list[Piece]
    left: float
    right: float
    floor: float
    ceiling: float

    @classmethod
    def of(
        cls,
        page: Page,
        layout: Layout,
        roles: Roles,
        canvas: Canvas,
        captions: list[tuple[Rect, Kind]],
        skip: set[int],
        block: tuple[float, float],
    ) -> Sheet:
        """Tell walls from pieces.

        Parameters
        ----------
        page : Page
        layout : Layout
        roles : Roles
        canvas : Canvas
            What the page draws.
        captions : list of (Rect, Kind)
            Of this page.
        skip : set of int
            Lines that are title and authors: walls.
        block : tuple of float
            Between which heights the document's text stands, in points; words beyond are running heads.
        """
        numbered = [(n, line) for n, line in enumerate(layout.lines) if line.page == page.number]
        sheet = canvas.seen(canvas.sheet)
        columns = layout.columns.get(page.number) or [(sheet.x0, sheet.x1)]
        if page.turned and numbered:
            # The document's columns are those of its upright pages.
            columns = [(min(line.x0 for _, line in numbered), max(line.x1 for _, line in numbered))]
        prose = _prose(layout, roles, numbered)
        ground = Ground(canvas.drawn, layout.size, [line for n, line in numbered if n in prose], captions)
        pieces: list[Piece] = []
        walls: list[Rect] = []
        loose: set[Rect] = set()
        kept: set[int] = set()
        for n, line in numbered:
            kept.update(map(id, line.words))
            role, rect = roles.of[n], line.rect
            if role == "caption":
                continue
            if n in skip:
                walls.append(rect)
            elif (
                role == "float"
                or ground.holds(rect)
                or (n not in prose and _labels(line, role, ground, layout.edges(line)[0]))
            ):
                pieces.append(Piece("text", rect))
            elif n not in prose and role in ("text", "equation") and _is_short(line, layout):
                pieces.append(Piece("loose", rect))
            else:
                walls.append(rect)
                if n not in prose and role in ("text", "equation"):
                    loose.add(rect)
        for word in page.words:
            if id(word) in kept:
                continue
            # A running head, a page number; or a label that was taken for one.
            rect = Rect(word.x0, word.base - 0.25 * word.size, word.x1, word.base + 0.75 * word.size)
            reach = 8 if len(word.text) < 8 else 3
            if block[0] < word.base < block[1] and (ground.holds(rect) or ground.touches(rect, reach)):
                pieces.append(Piece("text", rect))
            else:
                walls.append(rect)
        pieces += _drawn(canvas.drawn, walls, columns, ground, layout.size)
        return cls(page.number, columns, walls, loose, pieces, sheet.x0, sheet.x1, sheet.y0, sheet.y1)

    def inside(self, room: Rect) -> list[Piece]:
        """The pieces that stand in a room, for the most part."""
        left, bottom, right, top = room.grown(0.05)
        found = []
        for piece in self.pieces:
            x0, y0, x1, y1 = piece.rect
            # Spelt out, as there may be thousands: more than half of it, a line without height counted by its length.
            x0, y0, x1, y1 = x0 - 0.05, y0 - 0.05, x1 + 0.05, y1 + 0.05
            width = (x1 if x1 < right else right) - (x0 if x0 > left else left)
            height = (y1 if y1 < top else top) - (y0 if y0 > bottom else bottom)
            if width > 0 and height > 0 and width * height > 0.5 * (x1 - x0) * (y1 - y0):
                found.append(piece)
        return found


def _is_item(line: Line) -> bool:
    return bool((BULLET.match(line.text) or ENUMERATED.match(line.text)) and WORD.search(line.text))


def _prose(layout: Layout, roles: Roles, numbered: list[tuple[int, Line]]) -> set[int]:
    """Lines of running text: long ones, and what follows or leads them directly."""
    prose = set()
    for n, line in numbered:
        left, right = layout.edges(line)
        if (
            roles.of[n] in ("text", "note")
            and line.x1 - line.x0 > 0.55 * (right - left)
            and len(WORD.findall(line.text)) >= 4
        ):
            prose.add(n)
    for n, line in numbered:
        if n in prose or roles.of[n] not in ("text", "note"):
            continue
        for other in (n - 1, n + 1):
            if other in prose:
                one = layout.lines[other]
                above, below = (one, line) if other < n else (line, one)
                if follows(above, below) and abs(one.size - line.size) < 0.6 and abs(one.x0 - line.x0) < 3 * line.size:
                    prose.add(n)
                    break
    return prose


def _labels(line: Line, role: Role, ground: Ground, edge: float) -> bool:
    """Whether a line that is no running text labels what is drawn beside it, or above it («(a) …»)."""
    rect = line.rect
    if _PART.match(line.text):
        return ground.ink.share(Rect(rect.x0, rect.y0, rect.x1, rect.y1 + 40)) > 0
    if role == "note" or _is_item(line):
        return False
    if role == "heading":
        begins = line.x0 < edge + 6
        return not (begins or NUMBERED.match(line.text) or named(line.text)) and ground.touches(rect, 6)
    return ground.touches(rect, 3)


def _is_short(line: Line, layout: Layout) -> bool:
    left, right = layout.edges(line)
    return not _is_item(line) and line.letters <= 15 and line.x1 - line.x0 < 0.35 * (right - left)


def _drawn(
    drawn: list[Drawn], walls: list[Rect], columns: list[tuple[float, float]], ground: Ground, size: float
) -> list[Piece]:
    """What is drawn, without what belongs to running text (bars of fractions, underlines, highlights, column rules)."""
    pieces = []
    prose = Grid()
    for rect in walls:
        prose.cover(rect.grown(1.5))
    gutters = [(a[1], b[0]) for a, b in pairwise(columns)]
    for one in drawn:
        rect = one.rect
        if one.kind == "text":
            # An axis label; not a tall sign in a formula, nor arXiv's stamp in the margin.
            if rect.height > 1.8 * size and prose.share(rect) < 0.3 and ground.touches(rect, 20):
                pieces.append(Piece("text", rect))
            continue
        if one.kind != "image" and rect.height < 20 and prose.share(rect) > 0.7:
            continue
        if rect.width <= THIN and any(left - 3 < rect.x0 and rect.x1 < right + 3 for left, right in gutters):
            continue
        thin = rect.height <= THIN or rect.width <= THIN
        pieces.append(Piece("rule" if thin else "box" if one.kind == "path" else "graphic", rect))
    return pieces
