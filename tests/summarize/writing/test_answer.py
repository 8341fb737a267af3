"""A patient reading of what a model gives."""

from __future__ import annotations

import pytest

from takeaways.summarize.writing.answer import claims_of, said


def test_what_is_no_sentence_is_no_claim() -> None:
    figures = ", ".join(f"{at}.5 %" for at in range(60))
    assert said({"text": f"We measure {figures}."}) is None
    assert said({"text": "   "}) is None
    assert said({"text": ["a"]}) is None
    assert said({"text": "28.4 BLEU on 3 of 4 tasks."}) is not None


@pytest.mark.parametrize(
    ("blocks", "numbers"),
    [([3], (3,)), ("[3]", (3,)), ([3, 3, "[4]"], (3, 4)), (None, ()), ([[[5]]], (5,)), ([1e300], (1, 300))],
)
def test_numbers_of_passages_are_read_patiently(blocks: object, numbers: tuple[int, ...]) -> None:
    found = said({"text": "Ravens.", "blocks": blocks})
    assert found
    assert found.passages == numbers


def test_a_list_without_end_is_cut() -> None:
    assert len(claims_of({"takeaways": [1] * 10_000}, "takeaways")) < 100
    assert said({"text": "Ravens. " * 10_000, "quote": "x" * 10_000}) is not None
    assert len(said({"text": "Ravens.", "quote": "x" * 10_000}).quote) < 2000  # type: ignore[union-attr]
