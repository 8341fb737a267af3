"""Numbers that say they are about, and ratios counted out: which may stand, and which are another number."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Against = Callable[[str, str], str | None]
SITES = "We grouped the several billion pages into 31,003,946 sites of the web."
DISK = "The disk space consumption is 142 MB for the five tables and 345 MB for the indexes."
ACTIONS = "Training takes just 1-20 k actions, depending on the task at hand."


@pytest.mark.parametrize(
    ("paper", "claim", "reason"),
    [
        (SITES, "The pages were grouped into about 31 million sites.", None),
        (SITES, "页面归并为约 3100 万个站点。", None),
        (SITES, "The pages were grouped into 31 million sites.", "number_not_found"),
        (SITES, "The pages were grouped into about 38 million sites.", "number_not_found"),
        (SITES, "页面归并为约 3108 万个站点。", "number_not_found"),
        (DISK, "The indexes take more than twice the disk space of the five tables.", None),
        (DISK, "The indexes take three times the disk space of the five tables.", "number_not_found"),
        (DISK, "The indexes take 2.1 times the disk space of the five tables.", "number_not_found"),
        (ACTIONS, "Training takes 1,000 to 20,000 actions.", None),
    ],
)
def test_rounded(against: Against, paper: str, claim: str, reason: str | None) -> None:
    assert against(paper, claim) == reason
