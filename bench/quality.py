"""How good the embedded engine's three models are: SciTLDR-A, CSAbstruct and ACLSum, in percent.

`python bench/quality.py --data FOLDER --split dev [--json]`. What is measured is what ships: no training library is used,
and of the libraries for tests only NLTK's stemmer.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from statistics import mean
from typing import Any

ROOT = Path(__file__).parents[1]
# What lies beside this measure is measured, whatever is installed.
sys.path[:0] = [entry for entry in (str(ROOT), str(ROOT / "server")) if entry not in sys.path]

from bench.rouge import KINDS, Rouge  # noqa: E402
from bench.train_embedded.data import resplit  # noqa: E402
from takeaways.summarize.aspects import ASPECTS, PARTS  # noqa: E402
from takeaways.summarize.features import LABELS, lines  # noqa: E402
from takeaways.summarize.weights import Models, load  # noqa: E402

Row = dict[str, Any]


def options() -> argparse.ArgumentParser:
    """The command's options."""
    parser = argparse.ArgumentParser(prog="bench/quality.py", description="The embedded engine on public data, in percent.")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="folder of the data sets")
    parser.add_argument("--split", default="dev", help="dev (ACLSum calls it val), train or test")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    return parser


def rows(folder: Path, name: str, split: str) -> list[Row]:
    """The rows of a split; of dev and val, whichever the data set has."""
    names = ("dev", "val", "validation") if split in ("dev", "val", "validation") else (split,)
    found = next((folder / name / f"{other}.jsonl" for other in names if (folder / name / f"{other}.jsonl").is_file()), None)
    if found is None:
        sys.exit(f"no {' or '.join(f'{other}.jsonl' for other in names)} in {folder / name}")
    return [json.loads(line) for line in found.read_text(encoding="utf-8").splitlines() if line.strip()]


def scitldr(papers: list[Row], models: Models, rouge: Rouge) -> dict[str, float]:
    """ROUGE of the one sentence of the abstract's text; of several targets the one with the best ROUGE-1 counts."""
    found = []
    for paper in papers:
        sentences = lines(resplit(paper["source"]))
        text = models.ranker.ranked(sentences, paper.get("title"), models.zones.marginals(sentences))[0].text
        target = paper["target"]
        found.append(rouge.best(text, [target] if isinstance(target, str) else target))
    return {kind: 100 * mean(column) for kind, column in zip(KINDS, zip(*found, strict=True), strict=True)}


def csabstruct(abstracts: list[Row], models: Models) -> dict[str, float]:
    """Accuracy over sentences, and the mean of the five labels' F1."""
    true = [label for abstract in abstracts for label in abstract["labels"]]
    told = [label for abstract in abstracts for label in models.zones.labels(lines(abstract["sentences"]))]
    right = [one == other for one, other in zip(true, told, strict=True)]
    scores = []
    for label in LABELS:
        hits = sum(one == other == label for one, other in zip(true, told, strict=True))
        total = true.count(label) + told.count(label)
        scores.append(2 * hits / total if total else 0.0)
    return {"accuracy": 100 * mean(right), "macro_f1": 100 * mean(scores)}


def aclsum(papers: list[Row], models: Models) -> dict[str, dict[str, float]]:
    """For each aspect, how often the first sentence is a highlighted one, and the mean average precision.

    All sentences of abstract, introduction and conclusion are ranked together; papers without a highlight of the aspect
    are left out.
    """
    first: dict[str, list[float]] = {aspect: [] for aspect in ASPECTS}
    precision: dict[str, list[float]] = {aspect: [] for aspect in ASPECTS}
    for paper in papers:
        chances: list[dict[str, float]] = []
        abstract = lines(paper["sentences"]["abstract"])
        for part in PARTS:
            sentences = lines(paper["sentences"].get(part) or [])
            zones = models.zones.marginals(sentences)
            chances += models.aspects.chances(sentences, part, abstract, paper.get("title"), zones)
        for aspect in ASPECTS:
            marked = [mark for part in PARTS for mark in paper["highlights"][aspect].get(part) or []]
            ranked = sorted(zip(chances, marked, strict=True), key=lambda pair: -pair[0][aspect])
            hits = [at for at, (_, mark) in enumerate(ranked, 1) if mark]
            if hits:
                first[aspect].append(float(hits[0] == 1))
                precision[aspect].append(mean(n / at for n, at in enumerate(hits, 1)))
    return {aspect: {"p1": 100 * mean(first[aspect]), "map": 100 * mean(precision[aspect])} for aspect in ASPECTS}


def measured(folder: Path, split: str) -> dict[str, Any]:
    """All figures, in percent."""
    models = load()
    found: dict[str, Any] = {
        "scitldr": scitldr(rows(folder, "scitldr-A", split), models, Rouge()),
        "csabstruct": csabstruct(rows(folder, "csabstruct", split), models),
        "aclsum": aclsum(rows(folder, "aclsum", split), models),
    }
    rounded: dict[str, Any] = json.loads(json.dumps(found), parse_float=lambda number: round(float(number), 2))
    return rounded


def measure(*arguments: str) -> str:
    """The figures as a table, or as one line of JSON."""
    given = options().parse_args(arguments)
    found = measured(given.data, given.split)
    if given.json:
        return json.dumps(found)
    tldr, zones = found["scitldr"], found["csabstruct"]
    lines = [
        f"SciTLDR-A  ROUGE-1/2/L  {tldr['rouge1']:.1f} / {tldr['rouge2']:.1f} / {tldr['rougeL']:.1f}",
        f"CSAbstruct accuracy {zones['accuracy']:.1f}, macro F1 {zones['macro_f1']:.1f}",
    ]
    lines += [f"ACLSum     {aspect}: P@1 {row['p1']:.0f}, MAP {row['map']:.0f}" for aspect, row in found["aclsum"].items()]
    return "\n".join(lines)


if __name__ == "__main__":
    print(measure(*sys.argv[1:]), flush=True)
