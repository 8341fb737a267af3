"""Title, authors, affiliations and abstract of first pages in the layouts that papers have."""

from __future__ import annotations

import pytest

from takeaways.extract.pdf import read_pdf
from tests.extract.pdf.first_page import (
    ABSTRACT,
    BOLD,
    COIMBRA,
    IDA,
    ITALIC,
    JOAO,
    LEFT,
    PIETER,
    RIGHT,
    SENTENCES,
    TITLE,
    UMEA,
    WEI,
    Page,
    abstracted,
    read,
    tied,
    titled,
)


def test_marks_tie_names_to_affiliations() -> None:
    page = titled().line(f"{IDA}^{{1,2,∗}}, {JOAO}^{{2}}, {WEI}^{{1}} and {PIETER}^{{2}}".replace("∗", "*"), 12)
    page.line(f"^{{1}}{UMEA}").line(f"^{{2}}{COIMBRA}").line("ida@example.org").line("^{*} Corresponding author")
    paper = read(abstracted(page))
    assert paper.title == TITLE
    assert tied(paper) == {IDA: (UMEA, COIMBRA), JOAO: (COIMBRA,), WEI: (UMEA,), PIETER: (COIMBRA,)}
    assert paper.affiliations == (UMEA, COIMBRA)
    assert paper.abstract is not None
    assert paper.abstract.startswith("We count animals")
    assert paper.abstract.endswith("Cheap recorders suffice.")
    assert paper.provenance == dict.fromkeys(("title", "authors", "affiliations", "abstract"), "pdf-page-1")


def test_columns_have_a_name_with_its_address_below_each() -> None:
    page = titled().row([IDA, JOAO, WEI], 11, BOLD)
    page.row(["Department of Ecology", "Institute of Acoustics", "Google Brain"])
    page.row(["University of Umeå", "Coimbra, Portugal", "London, UK"])
    page.row(["ida@example.org", "joao@example.org", "wei@example.org"]).space(8)
    page.row([PIETER, "Mary-Ann O'Neill"], 11, BOLD).row(["Carnegie Mellon University", "University of Toronto"])
    paper = read(abstracted(page))
    assert tied(paper) == {
        IDA: ("Department of Ecology University of Umeå",),
        JOAO: ("Institute of Acoustics Coimbra, Portugal",),
        WEI: ("Google Brain London, UK",),
        PIETER: ("Carnegie Mellon University",),
        "Mary-Ann O'Neill": ("University of Toronto",),
    }


def test_names_one_below_the_other_share_what_stands_below_them() -> None:
    page = titled().line(IDA, x=LEFT, font=BOLD, drop=0).line("ida@example.org", x="right")
    page.line(JOAO, x=LEFT, font=BOLD, drop=0).line("joao@example.org", x="right").line(UMEA, x=LEFT).space(6)
    page.line(WEI, x=LEFT, font=BOLD, drop=0).line("wei@example.org", x="right").line(COIMBRA, x=LEFT)
    assert tied(read(abstracted(page))) == {IDA: (UMEA,), JOAO: (UMEA,), WEI: (COIMBRA,)}


def test_names_and_addresses_set_alike_are_told_by_the_space_between_authors() -> None:
    page = titled().line(IDA).line("Department of Ecology").line("University of Umeå").space(9)
    page.line(JOAO).line("Institute of Acoustics").line("Coimbra, Portugal")
    assert tied(read(abstracted(page))) == {
        IDA: ("Department of Ecology University of Umeå",),
        JOAO: ("Institute of Acoustics Coimbra, Portugal",),
    }


def test_a_name_and_its_address_on_one_line() -> None:
    page = Page().line(TITLE, 15, BOLD, LEFT).space(8)
    page.line(f"IDA LINDQVIST, {UMEA}", x=LEFT).line(f"JOÃO M. DA SILVA, {COIMBRA}", x=LEFT)
    page.space(8).prose(ABSTRACT, 8.5).space(6).prose("CCS Concepts: • Applied computing → Bioacoustics.", 8.5)
    paper = read(page.body())
    assert tied(paper) == {"IDA LINDQVIST": (UMEA,), "JOÃO M. DA SILVA": (COIMBRA,)}
    assert (paper.abstract or "").endswith("Cheap recorders suffice.")


def test_a_list_runs_over_lines_and_breaks_names() -> None:
    page = titled().line(f"{IDA}, {JOAO}, {WEI}, Alice B. Carter, Hannah Cohen, Rahul", 12)
    page.line("Gupta, Md. Abdul Karim, Jean-Baptiste d'Alembert, John Smith Jr., and Pieter", 12)
    page.line("van der Meer", 12).line("University of Umeå")
    names = [author.name for author in read(abstracted(page)).authors]
    assert names == [
        *(IDA, JOAO, WEI, "Alice B. Carter", "Hannah Cohen", "Rahul Gupta", "Md. Abdul Karim"),
        *("Jean-Baptiste d'Alembert", "John Smith Jr.", PIETER),
    ]


