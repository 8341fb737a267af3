"""What a claim is held against: the blocks it names, one after the other, and where in them its quote stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from takeaways.model import Block, Spot

from ..sentences import Span, sentences
from .amounts import Amount, amounts
from .folding import Folded, fold
from .wording import Word, words


class Indexed:
    """A block, and what is looked up in it again and again.

    Parameters
    ----------
    block : Block
        One of the document's.
    spot : Spot
        What the chip beside a claim says of it.
    around : str
        What belongs to it and stands elsewhere: its section's headings, its table's caption.
    """

    def __init__(self, block: Block, spot: Spot, around: str) -> None:
        self.block = block
        self.spot = spot
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
    said: dict[Span, list[Word]] = field(init=False, default_factory=dict)

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
    def own(self) -> str:
        """The blocks, folded."""
        return " ".join(part.folded.text for part in self.parts)

    @cached_property
    def folded(self) -> str:
        """All that a name may stand in, folded."""
        return f"{self.own} {self.known}"

    def scope(self, given: Iterable[Amount]) -> list[Span]:
        """The sentences that a claim is about: those of its quote, and those where its numbers stand."""
        spans = [span for span in self.sentences if span.start < self.quoted.end and self.quoted.start < span.end]
        for one in given:
            if not any(span.start <= one.start < span.end for span in spans):
                spans.append(self.sentence(one.start))
        return spans

    def words_around(self, amount: Amount) -> tuple[list[Word], int]:
        """The words of the sentence that a number stands in, and where in that sentence it does."""
        span = self.sentence(amount.start)
        if span not in self.said:
            self.said[span] = words(self.text[span.start : span.end])
        return self.said[span], amount.start - span.start

    def sentence(self, at: int) -> Span:
        """The sentence around a place."""
        return next((span for span in self.sentences if span.start <= at < span.end), Span(at, at + 1))
