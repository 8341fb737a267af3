"""The one sentence: ridge regression on SciTLDR-A, of how much a form's ROUGE lies above the others of its abstract."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import Ridge

from bench.rouge import Rouge
from takeaways.summarize.features import lines, rank_features
from takeaways.summarize.zones import Zones

from .data import Row, resplit

ALPHA = 60.0
"""The penalty."""
ROUGE_1, ROUGE_2 = 0.7, 0.3
"""What each counts in the target."""
RARE = 10
"""Abstracts below which a feature is left out."""
SPREAD = 0.02
"""The scores' standard deviation over all forms: what phrases count beside them is said in the same units (`ranking.py`)."""
UNIT = 0.00005

Form = tuple[list[str], list[float], float]
"""The names of what is there, the measures, and what is to be foretold."""


def forms(papers: list[Row], zones: Zones, rouge: Rouge) -> list[list[Form]]:
    """Every form of every sentence, a list a paper."""
    found = []
    for paper in papers:
        source = lines(resplit(paper["source"]))
        seen = rank_features(source, paper.get("title"), zones.marginals(source))
        found.append([(names, values, _worth(rouge.best(text, paper["target"]))) for _, text, names, values in seen])
    return found


def _worth(scores: tuple[float, float, float]) -> float:
    return ROUGE_1 * scores[0] + ROUGE_2 * scores[1]


def train(papers: list[list[Form]]) -> dict[str, Any]:
    """The weights of `takeaways.summarize.ranking.Ranker`."""
    often: Counter[str] = Counter()
    for paper in papers:
        often.update({name for names, _, _ in paper for name in names})
    names = sorted(name for name, count in often.items() if count >= RARE)
    column = {name: at for at, name in enumerate(names)}
    flat = [form for paper in papers for form in paper]
    measures = np.array([values for _, values, _ in flat])
    scale = measures.std(axis=0) + 1e-9
    where = [(row, column[name]) for row, form in enumerate(flat) for name in form[0] if name in column]
    there = csr_matrix((np.ones(len(where)), tuple(zip(*where, strict=True))), shape=(len(flat), len(names)))
    seen = hstack([there, csr_matrix((measures - measures.mean(axis=0)) / scale)]).tocsr()
    target = np.array([score for _, _, score in flat])
    sizes = np.array([len(paper) for paper in papers])
    of, starts = np.repeat(np.arange(len(papers)), sizes), np.concatenate([[0], np.cumsum(sizes)[:-1]])
    above = target - (np.add.reduceat(target, starts) / sizes)[of]
    # An abstract of many forms does not count as much more as it has more of them.
    learned = Ridge(alpha=ALPHA, solver="lsqr", tol=1e-4).fit(seen, above, sample_weight=1 / np.sqrt(sizes)[of]).coef_
    learned *= SPREAD / np.std(seen @ learned)
    units = {name: round(float(weight) / UNIT) for name, weight in zip(names, learned[: len(names)], strict=True)}
    dense = [round(float(weight), 6) for weight in learned[len(names) :] / scale]
    return {"unit": UNIT, "measures": dense, "features": {name: value for name, value in units.items() if value}}
