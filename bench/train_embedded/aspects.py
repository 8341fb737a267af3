"""The aspects: three logistic models on ACLSum's highlighted sentences."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from takeaways.summarize.aspects import ASPECTS, PARTS
from takeaways.summarize.features import Features, aspect_features, lines
from takeaways.summarize.tension import tension
from takeaways.summarize.zones import Zones

from .data import Row
from .zones import packed

C = 0.1
"""The inverse of the penalty."""
RARE = 2
KEPT = 6000
UNIT = 0.002

Told = list[tuple[Features, tuple[int, ...]]]
"""Each sentence of a paper with what is seen of it, and whether it is highlighted for each of `ASPECTS`."""


def told(paper: Row, zones: Zones) -> Told:
    """What is seen of a paper's sentences, and what they are highlighted for."""
    found: Told = []
    abstract = lines(paper["sentences"]["abstract"])
    for part in PARTS:
        sentences = lines(paper["sentences"].get(part) or [])
        seen = aspect_features(sentences, part, abstract, paper.get("title"), zones.marginals(sentences))
        marked = zip(*(paper["highlights"][aspect][part] for aspect in ASPECTS), strict=True)
        signs = tension(sentences, part)
        made = (dict.fromkeys(there, 1.0) | made | sign for (there, made), sign in zip(seen, signs, strict=True))
        found += zip(made, marked, strict=True)
    return found


def train(papers: list[Told], c: float = C, kept: int = KEPT) -> dict[str, Any]:
    """The weights of `takeaways.summarize.aspects.Aspects`."""
    often = Counter(name for paper in papers for features, _ in paper for name in features)
    kind = [
        {name: value for name, value in features.items() if often[name] >= RARE} for paper in papers for features, _ in paper
    ]
    vectors = DictVectorizer()
    seen = vectors.fit_transform(kind)
    seen.indices, seen.indptr = seen.indices.astype(np.int32), seen.indptr.astype(np.int32)  # liblinear takes no others
    rows = np.zeros((len(ASPECTS), seen.shape[1]))
    intercepts = []
    plain = np.array([not name.startswith("?") for name in vectors.get_feature_names_out()])
    for at, aspect in enumerate(ASPECTS):
        marked = [marks[at] for paper in papers for _, marks in paper]
        # By cross-validation the signs of a challenge help to tell one, and neither of the other two.
        mine = np.ones_like(plain) if aspect == "challenge" else plain
        model = LogisticRegression(C=c, solver="liblinear", max_iter=1000, random_state=0).fit(seen[:, mine], marked)
        rows[at][mine] = model.coef_[0]
        intercepts.append(round(float(model.intercept_[0]), 4))
    learned = {name: [float(value) for value in rows[:, at]] for name, at in vectors.vocabulary_.items()}
    return {"unit": UNIT, "intercepts": intercepts, "features": packed(learned, kept, UNIT)}
