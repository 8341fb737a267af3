"""The page of summaries: what is printed of a paper, and how marks are counted."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from bench import summaries
from takeaways.model import Document, Summary
from tests.summarize.conftest import document

PENCIL = json.loads(summaries.PENCIL.read_text(encoding="utf-8"))


@pytest.fixture
def made() -> Summary:
    paper: Document = document(
        ("Abstract", "We present RavenCount, a method that estimates the size of a raven flock from one microphone."),
        ("Results", "On 312 recordings the error of RavenCount is 8.5%, against 21.0% of the best method before."),
        title="Counting ravens",
    )
    found = summaries.summary(paper)
    assert found is not None
    return found


def test_takeaways_stand_with_their_marks(made: Summary) -> None:
    read = made.takeaways[0].text
    assert f"- {read} **[dull]**" in summaries.page("pdf/x.pdf", "birds", made, {read: "dull"})
    assert f"- {read} **[unread]**" in summaries.page("pdf/x.pdf", "birds", made, {})
    assert summaries.page("pdf/x.pdf", "birds", made, None).endswith(f"- {read}")


def test_a_paper_without_a_sentence_has_no_summary() -> None:
    assert summaries.summary(document(("Abstract", "Results"))) is None
    assert "No whole sentence" in summaries.page("pdf/x.pdf", "", None, {})


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (Counter(good=9, dull=1), "9 of 10 good (90 in a hundred); 1 dull"),
        (Counter(good=2), "2 of 2 good (100 in a hundred)"),
        (Counter(), "0 of 0 good (0 in a hundred)"),
    ],
)
def test_counts(marks: Counter[str], told: str) -> None:
    assert summaries.counted(marks) == told


def test_the_pencil_marks_the_ten_in_known_words() -> None:
    for read in PENCIL["rounds"]:
        assert set(read["ten"]) == set(summaries.TEN)
        assert {mark for marks in read["ten"].values() for mark in marks.values()} <= set(summaries.MARKS)
        assert not set(read["others"]) & set(summaries.TEN)
        assert {mark for marks in read["others"].values() for mark in marks} <= set(summaries.MARKS)


def test_the_page_shows_what_was_counted() -> None:
    page = (summaries.PENCIL.parents[2] / "docs" / "summaries.md").read_text(encoding="utf-8")
    assert summaries.rounds(PENCIL) in page
