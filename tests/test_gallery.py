"""Figures of papers that were read, and their pictures: made when somebody asks, kept, made anew when they are gone."""

from __future__ import annotations

import io
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from takeaways.config import Settings
from takeaways.errors import FigureUnknown, NoPicture, SourceUnreachable, UploadUnknown
from takeaways.gallery import Picture
from takeaways.model import Figure, Request, short_id
from takeaways.readings import Read
from takeaways.store import Album, Albums
from takeaways.wiring import Service, wire
from tests.extract.pdf.pages import FOOT, LEFT, TOP, Pages
from tests.fake_arxiv import FakeArxiv

PAPERS = Path(__file__).parent / "papers"
OURS = "https://arxiv.org/abs/2401.00001"
ID = short_id("arxiv:2401.00001v2")


def read(service: Service, url: str) -> str:
    """Read a paper whole; gives its short id."""
    events = list(service.pipeline.events(Request(url=url)))
    return short_id(events[-1].summary.paper.id)  # type: ignore[union-attr]


def forget_pictures(service: Service) -> None:
    service.database.run(lambda db: db.execute("DELETE FROM pictures"), None)


def size(picture: Picture) -> tuple[int, int]:
    return Image.open(io.BytesIO(picture.data)).size


@pytest.fixture
def no_html(fake_arxiv: FakeArxiv) -> FakeArxiv:
    """An arXiv that has no HTML of any paper, so that PDFs are read."""
    fake_arxiv.failing["/html"] = 404
    fake_arxiv.failing["/ar5iv"] = 404
    return fake_arxiv


def test_a_pages_pictures_are_fetched_when_somebody_asks_and_then_kept(wired: Service, fake_arxiv: FakeArxiv) -> None:
    assert read(wired, OURS) == ID
    figures = wired.gallery.figures(ID)
    assert [(figure.kind, figure.number) for figure in figures] == [("figure", "1"), ("table", "1")]
    asked = len(fake_arxiv.asked)
    picture = wired.gallery.picture(ID, 1)
    assert (picture.media_type, picture.data) == ("image/png", (PAPERS / "x1.png").read_bytes())
    assert [one.path for one in fake_arxiv.asked[asked:]] == ["/html/2401.00001v2/x1.png"]
    assert wired.gallery.picture(ID, 1) == picture
    assert len(fake_arxiv.asked) == asked + 1
    with pytest.raises(NoPicture):
        wired.gallery.picture(ID, 2)


def test_a_pdfs_pictures_are_cut_out_of_what_was_fetched_then(wired: Service, no_html: FakeArxiv) -> None:
    read(wired, OURS)
    asked = len(no_html.asked)
    figure, table = wired.gallery.picture(ID, 1), wired.gallery.picture(ID, 2)
    assert size(figure)[0] > 4 * size(figure)[1]
    assert size(table) != size(figure)
    assert len(no_html.asked) == asked
    assert all(one.blob for one in wired.gallery.figures(ID))


def test_what_was_dropped_is_made_anew(wired: Service, no_html: FakeArxiv) -> None:
    read(wired, OURS)
    before = wired.gallery.picture(ID, 1)
    forget_pictures(wired)
    asked = len(no_html.asked)
    assert wired.gallery.picture(ID, 1) == before
    assert [one.path for one in no_html.asked[asked:]] == ["/pdf/2401.00001v2"]


def test_what_cannot_be_made_anew_says_why(wired: Service, no_html: FakeArxiv) -> None:
    read(wired, OURS)
    forget_pictures(wired)
    with no_html.down(), pytest.raises(SourceUnreachable):
        wired.gallery.picture(ID, 1)


def test_a_pdf_that_has_changed_is_read_anew(wired: Service, no_html: FakeArxiv) -> None:
    read(wired, OURS)
    albums = Albums(wired.cache, 1000)
    album = albums.get(ID)
    assert album is not None
    # As if another file had stood at the address then, with its figure elsewhere.
    moved = album.figures[0].model_copy(update={"area": album.figures[0].area, "caption": "Figure 1: Something else."})
    albums.put(album.model_copy(update={"file": "0" * 64, "figures": (moved,)}))
    assert size(wired.gallery.picture(ID, 1))[0] > 300
    assert [figure.caption for figure in wired.gallery.figures(ID)] == [figure.caption for figure in album.figures]


