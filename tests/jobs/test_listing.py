"""Metadata in batches: what one call's answer gives to each who asked."""

from __future__ import annotations

import pytest

from takeaways.errors import PaperNotFound, SourceBusy, TakeawaysError
from takeaways.extract import Extractor
from takeaways.fetch import Fetched
from takeaways.jobs.listing import Listing
from takeaways.model import Paper


class Api(Extractor):
    """Answers with papers by id, whatever the bytes; an exception in their place is raised."""

    def __init__(self, *answers: tuple[str, ...] | Exception) -> None:
        super().__init__(workers=0, seconds=1, memory_megabytes=256)
        self.answers = list(answers)
        self.asked: list[str] = []

    def get(self, url: str) -> Fetched:
        self.asked.append(url)
        return Fetched(url=url, kind="xml", body=b"")

    def feed(self, body: bytes) -> tuple[Paper, ...]:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return tuple(Paper(id=id, version=int(id.rpartition("v")[2])) for id in answer)


def listing(api: Api) -> Listing:
    return Listing(api, api, "http://127.0.0.1/api/query")


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
    asked = listing(Api(fault, ("arxiv:2401.00001v1",)))
    with pytest.raises(error):
        asked.ask(["arxiv:2401.00001"])["arxiv:2401.00001"].result(30)
    assert asked.ask(["arxiv:2401.00001"])["arxiv:2401.00001"].result(30).version == 1
