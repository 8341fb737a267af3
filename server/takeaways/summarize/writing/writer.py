"""The model engine: a summary written by a language model, every claim of it checked against the paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from takeaways.errors import ContextExceeded, NoText, ProviderBroken
from takeaways.model import Depth, Document, Event, Making, Summary, SummaryReady

from ..depth import as_read
from ..provider import Budget, Provider
from . import prompt
from .answer import words_of
from .asking import Asking, Price
from .composing import Composing
from .lint import faults, tidy
from .passages import passages

_KEYWORDS = 8
_LONGEST_TITLE = 600
"""Characters."""


class Writer:
    """Writes summaries by a model: one call a paper that fits its context, part by part beyond that.

    Parameters
    ----------
    provider : Provider
        Who is asked.
    most : int
        Tokens of an answer.
    budget : Budget
        Of the day.
    price : Price
        Of tokens, for what a summary has cost.
    extractor : str
        Version of the extraction rules; it is written into each summary.
    clock : callable
        Gives the time, with its zone.
    """

    engine = "openai"
    version = prompt.VERSION

    def __init__(
        self,
        provider: Provider,
        *,
        most: int,
        budget: Budget,
        price: Price,
        extractor: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._provider = provider
        self._most = most
        self._budget = budget
        self._price = price
        self._extractor = extractor
        self._clock = clock

    @property
    def model(self) -> str:
        """As the settings name it."""
        return self._provider.model

    def written(self, asked: str) -> str:
        """Whatever is asked for."""
        return asked

    def summarize(self, document: Document, language: str, depth: Depth) -> Iterator[Event]:
        """Deltas as the model writes, a whole claim each time one was checked, then the summary.

        Raises
        ------
        NoText
            There is nothing to read.
        errors.Provider
            The provider failed, its answer is of no use, or the day's tokens are spent.
        """
        read = as_read(document, depth)
        paper = passages(read)
        if not paper:
            raise NoText("No text was found to summarise.")
        asking = Asking(self._provider, self._budget, self._price)
        composing = Composing(asking, read, paper, language, depth, self._most, self._provider.context)
        if composing.fits:
            try:
                yield from composing.at_once()
            except ContextExceeded as err:  # the context is smaller than the settings say
                yield from composing.part_by_part(9 * err.limit // 10 if err.limit else composing.size // 2)
        else:
            yield from composing.part_by_part(self._provider.context)
        draft, answer = composing.draft, composing.answer
        if draft.one_sentence is None and not draft.takeaways:
            raise ProviderBroken("The model's answer held no summary.")
        title = _title(answer.get("title_translation"))
        yield SummaryReady(
            id="",
            summary=Summary(
                paper=document.paper,
                one_sentence=draft.one_sentence,
                takeaways=draft.takeaways,
                keywords=_keywords(answer.get("keywords"), document, language, translating=composing.translating),
                note=draft.note,
                title_translation=title if composing.translating and title and not faults(title, language) else None,
                coverage=read.coverage,
                flags=document.flags,
                making=Making(
                    engine=self.engine,
                    model=self.model,
                    version=self.version,
                    extractor=self._extractor,
                    depth=depth,
                    language=language,
                    at=self._clock(),
                    tokens_in=asking.tokens_in,
                    tokens_out=asking.tokens_out,
                    cost=asking.cost,
                    degraded=ProviderBroken.code if composing.cut else None,
                ),
            ),
        )


def _title(written: object) -> str:
    """As it may be shown; empty where it is none."""
    return tidy(written) if isinstance(written, str) and len(written) <= _LONGEST_TITLE else ""


def _keywords(written: object, document: Document, language: str, *, translating: bool) -> tuple[str, ...]:
    """The paper's own list where it is in the reader's language; else the model's, without what is no keyword."""
    if document.keywords and not translating:
        return document.keywords[:_KEYWORDS]
    return tuple(word for word in map(tidy, words_of(written, _KEYWORDS)) if word and not faults(word, language))
