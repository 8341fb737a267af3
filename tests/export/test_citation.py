"""BibTeX: the entry, its key, and that a stranger's title stays text."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from takeaways.export import bibtex
from takeaways.export.citation import escape, key
from takeaways.model import Author, Paper

WIRE = Path(__file__).parents[1] / "wire"


def paper(**fields: Any) -> Paper:
    named = {name: value for name, value in fields.items() if name not in ("id", "link", "version")}
    return Paper.model_validate({"id": "arxiv:2401.00001v2", **fields, "provenance": dict.fromkeys(named, "arxiv-page")})


def test_the_example() -> None:
    assert bibtex(Paper.model_validate_json((WIRE / "paper.json").read_text())) == (
        "@misc{lindqvist2024counting,\n"
        "  title = {{Counting Ravens by Their Voices}},\n"
        "  author = {Ida Lindqvist and Tomás Ferreira},\n"
        "  year = {2024},\n"
        "  eprint = {2401.00001},\n"
        "  archivePrefix = {arXiv},\n"
        "  primaryClass = {cs.SD},\n"
        "  doi = {10.1000/ravens.2024.1},\n"
        "  url = {https://arxiv.org/abs/2401.00001v2},\n"
        "}\n"
    )


def test_a_journal_makes_it_an_article_and_an_old_id_stays_whole() -> None:
    entry = bibtex(paper(id="arxiv:hep-th/9901001v3", title="On D-branes", journal_ref="Nucl. Phys. B 1 (1999) 2"))
    assert entry.startswith("@article{dbranes,\n")
    assert "journal = {Nucl. Phys. B 1 (1999) 2}" in entry
    assert "eprint = {hep-th/9901001}" in entry


def test_what_is_absent_is_left_out() -> None:
    assert bibtex(Paper(id="sha256:" + "ab" * 32)) == "@misc{sha256" + "ab" * 32 + ",\n}\n"


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("Ida Lindqvist", "Counting Ravens", "lindqvist2024counting"),
        ("Émile Gödel-Øst", "The Naïve Proof", "godelost2024naive"),
        ("John Smith Jr.", "On the Way", "smith2024way"),
        ("Smith, John", "A $\\beta$-test", "smith2024test"),
        ("The ATLAS Collaboration", "Higgs", "atlas2024higgs"),
        ("张三", "注意力", "2024"),
    ],
)
def test_keys(name: str, title: str, expected: str) -> None:
    assert key(paper(title=title, authors=(Author(name=name),), published=date(2024, 1, 1))) == expected


def test_authors_that_bibtex_would_divide_are_braced() -> None:
    entry = bibtex(paper(authors=(Author(name="The Research and Science Team"), Author(name="Ludwig van Beethoven"))))
    assert "author = {{The Research and Science Team} and Ludwig van Beethoven}" in entry


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("100% of R&D_1 #2 ~x^", r"100\% of R\&D\_1 \#2 \textasciitilde{}x\textasciicircum{}"),
        (r"A $\beta$-decay at $10^{-3}$ eV", r"A $\beta$-decay at $10^{-3}$ eV"),
        (r"$\input{/etc/passwd}$", r"\$\textbackslash{}input\{/etc/passwd\}\$"),
        (r"}, evil = {\write18{ls}", r"\}, evil = \{\textbackslash{}write18\{ls\}"),
        ("$}$", r"\$\}\$"),
        ("A\nB @misc{x,", r"A B @misc\{x,"),
        ("Müller’s 注意", "Müller’s 注意"),
    ],
)
def test_titles_are_text(title: str, expected: str) -> None:
    assert escape(title) == expected
    entry = bibtex(paper(title=title))
    assert f"title = {{{{{expected}}}}}," in entry


def test_a_doi_that_is_none_is_left_out() -> None:
    assert "doi" not in bibtex(paper(doi="10.1/}\\evil"))
