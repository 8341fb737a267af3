"""Headings that lead their paragraph on its first line, told by their type."""

from __future__ import annotations

import re
from itertools import pairwise

from .glyphs import HYPHEN, Word
from .layout import Layout
from .lines import Line, join
from .patterns import NUMBERED
from .roles import WORD, starts_item

_STATEMENT = re.compile(
    r"^(?:(?:main |key )?(?:theorem|lemma|proposition|corollary|definition|remark|example|claim|fact|conjecture|observation|"
    r"assumption|exercise|problem|case|step|question|hypothesis|note|property|condition|axiom|result|figure|fig|table|q|rq)s?"
    r"\s*(?:[\dA-Z][\d.]*\b|\(|[.:]|$)|proofs?\b|sketch of)",
    re.I,
)
"""Titles of statements: part of their first sentence, no headings."""
_COUNTER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-h]\)|[A-Z]\.|[IVX]+\.)$")
_ITEM = re.compile(r"^\d{1,2}\.?\s")
_WORDS = 12
"""A longer lead is a sentence set in bold."""


def run_in(layout: Layout, line: Line) -> tuple[str, Line] | None:
    """A heading that leads its paragraph.

    Parameters
    ----------
    layout : Layout
    line : Line
        The first of a paragraph.

    Returns
    -------
    tuple of str and Line, optional
        The heading, and the line without it. A bold lead counts where more than a space sets it off or a number leads it;
        an italic one where it ends in a full stop or colon of its own.
    """
    if line.size < layout.size - 0.6:
        return None
    for look in ("bold", "italic"):
        lead = _lead(line, look)
        if not lead or len(lead) == len(line.words) or len(lead) > _WORDS:
            continue
        text = join(lead).strip()
        said = re.sub(r"^\S+\s+", "", text) if _COUNTER.match(lead[0].text) else text
        if not WORD.search(said) or not said[:1].isupper() or _STATEMENT.match(said) or (starts_item(line) and said == text):
            continue
        # «1. Label» leads an item of a list; sections led in by one number alone stand on lines of their own.
        counted = said != text and bool(NUMBERED.match(text)) and not _ITEM.match(text)
        ended = text.endswith((".", ":")) and not re.search(r"\b(?:al|e\.g|i\.e|cf|vs)\.$", text)
        rest = line.words[len(lead) :]
        wide = rest[0].x0 - lead[-1].x1 > max(0.72 * line.size, 1.5 * _usual_gap(rest, line.size))
        if (counted and ended) or (wide if look == "bold" else ended and (wide or len(said) > 6)):
            left = Line(line.page, rest, column=line.column)
            left.settle()
            if left.letters and not left.text[:1].islower():
                return text.rstrip(HYPHEN), left
    return None


def _lead(line: Line, look: str) -> list[Word]:
    """The words at a line's start that stand in bold (or italics), with a counter before them in any type."""
    lead: list[Word] = []
    for n, word in enumerate(line.words):
        styled = word.font.bold if look == "bold" else word.font.italic and not word.font.math
        if not styled and not (n == 0 and _COUNTER.match(word.text)):
            break
        lead.append(word)
    return lead if len(lead) > 1 or (lead and not _COUNTER.match(lead[0].text)) else []


def _usual_gap(words: list[Word], size: float) -> float:
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(words) if not after.glued)
    return gaps[len(gaps) // 2] if gaps else 0.3 * size
