"""Which numbers of a claim stand in its evidence, and which nearly do and may."""

from __future__ import annotations

import pytest

from .conftest import Against

SITES = "We grouped the several billion pages into 31,003,946 sites of the web."
DISK = "The disk space consumption is 142 MB for the five tables and 345 MB for the indexes."


@pytest.mark.parametrize(
    ("paper", "claim", "against_it"),
    [
        (SITES, "The pages were grouped into about 31 million sites.", None),
        (SITES, "页面归并为约 3100 万个站点。", None),
        (SITES, "The pages were grouped into 31 million sites.", "number_not_found"),
        (SITES, "The pages were grouped into about 38 million sites.", "number_not_found"),
        (SITES, "页面归并为约 3108 万个站点。", "number_not_found"),
        (DISK, "The indexes take more than twice the disk space of the five tables.", None),
        (DISK, "The indexes take three times the disk space of the five tables.", "number_not_found"),
        (DISK, "The indexes take 2.1 times the disk space of the five tables.", "number_not_found"),
        (
            "Training takes just 1-20 k actions, depending on the task at hand.",
            "Training takes 1,000 to 20,000 actions.",
            None,
        ),
    ],
)
def test_numbers(against: Against, paper: str, claim: str, against_it: str | None) -> None:
    assert against(paper, claim) == against_it
