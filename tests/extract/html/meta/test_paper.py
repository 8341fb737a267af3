"""Metas and JSON-LD in their many shapes; never an invented name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from takeaways.extract.html.dom import parse
from takeaways.extract.html.meta import meta_keywords, meta_paper, pdf_addresses
from takeaways.model import Paper


def paper(*metas: tuple[str, str], ld: Any = None, head: str = "") -> Paper:
    return meta_paper(tree(*metas, ld=ld, head=head), "url:x", "https://example.org/7")


def tree(*metas: tuple[str, str], ld: Any = None, head: str = "") -> Any:
    tags = "".join(f'<meta name="{name}" content="{content}">' for name, content in metas)
    script = f'<script type="application/ld+json">{json.dumps(ld)}</script>' if ld is not None else ""
    return parse(f"<html><head>{tags}{script}{head}</head><body><p>.</p></body></html>".encode())


def tied(found: Paper) -> list[tuple[str, tuple[str, ...]]]:
    return [(author.name, author.affiliations) for author in found.authors]


@pytest.mark.parametrize(
    "metas",
    [
        (("citation_author", "Lindqvist, Ida"), ("citation_author", "Ferreira, Tomás")),
        (("citation_author", "Ida Lindqvist; Tomás Ferreira"),),
        (("citation_authors", "Lindqvist, Ida;Ferreira, Tomás"),),
        (("DC.Creator", "Lindqvist, Ida"), ("dc.creator", "Ferreira, Tomás")),
        (("eprints.creators_name", "Lindqvist, Ida"), ("eprints.creators_name", "Ferreira, Tomás")),
        (("bepress_citation_author", "Ida Lindqvist"), ("bepress_citation_author", "Tomás Ferreira")),
    ],
)
def test_names(metas: tuple[tuple[str, str], ...]) -> None:
    assert [author.name for author in paper(*metas).authors] == ["Ida Lindqvist", "Tomás Ferreira"]


def test_the_best_source_of_names_wins_and_no_other_is_mixed_in() -> None:
    found = paper(("DC.Creator", "Per Ek"), ("citation_author", "Lindqvist, Ida"), ("author", "webmaster"))
    assert [author.name for author in found.authors] == ["Ida Lindqvist"]


@pytest.mark.parametrize("said", ["ida@example.org", "https://example.org/ida", "123", ""])
def test_what_is_no_name(said: str) -> None:
    assert paper(("citation_author", said)).authors == ()


def test_institutions_follow_their_author() -> None:
    found = paper(
        ("citation_author", "Lindqvist, Ida"),
        ("citation_author_institution", "Umeå"),
        ("citation_author_email", "ida@example.org"),
        ("citation_author_institution", "Vindeln"),
        ("citation_author", "Ferreira, Tomás"),
        ("citation_author", "Ek, Per"),
        ("citation_author_institution", "Coimbra"),
    )
    assert tied(found) == [("Ida Lindqvist", ("Umeå", "Vindeln")), ("Tomás Ferreira", ()), ("Per Ek", ("Coimbra",))]
    assert found.affiliations == ("Umeå", "Vindeln", "Coimbra")
    assert found.provenance["affiliations"] == "page-meta"


def test_institutions_after_all_names_are_nobodys() -> None:
    found = paper(
        ("citation_author", "Lindqvist, Ida"),
        ("citation_author", "Ferreira, Tomás"),
        ("citation_author_institution", "Umeå"),
        ("citation_author_institution", "Coimbra"),
    )
    assert tied(found) == [("Ida Lindqvist", ()), ("Tomás Ferreira", ())]
    assert found.affiliations == ("Umeå", "Coimbra")


@pytest.mark.parametrize(
    "author",
    [
        "Ida Lindqvist",
        {"name": "Ida Lindqvist"},
        {"@type": "Person", "givenName": "Ida", "familyName": "Lindqvist"},
        [{"name": "Lindqvist, Ida"}],
        {"@id": "#ida"},
    ],
)
def test_an_author_in_json_ld(author: Any) -> None:
    article = {"@type": "ScholarlyArticle", "name": "Ravens", "author": author}
    graph = {"@graph": [{"@id": "#ida", "@type": "Person", "name": "Ida Lindqvist"}, article]}
    for ld in (article, [article], graph, {"@type": "WebPage", "mainEntity": article}):
        if author != {"@id": "#ida"} or ld is graph:
            assert [one.name for one in paper(ld=ld).authors] == ["Ida Lindqvist"]


@pytest.mark.parametrize(
    "said",
    [
        {"identifier": "10.1000/7"},
        {"identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/7"}},
        {"identifier": ["7", {"value": "https://doi.org/10.1000/7"}]},
        {"sameAs": "https://doi.org/10.1000/7"},
        {"@id": "https://doi.org/10.1000/7"},
        {"doi": "doi:10.1000/7"},
    ],
)
def test_a_doi_in_json_ld(said: dict[str, Any]) -> None:
    assert paper(ld={"@type": "http://schema.org/ScholarlyArticle", "name": "Ravens", **said}).doi == "10.1000/7"


def test_what_describes_another_thing_is_passed_over() -> None:
    site = {"@type": "WebSite", "name": "Journal"}
    blog = {"@type": "BlogPosting", "headline": "News", "author": "Per Ek"}
    found = paper(ld=[site, blog, {"@type": "ScholarlyArticle", "headline": "Ravens", "author": "Ida Lindqvist"}])
    assert (found.title, [author.name for author in found.authors]) == ("Ravens", ["Ida Lindqvist"])
    assert paper(ld=site) == Paper(id="url:x", link="https://example.org/7")
    assert paper(ld=["x", 7, None, {"@type": 7, "author": {"name": 7}}]).title is None


def test_an_abstract_and_an_advertisement() -> None:
    long = "We count ravens by their voices alone. " * 10
    assert paper(("citation_abstract", "<p>Abstract: We count.</p>".replace("<", "&lt;"))).abstract == "We count."
    assert paper(("dc.description", long)).abstract == long.strip()
    assert paper(("description", "Read the best journals online.")).abstract is None
    assert paper(("description", f"{long}...")).abstract is None, "cut off"
    assert paper(("og:description", f"{long} We count.")).abstract == f"{long} We count.".replace("  ", " ")


def test_keywords_in_one_meta_or_many() -> None:
    assert meta_keywords(tree(("citation_keywords", "ravens; flock size, large"))) == ("ravens", "flock size, large")
    assert meta_keywords(tree(("citation_keywords", "ravens, birds"))) == ("ravens", "birds")
    assert meta_keywords(tree(("citation_keywords", "ravens"), ("citation_keywords", "birds"))) == ("ravens", "birds")


def test_addresses_of_pdfs() -> None:
    found = tree(
        ("citation_pdf_url", "/7.pdf"),
        ("citation_pdf_url", "https://mirror.example.org/7.pdf"),
        ("citation_pdf_url", "javascript:alert(1)"),
        ("eprints.document_url", "https://example.org/7.docx"),
        head='<link rel="alternate" type="application/pdf" href="7b.pdf">',
    )
    assert pdf_addresses(found, "https://example.org/a/7") == [
        "https://example.org/7.pdf",
        "https://mirror.example.org/7.pdf",
        "https://example.org/a/7b.pdf",
    ]
    assert pdf_addresses(found, None) == ["https://mirror.example.org/7.pdf"], "an upload's relative ones lead nowhere"
