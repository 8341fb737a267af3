"""Where a paragraph begins: the space above it, its indent, its bullet, the end of the line before."""

from __future__ import annotations

from .glyphs import HYPHEN, Word
from .layout import Layout
from .lines import Line
from .patterns import ENDS, STRONG_BULLET
from .roles import starts_item


def parts(layout: Layout, paragraph: list[Line], kind: str, below: Line) -> bool:
    """Whether a new paragraph begins between two lines of text."""
    above = paragraph[-1]
    if above.text.endswith(HYPHEN) and below.text[:1].islower():
        return False
    left, _ = layout.edges(below)
    _, right_above = layout.edges(above)
    gap = above.base - below.base
    ended = bool(ENDS.search(above.text)) and not above.text.endswith((HYPHEN, "-"))
    full = above.x1 > right_above - 1.5 * above.size
    indented = below.x0 > left + 0.75 * below.size
    if above.page == below.page and above.column == below.column and gap > 0:
        aligned = abs(below.x0 - above.x0) < 0.35 * below.size
        item = starts_item(below)
        if gap > 1.32 * max(layout.leading, 1.05 * below.size) or abs(above.size - below.size) > 0.8:
            return True
        if item and (STRONG_BULLET.match(below.text) or kind == "list" or ended):
            return True
        if indented and not aligned and kind != "list" and (ended or (below.x0 > above.x0 and not full)):
            return True
        if kind == "list":
            return (ended and below.x0 < paragraph[0].x0 - 2) or (ended and not full and below.x0 <= left + 2)
        return ended and above.x1 < right_above - 0.15 * (right_above - left) and not indented and below.text[:1].isupper()
    # Over a float, a column's or a page's end: the sentence goes on unless it has ended.
    if starts_item(below) and (ended or STRONG_BULLET.match(below.text)):
        return True
    if not ended:
        return below.text[:1].isupper() and not full and len(above.text) < 40
    if below.text[:1].islower():
        return False
    return indented or not full


def without(line: Line, letters: int) -> Line:
    """A line without its first characters."""
    rest = list(line.words)
    while rest and letters > 0:
        word = rest[0]
        if len(word.text) > letters:
            rest[0] = Word(
                word.text[letters:].lstrip("-—–.: "), word.x0, word.x1, word.base, word.size, word.font, word.glued
            )
            break
        letters -= len(word.text)
        rest.pop(0)
        if rest and not rest[0].glued:
            letters -= 1
    cut = Line(line.page, rest or line.words, column=line.column)
    cut.settle()
    return cut
