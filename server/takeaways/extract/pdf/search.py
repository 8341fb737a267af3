"""Where the picture of a caption may be: above it or below it as far as the next wall, beside it, or plain lines above."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import Literal

from .boxes import Rect
from .ground import Kind
from .pieces import Piece, Sheet

Side = Literal["above", "below", "beside"]
_BAND = 8.0
"""Points between two pieces that still stand together."""
_GAP = 45.0
"""Points between the parts of one picture, at most."""
_MANY = 12
"""Rules; a table rarely has more."""
_FRAME = 12.0
"""Points a side of a frame, at least."""
_RULE = 60.0
"""Points; a rule that long is a table's, and as wide as the table."""
_FAR = 90.0
"""Points of white that a picture has around it, at most: some are set with margins of their own."""


@dataclass
class Found:
    """What stands on one side of a caption."""

    side: Side
    room: Rect
    pieces: list[Piece]

    @property
    def rect(self) -> Rect:
        box = self.pieces[0].rect
        for piece in self.pieces:
            box = box.join(piece.rect)
        return box


@dataclass
class Caption:
    """A caption that seeks its picture."""

    n: int
    """Its first line."""
    rect: Rect
    kind: Kind
    options: list[Found] = field(default_factory=list)
    chosen: Found | None = None


def options(sheet: Sheet, caption: Caption, captions: list[Caption]) -> list[Found]:
    """What may be the picture, on each side where something is."""
    found = []
    others = [other.rect for other in captions if other is not caption]
    for side in ("above", "below"):
        looks = [_look(sheet, caption.rect, left, right, side, others) for left, right in _widths(sheet, caption, others)]
        looks.append(_amid(sheet, caption.rect, side, others))
        own, whole, narrow = (one if one and is_picture(one) else None for one in looks)
        # Where text runs around a figure, its column ends at that text at once.
        wrapped = own and narrow and own.room.height < 0.6 * narrow.room.height
        best = narrow if wrapped else own or whole or narrow
        if best:
            found.append(best)
    if not found:
        beside = _beside(sheet, caption.rect, others)
        found = [beside] if beside and is_picture(beside) else []
    if caption.kind != "table" and all(one.side == "below" for one in found):
        listed = _listed(sheet, caption.rect)
        found += [listed] if listed else []
    return found


def _widths(sheet: Sheet, caption: Caption, others: list[Rect]) -> list[tuple[float, float]]:
    """Left and right edges between which a picture may stand: of the caption's column, and of all columns."""
    rect = caption.rect
    whole = sheet.columns[0][0], sheet.columns[-1][1]
    own = next(((a, b) for a, b in sheet.columns if a - 6 <= rect.x0 and rect.x1 <= b + 6), whole)
    edges = []
    for left, right in (own, whole):
        # Captions beside this one have pictures of their own.
        for other in others:
            if other.y0 < rect.y1 + 3 and other.y1 > rect.y0 - 3 and other.x0 < right and other.x1 > left:
                if other.x0 >= rect.x1:
                    right = min(right, (other.x0 + rect.x1) / 2)
                elif other.x1 <= rect.x0:
                    left = max(left, (other.x1 + rect.x0) / 2)
        edges.append((left, right))
    return edges


def _amid(sheet: Sheet, rect: Rect, side: Side, others: list[Rect]) -> Found | None:
    """What stands over or under a caption's own width, and on both sides of that as far as the text that runs around it."""
    room = _room(sheet, rect, rect.x0 + 2, rect.x1 - 2, side, others)
    if room.height < 8:
        return None
    beside = [wall for wall in (*sheet.walls, *others) if wall.y0 < room.y1 - 2 and wall.y1 > room.y0 + 2]
    left = max((wall.x1 for wall in beside if wall.x1 < rect.x0 + 4), default=sheet.left)
    right = min((wall.x0 for wall in beside if wall.x0 > rect.x1 - 4), default=sheet.right)
    room = Rect(left, room.y0, right, room.y1)
    pieces = _near(sheet.inside(room), rect, side)
    return Found(side, room, pieces) if pieces else None


def _look(sheet: Sheet, rect: Rect, left: float, right: float, side: Side, others: list[Rect]) -> Found | None:
    """What stands on one side of a caption between two edges, as far as the next wall."""
    found = _between(sheet, rect, left, right, side, others)
    if found is None:
        return None
    wide = [piece.rect for piece in found.pieces if piece.kind in ("graphic", "box") or piece.rect.width > _RULE]
    over = [one for one in wide if one.x0 < left - 15 or one.x1 > right + 15]
    if over:
        # It reaches over the gutter, unless what sticks out is a margin of its own, beside text.
        wider = _between(
            sheet, rect, min(left, *(one.x0 for one in over)), max(right, *(one.x1 for one in over)), side, others
        )
        if wider and wider.rect.height > 0.7 * min(found.rect.height, found.room.height):
            return wider
    return found


def _between(sheet: Sheet, rect: Rect, left: float, right: float, side: Side, others: list[Rect]) -> Found | None:
    room = _room(sheet, rect, left, right, side, others)
    if room.height < 8:
        return None
    pieces = _near(sheet.inside(room), rect, side)
    return Found(side, room, pieces) if pieces else None


