"""Quick takeaways for many links at once: from the cache, or from abstracts. Never costs money."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import Future
from typing import Literal

from ..errors import BadInput, NoText, TakeawaysError
from ..model import Noun, Paper, Problem, Request, Source, Summary
from ..pipeline import Pipeline
from ..source import Sources
from ..store import Papers
from .listing import Listing


class Row(Noun):
    """What is known of one link. `pending`: arXiv has not answered yet, ask again."""

    url: str
    id: str | None = None
    status: Literal["ready", "pending", "failed", "unsupported"]
    summary: Summary | None = None
    problem: Problem | None = None


class Takeaways:
    """Rows for links, in the order of the links.

    Parameters
    ----------
    sources, papers, pipeline, listing
    wait_seconds : float
        How long an answer may wait for arXiv before the rest is `pending`.
    """

    def __init__(
        self, *, sources: Sources, papers: Papers, pipeline: Pipeline, listing: Listing, wait_seconds: float = 10.0
    ) -> None:
        self._sources = sources
        self._papers = papers
        self._pipeline = pipeline
        self._listing = listing
        self._wait_seconds = wait_seconds

    def rows(self, urls: Sequence[str], *, cached_only: bool) -> list[Row]:
        """What is known of each link; what is not known is asked of arXiv unless `cached_only`."""
        rows = [self._at_hand(url) for url in urls]
        if cached_only:
            return rows
        asked = self._listing.ask(row.id for row in rows if row.status == "pending" and row.id)
        deadline = time.monotonic() + self._wait_seconds
        return [self._answered(row, asked[row.id], deadline) if row.id in asked else row for row in rows]

    def _at_hand(self, url: str) -> Row:
        try:
            source = self._sources.parse(url)
        except BadInput as err:
            return Row(url=url, status="unsupported", problem=err.problem())
        if kept := self._pipeline.cached(Request(url=url)):
            summary = kept.event().summary
            return Row(url=url, id=summary.paper.id, status="ready", summary=summary)
        if source.metadata_url is None:
            # Another site's page would have to be read whole, once for every link that a pointer passes.
            return Row(url=url, id=source.id, status="unsupported")
        paper = self._papers.get(source.id)
        return self._ready(url, source, paper) if paper else Row(url=url, id=source.id, status="pending")

    def _answered(self, row: Row, future: Future[Paper], deadline: float) -> Row:
        try:
            paper = future.result(timeout=max(0.0, deadline - time.monotonic()))
        except TimeoutError:
            return row
        except TakeawaysError as err:
            return row.model_copy(update={"status": "failed", "problem": err.problem()})
        source = self._sources.parse(row.url)
        self._papers.put(paper, source.id)
        return self._ready(row.url, source, paper)

    def _ready(self, url: str, source: Source, paper: Paper) -> Row:
        try:
            summary = self._pipeline.takeaways(paper).summary
        except NoText as err:
            return Row(url=url, id=source.id, status="failed", problem=err.problem())
        return Row(url=url, id=paper.id, status="ready", summary=summary)
