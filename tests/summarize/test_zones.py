"""Forward and backward sums, against all sequences counted one by one."""

import itertools
import math

import pytest

from takeaways.summarize.features import LABELS, lines
from takeaways.summarize.zones import Zones

FEATURES = {"^we": [0.1, 2.0, 0.7, -0.4, 0.0], "ravens": [1.0, 0.0, 0.3, 0.2, -1.0], "@-0": [0.0, 0.0, -0.5, 1.2, 0.4]}
STEPS = [[0.3 * (to - at) + 0.1 * at * to for to in range(5)] for at in range(5)]
TEXTS = ["Ravens fly.", "We count ravens.", "We win."]
KNOWN = [["ravens"], ["^we", "ravens"], ["^we", "@-0"]]


def test_marginals() -> None:
    sums = [[0.0] * 5 for _ in TEXTS]
    for path in itertools.product(range(5), repeat=3):
        score = sum(FEATURES[name][label] for names, label in zip(KNOWN, path, strict=True) for name in names)
        score += sum(STEPS[one][other] for one, other in itertools.pairwise(path))
        for at, label in enumerate(path):
            sums[at][label] += math.exp(score)
    expected = [[value / sum(row) for value in row] for row in sums]
    zones = Zones(FEATURES, STEPS)
    for row, wanted in zip(zones.marginals(lines(TEXTS)), expected, strict=True):
        assert row == pytest.approx(wanted)
    assert zones.labels(lines(TEXTS)) == [LABELS[row.index(max(row))] for row in expected]
