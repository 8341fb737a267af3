"""Where a quote stands with a few letters wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from .folding import fold

_FUZZY_LEAST = 20
_CLOSE = 88.0
"""Of 100: how like a stretch must be before its words are compared."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-\s+[a-z]+)*")
_GRAMMAR_WORDS = """
    a an the of to in on at for and or that which is are was were be been has have had our we its it by with as
    """
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
_NEVER = re.compile(r"not?|never|nor|neither|without|cannot|none|n't|un.*|in.*less|.*less|few|fewer|t", re.IGNORECASE)


def find_near(quote: str, block: str) -> tuple[int, int] | None:
    """The stretch of `block` that `quote` is but for a few letters or words of the grammar, or None."""
    mine = list(_words(quote))
    wanted = " ".join(word for word, _ in mine)
    if len(wanted) < _FUZZY_LEAST or len(mine) < 4:
        return None
    theirs = list(_words(block))
    text = ""
    starts: list[int] = []
    for word, _ in theirs:
        starts.append(len(text))
        text += word + " "
    if len(text) < len(wanted):
        return None
    near = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_CLOSE)
    if near is None:
        return None
    held = [n for n, at in enumerate(starts) if at + len(theirs[n][0]) > near.dest_start and at < near.dest_end]
    if not held or not _same([word for word, _ in mine], [theirs[n][0] for n in held]):
        return None
    return theirs[held[0]][1][0], theirs[held[-1]][1][1]


def _words(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for found in _WORD.finditer(text):
        yield fold(found.group()).text or found.group(), found.span()


def _same(mine: list[str], theirs: list[str]) -> bool:
    """Whether only letters, or words of the grammar, differ between two lists of words."""
    wrong = 0
    for kind, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        lost, new = mine[a:b], theirs[c:d]
        if any(word[0].isdigit() or _NEVER.fullmatch(word) for word in (*lost, *new)):
            return False
        if all(word in _GRAMMAR for word in (*lost, *new)):
            wrong += 1
            continue
        one, other = "".join(lost), "".join(new)
        apart = Levenshtein.distance(one, other)
        # «increased» is two letters from «decreased»: beyond one letter, words must begin alike.
        if apart > max(1, min(3, len(one) // 4)) or (apart > 1 and one[:2] != other[:2]):
            return False
        wrong += apart
    return wrong <= max(2, sum(map(len, mine)) // 12)
