"""Which form of a paper is read, and why it is that one."""

from __future__ import annotations

from pathlib import Path

import pytest

from takeaways.errors import SourceUnreachable, TakeawaysError
from takeaways.model import Coverage, Document, Request
from takeaways.wiring import Service
from tests.fake_arxiv import FakeArxiv

PAPERS = Path(__file__).parent / "papers"
OURS = "2401.00001"
HTML, PDF, AR5IV = f"/html/{OURS}v2", f"/pdf/{OURS}v2", f"/ar5iv/html/{OURS}"


def read(service: Service, reference: str = OURS) -> Document:
    return service.pipeline.document(Request(url=reference))


def tried(coverage: Coverage) -> list[tuple[str, str, str | None]]:
    return [(attempt.reading, attempt.why, attempt.code) for attempt in coverage.attempts]


def test_arxivs_html_comes_first(wired: Service, fake_arxiv: FakeArxiv) -> None:
    coverage = read(wired).coverage
    assert (coverage.reading, tried(coverage)) == ("arxiv-html", [])
    assert [asked.path for asked in fake_arxiv.asked] == [f"/abs/{OURS}", HTML]


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
