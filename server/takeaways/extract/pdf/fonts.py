"""What the fonts of a PDF tell by their names: weight, slant, mathematics."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

_BOLD = re.compile(
    r"libertinetz?b|biolinumtb|bold|black|heavy|demi|semibold|\bcmb|cmbx|sfbx|-b\b|medi$|nimbus.*medi|txb|ptmb|utmb|phvb|-bd",
    re.I,
)
_UPRIGHT = re.compile(r"roman|regular|book|cmr\d|light", re.I)
_ITALIC = re.compile(r"ital|obli|slant|cmti|cmsl|sfti|-it\b|-i\b|kursiv", re.I)
_MATH = re.compile(
    r"cmmi|cmsy|cmex|msam|msbm|cmbsy|cmmib|math|eufm|eusm|rsfs|stmary|wasy|symbol|mtsy|mtex|mtmi|lmsy|fourier-", re.I
)

_SYMBOLS = re.compile(r"(?:cmsy|cmbsy|lmsy)", re.I)
_EXTENSION = re.compile(r"(?:cmex|mtex|txex|pxex|lmex|esint)", re.I)


@dataclass(frozen=True, slots=True)
class Font:
    """What a font's name and weight tell."""

    name: str
    bold: bool
    italic: bool
    math: bool
    symbols: bool = False
    """TeX's font of symbols: where pdfium knows no character for one, it gives the code's own, a letter or digit."""
    signs: bool = False
    """TeX's large brackets, sums and hats, under the codes of other characters."""


class Fonts:
    """The fonts of one document, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, Font] = {}
        self._font = fast(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p, ctypes.c_void_p)

    def of(self, textobject: int) -> Font:
        """The font of a text object, given as its address."""
        key: int = self._font(textobject) or 0
        if key not in self._known:
            handle = ctypes.cast(key, pdfium.FPDF_FONT)
            size = pdfium.FPDFFont_GetBaseFontName(handle, None, 0) if key else 0
            buffer = ctypes.create_string_buffer(max(1, size))
            if size:
                pdfium.FPDFFont_GetBaseFontName(handle, buffer, size)
            name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
            # The weight is a guess of pdfium's from the stems where the name is silent; a name that speaks is believed.
            heavy = key != 0 and not _UPRIGHT.search(name) and pdfium.FPDFFont_GetWeight(handle) >= 600
            angle = ctypes.c_int()
            slanted = key != 0 and bool(pdfium.FPDFFont_GetItalicAngle(handle, angle)) and abs(angle.value) > 3
            self._known[key] = Font(
                name,
                bold=heavy or bool(_BOLD.search(name)),
                italic=slanted or bool(_ITALIC.search(name)),
                math=bool(_MATH.search(name)),
                symbols=bool(_SYMBOLS.match(name)),
                signs=bool(_EXTENSION.match(name)),
            )
        return self._known[key]


def fast(function: Any, result: Any, *arguments: Any) -> Any:
    """A pdfium function as one that takes plain integers: called once a character, wrappers would be half of the time."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)
