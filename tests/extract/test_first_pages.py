"""Title, authors, affiliations and abstract of the corpus's PDFs, against what was written down by eye.

The bounds lie a little under what the rules reach. They are raised when the rules are, never lowered; a name that page 1
does not hold is never allowed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.corpus
LEAST = {"title": 0.97, "authors": 0.91, "affiliations": 0.91, "abstract": 0.91}


def test_first_pages_say_what_eyes_read(corpus: Path) -> None:
    pytest.importorskip("rapidfuzz")
    from bench.extraction import front

    rows = front.measured(corpus)
    papers = [row for row in rows if "no paper" not in row]
    assert len(papers) > 30
    assert [row["file"] for row in papers if row["invented"]] == []
    assert [row["file"] for row in papers if row["authors"] == "wrong"] == []
    for field, least in LEAST.items():
        wrong = {row["file"]: row["differences"].get(field) for row in papers if row[field] != "right"}
        assert len(wrong) <= (1 - least) * len(papers), (field, wrong)
