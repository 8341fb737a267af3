"""The lines of page 1 as pieces: cut where columns of names part, raised marks told from the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise

from ..glyphs import HYPHEN, Word
from ..lines import Line

OPEN, CLOSE, GAP = "⟦", "⟧", "⇥"
"""Around marks, and for a space that is wider than between words, in the text of a piece."""
_SYMBOL = "*∗†‡§¶⋆★☆✉✝✶#⁎⁑‖∥♠♣♡♢♦♥□■△▲▽▼◇◆○●⋄⊕⊗∇"
_SIGNS = re.compile(rf"{OPEN}[^{CLOSE}]*{CLOSE}|[{_SYMBOL}]+")
_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HIGH_DIGITS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:,[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|TM|SM|R|®|™)\.?$")
_DIGITS = re.compile(r"\d{1,2}(?:\s*,\s*\d{1,2})*,?")
_ICON = re.compile(r"i[Dd]|ID|ORCID|orcid")
_SPACING = {
    "¨": "\u0308", "´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˘": "\u0306", "˚": "\u030a",
    "¸": "\u0327",
}  # fmt: skip


Style = tuple[float, bool, bool, str]


@dataclass(slots=True)
class Piece:
    """A part of a line that stands by itself.

    `text` has marks in brackets (⟦1⟧) and wide spaces as ⇥; `plain` has neither. `line` is the line's index in the
    layout.
    """

    line: int
    text: str
    plain: str
    x0: float
    x1: float
    base: float
    size: float
    style: Style
    """Size, bold, italic, face."""

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


Row = list[Piece]


def pieces_of(lines: list[tuple[int, Line]]) -> list[Piece]:
    """Lines as pieces, in the order of the lines.

    Parameters
    ----------
    lines : list of (int, Line)
        Each with its index in the layout.
    """
    accents = [line for _, line in lines if line.text.strip() in _SPACING]
    found = [piece for n, line in lines if line.text.strip() not in _SPACING for piece in _cut(n, line, accents)]
    return _with_lone_marks(found)


def rows_of(pieces: list[Piece]) -> list[Row]:
    """Pieces side by side, as rows from the top down, each from left to right."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda one: -one.base):
        if rows and abs(rows[-1][0].base - piece.base) < 0.4 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda one: one.x0) for row in rows]


def marks_in(text: str) -> list[str]:
    """The single marks in the text of a mark: «1,∗» -> 1, *; «†‡» -> †, ‡; «a,b» -> a, b."""
    out: list[str] = []
    for part in re.split(r"[\s,;.]+", re.sub(r"\[.*?\]|[()\[\]]", " ", text)):
        for one in re.findall(rf"\d+|[^\W\d_]+|[{_SYMBOL}]|\S", part):
            out.append({"∗": "*", "⁎": "*"}.get(one, one))
    return out


