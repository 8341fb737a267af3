"""Metadata of many arXiv papers by few requests: ids that wait are asked for together."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field

from ..errors import PaperNotFound, TakeawaysError
from ..extract import Extractor
from ..metadata import AbsPages, Reader
from ..model import Paper

log = logging.getLogger(__name__)

IDS_A_CALL = 250
"""As many as one listing page shows; arXiv's API takes them in one `id_list` (arXiv API manual, 3.1.1)."""

PAGES_A_CALL = 20
"""Abs pages read at most where a call to the API failed or left ids out: at arXiv's pace they take as many seconds,
and whoever has somebody waiting asks the same server."""


_TRIED = "arXiv's API was asked first and did not give it"


@dataclass
class _Asked:
    """Somebody waits for this paper; `or_pages`: also from its abs page."""

    future: Future[Paper] = field(default_factory=Future)
    or_pages: bool = False


class Listing:
    """arXiv's API, one call at a time; whoever asks while a call is under way shares the next one.

    Parameters
    ----------
    reader : Reader
        Keeps the API's pace.
    extractor : Extractor
    api_url : str
    pages : AbsPages
        Asked for what the API does not give.
    """

    def __init__(self, reader: Reader, extractor: Extractor, api_url: str, pages: AbsPages) -> None:
        self._reader = reader
        self._extractor = extractor
        self._api_url = api_url
        self._pages = pages
        self._lock = threading.Lock()
        self._waiting: dict[str, _Asked] = {}
        self._asked: dict[str, _Asked] = {}
        self._running = False

    def ask(self, source_ids: Iterable[str], *, or_pages: bool = True) -> dict[str, Future[Paper]]:
        """Ask for papers by source id.

        Parameters
        ----------
        source_ids : iterable of str
            `arxiv:X` (the newest version) or `arxiv:XvN`.
        or_pages : bool
            Read the abs page of a paper that the API does not give, for the first `PAGES_A_CALL` of them.

        Returns
        -------
        dict of str to Future
            Each gives the Paper, or raises PaperNotFound, Upstream or BadInput: of the abs page where that was read
            too, and then says that the API was asked.
        """
        with self._lock:
            futures = {}
            for source_id in source_ids:
                asked = self._asked.get(source_id) or self._waiting.setdefault(source_id, _Asked())
                asked.or_pages |= or_pages
                futures[source_id] = asked.future
            if self._waiting and not self._running:
                self._running = True
                threading.Thread(target=self._call_until_none_waits, name="arxiv-listing", daemon=True).start()
        return futures

    def _call_until_none_waits(self) -> None:
        while True:
            with self._lock:
                self._asked = {key: self._waiting.pop(key) for key in list(self._waiting)[:IDS_A_CALL]}
                if not self._asked:
                    self._running = False
                    return
            try:
                self._answer(self._asked)
            except Exception:  # A fault of ours must reach those who wait, and leave the thread asking.
                log.exception("the listing of %d papers failed", len(self._asked))
                for asked in self._asked.values():
                    if not asked.future.done():
                        asked.future.set_exception(TakeawaysError())

    def _answer(self, asked: Mapping[str, _Asked]) -> None:
        failure: TakeawaysError | None = None
        papers: dict[str, Paper] = {}
        try:
            papers = self._of_api(asked)
        except TakeawaysError as err:
            failure = err
        missing: dict[str, TakeawaysError] = {}
        for key, one in asked.items():
            if key in papers:
                one.future.set_result(papers[key])
            else:
                missing[key] = failure or PaperNotFound(f"arXiv's API knows no paper {key.removeprefix('arxiv:')}.")
        self._of_pages(asked, missing)

    def _of_api(self, asked: Mapping[str, _Asked]) -> dict[str, Paper]:
        """What one call gives, by the ids that ask for it."""
        ids = ",".join(key.removeprefix("arxiv:") for key in asked)
        answer = self._reader.get(f"{self._api_url}?id_list={ids}&max_results={len(asked)}")
        # The newest last: an answer may hold several versions of a paper, as many as were asked for.
        found = sorted(self._extractor.feed(answer.body), key=lambda paper: paper.version or 0)
        return {_without_version(paper): paper for paper in found} | {paper.id: _of_one_version(paper) for paper in found}

    def _of_pages(self, asked: Mapping[str, _Asked], missing: Mapping[str, TakeawaysError]) -> None:
        """Read the abs pages of what the API did not give; what is over the bound fails as the API did."""
        left = PAGES_A_CALL
        for key, err in missing.items():
            future = asked[key].future
            if not asked[key].or_pages or left == 0:
                future.set_exception(err)
                continue
            left -= 1
            try:
                future.set_result(self._pages.paper(key))
            except TakeawaysError as page:
                future.set_exception(type(page)(f"{page.detail} {_TRIED}: {err.detail}", retry_after=page.retry_after))
                if not isinstance(page, PaperNotFound):
                    left = 0  # The pages cannot be had either: no more are tried for those who wait.


def _without_version(paper: Paper) -> str:
    return paper.id.removesuffix(f"v{paper.version}")


def _of_one_version(paper: Paper) -> Paper:
    """The answer to a question for one version: it does not say whether there are later ones."""
    origins = {name: origin for name, origin in paper.provenance.items() if name != "versions"}
    return paper.model_copy(update={"versions": (), "provenance": origins})
