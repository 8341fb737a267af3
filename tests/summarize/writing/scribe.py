"""A provider that writes by script, and a scribe that answers any prompt of ours with the paper's own sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from takeaways.summarize.provider import Finish, Message
from takeaways.summarize.writing.answer import NOTE

Answer = str | Exception | Callable[[Sequence[Message]], str]


def numbered(prompt: str) -> dict[int, str]:
    """The passages of a prompt, by their numbers."""
    paper = prompt.partition("<paper>\n")[2].rpartition("\n</paper>")[0]
    parts = re.split(r"^\[(\d+)\](?:\n| \w+: )", paper, flags=re.MULTILINE)[1:]
    return {int(number): text.strip() for number, text in zip(parts[::2], parts[1::2], strict=True)}


def claim(number: int, text: str, said: str | None = None) -> dict[str, Any]:
    """A true claim: a passage's first sentence, quoted by its first words."""
    if note := re.match("«(.+?)»", text):  # of a long paper: a sentence that was kept
        text = note[1]
    line = next(line for line in text.splitlines() if not line.startswith("# "))
    sentence = re.split(r"(?<=[a-z\d)]\.)\s", line)[0]
    return {"blocks": [number], "quote": " ".join(sentence.split()[:12]), "text": said or sentence}


def answer(messages: Sequence[Message]) -> str:
    """A summary, or the notes of a part, made of the prompt's passages."""
    found = [claim(number, text) for number, text in numbered(messages[1].content).items()]
    if '"claims"' in messages[1].content:
        return json.dumps({"claims": [{"for": "results", **one} for one in found]})
    written: dict[str, Any] = {"one_sentence": found[0], "takeaways": found[1:6], "keywords": ["ravens", "microphones"]}
    return json.dumps(written | {part: found[6 + at : 7 + at] for at, part in enumerate(NOTE)}, ensure_ascii=False)


def changed(change: Callable[[dict[str, Any], dict[int, str]], None]) -> Callable[[Sequence[Message]], str]:
    """The scribe's answer after a change."""

    def give(messages: Sequence[Message]) -> str:
        written = json.loads(answer(messages))
        change(written, numbered(messages[1].content))
        return json.dumps(written, ensure_ascii=False)

    return give


class Scripted:
    """A provider that gives these answers in turn, in pieces, the last again and again."""

    model = "scripted"
    name = "script"

    def __init__(self, *answers: Answer, context: int = 100_000, piece: int = 7, cut_at: int | None = None) -> None:
        self.context = context
        self.calls: list[list[Message]] = []
        self.most: list[int] = []
        self._answers = answers or (answer,)
        self._piece = piece
        self._cut_at = cut_at
        self.late_fault: Exception | None = None
        """What the first call ends with, after all of its text."""

    def count(self, text: str) -> int:
        return len(text) // 4 + 1

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any],
        schema_name: str,
        most: int,
        deadline: float | None = None,
    ) -> Iterator[str | Finish]:
        self.calls.append(list(messages))
        self.most.append(most)
        given = self._answers[min(len(self.calls), len(self._answers)) - 1]
        if isinstance(given, Exception):
            raise given
        text = given(messages) if callable(given) else given
        cut = self._cut_at is not None and most <= self._cut_at
        if cut:
            text = text[: len(text) // 2]
        for at in range(0, len(text), self._piece):
            yield text[at : at + self._piece]
        if self.late_fault and len(self.calls) == 1:
            raise self.late_fault
        sent = sum(self.count(message.content) for message in messages)
        yield Finish("length" if cut else "stop", sent, self.count(text), 0, "json_schema", "scripted-1")
