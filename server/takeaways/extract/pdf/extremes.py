"""Words that stand off their page, that are too small to be read, or that are more than their place can hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .covers import Edges
from .glyphs import Word

_TINY = 2.0
"""Points: a reader of print sees a line of dust."""
_LABELS = 6
"""More lines of tiny text than this are the labels of a drawing, which a reader enlarges; prose has long lines."""
_FEW, _PROSE = 4, 8
"""Words that a line of tiny text has where it says something: alone, and among labels."""
_NARROW = 0.25
"""Of its size: what a letter takes at least, over some words; condensed print takes a third, other print a half."""
_FORMULA = re.compile(r"[\\\\{}^_$]")
_LETTERS = re.compile(r"[^\W\d_]")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")
"""Scripts without spaces between words; a word has about two of their signs."""


def outside(words: Sequence[Word], sheet: Edges) -> set[int]:
    """The words whose middle stands off the page."""
    left, bottom, right, top = (2 * edge for edge in sheet)
    return {
        n
        for n, (x0, y0, x1, y1) in enumerate(word.edges for word in words)
        if not (left <= x0 + x1 <= right and bottom <= y0 + y1 <= top)
    }


def ran_over(words: Sequence[Word], off: set[int], unseen: set[int]) -> tuple[set[int], set[int]]:
    """The words off the page that are lost, and those of them that are but the ends of lines and columns too long for it.

    A line of which most is on the page is read to its end.
    """
    lost, ends = set(off), set[int]()
    settled = -1
    for n in sorted(off):
        if n <= settled:
            continue
        line = _line(words, n)
        settled = line.stop - 1
        out = off.intersection(line)
        shown = set(line) - off - unseen
        before = line.start - 1
        if _length(words, shown) > _length(words, out):
            lost -= out
        elif shown or (
            before >= 0 and before not in unseen and (before not in lost or before in ends) and _below(words, before)
        ):
            ends |= out
    return lost, ends


def _length(words: Sequence[Word], which: set[int]) -> int:
    return sum(len(words[n].text) for n in which)


def _below(words: Sequence[Word], n: int) -> bool:
    """Whether the next word begins a line right below a word's own."""
    above, line = words[n], words[n + 1]
    return above.turn == line.turn and 0 < above.base - line.base < 2.2 * line.size


def _line(words: Sequence[Word], n: int) -> range:
    """The words that stand on a line with one of them, with gaps of no more than a table's."""
    first = last = n
    while first > 0 and _continues(words[first - 1], words[first], 3):
        first -= 1
    while last + 1 < len(words) and _continues(words[last], words[last + 1], 3):
        last += 1
    return range(first, last + 1)


def tiny(words: Sequence[Word]) -> tuple[set[int], set[int]]:
    """The words that are too small to be read, in lines that say something; and those of them that belong to a drawing."""
    lines: list[list[int]] = []
    for n in [n for n, word in enumerate(words) if word.size < _TINY]:
        left, bottom, right, top = words[n].edges
        # A font may be small and its letters large (bitmap fonts of TeX are): both are looked at.
        if min(right - left, top - bottom) >= _TINY:
            continue
        if lines and lines[-1][-1] == n - 1 and _continues(words[n - 1], words[n], 1):
            lines[-1].append(n)
        else:
            lines.append([n])
    drawing = len(lines) > _LABELS
    least = _PROSE if drawing else _FEW
    tiny = {n for line in lines if said([words[n].text for n in line]) >= least for n in line}
    return tiny, tiny if drawing else set()


def squeezed(words: Sequence[Word]) -> set[int]:
    """The words of sentences that stand where there is room for few of their letters: beside what is printed, a file may
    name another text for it (`ActualText`, which is meant for formulas and for those who listen).
    """
    runs: list[list[int]] = []
    for n in [n for n, word in enumerate(words) if word.x1 - word.x0 < _NARROW * word.size * len(word.text)]:
        if runs and runs[-1][-1] == n - 1 and _continues(words[n - 1], words[n], 1):
            runs[-1].append(n)
        else:
            runs.append([n])
    found = set()
    for run in runs:
        texts = [words[n].text for n in run] if len(run) >= _FEW else []
        formula = sum(1 for text in texts if _FORMULA.search(text))
        if said(texts) >= _FEW and formula < len(texts) / 4:
            found.update(run)
    return found


def _continues(before: Word, after: Word, most: float) -> bool:
    """Whether a word follows another on a line, with a gap of at `most` so many times their size."""
    gap, size = after.x0 - before.x1, max(before.size, after.size)
    return before.turn == after.turn and -size < gap < most * size and abs(before.base - after.base) < 0.6 * size


def said(tokens: Sequence[str]) -> float:
    """How many words some tokens hold: numbers, signs and single letters are none."""
    count = 0.0
    for token in tokens:
        unspaced = len(_UNSPACED.findall(token))
        count += unspaced / 2 if unspaced else len(_LETTERS.findall(token)) >= 2
    return count
