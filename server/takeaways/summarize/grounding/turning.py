"""Whether a claim says of the paper's findings that they went the other way."""

from __future__ import annotations

import re

from . import values
from .ahead import swapped
from .amounts import Amount, amounts
from .denial import denied
from .directions import Direction, directions
from .orientation import compares, explicit, turned_round
from .passage import Passage
from .wording import Word, likeness, near, words

_TAKEN_AWAY = re.compile(
    r"\b(?:without(?!\s(?:any\s)?(?:loss|losing|hurt|impact|affect|sacrific|degrad|impair|harm|requir|need|addition|chang))|remov\w+|ablat\w+|omit\w*|disabl\w+|exclud\w+|replac\w+|drop(?:ping|ped)?\s(?:the|out)|taking|take[ns]?\saway|"
    r"leav\w+\sout|lack(?:ing|s)?(?:\sof)?|absence\sof|(?:in\splace|instead)\sof|left\sout|no\slonger)\b|去掉|去除|移除|不使用|消融|替换|换成|取消|关闭|没有.{0,12}时",
    re.IGNORECASE,
)
_ONE_THING = 0.1
"""How like the words beside two directions must be."""
_SOME = 0.05
"""How much must speak for one order of two things, or the other."""
_CLEARLY = 0.35
"""From here on words beside two directions are so much alike that others are not asked,"""
_BEHIND = 0.2
"""but those that are hardly less alike."""
_MOST = 32
"""Directions of one sentence that are looked at: each of a claim is held against each of the paper's."""
_TIED = 40
"""Characters between a number and the direction that is its."""


def turned(claim: str, passage: Passage) -> str | None:
    """The word of `claim` that goes against the paper, or None."""
    scope = [passage.text[span.start : span.end] for span in passage.scope(values.found(claim, passage))]
    mine = directions(claim)[:_MOST]
    there = [(text, words(text), directions(text)[:_MOST]) for text in scope]
    for direction in mine:
        if _against(claim, direction, there):
            return direction.word
    return _tied(claim, mine, passage) or swapped(claim, scope, passage) or denied(claim, scope, passage.text)


def _against(claim: str, direction: Direction, there: list[tuple[str, list[Word], list[Direction]]]) -> bool:
    """Whether the paper's words of direction go the other way on an axis of `direction`, and none the same way.

    Of several, those are asked that stand among the same words.
    """
    mine = near(words(claim), direction.start, direction.end)
    judged: list[tuple[float, bool]] = []
    for text, said, others in there:
        for other in others:
            agree = _agree(direction, other)
            if agree is False and _seen_from_elsewhere(claim, direction, text, other):
                agree = True
            elif agree and _other_way_round(claim, direction, text, other):
                agree = False
            if agree is not None:
                judged.append((likeness(mine, near(said, other.start, other.end)), agree))
    if not judged:
        return False
    best = max(like for like, _ in judged)
    if best >= _CLEARLY:
        judged = [(like, agree) for like, agree in judged if like > best - _BEHIND]
    return not any(agree for _, agree in judged) and (len(judged) == 1 or best > _ONE_THING)


def _seen_from_elsewhere(claim: str, direction: Direction, text: str, other: Direction) -> bool:
    """Whether «worse» is the other side of the paper's «better», or that is not clear.

    Two things may be named the other way round, and what gets worse without a thing gets better with it.
    """
    if bool(_TAKEN_AWAY.search(claim)) != bool(_TAKEN_AWAY.search(text)):
        return True
    if not (compares(direction) and compares(other)):
        return False
    crossed = turned_round((claim, direction), (text, other))
    return crossed > _SOME or (crossed > -_SOME and explicit(claim, direction))


def _other_way_round(claim: str, direction: Direction, text: str, other: Direction) -> bool:
    """Whether one word is said of the two things in opposite order: «A is better than B», «B is better than A»."""
    if not (compares(direction) and compares(other) and explicit(claim, direction) and explicit(text, other)):
        return False
    if bool(_TAKEN_AWAY.search(claim)) or bool(_TAKEN_AWAY.search(text)):
        return False
    return turned_round((claim, direction), (text, other)) > _CLEARLY


def _agree(one: Direction, other: Direction) -> bool | None:
    """Whether two words go the same way; None where they have no axis in common. «Not better» agrees with «worse»."""
    shared = [sign == other.signs[axis] for axis, sign in one.signs.items() if axis in other.signs]
    if not shared:
        return None
    return any(same == (one.denied == other.denied) for same in shared)


def _tied(claim: str, mine: list[Direction], passage: Passage) -> str | None:
    """A direction of a number that has the other one where the number stands in the evidence."""
    for amount in amounts(claim):
        direction = _nearest(claim, mine, amount)
        found = values.matches(amount, passage)
        if direction is None or not found:
            continue
        there = []
        for given in found[:_MOST]:
            span = passage.sentence(given.start)
            text = passage.text[span.start : span.end]
            other = _nearest(text, directions(text), given, span.start)
            there.append(
                other is not None and _opposed(direction, other) and not _seen_from_elsewhere(claim, direction, text, other)
            )
        if all(there):
            return direction.word
    return None


def _nearest(text: str, found: list[Direction], amount: Amount, offset: int = 0) -> Direction | None:
    start, end = amount.start - offset, amount.end - offset
    tied = []
    for one in found:
        between = text[one.end : start] if one.end <= start else text[end : one.start]
        if (
            len(between) <= _TIED
            and not any(mark in between for mark in ",;，；。、")
            and not any(map(str.isdigit, between))
        ):
            tied.append((len(between), one))
    return min(tied, key=lambda pair: pair[0])[1] if tied else None


def _opposed(one: Direction, other: Direction) -> bool:
    """Whether two words about one number go opposite ways: also «improves by» and «falls by», where nothing says of what."""
    agree = _agree(one, other)
    if agree is not None:
        return not agree
    plain = ({"amount"}, {"worth"})
    if set(one.signs) in plain and set(other.signs) in plain:
        return (next(iter(one.signs.values())) == next(iter(other.signs.values()))) == (one.denied != other.denied)
    return False
