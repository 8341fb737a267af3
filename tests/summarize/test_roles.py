"""Sections play their part by heading, by the section around, by place."""

import pytest

from takeaways.model import Block, Section
from takeaways.summarize.roles import Role, of_heading, roles

from .conftest import document


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("1 Introduction", Role.INTRODUCTION),
        ("I. INTRODUCTION", Role.INTRODUCTION),
        ("Introduction and Motivation", Role.INTRODUCTION),
        ("Related Work", Role.PRIOR),
        ("2.1 Previous work", Role.PRIOR),
        ("Background", Role.PRIOR),
        ("BACKGROUND AND RELATED WORK", Role.PRIOR),
        ("3 The proposed method", Role.METHOD),
        ("Model Architecture", Role.METHOD),
        ("Materials and methods", Role.METHOD),
        ("Experimental Setup", Role.SETUP),
        ("Training Data and Batching", Role.SETUP),
        ("Experiments", Role.RESULTS),
        ("4 Experimental Results using XMark", Role.RESULTS),
        ("Results and Discussion", Role.RESULTS),
        ("Evaluation", Role.RESULTS),
        ("Discussion and Limitations", Role.DISCUSSION),
        ("Limitations and future work", Role.LIMITATIONS),
        ("Threats to Validity", Role.LIMITATIONS),
        ("6.2 Threats to internal and external validity", Role.LIMITATIONS),
        ("Limitations of our approach", Role.LIMITATIONS),
        ("Study limitations", Role.LIMITATIONS),
        ("Strengths and limitations", Role.LIMITATIONS),
        ("Scope and Limitations", Role.LIMITATIONS),
        ("Weaknesses", Role.LIMITATIONS),
        ("Failure cases", Role.LIMITATIONS),
        ("Limitations of existing methods", Role.PRIOR),
        ("Shortcomings of the previous work", Role.PRIOR),
        ("VI. CONCLUSION", Role.CONCLUSION),
        ("Conclusions and Future Work", Role.CONCLUSION),
        ("Acknowledgments", Role.BACK),
        ("Author Contributions", Role.BACK),
        ("Data availability", Role.BACK),
        ("Einleitung", Role.INTRODUCTION),
        ("Fazit und Ausblick", Role.CONCLUSION),
        ("一、引言", Role.INTRODUCTION),
        ("5 结论", Role.CONCLUSION),
        ("Ravens of the North", None),
        ("", None),
        (None, None),
    ],
)
def test_headings(heading: str | None, role: Role | None) -> None:
    assert of_heading(heading) is role


def section(heading: str | None, level: int = 1, kind: str = "body", words: int = 100) -> Section:
    block = Block(id=f"{heading}{level}", kind="paragraph", text="word " * words)
    return Section.model_validate({"heading": heading, "level": level, "kind": kind, "blocks": [block]})


def first(*sections: Section) -> list[Role]:
    return [given[0] for given in roles(document(*sections))]


def test_a_section_without_a_telling_heading_takes_the_part_of_the_one_around() -> None:
    assert first(section("Results"), section("Birds", 2), section("Ravens", 3), section("Limitations", 2)) == [
        Role.RESULTS, Role.RESULTS, Role.RESULTS, Role.LIMITATIONS,
    ]  # fmt: skip


def test_a_name_that_means_something_else_within_a_section_is_not_believed() -> None:
    assert first(section("Methods"), section("Evaluation", 2)) == [Role.METHOD, Role.METHOD]
    assert first(section("Experiments"), section("Experimental setup", 2)) == [Role.RESULTS, Role.SETUP]


def test_untold_sections_stand_between_the_told_ones() -> None:
    told = first(
        section("Introduction"),
        section("Ravens"),
        section("Results"),
        section("Crows"),
        section("Conclusion"),
        section("Owls"),
    )
    assert told == [Role.INTRODUCTION, Role.METHOD, Role.RESULTS, Role.RESULTS, Role.CONCLUSION, Role.APPENDIX]


def test_thanks_within_the_introduction_do_not_end_the_paper() -> None:
    assert first(section("Introduction"), section("Acknowledgements"), section("Ravens", words=800))[-1] is Role.METHOD


def test_what_stands_before_the_introduction_is_the_abstract_of_a_paper_that_names_none() -> None:
    assert first(section(None), section("Introduction"), section("Results"))[0] is Role.ABSTRACT
    assert first(section("Abstract", kind="abstract"), section(None), section("Introduction"))[1] is Role.INTRODUCTION


def test_a_paper_without_headings_is_divided_by_its_words() -> None:
    paper = document((None, "\n\n".join(["word " * 50] * 20)))
    [given] = roles(paper)
    assert [given[0], given[5], given[12], given[19]] == [Role.INTRODUCTION, Role.METHOD, Role.RESULTS, Role.CONCLUSION]


def test_a_whole_paper_taken_for_its_abstract_is_divided_too() -> None:
    [given] = roles(document(("Abstract", "\n\n".join(["word " * 100] * 20))))
    assert given[0] is Role.ABSTRACT
    assert given[-1] is Role.CONCLUSION
    assert set(roles(document(("Abstract", "\n\n".join(["word " * 20] * 10))))[0]) == {Role.ABSTRACT}


def test_an_appendix_is_one_whatever_it_is_called() -> None:
    assert first(section("Introduction"), section("Results of more runs", kind="appendix"))[1] is Role.APPENDIX
