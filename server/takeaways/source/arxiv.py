"""arXiv identifiers: both schemes, and where they stand in a path.

The schemes are described at https://info.arxiv.org/help/arxiv_identifier.html. An id that has the shape but cannot
exist (month 13) is refused with the reason, so that a slip of the keyboard is not answered with another paper.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ..errors import NotAUrl

# Closed in April 2007, when the ids became numbers; later archives (stat, eess, …) never had ids of the old form.
ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|"
    "funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|"
    "q-alg|q-bio|quant-ph|solv-int|supr-con"
)
_SHAPE = (
    r"(?:(?P<number>[0-9]{4}\.[0-9]{3,6})"
    rf"|(?P<archive>{ARCHIVES})(?:\.[a-z-]+)?/(?P<old>[0-9]{{7}}))"  # the subject class (math.GT/…) is not part of the id
    r"(?:v(?P<version>[0-9]{1,4}))?"
)
_BARE = re.compile(rf"{_SHAPE}(?:\.pdf)?", re.IGNORECASE)
# The stamp on a PDF's first page: arXiv:1706.03762v7 [cs.CL] 2 Aug 2023
_NAMED = re.compile(rf"arxiv\s*:\s*{_SHAPE}(?:\.pdf)?(?:\s*\[[a-z.-]+\].*)?", re.IGNORECASE)
# After the id a file's ending, or a folder's contents (/html/1706.03762v7/x1.png); a slip of the full stop is forgiven.
_IN_PATH = re.compile(rf"(?:arxiv:)?{_SHAPE}(?:\.(?:pdf|ps|gz|ps\.gz|dvi|html?|md|txt))?[.,;:)\]]*(?:/.*)?", re.IGNORECASE)
_MENTION = re.compile(rf"(?<![\w.])(?:arxiv:\s*)?{_SHAPE}(?![\w])", re.IGNORECASE)
_PREFIX = re.compile(r"arxiv\s*:", re.IGNORECASE)


class ArxivId(NamedTuple):
    """An identifier that can exist. `paper` is without version: `1706.03762`, `hep-th/9901001`."""

    paper: str
    version: int | None = None

    def __str__(self) -> str:
        return self.paper if self.version is None else f"{self.paper}v{self.version}"


def bare(text: str) -> ArxivId | None:
    """The id that is the whole of `text`, with or without `arXiv:` before it; None where it has not the shape.

    Parameters
    ----------
    text : str
        Without spaces around it.

    Raises
    ------
    NotAUrl
        It has the shape of an id, or says `arXiv:`, but there can be no such id.
    """
    found = _BARE.fullmatch(text) or _NAMED.fullmatch(text)
    if found is None and _PREFIX.match(text):
        raise NotAUrl(f"«{text[:80]}» says arXiv, but what follows is not an arXiv id such as 1706.03762 or hep-th/9901001.")
    return _checked(found) if found else None


def in_path(path: str) -> ArxivId | None:
    """The id that a path starts with (`1706.03762v5.pdf`, `hep-th/9901001`); None where there is none.

    Parameters
    ----------
    path : str
        Percent-decoded, without a slash before it.

    Raises
    ------
    NotAUrl
        It has the shape of an id, but there can be no such id.
    """
    found = _IN_PATH.fullmatch(path)
    return _checked(found) if found else None


def mention(text: str) -> str | None:
    """The first thing in a text that has the shape of an arXiv id."""
    found = _MENTION.search(text)
    return found.group() if found else None


def _checked(found: re.Match[str]) -> ArxivId:
    digits = (found["number"] or found["old"]).replace(".", "")
    year, month, serial = int(digits[:2]), int(digits[2:4]), digits[4:]
    year += 1900 if found["old"] and year >= 91 else 2000
    if reason := _impossible(year, month, serial, old=bool(found["old"])):
        shown = found["number"] or f"{found['archive']}/{found['old']}"
        raise NotAUrl(f"«{shown}» looks like an arXiv id, but {reason}.")
    version = int(found["version"]) if found["version"] is not None else None
    if version == 0:
        raise NotAUrl(f"«{found.group()[:80]}» looks like an arXiv id, but versions start at v1.")
    return ArxivId(found["number"] or f"{found['archive'].lower()}/{found['old']}", version)


def _impossible(year: int, month: int, serial: str, *, old: bool) -> str | None:
    if not 1 <= month <= 12:
        return f"it would be of month {month:02d}: ids begin with two digits of the year and two of the month"
    if old and not (1991, 1) <= (year, month) <= (2007, 3):
        return "ids with an archive's name were given from 1991 to March 2007"
    if not old and (year, month) < (2007, 4):
        return "ids of this form begin in April 2007 (0704.0001)"
    expected = 3 if old else 4 if year < 2015 else 5
    if len(serial) != expected:
        return f"ids of that month have {expected} digits after the dot, and this has {len(serial)}"
    return "its number is zero" if not int(serial) else None
