"""An answer that is still being written: JSON is parsed as it grows, and what is new in it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import from_json

from takeaways.errors import ProviderBroken

from .answer import LISTS, claims_of, path_of
from .nearly import as_json, without_last_commas

_LONGEST = 400_000
"""Characters of an answer: a model that repeats itself for ever is cut off."""
_STEPS = 1000
"""Parts of an answer, as it is by then, by which it grows before it is read again: else a long one is read for minutes."""


class Grown(NamedTuple):
    """More of a text that is not whole yet, at its place in the Summary."""

    path: str
    text: str


class Whole(NamedTuple):
    """A claim of which the model has written all, and all that it has written by then."""

    field: str
    at: int
    raw: Any
    so_far: dict[str, Any]


class Growing:
    """Takes an answer piece by piece. What stands before its first brace (a fence, a greeting) is passed over.

    Parameters
    ----------
    fields : sequence of str
        Whose claims are told.
    """

    def __init__(self, fields: Sequence[str] = ("one_sentence", *LISTS)) -> None:
        self._fields = fields
        self._pieces: list[str] = []
        self._length = self._read = 0
        self._told: dict[str, str] = {}
        self.so_far: dict[str, Any] = {}
        """What is whole of it."""
        self._whole: set[str] = set()

    def add(self, piece: str) -> Iterator[Grown | Whole]:
        """What a piece adds.

        Raises
        ------
        ProviderBroken
            The answer is longer than any summary.
        """
        self._pieces.append(piece)
        self._length += len(piece)
        if self._length > _LONGEST:
            raise ProviderBroken("The model wrote without end.")
        if self._length - self._read < self._length // _STEPS:
            return
        self._read = self._length
        text = self._json()
        if not text:
            return
        text = as_json(text)
        seen, self.so_far = _parsed(text, "trailing-strings"), _parsed(text, True)
        yield from self._text("title_translation", seen)
        for field in self._fields:
            ended = claims_of(self.so_far, field)
            for at, raw in enumerate(claims_of(seen, field)):
                path = path_of(field, at)
                if path in self._whole:
                    continue
                if at < len(ended) and isinstance(ended[at], Mapping) and isinstance(ended[at].get("text"), str):
                    self._whole.add(path)
                    yield Whole(field, at, ended[at], self.so_far)
                elif isinstance(raw, Mapping):
                    yield from self._more(path, raw.get("text"))

    def end(self) -> None:
        """The model has ended.

        Raises
        ------
        ProviderBroken
            Its answer is no JSON object, however patiently it is read.
        """
        self.so_far = _parsed(as_json(self._json()), True)
        if not self.so_far:
            raise ProviderBroken("The model did not answer in the form that was asked for.")

    def rest(self) -> Iterator[Whole]:
        """The claims that were not told by `add`, after the end: those in a form that was not asked for."""
        for field in self._fields:
            for at, raw in enumerate(claims_of(self.so_far, field)):
                if path_of(field, at) not in self._whole:
                    yield Whole(field, at, raw, self.so_far)

    @property
    def text(self) -> str:
        """The answer as the model wrote it, from its first brace on."""
        return self._json()

    def _text(self, field: str, seen: Mapping[str, Any]) -> Iterator[Grown]:
        yield from self._more(f"/{field}", seen.get(field))

    def _more(self, path: str, text: Any) -> Iterator[Grown]:
        known = self._told.get(path, "")
        # An escape that is half written may be read otherwise when it is whole: then nothing is told until the claim is.
        if isinstance(text, str) and len(text) > len(known) and text.startswith(known):
            self._told[path] = text
            yield Grown(path, text[len(known) :])

    def _json(self) -> str:
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        text = self._pieces[0] if self._pieces else ""
        start = text.find("{")
        return text[start:] if start >= 0 else ""


def _parsed(text: str, partial: Any) -> dict[str, Any]:
    end = len(text)
    try:
        found = from_json(text, allow_partial=partial)
    except ValueError:
        # A closing fence or words behind the last brace.
        end = text.rfind("}") + 1
        try:
            found = from_json(without_last_commas(text[:end]), allow_partial=partial)
        except ValueError:
            return {}
    return found if isinstance(found, dict) else {}
