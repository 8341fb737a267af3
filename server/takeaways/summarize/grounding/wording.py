"""A text as words: English ones, names, and the Chinese ones that are known; what stands near a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .concepts import CHINESE_WORDS, concept

_WORD = re.compile(
    rf"[A-Za-z][A-Za-z0-9]*(?:[-’'][A-Za-z0-9]+)*|{CHINESE_WORDS}|[,;:，；：。.!?！？()（）|]|\b(?:and|while|but|whereas|although|though)\b|而|和|但|以上|以下|以内|左右",
    re.ASCII,
)
_EMPTY_WORDS = """
    the a an of to in on at for from with by and or as is are was were be been has have had do does did that which this these
    those it its their our we they he she than then more most less only also both each all any some such same other into over
    under about up out not no can may will would could should if when while where who whose there here between after before
    during per via using used use based respectively compared approximately roughly almost nearly least another one
    """
_EMPTY = frozenset(_EMPTY_WORDS.split())
_STOPS = ",;:，；：。.!?！？()（）|"
_PARTING = ("and", "while", "but", "whereas", "although", "though", "而", "和", "但", "以上", "以下", "以内", "左右")
_BREAK = 2.0
"""Words that a comma is worth as distance."""
_FAR = 12.0
_ANCHOR = 0.35
"""The least weight of another number: whatever the language, two numbers that stand together do so in the paper."""


class Word(NamedTuple):
    """A word that means something, as it is compared, and where it stands; `stop`: it parts clauses."""

    what: str
    start: int
    end: int
    stop: bool

    @property
    def number(self) -> bool:
        """Whether it is written with figures."""
        return self.what[:1].isdigit()


def words(text: str) -> list[Word]:
    """The words of a text in order, those of the grammar left out, punctuation kept as stops."""
    return list(_words(text))


def _words(text: str) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        word = found.group()
        if word in _STOPS or word in _PARTING:
            yield Word("", found.start(), found.end(), True)
        elif word[0].isdigit():
            yield Word(word.replace(",", ""), found.start(), found.end(), False)
        elif word.lower() not in _EMPTY:
            # «English-to-German» is compared as its words too.
            for part in re.finditer(r"[A-Za-z0-9]+|[^\x00-\x7f]+", word):
                if part.group().lower() not in _EMPTY:
                    at = found.start() + part.start()
                    yield Word(concept(part.group()), at, at + len(part.group()), False)


def near(said: Sequence[Word], start: int, end: int) -> dict[str, float]:
    """The words around `[start, end)`, each with a weight that falls with its distance; a clause's end counts as words.

    Parameters
    ----------
    said : sequence of Word
        The words of one sentence, in order.
    start, end : int
        Where the number stands, in the same text.
    """
    weights: dict[str, float] = {}
    after = [word for word in said if word.start >= end]
    before = [word for word in reversed(said) if word.end <= start]
    for side, first in ((after, 0.0), (before, 0.5)):
        away = first
        for word in side:
            away += _BREAK if word.stop else 1.0
            if away > _FAR:
                break
            if not word.stop:
                weight = 1.0 / away
                if word.number:
                    weight = max(weight, _ANCHOR)
                weights[word.what] = max(weights.get(word.what, 0.0), weight)
    return weights


def counted(said: Sequence[Word], end: int) -> Iterator[str]:
    """The words right after a number («of the» between them), to the end of its phrase: the last is what it counts."""
    at = end
    for word in said:
        if word.start < end:
            continue
        if word.stop or word.number or word.start - at > (8 if at == end else 1):
            return
        yield word.what
        at = word.end


def likeness(one: dict[str, float], other: dict[str, float], without: frozenset[str] = frozenset()) -> float:
    """How much two surroundings share: the sum over common words of the lesser weight, some words left out."""
    return sum(min(weight, other[word]) for word, weight in one.items() if word in other and word not in without)
