"""Which form of a paper is read, and why it is that one."""

from __future__ import annotations

from pathlib import Path

import pytest

from takeaways.errors import SourceUnreachable, TakeawaysError
from takeaways.model import Coverage, Document, Request, SummaryReady
from takeaways.wiring import Service
from tests.fake_arxiv import FakeArxiv

PAPERS = Path(__file__).parent / "papers"
OURS = "2401.00001"
HTML, PDF, AR5IV = f"/html/{OURS}v2", f"/pdf/{OURS}v2", f"/ar5iv/html/{OURS}"


def read(service: Service, reference: str = OURS) -> Document:
    return service.pipeline.read(Request(url=reference)).document


def tried(coverage: Coverage) -> list[tuple[str, str, str | None]]:
    return [(attempt.reading, attempt.why, attempt.code) for attempt in coverage.attempts]


def test_arxivs_html_comes_first(wired: Service, fake_arxiv: FakeArxiv) -> None:
    coverage = read(wired).coverage
    assert (coverage.reading, tried(coverage)) == ("arxiv-html", [])
    assert [asked.path for asked in fake_arxiv.asked] == [f"/abs/{OURS}", HTML]


def test_the_links_of_the_text_take_the_place_of_the_abs_pages(wired: Service) -> None:
    document = read(wired)
    assert [link.url for link in document.paper.links] == ["https://example.org/ravencount"]
    assert document.paper.provenance["links"] == "page-text"
    assert document.paper.provenance["comment"] == "arxiv-page"


def test_without_html_the_pdf_is_read_and_that_is_no_failure(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.failing["/html/"] = 404
    coverage = read(wired).coverage
    assert (coverage.reading, coverage.link) == ("pdf", f"https://arxiv.org/pdf/{OURS}v2")
    assert tried(coverage) == [("arxiv-html", "absent", None)]


def test_a_page_that_says_there_is_no_html_is_the_same(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.pages[HTML] = "<html><head><title>No HTML for '2401.00001v2'</title></head><body><p>None.</p></body></html>"
    assert tried(read(wired).coverage) == [("arxiv-html", "absent", None)]


def test_what_failed_is_told_with_its_problem(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.failing |= {"/html/": 500, "/pdf/": 403, "/ar5iv/": 404}
    document = read(wired)
    assert document.coverage.reading == "abstract"
    assert tried(document.coverage) == [
        ("arxiv-html", "failed", "source_broken"),
        ("pdf", "failed", "source_refused"),
        ("ar5iv", "absent", None),
    ]


def test_ar5iv_that_sends_to_the_abs_page_has_none(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.failing |= {"/html/": 404, "/pdf/": 404}
    fake_arxiv.shelf._htmls[OURS], kept = {}, fake_arxiv.shelf._htmls[OURS]
    try:
        document = read(wired)
    finally:
        fake_arxiv.shelf._htmls[OURS] = kept
    assert document.coverage.reading == "abstract"
    assert [why for _, why, _ in tried(document.coverage)] == ["absent"] * 3


def ar5iv_page(day: str) -> str:
    foot = f'<div class="ltx_page_logo">Generated on {day} by LaTeXML</div>'
    return (PAPERS / "small.html").read_text().replace("</footer>", f"{foot}</footer>")


def test_ar5iv_is_read_where_it_can_only_be_this_version(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.failing |= {"/html/": 404, "/pdf/": 500}
    fake_arxiv.pages[AR5IV] = ar5iv_page("Mon Sep  2 06:34:14 2024")
    coverage = read(wired).coverage
    assert (coverage.reading, coverage.link) == ("ar5iv", f"https://ar5iv.labs.arxiv.org/html/{OURS}")
    assert tried(coverage) == [("arxiv-html", "absent", None), ("pdf", "failed", "source_broken")]


def test_ar5iv_of_another_version_is_not_read(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.failing |= {"/html/": 404, "/pdf/": 404}
    fake_arxiv.pages[AR5IV] = ar5iv_page("Fri Feb  2 06:34:14 2024")
    coverage = read(wired).coverage
    assert coverage.reading == "abstract"
    assert ("ar5iv", "absent", None) in tried(coverage)


def damaged() -> str:
    notice = '<span class="ltx_ERROR">Conversion to HTML had a Fatal error and exited abruptly.</span></article>'
    return (PAPERS / "small.html").read_text().replace("</article>", notice)


def test_after_a_damaged_conversion_the_pdf_is_read(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.pages[HTML] = damaged()
    document = read(wired)
    assert (document.coverage.reading, document.flags) == ("pdf", ())
    assert tried(document.coverage) == [("arxiv-html", "damaged", None)]


def test_a_damaged_conversion_is_better_than_the_abstract_and_says_so(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.pages[HTML] = damaged()
    fake_arxiv.failing |= {"/pdf/": 500, "/ar5iv/": 404}
    document = read(wired)
    assert document.coverage.reading == "arxiv-html"
    assert [flag.kind for flag in document.flags] == ["truncated"]
    assert [(reading, why) for reading, why, _ in tried(document.coverage)] == [("pdf", "failed"), ("ar5iv", "absent")]


def test_a_conversion_with_far_fewer_words_than_the_pages_it_is_of(wired: Service, fake_arxiv: FakeArxiv) -> None:
    page = (PAPERS / "abs.html").read_text()
    fake_arxiv.pages[f"/abs/{OURS}"] = page.replace("2 pages, 1 figure", "80 pages, 1 figure")
    coverage = read(wired).coverage
    assert tried(coverage)[0] == ("arxiv-html", "thin", None)


@pytest.mark.parametrize("status", [403, 500])
def test_less_than_a_paper_that_arxiv_refused_is_not_taken_for_it(
    wired: Service, fake_arxiv: FakeArxiv, status: int
) -> None:
    fake_arxiv.failing |= {"/html/": 404, "/pdf/": status, "/ar5iv/": 404}
    *_, end = wired.pipeline.events(Request(url=OURS))
    assert isinstance(end, SummaryReady)
    assert end.summary.coverage.reading == "abstract"
    assert wired.pipeline.cached(Request(url=OURS)) is None
    assert wired.summaries.get(end.id)


def test_a_withdrawn_version_is_not_looked_for(wired: Service, fake_arxiv: FakeArxiv) -> None:
    page = (PAPERS / "abs.html").read_text()
    fake_arxiv.pages[f"/abs/{OURS}"] = page.replace("(170 KB)<br/>", "(1 KB) <em>(withdrawn)</em><br/>")
    document = read(wired)
    assert document.coverage.reading == "abstract"
    assert tried(document.coverage) == [("arxiv-html", "withdrawn", None)]
    assert [asked.path for asked in fake_arxiv.asked] == [f"/abs/{OURS}"]


def test_with_nothing_at_all_the_first_failure_is_told(wired: Service, fake_arxiv: FakeArxiv) -> None:
    page = (PAPERS / "abs.html").read_text()
    before, _, rest = page.partition('<blockquote class="abstract')
    fake_arxiv.pages[f"/abs/{OURS}"] = before + rest.partition("</blockquote>")[2]
    fake_arxiv.failing |= {"/html/": 404, "/pdf/": 500, "/ar5iv/": 404}
    with pytest.raises(TakeawaysError) as caught:
        read(wired)
    assert caught.value.code == "paper_not_found"
    with fake_arxiv.down(), pytest.raises(SourceUnreachable):
        read(wired, "https://arxiv.org/abs/2401.00002")
