"""What tells a challenge: words of lack, difficulty and contrast, about others, before the paper speaks of itself."""

from __future__ import annotations

from collections.abc import Sequence

from .features import Features, Line


def _table(text: str) -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Of a group («name: words …;») its words, and, with a star, the beginnings of its words."""
    rows = (group.split() for group in text.split(";") if group.strip())
    return {
        name.rstrip(":"): (
            frozenset(word for word in words if not word.endswith("*")),
            tuple(word[:-1] for word in words if word.endswith("*")),
        )
        for name, *words in rows
    }


_GROUPS = _table(
    """
    contrast: however but although though yet despite while whereas nevertheless unfortunately contrast instead;
    lack: cannot unable insufficient absence without little few rarely not bottleneck costly expensive
        lack* limit* suffer* fail* scarc* ignor* neglect* overlook* miss* poor* requir* consuming*;
    difficulty: hard trivial unclear unexplored explored gap
        challeng* difficult* problem* issue* complex* ambigu* remain* drawback* shortcoming*;
    own: we our i;
    others: existing previous prior current recent most traditional conventional
    """
)
_WEIGHT = 2.0
"""There are a few dozen of these among thousands of n-grams, and the penalty must not take them for noise."""
_FAR = 4


def tension(sentences: Sequence[Line], part: str) -> list[Features]:
    """For each sentence of one part of a paper, the signs of a challenge; their names begin with «?».

    Parameters
    ----------
    sentences : sequence of Line
        That part, whole and in order.
    part : str
        `abstract`, `introduction` or `conclusion`.
    """
    told = [_groups(line) for line in sentences]
    first = next((at for at, groups in enumerate(told) if "own" in groups), len(told))
    found: list[Features] = []
    for at, groups in enumerate(told):
        distance = max(-_FAR, min(_FAR, first - at))
        names = [f"?{group}" for group in groups] + [f"?{group} {part}" for group in groups]
        names += [f"?to own {distance}", f"?to own {part} {distance}"]
        if {"contrast", "lack"} <= groups:
            names.append("?contrast and lack")
        if "own" not in groups and groups & {"lack", "difficulty"}:
            names += ["?lack of others", f"?lack of others {part}"]
        if distance > 0:
            names.append("?before own")
        if at:
            names += [f"?before {group}" for group in told[at - 1]]
        if at + 1 < len(told):
            names += [f"?after {group}" for group in told[at + 1]]
        found.append(dict.fromkeys(sorted(names), _WEIGHT))
    return found


def _groups(line: Line) -> set[str]:
    words = set(line.words)
    return {
        group
        for group, (whole, beginnings) in _GROUPS.items()
        if not whole.isdisjoint(words) or (beginnings and any(word.startswith(beginnings) for word in words))
    }
