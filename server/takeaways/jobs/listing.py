"""Metadata of many arXiv papers by few requests: ids that wait are asked for together."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable
from concurrent.futures import Future

from ..errors import PaperNotFound, TakeawaysError
from ..extract import Extractor
from ..model import Paper
from ..pipeline import Reader

log = logging.getLogger(__name__)

IDS_A_CALL = 250
"""As many as one listing page shows; arXiv's API takes them in one `id_list` (arXiv API manual, 3.1.1)."""


class Listing:
    """arXiv's API, one call at a time; whoever asks while a call is under way shares the next one.

    Parameters
    ----------
    reader : Reader
        Keeps the API's pace.
    extractor : Extractor
    api_url : str
    """

    def __init__(self, reader: Reader, extractor: Extractor, api_url: str) -> None:
        self._reader = reader
        self._extractor = extractor
        self._api_url = api_url
        self._lock = threading.Lock()
        self._waiting: dict[str, Future[Paper]] = {}
        self._asked: dict[str, Future[Paper]] = {}
        self._running = False

    def ask(self, source_ids: Iterable[str]) -> dict[str, Future[Paper]]:
        """Ask for papers by source id (`arxiv:…`); each future gives the Paper, or raises PaperNotFound or Upstream."""
        with self._lock:
            futures = {}
            for source_id in source_ids:
                under_way = self._asked.get(source_id)
                futures[source_id] = under_way or self._waiting.setdefault(source_id, Future())
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
            self._call(self._asked)

    def _call(self, asked: dict[str, Future[Paper]]) -> None:
        ids = ",".join(key.removeprefix("arxiv:") for key in asked)
        try:
            answer = self._reader.get(f"{self._api_url}?id_list={ids}&max_results={len(asked)}")
            found = self._extractor.feed(answer.body)
        except TakeawaysError as err:
            _fail(asked, err)
            return
        except Exception:  # A fault of ours must reach those who wait, and leave the thread asking.
            log.exception("the listing of %d papers failed", len(asked))
            _fail(asked, TakeawaysError())
            return
        # The newest last: an answer may hold several versions of a paper, as many as were asked for.
        by_version = sorted(found, key=lambda paper: paper.version or 0)
        papers = {_without_version(paper): paper for paper in by_version} | {paper.id: paper for paper in by_version}
        for key, future in asked.items():
            if key in papers:
                future.set_result(papers[key])
            else:
                future.set_exception(PaperNotFound(f"arXiv has no paper {key.removeprefix('arxiv:')}."))


def _fail(asked: dict[str, Future[Paper]], err: TakeawaysError) -> None:
    for future in asked.values():
        future.set_exception(err)


def _without_version(paper: Paper) -> str:
    return paper.id.removesuffix(f"v{paper.version}")
