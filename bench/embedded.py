"""What the embedded engine costs: CPU time of `quick` from an abstract alone, of `full` over the corpus, and of its weights.

Summaries only: the papers are read before the clock runs, and the code and weights are loaded. Every number of a file is the
median of five.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from takeaways.errors import NoText
from takeaways.model import Block, Coverage, Depth, Document, Paper, Place, Section
from takeaways.summarize import Embedded
from takeaways.summarize.weights import load
from tests import arxiv_shelf

from .extraction import reading

ROOT = Path(__file__).parents[1]
QUICK, FULL, LOAD = 5.0, 150.0, 50.0
"""Targets in ms of CPU: the median abstract, all papers but one in twenty, the weights."""
TIMES = 5
PARTS = ("load", "quick", "full")


def options() -> argparse.ArgumentParser:
    """The options of `python -m bench embedded`."""
    parser = argparse.ArgumentParser("python -m bench embedded", description=__doc__.splitlines()[0])
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be given again")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data", help="folder with scitldr-A/")
    parser.add_argument("--split", default="dev", help="of its abstracts")
    parser.add_argument("--files", action="store_true", help="the time of every paper")
    parser.add_argument("--json", action="store_true", help="the numbers as JSON")
    return parser


def abstract(row: dict[str, Any], at: int) -> Document:
    """A paper of which nothing but title and abstract is known, as a hover card has it."""
    text = " ".join(row["source"])
    title = row.get("title")
    block = Block(id="abstract", kind="paragraph", text=text, place=Place(anchor="abstract"))
    return Document(
        paper=Paper(id=f"arxiv:2401.{at:05}v1", title=title, provenance={"title": "arxiv-page"} if title else {}),
        sections=(Section(kind="abstract", heading="Abstract", blocks=(block,)),),
        coverage=Coverage(reading="abstract", unit="sections", read=1, total=1, words=len(text.split())),
    )


def papers(corpus: Path) -> dict[str, Document]:
    """Every PDF and page of the corpus that can be read, by its path."""
    odd = sorted((corpus / "pdf-odd").glob("*.pdf"))
    found: dict[str, Document] = {}
    with reading.worker() as worker:
        for file in [*reading.pdfs(corpus), *odd]:
            document = worker.try_pdf(file.read_bytes())
            if isinstance(document, Document):
                found[str(file.relative_to(corpus))] = document
        for name in reading.PAIRS:
            file = reading.truth(corpus, name)
            found[str(file.relative_to(corpus))] = worker.page(file.read_bytes(), name)
    return found


def milliseconds(work: Callable[[], object]) -> float:
    """CPU time of this process over `work`, the median of five."""
    took = []
    for _ in range(TIMES):
        start = time.process_time()
        work()
        took.append(1000 * (time.process_time() - start))
    return statistics.median(took)


def summaries(documents: dict[str, Document], depth: Depth) -> dict[str, float]:
    """Milliseconds of CPU a document; those without a whole sentence are left out."""
    models = load()
    engine = Embedded("bench", lambda: datetime.now(UTC), lambda: models)
    found = {}
    for name, document in documents.items():

        def work(document: Document = document) -> None:
            list(engine.summarize(document, "en", depth))

        try:
            work()
        except NoText:
            continue
        found[name] = milliseconds(work)
    return found


def spread(times: dict[str, float]) -> dict[str, float]:
    """Median, 95th percentile and greatest of the times, in ms."""
    ranked = sorted(times.values())
    return {
        "n": len(ranked),
        "median": round(statistics.median(ranked), 2),
        "p95": round(ranked[min(len(ranked) - 1, -(-95 * len(ranked) // 100) - 1)], 2),
        "greatest": round(ranked[-1], 2),
    }


def measure(*arguments: str) -> str:
    """What was found beside the targets, as sentences; or as JSON."""
    given = options().parse_args(arguments)
    parts = given.part or PARTS
    found: dict[str, Any] = {}
    lines: list[str] = []
    if "load" in parts:
        found["load"] = round(milliseconds(load), 2)
        lines.append(f"the weights are loaded in {found['load']:.1f} ms; target ≤ {LOAD:g} ms")
    file = given.data / "scitldr-A" / f"{given.split}.jsonl"
    if "quick" in parts and not file.is_file():
        lines.append(f"quick: no {file.name} in {file.parent}")
    elif "quick" in parts:
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
        found["quick"] = spread(summaries({str(at): abstract(row, at) for at, row in enumerate(rows)}, "quick"))
        lines.append(
            "quick, {n} abstracts: median {median:.1f} ms, p95 {p95:.1f} ms, greatest {greatest:.1f} ms".format_map(
                found["quick"]
            )
            + f"; target: median ≤ {QUICK:g} ms"
        )
    corpus = arxiv_shelf.corpus()
    if "full" in parts and corpus is None:
        lines.append("full: no corpus of real papers: TAKEAWAYS_CORPUS names none, nor is there ../shared/corpus")
    elif "full" in parts and corpus is not None:
        times = summaries(papers(corpus), "full")
        found["full"] = spread(times) | {"files": {name: round(value, 2) for name, value in times.items()}}
        lines.append(
            "full, {n} papers: median {median:.0f} ms, p95 {p95:.0f} ms, greatest {greatest:.0f} ms".format_map(
                found["full"]
            )
            + f"; target: p95 ≤ {FULL:g} ms"
        )
        rows = sorted(times.items(), key=lambda row: -row[1])
        lines += [f"  {name:44}{value:8.1f} ms" for name, value in (rows if given.files else rows[:3])]
    return json.dumps(found) if given.json else "\n".join(lines)


if __name__ == "__main__":
    print(measure(*sys.argv[1:]), flush=True)
