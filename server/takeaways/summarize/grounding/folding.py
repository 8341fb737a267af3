"""A text as it is compared: letters and digits alone, one way of writing each, and where each of them stood.

What differs between a model's quote and the paper is white space, hyphens at line ends, quotation marks, dashes, ligatures,
accents drawn apart, TeX and Markdown. None of it is a letter or a digit. The point of a decimal is kept, for «28.4» is
not «284», and so are signs of comparison.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import NamedTuple

_PIECE = re.compile(
    r"\\(?P<macro>[A-Za-z]+)\*?"
    r"|(?P<run>[A-Za-z]+)"
    r"|(?P<number>\d+(?:,\d{3})+(?!\d)|\d+)"
    r"|(?P<point>(?<=\d)\.(?=\d))"
    r"|(?P<other>[^\x00-\x7f]|[<>=%+])",
    re.ASCII,
)
_SILENT_MACROS = """
    mathbf mathrm mathit mathcal mathbb mathsf mathtt text textbf textit textrm texttt emph bm boldsymbol operatorname left
    right big bigl bigr quad qquad displaystyle label ref cite citep citet href url rm bf it tt hat tilde bar vec
    """
_SILENT = frozenset(_SILENT_MACROS.split())
_SIGNS = {"times": "x", "leq": "<=", "le": "<=", "geq": ">=", "ge": ">=", "lt": "<", "gt": ">", "percent": "%"}
_LETTERS = {
    "×": "x", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "ı": "i",
}  # fmt: skip


class Folded(NamedTuple):
    """`text` is what is compared; its character i stood at `places[i]` of what was folded."""

    text: str
    places: array[int]


def fold(text: str) -> Folded:
    """`text` as letters and digits; two writings of the same words fold to one."""
    kept: list[str] = []
    places: array[int] = array("L")
    for found in _PIECE.finditer(text):
        start, end = found.span()
        match found.lastgroup:
            case "run":
                piece = found.group().lower()
            case "macro":
                name = found["macro"]
                piece = "" if name in _SILENT else _SIGNS.get(name, name.lower())
            case "number":
                piece = found.group().replace(",", "")
            case "other":
                piece = _plain(found.group())
            case _:
                piece = found.group()
        kept.append(piece)
        if len(piece) == end - start:
            places.extend(range(start, end))
        else:
            places.extend(min(start + n, end - 1) for n in range(len(piece)))
    return Folded("".join(kept), places)


def _plain(letter: str) -> str:
    """One letter beyond ASCII: without accents, ligatures apart, Greek by its name; nothing for what is no letter."""
    if letter in _LETTERS:
        return _LETTERS[letter]
    parts = unicodedata.normalize("NFKD", letter)
    kept = "".join(part for part in parts if part.isalnum() or part in "<>=%+")
    if not kept or kept.isascii():
        return kept.lower()
    if kept in _LETTERS:
        return _LETTERS[kept]
    name = unicodedata.name(kept[0], "")
    return name.rsplit(" ", 1)[1].lower() if name.startswith("GREEK") and " LETTER " in name else kept.casefold()
