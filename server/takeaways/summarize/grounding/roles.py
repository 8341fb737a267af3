"""Whether a claim's number does in it what it does in the paper: what it measures, what it counts, whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from . import values
from .amounts import Amount, amounts
from .concepts import known
from .parts import part
from .passage import Passage
from .tables import misread
from .wording import Word, counted, likeness, near, words

_MARGIN = 0.3
"""How much better another number must fit a claim's words than the claim's own."""
_EVEN = 0.1
"""How much worse one of two crossed numbers may fit."""
_QUOTED = -0.05
"""The same for a number within the very words that the claim quotes: they are its own ground."""


class Found(NamedTuple):
    """A number of a claim, and where it stands in the evidence, nearest to the quote first."""

    claimed: Amount
    given: list[Amount]


def misplaced(claim: str, passage: Passage) -> str | None:
    """The first number of `claim` that stands in the evidence for something else, as the claim writes it."""
    mine = [Found(one, values.matches(one, passage)) for one in amounts(claim)]
    mine = [found for found in mine if found.claimed.kind != "label" and not values.in_a_name(claim, found.claimed, passage)]
    mine = [found for found in mine if found.given]
    said = words(claim)
    for found in mine:
        wrong = _another_part(claim, passage, found) or _another_thing(said, passage, found)
        if wrong or misread(claim, found.given, passage):
            return found.claimed.raw
    return _Places(said, passage, mine).wrong()


def _another_part(claim: str, passage: Passage, found: Found) -> bool:
    """«On 75 % of the tasks» is no change «by 75 %», and «to 75 %» is none either; «75 tasks» are no 75 %."""
    one = found.claimed
    if one.kind == "plain" and all(given.kind == "percent" and given.value == one.value for given in found.given):
        return True
    if one.kind == "percent" and all(given.kind in ("plain", "word") and given.value == one.value for given in found.given):
        if "点" in one.raw or "point" in one.raw:
            return False
        tabled = any(part.block.kind in ("table", "caption") for part in passage.parts)
        return not tabled and "%" not in passage.text and "percent" not in passage.text
    mine = part(claim, one)
    theirs = {part(passage.text, given) for given in found.given}
    return mine is not None and mine not in theirs and None not in theirs and theirs | {mine} != {"level", "share"}


def _another_thing(said: list[Word], passage: Passage, found: Found) -> bool:
    """Whether a number counts a thing that is known (concepts.py) and stands nowhere near it in the evidence."""
    one = found.claimed
    if one.kind not in ("plain", "word") or one.year:
        return False
    things = [thing for thing in counted(said, one.end) if known(thing)]
    if not things:
        return False
    return all(_counts_other(things[-1], passage, given) for given in found.given)


def _counts_other(thing: str, passage: Passage, given: Amount) -> bool:
    said, at = passage.words_around(given)
    if any(word.what == thing for word in said):
        return False
    theirs = list(counted(said, at + given.end - given.start))
    if any(known(other) for other in theirs):
        return True
    return bool(theirs) and all(thing != word.what for word in words(passage.text))


class _Places:
    """Whether numbers stand among the words that the claim puts them among.

    Each number of the claim has words around it, and so has each number of the evidence. Two that fit better crossed
    are each other's; one that fits worse than another that the claim does not use is that other's.
    """

    def __init__(self, said: list[Word], passage: Passage, mine: list[Found]) -> None:
        self._passage = passage
        self._mine = mine
        self._ours = [near(said, found.claimed.start, found.claimed.end) for found in mine]
        self._numbers = frozenset(word.what for word in said if word.number)
        self._around: dict[int, dict[str, float]] = {}

    def wrong(self) -> str | None:
        """The number that another's place was given to."""
        return self._crossed() or self._taken()

    def _there(self, given: Amount) -> dict[str, float]:
        if given.start not in self._around:
            said, at = self._passage.words_around(given)
            self._around[given.start] = near(said, at, at + given.end - given.start)
        return self._around[given.start]

    def _fit(self, n: int, given: Sequence[Amount], without: frozenset[str] = frozenset()) -> float:
        return max(likeness(self._ours[n], self._there(one), without) for one in given)

    def _crossed(self) -> str | None:
        for n, found in enumerate(self._mine):
            for m, other in enumerate(self._mine[:n]):
                if other.claimed.value == found.claimed.value or other.claimed.kind != found.claimed.kind:
                    continue
                straight = self._fit(n, found.given, self._numbers), self._fit(m, other.given, self._numbers)
                crossed = self._fit(n, other.given, self._numbers), self._fit(m, found.given, self._numbers)
                if (
                    sum(crossed) > sum(straight) + _MARGIN
                    and min(crossed[0] - straight[0], crossed[1] - straight[1]) > -_EVEN
                ):
                    return found.claimed.raw
        return None

    def _taken(self) -> str | None:
        used = {found.claimed.value for found in self._mine}
        quoted, inner = self._passage.quoted, self._passage.words
        for n, found in enumerate(self._mine):
            fits = self._fit(n, found.given)
            at_home = any(quoted.start <= given.start < quoted.end for given in found.given)
            for other in self._passage.amounts:
                if not quoted.start <= other.start < quoted.end or other.value in used:
                    continue
                if other.kind != found.claimed.kind or other.year != found.claimed.year:
                    continue
                margin = _QUOTED if inner.start <= other.start < inner.end and not at_home else _MARGIN
                if self._fit(n, [other]) > fits + margin:
                    return found.claimed.raw
        return None
