"""One question and its answer, as the writer asks it: what the tests of this room share."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any

from takeaways.summarize.provider import Finish, Message, OpenAICompatible, Retries
from tests.loopback_provider import LoopbackProvider

SCHEMA: dict[str, Any] = {"type": "object", "properties": {"claim": {"type": "string"}}, "required": ["claim"]}
TEXT = '{"claim": "Attention is all you need: 28.4 BLEU, 注意力机制。"}'
PROMPT = (Message("system", "In JSON."), Message("user", "A paper."))


class Waits:
    """Sleeps that take no time, and are kept; a clock that they move."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def retries(self, chance: Callable[[], float] = lambda: 0.0) -> Retries:
        return Retries(clock=self.clock, sleep=self.sleep, chance=chance)


def model(provider: LoopbackProvider, waits: Waits | None = None, **given: Any) -> OpenAICompatible:
    """A model at a loopback provider, whose retries take no time."""
    waits = waits or Waits()
    defaults = {"base_url": provider.url, "api_key": None, "model": "loopback", "context": 8192}
    return OpenAICompatible(**{**defaults, "clock": waits.clock, "retries": waits.retries(), **given})


def ask(ours: OpenAICompatible, pieces: list[str] | None = None, **given: Any) -> tuple[str, Finish]:
    """The text and the end of one answer; `pieces` keeps what came before a failure."""
    got: list[str] = [] if pieces is None else pieces
    for piece in ours.stream(PROMPT, schema=SCHEMA, schema_name="summary", most=500, **given):
        if isinstance(piece, Finish):
            return "".join(got), piece
        got.append(piece)
    raise AssertionError("no end")


def asked(provider: LoopbackProvider, **given: Any) -> tuple[str, Finish]:
    """The text and the end of the only answer."""
    with closing(model(provider, **given)) as ours:
        return ask(ours)
