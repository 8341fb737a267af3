"""arXiv's author line: names, collaborations, and affiliations in brackets, numbered or not.

The line is what its submitter typed («A. Smith (1 and 2), B. Jones (2) for the X Collaboration ((1) MIT, (2) CERN)»);
arXiv makes names into links where it knows them for names (arXiv/arxiv-base, `arxiv/authors`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...model import Author
from ..html.dom import squeeze
from .accents import characters

_GROUP = re.compile(r"\b(collaborations?|consortium|group|team|project|network)\b", re.I)
_FOR = re.compile(r"[\s,]*\b(?:(?:on|in) behalf of(?: the)?|for the)\s+", re.I)
_BETWEEN = re.compile(r"^(?:and|&|with)\s+|\s+(?:and|&|with)$", re.I)
_NO_NAME = re.compile(r"^et\.? al\b|^\W*$|^(?:and|for|the|with|for the|on behalf of(?: the)?)$", re.I)
_NO_PLACE = re.compile(r"^(?:deceased|editors?|eds?\.?|\W*)$", re.I)
_NUMBERED = re.compile(r"\(\s*(\w{1,3})\s*\)\s*")
_NUMBERS = re.compile(r"\w{1,3}(?:\s*(?:,|;|&|and)\s*\w{1,3})*")
_PARTED = re.compile(r"\s*(?:,|;|&|\band\b)\s*")


def authors_of(pieces: Iterable[tuple[str, bool]]) -> tuple[Author, ...]:
    """All authors of a line, in order.

    Parameters
    ----------
    pieces : iterable of (str, bool)
        The line's texts in order; True for one that is known to be a name.

    Returns
    -------
    tuple of Author
        A collaboration is an author too. Affiliations are those in brackets right after a name; a number is replaced by
        what the line's end says it stands for, and dropped where that says nothing.
    """
    names: list[str] = []
    places: list[list[str]] = []
    legend: dict[str, str] = {}
    for text, is_name in pieces:
        for part, inside in [(text, False)] if is_name else _bracketed(text):
            if inside and (found := _legend(part)):
                legend |= found
            elif inside and names:
                places[-1].append(part)
            elif not inside:
                for name in _names(part, is_name):
                    names.append(name)
                    places.append([])
    return tuple(Author(name=name, affiliations=_resolved(given, legend)) for name, given in zip(names, places, strict=True))


def _names(text: str, is_name: bool) -> list[str]:
    """The names in a text between links: arXiv leaves collaborations and very short names without one."""
    found = []
    for part in [text] if is_name else re.split(r"[,:;]", text):
        for name in _FOR.split(characters(squeeze(part).replace("~", " "))):
            name = squeeze(_BETWEEN.sub("", squeeze(name)))
            if name and not _NO_NAME.match(name) and re.search(r"[^\W\d_]", name) and (is_name or _plausible(name)):
                found.append(name)
    return found


def _plausible(name: str) -> bool:
    return bool(_GROUP.search(name)) or (len(name) < 4 and name[:1].isupper())


def _bracketed(text: str) -> list[tuple[str, bool]]:
    """A text in parts outside and inside its outermost brackets."""
    parts: list[tuple[str, bool]] = []
    depth, start = 0, 0
    for at, letter in enumerate(text):
        if letter == "(":
            if depth == 0:
                parts.append((text[start:at], False))
                start = at + 1
            depth += 1
        elif letter == ")" and depth:
            depth -= 1
            if depth == 0:
                parts.append((text[start:at], True))
                start = at + 1
    return [*parts, (text[start:], False)]


def _legend(text: str) -> dict[str, str]:
    """«(1) MIT, (2) CERN» as what each number stands for; empty for any other text."""
    marks = list(_NUMBERED.finditer(text))
    if not marks or text[: marks[0].start()].strip():
        return {}
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return {
        mark[1]: characters(squeeze(text[mark.end() : end]).strip(" ,;."))
        for mark, end in zip(marks, ends, strict=True)
        if text[mark.end() : end].strip(" ,;.")
    }


def _resolved(given: list[str], legend: dict[str, str]) -> tuple[str, ...]:
    found: list[str] = []
    for place in given:
        place = squeeze(place)
        numbers = _PARTED.split(place)
        if _NUMBERS.fullmatch(place) and (legend or place.replace(" ", "").replace(",", "").isdigit()):
            found += [legend[number] for number in numbers if number in legend]
        elif not _NO_PLACE.match(place):
            found += [characters(part) for part in map(str.strip, place.split(";")) if part]
    return tuple(dict.fromkeys(found))
