"""How well and at what cost papers are read, over the corpus of real papers (`$TAKEAWAYS_CORPUS`, else ../shared/corpus).

::

    text.py   PDFs and pages against truth    reading.py   the corpus, and one worker that can be watched
    front.py  title, authors, affiliations    cost.py      CPU time beside pdftotext, and memory
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests import arxiv_shelf

from . import cost, front, text

PARTS = ("pdf", "html", "front", "cost")


def options() -> argparse.ArgumentParser:
    """The options of `python -m bench extraction`."""
    parser = argparse.ArgumentParser("python -m bench extraction", description=__doc__.splitlines()[0])
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be given again")
    parser.add_argument(
        "--zoo",
        action="append",
        type=Path,
        default=[],
        metavar="DIR",
        help="more papers to score, in folders of their own: DIR/<name>/truth.html (LaTeXML) and DIR/<name>/paper.pdf",
    )
    parser.add_argument("--rounds", type=int, default=5, help="of the CPU measure (5): its numbers are their medians")
    parser.add_argument("--files", action="store_true", help="CPU time and memory of every file")
    parser.add_argument("--json", action="store_true", help="the numbers as JSON")
    return parser


def measure(*arguments: str) -> str:
    """What was found, as tables beside the targets; or as JSON."""
    parser = options()
    asked = parser.parse_args(arguments)
    if missing := [str(folder) for folder in asked.zoo if not folder.is_dir()]:
        parser.error(f"no such folder: {', '.join(missing)}")
    corpus = arxiv_shelf.corpus()
    if corpus is None:
        return "  no corpus of real papers: TAKEAWAYS_CORPUS names none, nor is there ../shared/corpus"
    scorer = text.scorer(corpus)
    if scorer is None:
        return f"  the scorer is not beside the corpus: {corpus.parent / 'score' / 'extraction.py'}"
    runs: dict[str, tuple[Callable[[], Any], Callable[[Any], str]]] = {
        "pdf": (lambda: text.pdfs(corpus, asked.zoo, scorer), text.pdf_table),
        "html": (lambda: text.pages(corpus, asked.zoo, scorer), text.page_table),
        "front": (lambda: front.measured(corpus), front.table),
        "cost": (lambda: cost.measured(corpus, asked.rounds), lambda found: cost.table(found, asked.files)),
    }
    found = {name: runs[name][0]() for name in asked.part or PARTS}
    if asked.json:
        return json.dumps(found, ensure_ascii=False, indent=1)
    return "\n\n".join(runs[name][1](result) for name, result in found.items())
