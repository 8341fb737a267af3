"""What stands below a title and looks like names, and is none."""

from __future__ import annotations

import pytest

from tests.extract.pdf.first_page import (
    BOLD,
    IDA,
    JOAO,
    LEFT,
    SENTENCES,
    UMEA,
    Page,
    abstracted,
    read,
    tied,
    titled,
)


def test_what_may_be_a_house_and_a_street_is_no_name() -> None:
    page = titled().line("Silvio Levin", 11).line("Fine Hall", 11).line("Lime Road", 11).line("University of Umeå", 11)
    assert read(abstracted(page)).authors == ()
    page = titled().line(IDA, 11, BOLD).line("Rose Towers", 11).line("University of Umeå", 11)
    assert read(abstracted(page)).authors == ()


def test_names_one_below_the_other_are_told_by_their_type() -> None:
    page = titled().line(IDA, 11, BOLD).line(JOAO, 11, BOLD).line("University of Umeå", 11)
    assert tied(read(abstracted(page))) == {IDA: ("University of Umeå",), JOAO: ("University of Umeå",)}


def test_headings_below_a_title_are_no_names() -> None:
    page = Page().line("Thesaurus of Signs", 17, BOLD, LEFT).space(10).line("Media Controls", 12, BOLD, LEFT, 1.5)
    assert read(page.prose(SENTENCES * 2).line("Weather Signs", 12, BOLD, LEFT, 1.5).prose(SENTENCES * 2)).authors == ()


@pytest.mark.parametrize("words", ["QUE PARA OBTENER EL GRADO DE", "Efficient Inference Hidden Markov Chains", "der Löwe"])
def test_sentences_are_no_names(words: str) -> None:
    assert read(abstracted(titled().line(words, 12).line("University of Umeå"))).authors == ()


def test_family_names_that_are_particles_elsewhere() -> None:
    page = titled().line("Kyle Lo, Quoc Le, Zhuowen Tu, Alan To, Li Di", 12).line(UMEA)
    assert list(tied(read(abstracted(page)))) == ["Kyle Lo", "Quoc Le", "Zhuowen Tu", "Alan To", "Li Di"]


def test_a_dedication_and_a_date_are_no_affiliations() -> None:
    page = titled().line(IDA, 12).line(UMEA).line("To the memory of our teacher").line("Version of March 2031")
    assert read(abstracted(page)).affiliations == (UMEA,)


def test_one_address_in_the_middle_below_names_side_by_side() -> None:
    page = titled().row([IDA, JOAO], 12).line("University of Umeå").line("ida@example.org")
    assert tied(read(abstracted(page))) == {IDA: ("University of Umeå",), JOAO: ("University of Umeå",)}