def test_a_list_that_cannot_be_read_whole_is_absent() -> None:
    page = titled().line(f"{IDA}, {JOAO} and 14 others", 12).line("University of Umeå")
    assert read(abstracted(page)).authors == ()
    page = titled().line(f"{IDA}, {JOAO}, the Night Shift of 2019", 12, BOLD).line("University of Umeå")
    assert read(abstracted(page)).authors == ()


@pytest.mark.parametrize(
    "below",
    ["An Overview", "Technical Report 7", "March 2021", "University of Umeå", "Draft, not for circulation", "New York"],
)
def test_what_stands_below_a_title_is_no_name(below: str) -> None:
    assert read(abstracted(titled().line(below, 12))).authors == ()


def test_banners_are_no_titles() -> None:
    page = Page().line("Published as a conference paper at ICLR 2031", 10, x=LEFT, drop=3)
    page.line("OPEN ACCESS", 24, BOLD, LEFT).line("Journal of Bird Song", 20, x=LEFT).space(4)
    page.line("Counting Animals by Their Calls: Density", 16, BOLD, LEFT).line("from Few Microphones", 16, BOLD, LEFT).space(
        6
    )
    page.line(IDA, 11, x=LEFT).line(UMEA, x=LEFT)
    paper = read(abstracted(page))
    assert paper.title == "Counting Animals by Their Calls: Density from Few Microphones"
    assert tied(paper) == {IDA: (UMEA,)}


def test_a_title_of_the_texts_own_size() -> None:
    page = Page().line("COUNTING ANIMALS BY THEIR CALLS", 10, BOLD).space(10).line("IDA LINDQVIST AND JOÃO M. DA SILVA", 8)
    page.space(10).prose(f"ABSTRACT. {ABSTRACT}", 8, x=LEFT + 20, width=RIGHT - LEFT - 40)
    paper = read(page.body("1. Introduction"))
    assert paper.title == "COUNTING ANIMALS BY THEIR CALLS"
    assert [author.name for author in paper.authors] == ["IDA LINDQVIST", "JOÃO M. DA SILVA"]
    assert (paper.abstract or "").startswith("We count")


def test_a_page_from_the_middle_of_a_paper_has_no_title() -> None:
    page = Page().prose(SENTENCES * 2).space(10).line("Ablation of Priors", 14, BOLD, LEFT).prose(SENTENCES * 2)
    paper = read(page)
    assert paper.title is None
    assert paper.authors == ()


def test_affiliations_in_footnotes() -> None:
    page = titled().line(f"{IDA}^{{1}} {JOAO}^{{2}}".replace("} J", "}    J"), 12, BOLD)
    page = abstracted(page).foot(f"^{{1}}{UMEA}. ^{{2}}{COIMBRA}. Correspondence to: {IDA} <ida@example.org>.")
    assert tied(read(page)) == {IDA: (UMEA,), JOAO: (COIMBRA,)}


def test_affiliations_in_sentences() -> None:
    page = titled().line(f"{IDA}, Student Member, IEEE, {JOAO}, and {WEI}, Fellow, IEEE", 11)
    page = abstracted(page).foot(
        "Manuscript received March 3, 2031.",
        "I. Lindqvist and W.-L. Chen are with the University of Umeå, Sweden (e-mail: ida@example.org).",
        "J. M. da Silva is with the Institute of Acoustics, Coimbra, Portugal.",
    )
    assert tied(read(page)) == {IDA: ("University of Umeå, Sweden",), JOAO: (COIMBRA,), WEI: ("University of Umeå, Sweden",)}


def test_of_several_affiliations_below_a_list_none_is_tied() -> None:
    page = titled().line(f"{IDA}, {JOAO}, {WEI}", 12).line(UMEA).line(COIMBRA)
    paper = read(abstracted(page))
    assert paper.affiliations == (UMEA, COIMBRA)
    assert tied(paper) == {IDA: (), JOAO: (), WEI: ()}


def test_notes_beside_names_are_no_affiliations() -> None:
    page = titled().line(f"{IDA}^{{*}}, {JOAO}^{{*}}", 12).line(UMEA).line("^{*} These authors contributed equally.")
    paper = read(abstracted(page).foot("^{*} Work done while at the Institute of Acoustics, Coimbra."))
    assert paper.affiliations == (UMEA,)


def test_degrees_and_titles_are_no_part_of_names() -> None:
    page = titled().line(f"Dr. {IDA}, MD, PhD; {JOAO}, M.Sc.; Prof. {WEI}", 12).line(UMEA)
    assert [author.name for author in read(abstracted(page)).authors] == [IDA, JOAO, WEI]


@pytest.mark.parametrize("after", ["Keywords: bioacoustics, surveys", "PACS numbers: 43.80.+p", "Received 3 March 2031"])
def test_what_follows_an_abstract_is_no_part_of_it(after: str) -> None:
    page = titled().line(IDA, 12).line(UMEA).space(8).prose(f"Abstract—{ABSTRACT}", 9).line(after, 9, x=LEFT)
    paper = read(page.body())
    assert (paper.abstract or "").startswith("We count")
    assert (paper.abstract or "").endswith("suffice.")


