"""What pages write into their metadata, as it is meant."""

from __future__ import annotations

from datetime import date

import pytest

from takeaways.extract.html.meta.said import day, doi_in, plain, turned


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Lindqvist, Ida", "Ida Lindqvist"),
        ("van der Berg, Jan Piet", "Jan Piet van der Berg"),
        ("Ek, Per, Jr.", "Per Ek Jr."),
        ("Ek, Jr., Per", "Per Ek Jr."),
        ("Per Ek, PhD", "Per Ek PhD"),
        ("Ida Lindqvist", "Ida Lindqvist"),
        ("Lindqvist,", "Lindqvist"),
    ],
)
def test_a_name_turned_round(said: str, meant: str) -> None:
    assert turned(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2024/03/09", date(2024, 3, 9)),
        ("2024-3-9", date(2024, 3, 9)),
        ("2024-03-09T00:00:00Z", date(2024, 3, 9)),
        ("9 March 2024", date(2024, 3, 9)),
        ("Mar 9, 2024", date(2024, 3, 9)),
        ("2024 Mar 9", date(2024, 3, 9)),
        ("25/12/2024", date(2024, 12, 25)),
        ("12/25/2024", date(2024, 12, 25)),
        ("03/09/2024", None),
        ("2024/03", None),
        ("2024", None),
        ("2024-13-40", None),
        ("Spring 2024", None),
        (None, None),
    ],
)
def test_a_day(said: str | None, meant: date | None) -> None:
    assert day(said) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("doi:10.1000/ravens.7", "10.1000/ravens.7"),
        ("https://doi.org/10.1000%2Fravens.7", "10.1000/ravens.7"),
        ("https://dx.doi.org/10.1002/(SICI)1097-0258(19980815)17:15", "10.1002/(SICI)1097-0258(19980815)17:15"),
        ("(see 10.1000/ravens.7).", "10.1000/ravens.7"),
        ("77", None),
    ],
)
def test_a_doi(said: str, meant: str | None) -> None:
    assert doi_in(said) == meant


def test_markup_in_a_text() -> None:
    assert plain("Counting &lt;i&gt;Corvus&lt;/i&gt; &amp;amp; others") == "Counting Corvus &amp; others"
    assert plain("a < b and c > d") == "a < b and c > d"
    assert plain(" ") is None
