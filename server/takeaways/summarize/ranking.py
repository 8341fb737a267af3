"""Which sentence of an abstract says the paper in one, and in which form: linear, weighted once, summed at reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .cues import ACCOUNT, ALSO, Aspect, strength
from .features import Line, rank_features
from .fitness import burden

_PRESENTS, _MOST_PRESENTS = 0.010, 1.6
_LEANS, _MOST_LEANS = 0.005, 2.0
"""What phrases count beside the learned weights, in the score's units (0.017 is the usual spread within an abstract)."""


class Ranked(NamedTuple):
    """A form of a sentence: the index of the sentence, the form's text, and how well it would do (only to compare)."""

    at: int
    text: str
    score: float


class Ranker:
    """The ranker.

    Parameters
    ----------
    features : mapping of str to float
        The weight of each feature that is there or not.
    measures : sequence of float
        The weight of each measure, in the order of `rank_features`.
    """

    def __init__(self, features: Mapping[str, float], measures: Sequence[float]) -> None:
        self._features = features
        self._measures = measures

    def ranked(
        self,
        sentences: Sequence[Line],
        title: str | None,
        zones: Sequence[Sequence[float]],
        phrases: Sequence[float] | None = None,
    ) -> list[Ranked]:
        """Every form of every sentence, best first; of equals, the one that comes first.

        Parameters
        ----------
        sentences : sequence of Line
            The abstract.
        title : str or None
            The paper's title.
        zones : sequence of sequence of float
            Each sentence's probabilities of the zones (`Zones.marginals`).
        phrases : sequence of float, optional
            What phrases say of each sentence (`by_phrases`), where its parts are known already.
        """
        if phrases is None:
            texts = [line.text for line in sentences]
            phrases = [by_phrases(text, strength(text, Aspect.CONTRIBUTION), burden(text)) for text in texts]
        found = [
            Ranked(at, text, self._score(names, values) + phrases[at])
            for at, text, names, values in rank_features(sentences, title, zones)
        ]
        return sorted(found, key=lambda form: -form.score)

    def _score(self, names: Sequence[str], values: Sequence[float]) -> float:
        told = sum(self._features.get(name, 0.0) for name in names)
        return told + sum(weight * value for weight, value in zip(self._measures, values, strict=True))


def by_phrases(sentence: str, presents: float, leans: float) -> float:
    """That it presents something speaks for a sentence of any science; that it leans on others, or only adds, against it.

    The weights have learned how computer scientists write; this holds them where they know little.

    Parameters
    ----------
    sentence : str
        The whole sentence.
    presents : float
        How plainly it presents a contribution (`cues.strength`).
    leans : float
        How much it needs its neighbours (`fitness.burden`).
    """
    against = min(_MOST_LEANS, leans) + bool(ACCOUNT.search(sentence)) + bool(ALSO.search(sentence))
    return _PRESENTS * min(_MOST_PRESENTS, presents) - _LEANS * against
