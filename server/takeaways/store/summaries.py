"""Summaries that were made before, as the bytes that go out."""

from __future__ import annotations

from typing import NamedTuple

from ..errors import SourceRefused, table
from ..model import Summary, SummaryReady, short_id
from .cache import Cache

PAGE_SECONDS = 24 * 3600
"""How long the summary of a page that carries no version is believed."""

PARTIAL_SECONDS = 3600
"""How long a summary that is less than was asked for can be exported; it is never given to the next who asks."""


class Kept(NamedTuple):
    """A summary as it lies in the store: what is asked for again goes out as the bytes that came in."""

    id: str
    body: bytes

    def event(self) -> SummaryReady:
        """As the event that ends a job."""
        return SummaryReady(id=self.id, summary=Summary.model_validate_json(self.body))


class Summaries:
    """Summaries by id, in a cache.

    Parameters
    ----------
    cache : Cache
    keep_seconds : float
        How long a summary of a paper that cannot change (a version, an upload) is kept.
    """

    def __init__(self, cache: Cache, keep_seconds: float) -> None:
        self._cache = cache
        self._keep_seconds = keep_seconds

    def get(self, summary_id: str) -> Kept | None:
        """The summary with that id; None when it is not here (any more)."""
        body = self._cache.get(f"summary/{summary_id}")
        return Kept(summary_id, body) if body else None

    def put(self, summary: Summary, summary_id: str, source_id: str) -> SummaryReady:
        """Keep a summary, and give the event that says under which id: a partial one is kept under an id of its own."""
        if _is_partial(summary, source_id):
            summary_id, seconds = short_id(f"{summary_id} partial"), float(PARTIAL_SECONDS)
        else:
            seconds = PAGE_SECONDS if source_id.startswith(("url:", "doi:")) else self._keep_seconds
        self._cache.put(f"summary/{summary_id}", summary.model_dump_json().encode(), seconds)
        return SummaryReady(id=summary_id, summary=summary)


def _is_partial(summary: Summary, source_id: str) -> bool:
    """Whether a fault that may pass gave the reader less than was asked for."""
    # arXiv shows its papers to everybody: a refusal is its guard's, and passes. A publisher's does not.
    arxiv = source_id.startswith("arxiv:")
    passing = {code for code, error in table().items() if error.retryable or (arxiv and error is SourceRefused)}
    less = summary.coverage.reading == "abstract" or any(flag.kind == "truncated" for flag in summary.flags)
    lost = less and any(attempt.code in passing for attempt in summary.coverage.attempts)
    return summary.making.degraded is not None or (summary.making.depth == "full" and lost)
