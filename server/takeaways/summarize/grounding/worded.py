"""Numbers written as words: «three», «twice», «fifty-two percent», «三种», «两倍», «百分之七十五», «七成五»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from .amount import Amount, Kind
from .numerals import CHINESE, ENGLISH, chinese, english

_WORDED = re.compile(
    rf"\b(?P<english>{ENGLISH})\b(?P<percent>(?:\s|-)per\s?cent\b)?(?P<times>\s?-?fold\b|\stimes\b)?"
    rf"|百分之(?P<hundredth>{CHINESE}|\d{{1,40}}(?:\.\d{{1,40}})?)"
    rf"|(?P<below>{CHINESE}|\d{{1,40}})分之(?P<above>{CHINESE}|\d{{1,40}})"
    rf"|(?P<tenths>[一二三四五六七八九])成(?P<half>[一二三四五六七八九半])?(?![为功了本就立员长型熟份分果])"
    rf"|(?P<chinese>{CHINESE})(?P<counter>倍|个百分点|[个種种项類类层篇名条次步轮阶位句组维年月天周人张台块折份段对枚秒分]|小时|元组|部分|者)",
    re.IGNORECASE,
)
_RATIOS = re.compile(
    r"\b(?P<two>twice|doubles?|doubled|doubling|two-?fold)\b|\b(?P<three>triples?|tripled|thrice|threefold)\b"
    r"|\b(?P<half>half|halves|halved|halving)\b|一半|半数|减半|\b(?P<third>third)\b(?<=a third)|\ba (?P<quarter>quarter)\b"
    r"|翻(?:了)?一?番|翻倍|加倍",
    re.IGNORECASE,
)


def worded(text: str) -> Iterator[Amount]:
    """The numbers of `text` that are words, «one» and «一» aside: they count nothing, mostly."""
    for found in _WORDED.finditer(text):
        kind: Kind = "word"
        if found["english"]:
            value = Fraction(english(found["english"]))
            kind = "percent" if found["percent"] else "times" if found["times"] else "word"
        elif found["hundredth"]:
            value, kind = _chinese(found["hundredth"]), "percent"
        elif found["below"]:
            value, kind = _chinese(found["above"]) / (_chinese(found["below"]) or 1), "times"
        elif found["tenths"]:
            half = found["half"]
            value, kind = _chinese(found["tenths"]) * 10 + (5 if half == "半" else _chinese(half) if half else 0), "percent"
        else:
            if text[found.start() - 1 : found.start()] in ("第", "数", "几", "每"):
                continue
            value = _chinese(found["chinese"])
            # «一个» is an article, «十分» says «very».
            # «两者» are those just named.
            if value == 1 or found["counter"] == "者" or found.group() in ("十分", "万分", "百分", "千万年"):
                continue
            kind = "times" if found["counter"] == "倍" else "percent" if found["counter"] == "个百分点" else "word"
        yield Amount(value, kind, found.start(), found.end(), found.group().strip())


def _chinese(letters: str) -> Fraction:
    return Fraction(letters) if letters[0].isdigit() else chinese(letters)


def ratios(text: str) -> Iterator[Amount]:
    """«twice», «half», «翻倍»."""
    for found in _RATIOS.finditer(text):
        word = found.group().lower()
        value = Fraction(2)
        if found["three"]:
            value = Fraction(3)
        elif found["half"] or word in ("一半", "半数", "减半"):
            value = Fraction(1, 2)
        elif found["third"]:
            value = Fraction(1, 3)
        elif "quarter" in word:
            value = Fraction(1, 4)
        yield Amount(value, "times", found.start(), found.end(), found.group())
