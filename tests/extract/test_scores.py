"""How much of real papers is found: five PDFs against the LaTeXML pages made from the same TeX, and the pages themselves.

The bounds lie a little under what the rules reach. They are raised when the rules are, never lowered.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from takeaways.errors import PasswordProtected
from takeaways.extract import Extractor
from takeaways.extract.tables.values import Value, value_of
from takeaways.model import Candidate, Source

pytestmark = pytest.mark.corpus
NEW = ["1706.03762v1", "1911.02782v1", "2004.14974v1", "2310.06825v1"]
# Words F1, 5-grams, headings recall and precision, share of paragraphs whole, share of captions.
PDF = {
    "1706.03762v1": (0.974, 0.960, 0.95, 0.90, 0.88, 0.70),
    "1911.02782v1": (0.990, 0.990, 0.70, 0.70, 0.90, 0.80),
    "2004.14974v1": (0.988, 0.988, 0.80, 0.80, 0.88, 0.65),
    "2310.06825v1": (0.980, 0.985, 0.95, 0.90, 0.88, 0.95),
    "0106220": (0.985, 0.990, 0.90, 0.70, 0.94, 1.00),
}


@pytest.fixture(scope="module")
def scorer(corpus: Path) -> Any:
    pytest.importorskip("rapidfuzz")
    file = corpus.parent / "score" / "extraction.py"
    if not file.exists():
        pytest.skip("the scorer is not beside the corpus")
    spec = importlib.util.spec_from_file_location("extraction_score", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def truth(corpus: Path, name: str) -> Path:
    return corpus / "latexml" / "0106220.html" if name == "0106220" else corpus / "arxiv" / "html" / name / "index.html"


def share(text: str) -> float:
    found, of = map(int, text.split("/"))
    return found / of if of else 1.0


@pytest.mark.parametrize("name", PDF)
def test_pdf(extractor: Extractor, corpus: Path, scorer: Any, name: str) -> None:
    body = (corpus / "arxiv" / "pdf" / f"{name}.pdf").read_bytes()
    document = extractor.document(body, "pdf", None, None, "sha256:x").document
    result = scorer.score(*scorer.truth(str(truth(corpus, name))), document.model_dump(mode="json"))
    f1, g5, recall, precision, paragraphs, captions = PDF[name]
    assert result["f1"] >= f1, result
    assert result["g5"] >= g5, result
    assert result["heads_recall"] >= recall, result
    assert result["heads_precision"] >= precision, result
    assert share(result["paragraphs_whole"]) >= paragraphs, result
    assert share(result["captions"]) >= captions, result
    assert share(result["references_leaked"]) == 0, result


@pytest.mark.parametrize("name", PDF)
def test_page(extractor: Extractor, corpus: Path, scorer: Any, name: str) -> None:
    link = f"https://arxiv.org/html/{name}"
    candidate = Candidate(reading="arxiv-html", url=link, link=link)
    document = extractor.document(truth(corpus, name).read_bytes(), "html", candidate, None, f"arxiv:{name}").document
    result = scorer.score(*scorer.truth(str(truth(corpus, name))), document.model_dump(mode="json"))
    assert result["recall"] >= 0.999, result
    assert result["f1"] >= 0.984, result
    assert result["g5"] >= 0.999, result
    assert result["heads_recall"] == result["heads_precision"] == 1, result
    assert share(result["paragraphs_whole"]) == 1, result
    assert share(result["captions"]) == 1, result
    assert share(result["references_leaked"]) == 0, result
    assert all(block.place.anchor for s in document.sections for block in s.blocks)
    text = " ".join(block.text for section in document.sections for block in section.blocks)
    assert "Report GitHub Issue" not in text
    assert "footnotemark" not in text


@pytest.mark.parametrize("name", NEW)
def test_authors_are_the_abs_pages(extractor: Extractor, corpus: Path, name: str) -> None:
    """All of the page's authors, in order, with the affiliations that the paper itself adds; and the PDF knows them too."""
    number = name.rpartition("v")[0]
    known = extractor.abs_page((corpus / "arxiv/abs" / f"{number}.html").read_bytes(), Source(id=f"arxiv:{number}"))
    link = f"https://arxiv.org/html/{name}"
    candidate = Candidate(reading="arxiv-html", url=link, link=link)
    found = extractor.document(truth(corpus, name).read_bytes(), "html", candidate, known, known.id).document.paper
    assert [author.name for author in found.authors] == [author.name for author in known.authors]
    assert found.provenance["authors"] == "arxiv-page"
    tied = {author.name: author.affiliations for author in found.authors}
    if name == "1706.03762v1":
        assert tied["Lukasz Kaiser"] == ("Google Brain",), "the page writes Łukasz"
        assert found.affiliations == ("Google Brain", "Google Research", "University of Toronto")
        assert found.provenance["affiliations"] == "page-text"
    if name == "2310.06825v1":
        assert found.affiliations == (), "what stands under an empty name are other authors"
    body = (corpus / "arxiv/pdf" / f"{name}.pdf").read_bytes()
    alone = extractor.document(body, "pdf", None, None, "sha256:x").document.paper
    assert alone.title == known.title
    surnames = {author.name.split()[-1] for author in alone.authors}
    assert {author.name.split()[-1] for author in known.authors} <= surnames | {"Kaiser"}


