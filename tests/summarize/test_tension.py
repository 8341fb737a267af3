"""The signs of a challenge."""

from __future__ import annotations

import pytest

from takeaways.summarize.features import lines
from takeaways.summarize.tension import tension

INTRODUCTION = [
    "Counting animals has a long history.",
    "However, existing methods lack a way to tell voices apart.",
    "We present RavenCount.",
    "It is limited to ravens.",
]


def names(at: int) -> set[str]:
    return set(tension(lines(INTRODUCTION), "introduction")[at])


@pytest.mark.parametrize(
    ("at", "there", "absent"),
    [
        (0, {"?before own", "?to own 2", "?after lack"}, {"?lack", "?contrast"}),
        (1, {"?contrast and lack", "?others", "?lack of others introduction", "?to own 1"}, {"?own"}),
        (2, {"?own", "?before contrast", "?to own 0"}, {"?before own", "?lack of others"}),
        (3, {"?lack", "?before own", "?to own -1"} - {"?before own"}, {"?contrast"}),
    ],
)
def test_signs(at: int, there: set[str], absent: set[str]) -> None:
    found = names(at)
    assert there <= found
    assert not absent & found


def test_a_part_that_never_speaks_of_itself_is_all_before() -> None:
    found = tension(lines(["It is hard.", "It fails."]), "abstract")
    assert all("?before own" in signs for signs in found)
