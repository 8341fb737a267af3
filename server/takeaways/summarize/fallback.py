"""A summarizer that stands in for another whose provider fails."""

from __future__ import annotations

from collections.abc import Iterator

from takeaways.errors import Provider
from takeaways.model import Depth, Document, Event, SummaryReady

from .summarizer import Summarizer


class Fallback:
    """Asks the first; where its provider fails, gives the other's summary, which says why (`making.degraded`).

    Parameters
    ----------
    first : Summarizer
        Whose engine, model and version this one goes by.
    other : Summarizer
        Needs no provider.
    """

    def __init__(self, first: Summarizer, other: Summarizer) -> None:
        self._first = first
        self._other = other

    @property
    def engine(self) -> str:
        """The first's."""
        return self._first.engine

    @property
    def model(self) -> str | None:
        """The first's."""
        return self._first.model

    @property
    def version(self) -> str:
        """The first's."""
        return self._first.version

    def written(self, asked: str) -> str:
        """The first's."""
        return self._first.written(asked)

    def summarize(self, document: Document, language: str, depth: Depth) -> Iterator[Event]:
        """The first's events; after a provider's fault the other's, whose claims take the place of those begun."""
        try:
            yield from self._first.summarize(document, language, depth)
        except Provider as fault:
            for event in self._other.summarize(document, language, depth):
                yield _degraded(event, fault.code) if isinstance(event, SummaryReady) else event


def _degraded(event: SummaryReady, why: str) -> SummaryReady:
    making = event.summary.making.model_copy(update={"degraded": why})
    return event.model_copy(update={"summary": event.summary.model_copy(update={"making": making})})
