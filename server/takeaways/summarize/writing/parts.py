"""Papers longer than the model's context: parts that fit, and what matters of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from takeaways.model import Claim

from ..grounding import Grounder
from ..sentences import sentences
from .answer import LISTS, NOTES, said
from .lint import tidy
from .passages import Passage

Count = Callable[[str], int]
_NOTE_TOKENS = 90
"""Of a sentence kept from a part, with its claim: what the summary of the whole is written from."""
_MOST, _LEAST = 14, 2


class Kept(NamedTuple):
    """A sentence that matters: what for, in which passage, the paper's words and the model's."""

    field: str
    passage: int
    claim: Claim


def fitted(paper: Sequence[Passage], room: int, count: Count) -> list[Passage]:
    """The same passages, those of more than `room` tokens cut between sentences (within one only where it is longer)."""
    found: list[Passage] = []
    for passage in paper:
        if count(passage.text) <= room:
            found.append(passage)
            continue
        lines: list[str] = []
        size = 0
        for piece in _pieces(passage.text, room, count):
            tokens = count(piece) + 1
            if lines and size + tokens > room:
                found.append(Passage(passage.blocks, " ".join(lines)))
                lines, size = [], 0
            lines.append(piece)
            size += tokens
        found.append(Passage(passage.blocks, " ".join(lines)))
    return found


def split(paper: Sequence[Passage], room: int, count: Count) -> list[range]:
    """Parts of a paper, as ranges of its passages, each of at most `room` tokens (a passage that is longer stands alone)."""
    parts: list[range] = []
    start, size = 0, 0
    for at, passage in enumerate(paper):
        tokens = count(passage.text) + 4
        if at > start and size + tokens > room:
            parts.append(range(start, at))
            start, size = at, 0
        size += tokens
    return [*parts, range(start, len(paper))]


def share(parts: int, room: int) -> int:
    """How many sentences of each part the summary of the whole has room for."""
    return max(_LEAST, min(_MOST, room // (_NOTE_TOKENS * parts)))


def kept(answer: Mapping[str, Any], grounder: Grounder, paper: Sequence[Passage], most: int) -> Iterator[Kept]:
    """What a model found in a part, as far as its quotes stand in the paper."""
    listed = answer.get(NOTES)
    for raw in (listed if isinstance(listed, list) else [])[:most]:
        one = said(raw)
        if one is None:
            continue
        named = [number for number in one.passages if 0 < number <= len(paper)]
        blocks = [block for number in named for block in paper[number - 1].blocks]
        claim = grounder.claim(tidy(one.text), blocks, one.quote)
        field = raw.get("for") if isinstance(raw, Mapping) else None
        if named and claim.state == "quoted":
            yield Kept(field if field in LISTS else "takeaways", named[0], claim)


def lines(found: Sequence[Kept], room: int, count: Count) -> list[str]:
    """What is sent of a long paper for its summary: a line a sentence kept, in the paper's order, none twice.

    Where there is not room for all, the claims' own words go first, then the last sentences of each kind.
    """
    by_quote = {(one.passage, one.claim.evidence.quote if one.claim.evidence else ""): one for one in reversed(found)}
    ordered = sorted(by_quote.items(), key=lambda item: item[0][0])
    told = [f"[{passage}] {one.field}: «{quote}» {one.claim.text}" for (passage, quote), one in ordered]
    if count("\n".join(told)) <= room:
        return told
    told = [f"[{passage}] {one.field}: «{quote}»" for (passage, quote), one in ordered]
    while len(told) > 1 and count("\n".join(told)) > room:
        # Every so many-th goes, so that all parts of the paper stay heard.
        step = max(2, len(told) // 8)
        told = [line for at, line in enumerate(told, 1) if at % step]
    return told


def _pieces(text: str, room: int, count: Count) -> Iterator[str]:
    for start, end in sentences(text):
        piece = text[start:end]
        # A character is a token at most in no tokenizer known, so halving ends.
        while count(piece) > room and len(piece) > 1:
            half = len(piece) // 2
            cut = piece.rfind(" ", 1, half) if piece.rfind(" ", 1, half) > 0 else half
            head, piece = piece[:cut], piece[cut:]
            yield from _pieces(head, room, count) if count(head) > room else [head]
        yield piece
