"""Number words: English up to millions, Chinese up to 亿."""

from __future__ import annotations

import re
from fractions import Fraction

_ONES_IN_ORDER = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen
    """
_TENS_IN_ORDER = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES, _TENS = _ONES_IN_ORDER.split(), _TENS_IN_ORDER.split()
_BIG = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "dozen": 12}
_VALUES = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SMALL = "|".join([rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?", *sorted(_ONES[2:], key=len, reverse=True)])
ENGLISH = (
    rf"(?:(?:{_SMALL}|one(?=\s(?:hundred|thousand|million|billion|dozen)))(?:[\s-](?:and\s)?(?:{'|'.join(_BIG)})\b){{0,4}})"
)
"""A pattern of number words, from two; «one» only where it counts hundreds."""

_FIGURES = {letter: n for n, letter in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "俩": 2}
UNITS = "十百千万亿"
CHINESE = rf"[零〇一二三四五六七八九两{UNITS}]{{1,40}}(?:点[零〇一二三四五六七八九]{{1,40}})?"
"""Bounded, as are all runs of digits here: a paper may hold one without end."""


def english(words: str) -> int:
    """«fifty-two» -> 52, «three million» -> 3000000."""
    total = 0
    for word in re.split(r"[\s-]+", words.lower()):
        if word in _BIG:
            total = max(total, 1) * _BIG[word]
        elif word in _VALUES:
            total += _VALUES[word]
    return total


def chinese(letters: str) -> Fraction:
    """«三百五十» -> 350, «两万» -> 20000, «七点五» -> 15/2, «二〇一四» -> 2014."""
    whole, _, rest = letters.partition("点")
    value = Fraction(_whole(whole))
    for place, letter in enumerate(rest, 1):
        value += Fraction(_FIGURES[letter], 10**place)
    return value


def _whole(letters: str) -> int:
    if not any(letter in UNITS for letter in letters):
        return int("".join(str(_FIGURES[letter]) for letter in letters) or 0)
    total = part = figure = 0
    for letter in letters:
        if letter in _FIGURES:
            figure = _FIGURES[letter]
        elif letter in "十百千":
            part += (figure or 1) * {"十": 10, "百": 100, "千": 1000}[letter]
            figure = 0
        else:
            total = (total + part + figure or 1) * {"万": 10**4, "亿": 10**8}[letter]
            part = figure = 0
    return total + part + figure


def times_of(units: str) -> int:
    """What «万» or «百万» behind a figure multiplies it by."""
    value = 1
    for unit in units:
        value *= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}[unit]
    return value
