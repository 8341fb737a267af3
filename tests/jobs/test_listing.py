"""Metadata in batches: what one call's answer gives to each who asked."""

from __future__ import annotations

import pytest

from takeaways.errors import PaperNotFound, SourceBusy, SourceUnreachable, TakeawaysError
from takeaways.extract import Extractor
from takeaways.fetch import Fetched
from takeaways.jobs.listing import PAGES_A_CALL, Listing
from takeaways.metadata import AbsPages
from takeaways.model import Paper
from takeaways.source import Sources


class Pages(AbsPages):
    """Answers with a paper an id, as its abs page would; an exception in its place is raised."""

    def __init__(self, answers: dict[str, int | TakeawaysError] | None = None) -> None:
        api = Api()
        super().__init__(api, api, Sources())
        self.answers = answers or {}
        self.asked: list[str] = []

    def paper(self, source_id: str) -> Paper:
        self.asked.append(source_id)
        answer = self.answers.get(source_id, PaperNotFound("no such page"))
        if isinstance(answer, TakeawaysError):
            raise answer
        return Paper(id=f"{source_id}v{answer}", version=answer)


class Api(Extractor):
    """Answers with papers by id, whatever the bytes; an exception in their place is raised."""

    def __init__(self, *answers: tuple[str, ...] | Exception) -> None:
        super().__init__(workers=0, seconds=1, memory_megabytes=256)
        self.answers = list(answers)
        self.asked: list[str] = []

    def admit(self, url: str) -> None:
        """Anything."""

    def get(self, url: str) -> Fetched:
        self.asked.append(url)
        return Fetched(url=url, kind="xml", body=b"")

    def feed(self, body: bytes) -> tuple[Paper, ...]:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return tuple(Paper(id=id, version=int(id.rpartition("v")[2])) for id in answer)


def listing(api: Api, pages: Pages | None = None) -> Listing:
    return Listing(api, api, "http://127.0.0.1/api/query", pages or Pages())


def test_the_newest_version_answers_for_the_id_without_one_in_whatever_order_they_come() -> None:
    for order in (
        ("arxiv:2401.00001v1", "arxiv:2401.00001v12", "arxiv:2401.00001v2"),
        ("arxiv:2401.00001v12", "arxiv:2401.00001v1"),
    ):
        papers = listing(Api(order)).ask(["arxiv:2401.00001", "arxiv:2401.00001v1"])
        assert papers["arxiv:2401.00001"].result(30).version == 12
        assert papers["arxiv:2401.00001v1"].result(30).version == 1


def test_what_arxiv_leaves_out_is_not_there() -> None:
    papers = listing(Api(("arxiv:2401.00001v1",))).ask(["arxiv:2401.00001", "arxiv:2401.99999"])
    assert papers["arxiv:2401.00001"].result(30)
    with pytest.raises(PaperNotFound):
        papers["arxiv:2401.99999"].result(30)


@pytest.mark.parametrize(("fault", "error"), [(SourceBusy("wait"), SourceBusy), (ZeroDivisionError(), TakeawaysError)])
def test_after_a_fault_the_next_who_ask_are_answered(fault: Exception, error: type[Exception]) -> None:
    asked = listing(Api(fault, ("arxiv:2401.00001v1",)), Pages({"arxiv:2401.00001": SourceBusy("wait")}))
    with pytest.raises(error):
        asked.ask(["arxiv:2401.00001"])["arxiv:2401.00001"].result(30)
    assert asked.ask(["arxiv:2401.00001"])["arxiv:2401.00001"].result(30).version == 1


def test_what_the_api_does_not_give_is_read_from_its_page() -> None:
    pages = Pages({"arxiv:2401.00002": 3})
    asked = listing(Api(("arxiv:2401.00001v1",)), pages)
    papers = asked.ask(["arxiv:2401.00001", "arxiv:2401.00002", "arxiv:2401.99999"])
    assert papers["arxiv:2401.00001"].result(30).version == 1
    assert papers["arxiv:2401.00002"].result(30).version == 3
    with pytest.raises(PaperNotFound, match=r"no such page arXiv's API was asked first"):
        papers["arxiv:2401.99999"].result(30)
    assert pages.asked == ["arxiv:2401.00002", "arxiv:2401.99999"]


def test_with_the_api_down_a_bounded_number_of_pages_is_read() -> None:
    ids = [f"arxiv:2401.{n:05}" for n in range(1, PAGES_A_CALL + 6)]
    pages = Pages(dict.fromkeys(ids, 1))
    papers = listing(Api(SourceBusy("wait", retry_after=30)), pages).ask(ids)
    assert all(papers[id].result(30) for id in ids[:PAGES_A_CALL])
    for id in ids[PAGES_A_CALL:]:
        with pytest.raises(SourceBusy, match="wait"):
            papers[id].result(30)
    assert pages.asked == ids[:PAGES_A_CALL]


def test_with_both_down_one_page_is_enough_to_know_and_its_error_is_told() -> None:
    ids = ["arxiv:2401.00001", "arxiv:2401.00002"]
    pages = Pages(dict.fromkeys(ids, SourceUnreachable("no network")))
    papers = listing(Api(SourceBusy("wait")), pages).ask(ids)
    with pytest.raises(SourceUnreachable, match=r"no network arXiv's API was asked first and did not give it: wait"):
        papers[ids[0]].result(30)
    with pytest.raises(SourceBusy):
        papers[ids[1]].result(30)
    assert pages.asked == ids[:1]


def test_whoever_asked_the_page_before_does_not_get_it_asked_again() -> None:
    pages = Pages({"arxiv:2401.00001": 1})
    with pytest.raises(SourceBusy):
        listing(Api(SourceBusy("wait")), pages).ask(["arxiv:2401.00001"], or_pages=False)["arxiv:2401.00001"].result(30)
    assert pages.asked == []
