"""What kind of thing a table's cell says: words, a number, nothing."""

from __future__ import annotations

import re
from enum import Enum

_SIGNS = {r"\times": "×", r"\cdot": "·", r"\pm": "±", r"\%": "%", r"\sim": "~", r"\approx": "~"}
_MARKUP = re.compile(r"\\[a-zA-Z]+|[${}_^*†‡§\\]")
_NUMBER = re.compile(r"\s*[(\[~≈<>≤≥+\-−–±£€¥]{0,3}\s*[.]?\d")
_NOTHING = re.compile(r"[-–—−.?…*†‡✓✔✗✘×·\s]*|n/?a\.?|yes|no|none|nan|tbd|oom", re.I)
_UNIT = 3
"""Letters that may stand beside a number: «8.1M», «12 ms», «10 min»; more make it words («12 layers»)."""


class Value(Enum):
    """The kind of a cell."""

    NOTHING = 0
    """A dash, a tick, «n/a»: it may stand among numbers or among words."""
    WORDS = 1
    NUMBER = 2


def value_of(text: str) -> Value:
    """The kind of a cell, by its text with mathematics as TeX.

    A number may have its unit and its spread: «8.1M», «$6.84\\pm 0.07$», «28.9M (35.6%)»; «BLEU-4» and «$O(1)$» are words.
    """
    if _NOTHING.fullmatch(text):
        return Value.NOTHING
    for command, sign in _SIGNS.items():
        text = text.replace(command, sign)
    bare = _MARKUP.sub(" ", text)
    return Value.NUMBER if _NUMBER.match(bare) and sum(map(str.isalpha, bare)) <= _UNIT else Value.WORDS
