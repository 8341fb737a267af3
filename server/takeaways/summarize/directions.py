"""Words reduced so far that a finding told again in other words shares them: «decreased» and «lower», «correlated» and
«correlation»."""

from __future__ import annotations

from collections.abc import Iterable

_SIGNIFICANT = 6
"""Letters of a stem that count."""
_DOWN_TEXT = "decreas reduc lower fewer less drop declin diminish shrink smaller cut degrad worse slow slower"
_UP_TEXT = (
    "increas higher greater more rais improv outperform better gain exceed surpass larger boost superior best fast faster"
)
_DIRECTIONS = {word[:_SIGNIFICANT]: sign for sign, text in (("−", _DOWN_TEXT), ("+", _UP_TEXT)) for word in text.split()}

SIGNS = frozenset(_DIRECTIONS.values())


def roots(stems: Iterable[str]) -> frozenset[str]:
    """The beginnings of `stems` that are no numbers; of what goes up or down the direction alone."""
    cut = (stem[:_SIGNIFICANT] for stem in stems if not stem[0].isdigit())
    return frozenset(_DIRECTIONS.get(word, word) for word in cut)
