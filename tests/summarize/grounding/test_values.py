"""A number that the paper does not write may be counted out of what it does, but never against what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Against = Callable[[str, str], str | None]
TASKS = "Our benchmark consists of seven document-level tasks ranging from search, tagging, ranking, to review."
CACHE = "On inputs of 32k tokens with blocks of 8k the cache reduces the memory by 8x in all layers."
RATE = "The overall rate of sepsis in the data was 21.4% in both years."
PARTS = "The song is cut, cleaned, tagged, and counted by the machine."
SHIFT = "The dimensions are shifted down by one, to two and zero, at the lower end, and so on, at last."


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (TASKS, "The benchmark has seven tasks."),
        (CACHE, "内存占用减少到八分之一（8 倍）。"),
        (RATE, "Sepsis occurred in more than one in five."),
        (PARTS, "The machine works on the song in four steps."),
        (SHIFT, "The dimensions go to two and zero."),
        (PARTS, "系统包括三个模块。"),
        (PARTS, "The machine does all four."),
    ],
)
def test_a_number_that_is_there(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) is None


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (TASKS, "The benchmark has two document-level tasks."),
        (CACHE, "内存占用减少到八分之一（4 倍）。"),
        (RATE, "Sepsis occurred in more than one in nine."),
        (SHIFT, "The dimensions go to five and zero."),
    ],
)
def test_a_number_that_is_not_there_is_told(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) == "number_not_found"
