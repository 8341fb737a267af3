"""PDFs and pages against LaTeXML pages made from the same TeX, by the scorer that lies beside the corpus."""

from __future__ import annotations

import importlib.util
import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import reading

Row = dict[str, Any]
SHARES = ("paragraphs_whole", "captions", "references_leaked")
# Column, title, target of the mean, least of any paper.
PDF = (
    ("f1", "word F1", 0.985, 0.98),
    ("g5", "5-grams", 0.975, 0.955),
    ("heads_recall", "heads R", 0.88, None),
    ("heads_precision", "heads P", 0.88, None),
    ("paragraphs_whole", "paragraphs", 0.75, None),
    ("captions", "captions", 0.90, None),
    ("references_leaked", "refs leaked", 0.02, None),
)
PAGE = (
    ("recall", "recall", 0.99, None),
    ("f1", "word F1", None, None),
    ("g5", "5-grams", None, None),
    ("heads_recall", "heads R", None, None),
    ("paragraphs_whole", "paragraphs", None, None),
    ("captions", "captions", 1.0, None),
    ("references_leaked", "refs leaked", 0.0, None),
)


def scorer(corpus: Path) -> Any:
    """The scorer, a module with `truth` and `score`; None where it is not beside the corpus."""
    file = corpus.parent / "score" / "extraction.py"
    spec = importlib.util.spec_from_file_location("extraction_score", file)
    if not file.exists() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(corpus: Path, zoos: Iterable[Path]) -> Iterator[tuple[str, str, Path, Path]]:
    """Set, name, truth and PDF of each pair: the corpus' five, then those of other folders."""
    for name in reading.PAIRS:
        yield "corpus", name, reading.truth(corpus, name), corpus / "arxiv" / "pdf" / f"{name}.pdf"
    for zoo in zoos:
        for folder in sorted(zoo.iterdir()):
            if (folder / "truth.html").exists() and (folder / "paper.pdf").exists():
                yield str(zoo), folder.name, folder / "truth.html", folder / "paper.pdf"


def pdfs(corpus: Path, zoos: Iterable[Path], scorer: Any) -> list[Row]:
    """A row a paper: its PDF against its LaTeXML page."""
    rows = []
    with reading.worker() as worker:
        for group, name, truth, pdf in pairs(corpus, zoos):
            document = worker.try_pdf(pdf.read_bytes())
            rows.append({"set": group, "name": name, **_score(scorer, truth, document)})
    return rows


def pages(corpus: Path, zoos: Iterable[Path], scorer: Any) -> list[Row]:
    """A row a paper: its LaTeXML page against itself."""
    rows = []
    with reading.worker() as worker:
        for group, name, truth, _ in pairs(corpus, zoos):
            document = worker.page(truth.read_bytes(), name)
            rows.append({"set": group, "name": name, **_score(scorer, truth, document)})
    return rows


def _score(scorer: Any, truth: Path, document: Any) -> Row:
    found = {"sections": []} if isinstance(document, str) else reading.as_json(document)
    row: Row = scorer.score(*scorer.truth(str(truth)), found)
    return {**row, "failed": document} if isinstance(document, str) else row


def pdf_table(rows: list[Row]) -> str:
    """The rows of `pdfs` beside the targets."""
    return _table("PDF against truth (LaTeXML pages of the same TeX)", rows, PDF)


def page_table(rows: list[Row]) -> str:
    """The rows of `pages` beside the targets."""
    return _table("HTML against itself", rows, PAGE)


def _table(title: str, rows: list[Row], columns: Any) -> str:
    width = max(len(row["name"]) for row in rows) + 2
    head = "".join(f"{name:>16}" for _, name, *_ in columns)
    lines = [f"{title}; paragraphs: found whole; ! misses its target", f"  {'':{width}}{head}"]

    def line(name: str, cells: Iterable[str]) -> None:
        lines.append(f"  {name:{width}}" + "".join(f"{cell:>16}" for cell in cells))

    for group in dict.fromkeys(row["set"] for row in rows):
        of_group = [row for row in rows if row["set"] == group]
        lines.append(f"  {group}:")
        for row in of_group:
            line(row["name"], (_cell(row[key], least, key) for key, _, _, least in columns))
            if "failed" in row:
                lines.append(f"  {'':{width}}  no document: {row['failed']}")
        line("mean", (_cell(_mean(of_group, key), target, key) for key, _, target, _ in columns))
        line("together", (_cell(_pooled(of_group, key), target, key) for key, _, target, _ in columns))
    line("target", ("" if target is None else f"{'≤' if _leak(key) else '≥'} {target:g} " for key, _, target, _ in columns))
    line("least of a paper", ("" if least is None else f"≥ {least:g} " for _, _, _, least in columns))
    return "\n".join(lines)


def _leak(key: str) -> bool:
    return key == "references_leaked"


def _mean(rows: list[Row], key: str) -> float | str:
    """Over the papers that have such a thing at all."""
    values = [_number(row[key]) for row in rows if not str(row[key]).endswith("/0")]
    return round(statistics.mean(values), 4) if values else "0/0"


def _pooled(rows: list[Row], key: str) -> str:
    """A share of all papers' paragraphs or the like, not of papers."""
    return (
        "/".join(str(sum(part)) for part in zip(*(_parts(row[key]) for row in rows), strict=True)) if key in SHARES else ""
    )


def _parts(share: str) -> list[int]:
    return [int(part) for part in share.split("/")]


def _number(value: Any) -> float:
    if not isinstance(value, str):
        return float(value)
    found, of = _parts(value)
    return found / of if of else 0.0


def _cell(value: Any, target: float | None, key: str) -> str:
    """A number, or a share with its counts; with a mark where it misses its target."""
    if value == "":
        return ""
    if isinstance(value, str) and value.endswith("/0"):
        return "none "
    number = _number(value)
    missed = target is not None and (number > target if _leak(key) else number < target)
    counts = f" {value}" if isinstance(value, str) else ""
    return f"{number:.3f}{counts}{'!' if missed else ' '}"
