"""What arXiv says about a paper: its abs page when somebody waits, its API where that fails."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from concurrent.futures import Future
from typing import Protocol

from .errors import BadInput, BlockedUrl, PaperNotFound, SourceSlow, TakeawaysError, Upstream
from .extract import Extractor
from .fetch import Fetched
from .model import Paper, Source
from .source import Sources
from .store import Papers

API_SECONDS = 30.0
"""How long a reader waits for arXiv's API, its turn included, after the abs page has failed."""

_VERSIONED = re.compile(r"(arxiv:.+?)v(\d+)")


class Reader(Protocol):
    """What gets an address's bytes (`fetch.Fetcher`)."""

    def get(self, url: str) -> Fetched:
        """The bytes; raises Upstream or BadInput."""
        ...

    def admit(self, url: str) -> None:
        """Raises BadInput for an address that will not be read, as far as that can be told without the network."""
        ...


class Api(Protocol):
    """Who asks arXiv's API, for all that wait at once (`jobs.Listing`)."""

    def ask(self, source_ids: Iterable[str], *, or_pages: bool = True) -> Mapping[str, Future[Paper]]:
        """A Paper an id, or the error; `or_pages`: from its abs page where the API does not give it."""
        ...


class AbsPages:
    """Reads abs pages.

    Parameters
    ----------
    reader, extractor, sources
    """

    def __init__(self, reader: Reader, extractor: Extractor, sources: Sources) -> None:
        self._reader = reader
        self._extractor = extractor
        self._sources = sources

    def paper(self, source_id: str) -> Paper:
        """The metadata of an arXiv paper.

        Parameters
        ----------
        source_id : str
            `arxiv:X` (the newest version) or `arxiv:XvN`.

        Raises
        ------
        PaperNotFound
            arXiv has no such paper, or not in that version: then the detail names the versions there are.
        Upstream, BadInput
            The page cannot be had, or cannot be read (its markup has changed, say).
        """
        source = self._sources.parse(source_id)
        try:
            return self._page(source)
        except PaperNotFound as err:
            versioned = _VERSIONED.fullmatch(source.id)
            if versioned is None:
                raise
            try:
                newest = self._page(self._sources.parse(versioned[1])).version or 0
            except TakeawaysError:
                raise err from None
            if int(versioned[2]) <= newest:
                raise  # It is there, and yet arXiv does not give it.
            named, number = versioned[1].removeprefix("arxiv:"), versioned[2]
            there = f"v1 to v{newest}" if newest > 1 else "v1 only"
            raise PaperNotFound(f"arXiv has no version {number} of {named}; there is {there}.") from err

    def _page(self, source: Source) -> Paper:
        if source.metadata_url is None:
            raise ValueError(f"{source.id} is no paper of arXiv")
        return self._extractor.abs_page(self._reader.get(source.metadata_url).body, source)


class Metadata:
    """The metadata of one paper that somebody waits for.

    Parameters
    ----------
    pages : AbsPages
        Asked first: an abs page holds the whole history and the licence, and may be asked every second.
    api : Api
        Asked where the page fails.
    papers : Papers
        What is known already.
    """

    def __init__(self, pages: AbsPages, api: Api, papers: Papers) -> None:
        self._pages = pages
        self._api = api
        self._papers = papers

    def paper(self, source: Source, *, refresh: bool) -> Paper | None:
        """An arXiv paper's metadata; None where the text itself carries it.

        Raises
        ------
        PaperNotFound
            arXiv has no such paper, or not in that version.
        Upstream, BadInput
            Neither the abs page nor the API can be had, nor is anything known from before: the page's error, which
            says that the API was asked too.
        """
        if source.metadata_url is None:
            return None
        if not refresh and (known := self._papers.get(source.id)):
            return known
        try:
            paper = self._pages.paper(source.id)
        except (PaperNotFound, BlockedUrl):
            raise
        except (Upstream, BadInput) as err:
            try:
                paper = self._of_api(source)
            except TakeawaysError as other:
                # Without a network, what was read before can be read again.
                last = None if refresh else self._papers.last(source.id)
                if last is None:
                    detail = f"{err.detail} arXiv's API, asked instead, did not give the paper either: {other.detail}"
                    raise type(err)(detail, retry_after=err.retry_after) from err
                return last
        self._papers.put(paper, source.id)
        return paper

    def _of_api(self, source: Source) -> Paper:
        try:
            return self._api.ask([source.id], or_pages=False)[source.id].result(timeout=API_SECONDS)
        except TimeoutError as err:
            raise SourceSlow(f"It did not answer within {API_SECONDS:g} seconds.") from err
