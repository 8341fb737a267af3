"""Whether a claim's number does in it what it does in the paper: what it measures, what it counts, whose it is."""

from __future__ import annotations

import re
from itertools import pairwise

from . import values
from .amounts import Amount, amounts
from .bindings import rebound
from .concepts import known
from .contradictions import contradicted
from .directions import directions
from .parts import part
from .passage import Passage
from .places import Found, Places
from .tables import in_table, misread
from .wording import Word, counted, words

_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|all\s|our\s)?")
"""Between two numbers, the second is the whole."""
_BY = re.compile(r"\bby\s(?:about\s|over\s|only\s|almost\s|nearly\s)?$")
_DIFFERS = re.compile(
    r"\b(?:by|differ\w*|var(?:y|ie[sd])|chang\w+|shift\w*|doubl\w+|expan\w+|error|margin|gap|than|compared|relative|gain\w*|more|from|"
    r"over|versus|vs|up|down|bonus|overhead|slack)\b|[+Δ∆−]",
    re.IGNORECASE,
)
"""A number beside it may be a difference."""
_WHEN = re.compile(r"\b(early|late|mid)[\s-]$", re.IGNORECASE)
_FEW = 5
"""What is counted up to here is often a list."""
_ENDS = ("", ".", ",", ";", "|", ":")
"""What may stand after a number that nothing follows which it counts."""
_NEXT = 40
"""Characters after a number in which what it counts may be said another time («8 layers, or heads»)."""


def misplaced(claim: str, passage: Passage) -> str | None:
    """The first number of `claim` that stands in the evidence for something else, as the claim writes it."""
    mine = [Found(one, values.matches(one, passage)) for one in amounts(claim)]
    mine = [found for found in mine if not values.names_something(claim, found.claimed, passage)]
    mine = [found for found in mine if found.given]
    said = words(claim)
    for one, other in pairwise(amounts(claim)):
        if one.kind == other.kind == "plain" and one.value > other.value and _OF.fullmatch(claim[one.end : other.start]):
            return one.raw
    for found in mine:
        if _no_year(claim, passage, found):
            return found.claimed.raw
        wrong = _another_part(claim, passage, found) or _another_thing(said, passage, found)
        if wrong or misread(claim, found.given, passage):
            return found.claimed.raw
    impossible = contradicted(claim, amounts(claim), passage) or rebound(claim, amounts(claim), passage)
    if impossible:
        return impossible
    # A row of a table has numbers beside it that mean nothing to each other.
    told = [found for found in mine if not all(in_table(given, passage) for given in found.given)]
    return Places(said, passage, told).wrong()


def _no_year(claim: str, passage: Passage, found: Found) -> bool:
    """«In early 0»: what follows is a year, or it is said so there."""
    when = _WHEN.search(claim[max(0, found.claimed.start - 8) : found.claimed.start])
    if when is None or found.claimed.year or found.claimed.kind not in ("plain", "word"):
        return False
    return not any(when[1].lower() in passage.text[max(0, given.start - 8) : given.start].lower() for given in found.given)


def _another_part(claim: str, passage: Passage, found: Found) -> bool:
    """«On 75 % of the tasks» is no change «by 75 %», and «to 75 %» is none either; «75 tasks» are no 75 %."""
    one = found.claimed
    if one.kind == "plain" and all(given.kind == "percent" and given.value == one.value for given in found.given):
        return True
    if one.kind == "percent" and all(given.kind in ("plain", "word") and given.value == one.value for given in found.given):
        if "点" in one.raw or "point" in one.raw:
            return False
        return not any(_may_be_percent(given, passage) for given in found.given)
    if one.kind == "times" and all(given.kind == "times" and given.value != one.value for given in found.given):
        return False  # «to an eighth» is «by 8x»
    mine = part(claim, one)
    if mine == "change" and one.kind == "percent" and _BY.search(claim[: one.start]) and _still(passage, found.given):
        return True
    # Where the quote has the number, that is the one which is meant.
    quoted = [given for given in found.given if passage.quoted.start <= given.start < passage.quoted.end]
    theirs = {part(passage.text, given) for given in quoted or found.given}
    return mine is not None and mine not in theirs and None not in theirs and theirs | {mine} != {"level", "share"}


def _still(passage: Passage, given: list[Amount]) -> bool:
    """Whether nothing moves, and nothing is compared, in any sentence that a number stands in."""
    spans = {passage.sentence(one.start) for one in given}
    texts = [passage.text[span.start : span.end] for span in spans]
    return not any(directions(text) or _DIFFERS.search(text) for text in texts)


def _may_be_percent(given: Amount, passage: Passage) -> bool:
    """Whether a number without a sign may be a percentage: in a table, or where there are others and it counts nothing."""
    if any(part.block.kind in ("table", "caption") for part in passage.parts):
        return True
    said, at = passage.words_around(given)
    counts = any(counted(said, at + given.end - given.start))
    return not counts and ("%" in passage.text or "percent" in passage.text)


def _another_thing(said: list[Word], passage: Passage, found: Found) -> bool:
    """Whether a number counts a thing that is known (concepts.py) and stands nowhere near it in the evidence."""
    one = found.claimed
    if one.kind not in ("plain", "word") or one.year:
        return False
    things = [thing for thing in counted(said, one.end) if known(thing)]
    if not things:
        return False
    return all(_counts_other(things, passage, given) for given in found.given)


def _counts_other(things: list[str], passage: Passage, given: Amount) -> bool:
    said, at = passage.words_around(given)
    theirs = list(counted(said, at + given.end - given.start))
    end = at + given.end - given.start
    if set(things) & {*theirs, *(word.what for word in said if end <= word.start < end + _NEXT)}:
        return False
    if theirs and known(theirs[-1]):
        return True
    if any(word.what in things for word in said):
        return False
    if any(known(other) for other in theirs):
        return True
    bare = not theirs and (given.value <= _FEW or passage.text[given.end : given.end + 2].strip()[:1] not in _ENDS)
    return not bare and all(word.what not in things for word in words(passage.text))
