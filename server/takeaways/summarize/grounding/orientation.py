"""«A is better than B» and «B is worse than A» say one thing: which way round two comparisons stand to each other."""

from __future__ import annotations

import re

from .directions import Direction
from .wording import Word, words

_COMPARATIVE = re.compile(
    r"(?:out|under)perform\w*|surpass\w*|exceed\w*|beat\w*|superior|inferior|better|worse|stronger|weaker|higher|lower|greater|larger|"
    r"smaller|bigger|longer|shorter|fewer|less\swell|less|more|faster|slower|quicker|ahead|falls?\sbehind|los\w+\sto|lag\w*"
    r"|优于|超越|胜过|好于|领先|击败|强于|不如|劣于|逊于|差于|落后|弱于|逊色|[高低大小多少快慢]于|更.|高出?|低了?|快|慢",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:out|under)perform\w*|surpass\w*|exceed\w*|beat\w*|falls?\sbehind|los\w+\sto|.*于|超越|胜过|击败|不如|领先|落后",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"[^.;,，。；]{0,50}?\bthan\b|\s?to\b|\s?over\b", re.IGNORECASE)
_SIDE = 90
"""Characters on either side of a comparison that say what is compared."""
_CLAUSE = re.compile(r"[;；。]|[.!?]\s|\b(?:but|whereas|although|though)\b|但")
_OTHERS = re.compile(r"\bothers?\b|\brest\b|\bbaselines?\b|其他|其它|基线", re.IGNORECASE)
_BEFORE_US = re.compile(
    r"\bthan (?:before|previous|prior|earlier|existing)|比(?:以往|以前|此前|之前|先前|过去|现有)", re.IGNORECASE
)
"""A claim that compares with what was before speaks of what the paper is about."""
_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|relative to|unlike|than|against)\s(?P<other>[^,，]{2,60}),"
    r"|(?:与|和|相比于?|相较于?|比起)(?P<with>[^，,]{1,40}?)相?比?[，,]|(?:比|较)(?P<bi>[^，,比]{1,30})$",
    re.IGNORECASE,
)


def compares(direction: Direction) -> bool:
    """Whether a word of direction sets two things against each other."""
    return bool(_COMPARATIVE.fullmatch(direction.word))


def explicit(text: str, direction: Direction) -> bool:
    """Whether both things are named: «A beats B», «better than B»."""
    if _VERB.fullmatch(direction.word) or "比" in text[max(0, direction.start - 30) : direction.start]:
        return True
    return bool(_OBJECT.match(text, direction.end))


def turned_round(one: tuple[str, Direction], other: tuple[str, Direction]) -> float:
    """How much speaks for two comparisons, each in its text, naming their sides in opposite order; below 0: against it."""
    if _BEFORE_US.search(one[0]):
        return -1.0
    before, after = _sides(*one)
    there, beyond = _sides(*other)
    straight = _common(before, there) + _common(after, beyond)
    crossed = _common(before, beyond) + _common(after, there)
    return crossed - straight


def _common(one: dict[str, float], other: dict[str, float]) -> float:
    return sum(min(weight, other[word]) for word, weight in one.items() if word in other)


def _sides(text: str, direction: Direction) -> tuple[dict[str, float], dict[str, float]]:
    left = _CLAUSE.split(text[max(0, direction.start - _SIDE) : direction.start])[-1]
    right = _CLAUSE.split(text[direction.end : direction.end + _SIDE])[0]
    # «Compared with B, A is faster», «与 B 相比，A 更快», «A 比 B 更快»: B stands before, and belongs behind.
    beside = _BESIDE.search(left)
    if beside:
        right = f"{beside['other'] or beside['with'] or beside['bi']} {right}"
        left = left[: beside.start()] + " " + left[beside.end() :]
    return _weighted(left, words(left)[::-1]), _weighted(right, words(right))


def _weighted(side: str, said: list[Word]) -> dict[str, float]:
    """The words of one side, those nearest to the comparison first; adverbs tell nothing."""
    weights: dict[str, float] = {}
    for n, word in enumerate(word for word in said if not word.stop):
        if not side[word.start : word.end].endswith("ly"):
            weights.setdefault(word.what, 1 / (2 + n))
    if _OTHERS.search(side):
        weights["others"] = 0.5
    return weights
