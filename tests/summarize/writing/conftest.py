"""A paper of ours, and a writer around a scripted provider."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.model import Delta, Document, Summary, SummaryReady
from takeaways.summarize.provider import Budget
from takeaways.summarize.writing.asking import Price
from takeaways.summarize.writing.writer import Writer

from ..conftest import NOW, document
from .scribe import Scripted

PLACES = ("Umeå", "Porto", "Turku", "Aarhus", "Graz", "Ghent", "Lugo", "Varna", "Bergen", "Pisa", "Lviv", "Brno", "Nantes",
          "Kaunas", "Leipzig", "Zadar", "Tartu", "Vigo", "Bari", "Split")  # fmt: skip


class Memory:
    """A ledger of one day."""

    def __init__(self) -> None:
        self.tokens = 0

    def spent(self, day: int) -> int:
        return self.tokens

    def add(self, day: int, tokens: int, most: int | None = None) -> bool:
        if most is not None and self.tokens + tokens > most:
            return False
        self.tokens += tokens
        return True


@pytest.fixture
def paper() -> Document:
    """Twenty sections, each with a sentence of its own number and place, of about sixty words."""
    filler = " ".join(
        ["The wind of that valley was low and the recorder was placed under the oldest pine of the slope."] * 3
    )
    body = [
        (
            f"{at} Roost of {place}",
            f"The roost of {place} held {100 + 7 * at} ravens at dusk in the winter of the study. {filler}",
        )
        for at, place in enumerate(PLACES, 1)
    ]
    abstract = "We present RavenCount, which estimates the size of a raven flock from one microphone at 20 roosts. " + filler
    made = document(("Abstract", abstract), *body, title="Counting Ravens by Their Voices")
    return made.model_copy(update={"language": "en"})


@pytest.fixture
def budget() -> Budget:
    return Budget(Memory(), 0)


@pytest.fixture
def write(budget: Budget) -> Callable[..., tuple[Summary, list[Delta]]]:
    """The summary and the deltas before it."""

    def run(
        provider: Scripted, paper: Document, language: str = "en", depth: str = "full", most: int = 4000
    ) -> tuple[Summary, list[Delta]]:
        writer = Writer(provider, most=most, budget=budget, price=Price(1.0, 2.0), extractor="7", clock=lambda: NOW)
        *deltas, ready = writer.summarize(paper, language, depth)  # type: ignore[arg-type]
        assert isinstance(ready, SummaryReady)
        return ready.summary, [delta for delta in deltas if isinstance(delta, Delta)]

    return run
