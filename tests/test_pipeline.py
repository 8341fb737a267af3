"""The line, from a reference to a summary, over the fake arXiv."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

import pytest

from takeaways.errors import BadLanguage, NotAUrl, PaperNotFound, SourceUnreachable, TakeawaysError, UploadUnknown
from takeaways.fetch import Fetched
from takeaways.model import Event, PaperFound, Preview, Request, Stage, SummaryReady
from takeaways.wiring import Service
from tests.fake_arxiv import FakeArxiv

PAPERS = Path(__file__).parent / "papers"
PUBLISHERS = Path(__file__).parent / "extract" / "html" / "page" / "pages"
OURS = "https://arxiv.org/abs/2401.00001"


def read(service: Service, url: str, **options: object) -> list[Event]:
    return list(service.pipeline.events(Request.model_validate({"url": url, **options})))


def end(events: list[Event]) -> SummaryReady:
    assert isinstance(events[-1], SummaryReady)
    return events[-1]


def test_a_paper_goes_down_the_whole_line(wired: Service) -> None:
    events = read(wired, OURS)
    order = [event.name if isinstance(event, Stage) else event.type for event in events]
    assert list(dict.fromkeys(order)) == ["resolve", "paper", "preview", "fetch", "extract", "summarize", "delta", "summary"]
    summary = end(events).summary
    assert summary.paper.id == "arxiv:2401.00001v2"
    assert [author.name for author in summary.paper.authors] == ["Ida Lindqvist", "Tomás Ferreira"]
    assert summary.coverage.reading == "arxiv-html"
    assert summary.coverage.link == "https://arxiv.org/html/2401.00001v2"
    assert 5 <= len(summary.takeaways) <= 8
    previews = [event for event in events if isinstance(event, Preview)]
    assert [preview.summary.making.depth for preview in previews] == ["quick"]


def test_every_quote_stands_in_the_block_it_names(wired: Service) -> None:
    document = wired.pipeline.read(Request(url=OURS)).document
    blocks = {block.id: block.text for section in document.sections for block in section.blocks}
    summary = end(read(wired, OURS)).summary
    parts = (summary.takeaways, *(getattr(summary.note, name) for name in type(summary.note).model_fields))
    claims = [summary.one_sentence, *(claim for part in parts for claim in part)]
    assert all(claim and claim.evidence and claim.evidence.quote in blocks[claim.evidence.blocks[0]] for claim in claims)
    from_abstract = [claim for claim in summary.takeaways if claim.evidence and claim.evidence.spot.kind == "abstract"]
    assert len(from_abstract) <= 2


def test_the_second_time_it_comes_from_the_cache(wired: Service, fake_arxiv: FakeArxiv) -> None:
    first = end(read(wired, OURS))
    asked = len(fake_arxiv.asked)
    again = read(wired, "arXiv:2401.00001v2")
    assert end(again) == first
    assert len(again) == 2
    kept = wired.pipeline.cached(Request(url=OURS))
    assert kept
    assert kept.event() == first
    assert len(fake_arxiv.asked) == asked


def test_refresh_reads_again(wired: Service, fake_arxiv: FakeArxiv) -> None:
    read(wired, OURS)
    asked = len(fake_arxiv.asked)
    assert end(read(wired, OURS, refresh=True)).summary.takeaways
    assert len(fake_arxiv.asked) >= asked + 2


def test_quick_reads_the_abstract_only(wired: Service, fake_arxiv: FakeArxiv) -> None:
    summary = end(read(wired, OURS, depth="quick")).summary
    assert summary.coverage.reading == "abstract"
    assert 1 <= len(summary.takeaways) <= 3
    assert [asked.path for asked in fake_arxiv.asked] == ["/abs/2401.00001"]


def test_an_upload_is_read_without_the_network(wired: Service, fake_arxiv: FakeArxiv) -> None:
    for name, reading in (("small.pdf", "pdf"), ("small.html", "page")):
        upload = wired.pipeline.upload((PAPERS / name).read_bytes(), "pdf" if name.endswith("pdf") else "html")
        events = read(wired, upload)
        summary = end(events).summary
        assert summary.paper.id == upload
        assert summary.paper.title
        assert summary.paper.title.startswith("Counting Ravens by Their Voices")
        assert summary.coverage.reading in (reading, "arxiv-html")
        assert summary.coverage.link is None
        assert any(isinstance(event, PaperFound) for event in events)
    assert not fake_arxiv.asked


def test_an_upload_that_is_gone_says_so(wired: Service) -> None:
    with pytest.raises(UploadUnknown):
        read(wired, f"sha256:{'0' * 64}")


@pytest.mark.parametrize(("url", "language", "error"), [("not a url", None, NotAUrl), (OURS, "klingon please", BadLanguage)])
def test_bad_input_fails_before_the_first_event(
    wired: Service, url: str, language: str | None, error: type[TakeawaysError]
) -> None:
    with pytest.raises(error):
        next(wired.pipeline.events(Request(url=url, language=language)))


def test_an_unknown_id_is_arxivs_404(wired: Service) -> None:
    with pytest.raises(PaperNotFound):
        read(wired, "2401.99999")


def test_with_arxiv_down_a_known_abstract_is_read_and_not_taken_for_the_paper(wired: Service, fake_arxiv: FakeArxiv) -> None:
    read(wired, OURS, depth="quick")
    with fake_arxiv.down():
        partial = end(read(wired, OURS))
    assert partial.summary.coverage.reading == "abstract"
    assert {attempt.code for attempt in partial.summary.coverage.attempts} == {"source_unreachable"}
    assert wired.summaries.get(partial.id)
    assert wired.pipeline.cached(Request(url=OURS)) is None
    assert end(read(wired, OURS)).summary.coverage.reading == "arxiv-html"


def test_with_arxiv_down_an_unknown_paper_says_so_and_a_read_one_is_still_there(
    wired: Service, fake_arxiv: FakeArxiv
) -> None:
    known = end(read(wired, OURS))
    wired.cache.delete("paper/arxiv:2401.00001")
    with fake_arxiv.down():
        assert end(read(wired, OURS)) == known
        with pytest.raises(SourceUnreachable):
            read(wired, "2401.00002")


def test_pages_that_name_further_pages_are_followed_one_step(wired: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        asked: ClassVar[list[str]] = []

        def admit(self, url: str) -> None:
            pass

        def get(self, url: str) -> Fetched:
            self.asked.append(url)
            assert len(self.asked) < 9
            head = f'<meta name="citation_title" content="Ravens"><meta name="citation_pdf_url" content="{url}x">'
            text = "A raven counts another raven. " * 9
            body = f"<html><head>{head}</head><body><article><p>{text}</p></article></body></html>"
            return Fetched(url=url, kind="html", body=body.encode())

    monkeypatch.setattr(wired.pipeline._readings, "_reader", Endless())
    read(wired, "https://example.org/a")
    assert Endless.asked == ["https://example.org/a", "https://example.org/ax"]


@pytest.mark.parametrize(
    ("name", "pdf"),
    [
        ("openreview", "https://example.org/pdf?id=RavenCount1"),
        ("ojs", "https://journals.example.org/jnb/article/download/77/91"),
    ],
)
def test_a_publishers_page_leads_to_its_pdf_and_says_who_wrote_it(
    wired: Service, monkeypatch: pytest.MonkeyPatch, name: str, pdf: str
) -> None:
    page = "https://example.org/forum/7"
    files = {page: (PUBLISHERS / f"{name}.html").read_bytes(), pdf: (PAPERS / "small.pdf").read_bytes()}

    class Shelf:
        def get(self, url: str) -> Fetched:
            return Fetched(url=url, kind="pdf" if url == pdf else "html", body=files[url])

        def admit(self, url: str) -> None:
            pass

    monkeypatch.setattr(wired.pipeline._readings, "_reader", Shelf())
    document = wired.pipeline.read(Request(url=page)).document
    assert (document.coverage.reading, document.coverage.link) == ("pdf", pdf)
    assert [(one.reading, one.why) for one in document.coverage.attempts] == [("page", "thin")]
    assert document.coverage.words > 1000
    assert document.paper.provenance["authors"] == document.paper.provenance["title"] == "page-meta"
    assert document.paper.published is not None


@pytest.mark.corpus
def test_a_real_paper_has_the_pages_title_and_authors(wired: Service, corpus: Path) -> None:
    paper = end(read(wired, "https://arxiv.org/abs/1706.03762")).summary.paper
    assert paper.title == "Attention Is All You Need"
    assert paper.authors[0].name == "Ashish Vaswani"
    assert paper.authors[-1].name == "Illia Polosukhin"
    assert set(paper.provenance.values()) <= {"arxiv-page", "page-text"}
