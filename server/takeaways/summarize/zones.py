"""Which zone of an abstract a sentence stands in: a linear-chain conditional random field, read forwards and backwards.

Lafferty, McCallum and Pereira, «Conditional Random Fields», ICML 2001.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from .features import LABELS, Line, zone_features

_BETWEEN = len(LABELS)


class Zones:
    """The field.

    Parameters
    ----------
    features : mapping of str to sequence of float
        What each feature says for each of `LABELS`.
    transitions : sequence of sequence of float
        What says that the column's label follows the row's.
    """

    def __init__(self, features: Mapping[str, Sequence[float]], transitions: Sequence[Sequence[float]]) -> None:
        self._features = features
        self._transitions = transitions

    def labels(self, sentences: Sequence[Line]) -> list[str]:
        """The likeliest label of each sentence: by its own probabilities, which errs less than the likeliest sequence."""
        return [LABELS[row.index(max(row))] for row in self.marginals(sentences)]

    def marginals(self, sentences: Sequence[Line]) -> list[list[float]]:
        """The probability of each label for each sentence, over all sequences; each list sums to 1."""
        scores = self._scores(sentences)
        steps = [[math.exp(value) for value in row] for row in self._transitions]
        here = [_normal([math.exp(value - max(row)) for value in row]) for row in scores]
        forward, backward = here[:1], [[1.0] * _BETWEEN] if scores else []
        for row in here[1:]:
            last = forward[-1]
            forward.append(
                _normal([row[to] * sum(last[at] * steps[at][to] for at in range(_BETWEEN)) for to in range(_BETWEEN)])
            )
        for row in reversed(here[1:]):
            coming = [value * weight for value, weight in zip(backward[-1], row, strict=True)]
            backward.append(_normal([sum(steps[at][to] * coming[to] for to in range(_BETWEEN)) for at in range(_BETWEEN)]))
        return [
            _normal([left * right for left, right in zip(before, after, strict=True)])
            for before, after in zip(forward, reversed(backward), strict=True)
        ]

    def _scores(self, sentences: Sequence[Line]) -> list[list[float]]:
        rows = []
        for names in zone_features(sentences):
            known = [self._features[name] for name in names if name in self._features]
            rows.append([sum(column) for column in zip([0.0] * _BETWEEN, *known, strict=True)])
        return rows


def _normal(row: list[float]) -> list[float]:
    total = sum(row)
    return [value / total for value in row]
