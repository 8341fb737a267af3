"""What a PDF page paints, object by object: which of its text might be unseen by its own paint, and what else is there.

Nothing is decided here: `sight.py` looks at the page itself, and only where there is a doubt.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from .covers import HIGH, WIDE, Area, Colour, Edges, difference, inside
from .fonts import fast
from .matrices import Matrix, moved, product

FAINT = 48.0
"""Of 255: colours nearer to each other than this might not be told apart."""
_GREEN = 173
"""No colour with less green is within `FAINT` of white."""
_PAPER: Colour = (255, 255, 255)
_OUTLINED, _UNFILLED, _UNPAINTED, _CLIPS = frozenset([1, 2, 5, 6]), frozenset([1, 5]), 3, 7
"""Text rendering modes (ISO 32000-1, table 106)."""
_OVER = frozenset([3, 4, 5, 6, 7, 8, 13, 15])
"""FPDF_ANNOT numbers of what may lie over text: boxes of text, shapes, stamps, ink; not links, marks and fields."""
_FEW = 8
"""Objects; a form that holds less is not worth any haste."""

Get = Callable[[int | None, int], int]


@dataclass
class Painted:
    """What a page paints: its text objects by address, in order, and what may hide them.

    `doubtful` texts may be unseen by their own paint, layer or clip; `bare` ones have no paint at all; through `clips`
    something else is seen. `windows` are the clips of forms: the first text inside, the first after it, what shows.
    """

    sheet: Edges
    texts: list[int] = field(default_factory=list)
    doubtful: set[int] = field(default_factory=set)
    bare: set[int] = field(default_factory=set)
    clips: set[int] = field(default_factory=set)
    areas: list[Area] = field(default_factory=list)
    windows: list[tuple[int, int, Edges]] = field(default_factory=list)


class Paints:
    """Looks at what pages paint."""

    def __init__(self) -> None:
        void, number, size = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
        self._count = fast(pdfium.FPDFPage_CountObjects, number, void)
        self._get = fast(pdfium.FPDFPage_GetObject, void, void, number)
        self._form_count = fast(pdfium.FPDFFormObj_CountObjects, number, void)
        self._form_get = fast(pdfium.FPDFFormObj_GetObject, void, void, size)
        self._type = fast(pdfium.FPDFPageObj_GetType, number, void)
        self._mode = fast(pdfium.FPDFTextObj_GetTextRenderMode, number, void)
        self._fill = fast(pdfium.FPDFPageObj_GetFillColor, number, void, void, void, void, void)
        self._stroke = fast(pdfium.FPDFPageObj_GetStrokeColor, number, void, void, void, void, void)
        self._marks = fast(pdfium.FPDFPageObj_CountMarks, number, void)
        self._mark = fast(pdfium.FPDFPageObj_GetMark, void, void, size)
        self._mark_name = fast(pdfium.FPDFPageObjMark_GetName, number, void, void, size, void)
        self._clip = fast(pdfium.FPDFPageObj_GetClipPath, void, void)
        self._clips = fast(pdfium.FPDFClipPath_CountPaths, number, void)
        self._bounds = fast(pdfium.FPDFPageObj_GetBounds, number, void, void, void, void, void)
        self._matrix = fast(pdfium.FPDFPageObj_GetMatrix, number, void, void)
        self._draw_mode = fast(pdfium.FPDFPath_GetDrawMode, number, void, void, void)
        self._annotation = fast(pdfium.FPDFPage_GetAnnot, void, void, number)
        self._annotation_kind = fast(pdfium.FPDFAnnot_GetSubtype, number, void)
        self._close_annotation = fast(pdfium.FPDFPage_CloseAnnot, None, void)
        # Filled anew at every call: they are never handed on.
        self._rgba, self._edges, self._two = (ctypes.c_uint * 4)(), (ctypes.c_float * 4)(), (ctypes.c_int * 2)()
        self._into_rgba = [ctypes.addressof(self._rgba) + 4 * n for n in range(4)]
        self._into_edges = [ctypes.addressof(self._edges) + 4 * n for n in range(4)]
        self._six = (ctypes.c_float * 6)()
        self._into_six = ctypes.addressof(self._six)
        self._into_two = [ctypes.addressof(self._two) + 4 * n for n in range(2)]
        self._name, self._length = ctypes.create_string_buffer(16), ctypes.c_ulong()

    def of(self, page: Any) -> Painted:
        """What a page paints.

        Parameters
        ----------
        page : pypdfium2.PdfPage
            Open for as long as the addresses are used.
        """
        found = Painted(page.get_bbox())
        handle = ctypes.cast(page.raw, ctypes.c_void_p).value
        self._walk(found, handle, self._count(handle), self._get, None, doubt=False)
        self._annotations(found, page, handle)
        return found

    def colour(self, item: int) -> Colour:
        """What a text or path is filled with."""
        return (self._rgba[0], self._rgba[1], self._rgba[2]) if self._fill(item, *self._into_rgba) else (0, 0, 0)

    def _walk(self, found: Painted, holder: int | None, count: int, get: Get, matrix: Matrix | None, *, doubt: bool) -> None:
        items = list(map(get, repeat(holder, count), range(count)))
        modes = list(map(self._mode, items))
        start = 0
        for n in range(count) if doubt or count < _FEW else sorted(self._special(items, modes)):
            found.texts += items[start:n]
            start = n + 1
            if modes[n] < 0:
                self._other(found, items[n], matrix, doubt)
            else:
                found.texts.append(items[n])
                self._text(found, items[n], modes[n], doubt)
        found.texts += items[start:]

    def _special(self, items: list[int], modes: list[int]) -> set[int]:
        """Which objects are no text, or text that is not plainly painted."""
        # A page has hundreds and each is asked four things: `map` spares what a loop costs.
        fill, rgba, (red, green, blue, alpha) = self._fill, self._rgba, self._into_rgba
        special = {n for n, mode in enumerate(modes) if mode}
        bright = [fill(item, red, green, blue, alpha) and (rgba[1] >= _GREEN or rgba[3] < 255) for item in items]
        for tells in (bright, list(map(self._marks, items)), list(map(self._clips, map(self._clip, items)))):
            if max(tells) > 0:
                special.update(n for n, one in enumerate(tells) if one > 0)
        return special

    def _text(self, found: Painted, item: int, mode: int, doubt: bool) -> None:
        if mode == _CLIPS:
            found.clips.add(item)
        if mode == _UNPAINTED or self._alpha(item) < 8:
            found.bare.add(item)
        if doubt or mode in (_UNPAINTED, _CLIPS) or self._faint(item, mode) or self._layered(item) or self._cut(item):
            found.doubtful.add(item)

    def _other(self, found: Painted, item: int, matrix: Matrix | None, doubt: bool) -> None:
        kind = self._type(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            self._matrix(item, self._into_six)
            inner = product(tuple(self._six), matrix)
            start = len(found.texts)
            doubt = doubt or self._alpha(item) < FAINT or self._layered(item)
            self._walk(found, item, self._form_count(item), self._form_get, inner, doubt=doubt)
            if len(found.texts) > start:
                found.windows += [(start, len(found.texts), moved(rect, matrix)) for rect in self._clip_rects(item)]
            return
        if not self._bounds(item, *self._into_edges):
            return
        left, bottom, right, top = self._edges
        if matrix is None and (right - left < WIDE or top - bottom < HIGH):
            return
        rect = moved((left, bottom, right, top), matrix)
        if rect[2] - rect[0] < WIDE or rect[3] - rect[1] < HIGH:
            return
        colour: Colour | None = None
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._draw_mode(item, *self._into_two)
            if not self._two[0] or self._alpha(item) < 255 - FAINT / 2:
                return
            colour = self._rgba[0], self._rgba[1], self._rgba[2]
        found.areas.append(Area(len(found.texts), rect, colour, kind == pdfium.FPDF_PAGEOBJ_IMAGE))

    def _annotations(self, found: Painted, page: Any, handle: int | None) -> None:
        for n in range(pdfium.FPDFPage_GetAnnotCount(page)):
            annotation = self._annotation(handle, n)
            if annotation and self._annotation_kind(annotation) in _OVER:
                edges = pdfium.FS_RECTF()
                pdfium.FPDFAnnot_GetRect(ctypes.cast(annotation, pdfium.FPDF_ANNOTATION), edges)
                rect = (edges.left, edges.bottom, edges.right, edges.top)
                found.areas.append(Area(len(found.texts), rect, None))
            self._close_annotation(annotation)

    def _alpha(self, item: int) -> int:
        return self._rgba[3] if self._fill(item, *self._into_rgba) else 255

    def _faint(self, item: int, mode: int) -> bool:
        """Whether a text's own paint is so near to the paper's that it might not be seen on it."""
        asked = ([] if mode in _UNFILLED else [self._fill]) + ([self._stroke] if mode in _OUTLINED else [])
        for ask in asked:
            if not ask(item, *self._into_rgba):
                return False
            red, green, blue, alpha = self._rgba
            if difference((red, green, blue), _PAPER) * alpha / 255 >= FAINT:
                return False
        return True

    def _layered(self, item: int) -> bool:
        """Whether an object stands on a layer (optional content), which may be off."""
        for n in range(max(0, self._marks(item))):
            self._mark_name(self._mark(item, n), ctypes.addressof(self._name), 16, ctypes.addressof(self._length))
            if self._length.value == 6 and self._name.raw[:4] == b"O\0C\0":
                return True
        return False

    def _cut(self, item: int) -> bool:
        """Whether part of a text is clipped. pdfium itself drops a clip that is one rectangle around all of it."""
        rects = self._clip_rects(item)
        self._bounds(item, *self._into_edges)
        own: Edges = (self._edges[0], self._edges[1], self._edges[2], self._edges[3])
        return any(not inside(own, rect) for rect in rects)

    def _clip_rects(self, item: int) -> list[Edges]:
        """The clips of an object as rectangles; one that has another form shows nothing for certain."""
        path = ctypes.cast(self._clip(item), pdfium.FPDF_CLIPPATH)
        rects: list[Edges] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for n in range(max(0, pdfium.FPDFClipPath_CountPaths(path))):
            points = []
            for k in range(min(7, max(0, pdfium.FPDFClipPath_CountPathSegments(path, n)))):
                if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(path, n, k), x, y):
                    points.append((x.value, y.value))
            xs, ys = zip(*points, strict=True) if 0 < len(points) < 7 else ((0.0,), (0.0,))
            rects.append((min(xs), min(ys), max(xs), max(ys)))
        return rects
