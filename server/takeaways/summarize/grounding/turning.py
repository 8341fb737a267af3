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
from .wording import likeness, near, words

_TAKEN_AWAY = re.compile(
    r"\b(?:without|remov\w+|ablat\w+|omit\w*|disabl\w+|exclud\w+|replac\w+|instead|drop(?:ping|ped)?\s(?:the|out)|taking|take[ns]?\saway|"
    r"leav\w+\sout|left\sout|no\slonger)\b|去掉|去除|移除|不使用|消融|替换|换成|取消|关闭|没有.{0,12}时",
    re.IGNORECASE,
)
"""What gets worse without a thing gets better with it: then words of direction cannot be held against each other."""
_ONE_THING = 0.1
"""How like the words beside two directions must be."""
_TIED = 40
"""Characters between a number and the direction that is its."""


def turned(claim: str, passage: Passage) -> str | None:
    """The word of `claim` that goes against the paper, or None."""
    scope = [passage.text[span.start : span.end] for span in passage.scope(values.found(claim, passage))]
    mine = directions(claim)
    if not _TAKEN_AWAY.search(claim) and not any(_TAKEN_AWAY.search(text) for text in scope):
        there = [(text, one) for text in scope for one in directions(text)]
        for direction in mine:
            if _against(claim, direction, there):
                return direction.word
        tied = _tied(claim, mine, passage)
        if tied:
            return tied
    return swapped(claim, passage) or denied(claim, scope)


def _against(claim: str, direction: Direction, there: list[tuple[str, Direction]]) -> bool:
    """Whether some word of the evidence goes the other way on an axis of `direction`, and none the same way."""
    against = False
    for text, other in there:
        agree = _agree(direction, other)
        if agree or (agree is False and _seen_from_elsewhere(claim, direction, text, other)):
            return False
        against = against or (agree is False and _of_one_thing(claim, direction, text, other, len(there)))
    return against


def _seen_from_elsewhere(claim: str, direction: Direction, text: str, other: Direction) -> bool:
    """Whether «worse» is the other side of the paper's «better»: the two named the other way round, or it is not clear."""
    if not (compares(direction) and compares(other)):
        return False
    round_ = turned_round((claim, direction), (text, other))
    return bool(round_) or (round_ is None and explicit(claim, direction) and explicit(text, other))


def _of_one_thing(claim: str, direction: Direction, text: str, other: Direction, among: int) -> bool:
    """Whether two words of direction speak of one thing: some word beside them is the same, where there is a choice."""
    if among == 1:
        return True
    mine = near([word for word in words(claim) if not word.number], direction.start, direction.end)
    return likeness(mine, near([word for word in words(text) if not word.number], other.start, other.end)) > _ONE_THING


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
        for given in found:
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
