"""The numbers of a text, in English and in Chinese, each with what it measures.

«4.5 million», «4.5M», «450 万» and «4,500,000» are one number; «75 %», «75 percent», «百分之七十五» and «七成五» are one
percentage; «2x», «twofold», «twice» and «两倍» one ratio. Nothing is rounded.
"""

from __future__ import annotations

import re

from .amount import Amount
from .digits import written
from .worded import ratios, worded

__all__ = ["Amount", "amounts"]


def amounts(text: str) -> list[Amount]:
    """The numbers of `text` in order; those that are part of a name («GPT-3», «F1») or a citation's mark are none."""
    found = sorted([*written(text), *worded(text), *ratios(text)], key=lambda amount: (amount.start, -amount.end))
    kept: list[Amount] = []
    for amount in found:
        if not kept or amount.start >= kept[-1].end:
            kept.append(amount)
    return _scaled(_shared(kept, text), text)


_RANGE = re.compile(r"\s?(?:[-–—~～]|to|至|到)\s?")
_SPACED = re.compile(r"\s?k\b")
_JOIN = re.compile(r"\s*(?:[-–—~～,、]|,?\s?(?:and|to|or)|至|到|和|或|与)\s*")


def _shared(found: list[Amount], text: str) -> list[Amount]:
    """In «3–5%» and «12 and 15%» the last number's unit is that of all."""
    kept = list(found)
    for n in range(len(kept) - 2, -1, -1):
        one, next_one = kept[n], kept[n + 1]
        if one.kind == "plain" and next_one.kind in ("percent", "times") and _JOIN.fullmatch(text[one.end : next_one.start]):
            kept[n] = Amount(one.value, next_one.kind, one.start, one.end, one.raw)
    return kept


def _scaled(found: list[Amount], text: str) -> list[Amount]:
    """In «1–20 k» and «2 to 3 million» the scale of the last number is that of the first."""
    kept = list(found)
    for n in range(len(kept) - 1):
        one, last = kept[n], kept[n + 1]
        if one.kind not in ("plain", "word") or last.kind != one.kind or not _RANGE.fullmatch(text[one.end : last.start]):
            continue
        spaced = _SPACED.match(text, last.end)
        if spaced and last.value < 1000:  # «300 K» alone may be a temperature
            last = kept[n + 1] = Amount(
                last.value * 1000, last.kind, last.start, spaced.end(), text[last.start : spaced.end()]
            )
        scale = next((scale for scale in _SCALES if last.value >= scale), None)
        if scale and one.value < 1000 and not _BARE.fullmatch(last.raw.strip()) and one.value * scale < last.value:
            kept[n] = Amount(one.value * scale, one.kind, one.start, one.end, one.raw)
    return kept


_SCALES = (10**9, 10**6, 1000)
_BARE = re.compile(r"[\d.,\s]+")
