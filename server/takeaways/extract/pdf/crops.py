"""The pictures of a PDF's figures, cut out of their pages as PNG."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ...model import Box, Figure
from ..png import png
from .opening import open_pdf

_SCALE = 3.0
"""Pixels a point: fine enough for the small print in figures on a dense screen."""
_LONGEST = 1600
"""Pixels of the longer side, at most."""
_BYTES = 500_000
"""Of one picture; a photograph that has more is made smaller."""
_ROUNDS = 4
_AIR = 2
"""Pixels left white around the ink."""
_LETTERS = 200
"""Looked at to see how a page's text runs."""


@dataclass(frozen=True)
class Pixels:
    """A picture: red, green, blue, a byte each, row by row from the top."""

    data: bytes
    width: int
    height: int


def crops(body: bytes, figures: Sequence[Figure]) -> Iterator[tuple[str, bytes]]:
    """Cut figures out of a PDF.

    Parameters
    ----------
    body : bytes
        The file.
    figures : sequence of Figure
        Those without an area are passed over.

    Yields
    ------
    id : str
        The Figure's. Where its page cannot be read any more, or nothing is to be seen there, it is left out.
    picture : bytes
        PNG, upright as its text is, white margins cut.

    Raises
    ------
    PasswordProtected, DamagedFile
        As for `read_pdf`.
    """
    pdf = open_pdf(body)
    try:
        for figure in figures:
            if figure.area is None or figure.place.page is None or figure.place.page > len(pdf):
                continue
            try:
                with closing(pdf[figure.place.page - 1]) as page:
                    picture = _picture(page, figure.area)
            except pypdfium2.PdfiumError:
                continue
            if picture:
                yield figure.id, picture
    finally:
        pdf.close()


def _picture(page: Any, area: Box) -> bytes | None:
    turned = _turned(page)
    if turned is not None:
        page.set_rotation(90 * turned)
    edges = _edges(page, area)
    width, height = page.get_size()
    wide, high = width - edges[0] - edges[2], height - edges[1] - edges[3]
    if wide <= 1 or high <= 1:
        return None
    scale = min(_SCALE, _LONGEST / max(wide, high))
    made = b""
    for _ in range(_ROUNDS):
        pixels = trimmed(_rendered(page, scale, edges))
        if pixels is None:
            return None
        made = png(pixels.data, pixels.width, pixels.height)
        if len(made) <= _BYTES:
            break
        scale *= 0.95 * math.sqrt(_BYTES / len(made))
    return made


def _turned(page: Any) -> int | None:
    """How many quarter turns a page's text runs from upright, counter-clockwise; None where it has none to tell."""
    with closing(page.get_textpage()) as textpage:
        count = textpage.count_chars()
        step = max(1, count // _LETTERS)
        # pdfium measures clockwise, whatever its header says.
        angles = [pdfium.FPDFText_GetCharAngle(textpage, n) for n in range(0, count, step)]
    turns = Counter(-round(angle / (math.pi / 2)) % 4 for angle in angles)
    most = turns.most_common(1)
    return most[0][0] if most and most[0][1] > 0.6 * turns.total() else None


def _edges(page: Any, area: Box) -> tuple[float, float, float, float]:
    """What is to be cut off a page as it is shown: points at its left, bottom, right, top."""
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    match page.get_rotation() // 90 % 4:
        case 1:
            area = Box(left=area.bottom, bottom=wide - area.right, right=area.top, top=wide - area.left)
        case 2:
            area = Box(left=wide - area.right, bottom=high - area.top, right=wide - area.left, top=high - area.bottom)
        case 3:
            area = Box(left=high - area.top, bottom=area.left, right=high - area.bottom, top=area.right)
    width, height = page.get_size()
    return max(0.0, area.left), max(0.0, area.bottom), max(0.0, width - area.right), max(0.0, height - area.top)


def _rendered(page: Any, scale: float, edges: tuple[float, float, float, float]) -> Pixels:
    # Annotations are left out: links have frames, and readers leave notes.
    bitmap = page.render(scale=scale, crop=edges, rev_byteorder=True, draw_annots=False)
    width, height, row = bitmap.width, bitmap.height, bitmap.width * bitmap.n_channels
    data = bytes(bitmap.buffer)
    if bitmap.stride != row:
        data = b"".join(data[start : start + row] for start in range(0, bitmap.stride * height, bitmap.stride))
    bitmap.close()
    return Pixels(data, width, height)


def trimmed(pixels: Pixels) -> Pixels | None:
    """A picture without the white around it; None where there is nothing else."""
    data, row = pixels.data, 3 * pixels.width
    white = b"\xff" * row
    rows = [start for start in range(0, len(data), row) if data[start : start + row] != white]
    if not rows:
        return None
    first, last = max(0, rows[0] // row - _AIR), min(pixels.height, rows[-1] // row + 1 + _AIR)
    data = data[first * row : last * row]
    blank = b"\xff" * (last - first)

    def is_blank(column: int) -> bool:
        return all(data[3 * column + part :: row] == blank for part in range(3))

    left, right = 0, pixels.width
    while left < right and is_blank(left):
        left += 1
    while right > left and is_blank(right - 1):
        right -= 1
    left, right = max(0, left - _AIR), min(pixels.width, right + _AIR)
    cut = b"".join(data[start + 3 * left : start + 3 * right] for start in range(0, len(data), row))
    return Pixels(cut, right - left, last - first)
