"""What a claim is held against: the blocks it names, one after the other, and where in them its quote stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from takeaways.model import Block

from ..sentences import Span, sentences
from .amounts import Amount, amounts
from .folding import Folded, fold


class Indexed:
    """A block, and what is looked up in it again and again.

    Parameters
    ----------
    block : Block
        One of the document's.
    section : int
        Index of its section.
    around : str
        What belongs to it and stands elsewhere: its section's headings, its table's caption.
    """

    def __init__(self, block: Block, section: int, around: str) -> None:
        self.block = block
        self.section = section
        self.around = around
        self.folded: Folded = fold(block.text)

    @cached_property
    def sentences(self) -> list[Span]:
        """Its sentences; of a table, its rows."""
        if self.block.kind != "table":
            return sentences(self.block.text)
        spans, at = [], 0
        for row in self.block.text.split("\n"):
            spans.append(Span(at, at + len(row)))
            at += len(row) + 1
        return spans

    @cached_property
    def amounts(self) -> list[Amount]:
        """Its numbers."""
        return amounts(self.block.text)


@dataclass
class Passage:
    """Indexed blocks as one text. `quoted` is where the quote's sentences stand in it, `words` the quote itself."""

    parts: list[Indexed]
    quoted: Span
    words: Span
    known: str
    """Folded: what names may also come from (title, abstract, headings, captions)."""
    text: str = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.text = "\n\n".join(part.block.text for part in self.parts)
        self.starts, at = [], 0
        for part in self.parts:
            self.starts.append(at)
            at += len(part.block.text) + 2

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences of all blocks."""
        return [
            Span(start + span.start, start + span.end)
            for part, start in zip(self.parts, self.starts, strict=True)
            for span in part.sentences
        ]

    @cached_property
    def amounts(self) -> list[Amount]:
        """The numbers of all blocks, those nearest to the quote first."""
        moved = [
            Amount(one.value, one.kind, start + one.start, start + one.end, one.raw)
            for part, start in zip(self.parts, self.starts, strict=True)
            for one in part.amounts
        ]
        return sorted(moved, key=lambda one: max(self.words.start - one.end, one.start - self.words.end, 0))

    @cached_property
    def folded(self) -> str:
        """All that a name may stand in."""
        return " ".join([*(part.folded.text for part in self.parts), self.known])

    def sentence(self, at: int) -> Span:
        """The sentence around a place."""
        return next((span for span in self.sentences if span.start <= at < span.end), Span(at, at + 1))
