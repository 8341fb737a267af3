"""The zones: a linear-chain CRF on CSAbstruct, by crfsuite's L-BFGS."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pycrfsuite

from takeaways.summarize.features import LABELS, lines, zone_features

from .data import Row

L2 = 4.0
ITERATIONS = 80
KEPT = 7000
UNIT = 0.005


def train(abstracts: list[Row]) -> dict[str, Any]:
    """The weights of `takeaways.summarize.zones.Zones`, rounded to whole units, the `KEPT` most telling features."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.0, "c2": L2, "max_iterations": ITERATIONS, "feature.possible_transitions": 1})
    for abstract in abstracts:
        trainer.append(pycrfsuite.ItemSequence(zone_features(lines(abstract["sentences"]))), abstract["labels"])
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "zones.crf")
        trainer.train(file)
        tagger = pycrfsuite.Tagger()
        tagger.open(file)
        learned = tagger.info()
        rows: dict[str, list[float]] = {}
        for (name, label), weight in learned.state_features.items():
            rows.setdefault(name, [0.0] * len(LABELS))[LABELS.index(label)] = weight
        transitions = [[round(learned.transitions.get((one, other), 0.0), 3) for other in LABELS] for one in LABELS]
        tagger.close()
    return {"labels": LABELS, "unit": UNIT, "transitions": transitions, "features": packed(rows, KEPT, UNIT)}


def packed(rows: dict[str, list[float]], most: int, unit: float) -> dict[str, list[int]]:
    """The `most` features whose weights lie furthest apart, in whole units, in the order of their names."""
    apart = {name: max(*row, 0.0) - min(*row, 0.0) for name, row in rows.items()}
    kept = sorted(rows, key=lambda name: (-apart[name], name))[:most]
    units = {name: [round(value / unit) for value in rows[name]] for name in sorted(kept)}
    return {name: row for name, row in units.items() if any(row)}
