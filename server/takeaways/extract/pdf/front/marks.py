"""Marks: what stands high and small behind a name and before its affiliation."""

from __future__ import annotations

import re
from collections import Counter

from ..glyphs import Word
from ..lines import Line

OPEN, CLOSE, GAP = "⟦", "⟧", "⇥"
"""Around marks, and for a space that is wider than between words, in the text of a piece."""
SYMBOL = "*∗†‡§¶⋆★☆✉✝✶#⁎⁑‖∥♠♣♡♢♦♥□■△▲▽▼◇◆○●⋄⊕⊗∇"
MARKED = re.compile(rf"{OPEN}([^{CLOSE}]*){CLOSE}")
_SIGNS = re.compile(rf"{OPEN}[^{CLOSE}]*{CLOSE}|[{SYMBOL}]+")
_HIGH = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_HIGH_DIGITS = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:,[⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|TM|SM|R|®|™)\.?$")
_ICON = re.compile(r"i[Dd]|ID|ORCID|orcid")


class Scale:
    """The size and baseline of a line's text, marks aside: a row of long marks outweighs the names that have them."""

    def __init__(self, line: Line) -> None:
        letters: Counter[float] = Counter()
        bases: Counter[float] = Counter()
        for word in line.words:
            letters[round(word.size, 1)] += len(word.text)
        self.size = max((size for size, count in letters.items() if count > 0.12 * line.letters), default=line.size)
        for word in line.words:
            if abs(word.size - self.size) < 0.6:
                bases[round(word.base, 1)] += len(word.text)
        self.base = bases.most_common(1)[0][0] if bases else line.base

    def is_mark(self, word: Word) -> bool:
        """Whether a word is a mark: set high and small, or a sign that no text has."""
        bare = word.text.strip(",;. ")
        lift = word.base - self.base
        if not bare:
            return word.size < 0.85 * self.size and lift > 0.12 * self.size
        if all(letter in SYMBOL for letter in bare):
            return True
        if lift > 0.25 * self.size and bare[:2].isdigit() and len(bare) < 4:
            return True
        high = word.size < 0.88 * self.size and lift > 0.12 * self.size
        return high and not _ORDINAL.match(bare) and len(bare) < 60 and not (len(bare) > 3 and bare.isalpha())

    def mark(self, word: Word) -> str:
        """A mark in brackets; nothing for what is an icon."""
        bare = word.text.strip(" ()")
        return "" if _ICON.fullmatch(bare) and word.size < 0.8 * self.size else f"{OPEN}{bare}{CLOSE}"


def bracketed(text: str) -> str:
    """A text with all its marks in brackets, signs and raised digits of its own too, those side by side as one."""
    text = _HIGH_DIGITS.sub(lambda found: OPEN + found[0].translate(_HIGH) + CLOSE, text)
    text = _SIGNS.sub(lambda found: found[0] if found[0][0] == OPEN else f"{OPEN}{found[0]}{CLOSE}", text)
    return re.sub(rf"{CLOSE}[\s{GAP}]*{OPEN}", ",", text).strip(f" {GAP}")


def marks_in(text: str) -> list[str]:
    """The single marks in the text of a mark: «1,∗» -> 1, *; «†‡» -> †, ‡; «a,b» -> a, b."""
    out: list[str] = []
    for part in re.split(r"[\s,;.]+", re.sub(r"\[.*?\]|[()\[\]]", " ", text)):
        for one in re.findall(rf"\d+|[^\W\d_]+|[{SYMBOL}]|\S", part):
            out.append({"∗": "*", "⁎": "*"}.get(one, one))
    return out
