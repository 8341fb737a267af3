"""Which parts of a page are covered."""

from __future__ import annotations

import pytest

from takeaways.extract.pdf.boxes import Grid, Rect


def test_a_share_of_a_rectangle_is_covered() -> None:
    grid = Grid()
    grid.cover(Rect(0, 0, 29, 59))
    assert grid.share(Rect(0, 0, 59, 59)) == 0.5
    assert grid.share(Rect(30, 0, 59, 59)) == 0


@pytest.mark.parametrize("far", [1e9, 1e300, float("inf"), float("nan")])
def test_what_stands_beyond_any_page_costs_nothing(far: float) -> None:
    grid = Grid()
    grid.cover(Rect(-far, -far, far, far))
    grid.cover(Rect(far, 0, far, 9))
    assert 0 <= grid.share(Rect(-far, 10, far, 20)) <= 1
    assert 0 <= grid.share(Rect(9, far, 1, -far)) <= 1
