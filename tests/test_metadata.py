"""What arXiv says about a paper: from its abs page, else from its API, else as it was known before."""

from __future__ import annotations

from datetime import date

import pytest

from takeaways.config import load
from takeaways.errors import NoText, PaperNotFound, SourceBroken, SourceUnreachable
from takeaways.model import Paper, Request, Version
from takeaways.wiring import Service, wire
from tests.fake_arxiv import FakeArxiv

OURS = "2401.00001"
API = f"/api/query?id_list={OURS}&max_results=1"


def paper(service: Service, reference: str = OURS, *, refresh: bool = False) -> Paper:
    found = service.pipeline._metadata.paper(service.pipeline._sources.parse(reference), refresh=refresh)
    assert found
    return found


def asked(fake: FakeArxiv) -> list[str]:
    return [one.path for one in fake.asked]


def test_the_abs_page_is_asked_and_nothing_else(wired: Service, fake_arxiv: FakeArxiv) -> None:
    found = paper(wired)
    assert (found.id, found.link, found.version) == (f"arxiv:{OURS}v2", f"https://arxiv.org/abs/{OURS}v2", 2)
    assert set(found.provenance.values()) == {"arxiv-page"}
    assert asked(fake_arxiv) == [f"/abs/{OURS}"]


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_to_wait_does_not_hold_up_the_apis_own(fake_arxiv: FakeArxiv, status: int) -> None:
    hosts = (f"127.0.0.1:{fake_arxiv.port}", f"localhost:{fake_arxiv.port}")
    api_url = f"http://localhost:{fake_arxiv.port}/api/query"
    service = wire(
        load(arxiv_api_url=api_url, fetch_allow_hosts=hosts, arxiv_seconds=0, arxiv_api_seconds=0, extract_workers=1)
    )
    fake_arxiv.failing["/abs/"] = status
    try:
        assert paper(service).provenance["title"] == "arxiv-api"
    finally:
        service.close()


@pytest.mark.parametrize("status", [403, 500])
def test_with_the_abs_page_down_the_api_is_asked(wired: Service, fake_arxiv: FakeArxiv, status: int) -> None:
    fake_arxiv.failing["/abs/"] = status
    found = paper(wired)
    assert found.id == f"arxiv:{OURS}v2"
    assert found.title == "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
    assert [author.name for author in found.authors] == ["Ida Lindqvist", "Tomás Ferreira"]
    assert found.versions == (Version(number=1, day=date(2024, 1, 1)), Version(number=2, day=date(2024, 3, 9)))
    assert set(found.provenance.values()) == {"arxiv-api"}
    assert asked(fake_arxiv) == [f"/abs/{OURS}", API]
    assert paper(wired, f"{OURS}v2") == found, "what the API gave is remembered too"


def test_an_abs_page_whose_markup_has_changed_is_no_dead_end(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.pages[f"/abs/{OURS}"] = "<html><body><main><h2>Counting Ravens</h2></main></body></html>"
    assert paper(wired).provenance["title"] == "arxiv-api"


def test_where_both_fail_the_pages_error_is_told_and_that_the_api_was_asked(wired: Service, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.failing |= {"/abs/": 500, "/api/": 502}
    with pytest.raises(SourceBroken, match=r"status 500.* arXiv's API, asked instead, .*status 502"):
        paper(wired)
    fake_arxiv.failing.clear()
    fake_arxiv.failing["/api/"] = 502
    fake_arxiv.pages[f"/abs/{OURS}"] = "<html><body>Soon here: another page</body></html>"
    with pytest.raises(NoText, match="arXiv's API"):
        paper(wired)


def test_what_was_known_before_is_read_again_where_both_fail(wired: Service, fake_arxiv: FakeArxiv) -> None:
    known = paper(wired)
    wired.cache.delete(f"paper/arxiv:{OURS}")
    with fake_arxiv.down():
        assert paper(wired) == known
        with pytest.raises(SourceUnreachable):
            paper(wired, refresh=True)


def test_an_unknown_paper_is_not_asked_of_the_api(wired: Service, fake_arxiv: FakeArxiv) -> None:
    with pytest.raises(PaperNotFound):
        paper(wired, "2401.99999")
    assert asked(fake_arxiv) == ["/abs/2401.99999"]


def test_of_a_version_that_does_not_exist_the_versions_there_are_are_told(wired: Service, fake_arxiv: FakeArxiv) -> None:
    with pytest.raises(PaperNotFound, match=r"arXiv has no version 9 of 2401\.00001; there is v1 to v2\."):
        paper(wired, f"{OURS}v9")
    assert asked(fake_arxiv) == [f"/abs/{OURS}v9", f"/abs/{OURS}"]
    with pytest.raises(PaperNotFound, match=r"nothing at /abs/2401\.99999v3"):
        paper(wired, "2401.99999v3")


@pytest.mark.corpus
@pytest.mark.usefixtures("corpus")
def test_a_version_is_a_document_of_its_own(wired: Service, fake_arxiv: FakeArxiv) -> None:
    seventh = paper(wired, "2101.10016v7")
    assert (seventh.id, seventh.version, seventh.updated) == ("arxiv:2101.10016v7", 7, date(2022, 8, 31))
    assert [version.number for version in seventh.versions] == list(range(1, len(seventh.versions) + 1))
    assert len(seventh.versions) > 7, "the page knows the later ones"
    source = wired.pipeline._sources.parse("2101.10016v7")
    assert {one.url.rpartition("/")[2] for one in source.candidates if one.reading != "ar5iv"} == {"2101.10016v7"}
    summary = list(wired.pipeline.events(Request(url="2101.10016v7", depth="quick")))[-1].summary  # type: ignore[union-attr]
    assert summary.coverage.link == "https://arxiv.org/abs/2101.10016v7"
    assert wired.pipeline.cached(Request(url="2101.10016v7", depth="quick"))
    assert wired.pipeline.cached(Request(url="2101.10016v6", depth="quick")) is None
    assert asked(fake_arxiv) == ["/abs/2101.10016v7"]
