"""What a reader sees while waiting."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Noun
from .paper import Paper
from .summary import Claim, Summary


class Problem(Noun):
    """What went wrong and what to do, as `application/problem+json` (RFC 9457)."""

    type: str
    code: str
    title: str
    status: int
    detail: str
    action: str
    """What the reader can do, a sentence."""
    retryable: bool
    retry_after: float | None = None
    """Seconds."""


class Stage(Noun):
    """The pipeline has come to its `n`-th of `of` stages."""

    type: Literal["stage"] = "stage"
    job: str
    name: Literal["resolve", "fetch", "extract", "summarize"]
    n: int
    of: int


class PaperFound(Noun):
    """The metadata is known."""

    type: Literal["paper"] = "paper"
    paper: Paper


class Preview(Noun):
    """The embedded summary of the abstract, while the paper is being read."""

    type: Literal["preview"] = "preview"
    summary: Summary


class Delta(Noun):
    """A piece of the summary: `text` is appended at `path` (RFC 6901); with `claim`, the whole claim stands there."""

    type: Literal["delta"] = "delta"
    path: str
    text: str = ""
    claim: Claim | None = None


class PartBegun(Noun):
    """A model has begun to read the `n`-th of `of` parts of a paper longer than it reads at once."""

    type: Literal["part"] = "part"
    n: int
    of: int


class SummaryReady(Noun):
    """The end of a job that went well. `id` is what `GET /api/v1/summaries/<id>` takes."""

    type: Literal["summary"] = "summary"
    id: str
    summary: Summary


class Failed(Noun):
    """The end of a job that did not. Written by `jobs` only."""

    type: Literal["failed"] = "failed"
    problem: Problem


class Retry(Noun):
    """The service is stopping: ask again after so many seconds."""

    type: Literal["retry"] = "retry"
    after: float


Event = Annotated[
    Stage | PaperFound | Preview | PartBegun | Delta | SummaryReady | Failed | Retry, Field(discriminator="type")
]
