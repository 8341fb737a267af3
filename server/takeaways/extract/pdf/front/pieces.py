"""The lines of page 1 as pieces: cut where columns of names part, raised marks told from the text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ..glyphs import HYPHEN, Word
from ..lines import Line
from .marks import CLOSE, GAP, MARKED, OPEN, Scale, bracketed

_ADDRESS = re.compile(r"[@<>{}⟨⟩]")
_DIGITS = re.compile(r"\d{1,2}(?:\s*,\s*\d{1,2})*,?")
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


def _cut(n: int, line: Line, accents: list[Line]) -> list[Piece]:
    scale = Scale(line)
    size = scale.size
    marks = [scale.is_mark(word) for word in line.words]
    spaces = sorted(
        after.x0 - before.x1
        for (before, mark), (after, next_mark) in pairwise(zip(line.words, marks, strict=True))
        if not (after.glued or mark or next_mark) and after.x0 - before.x1 > 0.1 * size
    )
    usual = min(spaces[len(spaces) // 4], 0.6 * size) if spaces else 0.25 * size
    wide, column = max(0.5 * size, 1.75 * usual), max(0.9 * size, 2.6 * usual)
    out: list[Piece] = []
    begin, texts = 0, [""]
    for k, (word, mark) in enumerate(zip(line.words, marks, strict=True)):
        gap = word.x0 - line.words[k - 1].x1 if k else 0.0
        said = _accented(word, accents).replace(OPEN, "(").replace(CLOSE, ")")
        # A space where there is none on the page was made up, beside an accent that the file keeps by itself.
        between = "" if gap < (0.25 if word.glued else 0.15 if said != word.text else 0.12) * size else " "
        if k and gap > column and not all(marks[begin:k]):
            out.append(_piece(n, line, scale, begin, k, "".join(texts)))
            begin, texts = k, [""]
        texts.append(scale.mark(word) if mark else (GAP if gap > wide else between) + said)
    return [*out, _piece(n, line, scale, begin, len(line.words), "".join(texts))]


def _piece(n: int, line: Line, scale: Scale, begin: int, end: int, text: str) -> Piece:
    text = bracketed(text.replace(HYPHEN, "-"))
    plain = re.sub(r"\s+", " ", MARKED.sub(" ", text).replace(GAP, " ")).strip()
    words = line.words[begin:end]
    fonts: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    # A mark or an e-mail address behind a name is set in a face of its own.
    for word in [word for word in words if not (_ADDRESS.search(word.text) or scale.is_mark(word))] or words:
        fonts[word.font.name] += len(word.text)
        weights["all"] += len(word.text)
        weights["bold"] += len(word.text) * word.font.bold
        weights["italic"] += len(word.text) * word.font.italic
    size = max((word.size for word in words if not scale.is_mark(word)), default=scale.size)
    heavy, slanted = (2 * weights[what] > weights["all"] for what in ("bold", "italic"))
    style = (round(size * 2) / 2, heavy, slanted, fonts.most_common(1)[0][0])
    return Piece(n, text, plain, words[0].x0, words[-1].x1, scale.base, scale.size, style)


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
