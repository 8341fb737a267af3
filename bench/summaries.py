"""The embedded engine's summaries of ten papers of the corpus, as Markdown, with the marks that a reader's pencil gave them.

The marks are `truth/pencil.json`; what nobody has read yet is printed as «unread». This makes `docs/summaries.md`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from takeaways.errors import NoText
from takeaways.model import Document, Summary, SummaryReady
from takeaways.summarize import Embedded
from tests import arxiv_shelf

from .extraction import reading

PENCIL = Path(__file__).parent / "truth" / "pencil.json"
TEN = {
    "arxiv/html/1706.03762v1/index.html": "machine learning, arXiv's HTML",
    "arxiv/html/2004.14974v1/index.html": "language processing, arXiv's HTML",
    "pdf/1111.2011v2.pdf": "theoretical physics",
    "arxiv/pdf/0106220.pdf": "symplectic geometry",
    "pdf/futoma2017.pdf": "medicine",
    "pdf/sp-map-reduce.pdf": "computer systems, 2004",
    "pdf/N18-3011.pdf": "language processing",
    "pdf/2304.02623v1.pdf": "a position paper of four pages",
    "pdf/sp-e4faf2c1d76b9bf8.pdf": "plant physiology",
    "pdf/sp-smith07.pdf": "theory of computing",
}
"""The papers that are read with a pencil, chosen before the rules were changed: path in the corpus, kind."""
MARKS = ("good", "duplicate", "dull", "dangling", "wrong")
UNREAD = "unread"


def options() -> argparse.ArgumentParser:
    """The options of `python -m bench summaries`."""
    parser = argparse.ArgumentParser("python -m bench summaries", description=__doc__.splitlines()[0])
    parser.add_argument("--bare", action="store_true", help="without marks: to read with a pencil of one's own")
    parser.add_argument("paper", nargs="*", help="paths in the corpus, or of files; else the ten")
    return parser


def documents(corpus: Path, names: Iterator[str]) -> Iterator[tuple[str, Document]]:
    """Each paper as it is read by a service."""
    with reading.worker() as worker:
        for name in names:
            body = (corpus / name).read_bytes()
            read = worker.pdf(body) if name.endswith(".pdf") else worker.page(body, Path(name).parent.name)
            yield name, read


def summary(document: Document) -> Summary | None:
    """The summary of one paper at full depth; None where it holds no whole sentence."""
    try:
        *_, ready = Embedded("bench", lambda: datetime.now(UTC)).summarize(document, "en", "full")
    except NoText:
        return None
    assert isinstance(ready, SummaryReady)
    return ready.summary


def page(name: str, kind: str, made: Summary | None, marks: Mapping[str, str] | None) -> str:
    """One paper's part: what it is, the one sentence, the takeaways, each with its mark unless `marks` is None."""
    title = (made and made.paper.title) or Path(name).stem
    lines = [f"## {title}", "", f"`{name}`" + (f" ({kind})" if kind else ""), ""]
    if made is None:
        return "\n".join([*lines, "No whole sentence was found."])
    lines += [f"> {made.one_sentence.text}" if made.one_sentence else "> (no one sentence)", ""]
    for claim in made.takeaways:
        lines.append(f"- {claim.text}" + ("" if marks is None else f" **[{marks.get(claim.text, UNREAD)}]**"))
    return "\n".join(lines)


def counted(marks: Counter[str]) -> str:
    """«27 of 56 good (48 in a hundred); 10 duplicate, …»."""
    total = sum(marks.values())
    rest = ", ".join(f"{marks[mark]} {mark}" for mark in (*MARKS[1:], UNREAD) if marks[mark])
    share = f"{marks['good']} of {total} good ({100 * marks['good'] / max(1, total):.0f} in a hundred)"
    return f"{share}; {rest}" if rest else share


def rounds(pencil: Mapping[str, Any]) -> str:
    """A line for each time that somebody read: which state, and how many were good, of the ten and of others."""
    lines = ["| read | the ten | ten others |", "|---|---|---|"]
    for read in pencil["rounds"]:
        ten = Counter(mark for marks in read["ten"].values() for mark in marks.values())
        others: Counter[str] = Counter()
        for marks in read["others"].values():
            others.update(marks)
        lines.append(f"| {read['what']} | {counted(ten)} | {counted(others) if others else '–'} |")
    further = [f"Ten more ({one['what']}): {counted(Counter(one['marks']))}." for one in pencil["further"]]
    return "\n".join([*lines, *(part for line in further for part in ("", line))])


def measure(*arguments: str) -> str:
    """The summaries as Markdown, and what the pencil counted."""
    given = options().parse_args(arguments)
    corpus = arxiv_shelf.corpus()
    if corpus is None:
        return "no corpus of real papers: TAKEAWAYS_CORPUS names none, nor is there ../shared/corpus"
    pencil = json.loads(PENCIL.read_text(encoding="utf-8"))
    known: dict[str, dict[str, str]] = pencil["rounds"][-1]["ten"]
    found: Counter[str] = Counter()
    parts = []
    for name, document in documents(corpus, iter(given.paper or TEN)):
        made = summary(document)
        marks = known.get(name, {})
        parts.append(page(name, TEN.get(name, ""), made, None if given.bare else marks))
        found.update(marks.get(claim.text, UNREAD) for claim in (made.takeaways if made else ()))
    if not given.bare:
        parts = [rounds(pencil), f"As they come out now: {counted(found)}.", *parts]
    return "\n\n".join(parts)
