"""The prompt: files of prompts/, filled. What never changes comes first, the paper next: providers can cache both."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import resources
from string import Template

from babel import Locale, UnknownLocaleError

from takeaways.model import Depth

from ..provider import Message
from .answer import LISTS
from .passages import Passage, numbered

_DELIMITER = re.compile(r"<(?=\s*/?\s*paper\b)", re.IGNORECASE)
_LONGEST_TITLE = 400
"""Characters; it stands beside the task, and a paper may put anything into it."""

VERSION = "1"
"""Of the files in prompts/; raised with every change of them, as summaries are kept under it (a test holds their digest)."""


def whole(paper: Sequence[Passage], depth: Depth, language: str, title: str | None, *, translating: bool) -> list[Message]:
    """The messages that ask for a summary of a paper that fits.

    Parameters
    ----------
    paper : sequence of Passage
        All of it.
    depth : {"quick", "full"}
        What was read.
    language : str
        To write in (BCP 47).
    title : str, optional
        As the source gives it; asked to be translated only.
    translating : bool
        Whether `language` is another than the paper's.
    """
    task = [_text(depth), _language(language, title, translating=translating)]
    return [_system(), _paper(numbered(paper), *task)]


def part(paper: Sequence[Passage], first: int, at: int, of: int, most: int) -> list[Message]:
    """The messages that ask what of one part (the `at`-th `of` parts, whose passages begin with number `first`) matters."""
    task = _text("part", part=str(at), parts=str(of), most=str(most), fields=", ".join(LISTS))
    return [_system(), _paper(numbered(paper, first), task)]


def notes(lines: Sequence[str], language: str, title: str | None, *, translating: bool) -> list[Message]:
    """The messages that ask for the summary of a paper of which only the sentences that matter are sent."""
    task = [_text("notes"), _text("full"), _language(language, title, translating=translating)]
    return [_system(), _paper("\n".join(lines), *task)]


def again(messages: Sequence[Message], answer: str, faults: Sequence[str]) -> list[Message]:
    """The same question after an answer that cannot stand, and what is wrong with it."""
    complaint = _text("again", faults="; ".join(faults))
    return [*messages, Message("assistant", answer), Message("user", complaint)]


def _system() -> Message:
    return Message("system", _text("system"))


def _paper(text: str, *task: str) -> Message:
    # Data cannot end the data: what looks like the delimiter is parted by a space.
    return Message("user", "\n".join(["<paper>", _DELIMITER.sub("< ", text), "</paper>", *task]))


def _language(language: str, title: str | None, *, translating: bool) -> str:
    try:
        name = f"{Locale.parse(language, sep='-').get_display_name('en')} ({language})"
    except (UnknownLocaleError, ValueError):
        name = language
    return _text(
        "translated" if translating else "same",
        language=name,
        title=_DELIMITER.sub("< ", " ".join((title or "").split())[:_LONGEST_TITLE]),
    )


def _text(file: str, **filled: str) -> str:
    text = resources.files("takeaways.summarize").joinpath(f"prompts/{file}.md").read_text(encoding="utf-8")
    # `substitute` fills once: what a title holds is never filled again.
    return Template(text.strip()).substitute(filled)
