"""Where the picture of each figure, table and algorithm stands: beside its caption, between what is no part of it.

What bounds a picture are walls: running text, headings, footnotes, captions, running heads. What it consists of are
pieces: what the page draws, and the small text that stands among it. A picture is sought above and below its caption
(in its column, over all columns, or in the caption's own width where text runs around it), and beside it at last.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ...model import Box
from .boxes import Rect
from .drawings import Canvas, Drawn
from .glyphs import Page, Word
from .ground import Kind
from .layout import Layout
from .patterns import CAPTION, FLOAT_NAME, float_kind
from .pieces import Sheet
from .roles import Roles
from .search import Caption, Found, Side, is_picture, options

_AIR = 2.0
"""Points left around a picture."""
_MOST = 60
"""Captions of one page whose pictures are sought: each is held against all others."""
_FRAME = 40.0
"""Points; a logo or the frame of a running head is no higher."""
_EDGE = 8.0
"""Points: how far a float may stand out of the block of text."""


def may_caption(page: Page) -> bool:
    """Whether a line of a page may begin a caption, so that it is worth reading what the page draws."""
    before: Word | None = None
    begun = ""
    for word in page.words:
        if begun and word.glued:
            begun += word.text
        elif before is None or abs(word.base - before.base) > 1 or word.x0 > before.x1 + word.size:
            begun = word.text
        else:
            begun = ""
        if FLOAT_NAME.match(begun):
            return True
        before = word
    return False


def areas_of(layout: Layout, roles: Roles, pages: list[Page], canvases: dict[int, Canvas], skip: set[int]) -> dict[int, Box]:
    """The areas of pictures.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    pages : list of Page
        What the layout was made of: words that are in none of its lines are running heads.
    canvases : dict of int to Canvas
        By page number, at least for the pages that hold a caption.
    skip : set of int
        Lines that are title and authors.

    Returns
    -------
    dict of int to Box
        By a caption's first line, on the page as the file has it, before any rotation; from the lower left corner of its
        box. Captions without a picture are not in it.
    """
    block = _text_block(layout, roles)
    canvases = _without_frames(canvases, block)
    sheets: list[tuple[Sheet, list[Caption]]] = []
    for page in pages:
        if page.number not in canvases:
            continue
        runs = [run for run in roles.captions if layout.lines[run[0]].page == page.number]
        if not runs:
            continue
        captions = [Caption(run[0], _box(layout, run), _kind(layout, run)) for run in runs[:_MOST]]
        known = [(caption.rect, caption.kind) for caption in captions]
        sheet = Sheet.of(page, layout, roles, canvases[page.number], known, skip, block)
        for caption in captions:
            caption.options = options(sheet, caption, captions)
        sheets.append((sheet, captions))
    habits = _habits(captions for _, captions in sheets)
    areas = {}
    for sheet, captions in sheets:
        _choose(captions, habits)
        for caption in captions:
            if caption.chosen:
                rect = canvases[sheet.number].filed(_shaped(sheet, caption.chosen))
                left, bottom, right, top = (round(edge, 1) for edge in rect)
                areas[caption.n] = Box(left=left, bottom=bottom, right=right, top=top)
    return areas


def _without_frames(canvases: dict[int, Canvas], block: Rect) -> dict[int, Canvas]:
    """The pages without what they draw again and again above and below the text: rules of running heads, logos."""
    seen = Counter(one for canvas in canvases.values() for one in canvas.drawn)

    def is_frame(one: Drawn) -> bool:
        return seen[one] > 1 and one.rect.height < _FRAME and _outside(one.rect, block)

    return {
        number: canvas if canvas.turned else replace(canvas, drawn=[one for one in canvas.drawn if not is_frame(one)])
        for number, canvas in canvases.items()
    }


def _outside(rect: Rect, block: Rect) -> bool:
    middle = (rect.y0 + rect.y1) / 2
    return (middle > block.y1 and rect.y1 > block.y1 + _EDGE) or (middle < block.y0 and rect.y0 < block.y0 - _EDGE)


def _text_block(layout: Layout, roles: Roles) -> Rect:
    """Where running text stands on most pages."""
    lows: dict[int, float] = {}
    tops: dict[int, float] = {}
    lefts, rights = [], []
    for n, line in enumerate(layout.lines):
        left, right = layout.edges(line)
        if roles.of[n] == "text" and line.x1 - line.x0 > 0.7 * (right - left):
            lows[line.page] = min(lows.get(line.page, line.bottom), line.bottom)
            tops[line.page] = max(tops.get(line.page, line.top), line.top)
            lefts.append(line.x0)
            rights.append(line.x1)
    if not tops:
        return Rect(0.0, 0.0, math.inf, math.inf)

    def most(values: Iterable[float], share: float) -> float:
        ordered = sorted(values)
        return ordered[int(share * (len(ordered) - 1))]

    # Floats stand at the top of many pages; of a few pages perhaps one has text there.
    few = len(tops) < 10
    low, top = most(lows.values(), 0.0 if few else 0.1), most(tops.values(), 1.0 if few else 0.9)
    return Rect(most(lefts, 0.05), low, most(rights, 0.95), top)


def _box(layout: Layout, run: list[int]) -> Rect:
    lines = [layout.lines[n] for n in run]
    return Rect(
        min(line.x0 for line in lines),
        min(line.bottom for line in lines),
        max(line.x1 for line in lines),
        max(line.top for line in lines),
    )


def _kind(layout: Layout, run: list[int]) -> Kind:
    found = CAPTION.match(layout.lines[run[0]].text)
    return float_kind(found["kind"]) if found else "figure"


def _habits(pages: Iterable[list[Caption]]) -> dict[Kind, Side]:
    """On which side of its caption this paper sets each kind, told by those that leave no choice."""
    votes: Counter[tuple[Kind, Side]] = Counter()
    for captions in pages:
        for caption in captions:
            if len(caption.options) == 1:
                votes[caption.kind, caption.options[0].side] += 1
    usual: dict[Kind, Side] = {"figure": "above", "table": "below", "algorithm": "below"}
    return {kind: max(("above", "below"), key=lambda side: (votes[kind, side], side == usual[kind])) for kind in usual}


def _choose(captions: list[Caption], habits: dict[Kind, Side]) -> None:
    """Give each caption its side, those without a choice first; a piece belongs to one picture."""
    taken: dict[int, Caption] = {}
    waiting = sorted(captions, key=lambda one: (len(one.options), habits[one.kind] not in {o.side for o in one.options}))
    for caption in waiting:
        for option in sorted(caption.options, key=lambda one: one.side != habits[caption.kind]):
            rivals = {taken[id(piece)].n: taken[id(piece)] for piece in option.pieces if id(piece) in taken}
            if not rivals:
                caption.chosen = option
            elif len(rivals) == 1:
                _divide(caption, option, *rivals.values())
            if caption.chosen:
                break
        for one in captions:
            for piece in one.chosen.pieces if one.chosen else ():
                taken[id(piece)] = one


def _divide(caption: Caption, option: Found, other: Caption) -> None:
    """Two captions with pieces in common, one above and one below them: each takes those before the widest gap."""
    if other.chosen is None or {option.side, other.chosen.side} != {"above", "below"}:
        return
    pieces = {id(piece): piece for piece in (*option.pieces, *other.chosen.pieces)}
    ordered = sorted(pieces.values(), key=lambda piece: piece.rect.y0)
    best, cut, reach = 0.0, 0, ordered[0].rect.y1
    for n, piece in enumerate(ordered[1:], 1):
        if piece.rect.y0 - reach > best:
            best, cut = piece.rect.y0 - reach, n
        reach = max(reach, piece.rect.y1)
    if not cut:
        return
    low, high = ordered[:cut], ordered[cut:]
    mine, theirs = (low, high) if option.side == "above" else (high, low)
    first, second = Found(option.side, option.room, mine), Found(other.chosen.side, other.chosen.room, theirs)
    if is_picture(first) and is_picture(second):
        caption.chosen, other.chosen = first, second


def _shaped(sheet: Sheet, found: Found) -> Rect:
    """The area: around the pieces, a little air, cut at the room's ends and at text beside."""
    rect, room = found.rect.grown(_AIR), found.room
    low, high = max(rect.y0, room.y0), min(rect.y1, room.y1)
    beside = [wall for wall in sheet.walls if wall.y1 > low and wall.y0 < high]
    left = max((wall.x1 + _AIR for wall in beside if wall.x1 <= room.x0 + 3), default=sheet.left)
    right = min((wall.x0 - _AIR for wall in beside if wall.x0 >= room.x1 - 3), default=sheet.right)
    return Rect(max(rect.x0, left), low, min(rect.x1, right), high)
