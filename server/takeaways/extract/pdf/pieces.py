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

_NUMBERED_LINES = 10


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
        elif len(columns) == 1:
            # A page of floats and line numbers has no text to tell its column by.
            columns = [(max(columns[0][0], block.x0), min(columns[0][1], block.x1))]
        numbers = _line_numbers(page, block)
        prose = _prose(layout, roles, numbered)
        ground = Ground(canvas, layout.size, [line for n, line in numbered if n in prose], captions)
        print_lines = _small_print(layout, roles, numbered)
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
                or ground.holds(rect, n in prose or (role == "heading" and line.x0 < layout.edges(line)[0] + 6))
                or (n not in prose and _labels(line, role, ground, layout.edges(line)[0]))
            ):
                small = n in print_lines and not ground.holds(rect)
                pieces.append(Piece("small" if small else "text", rect))
            elif n not in prose and role in ("text", "equation") and _is_short(line, layout):
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


def _is_item(line: Line) -> bool:
    return bool((BULLET.match(line.text) or ENUMERATED.match(line.text)) and WORD.search(line.text))


def _line_numbers(page: Page, block: Rect) -> set[int]:
    """The words that number a page's lines, as for reviewers."""
    numbers = {
        id(word) for word in page.words if word.text.isdecimal() and (word.x1 < block.x0 - 1 or word.x0 > block.x1 + 1)
    }
    return numbers if len(numbers) >= _NUMBERED_LINES else set()


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


def _small_print(layout: Layout, roles: Roles, numbered: list[tuple[int, Line]]) -> set[int]:
    """Lines that are taken for a float's own and read like running text: three and more, full, one below the other."""
    found: set[int] = set()
    run: list[int] = []
    for n, line in [*numbered, (-1, None)]:
        if line is not None and roles.of[n] == "float" and (not run or follows(layout.lines[run[-1]], line)):
            run.append(n)
            continue
        left, right = layout.edges(layout.lines[run[0]]) if run else (0.0, 0.0)
        long = [one for one in run if layout.lines[one].x1 - layout.lines[one].x0 > 0.8 * (right - left)]
        if len(long) >= 3 and len(long) > 0.5 * len(run) and not _PART.match(layout.lines[run[0]].text):
            found.update(run)
        run = [n] if line is not None and roles.of[n] == "float" else []
    return found


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
