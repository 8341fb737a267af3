"""What is asked for, and what a URL names."""

from __future__ import annotations

from typing import Literal

from .base import Noun, short_id

Depth = Literal["quick", "full"]
"""What is read: `quick` the abstract (up to 3 takeaways), `full` the whole paper (5-8 where it has them)."""

Reading = Literal["arxiv-html", "ar5iv", "pdf", "page", "abstract"]
"""Which form of a paper is read."""


class Request(Noun):
    """What somebody asked for. `language` None is the paper's reader's default (`TAKEAWAYS_LANGUAGE`)."""

    url: str
    language: str | None = None
    depth: Depth = "full"
    refresh: bool = False

    @property
    def id(self) -> str:
        """The job's id: two who ask for the same at the same time share one job."""
        return short_id(self.model_dump_json())


class Candidate(Noun):
    """One address a paper may be read from."""

    reading: Reading
    url: str
    """What is dialled (an arXiv mirror, when one is set)."""
    link: str
    """What a person opens."""


class Source(Noun):
    """What a URL names. Made without the network.

    `id` is canonical: `arxiv:2410.03529v1`, `arxiv:hep-th/9901001`, `doi:10.…`, `url:https://…`, `sha256:…`.
    """

    id: str
    link: str | None = None
    """The page a person opens; None for an upload."""
    metadata_url: str | None = None
    """The arXiv abs page to dial; None where the candidates themselves carry the metadata."""
    candidates: tuple[Candidate, ...] = ()
