"""Footnotes of page 1 that name affiliations: behind a mark, in a sentence («J. Doe is with …»), below names."""

from __future__ import annotations

import re

from ..layout import Layout
from ..roles import follows
from .entries import clean
from .houses import INSTITUTION
from .marks import CLOSE, MARKED, OPEN, marks_in
from .names import Name, list_of
from .pieces import pieces_of
from .signs import ASIDE, CONTACT, EMAIL

_WITH = re.compile(
    r"\b(?:is|are|was|were)\s+(?:also\s+|both\s+)?(?:with|at|affiliated with)\s+(?:the\s+)?(?P<where>[^({<;@]+?)"
    r"(?=\s*[({<;]|\.\s|\.?$|,?\s+\S+@|,?\s+e-?mail|\s+and\s+(?:with|also)\b)"
)
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.;)])\s+(?=[A-Z⟦])|(?<=\)\.)\s+")
_SIGN = re.compile(r"[∗*†‡§¶⋆]")
_LEAD = re.compile(
    r"^(?:the\s+(?:\w+\s+)?authors?\s+(?:is|are)\s+)?(?:also\s+)?(?:(?:co-?)?affiliated\s+)?(?:with|at)\s+(?:the\s+)?", re.I
)


def footnotes_of(
    layout: Layout, first: list[int], skip: set[int], names: list[Name]
) -> tuple[dict[str, str], dict[int, str]]:
    """What the foot of page 1 says of the names' affiliations.

    Parameters
    ----------
    layout : Layout
    first : list of int
        The lines of page 1.
    skip : set of int
        Lines of title, names and abstract.
    names : list of Name

    Returns
    -------
    by_mark : dict of str to str
        Affiliations behind marks that names have.
    by_name : dict of int to str
        Affiliations of which the note says whose they are, by the name's place in the list.
    """
    used = {mark for name in names for mark in name.marks}
    by_mark: dict[str, str] = {}
    by_name: dict[int, str] = {}
    for lines in _notes(layout, first, skip):
        text = _joined(lines)
        parts = MARKED.split(text)
        for marks, said in zip(parts[1::2], parts[2::2], strict=True):
            found = [mark for mark in marks_in(marks) if mark in used]
            place = _place(said)
            if place and found:
                by_mark.setdefault(found[0], place)
        for sentence in _SENTENCE.split(MARKED.sub(" ", text)):
            said_of = _WITH.search(sentence)
            place = clean(said_of["where"]) if said_of else ""
            if said_of and INSTITUTION.search(place):
                for k in _who(sentence[: said_of.start()], names):
                    by_name.setdefault(k, place)
        _below_names(lines, names, by_name)
    return by_mark, by_name


def _notes(layout: Layout, first: list[int], skip: set[int]) -> list[list[str]]:
    """The runs of lines at the foot of the page: small, low, or led by a sign."""
    low = [n for n in first if layout.lines[n].base < 0.55 * layout.heights[1] and layout.lines[n].letters > 1]
    runs: list[list[int]] = []
    for before, n in zip([-1, *low], low, strict=False):
        line = layout.lines[n]
        if n in skip:
            continue
        if runs and before == runs[-1][-1] and follows(layout.lines[runs[-1][-1]], line, 1.9):
            runs[-1].append(n)
        elif line.size < layout.size - 0.4 or line.base < 0.2 * layout.heights[1] or _SIGN.match(line.text):
            runs.append([n])
    return [[piece.text for piece in pieces_of([(n, layout.lines[n]) for n in run])] for run in runs]


def _joined(lines: list[str]) -> str:
    text = ""
    for line in lines:
        said = re.sub(r"^(\d{1,2})(?=[^\W\d_])", rf"{OPEN}\1{CLOSE}", line)
        text = text[:-1] + said if text.endswith("-") and said[:1].islower() else f"{text} {said}"
    return text.strip()


def _place(said: str) -> str | None:
    """The affiliation that a note gives, if it gives one: an address, most of its words with a capital."""
    for sentence in _SENTENCE.split(said.strip()):
        text = clean(_LEAD.sub("", re.split(r"\bCorrespond", sentence.strip())[0]))
        long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
        small = sum(word[0].islower() for word in long)
        if INSTITUTION.search(text) and not ASIDE.search(text) and len(text) < 300 and 4 * small <= len(long):
            return text
    return None


def _below_names(lines: list[str], names: list[Name], by_name: dict[int, str]) -> None:
    """Addresses below lines that hold nothing but names of the list: «I. Lindqvist · W. Chen⏎Department of Ecology, …»."""
    people: list[int] = []
    address: list[str] = []
    for line in [*lines, ""]:
        listed = list_of(line)
        who = _who(line, names) if listed else []
        ended = not line or CONTACT.search(line) or (listed is not None and len(who) == len(listed))
        if ended and people:
            place = clean(_joined(address))
            if INSTITUTION.search(place) and not ASIDE.search(place) and len(place) < 300:
                for k in people:
                    by_name.setdefault(k, place)
            people, address = [], []
        if listed is not None and len(who) == len(listed):
            people, address = who, []
        elif people and not EMAIL.search(line):
            address.append(line)


def _who(said: str, names: list[Name]) -> list[int]:
    """Which names «A. Hundt, B. Killeen and C. Paxton» are: by family name and first initial, where only one fits."""
    out = []
    for part in re.split(r"\s*[,·;•]\s*(?:and\s+)?|\s+and\s+|\s+&\s+", MARKED.sub(" ", said).strip()):
        words = re.findall(r"[^\W\d_]+", part)
        fitting = [k for k, name in enumerate(names) if words and _fits(words, re.findall(r"[^\W\d_]+", name.text))]
        if len(fitting) == 1:
            out += fitting
    return out


def _fits(words: list[str], name: list[str]) -> bool:
    return bool(name) and words[-1].casefold() == name[-1].casefold() and (len(words) == 1 or words[0][0] == name[0][0])
