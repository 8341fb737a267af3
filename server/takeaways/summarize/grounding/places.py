"""Whether the numbers of a claim stand among the words that they stand among in the paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .amounts import Amount
from .passage import Passage
from .wording import Word, likeness, near

_MARGIN = 0.3
"""How much better another number must fit a claim's words than the claim's own."""
_CROSSED = 0.3
_MUCH = 1.25
"""How much better, and by what factor besides, two numbers must fit crossed."""
_EVEN = 0.25
"""How much worse one of two crossed numbers may fit."""
_ALIKE = 0.12
"""Words that are as near to both of two numbers tell nothing of which is which."""
_LIST = 7
"""Characters from one number of a list to the next: «2.3 and 1.5 points»."""
_QUOTED = -0.05
"""The margin for a number within the very words that the claim quotes: they are its own ground."""

Around = dict[str, float]


class Found(NamedTuple):
    """A number of a claim, and where it stands in the evidence, nearest to the quote first."""

    claimed: Amount
    given: list[Amount]


class Places:
    """Each number of a claim with the words around it, and each of the evidence.

    Two that fit better crossed are each other's; one that fits worse than another that the claim does not use is that
    other's.
    """

    def __init__(self, said: list[Word], passage: Passage, mine: list[Found]) -> None:
        self._passage = passage
        self._mine = mine
        self._ours = [near(said, found.claimed.start, found.claimed.end) for found in mine]
        self._numbers = frozenset(word.what for word in said if word.number)
        self._around: dict[int, Around] = {}

    def wrong(self) -> str | None:
        """The number that another's place was given to."""
        return self._crossed() or self._taken()

    def _there(self, given: Amount) -> Around:
        if given.start not in self._around:
            said, at = self._passage.words_around(given)
            self._around[given.start] = near(said, at, at + given.end - given.start)
        return self._around[given.start]

    def _best(self, n: int) -> Amount:
        return max(self._mine[n].given, key=lambda one: likeness(self._ours[n], self._there(one), self._numbers))

    def _crossed(self) -> str | None:
        for n, found in enumerate(self._mine):
            for m, other in enumerate(self._mine[:n]):
                if other.claimed.value == found.claimed.value or other.claimed.kind != found.claimed.kind:
                    continue
                one, two = self._best(m), self._best(n)
                if self._listed(other.claimed, found.claimed) and self._listed(one, two):
                    continue
                if self._fits_crossed((self._ours[m], self._ours[n]), (self._there(one), self._there(two))):
                    return found.claimed.raw
        return None

    def _fits_crossed(self, ours: tuple[Around, Around], theirs: tuple[Around, Around]) -> bool:
        alike = {word for word in {*theirs[0], *theirs[1]} if abs(theirs[0].get(word, 0) - theirs[1].get(word, 0)) < _ALIKE}
        without = self._numbers | alike
        straight = [likeness(own, other, without) for own, other in zip(ours, theirs, strict=True)]
        crossed = [likeness(own, other, without) for own, other in zip(ours, theirs[::-1], strict=True)]
        gains = [across - along for across, along in zip(crossed, straight, strict=True)]
        return sum(crossed) > _MUCH * sum(straight) + _CROSSED and min(gains) > -_EVEN

    @staticmethod
    def _listed(one: Amount, other: Amount) -> bool:
        return 0 <= other.start - one.end <= _LIST

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

    def _fit(self, n: int, given: Sequence[Amount]) -> float:
        return max(likeness(self._ours[n], self._there(one)) for one in given)
