"""Patterns with a cheap test before them: which bits of text a match cannot do without.

Most sentences hold none of the words that a pattern of cue phrases looks for. Looking for the words themselves (`in`) takes
a tenth of the time that the pattern takes to find nothing, and a full summary asks some eighty patterns of every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Needs = list[frozenset[str]]
"""Of every set at least one text stands in whatever matches."""

_MOST_WORDS = 48
_MOST_SETS = 3
_LITERAL_ESCAPES = frozenset(".|()[]{}*+?^$\\-/ &%#~,:;'\"!<>=@`")


class Phrase:
    """A pattern that is only tried where it can match; it finds exactly what the pattern finds.

    Parameters
    ----------
    pattern : str
        A regular expression without flags of its own, names of groups or back references aside.
    ignore_case : bool
        Whether it matches capitals and small letters alike.
    """

    def __init__(self, pattern: str, *, ignore_case: bool = True) -> None:
        self._ignore_case = ignore_case
        self.pattern = re.compile(pattern, re.IGNORECASE if ignore_case else 0)
        self._alternatives = tuple(_ordered(found, ignore_case) for found in _joined(alternatives(pattern)))

    def may(self, text: str, low: str | None = None) -> bool:
        """Whether a match is possible; `low` is `text.lower()`, where the caller has it."""
        looked = text if not self._ignore_case else text.lower() if low is None else low
        for sets in self._alternatives:
            for texts in sets:
                for needed in texts:
                    if needed in looked:
                        break
                else:
                    break
            else:
                return True
        return False

    def search(self, text: str, low: str | None = None) -> re.Match[str] | None:
        """The first match in `text`, as `re.Pattern.search` finds it."""
        return self.pattern.search(text) if self.may(text, low) else None

    def count(self, text: str, low: str | None = None) -> int:
        """How many matches there are that do not overlap."""
        return sum(1 for _ in self.pattern.finditer(text)) if self.may(text, low) else 0

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """`text` with every match replaced, as `re.Pattern.sub` does it."""
        return self.pattern.sub(replacement, text) if self.may(text) else text


def alternatives(pattern: str) -> list[Needs]:
    """For each alternative of `pattern`, what every match of it holds; empty where nothing can be said."""
    found, end = _branches(pattern, 0)
    if end != len(pattern):
        raise ValueError(f"a bracket too many at {end} of {pattern}")
    return found


def _joined(found: list[Needs]) -> list[Needs]:
    """The same, alternatives that need one set only as one: it is the quicker to go through."""
    single = [sets for sets in found if len(sets) == 1]
    if len(single) < 2:
        return found
    return [[frozenset[str]().union(*(sets[0] for sets in single))], *(sets for sets in found if len(sets) != 1)]


def _ordered(found: Needs, ignore_case: bool) -> tuple[tuple[str, ...], ...]:
    """The smallest sets, the smallest first: it is the quickest to fail."""
    sets = [sorted({text.lower() for text in texts} if ignore_case else texts) for texts in found]
    return tuple(map(tuple, sorted(sets, key=len)[:_MOST_SETS]))


def _branches(pattern: str, at: int) -> tuple[list[Needs], int]:
    """What each alternative up to a closing bracket needs, and where that stands."""
    branches: list[Needs] = []
    while True:
        found, at = _sequence(pattern, at)
        branches.append(found)
        if pattern[at : at + 1] != "|":
            return branches, at
        at += 1


def _common(branches: list[Needs]) -> Needs:
    """What all alternatives of a bracket need together."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    # Of each alternative the set that says most: long texts, and few of them.
    told = frozenset[str]().union(*(max(branch, key=_worth) for branch in branches))
    return _useful([told])


def _worth(texts: frozenset[str]) -> tuple[int, int]:
    return min(4, min(map(len, texts))), -len(texts)


def _useful(found: Needs) -> Needs:
    """Without sets that are too long or hold too short texts; without texts that hold another of their set."""
    kept = [frozenset(text for text in texts if not any(o != text and o in text for o in texts)) for texts in found]
    return [texts for texts in kept if 0 < len(texts) <= _MOST_WORDS and all(map(_is_telling, texts))]


def _is_telling(text: str) -> bool:
    """Whether few sentences hold it: two letters at least, or a sign."""
    return len(text) > 1 or (len(text) == 1 and not text.isalnum() and not text.isspace())


def _sequence(pattern: str, at: int) -> tuple[Needs, int]:
    """What one alternative needs, and where it ends."""
    found: Needs = []
    run = ""
    while at < len(pattern) and pattern[at] not in "|)":
        inner: Needs = []
        literal = ""
        if pattern[at] == "(":
            inner, at = _group(pattern, at)
        elif pattern[at] == "[":
            at = _class(pattern, at)
        elif pattern[at] == "\\":
            literal = pattern[at + 1] if pattern[at + 1] in _LITERAL_ESCAPES else ""
            at += 2
        else:
            literal = "" if pattern[at] in ".^$" else pattern[at]
            at += 1
        least, after = _times(pattern, at)
        if literal and after == at:
            run += literal
            continue
        # What is repeated, or no text of its own, ends the run of literal text.
        found.append(frozenset([run + literal if least else run]))
        run, at = "", after
        if least:
            found += inner
    found.append(frozenset([run]))
    return _useful(found), at


def _group(pattern: str, at: int) -> tuple[Needs, int]:
    """What a bracket needs (nothing, if it only looks around), and where the text behind it begins."""
    opening = re.compile(r"\((?:\?(?::|P<\w+>|(?P<looks><?[=!])))?").match(pattern, at)
    assert opening is not None
    inner, end = _branches(pattern, opening.end())
    return ([] if opening["looks"] else _common(inner)), end + 1


def _class(pattern: str, at: int) -> int:
    """Where the text behind a class of characters begins."""
    found = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL).match(pattern, at)
    assert found is not None
    return found.end()


def _times(pattern: str, at: int) -> tuple[int, int]:
    """How often at least what stands before `at` must occur, and where its quantifier ends."""
    found = re.compile(r"(?:([?*+])|\{(\d*)(?:,\d*)?\})[?+]?").match(pattern, at)
    if not found:
        return 1, at
    least = (1 if found[1] == "+" else 0) if found[1] else int(found[2] or 0)
    return least, found.end()
