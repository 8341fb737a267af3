"""Our own paper, as a LaTeXML page and as a two-column PDF: the same sentences, the same structure, each with its places."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from takeaways.extract import Extraction, Extractor
from takeaways.model import Candidate, Document, Paper, Source
from tests.papers.make import make

LINK = "https://arxiv.org/html/2401.00001v2"


@pytest.fixture(scope="module")
def page(extractor: Extractor, papers: Path) -> Extraction:
    candidate = Candidate(reading="arxiv-html", url=LINK, link=LINK)
    return extractor.document((papers / "small.html").read_bytes(), "html", candidate, None, "arxiv:2401.00001v2")


@pytest.fixture(scope="module")
def pdf(extractor: Extractor, papers: Path) -> Extraction:
    return extractor.document((papers / "small.pdf").read_bytes(), "pdf", None, None, "sha256:" + "0" * 64)


def sentences(document: Document) -> set[str]:
    """The prose of a document, without mathematics: what both forms must have word for word."""
    found = set()
    for section in document.sections:
        for block in section.blocks:
            if block.kind in ("paragraph", "list", "footnote"):
                found |= {one.strip() for one in re.split(r"(?<=[.:?])\s+", block.text) if "$" not in one}
    return {one for one in found if len(one.split()) > 3}


def test_both_forms_hold_the_same_sentences(page: Extraction, pdf: Extraction) -> None:
    truth, found = sentences(page.document), sentences(pdf.document)
    assert len(truth) > 60
    missing = {one for one in truth - found if not any(one in other for other in found)}
    assert not missing


def test_the_pdf_adds_nothing(page: Extraction, pdf: Extraction) -> None:
    everything = " ".join(block.text for section in page.document.sections for block in section.blocks)
    more = {word for one in sentences(pdf.document) for word in re.findall(r"\w+", one)} - set(
        re.findall(r"\w+", everything)
    )
    assert more <= {"f", "f0", "λ"}, "formulas read otherwise, and nothing else"


@pytest.mark.parametrize("form", ["page", "pdf"])
def test_structure(form: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(form).document
    heads = [(s.kind, s.number, s.heading, s.level) for s in document.sections]
    assert heads == [
        ("abstract", None, "Abstract", 1),
        ("body", "1", "1 Introduction", 1),
        ("body", "2", "2 Related Work", 1),
        ("body", "3", "3 Method", 1),
        ("body", "3.1", "3.1 Separating calls", 2),
        ("body", "3.2", "3.2 Grouping calls into voices", 2),
        ("body", "3.3", "3.3 From voices to birds", 2),
        ("body", "4", "4 Results", 1),
        ("body", "4.1", "4.1 Accuracy", 2),
        ("body", "4.2", "4.2 What each step is worth", 2),
        ("body", "5", "5 Limitations", 1),
        ("body", "6", "6 Conclusion", 1),
        ("body", None, "Acknowledgements", 1),
        ("appendix", "A", "Appendix A Recording equipment", 1),
    ]
    assert [(f.kind, f.number) for f in document.figures] == [("figure", "1"), ("table", "1")]
    assert document.figures[0].caption == (
        "Figure 1: The three steps of RavenCount. Calls are separated, grouped into voices, and counted."
    )
    assert document.coverage.references == 5
    text = "\n".join(block.text for section in document.sections for block in section.blocks)
    assert "Halvorsen" not in text
    assert "useunder" not in text
    notes = [block.text for section in document.sections for block in section.blocks if block.kind == "footnote"]
    assert notes == ["In our four roosts, 71% of the birds arrived later than ten minutes after sunset."]
    assert "which is when most of the birds arrive." in text
    items = [block.text for section in document.sections for block in section.blocks if block.kind == "list"]
    assert len(items) == 3
    assert items[0].startswith("We propose RavenCount, the first method")
    table = next(block for section in document.sections for block in section.blocks if block.kind == "table")
    assert "RavenCount | 8.2 | 8.9 | 8.5" in table.text


def test_the_areas_of_pictures(pdf: Extraction) -> None:
    figure, table = pdf.document.figures
    assert figure.area is not None
    assert figure.place.box is not None
    assert figure.area.bottom > figure.place.box.top
    # Three boxes of 60 by 28 points, 22 apart.
    assert (figure.area.right - figure.area.left, figure.area.top - figure.area.bottom) == pytest.approx((228, 32), abs=6)
    assert table.area is not None
    assert table.place.box is not None
    assert table.area.bottom > table.place.box.top
    assert table.area.right - table.area.left < 200


@pytest.mark.parametrize("form", ["page", "pdf"])
def test_metadata_in_the_file_itself(form: str, request: pytest.FixtureRequest) -> None:
    paper = request.getfixturevalue(form).document.paper
    assert paper.title == "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
    assert [author.name for author in paper.authors] == ["Ida Lindqvist", "Tomás Ferreira"]
    assert paper.abstract is not None
    assert paper.abstract.startswith("Counting animals that all look alike is slow work.")
    assert paper.abstract.endswith("https://example.org/ravencount.")
    assert [link.url for link in paper.links] == ["https://example.org/ravencount"]


def test_places_in_the_page(page: Extraction) -> None:
    document = page.document
    by_id = {block.id: block for section in document.sections for block in section.blocks}
    assert by_id["S2.p1"].text.startswith("Acoustic counting began")
    assert all(block.place.anchor == block.id for block in by_id.values())
    assert "fundamental $f_{0}$ between 300 and 900 Hz" in by_id["S3.SS1.p1"].text
    assert by_id["S3.E1"].text == "$N=V/(1-e^{-\\lambda})$ (1)"
    assert "since the 1980s [1]. Counting" in by_id["S1.p1"].text
    assert document.figures[0].url == f"{LINK}/x1.png"
    assert document.paper.authors[0].affiliations == ("Department of Ecology, University of Umeå",)
    assert document.coverage.link == LINK
    assert document.coverage.reading == "arxiv-html"
    assert document.coverage.unit == "sections"


def test_places_in_the_pdf(pdf: Extraction) -> None:
    document = pdf.document
    blocks = [block for section in document.sections for block in section.blocks]
    assert len({block.id for block in blocks}) == len(blocks)
    assert {block.place.page for block in blocks} == {1, 2}
    note = next(block for block in blocks if block.kind == "footnote")
    assert note.place.box is not None
    assert note.place.box.top < 120, "the footnote stands at the foot of the page"
    conclusion = next(s for s in document.sections if s.heading == "6 Conclusion").blocks[0]
    assert conclusion.place.page == 2
    assert document.coverage.unit == "pages"
    assert (document.coverage.read, document.coverage.total) == (2, 2)
    assert document.coverage.reading == "pdf"
    assert document.coverage.link is None
    text = "\n".join(block.text for block in blocks)
    assert "Lindqvist and Ferreira" not in text, "the running head is no part of the text"


def test_a_paragraph_over_a_columns_end_is_one_block(pdf: Extraction) -> None:
    related = next(section for section in pdf.document.sections if section.heading == "2 Related Work")
    assert (
        "which divides the call rate by the rate of one bird, avoids individual voices altogether [3]."
        in related.blocks[0].text
    )
    assert [block.kind for block in related.blocks] == ["paragraph", "paragraph", "footnote"]


def test_known_metadata_wins_and_the_file_fills_gaps(extractor: Extractor, papers: Path) -> None:
    known = extractor.abs_page((papers / "abs.html").read_bytes(), Source(id="arxiv:2401.00001"))
    candidate = Candidate(reading="arxiv-html", url=LINK, link=LINK)
    document = extractor.document((papers / "small.html").read_bytes(), "html", candidate, known, known.id).document
    assert document.paper.id == "arxiv:2401.00001v2"
    assert document.paper.version == 2
    assert document.paper.provenance["title"] == "arxiv-page"
    assert document.paper.authors[1].affiliations == ("Institute of Acoustics, Coimbra",)
    assert [section.kind for section in document.sections].count("abstract") == 1


def test_the_abstract_comes_from_the_metadata_where_the_file_has_none(extractor: Extractor, papers: Path) -> None:
    known = Paper(id="arxiv:1", abstract="We count.", provenance={"abstract": "arxiv-page"})
    body = re.sub(rb'<div id="abstract1".*?</div>', b"", (papers / "small.html").read_bytes(), flags=re.S)
    document = extractor.document(body, "html", None, known, known.id).document
    assert document.sections[0].kind == "abstract"
    assert [block.text for block in document.sections[0].blocks] == ["We count."]


def test_the_pdf_is_made_from_the_page(papers: Path, tmp_path: Path) -> None:
    make(papers / "small.html", tmp_path / "small.pdf")
    assert (tmp_path / "small.pdf").read_bytes() == (papers / "small.pdf").read_bytes()
