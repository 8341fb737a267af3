"""What all nouns share."""

from __future__ import annotations

import hashlib

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """What all nouns share: they are frozen and know no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def short_id(key: str) -> str:
    """The first 20 hex digits of a key's SHA-256: how a canonical id (with its `/` and `:`) travels in a path."""
    return hashlib.sha256(key.encode()).hexdigest()[:20]
