"""The one sentence: two linear models of the same features on SciTLDR-A, whose sum ships.

Ridge regression foretells how much above the others of its abstract a form's ROUGE-1 lies; a softmax over the abstract's
forms (ListNet; Cao et al., ICML 2007) puts most weight where ROUGE-1 is highest.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import Ridge

from bench.rouge import Rouge
from takeaways.summarize.features import rank_features
from takeaways.summarize.zones import Zones

from .data import Row

ALPHA = 150.0
"""Ridge's penalty."""
PENALTY = 40.0
SOFT = 0.1
"""ROUGE-1 within which two forms count as much alike, in the softmax."""
ITERATIONS = 40
RARE = 4
"""Abstracts below which a feature is left out."""
KEPT = 8000
UNIT = 0.0005

Form = tuple[list[str], list[float], float]
"""The names of what is there, the measures, and ROUGE-1 with the target."""


def forms(papers: list[Row], zones: Zones, rouge: Rouge) -> list[list[Form]]:
    """Every form of every sentence, a list a paper."""
    return [
        [
            (names, values, rouge.best(text, paper["target"])[0])
            for _, text, names, values in rank_features(
                paper["source"], paper.get("title"), zones.marginals(paper["source"])
            )
        ]
        for paper in papers
    ]


def train(papers: list[list[Form]], kept: int = KEPT, *, ridge: float = 1.0, soft: float = 1.0) -> dict[str, Any]:
    """The weights of `takeaways.summarize.ranking.Ranker`: `ridge` times the one model and `soft` times the other."""
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
    one, other = _ridge(seen, target, of, starts, sizes), _listwise(seen, target, of, starts)
    # Both are brought to one spread of scores before they are added.
    learned = ridge * one / np.std(seen @ one) + soft * other / np.std(seen @ other)
    told = dict(zip(names, learned[: len(names)], strict=True))
    most = sorted(names, key=lambda name: (-abs(told[name]) * often[name] ** 0.5, name))[:kept]
    units = {name: round(told[name] / 100 / UNIT) for name in sorted(most)}
    dense = [round(float(weight) / 100, 5) for weight in learned[len(names) :] / scale]
    return {"unit": UNIT, "measures": dense, "features": {name: value for name, value in units.items() if value}}


def _ridge(seen: Any, target: Any, of: Any, starts: Any, sizes: Any) -> Any:
    above = target - (np.add.reduceat(target, starts) / sizes)[of]
    return Ridge(alpha=ALPHA, solver="lsqr", tol=1e-4).fit(seen, above, sample_weight=1 / np.sqrt(sizes)[of]).coef_


def _listwise(seen: Any, target: Any, of: Any, starts: Any) -> Any:
    wanted = _softmax(target / SOFT, of, starts)

    def loss(weights: Any) -> tuple[float, Any]:
        given = _softmax(seen @ weights, of, starts)
        value = -(wanted * np.log(given + 1e-12)).sum() + PENALTY / 2 * weights @ weights
        return value, seen.T @ (given - wanted) + PENALTY * weights

    return minimize(loss, np.zeros(seen.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x


def _softmax(scores: Any, of: Any, starts: Any) -> Any:
    raised = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
    return raised / np.add.reduceat(raised, starts)[of]
