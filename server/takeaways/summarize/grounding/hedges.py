"""Whether a claim leaves out what the paper hedges a number with: «up to», «almost», «at least»."""

from __future__ import annotations

import re
from typing import Literal

from . import values
from .amounts import Amount, amounts
from .passage import Passage

Bound = Literal["near", "most", "least"]

_ENGLISH: dict[Bound, str] = {
    "near": r"about|around|in the region of|just (?:under|over|short of)|a little (?:over|under)|not quite|between|"
    r"approximately|approx\.?|roughly|nearly|almost|close to|circa|ca\.|some|an estimated|estimated|virtually|"
    r"on the order of|in the order of|order of",
    "most": r"up to|at most|less than|fewer than|lower than|under|below|no more than|not more than|within|"
    r"as (?:many|much|high|large|low) as|(?:a )?maximum of",
    "least": r"at least|more than|over|greater than|higher than|above|no less than|not less than|exceeding|exceed(?:s|ed)?|"
    r"in excess of|upwards? of|no fewer than|not fewer than|as many as|beyond|(?:a )?minimum of",
}
_CHINESE: dict[Bound, str] = {
    "near": r"(?:大约|约)[^，。；、\d]{0,24}|大概|将近|接近|近|几乎|差不多|大致|[~∼≈]|\\sim|\\approx|\\simeq",
    "most": r"(?:高达|多达|最多|至多|不超过)[\u4e00-\u9fff]{0,4}|不到|少于|低于|小于|不足|最高|[<≤]|\\leq?",
    "least": r"至少[\u4e00-\u9fff]{0,4}|超过|不少于|不低于|多于|大于|高于|逾|最少|超出|上|[>≥]|\\geq?",
}
_NUMBER = r"(?:\d[\d.,]*|[一二两三四五六七八九十百千万]+|one|two|three|four|five|six|ten)"
_BETWEEN = (
    rf"(?:\s*{_NUMBER}\s?(?:%\s?)?(?:[-–~]|to|and|至|到))?"
    r"(?:\s*(?:(?:a\s)?factor\sof|the|an?|only|just|roughly|about|为|到|至|达|了|有|在|\$|\(|\+|\\|\{|~))*\s*$"
)
_BEFORE = {
    bound: re.compile(rf"(?:(?<![A-Za-z])(?:{_ENGLISH[bound]})(?=[\s$~\\])|{_CHINESE[bound]}){_BETWEEN}", re.IGNORECASE)
    for bound in ("near", "most", "least")
}
_AFTER: dict[Bound, re.Pattern[str]] = {
    "near": re.compile(r"\s?or so\b|\s?or thereabouts|-odd|\s?odd\b|[\s\w%]{0,5}?(?:左右|上下)"),
    "most": re.compile(
        r"\s?or (?:less|fewer|lower|below)|\s?at (?:the )?most|[\s\w%]{0,8}?(?:以内|以下|之内)|\s?或更[低少小短]"
    ),
    "least": re.compile(
        r"\s?or (?:more|higher|better|above|greater|larger)|\+(?!\d)|\s?at least|"
        r"[\s\w%]{0,8}?以上|\s?余|\s?多|\s?或(?:更|以)[高多大上长]"
    ),
}
_IN_A_RANGE = re.compile(r"\s?(?:[-–—]|to)\s?\d")
_RANGE_BEFORE = re.compile(r"\d\s?(?:[-–—]|to)\s?$")
_BOUNDS: tuple[Bound, ...] = ("near", "most", "least")


def dropped_of_number(claim: str, passage: Passage) -> str | None:
    """The paper's hedge of a number, in its own words, that `claim` leaves out or turns; None where there is none.

    One added is no fault, nor is «about» for «up to».
    """
    for amount in amounts(claim):
        hedge = _dropped(claim, amount, passage)
        if hedge:
            return hedge
    return None


def _dropped(claim: str, amount: Amount, passage: Passage) -> str | None:
    found = values.matches(amount, passage)
    if not found or amount.kind == "label" or amount.year:
        return None
    mine_too = [one for one in amounts(claim) if one.value == amount.value]
    # The words that the claim quotes are asked first, then their sentence; that one alone where it has the number twice.
    spans = (passage.quoted,) if len(mine_too) > 1 else (passage.words, passage.quoted)
    near = ([one for one in found if span.start <= one.start < span.end] for span in spans)
    here = next(filter(None, near), found)
    if len(mine_too) == len(here) > 1:
        here = sorted(here, key=lambda one: one.start)[mine_too.index(amount) :][:1]
    theirs = [_bound(passage.text, one) for one in here]
    if any(_IN_A_RANGE.match(passage.text, one.end) or _RANGE_BEFORE.search(passage.text[: one.start]) for one in here):
        return None  # a range says by itself that it is not exact
    held = [one for one in theirs if one]
    if len(held) < len(theirs):
        return None
    mine = _bound(claim, amount)
    if mine is None:
        return held[0][1]
    kinds = {bound for bound, _ in held}
    return held[0][1] if mine[0] not in kinds and "near" not in kinds | {mine[0]} else None


def _bound(text: str, amount: Amount) -> tuple[Bound, str] | None:
    before, after = text[max(0, amount.start - 34) : amount.start], text[amount.end : amount.end + 18]
    for bound in _BOUNDS:
        found = _BEFORE[bound].search(before)
        if found:
            return bound, re.sub(r"[\s$({]+$", "", re.sub(r"\s+", " ", found.group()))
    for bound in _BOUNDS:
        follows = _AFTER[bound].match(after)
        if follows:
            return bound, follows.group().strip()
    return None
