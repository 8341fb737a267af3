"""Which figures a paper has, and what their pictures are made from."""

from __future__ import annotations

from pydantic import ValidationError

from ..model import Figure, Noun, short_id
from .cache import Cache
from .summaries import PAGE_SECONDS


class Album(Noun):
    """The figures of a paper as they were read. The picture of one with a `blob` is in the store, if it is there still."""

    paper: str
    """Its canonical id."""
    file: str | None = None
    """SHA-256 of the PDF that pictures are cut from; None where the paper was read from a page."""
    url: str | None = None
    """Where that PDF was; None for an upload."""
    figures: tuple[Figure, ...] = ()


class Albums:
    """Albums by their paper's short id, in a cache.

    Parameters
    ----------
    cache : Cache
    keep_seconds : float
        How long the album of a paper that cannot change is kept: as long as its summary.
    """

    def __init__(self, cache: Cache, keep_seconds: float) -> None:
        self._cache = cache
        self._keep_seconds = keep_seconds

    def put(self, album: Album) -> None:
        """Keep an album, in place of the one that this paper had."""
        seconds = PAGE_SECONDS if album.paper.startswith(("url:", "doi:")) else self._keep_seconds
        self._cache.put(f"album/{short_id(album.paper)}", album.model_dump_json().encode(), seconds)

    def get(self, paper_id: str) -> Album | None:
        """The album of a paper, by its short id; None where it is not here (any more)."""
        row = self._cache.get(f"album/{paper_id}")
        try:
            return Album.model_validate_json(row) if row else None
        except ValidationError:
            return None  # kept by another version of this program
