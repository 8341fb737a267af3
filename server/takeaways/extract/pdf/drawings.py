"""What a PDF page draws beside its text: where its images, forms, shadings and paths stand.

Forms are taken whole by their bounds: one plot may hold a hundred thousand paths. Only a form that covers half of a page
is opened, as some programs wrap a page in one.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

import pypdfium2.raw as pdfium

from .boxes import Grid, Rect
from .fonts import fast
from .matrices import Matrix, moved, product

_MOST = 60_000
"""Objects looked at on one page; what comes after them is left out."""
_WRAP = 0.5
"""Of the page's area: a form this large may be the page itself."""
_LARGE = 0.004
"""Of the page's area: whether such an object is clipped, or white, is asked."""
_GROUND = 0.9
"""Of the page's area: what is larger is its ground."""
_OVERPRINTED = 0.08
"""Of a form's area: text of the page above this covers forms of which only a part can be seen."""
_DEPTH = 4

Kind = Literal["image", "form", "shading", "path", "text"]
_KINDS: dict[int, Kind] = {
    pdfium.FPDF_PAGEOBJ_TEXT: "text",
    pdfium.FPDF_PAGEOBJ_PATH: "path",
    pdfium.FPDF_PAGEOBJ_IMAGE: "image",
    pdfium.FPDF_PAGEOBJ_SHADING: "shading",
    pdfium.FPDF_PAGEOBJ_FORM: "form",
}


class Drawn(NamedTuple):
    """Something drawn, and where it can be seen."""

    kind: Kind
    rect: Rect


@dataclass
class Canvas:
    """What one page draws, in the coordinates of its words: from the lower left of its box, turned as its text is."""

    sheet: Rect
    """The page's box, in the file's coordinates."""
    turned: int
    drawn: list[Drawn]
    over: Grid = field(default_factory=Grid)
    """Where the page itself sets text, not a form of it; noted on pages that have forms."""

    def seen(self, rect: Rect) -> Rect:
        """A rectangle of the file, in the coordinates of the words."""
        x0, y0, x1, y1 = rect
        match self.turned:
            case 1:
                return Rect(y0, -x1, y1, -x0)
            case 2:
                return Rect(-x1, -y1, -x0, -y0)
            case 3:
                return Rect(-y1, x0, -y0, x1)
        return Rect(x0 - self.sheet.x0, y0 - self.sheet.y0, x1 - self.sheet.x0, y1 - self.sheet.y0)

    def filed(self, rect: Rect) -> Rect:
        """A rectangle of the words' coordinates, from the lower left corner of the page's box."""
        x0, y0, x1, y1 = rect
        left, bottom = self.sheet.x0, self.sheet.y0
        match self.turned:
            case 1:
                return Rect(-y1 - left, x0 - bottom, -y0 - left, x1 - bottom)
            case 2:
                return Rect(-x1 - left, -y1 - bottom, -x0 - left, -y0 - bottom)
            case 3:
                return Rect(y0 - left, -x1 - bottom, y1 - left, -x0 - bottom)
        return rect


@dataclass
class _Page:
    """A page while it is read."""

    sheet: Rect
    found: dict[Drawn, None]
    forms: list[tuple[int, Matrix | None, Rect]]
    text: list[Rect]

    def add(self, kind: Kind, rect: Rect) -> None:
        self.found[Drawn(kind, Rect(*(round(2 * edge) / 2 for edge in rect)))] = None


