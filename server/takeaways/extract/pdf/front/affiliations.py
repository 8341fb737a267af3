"""Affiliations, each tied to the names that the paper ties it to: by marks, by columns, by standing below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .byline import Byline
from .entries import clean, entries_of
from .houses import COUNTRY, INSTITUTION


@dataclass
class Affiliations:
    """All affiliations in the order in which they are printed, and for each name the ones tied to it."""

    all: list[str] = field(default_factory=list)
    tied: list[list[str]] = field(default_factory=list)

    def tie(self, name: int, text: str) -> None:
        """Tie an affiliation to a name; one that is printed twice is one."""
        text = self.add(text)
        if text not in self.tied[name]:
            self.tied[name].append(text)

    def add(self, text: str) -> str:
        """Keep an affiliation once, in the words in which it is printed first."""
        same = next((one for one in self.all if _fold(one) == _fold(text)), None)
        if same is None:
            self.all.append(text)
        return same or text


def affiliations_of(byline: Byline, notes: dict[str, str], said: dict[int, str]) -> Affiliations:
    """Tie affiliations to names.

    Parameters
    ----------
    byline : Byline
    notes : dict of str to str
        Footnotes of page 1 that hold an affiliation, by their marks.
    said : dict of int to str
        What sentences of footnotes say of single names, by their place in the list.
    """
    names = byline.names
    out = Affiliations(tied=[[] for _ in names])
    used = {mark for name in names for mark in name.marks}
    entries = entries_of(byline, used)
    by_mark = {entry.mark: entry.text for entry in entries if entry.mark}
    for k, name in enumerate(names):
        for text in _apart(name.beside):
            out.tie(k, text)
    if not by_mark:
        entries.sort(key=lambda entry: entry.members[:1])  # in the order of the names, where these stand in columns
    for entry in entries:
        out.add(entry.text)
    for k, name in enumerate(names):
        for mark in _known(name.marks, by_mark):
            out.tie(k, by_mark[mark])
    blocks: dict[tuple[int, ...], list[str]] = {}
    for entry in entries:
        if entry.mark is None:
            blocks.setdefault(entry.members, []).append(entry.text)
    for members, texts in blocks.items():
        free = [k for k in members if not out.tied[k]]
        # Of several below a group of names, whose is whose is not said.
        for k in free if len(texts) == 1 or len(members) == 1 else ():
            for text in texts:
                out.tie(k, text)
    for k, name in enumerate(names):
        for mark in _known(name.marks, {mark: text for mark, text in notes.items() if mark not in by_mark}):
            out.tie(k, notes[mark])
        if k in said and not out.tied[k]:
            out.tie(k, said[k])
    return out


def _apart(text: str) -> list[str]:
    """The addresses that stand behind a name: «University of Umeå, Sweden, and Google DeepMind, London, UK» are two."""
    parts = [""]
    for part in re.split(r"(?:,|;)\s+and\s+|;\s+", text):
        if parts[-1] and COUNTRY.search(parts[-1]) and INSTITUTION.search(part):
            parts.append(part)
        else:
            parts[-1] = f"{parts[-1]}, and {part}" if parts[-1] else part
    return [clean(part) for part in parts if INSTITUTION.search(part) or COUNTRY.search(part)]


def _known(marks: list[str], by_mark: dict[str, str]) -> list[str]:
    """A name's marks that lead to an affiliation; «12» is 1 and 2 where there is no twelfth."""
    out: list[str] = []
    for mark in marks:
        if mark in by_mark:
            out.append(mark)
        elif len(mark) > 1 and all(one in by_mark for one in mark):
            out += list(mark)
    return out


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
