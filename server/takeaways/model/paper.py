"""Metadata, each field with where it was found."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from .base import Noun

Origin = Literal["arxiv-page", "arxiv-api", "page-meta", "page-text", "pdf-info", "pdf-page-1"]
"""Where a metadata field was found."""


class Author(Noun):
    """A person as the source names them; affiliations where the source ties them to this name."""

    name: str
    affiliations: tuple[str, ...] = ()


class Version(Noun):
    """A version that the paper's server has, and its day (UTC) where that is known."""

    number: int
    day: date | None = None
    withdrawn: bool = False
    """Its authors withdrew it: of this version there is no text."""


class Link(Noun):
    """A code, project or data address that stands in the paper's own text."""

    kind: Literal["code", "project", "data"]
    url: str


class Paper(Noun):
    """Metadata. `provenance` says for every field that is present where it was found; what is absent is absent."""

    id: str
    link: str | None = None
    title: str | None = None
    authors: tuple[Author, ...] = ()
    affiliations: tuple[str, ...] = ()
    """All that the paper names, in its order, tied to an author or not."""
    abstract: str | None = None
    published: date | None = None
    updated: date | None = None
    version: int | None = None
    """The one that this is about."""
    versions: tuple[Version, ...] = ()
    """All that are known, oldest first."""
    categories: tuple[str, ...] = ()
    comment: str | None = None
    journal_ref: str | None = None
    doi: str | None = None
    license: str | None = None
    links: tuple[Link, ...] = ()
    provenance: dict[str, Origin] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _every_field_has_provenance(self) -> Self:
        free = {"id", "link", "version", "provenance"}
        bare = [
            name
            for name in type(self).model_fields
            if name not in free and getattr(self, name) and name not in self.provenance
        ]
        if bare:
            raise ValueError(f"metadata without provenance: {', '.join(bare)}")
        return self

    def filled_from(self, other: Paper) -> Paper:
        """This paper, its absent fields taken from `other` together with their provenance."""
        taken = {name: getattr(other, name) for name in other.provenance if not getattr(self, name)}
        origins = {name: other.provenance[name] for name in taken}
        return self.model_copy(update={**taken, "provenance": {**origins, **self.provenance}})
