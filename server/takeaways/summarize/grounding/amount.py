"""A number of a text."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Kind = Literal["plain", "percent", "times", "word", "label"]


@dataclass(frozen=True)
class Amount:
    """A number: `text[start:end]` with its unit. A `word` («three») is plain; a `label` numbers a table or its like."""

    value: Fraction
    kind: Kind
    start: int
    end: int
    raw: str

    @property
    def year(self) -> bool:
        """Whether it may be one: then it counts nothing."""
        return self.kind == "plain" and self.value.denominator == 1 and 1900 <= self.value <= 2100 and "," not in self.raw