class Drawings:
    """Reads what pages draw."""

    def __init__(self) -> None:
        void, number = ctypes.c_void_p, ctypes.c_int
        real = ctypes.POINTER(ctypes.c_float)
        matrix = ctypes.POINTER(pdfium.FS_MATRIX)
        self._count = fast(pdfium.FPDFPage_CountObjects, number, void)
        self._get = fast(pdfium.FPDFPage_GetObject, void, void, number)
        self._inside_count = fast(pdfium.FPDFFormObj_CountObjects, number, void)
        self._inside = fast(pdfium.FPDFFormObj_GetObject, void, void, ctypes.c_ulong)
        self._type = fast(pdfium.FPDFPageObj_GetType, number, void)
        self._bounds = fast(pdfium.FPDFPageObj_GetBounds, number, void, real, real, real, real)
        self._matrix = fast(pdfium.FPDFPageObj_GetMatrix, number, void, matrix)
        self._values = [ctypes.c_float() for _ in range(4)]
        self._edges = [ctypes.byref(value) for value in self._values]

    def page(self, page: Any, turned: int) -> Canvas:
        """What a page draws, in the order in which it does; text only where it is taller than wide (axis labels).

        Parameters
        ----------
        page : pypdfium2.PdfPage
        turned : int
            As its words are (`glyphs.Page`): what comes is in their coordinates.

        Returns
        -------
        Canvas
            Backgrounds (white, or as large as the page) are left out, the same box of the same kind is told once.
        """
        sheet = Rect(*page.get_bbox())
        reading = _Page(sheet, {}, [], [])
        handle = ctypes.cast(page.raw, ctypes.c_void_p).value
        self._left = _MOST
        self._walk(handle, self._count(handle), self._get, None, reading, 0)
        self._forms(reading)
        canvas = Canvas(sheet, turned, [])
        canvas.drawn = [Drawn(one.kind, canvas.seen(one.rect)) for one in reading.found]
        for rect in reading.text if reading.forms else ():
            canvas.over.cover(canvas.seen(rect))
        return canvas

    def _walk(
        self,
        owner: int | None,
        count: int,
        get: Callable[[int | None, int], int],
        matrix: Matrix | None,
        page: _Page,
        depth: int,
    ) -> None:
        for n in range(min(count, self._left)):
            self._left -= 1
            item = get(owner, n)
            kind = _KINDS.get(self._type(item))
            if kind is None or not self._bounds(item, *self._edges):
                continue
            edges = self._values
            rect = Rect(edges[0].value, edges[1].value, edges[2].value, edges[3].value)
            rect = rect if matrix is None else _moved(rect, matrix)
            if kind == "text":
                page.text.append(rect)
                if rect[3] - rect[1] < 1.3 * (rect[2] - rect[0]):
                    continue
            elif rect.area > _LARGE * page.sheet.area:
                clip = _clip(item)
                if clip is not None:
                    rect = rect.meet(_moved(clip, matrix))
                if kind == "path" and _is_white(item):
                    continue
            rect = rect.meet(page.sheet)
            if rect.width < 0 or rect.height < 0:
                continue
            if kind == "form":
                if rect.area > _WRAP * page.sheet.area and depth < _DEPTH:
                    self._walk(item, self._inside_count(item), self._inside, self._space(item, matrix), page, depth + 1)
                else:
                    page.forms.append((item, matrix, rect))
            elif rect.area <= _GROUND * page.sheet.area:
                page.add(kind, rect)

    def _forms(self, page: _Page) -> None:
        """The forms, whole; but one that text of the page is printed over shows less than it holds (its own box, which
        pdfium does not tell, clips it): of that one the parts that no text covers.
        """
        text = Grid()
        for rect in page.text if page.forms else ():
            text.cover(rect)
        waiting = [(*form, 0) for form in page.forms]
        while waiting:
            item, matrix, rect, depth = waiting.pop()
            if text.share(rect) < _OVERPRINTED:
                page.add("form", rect)
                continue
            space = self._space(item, matrix)
            for n in range(min(self._inside_count(item), self._left)):
                self._left -= 1
                part = self._inside(item, n)
                kind = _KINDS.get(self._type(part))
                if kind is None or kind == "text" or not self._bounds(part, *self._edges):
                    continue
                seen = _moved(Rect(*(value.value for value in self._values)), space).meet(page.sheet)
                if seen.width < 0 or seen.height < 0:
                    continue
                if kind == "form" and depth < _DEPTH:
                    waiting.append((part, space, seen, depth + 1))
                elif kind == "image" or text.share(seen) < _OVERPRINTED:
                    page.add(kind, seen)

    def _space(self, form: int, matrix: Matrix | None) -> Matrix:
        """How a form's own coordinates become the page's."""
        own = pdfium.FS_MATRIX()
        self._matrix(form, ctypes.byref(own))
        inner = (own.a, own.b, own.c, own.d, own.e, own.f)
        return product(inner, matrix)


def _moved(rect: Rect, matrix: Matrix | None) -> Rect:
    return Rect(*moved(rect, matrix))


def _clip(item: int) -> Rect | None:
    """The rectangle that an object is clipped to; of several clips what they have in common."""
    path = pdfium.FPDFPageObj_GetClipPath(ctypes.cast(item, pdfium.FPDF_PAGEOBJECT))
    common: Rect | None = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for n in range(max(0, min(8, pdfium.FPDFClipPath_CountPaths(path)))):
        count = pdfium.FPDFClipPath_CountPathSegments(path, n)
        if not 0 < count <= 64:
            continue
        xs, ys = [], []
        for k in range(count):
            if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, n, k), x, y):
                xs.append(x.value)
                ys.append(y.value)
        if xs:
            rect = Rect(min(xs), min(ys), max(xs), max(ys))
            common = rect if common is None else common.meet(rect)
    return common


def _is_white(item: int) -> bool:
    """Whether a path is nothing but a white ground."""
    handle = ctypes.cast(item, pdfium.FPDF_PAGEOBJECT)
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(handle, mode, stroked) or stroked.value:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
    return mode.value == pdfium.FPDF_FILLMODE_NONE or alpha.value < 8 or min(red.value, green.value, blue.value) > 250
