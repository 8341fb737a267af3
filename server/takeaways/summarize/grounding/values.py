"""Whether every number of a claim stands in its evidence."""

from __future__ import annotations

import re
from fractions import Fraction

from .amounts import Amount, amounts
from .passage import Passage

_ENUMERATION = re.compile(r"\(i{2,3}\)|\bsecond(?:ly)?\b|\(b\)|\(2\)|\b2[.)]\s", re.IGNORECASE)


def missing(claim: str, passage: Passage) -> str | None:
    """The first number of `claim`, as it writes it, that the evidence does not hold."""
    for amount in amounts(claim):
        if not matches(amount, passage) and not _excused(amount, passage):
            return amount.raw
    return None


def matches(amount: Amount, passage: Passage) -> list[Amount]:
    """The numbers of the evidence that are `amount`, those nearest to the quote first."""
    return [one for one in passage.amounts if same(amount, one)]


def same(claimed: Amount, given: Amount) -> bool:
    """Whether two numbers are one, whatever they measure: units are looked at with roles."""
    if claimed.value == given.value:
        return True
    if claimed.kind == "percent" and given.kind in ("plain", "times", "word"):
        return claimed.value == given.value * 100
    if claimed.kind in ("plain", "times") and given.kind == "percent":
        return claimed.value * 100 == given.value
    if claimed.kind == "times" and given.kind == "times" and claimed.value and given.value:
        return claimed.value == 1 / given.value
    return False


def _excused(amount: Amount, passage: Passage) -> bool:
    """Numbers that nobody would look up: small ones that count what the evidence lists, the number of a table."""
    if amount.kind == "label":
        return True
    if amount.kind in ("word", "times") and amount.value == 2 and not re.search(r"\d|倍|twice|fold|doubl|翻", amount.raw):
        return True
    if amount.kind == "word" and amount.value <= 5:
        return bool(_ENUMERATION.search(passage.text)) or passage.text.count(",") >= amount.value - 1 > 2
    return amount.kind == "times" and amount.value == Fraction(1, 2) and bool(re.search(r"\bhal[fv]", passage.text))
