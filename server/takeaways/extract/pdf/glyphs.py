"""A PDF page -> its words with their boxes and fonts, in the order of the file, by pdfium's character interface.

Everything below works on words. pdfium tells where spaces stand (it also makes up the ones that TeX does not write);
fonts, sizes and positions come from the text objects, through forms too, as it applies their matrices.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

HYPHEN = "\u00ad"
"""Ends a word that pdfium saw broken at a line's end; `words.py` decides what becomes of it."""
_PDFIUM_HYPHENS = (0x02, 0xFFFE)
_SPACES = frozenset((9, 10, 13, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000))
_ACCENTS = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_DOTLESS = {"ı": "i", "ȷ": "j"}
_BOLD = re.compile(r"bold|black|heavy|demi|semibold|\bcmb|cmbx|sfbx|-b\b|medi$|nimbus.*medi|txb|ptmb|utmb|phvb|-bd", re.I)
_UPRIGHT = re.compile(r"roman|regular|book|cmr\d|light", re.I)
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl|sfti|-it\b|-i\b|kursiv", re.I)
_MATH = re.compile(
    r"cmmi|cmsy|cmex|msam|msbm|cmbsy|cmmib|math|eufm|eusm|rsfs|stmary|wasy|symbol|mtsy|mtex|mtmi|lmsy|fourier-", re.I
)

_EXTENSION = re.compile(r"(?:cmex|mtex|txex|pxex|lmex|esint)", re.I)


@dataclass(frozen=True, slots=True)
class Font:
    """What a font's name and weight tell."""

    name: str
    bold: bool
    italic: bool
    math: bool


@dataclass(slots=True)
class Word:
    """Letters without a space between, of one text object.

    `glued`: no space stands between it and the word before. Coordinates in points, origin at the lower left, turned
    upright where the page's text runs sideways.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: Font
    glued: bool


@dataclass
class Page:
    """A page's words; `turned` is how far its text runs from upright (quarter turns)."""

    number: int
    width: float
    height: float
    words: list[Word]
    turned: int
    pictures: bool


class Fonts:
    """The fonts of one document, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, Font] = {}

    def of(self, textobject: int) -> Font:
        """The font of a text object, given as its address."""
        handle = pdfium.FPDFTextObj_GetFont(ctypes.cast(textobject, pdfium.FPDF_PAGEOBJECT))
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in self._known:
            size = pdfium.FPDFFont_GetBaseFontName(handle, None, 0) if key else 0
            buffer = ctypes.create_string_buffer(max(1, size))
            if size:
                pdfium.FPDFFont_GetBaseFontName(handle, buffer, size)
            name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
            # The weight is a guess of pdfium's from the stems where the name is silent; a name that speaks is believed.
            heavy = key != 0 and not _UPRIGHT.search(name) and pdfium.FPDFFont_GetWeight(handle) >= 600
            self._known[key] = Font(
                name, heavy or bool(_BOLD.search(name)), bool(_ITALIC.search(name)), bool(_MATH.search(name))
            )
        return self._known[key]


def _fast(function: Any, result: Any, *arguments: Any) -> Any:
    """A pdfium function as one that takes plain integers: called once a character, wrappers would be half of the time."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


