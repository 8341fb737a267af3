"""The same person in two spellings, and two people in nearly the same one."""

from __future__ import annotations

import pytest

from takeaways.extract.names import same_person
from takeaways.model import Author


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łukasz Kaiser", "Lukasz Kaiser"),
        ("Tomás Ferreira", "Tomas Ferreira"),
        ("Ida K. Lindqvist", "Ida Lindqvist"),
        ("I. Lindqvist", "Ida Lindqvist"),
        ("I. K. Lindqvist", "Ida Karin Lindqvist"),
        ("Jean-Luc Moreau", "Jean Luc Moreau"),
        ("Conor O’Brien", "Conor O'Brien"),
        ("Li Xiaoming", "Li Xiao-Ming"),
    ],
)
def test_the_same(one: str, other: str) -> None:
    found = same_person(one, [Author(name="Per Ek"), Author(name=other)])
    assert found is not None
    assert found.name == other


@pytest.mark.parametrize(
    ("one", "others"),
    [
        ("Ida Lindqvist", ["Ane Lindqvist"]),
        ("Ida Lindqvist", ["Ida Lindgren"]),
        ("I. Lindqvist", ["Ida Lindqvist", "Ines Lindqvist"]),
        ("Ida Karin Lindqvist", ["Ida Maria Lindqvist"]),
        ("Lindqvist", ["Ida Lindqvist"]),
        ("", ["Ida Lindqvist"]),
    ],
)
def test_not_the_same_or_not_sure(one: str, others: list[str]) -> None:
    assert same_person(one, [Author(name=other) for other in others]) is None


def test_the_exact_spelling_decides_between_two() -> None:
    found = same_person("Ida Lindqvist", [Author(name="I. Lindqvist"), Author(name="Ida Lindqvist")])
    assert found is not None
    assert found.name == "Ida Lindqvist"