def _room(sheet: Sheet, rect: Rect, left: float, right: float, side: Side, others: list[Rect]) -> Rect:
    walls = [wall for wall in (*sheet.walls, *others) if min(wall.x1, right) - max(wall.x0, left) > 3]
    if side == "above":
        top = min((wall.y0 for wall in walls if wall.y1 > rect.y1 + 2), default=sheet.ceiling)
        return Rect(left, rect.y1, right, max(rect.y1, min(top, sheet.ceiling)))
    bottom = max((wall.y1 for wall in walls if wall.y0 < rect.y0 - 2), default=sheet.floor)
    return Rect(left, min(rect.y0, max(bottom, sheet.floor)), right, rect.y0)


def _near(pieces: list[Piece], rect: Rect, side: Side) -> list[Piece]:
    """The pieces from the caption on, as far as no wide gap parts them.

    Rules alone at either end are left out, and text alone at the far end of what is drawn: it may be anything.
    """
    if side == "above":
        spans = [(piece.rect.y0 - rect.y1, piece.rect.y1 - rect.y1, piece) for piece in pieces]
    else:
        spans = [(rect.y0 - piece.rect.y1, rect.y0 - piece.rect.y0, piece) for piece in pieces]
    spans.sort(key=itemgetter(0))
    bands: list[list[Piece]] = []
    gaps: list[float] = []
    reach = 0.0
    for start, end, piece in spans:
        if start - reach > (_FAR if piece.kind in ("graphic", "box") else _GAP):
            break
        if not bands or start - reach > _BAND:
            bands.append([])
            gaps.append(start - reach)
        bands[-1].append(piece)
        reach = max(reach, end)
    # Text beyond what is drawn, or beyond a table's last rule, is the picture's where it stands close to it.
    firm = [n for n, band in enumerate(bands) if _is_drawn(band)] or [
        n for n, band in enumerate(bands) if any(piece.kind == "rule" and piece.rect.width > _RULE for piece in band)
    ]
    loose = [n for n, gap in enumerate(gaps) if firm and n > firm[-1] and gap > 1.5 * _BAND]
    bands = bands[: loose[0]] if loose else bands
    while bands and all(
        piece.kind in ("loose", "small") or (piece.kind == "rule" and gaps[len(bands) - 1] > 2 * _BAND)
        for piece in bands[-1]
    ):
        bands.pop()
    while bands and all(piece.kind == "rule" for piece in bands[0]) and len(bands) > 1:
        bands.pop(0)
    return [piece for band in bands for piece in band]


def _beside(sheet: Sheet, rect: Rect, others: list[Rect]) -> Found | None:
    """What is drawn to the left or right of a caption, at its height."""
    best: Found | None = None
    for left, right in ((sheet.left, rect.x0), (rect.x1, sheet.right)):
        level = [
            piece
            for piece in sheet.pieces
            if piece.kind in ("graphic", "box")
            and left - 3 <= piece.rect.x0
            and piece.rect.x1 <= right + 3
            and min(piece.rect.y1, rect.y1) - max(piece.rect.y0, rect.y0) > 0.5 * min(rect.height, piece.rect.height)
        ]
        if not level:
            continue
        box = level[0].rect
        for piece in level:
            box = box.join(piece.rect)
        walls = [wall for wall in (*sheet.walls, *others) if wall.meet(box).width > 3 and wall.meet(box).height > 3]
        if walls:
            continue
        found = Found("beside", box.grown(12), sheet.inside(box.grown(12)))
        if best is None or found.rect.area > best.rect.area:
            best = found
    return best


def _listed(sheet: Sheet, rect: Rect) -> Found | None:
    """Lines directly above a caption that are no paragraph, set off from what stands above them: a listing, an example."""
    left, right = next(((a, b) for a, b in sheet.columns if a - 6 <= rect.x0 and rect.x1 <= b + 6), (rect.x0, rect.x1))
    lines: list[Rect] = []
    reach = rect.y1
    short = [piece.rect for piece in sheet.pieces if piece.kind == "loose"]
    for wall in sorted((*sheet.walls, *short), key=lambda wall: wall.y0):
        if wall.y0 > rect.y1 - 2 and wall.x0 < right and wall.x1 > left:
            if wall.y0 - reach > 1.2 * wall.height:
                break
            lines.append(wall)
            reach = max(reach, wall.y1)
    full = sum(line.x1 > right - 4 for line in lines)
    if len(lines) < 3 or full > 0.25 * len(lines) or not sheet.loose.union(short).intersection(lines):
        return None
    return Found("above", Rect(left, rect.y1, right, reach + 2), [Piece("text", line) for line in lines])


def is_picture(found: Found) -> bool:
    """Whether what stands there may be a picture: it has some size, and is drawn or set in lines."""
    rect = found.rect
    texts = sum(piece.kind == "text" for piece in found.pieces)
    return rect.width >= 20 and rect.height >= 12 and (_is_drawn(found.pieces) or texts >= 2)


def _is_drawn(pieces: list[Piece]) -> bool:
    """Whether more than a few rules is drawn; curves of plots may be many short ones, and four are a frame."""
    rules = [piece.rect for piece in pieces if piece.kind == "rule"]
    sides = sum(rule.height > _FRAME for rule in rules), sum(rule.width > _FRAME for rule in rules)
    return any(piece.kind in ("graphic", "box") for piece in pieces) or len(rules) >= _MANY or min(sides) >= 2
