"""What pages write into their metadata, as it is meant: names turned round, dates, DOIs, markup inside texts."""

from __future__ import annotations

import html
import re
from datetime import date
from urllib.parse import unquote

from ..dom import squeeze

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>?#&]+")
_SUFFIX = re.compile(r"(jr|sr|ii|iii|iv|md|phd|ph\.d)\.?", re.I)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_WORDS = (
    re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?P<m>[A-Za-z]{3})[a-z]*\.?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<m>[A-Za-z]{3})[a-z]*\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})\s+(?P<m>[A-Za-z]{3})[a-z]*\.?\s+(?P<d>\d{1,2})"),
)


def plain(text: str | None) -> str | None:
    """A text without the markup and the entities that some pages leave in their metadata; None if nothing is left."""
    if not text:
        return None
    if "&" in text:
        text = html.unescape(text)
    return squeeze(_TAG.sub(" ", text).replace(" ,", ",").replace(" .", ".")) or None


def turned(name: str) -> str:
    """A name as it is spoken: «Ferreira, Tomás» as «Tomás Ferreira», «Ek, Per, Jr.» as «Per Ek Jr.»."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) == 2 and not _SUFFIX.fullmatch(parts[1]):
        return squeeze(f"{parts[1]} {parts[0]}")
    if len(parts) == 3 and any(_SUFFIX.fullmatch(part) for part in parts[1:]):
        given, suffix = (parts[1], parts[2]) if _SUFFIX.fullmatch(parts[2]) else (parts[2], parts[1])
        return squeeze(f"{given} {parts[0]} {suffix}")
    return squeeze(" ".join(parts))


def doi_in(text: str) -> str | None:
    """The DOI in a text or an address."""
    found = _DOI.search(unquote(text))
    if not found:
        return None
    bare = found[0].rstrip(".,;")
    return bare[:-1] if bare.endswith(")") and bare.count("(") < bare.count(")") else bare


def day(text: str | None) -> date | None:
    """A day; None of what names a year or a month only, or may be two days (03/04/2024)."""
    if not text:
        return None
    if found := _YEAR_FIRST.search(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_LAST.search(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if first > 12 or first == second:
            return _date(year, second, first)
        return _date(year, first, second) if second > 12 else None
    for pattern in _WORDS:
        if (found := pattern.search(text)) and (month := found["m"].casefold()) in _MONTHS:
            return _date(int(found["y"]), _MONTHS.index(month) + 1, int(found["d"]))
    return None


def _date(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
