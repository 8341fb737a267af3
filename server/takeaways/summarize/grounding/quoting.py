"""Where in a block a quote stands, though it was copied by a model.

First letter by letter (folding.py). Then with citation marks left out on both sides, and in pieces where the quote leaves
something out («…»). Last with a few letters wrong: at most one in twelve, words of the grammar aside; never a digit, a
negation or a whole word of meaning.
"""

from __future__ import annotations

import re

from .folding import Folded, fold
from .nearness import find_near

Span = tuple[int, int]

LEAST = 8
"""Letters of a quote, folded, that are looked for: less stands anywhere."""
_REACH = 800
"""Characters of the paper that the pieces of one quote may span."""
_ELLIPSIS = re.compile(r"\s*[\[(]?(?:…+|\.{3,}|⋯)[\])]?\s*")
_CITATION = re.compile(
    r"\[\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\]"
    r"|\([^()]{0,400}?\b(?:19|20)\d\d[a-z]?[^()]{0,400}\)"
    r"|(?<=[a-z][.,])\d{1,2}(?=\s|$)"
    r"|\(\s*(?:see )?(?:Table|Tab\.|Fig\.|Figure|Section|Sec\.|Appendix|§)[^()]{0,40}\)"
)


def find(quote: str, block: str, folded: Folded) -> Span | None:
    """The stretch of `block` that `quote` is, or None. `folded` is the block, folded."""
    found = _exact(fold(quote), folded, block)
    if found:
        return found
    return _pieces(quote, folded, block) or _without_citations(quote, block) or find_near(quote, block)


def find_exact(quote: Folded, folded: Folded, block: str) -> Span | None:
    """The same, letter by letter only: for blocks that the claim does not name."""
    return _exact(quote, folded, block)


def _exact(quote: Folded, folded: Folded, block: str, start: int = 0, least: int = LEAST) -> Span | None:
    if len(quote.text) < least:
        return None
    at = folded.text.find(quote.text, start)
    while at >= 0:
        first, last = folded.places[at], folded.places[at + len(quote.text) - 1]
        if _whole(block, first, last):
            return first, last + 1
        at = folded.text.find(quote.text, at + 1)
    return None


def _whole(block: str, first: int, last: int) -> bool:
    """Whether the stretch begins and ends with its words: «8.5» does not stand in «28.5»."""
    before, after = block[first - 1 : first], block[last + 1 : last + 2]
    if block[first].isdigit() and (before.isdigit() or (before in (".", ",") and block[first - 2 : first - 1].isdigit())):
        return False
    if block[last].isdigit() and (after.isdigit() or (after in (".", ",") and block[last + 2 : last + 3].isdigit())):
        return False
    latin = block[first].isascii() and block[first].isalpha() and before.isascii() and before.isalpha()
    cut = block[last].isascii() and block[last].isalpha() and after.isascii() and after.isalpha()
    return not latin and (not cut or last - first > 24)


def _pieces(quote: str, folded: Folded, block: str) -> Span | None:
    """A quote that leaves something out: its pieces, in order, near each other."""
    pieces = [piece for piece in _ELLIPSIS.split(quote) if piece.strip()]
    folds = [fold(piece) for piece in pieces]
    if (len(pieces) == 1 and pieces[0] == quote) or max((len(piece.text) for piece in folds), default=0) < LEAST:
        return None
    at, spans = 0, []
    for piece in folds:
        span = _exact(piece, folded, block, at, least=1)
        if span is None:
            return None
        spans.append(span)
        at = folded.text.find(piece.text, at) + len(piece.text)
    start, end = spans[0][0], spans[-1][1]
    return (start, end) if end - start <= _REACH else None


def _without_citations(quote: str, block: str) -> Span | None:
    marks = [found.span() for found in _CITATION.finditer(block)]
    bare = fold(_CITATION.sub(" ", quote))
    if not marks or len(bare.text) < LEAST:
        return None
    blanked = list(block)
    for start, end in marks:
        blanked[start:end] = " " * (end - start)
    span = _exact(bare, fold("".join(blanked)), block)
    if span is None:
        return None
    # Marks may be left out of a quote; those it has are the paper's.
    held = fold(block[max(0, span[0] - 60) : span[1] + 60]).text
    return span if all(fold(found.group()).text in held for found in _CITATION.finditer(quote)) else None