def _cut(n: int, line: Line, accents: list[Line]) -> list[Piece]:
    spaces = sorted(
        b.x0 - a.x1
        for a, b in pairwise(line.words)
        if not b.glued and b.x0 - a.x1 > 0.1 * line.size and not _is_mark(a, line) and not _is_mark(b, line)
    )
    usual = min(spaces[len(spaces) // 4], 0.6 * line.size) if spaces else 0.25 * line.size
    wide, column = max(0.5 * line.size, 1.75 * usual), max(0.9 * line.size, 2.6 * usual)
    groups: list[list[tuple[str, Word]]] = [[]]
    for k, word in enumerate(line.words):
        gap = word.x0 - line.words[k - 1].x1 if k else 0.0
        between = "" if not k or (word.glued and gap < 0.25 * line.size) else " "
        marks_only = all(_is_mark(one, line) for _, one in groups[-1])
        if k and gap > column and not marks_only:
            groups.append([])
            between = ""
        elif k and gap > wide:
            between = GAP
        groups[-1].append((between, word))
    return [_piece(n, line, group, accents) for group in groups]


def _piece(n: int, line: Line, group: list[tuple[str, Word]], accents: list[Line]) -> Piece:
    out: list[str] = []
    for between, word in group:
        said = _accented(word, accents).replace(OPEN, "(").replace(CLOSE, ")")
        if said != word.text and between == " ":
            between = ""
        if _is_mark(word, line):
            bare = word.text.strip(" ()[]")
            out.append("" if _ICON.fullmatch(bare) and word.size < 0.8 * line.size else f"{OPEN}{bare}{CLOSE}")
        else:
            out.append(between + said)
    text = "".join(out).replace(HYPHEN, "-")
    text = _HIGH_DIGITS.sub(lambda found: OPEN + found[0].translate(_HIGH) + CLOSE, text)
    text = _SIGNS.sub(lambda found: found[0] if found[0][0] == OPEN else f"{OPEN}{found[0]}{CLOSE}", text)
    text = re.sub(rf"{CLOSE}[\s{GAP}]*{OPEN}", ",", text).strip(f" {GAP}")
    plain = re.sub(rf"{OPEN}[^{CLOSE}]*{CLOSE}|{GAP}", " ", text)
    words = [word for _, word in group]
    letters = sum(len(word.text) for word in words)
    fonts: dict[str, int] = {}
    for word in words:
        fonts[word.font.name] = fonts.get(word.font.name, 0) + len(word.text)
    size = max((word.size for word in words if not _is_mark(word, line)), default=line.size)
    bold = sum(len(word.text) for word in words if word.font.bold) > 0.5 * letters
    italic = sum(len(word.text) for word in words if word.font.italic) > 0.5 * letters
    return Piece(
        n, text, re.sub(r"\s+", " ", plain).strip(), words[0].x0, words[-1].x1, line.base, line.size,
        (round(size * 2) / 2, bold, italic, max(fonts, key=lambda name: fonts[name])),
    )  # fmt: skip


def _is_mark(word: Word, line: Line) -> bool:
    """Whether a word is a mark: set high and small, or a sign that no text has."""
    bare = word.text.strip(",;. ")
    if not bare:
        return word.size < 0.85 * line.size and word.base > line.base + 0.12 * line.size
    if all(letter in _SYMBOL for letter in bare):
        return True
    lift = word.base - line.base
    if lift > 0.25 * line.size and bare[:2].isdigit() and len(bare) < 4:
        return True
    high = word.size < 0.88 * line.size and lift > 0.12 * line.size
    return high and not _ORDINAL.match(bare) and len(bare) < 60 and not (len(bare) > 3 and bare.isalpha())


def _accented(word: Word, accents: list[Line]) -> str:
    """A word with an accent put on its first letter that the file keeps by itself («Gy ongyi ¨» is «Gyöngyi»)."""
    for accent in accents:
        middle = (accent.x0 + accent.x1) / 2
        if abs(accent.base - word.base) < 0.5 * word.size and word.x0 - 1 <= middle <= word.x0 + 0.6 * word.size:
            made = unicodedata.normalize("NFC", word.text[0] + _SPACING[accent.text.strip()])
            if len(made) == 1:
                return made + word.text[1:]
    return word.text


def _with_lone_marks(pieces: list[Piece]) -> list[Piece]:
    """Marks that the file sets as lines of their own, put to the piece that they stand beside."""
    alone = [piece for piece in pieces if not piece.plain or _DIGITS.fullmatch(piece.plain)]
    full = [piece for piece in pieces if piece not in alone]
    for piece in alone:
        level = [one for one in full if -0.2 < (piece.base - one.base) / one.size < 1 and piece.size < 0.9 * one.size]
        if piece.plain:
            piece.text = f"{OPEN}{piece.plain}{CLOSE}"
        before = next((one for one in level if -0.3 * one.size < piece.x0 - one.x1 < one.size), None)
        after = next((one for one in level if -0.3 * one.size < one.x0 - piece.x1 < one.size), None)
        if before:
            before.text, before.x1 = f"{before.text}{piece.text}".replace(CLOSE + OPEN, ","), max(before.x1, piece.x1)
        elif after:
            after.text = f"{piece.text}{after.text}".replace(CLOSE + OPEN, ",")
    return full
