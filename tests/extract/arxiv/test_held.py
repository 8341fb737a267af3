"""Which version ar5iv's page can be of."""

from __future__ import annotations

from datetime import date

import pytest

from takeaways.extract.arxiv.held import holds_version
from takeaways.model import Paper, Version

V1, V2, V3 = date(2020, 1, 1), date(2022, 6, 1), date(2024, 3, 1)


def paper(version: int | None, *days: date | None) -> Paper:
    versions = tuple(Version(number=number, day=day) for number, day in enumerate(days, 1))
    return Paper(id="arxiv:1", version=version, versions=versions, provenance={"versions": "arxiv-page"} if versions else {})


@pytest.mark.parametrize(
    ("asked", "made", "holds"),
    [
        (3, date(2024, 9, 1), True),
        (2, date(2024, 9, 1), False),
        (1, date(2024, 9, 1), False),
        (2, date(2023, 1, 1), True),
        (3, date(2023, 1, 1), False),
        (3, date(2024, 3, 20), False),
        (2, date(2024, 3, 20), False),
        (3, None, False),
        (9, date(2024, 9, 1), False),
    ],
    ids=[
        "newest",
        "older",
        "oldest",
        "then newest",
        "not yet there",
        "too early to tell",
        "nor that it is not",
        "no day",
        "none",
    ],
)
def test_of_three_versions(asked: int, made: date | None, holds: bool) -> None:
    assert holds_version(paper(asked, V1, V2, V3), made) is holds


def test_of_one_version_it_is_that_one() -> None:
    assert holds_version(paper(1, V1), None)


def test_without_knowing_all_versions_nothing_is_told() -> None:
    assert not holds_version(paper(1), date(2024, 9, 1))
    assert not holds_version(paper(4, V1, None, None, V3), date(2022, 9, 1))
    assert holds_version(paper(None), None)