class Reader:
    """Reads pages of one document."""

    def __init__(self) -> None:
        self._fonts = Fonts()
        void, number = ctypes.c_void_p, ctypes.c_int
        double = ctypes.POINTER(ctypes.c_double)
        self._code = _fast(pdfium.FPDFText_GetUnicode, ctypes.c_uint, void, number)
        self._object = _fast(pdfium.FPDFText_GetTextObject, void, void, number)
        self._box = _fast(pdfium.FPDFText_GetCharBox, number, void, number, double, double, double, double)
        self._origin = _fast(pdfium.FPDFText_GetCharOrigin, number, void, number, double, double)

    def page(self, page: Any, number: int) -> Page:
        """The words of a page.

        Parameters
        ----------
        page : pypdfium2.PdfPage
        number : int
            From 1.
        """
        textpage = page.get_textpage()
        try:
            words = list(self._words(textpage))
        finally:
            textpage.close()
        width, height = page.get_size()
        weights: Counter[int] = Counter()
        for word, turn in words:
            weights[turn] += len(word.text)
        turned = weights.most_common(1)[0][0] if weights else 0
        # Text that runs otherwise than the page's is a margin stamp, an axis label, a watermark.
        upright = [word for word, turn in words if turn == turned]
        left, bottom, _, _ = page.get_bbox() if turned == 0 else (0.0, 0.0, 0.0, 0.0)
        if left or bottom:
            for word in upright:
                word.x0, word.x1, word.base = word.x0 - left, word.x1 - left, word.base - bottom
        pictures = not words and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        if turned % 2:
            width, height = max(width, height), min(width, height)
        return Page(number, width, height, upright, turned, pictures)

    def _words(self, textpage: Any) -> Iterator[tuple[Word, int]]:
        handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
        count = textpage.count_chars()
        codes = [self._code(handle, n) for n in range(count)]
        letters = self._letters(handle, codes)
        edges = [ctypes.c_double() for _ in range(4)]
        left, right, bottom, top = (ctypes.byref(edge) for edge in edges)
        x, y = ctypes.c_double(), ctypes.c_double()
        bx, by = ctypes.byref(x), ctypes.byref(y)
        matrix = pdfium.FS_MATRIX()
        current, broken = None, True
        text: list[str] = []
        first = last = 0

        def close() -> tuple[Word, int] | None:
            nonlocal text, broken
            joined = "".join(text)
            text = []
            if not joined or current is None:
                return None
            font, size, turn = seen
            if _EXTENSION.match(font.name) and joined.isascii():
                # TeX's font of large signs has a hat where others have «b», a sum where others have «P».
                return None
            self._origin(handle, first, bx, by)
            origin = (x.value, y.value)
            self._box(handle, first, left, right, bottom, top)
            box = [edge.value for edge in edges]
            if last != first:
                self._box(handle, last, left, right, bottom, top)
                box = [
                    min(box[0], edges[0].value),
                    max(box[1], edges[1].value),
                    min(box[2], edges[2].value),
                    max(box[3], edges[3].value),
                ]
            word = Word(joined, *_upright(box, origin, turn), size, font, not broken)
            broken = False
            return word, turn

        seen: tuple[Font, float, int] = (Font("", False, False, False), 0.0, 0)
        for n in range(count):
            letter = letters[n]
            if letter is None:
                done = close()
                if done:
                    yield done
                broken = True
                continue
            owner = self._object(handle, n)
            if owner != current and letter:
                done = close()
                if done:
                    yield done
                current = owner
                if owner is None:
                    continue
                pdfium.FPDFText_GetMatrix(textpage, n, matrix)
                size = pdfium.FPDFText_GetFontSize(textpage, n) * math.hypot(matrix.b, matrix.d)
                turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4
                skew = abs(math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * ((turn + 1) % 4 - 1)) % 360
                if turn % 2:
                    size = pdfium.FPDFText_GetFontSize(textpage, n) * math.hypot(matrix.a, matrix.c)
                seen = (self._fonts.of(owner), abs(size) or 1.0, turn if min(skew, 360 - skew) < 3 else -1)
            if letter:
                if not text:
                    first = n
                last = n
                text.append(letter)
        done = close()
        if done:
            yield done

    def _letters(self, handle: int | None, codes: list[int]) -> list[str | None]:
        """What each character says: None for a space, "" for nothing; halves joined, accents put on their letters."""
        out: list[str | None] = []
        accents: list[int] = []
        skip = False
        for n, code in enumerate(codes):
            if skip:
                skip = False
                out.append("")
            elif code in _SPACES:
                out.append(None)
            elif code in _PDFIUM_HYPHENS:
                out.append(HYPHEN)
            elif 0xD800 <= code < 0xDC00 and n + 1 < len(codes) and 0xDC00 <= codes[n + 1] < 0xE000:
                out.append(chr(0x10000 + ((code - 0xD800) << 10) + codes[n + 1] - 0xDC00))
                skip = True
            elif code < 32 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xF900 or code in (0xAD, 0xFEFF, 0xFFFD, 0xFFFF):
                # Control characters, private glyphs and lone halves stand for mathematics that has no character.
                out.append("")
            elif code in _LIGATURES:
                out.append(_LIGATURES[code])
            else:
                letter = chr(code) if code <= 0x10FFFF else ""
                if letter in _ACCENTS:
                    accents.append(n)
                out.append(letter)
        for n in accents:
            self._compose(handle, out, n)
        return out

    def _compose(self, handle: int | None, letters: list[str | None], n: int) -> None:
        """Put a separate accent on the letter that it stands over («Farber ¨» is «Färber»)."""
        box = self._edges(handle, n)
        middle = (box[0] + box[1]) / 2
        for other in sorted(range(max(0, n - 12), min(len(letters), n + 4)), key=lambda m: (abs(m - n), m)):
            letter = letters[other]
            if other == n or not letter or not letter[-1].isalpha() or len(letter) != 1:
                continue
            under = self._edges(handle, other)
            if (
                under[0] <= middle <= under[1]
                and under[2] - 1 <= box[3]
                and box[2] <= under[3] + 0.6 * (under[3] - under[2])
            ):
                made = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _ACCENTS[letters[n] or ""])
                if len(made) == 1:
                    letters[other], letters[n] = made, ""
                    # A space that pdfium made up because of the accent's own width goes with it.
                    between = range(min(n, other) + 1, max(n, other))
                    for space in (n - 1, n + 1):
                        if 0 <= space < len(letters) and letters[space] is None and space in between:
                            letters[space] = ""
                return

    def _edges(self, handle: int | None, n: int) -> tuple[float, float, float, float]:
        """Left, right, bottom, top of a character."""
        values = [ctypes.c_double() for _ in range(4)]
        self._box(handle, n, *(ctypes.byref(value) for value in values))
        return values[0].value, values[1].value, values[2].value, values[3].value


def _upright(box: list[float], origin: tuple[float, float], turn: int) -> tuple[float, float, float]:
    """Left, right and baseline of a word whose text runs a number of quarter turns from upright."""
    left, right, bottom, top = box
    if turn == 1:
        return bottom, top, -origin[0]
    if turn == 2:
        return -right, -left, -origin[1]
    if turn == 3:
        return -top, -bottom, origin[0]
    return left, right, origin[1]
