"""Who is said to be ahead of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .directions import directions
from .folding import fold
from .names import names_at
from .passage import Passage

_COMPARES = re.compile(
    r"\b(?P<over>(?:out|under)perform(?:s|ed|ing)?|surpass(?:es|ed|ing)?|exceed(?:s|ed|ing)?|beats?|falls?\sbehind|loses?\sto)\b(?!\sby\b)"
    r"|\b(?P<than>\w+er|more|less|better|worse)\b[^.;,]{0,50}?\bthan\b|\b(?P<to>superior|inferior)\sto\b|\b(?P<on>improv\w+\s(?:over|upon))\b"
    r"|(?P<chinese>均?优于|超越|胜过|好于|击败|强于|高于|低于|快于|慢于|不如|劣于|逊于|差于|落后于|弱于)|(?P<bi>比)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:outperformed|surpassed|beaten|exceeded)\sby\b", re.IGNORECASE)
_PLACE = 80
"""Characters between a comparison and its names."""


class Pair(NamedTuple):
    """`ahead` has more of something than `behind`; both folded."""

    axis: str
    ahead: str
    behind: str


def swapped(claim: str, scope: Sequence[str], passage: Passage) -> str | None:
    """The word of a comparison that the evidence makes the other way round only, or None.

    `scope`, sentences of the passage, is asked first.
    """
    mine = list(_pairs(claim))
    if not mine:
        return None
    theirs = {pair for text in scope for pair, _ in _pairs(text)}
    if not any({pair.ahead, pair.behind} == {other.ahead, other.behind} for pair, _ in mine for other in theirs):
        theirs = {pair for span in passage.sentences for pair, _ in _pairs(passage.text[span.start : span.end])}
    for pair, word in mine:
        if Pair(pair.axis, pair.behind, pair.ahead) in theirs and pair not in theirs:
            return word
    return None


def _pairs(text: str) -> Iterator[tuple[Pair, str]]:
    named = names_at(text)
    if len(named) < 2:
        return
    for found in _COMPARES.finditer(text):
        before = [fold(name).text for name, _, end in named if found.start() - _PLACE <= end <= found.start()]
        # «A has lower precision than B and C»: B and C, to the end of the clause.
        rest = re.split(r"[.;，；。]|, (?:but|while|and)\b", text[found.end() : found.end() + _PLACE])[0]
        after = [fold(name).text for name, start, _ in named if found.end() <= start < found.end() + len(rest)]
        said = directions(text[found.start() : found.end() + (_PLACE if found["bi"] else 0)])
        if not before or not after or not said:
            continue
        for axis, sign in said[0].signs.items():
            for other in after:
                if other != before[-1]:
                    one = (before[-1], other) if (sign > 0) != said[0].denied else (other, before[-1])
                    yield Pair(axis, *one), found.group()
