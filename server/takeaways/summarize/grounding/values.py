"""Whether every number of a claim stands in its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from .amounts import Amount, amounts
from .concepts import known
from .folding import fold
from .names import NO_NAMES
from .passage import Passage
from .wording import counted, words

_ENUMERATION = re.compile(r"\(i{2,3}\)|\bsecond(?:ly)?\b|\(b\)|\(2\)|\b2[.)]\s", re.IGNORECASE)
_MONTH_NAMES = "January February March April May June July August September October November December"
_MONTHS = _MONTH_NAMES.split()
_NAMED = re.compile(r"(?P<name>[A-Z][A-Za-z0-9-]*(?:\s\d+(?:\.\d+)?)?)[\s-]$")
_DATED = re.compile(r"\s?[年月日号]")
_VAGUE = (Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 4), Fraction(3, 4), Fraction(1, 5))
_ABOUT = re.compile(
    r"(?:\b(?:about|around|roughly|approximately|nearly|almost|some|over|more than|just under)|[≈~∼约近逾]|超过)\s?$",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"(?:\b(?:more than|over|at least|less than|fewer than|under)|超过|不到|不足)\s?$", re.IGNORECASE)
_ALL = re.compile(r"\b(?:all|the|these|those|both) $", re.IGNORECASE)
_ONE_IN = re.compile(r"\bone (?:in|out of) $", re.IGNORECASE)
_ROUGHLY = Fraction(6)
"""Percentage points that «about half» may be off: who says so has not given a number."""


def missing(claim: str, passage: Passage) -> str | None:
    """The first number of `claim`, as it writes it, that the evidence does not hold."""
    for amount in amounts(claim):
        named = _name_before(claim, amount)
        if named and _numbered_otherwise(named, amount, passage):
            return f"{named} {amount.raw}"
        if not matches(amount, passage) and not _excused(claim, amount, passage):
            return amount.raw
    return None


def found(claim: str, passage: Passage) -> list[Amount]:
    """Of each number of `claim` the one of the evidence that stands nearest to the quote."""
    nearest = (matches(amount, passage) for amount in amounts(claim))
    return [given[0] for given in nearest if given]


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


def names_something(claim: str, amount: Amount, passage: Passage) -> bool:
    """Whether a number counts and measures nothing: of a name, a table, a date."""
    return amount.kind == "label" or bool(_DATED.match(claim, amount.end)) or in_a_name(claim, amount, passage)


def in_a_name(claim: str, amount: Amount, passage: Passage) -> bool:
    """Whether a number is part of a name that the evidence, or the title, has: «Mistral 7B»."""
    named = _name_before(claim, amount)
    return named is not None and fold(named + amount.raw).text in passage.folded


def _name_before(claim: str, amount: Amount) -> str | None:
    """«Llama» before «2», «WMT» before «2014»: the number is part of a name."""
    before = _NAMED.search(claim[max(0, amount.start - 30) : amount.start])
    named = before and before["name"] not in NO_NAMES and amount.kind in ("plain", "word") and amount.raw[0].isdigit()
    return before["name"] if before and named else None


def _numbered_otherwise(name: str, amount: Amount, passage: Passage) -> bool:
    """Whether the evidence has the name with other numbers only."""
    folded, number = fold(name).text, fold(amount.raw).text
    if len(folded) < 3 or amount.value.denominator > 1:
        return False
    pattern = rf"{re.escape(folded)}(\d+)"
    numbers = set(re.findall(pattern, passage.own) or re.findall(pattern, passage.folded))
    return bool(numbers) and not any(number.startswith(one) or one.startswith(number) for one in numbers)


def _excused(claim: str, amount: Amount, passage: Passage) -> bool:
    """Numbers that nobody would look up as they are written: in a name, a month, small counts of a list, «about half»."""
    if in_a_name(claim, amount, passage) or _rounded(claim, amount, passage):
        return True
    if claim[amount.end : amount.end + 2].lstrip().startswith("月"):
        return 1 <= amount.value <= 12 and _MONTHS[int(amount.value) - 1] in passage.text
    if amount.kind == "label":
        return not any(one.kind == "label" for one in passage.amounts)
    if amount.kind in ("word", "times") and amount.value in _VAGUE and not re.search(r"\d", amount.raw):
        return any(abs(percent - amount.value * 100) <= _ROUGHLY for percent in _percents(passage)) or _ratio(
            claim, amount, passage
        )
    if amount.kind == "times":
        if re.search(r"\d", amount.raw) and any(
            one.kind == "times" and passage.quoted.start <= one.start < passage.quoted.end for one in passage.amounts
        ):
            return False  # the quote says how many times: none is to be counted out
        return _ratio(claim, amount, passage)
    if amount.kind == "word" and _ONE_IN.search(claim[max(0, amount.start - 12) : amount.start]):
        return any(abs(percent - 100 / amount.value) <= _ROUGHLY for percent in _percents(passage))
    if amount.kind == "word" and amount.value <= 5:
        return _listed(claim, amount, passage)
    return False


def _rounded(claim: str, amount: Amount, passage: Passage) -> bool:
    """Whether a number that says it is about is one of the evidence with fewer figures: «约 3100 万» of 31,003,946."""
    if amount.kind not in ("plain", "word") or amount.value < 100 or not _ABOUT.search(claim[: amount.start][-20:]):
        return False
    shown = str(int(amount.value))
    figures = len(shown.rstrip("0"))
    near = (one.value for one in passage.amounts if abs(one.value - amount.value) < 10 ** (len(shown) - figures))
    return any(figures < len(str(int(value)).rstrip("0")) for value in near)


def _percents(passage: Passage) -> Iterator[Fraction]:
    for one in passage.amounts:
        if one.kind == "percent":
            yield one.value
        elif one.value < 1:
            yield one.value * 100


def _ratio(claim: str, amount: Amount, passage: Passage) -> bool:
    """Whether two numbers of the evidence stand in that ratio, nearly: «half» and «four times» may be counted out."""
    given = sorted({one.value for one in passage.amounts if one.value})[:60]
    wanted = max(amount.value, 1 / amount.value) if amount.value else Fraction(0)
    # «more than twice» and «less than half» say which way it is off.
    exact = Fraction(1, 50) if "." in amount.raw else Fraction(1, 8)
    most = wanted * (Fraction(3, 2) if _BEYOND.search(claim[: amount.start][-12:]) else 1 + exact)
    ratios = (large / small for small in given for large in given if large > small)
    return any(wanted * (1 - exact) <= ratio <= most for ratio in ratios)


def _listed(claim: str, amount: Amount, passage: Passage) -> bool:
    """Whether a small number may count what the evidence lists: it has a list, and no other number of the same thing."""
    mine = list(counted(words(claim), amount.end))
    things = mine[-1:]
    if (
        not things
        and amount.value > 2
        and amount.raw.isascii()
        and not _ALL.search(claim[max(0, amount.start - 8) : amount.start])
    ):
        return False  # what it counts is not said: nothing that could be a list
    for one in passage.amounts:
        said, at = passage.words_around(one)
        theirs = list(counted(said, at + one.end - one.start))
        if one.value <= 12 and things and (things == theirs[-1:] or (amount.value > 2 and things[0] in theirs)):
            return False
        # «seven document-level tasks ranging from …» and «two document-level tasks», «four sentences long»
        shared = set(mine) & set(theirs)
        if one.value <= 12 and (len(shared) > 1 or (amount.value > 2 and any(map(known, shared & set(theirs[-1:]))))):
            return False
    return bool(_ENUMERATION.search(passage.text)) or passage.text.count(",") >= amount.value - 1 or amount.value == 2