FIRST_PAGES = {
    "1111.2011v2": (
        "Quantum Criticality for Extended Nodes on a Bethe Lattice in the Large Connectivity Limit",
        "Murray Maestro Tešanović",
    ),
    "2020.acl-main.207": (
        "SPECTER: Document-level Representation Learning using Citation-informed Transformers",
        "Cohan Feldman Beltagy Downey Weld",
    ),
    "sp-P07-1088": (
        "Sparse Information Extraction: Unsupervised Language Models to the Rescue",
        "Downey Schoenmackers Etzioni",
    ),
    "sp-map-reduce": ("MapReduce: Simplified Data Processing on Large Clusters", "Dean Ghemawat"),
    "sp-zolotov04": (
        "Indexing XML Data Stored in a Relational Database",
        "Pal Cseri Seeliger Schaller Giakoumakis Zolotov",
    ),
    "sp-smith07": ("Smooth Sensitivity and Sampling in Private Data Analysis", "Nissim Raskhodnikova Smith"),
}


@pytest.mark.parametrize("name", FIRST_PAGES)
def test_title_and_authors_of_first_pages(extractor: Extractor, corpus: Path, name: str) -> None:
    title, surnames = FIRST_PAGES[name]
    paper = extractor.document((corpus / "pdf" / f"{name}.pdf").read_bytes(), "pdf", None, None, "sha256:x").document.paper
    assert paper.title == title
    assert [author.name.split()[-1] for author in paper.authors] == surnames.split()


def test_every_file_gives_a_document_or_a_typed_error(extractor: Extractor, corpus: Path) -> None:
    for file in sorted([*(corpus / "pdf").glob("*.pdf"), *(corpus / "pdf-odd").glob("*.pdf")]):
        if "password" in file.name:
            with pytest.raises(PasswordProtected):
                extractor.document(file.read_bytes(), "pdf", None, None, "sha256:x")
            continue
        document = extractor.document(file.read_bytes(), "pdf", None, None, "sha256:x").document
        text = " ".join(block.text for section in document.sections for block in section.blocks)
        assert document.coverage.words > 20, file.name
        odd = {c for c in text if (ord(c) < 32 and c != "\n") or 0xD800 <= ord(c) < 0xE000 or c in "\ufffe\uffff\u00ad"}
        assert not odd, file.name
        assert all(block.place.page and block.place.box for section in document.sections for block in section.blocks)


@pytest.mark.parametrize(
    ("name", "words", "references", "headings"),
    [
        ("ihist-isoc-v32", 8900, 11, ["Introduction", "Origins of the Internet", "History of the Future"]),
        ("report", 8200, 15, ["Executive Summary", "Survey Methodology", "Policy and Business Implications"]),
        ("appendix", 7200, 0, ["Banking Web Sites", "Hobby Web Sites"]),
    ],
)
def test_old_author_html(
    extractor: Extractor, corpus: Path, name: str, words: int, references: int, headings: list[str]
) -> None:
    body = (corpus / "html-old" / f"{name}.htm").read_bytes()
    document = extractor.document(body, "html", None, None, "sha256:x").document
    assert document.coverage.words > words
    assert document.coverage.references == references
    assert document.paper.title
    found = [section.heading for section in document.sections]
    assert [heading for heading in headings if heading in found] == headings
    assert not {"Contents", "References"} & set(found)
    tables = [block.table for section in document.sections for block in section.blocks if block.table]
    assert len(tables) == {"ihist-isoc-v32": 0, "report": 1, "appendix": 88}[name]
    values = [cell for table in tables for cell in table.cells if not cell.head]
    assert all(cell.row_heads and cell.column_heads for cell in values)


def test_every_number_in_a_table_has_a_header(extractor: Extractor, corpus: Path) -> None:
    """All tables of the four pages were compared with the pages by eye; this holds what can be counted of it."""
    count = 0
    for name in NEW:
        document = extractor.document(truth(corpus, name).read_bytes(), "html", None, None, "sha256:x").document
        figures = {figure.id for figure in document.figures}
        tables = [block.table for section in document.sections for block in section.blocks if block.table]
        assert all(table.figure in figures for table in tables if table.figure)
        values = [cell for table in tables for cell in table.cells if not cell.head]
        numbers = [cell for cell in values if value_of(cell.text) is Value.NUMBER]
        assert all(cell.row_heads for cell in numbers)
        assert sum(not cell.column_heads for cell in numbers) == (11 if name == "1911.02782v1" else 0), "a list of names"
        count += len(tables)
    assert count == 30
