"""arXiv's abs pages, ours and real ones."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from takeaways.errors import NoText
from takeaways.extract.arxiv import abs_page
from takeaways.model import Link, Source, Version

SOURCE = Source(id="arxiv:2401.00001")


def test_our_own_page(papers: Path) -> None:
    paper = abs_page((papers / "abs.html").read_bytes(), SOURCE)
    assert paper.id == "arxiv:2401.00001v2"
    assert paper.link == "https://arxiv.org/abs/2401.00001v2"
    assert paper.title == "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
    assert [author.name for author in paper.authors] == ["Ida Lindqvist", "Tomás Ferreira"]
    assert paper.abstract is not None
    assert paper.abstract.startswith("Counting animals that all")
    assert paper.abstract.endswith("available at https://example.org/ravencount.")
    assert (paper.published, paper.updated, paper.version) == (date(2024, 1, 1), date(2024, 3, 9), 2)
    assert paper.categories == ("cs.SD", "q-bio.QM")
    assert paper.comment == "2 pages, 1 figure; code: https://example.org/ravencount"
    assert paper.journal_ref == "Journal of Invented Results 1 (2024) 1-2"
    assert paper.doi == "10.1000/ravens.2024.1"
    assert paper.license == "http://creativecommons.org/licenses/by/4.0/"
    assert paper.versions == (Version(number=1, day=date(2024, 1, 1)), Version(number=2, day=date(2024, 3, 9)))
    assert paper.links == (Link(kind="code", url="https://example.org/ravencount"),)
    assert set(paper.provenance.values()) == {"arxiv-page"}


def test_a_withdrawn_version_is_marked(papers: Path) -> None:
    page = (papers / "abs.html").read_text().replace("(170 KB)<br/>", "(1 KB) <em>(withdrawn)</em><br/>")
    assert [version.withdrawn for version in abs_page(page.encode(), SOURCE).versions] == [False, True]


def test_a_folded_author_list_is_whole(papers: Path) -> None:
    page = (papers / "abs.html").read_text()
    start, end = page.index('<div class="authors">'), page.index("</div>", page.index('<div class="authors">'))
    link = '<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=N">{}</a>'
    # As arXiv writes a list of more than a hundred (arXiv/arxiv-browse, `browse/templates/abs/author_links.html`).
    folded = (
        '<div class="authors"><span class="descriptor">Authors:</span>ATLAS Collaboration: '
        + ", ".join(link.format(f"Ada No{n}") for n in range(3))
        + ', <div id="long-author-list" style="display: none;">'
        + ", ".join(link.format(f"Bo No{n}") for n in range(4))
        + " (Bonn)</div><a href='javascript:toggleAuthorList()'"
        + ' id="toggle">et al. (4 additional authors not shown)</a><script>var team = "a team";</script>'
        + "<noscript>&nbsp;You must enable JavaScript to view entire author list.</noscript>"
    )
    authors = abs_page((page[:start] + folded + page[end:]).encode(), SOURCE).authors
    assert [author.name for author in authors] == [
        "ATLAS Collaboration", "Ada No0", "Ada No1", "Ada No2", "Bo No0", "Bo No1", "Bo No2", "Bo No3"
    ]  # fmt: skip
    assert authors[-1].affiliations == ("Bonn",)


def test_any_other_page_is_no_text(papers: Path) -> None:
    with pytest.raises(NoText):
        abs_page((papers / "small.html").read_bytes(), SOURCE)
    with pytest.raises(NoText):
        abs_page(b"", SOURCE)


@pytest.mark.corpus
def test_every_page_of_the_corpus(corpus: Path) -> None:
    pages = sorted((corpus / "arxiv" / "abs").glob("*.html"))
    assert pages
    for page in pages:
        body = page.read_bytes()
        paper = abs_page(body, SOURCE)
        tree = html.fromstring(body.decode())
        metas = [one.get("content") for one in tree.xpath('//meta[@name="citation_author"]')]
        surnames = [re.sub(r"\W", "", name.split(",")[0]) for name in metas]
        assert len(paper.authors) == len(metas), page.name
        for author, surname in zip(paper.authors, surnames, strict=True):
            assert re.sub(r"\W", "", author.name).endswith(surname), page.name
        assert paper.title == " ".join(tree.xpath('//meta[@name="citation_title"]/@content')[0].split()), page.name
        assert paper.id.endswith(f"v{paper.version}")
        assert paper.abstract, page.name
        assert not paper.abstract.startswith("Abstract"), page.name
        assert paper.published, page.name
        assert paper.updated, page.name
        assert paper.published <= paper.updated
        assert paper.categories, page.name
        assert paper.license, page.name


@pytest.mark.corpus
def test_what_single_pages_hold(corpus: Path) -> None:
    def read(name: str):  # type: ignore[no-untyped-def]
        return abs_page((corpus / "arxiv" / "abs" / name).read_bytes(), SOURCE)

    old = read("hep-th_9901001.html")
    assert old.id == "arxiv:hep-th/9901001v3"
    assert old.doi == "10.1143/PTP.101.1155"
    given = read("1601.04345.html")
    assert [author.affiliations for author in given.authors] == [("KIAA-PKU",), ("Weizmann",), ("KIAA-PKU",)]
    assert given.affiliations == ("KIAA-PKU", "Weizmann")
    assert given.journal_ref == "MNRAS (May 21, 2016) 458 (3): 3060-3074"
    # An old version of a paper: its own date, though the page knows newer ones.
    seventh = read("2101.10016v7.html")
    assert (seventh.version, seventh.updated) == (7, date(2022, 8, 31))
    assert [version.number for version in seventh.versions] == list(range(1, len(seventh.versions) + 1))
    assert len(seventh.versions) > 7
    linked = read("2310.06825.html")
    assert linked.abstract.endswith("https://mistral.ai/news/announcing-mistral-7b/")