def test_an_abstract_without_a_heading_ends_where_the_text_begins() -> None:
    page = titled().line(IDA, 12).line(UMEA, font=ITALIC).line("(Dated: March 3, 2031)", 9).space(6)
    page.prose(ABSTRACT, 9, x=LEFT + 40, width=RIGHT - LEFT - 80).space(14).prose(SENTENCES * 4)
    paper = read(page)
    assert (paper.abstract or "").startswith("We count")
    assert (paper.abstract or "").endswith("suffice.")


def test_text_that_nothing_sets_apart_is_no_abstract() -> None:
    paper = read(titled().line(IDA, 12).line(UMEA).space(8).prose(SENTENCES * 6))
    assert paper.abstract is None


def test_the_info_dictionary_is_believed_where_the_page_says_the_same() -> None:
    def page(author: str) -> Page:
        page = Page(author=author).line(TITLE, 17, BOLD).space(10)
        return abstracted(page.line("ida lindqvist, joão m. da silva", 12).line("University of Umeå"))

    paper = read(page("Ida Lindqvist; João M. da Silva"))
    assert [author.name for author in paper.authors] == [IDA, JOAO]
    assert paper.provenance["authors"] == "pdf-info"
    assert read(page("Ida Lindqvist; Wei-Ling Chen")).authors == ()
    assert read(page("Ida Lindqvist")).authors == ()
    assert read(page("Ida Lindqvist; M. da Silva")).authors == (), "João is left over"


def test_a_second_name_in_a_column_shares_its_address() -> None:
    page = titled().row([IDA, JOAO], 12)
    step = (RIGHT - LEFT) / 2
    page.line(WEI, 12, x=LEFT + step / 2 - 35, drop=0).line("Institute of Acoustics", 9, x=LEFT + 1.5 * step - 40)
    page.row(["University of Umeå", "Coimbra, Portugal"], 9)
    assert tied(read(abstracted(page))) == {
        IDA: ("University of Umeå",),
        WEI: ("University of Umeå",),
        JOAO: ("Institute of Acoustics Coimbra, Portugal",),
    }


def test_names_set_as_the_title_is_are_no_part_of_it() -> None:
    paper = read(abstracted(titled("Hidden Markov Chains", 14).line(f"{IDA} and {JOAO}", 14, BOLD).line(UMEA)))
    assert paper.title == "Hidden Markov Chains"
    assert tied(paper) == {IDA: (UMEA,), JOAO: (UMEA,)}


def test_names_below_the_abstract() -> None:
    page = titled().line("Abstract", 12, BOLD, drop=1.5).prose(ABSTRACT, 9, x=LEFT + 20, width=RIGHT - LEFT - 40).space(10)
    paper = read(page.line(f"{IDA} and {JOAO}", 12).line(UMEA).body())
    assert tied(paper) == {IDA: (UMEA,), JOAO: (UMEA,)}
    assert (paper.abstract or "").endswith("suffice.")


def test_numbers_and_addresses_behind_names_are_no_part_of_them() -> None:
    page = (
        titled()
        .line(f"{IDA}^{{1[0000-0001-2345-6789]}}, S. A. van 't Hoff^{{1[0000-0002-2345-6789]}}")
        .line(f"^{{1}}{UMEA}")
    )
    assert tied(read(abstracted(page))) == {IDA: (UMEA,), "S. A. van 't Hoff": (UMEA,)}
    page = titled().line(f"{IDA} <ida@example.org>").line(UMEA).space(6).line(f"{JOAO} <joao@example.org>").line(COIMBRA)
    assert tied(read(abstracted(page))) == {IDA: (UMEA,), JOAO: (COIMBRA,)}


def test_a_title_that_heads_every_page_is_still_the_title() -> None:
    page = Page()
    page.y += 40
    page.line(TITLE, 17, BOLD).space(10).line(IDA, 12).line(UMEA)
    paper = read(abstracted(page).again(TITLE, 8).again(TITLE, 8))
    assert paper.title == TITLE
    assert tied(paper) == {IDA: (UMEA,)}


def test_a_caption_among_the_names_stays_a_caption() -> None:
    page = titled().line(IDA, 12).line(UMEA).space(60).line("Figure 1. A recorder in the forest.", 9)
    parts = read_pdf(abstracted(page).bytes(), None, "sha256:x")
    assert parts.paper.affiliations == (UMEA,)
    assert [figure.caption for figure in parts.figures] == ["Figure 1: A recorder in the forest."]


def test_ragged_and_indented_abstracts_are_read_whole() -> None:
    page = titled().line(IDA, 12).line(UMEA).space(10).line("Abstract", 12, BOLD, drop=1.5)
    page.line("A first paragraph of one line says what this is about.", 9, x=LEFT + 35)
    page.line("The second one is indented as well and is much longer than the first one was, to the", 9, x=LEFT + 35)
    page.line("right edge, and it goes on for more than one line, as abstracts do,", 9, x=LEFT + 20)
    page.line(
        "until it comes to its end, which is a line that is longer than all of those which stand above.", 9, x=LEFT + 20
    )
    assert (read(page.body()).abstract or "").endswith("stand above.")
