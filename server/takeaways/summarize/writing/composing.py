"""One summary in the making: asked for at once or part by part, a second time where it cannot stand."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from functools import cached_property
from typing import Any

from takeaways.errors import Provider as ProviderError
from takeaways.model import Delta, Depth, Document, PartBegun

from ..grounding import Grounder
from ..language import detect
from ..provider import Message
from . import parts, prompt
from .answer import notes_schema, path_of, schema
from .asking import Answered, Asking
from .draft import Draft
from .growing import Grown, Whole
from .lint import in_words
from .passages import Passage

_ENLARGED = 2
"""Times the room, for an answer that was cut off."""


class Composing:
    """From passages to a draft.

    Parameters
    ----------
    asking : Asking
        How the model is asked.
    read : Document
        What is summarised.
    paper : sequence of Passage
        All of it.
    language : str
        To write in (BCP 47).
    depth : {"quick", "full"}
        What was read.
    most : int
        Tokens of an answer.
    context : int
        Tokens of a prompt and its answer.

    Attributes
    ----------
    draft : Draft
        What stands of the answer.
    answer : dict
        The answer as the model gave it, for what is no claim.
    cut : bool
        The answer was cut off, though it was given more room.
    translating : bool
        The language is another than the paper's.
    """

    def __init__(
        self, asking: Asking, read: Document, paper: Sequence[Passage], language: str, depth: Depth, most: int, context: int
    ) -> None:
        self._asking = asking
        self._paper = list(paper)
        self._language = language
        self._depth = depth
        self._most = max(64, min(most, context // 3))
        self._title = read.paper.title
        self._grounder = Grounder(read, language)
        papers = read.language or detect(" ".join(passage.text for passage in self._paper[:20]))
        self.translating = papers.split("-")[0].lower() not in (language.split("-")[0].lower(), "und")
        self._schema = schema(depth, translating=self.translating)
        self.draft = self._new_draft()
        self.answer: dict[str, Any] = {}
        self.cut = False
        self._text_told = False

    @property
    def fits(self) -> bool:
        """Whether one call can hold the paper."""
        return self._asking.fits(self._whole, self._most)

    @property
    def size(self) -> int:
        """Tokens of the prompt that holds all of it."""
        return self._asking.size(self._whole)

    def at_once(self) -> Iterator[Delta]:
        """All of the paper in one call."""
        yield from self._answered(self._whole)

    def part_by_part(self, context: int) -> Iterator[PartBegun | Delta]:
        """What matters of each part is asked for first, the summary then written from that.

        Parameters
        ----------
        context : int
            Tokens of a prompt and its answer.
        """
        self._most = max(64, min(self._most, context // 3))
        asked_for_nothing = self._asking.size(prompt.part([], 1, 1, 1, 1)) + 200
        room = max(200, context - self._most - asked_for_nothing)
        self._paper = parts.fitted(self._paper, room, self._asking.count)
        ranges = parts.split(self._paper, room, self._asking.count)
        most = parts.share(len(ranges), room)
        found: list[parts.Kept] = []
        for at, part in enumerate(ranges, 1):
            begun = PartBegun(n=at, of=len(ranges))
            yield begun
            messages = prompt.part(self._paper[part.start : part.stop], part.start + 1, at, len(ranges), most)
            answered = yield from _beside(begun, self._asking.ask(messages, notes_schema(), self._most))
            found += parts.kept(answered.growing.so_far, self._grounder, self._paper, most)
        lines = parts.lines(found, room, self._asking.count)
        yield from self._answered(prompt.notes(lines, self._language, self._title, translating=self.translating))

    @cached_property
    def _whole(self) -> list[Message]:
        # Asked for by `fits`, `size` and `at_once`, and a long paper's prompt is not small; parts have prompts of their own.
        return prompt.whole(self._paper, self._depth, self._language, self._title, translating=self.translating)

    def _new_draft(self) -> Draft:
        return Draft(self._grounder, self._paper, self._language, self._depth)

    def _answered(self, messages: list[Message]) -> Iterator[Delta]:
        """Ask; once more with more room where the answer was cut off; once more where something in it cannot stand."""
        text = yield from self._attempt(messages, self._most)
        if self.cut and self._asking.fits(messages, _ENLARGED * self._most):
            text = yield from self._attempt(messages, _ENLARGED * self._most)
        if not self.draft.faults:
            return
        again = prompt.again(messages, text, in_words(self.draft.faults))
        if self._asking.fits(again, self._most):
            kept, answer, cut = self.draft, self.answer, self.cut
            try:
                yield from self._attempt(again, self._most)
            except ProviderError:
                better = False  # what the first answer had is better than nothing, and has been checked
            else:
                better = not self.draft.faults or self.draft.count > kept.count
            if not better or self.draft.count == 0:
                self.draft, self.answer, self.cut = kept, answer, cut

    def _attempt(self, messages: list[Message], most: int) -> Generator[Delta, None, str]:
        """One answer. Text as it grows is told of one answer only: it is appended to what a place holds."""
        self.draft = self._new_draft()
        growing_shown = not self._text_told
        asked = self._asking.ask(messages, self._schema, most)
        while True:
            try:
                grown = next(asked)
            except StopIteration as end:
                growing, self.cut = end.value
                break
            if isinstance(grown, Whole):
                yield from self._told(grown)
            elif growing_shown:
                self._text_told = True
                yield Delta(path=grown.path, text=grown.text)
        for whole in growing.rest():
            yield from self._told(whole)
        self.answer = growing.so_far
        return str(growing.text)

    def _told(self, whole: Whole) -> Iterator[Delta]:
        claim = self.draft.take(whole)
        if claim:
            yield Delta(path=path_of(whole.field, whole.at), claim=claim)


def _beside(begun: PartBegun, asked: Generator[Grown | Whole, None, Answered]) -> Generator[PartBegun, None, Answered]:
    """An answer that is not shown while it grows; its part is said again with each claim, as jobs stop between events."""
    while True:
        try:
            next(asked)
        except StopIteration as end:
            answered: Answered = end.value
            return answered
        yield begun
