"""Lists of the front that are no part of the text: keywords are kept, classifications are not."""

from __future__ import annotations

import re
from typing import Literal

from .lines import Line
from .patterns import CLASSIFICATION, KEYWORDS
from .roles import follows
from .words import Vocabulary, running


class Keywords:
    """Takes the lines of keyword lists, led by the word itself or under a heading of their own.

    Parameters
    ----------
    vocabulary : Vocabulary
        Of the whole document.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._lines: list[Line] = []
        self._under: Literal["keywords", "notice"] | None = None

    def heads(self, line: Line, text: str) -> bool:
        """Whether a heading announces such a list; any other heading ends it."""
        self._under = None
        if line.page < 3 and CLASSIFICATION.match(text):
            self._under = "keywords" if KEYWORDS.match(text) and not self._lines else "notice"
        return self._under is not None

    def take(self, line: Line, fresh: bool) -> bool:
        """Take a line if it belongs to a list.

        Parameters
        ----------
        line : Line
        fresh : bool
            No paragraph is open that it could go on.
        """
        if self._under == "notice":
            return True
        if self._under == "keywords" and (not self._lines or follows(self._lines[-1], line, 1.6)):
            self._lines.append(line)
            return True
        self._under = None
        led = not self._lines and line.page == 1 and KEYWORDS.match(line.text) is not None
        if led or (self._lines and fresh and follows(self._lines[-1], line, 1.3)):
            self._lines.append(line)
            return True
        return False

    @property
    def words(self) -> tuple[str, ...]:
        """The keywords."""
        text = KEYWORDS.sub("", running(self._lines, self._vocabulary), count=1)
        return tuple(part.strip(" .") for part in re.split(r"[;,·•]", text) if part.strip(" ."))
