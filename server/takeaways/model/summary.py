"""What a summarizer writes: claims, each with the evidence that was checked."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, Self

from pydantic import Field, model_validator

from .base import Noun
from .document import Coverage, Flag, Place
from .paper import Paper
from .source import Depth


class Spot(Noun):
    """What the chip beside a claim says: «Abstract», «§5.2», «Table 2», «p. 7»."""

    kind: Literal["abstract", "section", "appendix", "figure", "table", "algorithm", "page"]
    number: str | None = None


class Evidence(Noun):
    """What a claim rests on: the blocks, a quote that is a verbatim substring of one, and where it stands."""

    blocks: tuple[str, ...] = Field(min_length=1)
    quote: str
    spot: Spot
    place: Place = Place()


class Reason(Noun):
    """Why a claim is unverified: a code the interface puts into words, and what it is about («28.4»).

    Not found in the evidence: `block_not_found`, `quote_not_found`, `number_not_found`, `name_not_found`. Found, but used
    otherwise than the paper does: `number_role` (it counts something else, or belongs to another), `direction_turned`
    («better» for «worse», a «not» put in or left out), `hedge_dropped` («up to», «almost», «may»).
    """

    code: Literal[
        "quote_not_found",
        "number_not_found",
        "name_not_found",
        "block_not_found",
        "number_role",
        "direction_turned",
        "hedge_dropped",
    ]
    what: str = ""


class Claim(Noun):
    """A sentence of a summary.

    `quoted`: its quote stands in the block, and every number of the claim in its evidence. It says no more than
    that: a found quote does not prove the claim.
    """

    text: str
    evidence: Evidence | None = None
    state: Literal["quoted", "unverified"]
    reason: Reason | None = None

    @model_validator(mode="after")
    def _states_are_honest(self) -> Self:
        if self.state == "quoted" and (self.evidence is None or self.reason is not None):
            raise ValueError("a quoted claim has evidence and no reason against it")
        if self.state == "unverified" and self.reason is None:
            raise ValueError("an unverified claim says why")
        return self


Claims = tuple[Claim, ...]


class Note(Noun):
    """The structured note. An empty part means that nothing was found for it; see `Summary.not_stated`."""

    background: Claims = ()
    prior_work: Claims = ()
    method: Claims = ()
    results: Claims = ()
    steps: Claims = ()
    significance: Claims = ()
    innovation: Claims = ()
    performance: Claims = ()
    workload: Claims = ()
    limitations: Claims = ()


NotePart = Literal[
    "background",
    "prior_work",
    "method",
    "results",
    "steps",
    "significance",
    "innovation",
    "performance",
    "workload",
    "limitations",
]


class Making(Noun):
    """How a summary was made."""

    engine: str
    """`embedded` (extractive: the paper's own sentences), `openai`, …"""
    model: str | None = None
    version: str
    """Of the prompt, or of the embedded engine's weights."""
    extractor: str
    depth: Depth
    language: str
    """Written; BCP 47. Another than was asked for means: the sentences are the paper's and not translated."""
    unread_language: str | None = None
    """The paper's own (`und`: it could not be told), where the engine does not read it, and shows its abstract."""
    at: datetime
    tokens_in: int = 0
    tokens_out: int = 0
    cost: float | None = None
    """In US dollars, where the price is known."""
    degraded: str | None = None
    """The code of the problem that made another engine stand in."""


class Summary(Noun):
    """A structured summary. All is Claims but the keywords and the title's translation."""

    paper: Paper
    one_sentence: Claim | None
    takeaways: Claims = ()
    keywords: tuple[str, ...] = ()
    note: Note = Note()
    not_stated: tuple[NotePart, ...] = ()
    """Empty parts of the note that the paper surely does not state: it was read whole, and nothing in it could be one."""
    title_translation: str | None = None
    coverage: Coverage
    flags: tuple[Flag, ...] = ()
    making: Making

    @model_validator(mode="after")
    def _what_is_not_stated_is_empty(self) -> Self:
        if any(getattr(self.note, part) for part in self.not_stated):
            raise ValueError("a part of the note that is not stated holds no claims")
        return self
