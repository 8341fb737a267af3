"""Who is ahead of whom, whichever way a comparison is put."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Against = Callable[[str, str], str | None]
WHICH = "RavenNet is a deep model of bird song, which outperformed both the standard CrowNet and a smoothed FinchNet."
OVER = "RavenNet, trained on little, leads to relative improvements of 47% on the hard calls over CrowNet."
DOUBLES = "RavenNet more than doubles the area under the curve relative to earlier models such as CrowNet and FinchNet."
INSTEAD = "Using a general model (CrowNet) instead of RavenNet in the ranker reduces its accuracy considerably."
SLOWER = "The query RavenQ is slower than the execution on CrowQ in all our runs."


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (WHICH, "CrowNet and FinchNet did less well than RavenNet."),
        (WHICH, "Compared with FinchNet, RavenNet does better."),
        (OVER, "与 CrowNet 相比，RavenNet 使得分提升 47%。"),
        (DOUBLES, "与 CrowNet 和 FinchNet 相比，RavenNet 的曲线下面积提高到两倍以上。"),
        (INSTEAD, "Starting from CrowNet rather than RavenNet lowers accuracy."),
        (INSTEAD, "Starting from RavenNet rather than CrowNet raises accuracy."),
        (SLOWER, "与在 CrowQ 上执行相比，RavenQ 更慢。"),
        (SLOWER, "RavenQ takes longer than CrowQ."),
    ],
)
def test_an_order_in_other_words(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) is None


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (WHICH, "CrowNet and RavenNet did less well than FinchNet."),
        (OVER, "与 RavenNet 相比，CrowNet 使得分提升 47%。"),
        (DOUBLES, "与 RavenNet 和 FinchNet 相比，CrowNet 的曲线下面积提高到两倍以上。"),
        (INSTEAD, "Starting from RavenNet rather than CrowNet lowers accuracy."),
        (SLOWER, "与在 RavenQ 上执行相比，CrowQ 更慢。"),
        (SLOWER, "RavenQ takes shorter than CrowQ."),
    ],
)
def test_an_order_turned_is_told(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) == "direction_turned"
