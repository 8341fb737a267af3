"""What the models say of a paper's sentences: the zones of its abstract, the aspects of its abstract and its ends."""

from __future__ import annotations

from collections.abc import Mapping

from .aspects import Aspects
from .cues import Aspect
from .features import LABELS, lines
from .ranking import by_phrases
from .reading import Reading, Sentence
from .roles import Role
from .weights import Models
from .zones import Zones

_PARTS = {Role.ABSTRACT: "abstract", Role.INTRODUCTION: "introduction", Role.CONCLUSION: "conclusion"}
_MOST = 120
"""Sentences of a part that are read: introductions of books are long, and what they say is at their beginning."""


class Telling:
    """What the models tell of the sentences that they have learned to read: those of `_PARTS`, in English.

    Parameters
    ----------
    reading : Reading
        The paper.
    models : Models
        The models.
    """

    def __init__(self, reading: Reading, models: Models) -> None:
        self._models = models
        self._title = reading.document.paper.title
        self.abstract = reading.of_role(Role.ABSTRACT)[:_MOST] if reading.english else []
        self._lines = lines([sentence.text for sentence in self.abstract])
        self.marginals = models.zones.marginals(self._lines)
        self._zones = {
            sentence.at: dict(zip(LABELS, row, strict=True))
            for sentence, row in zip(self.abstract, self.marginals, strict=True)
        }
        self._chances: dict[int, Mapping[str, float]] = {}
        if reading.english:
            for role, part in _PARTS.items():
                if found := reading.of_role(role)[:_MOST]:
                    self._read(found, part, models.zones, models.aspects)

    def zone(self, sentence: Sentence, label: str) -> float:
        """How likely, from 0 to 1, a sentence of the abstract has that label; 0 for any other sentence."""
        return self._zones.get(sentence.at, {}).get(label, 0.0)

    def aspect(self, sentence: Sentence, aspect: str) -> float:
        """How likely, from 0 to 1, a sentence tells `challenge`, `approach` or `outcome`; 0 where no model has looked."""
        return self._chances.get(sentence.at, {}).get(aspect, 0.0)

    def best_form(self) -> tuple[Sentence, str] | None:
        """The sentence of the abstract that says the paper best, and the form in which it does; None without one."""
        phrases = [by_phrases(one.text, one.says(Aspect.CONTRIBUTION), one.burden) for one in self.abstract]
        ranked = self._models.ranker.ranked(self._lines, self._title, self.marginals, phrases)
        return (self.abstract[ranked[0].at], ranked[0].text) if ranked else None

    def _read(self, sentences: list[Sentence], part: str, zones: Zones, aspects: Aspects) -> None:
        own = part == "abstract"
        texts = self._lines if own else lines([sentence.text for sentence in sentences])
        marginals = self.marginals if own else zones.marginals(texts)
        chances = aspects.chances(texts, part, self._lines, self._title, marginals)
        self._chances |= {sentence.at: row for sentence, row in zip(sentences, chances, strict=True)}
