"""A page a family of publishers, in their markup: what it says of itself, its text, its figures and tables."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from takeaways.extract.html import read_html
from takeaways.extract.parts import Parts, document
from takeaways.model import Candidate, Document

PAGES = Path(__file__).parent / "pages"
LINK = "https://www.example.org/articles/7"
TITLE = "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
AUTHORS = ["Ida Lindqvist", "Tomás Ferreira"]
FAMILIES = ["acl", "biorxiv", "jsonld", "nature", "ojs", "openreview"]
WHOLE = ["biorxiv", "nature"]


def read(name: str) -> tuple[Parts, Document]:
    candidate = Candidate(reading="page", url=LINK, link=LINK)
    parts = read_html((PAGES / f"{name}.html").read_bytes(), candidate, "url:x")
    return parts, document(parts, candidate, None, "page")


@pytest.mark.parametrize("name", FAMILIES)
def test_title_authors_and_abstract(name: str) -> None:
    parts, made = read(name)
    paper = made.paper
    assert (paper.title or "").replace("Corvus corax", "Ravens") == TITLE
    assert [author.name for author in paper.authors] == AUTHORS
    assert paper.provenance["title"] == paper.provenance["authors"] == "page-meta"
    assert paper.abstract is not None
    assert paper.abstract.startswith("Counting animals that all look alike is slow work.")
    assert paper.abstract.endswith("https://example.org/ravencount.")
    assert paper.provenance["abstract"] == ("page-text" if name == "acl" else "page-meta")
    assert made.sections[0].kind == "abstract"
    assert [section.kind for section in made.sections].count("abstract") == 1
    assert len(made.sections[0].blocks) == 1, "said once"
    assert (made.coverage.reading == "abstract") is (name not in WHOLE)
    assert parts.candidates, "all of them name a PDF"


def test_affiliations_tied_to_their_authors() -> None:
    tied = {name: [author.affiliations for author in read(name)[1].paper.authors] for name in FAMILIES}
    umea, acoustics = "Department of Ecology, University of Umeå", "Institute of Acoustics"
    assert tied["nature"] == [
        (f"{umea}, Umeå, Sweden",),
        (f"{acoustics}, Coimbra, Portugal", "Field Sensors Group, Vindeln, Sweden"),
    ]
    assert tied["biorxiv"] == [(umea,), (acoustics,)]
    assert tied["ojs"] == [("University of Umeå",), (f"{acoustics}, Coimbra",)]
    assert tied["jsonld"] == [("University of Umeå",), (f"{acoustics}, Coimbra", "Field Sensors Group")]
    assert tied["acl"] == tied["openreview"] == [(), ()]
    assert read("nature")[1].paper.affiliations == (*tied["nature"][0], *tied["nature"][1])


def test_dates_dois_journals_and_licences() -> None:
    papers = {name: read(name)[1].paper for name in FAMILIES}
    assert {name: paper.published for name, paper in papers.items()} == {
        "acl": None,  # 2024/3 is a month
        "biorxiv": date(2024, 3, 9),  # not the first of January that stands for the year
        "jsonld": date(2024, 3, 9),
        "nature": date(2024, 3, 9),
        "ojs": date(2024, 3, 9),
        "openreview": date(2024, 1, 16),
    }
    assert papers["ojs"].doi == "10.1000/jnb.v12i3.77"
    assert papers["jsonld"].doi == "10.1000/3600000.3600007"
    assert papers["nature"].doi == "10.1000/s41000-024-0001-7"
    assert papers["nature"].journal_ref == "Northern Birds 12(3), 101–118"
    assert papers["acl"].journal_ref == "Proceedings of the Workshop on Animal Sound, 44–52"
    assert papers["nature"].license == "http://creativecommons.org/licenses/by/4.0/"
    assert papers["ojs"].license == "https://creativecommons.org/licenses/by/4.0"
    assert papers["biorxiv"].license == "https://creativecommons.org/licenses/by-nd/4.0/"


def test_keywords_and_addresses_of_pdfs() -> None:
    parts = {name: read(name)[0] for name in FAMILIES}
    assert parts["ojs"].keywords == ("ravens", "bioacoustics")
    assert parts["jsonld"].keywords == ("ravens", "counting", "bioacoustics")
    assert [one.url for one in parts["openreview"].candidates] == ["https://www.example.org/pdf?id=RavenCount1"]
    assert [one.url for one in parts["jsonld"].candidates] == ["https://www.example.org/doi/pdf/10.1000/3600000.3600007"]
    assert [one.url for one in parts["acl"].candidates] == ["https://anthology.example.org/2024.animal-1.7.pdf"]


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_text(name: str) -> None:
    _, made = read(name)
    heads = [section.heading for section in made.sections]
    assert heads[:3] == ["Abstract", "Introduction", {"nature": "Related work", "biorxiv": "Results"}[name]]
    assert "References" not in heads
    assert "Similar content being viewed by others" not in heads
    assert made.coverage.references == 5
    text = "\n".join(block.text for section in made.sections for block in section.blocks)
    assert "Halvorsen" not in text
    assert "harmonics of a fundamental $f_{0}$ between 300 and 900 Hz" in text
    for chrome in ("cookies", "Skip to main", "Cite this article", "Owls by number", "Full size", "Download", "browser"):
        assert chrome not in text
    if name == "nature":
        assert "Marsh and Oyelaran counted owls" in text, "a note's raised number is no part of the sentence"
    first = made.sections[1].blocks[0]
    assert first.place.anchor == {"nature": "Sec1-content", "biorxiv": "p-S1-p1"}[name]
    assert len({block.id for section in made.sections for block in section.blocks}) == sum(
        len(section.blocks) for section in made.sections
    )


def test_figures_and_their_captions() -> None:
    found = {name: [(f.kind, f.number, f.url, f.caption) for f in read(name)[1].figures] for name in WHOLE}
    steps = "Calls are separated, grouped into voices, and counted."
    assert found["biorxiv"] == [
        ("table", "1", None, "Table 1. Median error of the three methods, in percent."),
        (
            "figure",
            "1",
            "https://www.example.org/content/early/2024/03/09/583000/F1.large.jpg",
            f"Figure 1. The three steps of RavenCount. {steps}",
        ),
    ]
    assert found["nature"] == [
        ("table", "1", None, "Table 1 Median error of the three methods, in percent"),
        ("table", "2", None, "Table 2 What each step is worth."),
        (
            "figure",
            "1",
            "https://media.example.org/lw685/Fig1_HTML.png",
            "Fig. 1: The three steps of RavenCount. a, Calls are separated. b, They are grouped into voices, and counted.",
        ),
    ]


def test_tables_have_cells_and_those_on_other_pages_are_named() -> None:
    _, made = read("nature")
    (block,) = [block for section in made.sections for block in section.blocks if block.kind == "table"]
    assert block.table is not None
    assert block.table.figure == made.figures[1].id
    value = next(cell for cell in block.table.cells if cell.text == "31.0")
    assert (value.row_heads, value.column_heads) == (("Without separation",), ("Median error (%)", "Fog"))
    assert [(one.kind, one.which) for one in made.coverage.skipped] == [("unread_table", ("Table 1",))]
    _, made = read("biorxiv")
    section = next(section for section in made.sections if section.heading == "Results")
    assert [block.kind for block in section.blocks] == ["paragraph", "table", "paragraph", "paragraph"]
    assert section.blocks[1].text.splitlines()[-1] == "RavenCount | 8.2 | 8.9 | 8.5"
    assert made.coverage.skipped == ()
