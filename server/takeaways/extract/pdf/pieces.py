"""One page as the search for pictures sees it: walls that no picture crosses, and pieces that pictures consist of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from .boxes import Grid, Rect
from .drawings import Canvas, Drawn
from .glyphs import Page
from .ground import THIN, Ground, Kind
from .labels import is_short, labels, line_numbers, part_captions, prose_of, small_print, tabular_rows
from .layout import Layout
from .roles import Roles


class Piece(NamedTuple):
    """Something that may belong to a picture: an image or a form (`graphic`), a path (`box` or `rule`), a line of text.

    `loose` text (short lines) and `small` text (lines of small print as long as running text) are a picture's only where
    more of it stands beyond them.
    """

    kind: Literal["graphic", "box", "rule", "text", "small", "loose"]
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
        block: Rect,
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
        block : Rect
            Where the document's text stands; words above and below are running heads, numbers beside it number lines.
        """
        numbered = [(n, line) for n, line in enumerate(layout.lines) if line.page == page.number]
        sheet = canvas.seen(canvas.sheet)
        columns = layout.columns.get(page.number) or [(sheet.x0, sheet.x1)]
        if page.turned and numbered:
            # The document's columns are those of its upright pages.
            columns = [(min(line.x0 for _, line in numbered), max(line.x1 for _, line in numbered))]
            block = sheet
        elif len(columns) == 1:
            # A page of floats and line numbers has no text to tell its column by.
            columns = [(max(columns[0][0], block.x0), min(columns[0][1], block.x1))]
        numbers = line_numbers(page, block)
        parts = part_captions(layout, roles, numbered, [rect for rect, _ in captions])
        parts |= tabular_rows(layout, roles, numbered)
        prose = prose_of(layout, roles, numbered) - parts
        ground = Ground(canvas, layout.size, [(line.rect, n in prose) for n, line in numbered], captions)
        small = small_print(layout, roles, numbered)
        pieces: list[Piece] = []
        walls: list[Rect] = []
        loose: set[Rect] = set()
        kept: set[int] = set()
        for n, line in numbered:
            kept.update(map(id, line.words))
            if numbers.issuperset(map(id, line.words)):
                continue
            role, rect = roles.of[n], line.rect
            if role == "caption":
                continue
            if n in skip:
                walls.append(rect)
            elif (
                role == "float"
                or n in parts
                or ground.holds(rect, n in prose or (role == "heading" and line.x0 < layout.edges(line)[0] + 6))
                or (n not in prose and labels(line, role, ground, layout.edges(line)[0]))
            ):
                pieces.append(Piece("small" if n in small and not ground.holds(rect) else "text", rect))
            elif n not in prose and role in ("text", "equation") and is_short(line, layout):
                pieces.append(Piece("loose", rect))
            else:
                walls.append(rect)
                if n not in prose and role in ("text", "equation"):
                    loose.add(rect)
        for word in page.words:
            if id(word) in kept or id(word) in numbers:
                continue
            # A running head, a page number; or a label that was taken for one.
            rect = Rect(word.x0, word.base - 0.25 * word.size, word.x1, word.base + 0.75 * word.size)
            reach = 8 if len(word.text) < 8 else 3
            if block.y0 < word.base < block.y1 and (ground.holds(rect) or ground.touches(rect, reach)):
                pieces.append(Piece("text", rect))
            else:
                walls.append(rect)
        pieces += _drawn(canvas.drawn, walls, columns, ground, layout.size)
        return cls(page.number, columns, walls, loose, pieces, sheet.x0, sheet.x1, sheet.y0, sheet.y1)

    def inside(self, room: Rect) -> list[Piece]:
        """The pieces that stand in a room, for the most part."""
        return [piece for piece in self.pieces if piece.rect.within(room) > 0.5]


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
