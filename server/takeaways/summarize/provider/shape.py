"""Whether an answer begins as its schema says: some servers take a schema and do not heed it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_FENCE = re.compile(r"```[a-z]*\s+")
_KEY = re.compile(r'\{\s*"([^"\\]{0,80})"\s*:')
_ENOUGH = 120
"""Letters within which the first key has come."""


def begins_as(beginning: str, schema: Mapping[str, Any]) -> bool | None:
    """Whether a text is the beginning of an object of the schema; None while that cannot be told."""
    names = schema.get("properties")
    if not names:
        return True
    text = beginning.lstrip()
    if text.startswith("`"):
        fence = _FENCE.match(text)
        if not fence:
            return None if len(text) < 12 else False
        text = text[fence.end() :]
    if key := _KEY.match(text):
        return key[1] in names
    if text and not text.startswith("{"):
        return False
    return None if len(text) < _ENOUGH else False
