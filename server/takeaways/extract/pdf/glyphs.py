"""A PDF page -> its words with their boxes and fonts, in the order of the file, by pdfium's character interface.

Everything below works on words. pdfium tells where spaces stand (it also makes up the ones that TeX does not write);
fonts, sizes and positions come from the text objects, through forms too, as it applies their matrices.
"""

from __future__ import annotations

import ctypes
import math
import re
import struct
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

import pypdfium2.raw as pdfium

from .covers import Edges
from .fonts import Font, Fonts, fast

_FOUR = struct.Struct("=4d")
_PROSE = 150
"""Letters; more than a running head has."""
HYPHEN = "\u00ad"
"""Ends a word that pdfium saw broken at a line's end; `words.py` decides what becomes of it."""
_HYPHENS = re.compile("\ufffe")
_NOTHING = "\ue000"
"""Stands for a character that says nothing, so that text and pdfium's characters count alike."""
_PLAIN: dict[int, str] = {
    # Control characters and private glyphs stand for mathematics that has no character.
    **dict.fromkeys([*range(32), *range(0x7F, 0xA0), *range(0xE000, 0xF900), 0xAD, 0xFEFF, 0xFFFD, 0xFFFF], _NOTHING),
    **dict.fromkeys((9, 10, 13, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x3000), " "),
    **dict.fromkeys((0x02, 0xFFFE), HYPHEN),
}
_RUN = re.compile("[^ ]+")
_ACCENTS = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_ACCENTED = re.compile(f"[{''.join(_ACCENTS)}]")
_SPELLED = {
    0xE000: "", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_SYMBOLS = str.maketrans(
    # The TeXbook, appendix F, figure 7: what stands at the codes of digits and small letters. «6» strikes the next sign.
    "0123456789abcdefghijklmnopqrstuvwxyz",
    "′∞∈∋△▽\u0338↦∀∃⊣⌊⌋⌈⌉{}⟨⟩|‖↕⇕\\≀√∐∇∫⊔⊓⊑⊒§†‡",
)
_DOTLESS = {"ı": "i", "ȷ": "j"}


@dataclass(slots=True)
class Word:
    """Letters without a space between, of one text object.

    `glued`: no space stands between it and the word before. Coordinates in points, origin at the lower left, turned
    upright where the page's text runs sideways; `edges` are those in the file: left, bottom, right, top. `turn` is how its
    own text runs (quarter turns from upright, -1 askew), `owner` the address of its text object while the page is open.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    font: Font
    glued: bool
    turn: int = 0
    owner: int = 0
    edges: Edges = (0.0, 0.0, 0.0, 0.0)


class Hidden(NamedTuple):
    """What text that no reader sees says, and where it stands: from the lower left of the page's box."""

    text: str
    edges: Edges


class Sieve(Protocol):
    """Parts the words of a page into those that are seen and those that are not."""

    def sift(self, page: Any, words: list[Word]) -> tuple[list[Word], list[Hidden]]:
        """The words that are seen, and what the others say."""


@dataclass
class Page:
    """A page's words; `turned` is how far its text runs from upright (quarter turns)."""

    number: int
    width: float
    height: float
    words: list[Word]
    turned: int
    pictures: bool
    hidden: list[Hidden]


class Reader:
    """Reads pages of one document.

    Parameters
    ----------
    sieve : Sieve
        Takes out what a reader does not see.
    """

    def __init__(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self._fonts = Fonts()
        void, number = ctypes.c_void_p, ctypes.c_int
        self._code = fast(pdfium.FPDFText_GetUnicode, ctypes.c_uint, void, number)
        self._object = fast(pdfium.FPDFText_GetTextObject, void, void, number)
        self._box = fast(pdfium.FPDFText_GetCharBox, number, void, number, void, void, void, void)
        self._origin = fast(pdfium.FPDFText_GetCharOrigin, number, void, number, void, void)
        self._font_size = fast(pdfium.FPDFText_GetFontSize, ctypes.c_double, void, number)
        self._get_matrix = fast(pdfium.FPDFText_GetMatrix, number, void, number, void)
        # Filled anew at every call: they are never handed on.
        # An address as a number is passed on in half the time that a pointer takes.
        self._four, self._matrix = (ctypes.c_double * 4)(), pdfium.FS_MATRIX()
        self._into_four = tuple(ctypes.addressof(self._four) + 8 * n for n in range(4))
        self._into_matrix = ctypes.addressof(self._matrix)

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
            words, hidden = self._sieve.sift(page, list(self._words(textpage)))
        finally:
            textpage.close()
        width, height = page.get_size()
        weights: Counter[int] = Counter()
        for word in words:
            weights[word.turn] += len(word.text)
        turned = weights.most_common(1)[0][0] if weights else 0
        if weights[0] > min(_PROSE, 0.25 * weights.total()):
            # The labels of a picture may be turned and many; a page set sideways has little else upright than its number.
            turned = 0
        # Text that runs otherwise than the page's is a margin stamp, an axis label, a watermark.
        upright = [word for word in words if word.turn == turned]
        left, bottom, _, _ = page.get_bbox() if turned == 0 else (0.0, 0.0, 0.0, 0.0)
        if left or bottom:
            for word in upright:
                word.x0, word.x1, word.base = word.x0 - left, word.x1 - left, word.base - bottom
        pictures = not words and any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        if turned % 2:
            width, height = max(width, height), min(width, height)
        return Page(number, width, height, upright, turned, pictures, hidden)

    def _words(self, textpage: Any) -> Iterator[Word]:
        handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
        text = self._text(textpage, handle)
        x, y = ctypes.c_double(), ctypes.c_double()
        bx, by = ctypes.addressof(x), ctypes.addressof(y)
        current: int | None = None
        font, size, turn = Font("", False, False, False, False), 0.0, 0
        for run in _RUN.finditer(text):
            glued = False
            start, end = run.span()
            owner = self._object(handle, start)
            one = end - start == 1 or owner == self._object(handle, end - 1)
            pieces = ((owner, start, end - 1),) if one else self._pieces(handle, text, start, end)
            for owner, first, last in pieces:
                said = text[first : last + 1]
                if not said.isascii():
                    said = _said(said)
                if owner is None or not said:
                    continue
                fresh = owner != current
                if fresh:
                    current, font = owner, self._fonts.of(owner)
                    size, turn = self._size(handle, first)
                if font.symbols:
                    said = said.translate(_SYMBOLS)
                if font.signs and said.isascii():
                    # TeX's font of large signs has a hat where others have «b», a sum where others have «P».
                    continue
                if fresh or turn:
                    # What one operator shows stands on one baseline.
                    self._origin(handle, first, bx, by)
                x0, x1, low, high = self._edges(handle, first)
                if last != first:
                    left, right, bottom, top = self._edges(handle, last)
                    x0, x1 = left if left < x0 else x0, right if right > x1 else x1
                    low, high = bottom if bottom < low else low, top if top > high else high
                across = _upright((x0, x1, low, high), (x.value, y.value), turn) if turn else (x0, x1, y.value)
                yield Word(said, *across, size, font, glued, turn, owner, (x0, low, x1, high))
                glued = True

    def _pieces(self, handle: int | None, text: str, start: int, end: int) -> Iterator[tuple[int | None, int, int]]:
        """The parts of a run of characters that stand in one text object each: the object, first and last character."""
        owner = self._object(handle, start)
        for n in range(start + 1, end):
            other = self._object(handle, n)
            if other != owner and not "\udc00" <= text[n] < "\ue000":  # the second half of a sign goes with the first
                yield owner, start, n - 1
                owner, start = other, n
        yield owner, start, end - 1

    def _text(self, textpage: Any, handle: int | None) -> str:
        """A page's text, a character for each of pdfium's: spaces as one kind, `_NOTHING` for what says nothing."""
        count = textpage.count_chars()
        units = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(textpage, 0, count, units) == count + 1:
            text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
            if len(text) < count:  # signs of two halves, each of which is a character to pdfium
                text = "".join(map(chr, units[:count]))
            for n in _HYPHENS.finditer(text) if "\ufffe" in text else ():
                if not self._code(handle, n.start()):  # a glyph without a character, which this call shows as a hyphen
                    text = f"{text[: n.start()]}{_NOTHING}{text[n.end() :]}"
        else:
            text = "".join(chr(min(self._code(handle, n), 0xFFFF)) for n in range(count))
        text = text.translate(_PLAIN)
        return self._composed(handle, text) if _ACCENTED.search(text) else text

    def _composed(self, handle: int | None, text: str) -> str:
        """The text with separate accents put on the letters that they stand over («Farber ¨» is «Färber»)."""
        letters = list(text)
        for found in _ACCENTED.finditer(text):
            self._compose(handle, letters, found.start())
        return "".join(letters)

    def _compose(self, handle: int | None, letters: list[str], n: int) -> None:
        box = self._edges(handle, n)
        middle = (box[0] + box[1]) / 2
        for other in sorted(range(max(0, n - 12), min(len(letters), n + 4)), key=lambda m: (abs(m - n), m)):
            letter = letters[other]
            if other == n or not letter.isalpha():
                continue
            under = self._edges(handle, other)
            if (
                under[0] <= middle <= under[1]
                and under[2] - 1 <= box[3]
                and box[2] <= under[3] + 0.6 * (under[3] - under[2])
            ):
                made = unicodedata.normalize("NFC", _DOTLESS.get(letter, letter) + _ACCENTS[letters[n]])
                if len(made) == 1:
                    letters[other], letters[n] = made, _NOTHING
                    # A space that pdfium made up because of the accent's own width or place goes with it.
                    between = range(min(n, other) + 1, max(n, other))
                    led = other == n + 1 and n > 1 and letters[n - 1] == " "
                    if led and under[0] - self._edges(handle, n - 2)[1] < 0.25 * (under[1] - under[0]):
                        letters[n - 1] = _NOTHING
                    for space in (n - 1, n + 1):
                        if 0 <= space < len(letters) and letters[space] == " " and space in between:
                            letters[space] = _NOTHING
                return

    def _edges(self, handle: int | None, n: int) -> tuple[float, float, float, float]:
        """Left, right, bottom, top of a character."""
        self._box(handle, n, *self._into_four)
        return _FOUR.unpack_from(self._four)

    def _size(self, handle: int | None, n: int) -> tuple[float, int]:
        """The size of a character in points, and how many quarter turns its text runs from upright (-1: askew)."""
        matrix = self._matrix
        self._get_matrix(handle, n, self._into_matrix)
        size = self._font_size(handle, n)
        if not matrix.b and matrix.a > 0:
            return abs(size * math.hypot(matrix.b, matrix.d)) or 1.0, 0
        angle = math.degrees(math.atan2(matrix.b, matrix.a))
        turn = round(angle / 90) % 4
        skew = abs(angle - 90 * ((turn + 1) % 4 - 1)) % 360
        scale = math.hypot(matrix.a, matrix.c) if turn % 2 else math.hypot(matrix.b, matrix.d)
        return abs(size * scale) or 1.0, turn if min(skew, 360 - skew) < 3 else -1


def _said(letters: str) -> str:
    """Characters of pdfium's as text: ligatures spelled out, the UTF-16 halves of one sign joined, lone ones dropped."""
    return letters.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore").translate(_SPELLED)


def _upright(box: tuple[float, float, float, float], origin: tuple[float, float], turn: int) -> tuple[float, float, float]:
    """Left, right and baseline of a word whose text runs a number of quarter turns from upright."""
    left, right, bottom, top = box
    if turn == 1:
        return bottom, top, -origin[0]
    if turn == 2:
        return -right, -left, -origin[1]
    if turn == 3:
        return -top, -bottom, origin[0]
    return left, right, origin[1]
