"""Whether two spellings name the same person: accents, hyphens, and given names cut to their first letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ..model import Author

_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})


def same_person(name: str, among: Iterable[Author]) -> Author | None:
    """The one author of `among` who bears a name.

    Parameters
    ----------
    name : str
        As one source writes it: «Łukasz Kaiser».
    among : iterable of Author
        As another does: «L. Kaiser».

    Returns
    -------
    Author or None
        None where nobody does, or where the name alone does not tell two people apart.
    """
    wanted = _parts(name)
    alike = [author for author in among if _agree(wanted, _parts(author.name))]
    exact = [author for author in alike if _parts(author.name) == wanted]
    found = exact or alike
    return found[0] if len(found) == 1 else None


def _parts(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters."""
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    letters = (c if c.isalnum() else " " for c in bare if not unicodedata.combining(c) and c not in "'’`")
    return tuple("".join(letters).split())


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """The same family name, and given names that are the same as far as both are written out, the first in any case."""
    if not one or not other or "".join(one) == "".join(other):
        return bool(one) and bool(other)
    if one[-1] != other[-1] or len(one) < 2 or len(other) < 2:
        return False
    if not _may_be(one[0], other[0]):
        return False
    few, many = sorted((one[1:-1], other[1:-1]), key=len)
    return all(any(_may_be(a, b) for b in many) for a in few)


def _may_be(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
