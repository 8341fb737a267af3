"""Who is said to be ahead of whom."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
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
_BASE = re.compile(
    r"\b(?:compared\s(?:to|with)|in\scomparison\s(?:to|with)|relative\sto)\s|(?P<choice>\b(?:instead\sof|rather\sthan)\s)|\b(?:improvements?|gains?|increases?)\b[^.;]{0,160}?\sover\s"
    r"|(?:与|和|同)(?P<base>[^，,。；]{2,40}?)相[比较](?:较)?[，,]|(?:相较于|相比于?|比起|较之)(?P<bare>[^，,。；]{2,40})[，,]",
    re.IGNORECASE,
)
"""What is compared with: «relative to B», «compared with B, A», «与 B 相比，A»."""
_PLACE = 80
"""Characters between a comparison and its names."""
_SENTENCE = 400
"""Characters before a comparison of the paper in which what is compared may stand."""
_PARTS = re.compile(r"[;:；]|\b(?:whereas|but|although)\b")
_MOST = 16
"""Names on one side of a comparison."""
_AXES = {"amount": 1, "worth": 1, "speed": 1}
"""«Doubles relative to B»: ahead, whatever is measured."""


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
    theirs = {pair for text in scope for pair, _ in _pairs(text, _SENTENCE)}
    if not any({pair.ahead, pair.behind} == {other.ahead, other.behind} for pair, _ in mine for other in theirs):
        theirs = {pair for span in passage.sentences for pair, _ in _pairs(passage.text[span.start : span.end], _SENTENCE)}
    for pair, word in mine:
        if Pair(pair.axis, pair.behind, pair.ahead) in theirs and pair not in theirs:
            return word
    return None


def _pairs(text: str, reach: int = 0) -> Iterator[tuple[Pair, str]]:
    """Each comparison's names. With `reach`, any name so far before it may be what is compared; else the last alone."""
    named = _Named(text)
    if len(named.names) < 2:
        return
    for found in _COMPARES.finditer(text):
        before = named.before(found.start(), reach)
        # «A has lower precision than B and C»: B and C, to the end of the clause.
        after = named.between(found.end(), found.end() + len(_clause(text, found.end())))
        said = directions(text[found.start() : found.end() + (_PLACE if found["bi"] else 0)])
        if said:
            yield from _ordered(before, after, said[0].signs, said[0].denied, found.group())
    for found in _BASE.finditer(text):
        if found["choice"]:
            first = directions(text[found.end() : found.end() + _PLACE])[:1]
            behind = named.between(found.end(), found.end() + (first[0].start if first else 0))
            ahead = named.before(found.start(), 0)
            if not first:
                continue
        elif found["base"] or found["bare"]:
            behind = named.between(*found.span("base" if found["base"] else "bare"))
            first = directions(text[found.end() : found.end() + _PLACE])[:1]
            ahead = named.between(found.end(), found.end() + (first[0].start if first else _PLACE))
        else:
            behind = named.between(found.end(), found.end() + len(_clause(text, found.end())))
            ahead = named.before(found.start(), reach)
            first = directions(text[max(0, found.start() - _PLACE) : found.start()])[-1:] or directions(found.group())[:1]
        signs, denied = (first[0].signs, first[0].denied) if first else (_AXES, False)
        yield from _ordered(ahead, behind, signs, denied, found.group())


class _Named:
    """The names of a text, folded, by where they stand."""

    def __init__(self, text: str) -> None:
        found = names_at(text)
        self._text = text
        self.names = [fold(name).text for name, _, _ in found]
        self._starts = [start for _, start, _ in found]
        self._ends = [end for _, _, end in found]

    def before(self, at: int, reach: int) -> list[str]:
        """The names that end within `reach` characters before a place; where that is 0, only the last one near it."""
        start = at - (reach or _PLACE)
        if reach:
            # «A trails, but B beats C»: A is of another clause.
            start = max(0, start)
            start = max([start, *(start + mark.end() for mark in _PARTS.finditer(self._text[start:at]))])
        held = self.names[bisect_left(self._ends, start) : bisect_right(self._ends, at)]
        return held[-_MOST:] if reach else held[-1:]

    def between(self, start: int, end: int) -> list[str]:
        """The names that begin between two places."""
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)][:_MOST]


def _clause(text: str, start: int) -> str:
    """The rest of a clause, so far as names are looked for in it."""
    return re.split(r"[.;，；。]|, (?:but|while|and)\b", text[start : start + _PLACE])[0]


def _ordered(
    before: list[str], after: list[str], signs: dict[str, int], denied: bool, word: str
) -> Iterator[tuple[Pair, str]]:
    for axis, sign in signs.items():
        for one in before:
            for other in after:
                if other != one:
                    yield Pair(axis, *((one, other) if (sign > 0) != denied else (other, one))), word
