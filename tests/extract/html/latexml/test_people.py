"""Authors and their affiliations, in the ways in which LaTeXML sets what TeX's classes make of a byline."""

from __future__ import annotations

import pytest

from takeaways.extract.html.dom import parse
from takeaways.extract.html.latexml.people import People, people
from tests.extract.html.latexml.articles import page, read

UMEA, COIMBRA = "Department of Ecology, University of Umeå", "Institute of Acoustics, Coimbra"


def sup(mark: str) -> str:
    return f'<sup class="ltx_sup">{mark}</sup>'


def dagger(name: str) -> str:
    return f'<math class="ltx_Math" alttext="{{}}^{{\\{name}}}"><mo>x</mo></math>'


def contact(text: str, role: str = "affiliation") -> str:
    label = f'<span class="ltx_contact_name">{role.capitalize()}: </span>'
    return f'<span class="ltx_contact ltx_role_{role}">{label}{text}\n</span>'


def creator(name: str, *contacts: str) -> str:
    notes = f'<span class="ltx_author_notes">{"".join(contacts)}</span>' if contacts else ""
    return f'<span class="ltx_creator ltx_role_author"><span class="ltx_personname">{name}\n</span>{notes}</span>'


def note(text: str, role: str, mark: str = "1") -> str:
    raised = f'<sup class="ltx_note_mark">{mark}</sup>'
    kind = f'<span class="ltx_note_type">{role}: </span>'
    content = f'<span class="ltx_note_outer"><span class="ltx_note_content">{raised}{kind}{text}</span></span>'
    return f'<span class="ltx_note ltx_role_{role}">{raised}{content}</span>'


def found(byline: str, around: str = "") -> People:
    return people(parse(f'<article>{around}<div class="ltx_authors">{byline}</div></article>'.encode()))


def tied(who: People) -> list[tuple[str, tuple[str, ...]]]:
    return [(author.name, author.affiliations) for author in who.authors]


BOTH = [("Ida Lindqvist", (UMEA,)), ("Tomás Ferreira", (COIMBRA,))]


@pytest.mark.parametrize(
    "byline",
    [
        creator("Ida Lindqvist", contact(UMEA), contact("ida@example.org", "email"))
        + creator("Tomás Ferreira", contact(f"{COIMBRA} {{tf,ida}}@example.org")),
        creator(f"Ida Lindqvist{dagger('dagger')}", contact(f"{dagger('dagger')} {UMEA}{{ida,x}}@example.org"))
        + creator(
            f"Tomás Ferreira{dagger('ddagger')}",
            contact(f"{dagger('dagger')} {UMEA}"),
            contact(f"{dagger('ddagger')}\n{COIMBRA}"),
        ),
        creator(
            f"Ida Lindqvist{sup('1,*')}, Tomás Ferreira{sup('2')}<br>{sup('1')}{UMEA}<br>{sup('2')}{COIMBRA}"
            f"<br>{sup('*')}Equal contribution"
        ),
        creator(f"Ida Lindqvist{sup('1')},<br>Tomás Ferreira{sup('2')}", contact(f"{sup('1')}{UMEA}; {sup('2')}{COIMBRA}")),
        creator(
            f"Ida Lindqvist{sup('1')} Tomás Ferreira{sup('2')}<br>{sup('1')} Department of Ecology,<br>University of Umeå "
            f"{sup('2')} {COIMBRA}"
        ),
        creator("Ida Lindqvist<br>Department of Ecology<br>University of Umeå<br>ida@example.org")
        + creator(f'Tomás Ferreira<br><span class="ltx_text ltx_font_italic">{COIMBRA}</span>'),
        creator(f"Ida Lindqvist{sup('1')}")
        + creator(f"Tomás Ferreira{sup('2')}")
        + note(UMEA, "institutetext")
        + note(COIMBRA, "institutetext", "2"),
        creator(f"Ida Lindqvist{note('1', 'institutemark')}")
        + creator(f"Tomás Ferreira{note('2', 'institutemark', '2')}")
        + note(f"{sup('1')} {UMEA}, {sup('2')} {COIMBRA}", "institutetext"),
        creator(
            "Ida Lindqvist",
            contact(
                '<span class="ltx_text ltx_affiliation_department">Department of Ecology</span>'
                '<span class="ltx_text ltx_affiliation_institution">University of Umeå</span>'
            ),
        )
        + creator("Tomás Ferreira", contact(COIMBRA, "address")),
        creator(
            "Ida Lindqvist, Tomás Ferreira",
            contact(
                f"I. Lindqvist is with the {UMEA} (e-mail: ida@example.org). T. Ferreira is with the {COIMBRA}.", "thanks"
            ),
        ),
    ],
    ids=[
        "contacts",
        "daggers",
        "all in the name",
        "names over two lines",
        "no commas",
        "lines below",
        "notes",
        "one note",
        "acm",
        "ieee",
    ],
)
def test_each_with_their_own(byline: str) -> None:
    who = found(byline)
    assert tied(who) == BOTH
    assert set(who.affiliations) == {UMEA, COIMBRA}


def test_all_names_over_one_affiliation() -> None:
    who = found(creator(f"Ida Lindqvist, Tomás Ferreira and Per Ek Jr.<br>{UMEA}"))
    assert tied(who) == [("Ida Lindqvist", (UMEA,)), ("Tomás Ferreira", (UMEA,)), ("Per Ek Jr.", (UMEA,))]


def test_what_no_mark_ties_is_listed_only() -> None:
    who = found(
        creator("Ida Lindqvist")
        + creator("Tomás Ferreira")
        + note(f"{sup('1')} {UMEA}, {sup('2')} {COIMBRA}", "institutetext")
    )
    assert tied(who) == [("Ida Lindqvist", ()), ("Tomás Ferreira", ())]
    assert who.affiliations == (UMEA, COIMBRA)


def test_names_under_an_empty_name_are_neither_authors_nor_affiliations() -> None:
    who = found(
        creator("Ida Lindqvist")
        + creator("", contact("<b>Tomás Ferreira, Per Ek, Ane Dahl,</b>"), contact("<b>Eli Moe</b>"))
    )
    assert who == People((), ())


def test_an_empty_creator_says_nothing() -> None:
    assert tied(found(creator("") + creator("Ida Lindqvist", contact(UMEA)))) == BOTH[:1]


@pytest.mark.parametrize(
    "text",
    [
        "These authors contributed equally.",
        "Corresponding author: Ida Lindqvist",
        "ida@example.org",
        "0000-0002-1825-0097",
        "Work performed while at the University of Umeå",
        "Supported by grant 12 of the Forest Council",
        "*",
    ],
)
def test_a_note_is_no_affiliation(text: str) -> None:
    assert found(creator("Ida Lindqvist", contact(text))).affiliations == ()


def test_a_city_is_no_author() -> None:
    who = found(creator(f"Ida Lindqvist<br>{UMEA}<br>San Francisco<br>California"))
    assert tied(who) == [("Ida Lindqvist", (f"{UMEA}, San Francisco, California",))]


def test_a_paper_has_them_with_where_they_were_found() -> None:
    authors = f'<div class="ltx_authors">{creator("Ida Lindqvist", contact(UMEA))}</div>'
    paper = read(page("", authors=authors)).paper
    assert paper.affiliations == (UMEA,)
    assert paper.provenance["affiliations"] == "page-text"
