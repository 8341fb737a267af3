"""Metadata that was read before, so that arXiv is asked once."""

from __future__ import annotations

from pydantic import ValidationError

from ..model import Paper
from .cache import Cache

NEWEST_SECONDS = 6 * 3600
"""How long «the newest version of arXiv:X is vN» is believed: arXiv announces new versions once a day."""


class Papers:
    """Papers by source id, in a cache. The row of a version-less id is the pointer to its newest version.

    Parameters
    ----------
    cache : Cache
    keep_seconds : float
        How long a paper is remembered for the time when its server cannot be reached.
    """

    def __init__(self, cache: Cache, keep_seconds: float) -> None:
        self._cache = cache
        self._keep_seconds = keep_seconds

    def put(self, paper: Paper, source_id: str) -> None:
        """Remember a paper under its own (versioned) id and under the one it was asked for by."""
        row = paper.model_dump_json().encode()
        for name in {paper.id, source_id}:
            self._cache.put(f"paper/{name}", row, NEWEST_SECONDS)
            self._cache.put(f"last-paper/{name}", row, self._keep_seconds)

    def get(self, source_id: str) -> Paper | None:
        """The paper, while what is known of it is fresh."""
        return self._read(f"paper/{source_id}")

    def last(self, source_id: str) -> Paper | None:
        """The paper as it was last seen, however long ago."""
        return self._read(f"last-paper/{source_id}")

    def _read(self, key: str) -> Paper | None:
        row = self._cache.get(key)
        try:
            return Paper.model_validate_json(row) if row else None
        except ValidationError:
            return None  # kept by another version of this program
