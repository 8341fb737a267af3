"""Title, authors, affiliations and abstract of each PDF, against what was written down by eye (`bench/truth/front.json`).

Absent is not right, but not wrong either; a name that page 1 does not hold is invented, and there must be none.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from takeaways.model import Document, Paper

from . import reading

TRUTH = Path(__file__).parents[1] / "truth" / "front.json"
FIELDS = ("title", "authors", "affiliations", "abstract")
TARGET = 0.9
Row = dict[str, Any]


def fold(text: str | None) -> str:
    """Words without regard to capitals, punctuation and composed letters: small capitals have no certain spelling."""
    plain = unicodedata.normalize("NFKC", text or "").casefold()
    return " ".join(re.findall(r"\w+", plain))


def measured(corpus: Path) -> list[Row]:
    """A row a file of the truth: each field `right`, `absent` or `wrong`, and what was found and wanted where not right."""
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))
    rows = []
    with reading.worker() as worker:
        for name, wanted in truth.items():
            document = worker.try_pdf((corpus / name).read_bytes())
            failed = document if isinstance(document, str) else None
            paper = document.paper if isinstance(document, Document) else Paper(id="sha256:bench")
            names = [author.name for author in paper.authors]
            row: Row = {"file": name, "failed": failed, "invented": []}
            if wanted["paper"]:
                row |= _judged(wanted, paper, names)
            else:
                row |= {"no paper": wanted["kind"], "title": paper.title, "authors": names}
            rows.append(row)
    return rows


def _judged(wanted: Row, paper: Paper, names: list[str]) -> Row:
    true_names = [author["name"] for author in wanted["authors"]]
    known = {fold(name) for name in true_names}
    ties = _ties(wanted, paper)
    fields = {
        "title": (_verdict(fold(paper.title), fold(wanted["title"])), paper.title, wanted["title"]),
        "authors": (_verdict([*map(fold, names)], [*map(fold, true_names)]), names, true_names),
        "affiliations": (
            _verdict_of_lists(list(paper.affiliations), wanted["affiliations"]),
            list(paper.affiliations),
            wanted["affiliations"],
        ),
        "abstract": _abstract(wanted["abstract"], paper.abstract),
    }
    return {
        **{name: verdict for name, (verdict, _, _) in fields.items()},
        **ties,
        "invented": [name for name in names if fold(name) not in known],
        "differences": {n: {"found": f, "wanted": w} for n, (verdict, f, w) in fields.items() if verdict != "right"},
    }


def _verdict(found: Any, wanted: Any) -> str:
    if found == wanted:
        return "right"
    return "wrong" if found else "absent"


def _verdict_of_lists(found: list[str], wanted: list[str]) -> str:
    """Right where each of one has its like among the other."""
    if not found:
        return "absent" if wanted else "right"
    alike = all(_alike(one, wanted) for one in found) and all(_alike(one, found) for one in wanted)
    return "right" if alike else "wrong"


def _alike(text: str, among: list[str]) -> bool:
    return any(fuzz.ratio(fold(text), fold(other)) >= 90 for other in among)


def _ties(wanted: Row, paper: Paper) -> Row:
    """Of the authors whom page 1 ties to affiliations: how many have exactly those, none, others."""
    found = {fold(author.name): list(author.affiliations) for author in paper.authors}
    counts = {"right": 0, "absent": 0, "wrong": 0}
    for author in wanted["authors"]:
        if author["affiliations"] is None:
            continue
        theirs = [wanted["affiliations"][index] for index in author["affiliations"]]
        counts[_verdict_of_lists(found.get(fold(author["name"]), []), theirs)] += 1
    return {"ties": counts}


def _abstract(wanted: Row, found: str | None) -> tuple[str, str | None, str | None]:
    """Its first and its last words; spaces do not count, as a word broken at a line's end may be two."""
    if not wanted["shown"]:
        return ("wrong" if found else "right"), found and f"{found[:60]}…", None
    told = f"{wanted['first']} … {wanted['last'] or ''}"
    if not found:
        return "absent", None, told
    text, first, last = (fold(one).replace(" ", "") for one in (found, wanted["first"], wanted["last"]))
    right = text.startswith(first) and (not last or text.endswith(last))
    return ("right" if right else "wrong"), f"{found[:60]} … {found[-60:]}", told


def table(rows: list[Row]) -> str:
    """Counts, then every difference with both values."""
    papers = [row for row in rows if "no paper" not in row]
    lines = [f"Title and authors against page 1, {len(papers)} papers", f"  {'':24}{'right':>7}{'absent':>8}{'wrong':>7}"]

    def line(name: str, right: int, absent: int, wrong: int) -> None:
        share = right / max(1, right + absent + wrong)
        lines.append(f"  {name:24}{right:>7}{absent:>8}{wrong:>7}   {share:.3f}")

    for field in FIELDS:
        line(field, *(sum(row[field] == verdict for row in papers) for verdict in ("right", "absent", "wrong")))
    line("authors' affiliations", *(sum(row["ties"][verdict] for row in papers) for verdict in ("right", "absent", "wrong")))
    both = sum(row["title"] == row["authors"] == "right" for row in papers)
    share = both / len(papers)
    mark = "!" if share < TARGET else ""
    lines.append(f"  title and all authors right: {both} of {len(papers)} ({share:.3f}{mark}), target ≥ {TARGET}")
    invented = sum(len(row["invented"]) for row in papers)
    lines.append(f"  invented names: {invented}{'!' if invented else ''}, target 0")
    for row in papers:
        if row["failed"] or row["differences"] or row["invented"]:
            lines.append(f"  {row['file']}" + (f": no document, {row['failed']}" if row["failed"] else ""))
        for field, both_values in row["differences"].items():
            lines.append(f"    {field} {row[field]}")
            lines += [f"      {side:7}{_told(value)}" for side, value in both_values.items()]
        lines += [f"    invented: {name}" for name in row["invented"]]
    for row in rows:
        if "no paper" in row and (row["title"] or row["authors"]):
            lines.append(f"  {row['file']} is no paper ({row['no paper']}): {_told(row['title'])}; {_told(row['authors'])}")
    return "\n".join(lines)


def _told(value: Any) -> str:
    return " | ".join(value) if isinstance(value, list) else str(value)
