"""What every engine is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from takeaways.model import Depth, Document, Event


class Summarizer(Protocol):
    """Writes summaries. `engine`, `model` and `version` are part of a summary's key."""

    @property
    def engine(self) -> str:
        """Which kind of writer: `embedded`, `openai`, …"""

    @property
    def model(self) -> str | None:
        """Which model, where the engine has several."""

    @property
    def version(self) -> str:
        """Of the prompt, the weights or the rules."""

    def written(self, asked: str) -> str:
        """The language it will write in when `asked` for one (BCP 47)."""

    def summarize(self, document: Document, language: str, depth: Depth) -> Iterator[Event]:
        """`Delta`s as they come, then one `SummaryReady` with an empty id. Raises the errors of errors.py."""
