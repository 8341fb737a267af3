"""Web pages that are not LaTeXML's: a publisher's page, a page with an abstract only, an old one."""

from __future__ import annotations

from datetime import date

import pytest

from takeaways.errors import NoText
from takeaways.extract.html import read_html
from takeaways.extract.parts import document, words
from takeaways.model import Candidate

HERE = Candidate(reading="page", url="https://mirror.example/papers/7", link="https://example.org/papers/7")
HEAD = """<!DOCTYPE html><html lang="en"><head><title>Ravens | Journal</title>
<meta name="citation_title" content="Counting Ravens by Their Voices">
<meta name="citation_author" content="Lindqvist, Ida"><meta name="citation_author" content="Tomás Ferreira">
<meta name="citation_publication_date" content="2024/03/09">
<meta name="citation_doi" content="doi:10.1000/ravens.2024.1">
<meta name="citation_pdf_url" content="/papers/7.pdf">
<meta name="citation_abstract" 
content="&lt;p&gt;Abstract: We count ravens by their voices alone, with one microphone.&lt;/p&gt;">
</head><body><nav>Home Subscribe</nav><main><article>"""
SENTENCE = "Ravens gather at dusk in roosts of several hundred birds and are never silent while they do. "
FOOT = "</article></main><footer>Cookies</footer></body></html>"


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_publishers_page() -> None:
    figure = '<figure><img src="/f1.png"><figcaption>Figure 1. Two ravens at dusk.</figcaption></figure>'
    body = (
        HEAD
        + f"<h2>1. Introduction</h2>{paragraphs(*[SENTENCE * 12] * 8)}{figure}<h2>2. Results</h2>"
        + paragraphs(*[f"Result {n}. {SENTENCE * 12}" for n in range(8)])
        + "<h2>References</h2>"
        + paragraphs("[1] S. Halvorsen. Forty winters.", "[2] P. Marsh. Owls.")
        + FOOT
    )
    parts = read_html(body.encode(), HERE, "url:x")
    assert [(s.number, s.heading) for s in parts.sections] == [("1", "1 Introduction"), ("2", "2 Results")]
    assert parts.references == 2
    assert parts.candidates == []
    (found,) = parts.figures
    assert (found.number, found.url) == ("1", "https://example.org/f1.png")
    assert found.caption == "Figure 1. Two ravens at dusk."
    paper = parts.paper
    assert paper.title == "Counting Ravens by Their Voices"
    assert [author.name for author in paper.authors] == ["Ida Lindqvist", "Tomás Ferreira"]
    assert paper.published == date(2024, 3, 9)
    assert paper.doi == "10.1000/ravens.2024.1"
    assert paper.abstract == "We count ravens by their voices alone, with one microphone."
    assert set(paper.provenance.values()) == {"page-meta"}
    text = " ".join(block.text for section in parts.sections for block in section.blocks)
    assert "Halvorsen" not in text
    assert "Subscribe" not in text
    made = document(parts, HERE, None, "page")
    assert made.sections[0].kind == "abstract"
    assert made.coverage.link == "https://example.org/papers/7"


def test_a_page_with_an_abstract_only_names_its_pdf() -> None:
    body = HEAD + paragraphs("We count ravens by their voices alone, with one microphone.") + FOOT
    parts = read_html(body.encode(), HERE, "url:x")
    assert [(one.reading, one.url) for one in parts.candidates] == [("pdf", "https://mirror.example/papers/7.pdf")]
    made = document(parts, HERE, None, "page")
    assert made.coverage.reading == "abstract"
    assert [section.kind for section in made.sections] == ["abstract"]


def test_json_ld() -> None:
    ld = """<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"J"},
    {"@type":"ScholarlyArticle","headline":"Counting Ravens","datePublished":"2024-03-09",
     "author":[{"@type":"Person","name":"Ida Lindqvist","affiliation":{"name":"Umeå"}},
     {"name":"Tomás Ferreira"}]}]}</script>"""
    body = f"<html><head>{ld}</head><body><article>{paragraphs(*[SENTENCE * 5] * 5)}</article></body></html>"
    paper = read_html(body.encode(), HERE, "url:x").paper
    assert paper.title == "Counting Ravens"
    assert [(author.name, author.affiliations) for author in paper.authors] == [
        ("Ida Lindqvist", ("Umeå",)),
        ("Tomás Ferreira", ()),
    ]
    assert paper.published == date(2024, 3, 9)


def test_a_broken_json_ld_is_passed_over() -> None:
    script = '<script type="application/ld+json">{"@type": </script>'
    body = f"<html><head>{script}</head><body>{paragraphs(SENTENCE * 9)}</body></html>"
    assert words(read_html(body.encode(), HERE, "url:x").sections) > 100


def test_an_old_page_without_paragraphs() -> None:
    text = "<br><br>".join(f"<font size=3>Part {n}. {SENTENCE * 4}</font>" for n in range(6))
    body = f"<HTML><HEAD><TITLE>Old Report</TITLE></HEAD><BODY><H1>Old<BR>Report</H1><H2>1. Aims</H2>{text}</BODY></HTML>"
    parts = read_html(body.encode("cp1252"), None, "url:x")
    assert parts.paper.title == "Old Report"
    found = " ".join(block.text for section in parts.sections for block in section.blocks)
    assert all(f"Part {n}." in found for n in range(6))


@pytest.mark.parametrize("body", [b"<html></html>", b"<html><body><script>1</script></body></html>", b"<p>"])
def test_nothing_to_read(body: bytes) -> None:
    with pytest.raises(NoText):
        read_html(body, None, "url:x")
