"""Words -> lines, in the order of the file, which is the order in which programs set the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from .boxes import Rect
from .glyphs import Page, Word

_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_STRUCK = "\u0338"
_STRIKES = re.compile(f"{_STRUCK} ?(.)")
_RAISED = str.maketrans("0123456789-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻")


@dataclass(slots=True)
class Line:
    """Words beside each other, on one baseline but for what is set high or low."""

    page: int
    words: list[Word] = field(default_factory=list)
    base: float = 0.0
    size: float = 0.0
    text: str = ""
    letters: int = 0
    shares: dict[str, float] = field(default_factory=dict)
    capitals: bool = False
    """No letter is small; of small capitals the large ones give the line's size."""
    x0: float = 0.0
    x1: float = 0.0
    column: int = 0
    """Which of the page's columns it stands in, from 0; -1 where it spans several."""
    narrow: tuple[float | None, float | None] = (None, None)
    """Where it begins and ends short of its column's edges because a float stands beside it."""
    fragment: bool = False
    """Other lines stand beside it in its column: a table's row, a formula's part."""

    @property
    def top(self) -> float:
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base - 0.25 * self.size

    @property
    def rect(self) -> Rect:
        return Rect(self.x0, self.bottom, self.x1, self.top)

    def share(self, what: Literal["bold", "italic", "math"]) -> float:
        """How much of the line's letters stands in a font that is `what`."""
        return self.shares[what]

    @property
    def cells(self) -> int:
        """Into how many parts wide gaps cut the line, as they do the rows of tables."""
        gaps = sorted(after.x0 - before.x1 for before, after in pairwise(self.words) if not after.glued)
        if not gaps:
            return 1
        wide = max(0.9 * self.size, 2.2 * gaps[len(gaps) // 3])
        return 1 + sum(gap > wide for gap in gaps)

    def settle(self) -> None:
        """Measure the line by its words: size and baseline are those of most letters."""
        self.text = join(self.words)
        sizes: dict[float, int] = {}
        bold = italic = math = 0
        exact: float | None = None
        size = base = 0.0
        for word in self.words:
            count, font = len(word.text), word.font
            if word.size != exact:
                exact, size = word.size, round(word.size, 1)
            sizes[size] = sizes.get(size, 0) + count
            bold += count * font.bold
            italic += count * font.italic
            math += count * font.math
        total = sum(sizes.values())
        # A Chinese, Japanese or Korean character says and measures as much as two letters.
        self.letters = total if self.text.isascii() else total + len(_WIDE.findall(self.text))
        self.shares = {"bold": bold / total, "italic": italic / total, "math": math / total}
        self.size = max(sizes, key=lambda size: sizes[size])
        self.capitals = total > 3 and self.text.isupper()
        bases: dict[float, int] = {}
        exact = None
        for word in self.words:
            if abs(word.size - self.size) < 0.6:
                if word.base != exact:
                    exact, base = word.base, round(word.base, 1)
                bases[base] = bases.get(base, 0) + len(word.text)
        self.base = max(bases, key=lambda base: bases[base])
        if self.capitals and self.words[0].size > 1.12 * self.size and max(sizes) < 1.6 * self.size:
            # Small capitals: the line's size is that of its large letters.
            self.size = max(sizes)
        self.x0 = min([word.x0 for word in self.words])
        self.x1 = max([word.x1 for word in self.words])


def join(words: list[Word]) -> str:
    """The words as text, a space between those that have one in the file or a gap on the page."""
    out: list[str] = []
    before: Word | None = None
    for word in words:
        # Across a change of font pdfium's own judgement is kept, unless the gap is plainly a space.
        if before is None:
            out.append(word.text)
        elif not word.glued:
            out.append(word.text if _initial(before, word) else f" {word.text}")
        else:
            if word.x0 - before.x1 > 0.25 * max(word.size, before.size) and not _initial(before, word):
                out.append(" ")
            out.append(word.text.translate(_RAISED) if _is_exponent(before, word) else word.text)
        before = word
    text = "".join(out)
    if _STRUCK in text:
        # TeX draws the stroke first: «≠» is a stroke and «=».
        text = _STRIKES.sub(lambda found: unicodedata.normalize("NFC", found[1] + _STRUCK), text)
    return text


def _initial(before: Word, word: Word) -> bool:
    """Whether a large letter that spans lines begins the next word («A» + «CADEMIC»)."""
    return len(before.text) == 1 and before.size > 1.6 * word.size and before.text.isupper() and word.text.isupper()


def _is_exponent(before: Word, word: Word) -> bool:
    """Whether glued digits stand raised beside a digit: 10 to the power of 10 must not be read as 1010."""
    beside = before.text[-1:].isdecimal() and word.text.strip("-−–").isdecimal()
    return beside and word.size < 0.82 * before.size and word.base > before.base + 0.15 * before.size


def lines_of(page: Page) -> list[Line]:
    """The lines of a page, in the order of the file."""
    found: list[Line] = []
    current: list[Word] = []
    for word in page.words:
        if current and not _continues(current, word):
            found.append(_line(page.number, current))
            current = []
        current.append(word)
    if current:
        found.append(_line(page.number, current))
    return _rejoined(found)


def _rejoined(lines: list[Line]) -> list[Line]:
    """Lines whose pieces were parted by a root or a tall bracket within them, whole again."""
    out: list[Line] = []
    for line in lines:
        if out and _beside(out[-1], line):
            out[-1].words += line.words
            out[-1].settle()
        else:
            out.append(line)
    return out


def _beside(before: Line, after: Line) -> bool:
    size = max(before.size, after.size)
    gap = after.x0 - before.words[-1].x1
    return -0.6 * size < gap < 1.4 * size and abs(before.base - after.base) < 0.6 * size and after.x1 > before.x1


def _line(page: int, words: list[Word]) -> Line:
    line = Line(page=page, words=words)
    line.settle()
    return line


def _continues(words: list[Word], word: Word) -> bool:
    """Whether a word stands on the line of the ones before it."""
    last = words[-1]
    largest = words[-4] if len(words) > 3 else words[0]
    for one in words[-3:]:
        if one.size > largest.size:
            largest = one
    size = max(largest.size, word.size)
    gap = word.x0 - last.x1
    lift = word.base - largest.base
    if -0.6 * size <= gap <= 2.2 * size and abs(lift) < 0.2 * size:
        return True
    # Set high or low: smaller, and within the height of the line. An index under an exponent goes back by its width.
    small, big = sorted((word, largest), key=lambda one: one.size)
    if small.size < 0.9 * big.size:
        return -1.6 * size < gap < 2.2 * size and -0.45 * big.size < small.base - big.base < 0.75 * big.size
    # Roots, large brackets and sums hang from a baseline of their own.
    return (word.font.math or last.font.math) and -1.3 * size < gap < 1.2 * size and abs(lift) < 0.95 * size
