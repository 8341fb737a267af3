"""ROUGE as the package `rouge-score` 0.1.2 counts it with `use_stemmer`, to the last digit.

That package is published as source only, which builds without isolation do not take, and brings numpy; its rules are the
few lines below, over the same stemmer (NLTK's). tests/bench/test_rouge.py holds figures that it gave.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nltk.stem.porter import PorterStemmer

KINDS = ("rouge1", "rouge2", "rougeL")
_OTHER = re.compile(r"[^a-z0-9]+")


class Rouge:
    """F-measures from 0 to 1."""

    def __init__(self) -> None:
        self._stemmer = PorterStemmer()
        self._stems: dict[str, str] = {}

    def scores(self, text: str, target: str) -> tuple[float, float, float]:
        """ROUGE-1, -2 and -L of `text` against `target`."""
        left, right = self._words(text), self._words(target)
        return _shared(left, right, 1), _shared(left, right, 2), _f(_longest(left, right), len(left), len(right))

    def best(self, text: str, targets: Sequence[str]) -> tuple[float, float, float]:
        """The scores with the one target that has the highest ROUGE-1; of equals, the first."""
        return max((self.scores(text, target) for target in targets), key=lambda found: found[0])

    def _words(self, text: str) -> list[str]:
        words = _OTHER.sub(" ", text.lower()).split()
        for word in words:
            if word not in self._stems:
                self._stems[word] = self._stemmer.stem(word) if len(word) > 3 else word
        return [self._stems[word] for word in words]


def _shared(left: list[str], right: list[str], size: int) -> float:
    counts = [Counter(zip(*(words[at:] for at in range(size)), strict=False)) for words in (left, right)]
    return _f((counts[0] & counts[1]).total(), counts[0].total(), counts[1].total())


def _f(hits: int, left: int, right: int) -> float:
    return 2 * hits / (left + right) if hits else 0.0


def _longest(left: list[str], right: list[str]) -> int:
    """How long the longest common subsequence is."""
    row = [0] * (len(right) + 1)
    for word in left:
        corner = 0
        for at, other in enumerate(right, 1):
            corner, row[at] = row[at], corner + 1 if word == other else max(row[at], row[at - 1])
    return row[-1]
