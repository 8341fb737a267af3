"""The paper as a model reads it: numbered stretches of whole blocks, so that a claim can say what it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from takeaways.model import Block, Document

from ..words import word_count

_MOST = 70
"""Passages of a paper at most, roughly: a number a block of a paper with 1,500 blocks would cost 4,000 tokens."""
_LEAST_WORDS = 60


class Passage(NamedTuple):
    """A stretch of the paper: the ids of its blocks, and its text as it is sent, headings of sections included."""

    blocks: tuple[str, ...]
    text: str


def passages(document: Document) -> list[Passage]:
    """Every block of a Document, once and in order; short ones stand together with their neighbours.

    Parameters
    ----------
    document : Document
        What was read.

    Returns
    -------
    list of Passage
        About 70 at most, each of a seventieth of the paper's words or 60, whichever is more.
    """
    total = sum(word_count(block.text) for section in document.sections for block in section.blocks)
    enough = max(_LEAST_WORDS, total / _MOST)
    found: list[Passage] = []
    ids: list[str] = []
    lines: list[str] = []
    words = 0
    for section in document.sections:
        if section.heading:
            lines.append(f"# {section.heading}")
        for block in section.blocks:
            ids.append(block.id)
            lines.append(_line(block, document))
            words += word_count(block.text)
            if words >= enough:
                found.append(Passage(tuple(ids), "\n".join(lines)))
                ids, lines, words = [], [], 0
    if ids:
        found.append(Passage(tuple(ids), "\n".join(lines)))
    return found


def numbered(found: Sequence[Passage], first: int = 1) -> str:
    """Passages as they stand in the prompt: each begins with its number in square brackets, on a line of its own."""
    return "\n".join(f"[{number}]\n{passage.text}" for number, passage in enumerate(found, first))


def _line(block: Block, document: Document) -> str:
    if block.table is None or block.table.figure is None:
        return block.text
    # A table's text is its cells alone: what it is called and shows stands with the figure.
    captions = (f"{one.label or ''} {one.caption or ''}".strip() for one in document.figures if one.id == block.table.figure)
    return "\n".join([*filter(None, captions), block.text])
