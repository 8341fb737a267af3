"""Numbers of a claim that cannot be as it puts them, whatever the paper says: a part above its whole, a fall to more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .amounts import Amount
from .passage import Passage
from .values import same

_UNIT = r"[^\W\d]{0,12}"
_RANGE = re.compile(rf"\s?(?:%|{_UNIT})\s?(?:to|-|–|—|~|～|至|到)\s?", re.IGNORECASE)
_FROM = re.compile(r"(?:\bfrom|从|由)\s?[^.;。；，,\d]{0,40}$", re.IGNORECASE)
_TO = re.compile(r"\bto\s(?:about\s|almost\s|nearly\s|only\s|just\s)?$|(?:到|至)(?:了)?[^.;。；，,\d]{0,24}$", re.IGNORECASE)
_FALLS = re.compile(
    r"\b(?:reduc(?:es?|ed|ing)|drop(?:s|ped|ping)?|f[ae]ll(?:s|ing)?|decreas(?:es?|ed|ing)|cuts?|lower(?:s|ed|ing)|shrinks?|"
    r"shr[au]nk|declin(?:es?|ed|ing))\b|降[低到至为]|减[少到至为]|缩[小短减]",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"\b(?:increas(?:es?|ed|ing)|ris(?:es?|ing|en)|rose|gr[eo]ws?|growing|grown|rais(?:es?|ed|ing)|climb\w*)\b|增[加长到至]|[上提]升|升[到至]",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"[^.;。；]{0,60}(?:其中|当中|[中里]的?)[^.;。；]{0,30}")
_COUNTER = re.compile(r"\s?[万亿]?([篇条个名项次种张份位组])")
_THAN = re.compile(
    r"%?[^\W\d]{0,2}[^,.;，。；\d]{0,30},?\s(?:much |far |well |slightly )?(?:(?P<more>more|higher|better|above|greater|"
    r"larger)|(?P<less>fewer|less|lower|worse|below|smaller))\sthan\sthe\s(?:average of )?"
    r"|[^，。；\d]{0,4}[，,]?(?:远|明显|显著|大大|略)?(?:(?P<over>高于|多于|大于|高过)|(?P<under>低于|少于|小于))\s?",
    re.IGNORECASE,
)
_SENTENCE = 80
"""Characters of a clause that are looked back over for its verb."""


def contradicted(claim: str, mine: list[Amount], passage: Passage) -> str | None:
    """The first number of a claim that another number of the claim speaks against, as the claim writes it.

    Parameters
    ----------
    claim : str
        What is claimed.
    mine : list of Amount
        Its numbers, in order.
    passage : Passage
        The evidence: a range that falls there may fall in the claim.
    """
    for one, other in pairwise(mine):
        if _kind(one) != _kind(other) or one.year or other.year or "label" in (one.kind, other.kind):
            continue
        if any(found(claim, one, other) for found in (_moved, _part_of, _compared)) or _turned(claim, one, other, passage):
            return other.raw
    return None


def _kind(amount: Amount) -> str:
    return "plain" if amount.kind == "word" else amount.kind


def _moved(claim: str, one: Amount, other: Amount) -> bool:
    """«Falls from 1 % to 20 %»."""
    between = claim[one.end : other.start]
    if (
        one.value == other.value
        or not _FROM.search(claim[max(0, one.start - 60) : one.start])
        or not _TO.search(between[-40:])
    ):
        return False
    clause = re.split(r"[,.;，。；]\s?", claim[max(0, one.start - _SENTENCE) : one.start])[-1] + " " + between
    falls, rises = bool(_FALLS.search(clause)), bool(_RISES.search(clause))
    return falls != rises and (one.value < other.value) == falls


def _part_of(claim: str, one: Amount, other: Amount) -> bool:
    """«200 个工作进程中的 1746 个»: the part is more than the whole, both counted with one word."""
    if one.value >= other.value or not _WHOLE.fullmatch(claim[one.end : other.start]):
        return False
    counters = [_COUNTER.match(claim, amount.end) for amount in (one, other)]
    if not all(counters) or len({counter[1] for counter in counters if counter}) > 1:
        return False
    # «3 个数据集中的 10 个任务» are two things: so general a word must stand alone.
    last = counters[1]
    return last is not None and (last[1] in "篇条名份张" or not re.match(r"\s?[\u4e00-\u9fff]", claim[last.end() :]))


def _compared(claim: str, one: Amount, other: Amount) -> bool:
    """«88 %, more than the 95 %»."""
    found = _THAN.fullmatch(claim[one.end : other.start])
    if not found:
        return False
    return one.value < other.value if found["more"] or found["over"] else one.value > other.value


def _turned(claim: str, one: Amount, other: Amount, passage: Passage) -> bool:
    """«64 MB to 16 MB», where the paper has them the other way round."""
    if one.value <= other.value or not _RANGE.fullmatch(claim[one.end : other.start]):
        return False
    if _FROM.search(claim[max(0, one.start - 60) : one.start]):
        return False
    return any(
        same(other, low) and same(one, high) and _RANGE.fullmatch(passage.text[low.end : high.start])
        for low, high in _neighbours(passage)
    )


def _neighbours(passage: Passage) -> Iterator[tuple[Amount, Amount]]:
    return pairwise(sorted(passage.amounts, key=lambda amount: amount.start))