def test_a_paper_read_anew_while_its_picture_is_cut_keeps_its_new_figures(
    wired: Service, no_html: FakeArxiv, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(wired, OURS)
    albums = Albums(wired.cache, 1000)
    album = albums.get(ID)
    assert album is not None
    newer = album.model_copy(update={"file": "0" * 64})
    cut = wired.gallery._extractor.pictures

    def overtaken(pdf: bytes, figures: Sequence[Figure]) -> dict[str, bytes]:
        albums.put(newer)
        return cut(pdf, figures)

    monkeypatch.setattr(wired.gallery._extractor, "pictures", overtaken)
    assert wired.gallery.picture(ID, 1).data
    assert albums.get(ID) == newer


def test_an_uploads_pictures(wired: Service) -> None:
    upload = wired.pipeline.upload((PAPERS / "small.pdf").read_bytes(), "pdf")
    paper = read(wired, upload)
    assert paper == short_id(upload)
    assert wired.gallery.picture(paper, 1).media_type == "image/png"
    assert wired.database.run(lambda db: db.execute("SELECT count(*) FROM blobs").fetchone()[0], None) == 1
    forget_pictures(wired)
    assert wired.gallery.picture(paper, 1)
    forget_pictures(wired)
    wired.database.run(lambda db: db.execute("DELETE FROM blobs"), None)
    with pytest.raises(UploadUnknown):
        wired.gallery.picture(paper, 1)


def test_unknown_papers_and_figures(wired: Service) -> None:
    for paper in (ID, "", "../etc", "0" * 20):
        with pytest.raises(FigureUnknown):
            wired.gallery.figures(paper)
        with pytest.raises(FigureUnknown):
            wired.gallery.picture(paper, 1)
    read(wired, OURS)
    for n in (0, 3, 10**9):
        with pytest.raises(FigureUnknown, match=str(n)):
            wired.gallery.picture(ID, n)


def test_an_abstract_alone_does_not_hide_what_is_known_of_the_figures(wired: Service) -> None:
    read(wired, OURS)
    list(wired.pipeline.events(Request(url=OURS, depth="quick")))
    paper = wired.pipeline.read(Request(url=OURS)).document.paper
    wired.gallery.keep(Read(wired.extractor.abstract_only(paper)))
    assert len(wired.gallery.figures(ID)) == 2


def test_a_drawing_that_could_hold_scripts_is_named_not_fetched(wired: Service, fake_arxiv: FakeArxiv) -> None:
    url = "https://arxiv.org/html/2401.00001v2/x2.svg"
    Albums(wired.cache, 1000).put(Album(paper="arxiv:2401.00001v2", figures=(Figure(id="f1", kind="figure", url=url),)))
    asked = len(fake_arxiv.asked)
    with pytest.raises(NoPicture, match=r"x2\.svg"):
        wired.gallery.picture(ID, 1)
    assert len(fake_arxiv.asked) == asked


def test_many_who_look_at_the_same_paper_have_it_cut_once(settings: Settings) -> None:
    pages = Pages()
    for n in range(5):
        pages.prose(TOP, 560)
        pages.plot(200, 430, height=60 + 8 * n)
        pages.text(f"Figure {n + 1}: Birds by the number of observers.", 200, 412)
        pages.prose(390, FOOT, left=LEFT)
        pages.turn()
    service = wire(settings)
    try:
        calls = []
        cut = service.extractor.pictures
        service.extractor.pictures = lambda *given: calls.append(1) or cut(*given)  # type: ignore[method-assign,func-returns-value]
        upload = service.pipeline.upload(pages.body(), "pdf")
        service.gallery.keep(service.pipeline.read(Request(url=upload)))
        paper = short_id(upload)
        with ThreadPoolExecutor(5) as pool:
            found = list(pool.map(lambda n: service.gallery.picture(paper, n), (1, 2, 3, 4, 5)))
        assert len({picture.name for picture in found}) == 5
        assert len(calls) < 3
    finally:
        service.close()
