"""How likely a sentence of abstract, introduction or conclusion tells the challenge, the approach or the outcome."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from .features import Line, aspect_features
from .tension import tension

ASPECTS = ("challenge", "approach", "outcome")
PARTS = ("abstract", "introduction", "conclusion")
"""The parts of a paper that the models have learned from."""


class Aspects:
    """Three logistic models over the same features.

    Parameters
    ----------
    features : mapping of str to sequence of float
        The weight of each feature for each of `ASPECTS`.
    intercepts : sequence of float
        What each model says of a sentence of which it knows nothing.
    """

    def __init__(self, features: Mapping[str, Sequence[float]], intercepts: Sequence[float]) -> None:
        self._features = features
        self._intercepts = intercepts

    def chances(
        self,
        sentences: Sequence[Line],
        part: str,
        abstract: Sequence[Line],
        title: str | None,
        zones: Sequence[Sequence[float]],
    ) -> list[dict[str, float]]:
        """For each sentence of one part, the chance from 0 to 1 of each of `ASPECTS`; see `aspect_features`."""
        found = []
        known = self._features
        seen = aspect_features(sentences, part, abstract, title, zones)
        for (there, made), signs in zip(seen, tension(sentences, part), strict=True):
            made |= signs
            rows = [known[name] for name in there if name in known]
            rows += [[weight * value for weight in known[name]] for name, value in made.items() if name in known]
            sums = [max(-30.0, min(30.0, sum(column))) for column in zip(self._intercepts, *rows, strict=True)]
            found.append({aspect: 1 / (1 + math.exp(-told)) for aspect, told in zip(ASPECTS, sums, strict=True)})
        return found
