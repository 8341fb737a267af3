"""Sentence ends in papers: sentence_cases.txt is the table."""

from itertools import pairwise

import pytest

from takeaways.summarize.sentences import maths, sentences

from .sentence_cases import Case, cases

CASES = [
    pytest.param(case, id=case.text, marks=[pytest.mark.xfail(reason="known to fail", strict=True)] if case.known else [])
    for case in cases()
]


@pytest.mark.parametrize("case", CASES)
def test_the_table(case: Case) -> None:
    assert [case.text[start:end] for start, end in sentences(case.text)] == case.wanted


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == []


def test_spans_leave_out_only_white_space() -> None:
    for case in cases():
        spans = sentences(case.text)
        kept = "".join(case.text[start:end] for start, end in spans)
        assert "".join(kept.split()) == "".join(case.text.split())
        assert all(left.end <= right.start for left, right in pairwise(spans))


def test_no_cut_falls_into_mathematics() -> None:
    text = "Let $f(x). G$ and $$a. B. C$$ and \\[d. E\\] be given. Then $a. B$."
    cuts = {position for span in sentences(text) for position in span}
    assert not any(start < cut < end for start, end in maths(text) for cut in cuts)
    assert len(maths(text)) == 4


def test_hostile_text_ends_in_time() -> None:
    for text in (
        "(" * 20_000,
        "$" * 20_001,
        "[1" * 20_000,
        ". " * 20_000,
        "$a " * 20_000,
        "\\(" * 10_000,
        "A." * 20_000,
        "$a$. " * 20_000,
        "(a). B" * 20_000,
        "“a " * 20_000,
        "「" * 20_000,
        ". . " * 20_000,
        "a. " * 20_000,
        "z. B. " * 20_000,
        "[1] " * 20_000,
        "." * 20_000 + "x",
        "¹,²" * 20_000,
    ):
        sentences(text)
