"""The claims of a summary as they become whole: tidied, linted, grounded, none twice."""

from __future__ import annotations

from collections.abc import Sequence

from takeaways.model import Claim, Depth, Note

from ..grounding import Grounder
from .answer import NOTE, said
from .growing import Whole
from .lint import faults, tidy
from .passages import Passage
from .repetition import Repetition
from .terms import Terms

_MOST = {"one_sentence": 1, "takeaways": 8, "steps": 10}
_MOST_OF_PART = 5
_MOST_QUICK = 3


class Draft:
    """What of one answer stands.

    Parameters
    ----------
    grounder : Grounder
        Checks claims against the paper.
    paper : sequence of Passage
        As it was sent; claims name its numbers, from 1.
    language : str
        Asked for (BCP 47).
    depth : {"quick", "full"}
        How much was asked for.

    Attributes
    ----------
    faults : list of str
        What could not stand, in words that the model is told.
    """

    def __init__(self, grounder: Grounder, paper: Sequence[Passage], language: str, depth: Depth) -> None:
        self._grounder = grounder
        self._paper = paper
        self._language = language
        self._depth = depth
        self._terms: Terms | None = None
        self._repetition = Repetition()
        self._claims: dict[str, list[Claim]] = {}
        self.faults: list[str] = []

    def take(self, whole: Whole) -> Claim | None:
        """A claim that the model has written, checked; None where it is none, is faulty or was said before."""
        one = said(whole.raw)
        kept = self._claims.setdefault(whole.field, [])
        if one is None or len(kept) >= self._most(whole.field):
            return None
        if self._terms is None:  # they are written before the first claim
            self._terms = Terms(whole.so_far, " ".join(passage.text for passage in self._paper))
        named = [self._paper[number - 1] for number in one.passages if 0 < number <= len(self._paper)]
        text = self._terms.applied(tidy(one.text))
        found = faults(text, self._language, allowed=" ".join(passage.text for passage in named))
        if found or not text:
            self.faults += found
            return None
        blocks = [block for passage in named for block in passage.blocks]
        claim = self._grounder.claim(text, blocks, one.quote)
        # What the paper does not bear out is shown as such, however like a true claim it is.
        if claim.state == "quoted" and self._repetition.says_again(claim):
            return None
        self._terms.mentioned(text)
        kept.append(claim)
        return claim

    @property
    def count(self) -> int:
        """Claims that stand."""
        return sum(map(len, self._claims.values()))

    @property
    def one_sentence(self) -> Claim | None:
        """What the paper does, if the model said it."""
        return next(iter(self._claims.get("one_sentence", [])), None)

    @property
    def takeaways(self) -> tuple[Claim, ...]:
        """In the order in which the model wrote them."""
        return tuple(self._claims.get("takeaways", []))

    @property
    def note(self) -> Note:
        """By part."""
        return Note(**{part: tuple(self._claims.get(part, [])) for part in NOTE})

    def _most(self, field: str) -> int:
        if self._depth == "quick":
            return {"one_sentence": 1, "takeaways": _MOST_QUICK}.get(field, 0)
        return _MOST.get(field, _MOST_OF_PART)
