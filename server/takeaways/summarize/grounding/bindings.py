"""Numbers that a text binds to a symbol or a measure: «d = 100», «a precision of 99.4 %», «精确率为 95.6%»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .amounts import Amount
from .concepts import CHINESE_WORDS, concept, known
from .passage import Passage

_SYMBOL = re.compile(r"(?<![A-Za-z0-9_^{}\\+-])(?P<symbol>[A-Za-z]{1,2}[0-9]?\+?)\$?\s?=\s?\$?$")
_MEASURE = re.compile(
    rf"\b(?P<word>[A-Za-z]{{3,}})\s(?:of|is|was|at|to)\s(?:only\s|about\s)?$|(?P<chinese>{CHINESE_WORDS})(?:仅)?(?:为|是|达到?|高达|[:：=])\s?$"
)
_REACH = 40
"""Characters before a number in which what it is bound to stands."""


class Binding(NamedTuple):
    """`what`, a symbol as it is written or a known concept, has the number `amount`."""

    what: str
    symbol: bool
    amount: Amount


def rebound(claim: str, mine: Sequence[Amount], passage: Passage) -> str | None:
    """The number that a claim binds to what the paper binds to another one only, as the claim writes it.

    For a measure the paper must also bind the claim's number to another measure.
    """
    held = list(_bindings(claim, mine))
    if not held:
        return None
    theirs = list(_bindings(passage.text, passage.amounts))
    for one in held:
        others = [other for other in theirs if other.what == one.what and other.symbol == one.symbol]
        if not others or any(other.amount.value == one.amount.value for other in others):
            continue
        if one.symbol or any(
            other.amount.value == one.amount.value and not other.symbol and other.what != one.what for other in theirs
        ):
            return one.amount.raw
    return None


def _bindings(text: str, found: Sequence[Amount]) -> Iterator[Binding]:
    for amount in found:
        before = text[max(0, amount.start - _REACH) : amount.start]
        symbol = _SYMBOL.search(before)
        if symbol:
            yield Binding(symbol["symbol"], True, amount)
            continue
        measure = _MEASURE.search(before)
        if measure:
            what = concept(measure["word"] or measure["chinese"])
            if known(what):
                yield Binding(what, False, amount)
