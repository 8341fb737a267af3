"""What stands on every page and is no part of the text: running heads, feet, page numbers, numbers of lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable
from itertools import pairwise

from .glyphs import Page, Word
from .lines import Line

_PAGE_NUMBER = re.compile(r"^\W*(?:page\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.I)
_DIGITS = re.compile(r"\d+")


def without_line_numbers(pages: list[Page]) -> None:
    """Take the numbers of lines out of pages that have them in their margins, as manuscripts under review do.

    Parameters
    ----------
    pages : list of Page
        Changed in place.
    """
    numbered = {page.number: found for page in pages if (found := _line_numbers(page))}
    if len(numbered) < 0.5 * len(pages):
        return
    for page in pages:
        drop = {id(word) for word in numbered.get(page.number, ())}
        page.words = [word for word in page.words if id(word) not in drop]


def _line_numbers(page: Page) -> list[Word]:
    """Numbers below one another that count the page's lines, each run at one margin of a column."""
    numbers = [word for word in page.words if word.text.isdecimal() and len(word.text) < 6]
    runs = _aligned(numbers, lambda word: word.x0) + _aligned(numbers, lambda word: word.x1)
    found: dict[int, Word] = {}
    for run in runs:
        run.sort(key=lambda word: -word.base)
        steps = Counter(int(below.text) - int(above.text) for above, below in pairwise(run))
        if len(run) < 8 or run[0].base - run[-1].base < 0.3 * page.height:
            continue
        step, count = steps.most_common(1)[0]
        if step in (1, 2, 5, 10) and count >= 0.8 * (len(run) - 1):
            found |= {id(word): word for word in run}
    return list(found.values())


def _aligned(words: list[Word], edge: Callable[[Word], float]) -> list[list[Word]]:
    """Words whose edges stand below one another."""
    runs: list[list[Word]] = []
    for word in sorted(words, key=edge):
        if runs and edge(word) - edge(runs[-1][-1]) < 3:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def without_furniture(by_page: dict[int, list[Line]], heights: dict[int, float], size: float) -> dict[int, list[Line]]:
    """Pages without running heads, feet and page numbers: what stands at the edge again and again, digits aside."""
    seen: defaultdict[tuple[str, int], set[int]] = defaultdict(set)
    for number, lines in by_page.items():
        for line in _outer(lines, heights[number]):
            seen[_said(line)].add(number)
    out = {}
    for number, lines in by_page.items():
        outer = {id(line) for line in _outer(lines, heights[number])}
        drop = set()
        for line in lines:
            if id(line) not in outer:
                continue
            text = line.text
            repeated = len(seen[_said(line)]) >= 2 and (len(by_page) > 2 or line.size < size + 2)
            if _PAGE_NUMBER.match(text) or (repeated and len(text) < 200):
                drop.add(id(line))
        lowest = min(lines, key=lambda line: line.base, default=None)
        if lowest and lowest.text.strip("–- ") == str(number) and lowest.base < heights[number] / 6:
            drop.add(id(lowest))
        rest = [line for line in lines if id(line) not in drop]
        out[number] = [line for line in rest if number == 1 or not _apart(line, rest, heights[number], size)]
    return out


def _said(line: Line) -> tuple[str, int]:
    """A line's text, digits aside, and its size: a running head may repeat the title, which is larger."""
    return _DIGITS.sub("#", line.text.casefold()), round(line.size)


def _outer(lines: list[Line], height: float) -> list[Line]:
    """The lines near the upper and lower edge: the first three and last three rows, in the outer ninth of the page."""
    rows = sorted({round(line.base) for line in lines})
    far = set(rows[:3]) | set(rows[-3:])
    return [line for line in lines if round(line.base) in far and not height / 9 < line.base < height * 8 / 9]


def _apart(line: Line, lines: list[Line], height: float, size: float) -> bool:
    """Whether a line stands above the text with a gap below it, and is not of the text's own size: a running head."""
    if line.base < height * 0.9 or abs(line.size - size) < 0.25 or line.size > size + 1.5 or line.share("bold") > 0.5:
        return False
    below = [other.top for other in lines if other is not line and abs(other.base - line.base) > 2]
    above = any(other.base > line.base + 2 for other in lines)
    return not above and bool(below) and line.bottom - max(below) > 1.1 * size
