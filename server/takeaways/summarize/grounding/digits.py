"""Numbers written with figures: «28.4», «37,000», «4.5M», «450 万», «75 %», «8x»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from .amount import Amount, Kind
from .numerals import UNITS, times_of

_SCALES = {"k": 3, "m": 6, "b": 9, "t": 12, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "hundred": 2}
_DIGITS = r"\d{1,3}(?:,\s000)+(?!\d)|\d{1,3}(?:[,\u2009\u202f]\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|(?<![\w.])\.\d+"
_SCALE = r"(?P<scale>(?:[kKMBT](?![A-Za-z])|\s?(?:thousand|million|billion|trillion|hundred)\b))?"
_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS}){_SCALE}(?:\s?(?P<unit>[{UNITS}]{{1,4}}))?"
    r"(?P<percent>\s?\\?[%％]|(?:\s|-)?per\s?cent(?:age points?)?\b|\s?个百分点)?"
    r"(?P<times>\s?(?:[x×](?![a-wyz])(?!\s?\d)|-?\s?fold\b|times\b|倍)|\s?\\times\b(?!\s?\$?\s?\d))?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\b(?:Tables?|Tab\.|Figures?|Figs?\.|Sections?|Secs?\.|Sect\.|Eqs?\.|Equations?|Appendix|Algorithm|Theorem|Lemma|Row|"
    r"Chapter|Step|Definition|Corollary|Proposition|Example|Line|Rows|Phase|Stage|Level|Version|Type|Case|Experiment|Chapter|Volume|Footnote|Claim)\s*\(?|§\s?|[表图第式])\s*$",
    re.IGNORECASE,
)
_IN_A_NAME = re.compile(r"[A-Za-z_.\d]$|[A-Za-z][A-Za-z0-9]*[-–_^]$|[A-Za-z]\{$", re.ASCII)
_GLUED = re.compile(r"(?:st|nd|rd|th)\b|(?!(?:[a-zµ]{1,2}|[GMKTk]B?|[kMG]?Hz|[kM]?W|[kMG]?eV)\b)[A-Za-z]")
"""Ordinals, and letters that are no unit («3D»)."""
_LONGEST = 2000
"""Figures of a number, more than a claim has letters: of a run beyond that, which a paper may hold, Python makes none."""
_CITED_BEFORE = re.compile(r"\[(?:\d{1,3}\s?[,;–-]\s?)*$")
_CITED_AFTER = re.compile(r"(?:\s?[,;–-]\s?\d+)*\]")


def written(text: str) -> Iterator[Amount]:
    """The numbers of `text` that have figures; no citation's mark, and nothing that is part of a name («GPT-3», «F1»)."""
    for found in _NUMBER.finditer(text):
        start = found.start()
        before, after = text[max(0, start - 40) : start], text[found.end() : found.end() + 40]
        named = _IN_A_NAME.search(before) and not re.search(r"[a-z]\.$", before)
        glued = _GLUED.match(after) and not (found["scale"] or found["times"] or found["percent"])
        if named or glued or (_CITED_BEFORE.search(before) and _CITED_AFTER.match(after)):
            continue
        if len(found["digits"]) > _LONGEST:
            continue
        value = Fraction(re.sub(r"[,\s]", "", found["digits"]))
        if found["scale"]:
            value *= 10 ** _SCALES[found["scale"].strip().lower()]
        if found["unit"]:
            value *= times_of(found["unit"])
        kind: Kind = "percent" if found["percent"] else "times" if found["times"] else "plain"
        if kind == "plain" and _LABEL.search(before):
            kind = "label"
        yield Amount(value, kind, start, found.end(), found.group())
