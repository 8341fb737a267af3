"""Whether a reader sees a word: its page is drawn with it and without it, and compared where it stands."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from .covers import Edges, enclosing
from .fonts import fast

_TALL = 8.0
"""Pixels that a letter's size is drawn with."""
_PIXELS = 3_000_000
"""Of a whole page at most: a poster is drawn smaller."""
_SEEN, _SEEN_LARGE, _LARGE = 12.0, 6.0, 24.0
"""Of 255: how far a pixel must be from what would be there without the word; large letters are seen sooner (points)."""
LEAST = 0.03
"""Of a word's box: how much must be seen. Printed letters fill a tenth and more."""


class Spot(NamedTuple):
    """Where a word stands, and the size of its letters in points."""

    rect: Edges
    size: float


class Sight:
    """Draws pages with some of their text taken away."""

    def __init__(self) -> None:
        self._set_active = fast(pdfium.FPDFPageObj_SetIsActive, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)

    def seen(self, page: Any, spots: Sequence[Spot], without: Collection[int]) -> list[bool]:
        """Whether each spot would look otherwise without some text.

        Parameters
        ----------
        page : pypdfium2.PdfPage
        spots : sequence of Spot
        without : collection of int
            The addresses of text objects.
        """
        frame = _Frame(page, spots)
        shown, other = frame.drawn(), self._drawn_without(frame, without)
        return [_differs(frame, spot, shown, other) >= LEAST for spot in spots]

    def ink(self, page: Any, spots: Sequence[Spot], texts: Collection[int]) -> list[float]:
        """How much of each spot differs, with all text taken away, from the colour that most of it has: 0 to 1.

        Parameters
        ----------
        page : pypdfium2.PdfPage
        spots : sequence of Spot
        texts : collection of int
            The addresses of all text objects of the page.
        """
        frame = _Frame(page, spots)
        shown = self._drawn_without(frame, texts)
        return [_differs(frame, spot, shown, None) for spot in spots]

    def _drawn_without(self, frame: _Frame, texts: Collection[int]) -> bytes:
        for text in texts:
            self._set_active(text, 0)
        try:
            return frame.drawn()
        finally:
            for text in texts:
                self._set_active(text, 1)


class _Frame:
    """The part of a page around some spots, in pixels."""

    def __init__(self, page: Any, spots: Sequence[Spot]) -> None:
        self._page = page
        width, height = page.get_size()
        scale = min(3.0, max(1.0, _TALL / max(1.0, min(spot.size for spot in spots))))
        scale = min(scale, math.sqrt(_PIXELS / max(1.0, width * height)))
        self._whole = max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale))
        left, top, right, bottom = self._pixels(enclosing([spot.rect for spot in spots]))
        self._left, self._right = max(0, left), min(self._whole[0], right)
        self._top, self._bottom = max(0, top), min(self._whole[1], bottom)

    def drawn(self) -> bytes:
        """The pixels, three bytes each, row by row; none where the spots stand off the page."""
        width, height = self._right - self._left, self._bottom - self._top
        if width <= 0 or height <= 0:
            return b""
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGR)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
            pdfium.FPDF_RenderPageBitmap(bitmap, self._page, -self._left, -self._top, *self._whole, 0, pdfium.FPDF_ANNOT)
            return bytes(bitmap.buffer)
        finally:
            bitmap.close()

    def rows(self, rect: Edges) -> list[slice]:
        """The bytes of `drawn` that show a rectangle, a slice a row."""
        left, top, right, bottom = self._pixels(rect)
        left, right = max(left, self._left), min(right, self._right)
        top, bottom = max(top, self._top), min(bottom, self._bottom)
        stride = 3 * (self._right - self._left)
        first = (top - self._top) * stride + 3 * (left - self._left)
        length = 3 * (right - left)
        return [slice(first + n * stride, first + n * stride + length) for n in range(bottom - top)] if length > 0 else []

    def _pixels(self, rect: Edges) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of a rectangle on the whole page, counted from its upper left."""
        x, y = ctypes.c_int(), ctypes.c_int()
        xs, ys = [], []
        for across, up in ((rect[0], rect[1]), (rect[2], rect[3])):
            pdfium.FPDF_PageToDevice(self._page, 0, 0, *self._whole, 0, across, up, x, y)
            xs.append(x.value)
            ys.append(y.value)
        return min(xs), min(ys), max(xs) + 1, max(ys) + 1


def _differs(frame: _Frame, spot: Spot, shown: bytes, other: bytes | None) -> float:
    """The share of a spot's pixels that an eye tells from the `other` picture, or from the spot's most common colour."""
    rows = frame.rows(spot.rect)
    total = sum(len(shown[row]) for row in rows) // 3
    if not total:
        return 0.0
    ground = shown[rows[0].start : rows[0].start + 3]
    if other is None:
        if all(shown[row] == ground * (len(shown[row]) // 3) for row in rows):
            return 0.0
        ground = Counter(shown[n : n + 3] for row in rows for n in range(row.start, row.stop, 3)).most_common(1)[0][0]
    least = 100 * (_SEEN if spot.size < _LARGE else _SEEN_LARGE)
    count = 0
    for row in rows:
        ours, theirs = shown[row], ground * (len(shown[row]) // 3) if other is None else other[row]
        if ours == theirs:
            continue
        for n in range(0, len(ours), 3):
            blue, green, red = ours[n] - theirs[n], ours[n + 1] - theirs[n + 1], ours[n + 2] - theirs[n + 2]
            if 30 * abs(red) + 59 * abs(green) + 11 * abs(blue) >= least:
                count += 1
        if count > LEAST * total and other is not None:
            break
    return count / total
