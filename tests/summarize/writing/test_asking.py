"""What calls to a model count for in the day's budget."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from takeaways.errors import ProviderPaused, ProviderSlow, ProviderUnreachable, TakeawaysError
from takeaways.model import Document, PartBegun
from takeaways.summarize.provider import Budget, Finish
from takeaways.summarize.writing.asking import Price
from takeaways.summarize.writing.writer import Writer

from ..conftest import NOW
from .conftest import Memory
from .scribe import Scripted


@pytest.mark.parametrize(
    ("fault", "read"), [(ProviderPaused(), False), (ProviderUnreachable(), False), (ProviderSlow(), True)]
)
def test_what_no_model_has_read_is_not_spent(paper: Document, fault: TakeawaysError, read: bool) -> None:
    budget = Budget(Memory(), 0)
    writer = Writer(Scripted(fault), most=400, budget=budget, price=Price(), extractor="7", clock=lambda: NOW)
    with pytest.raises(type(fault)):
        list(writer.summarize(paper, "en", "full"))
    assert (budget.spent() > 0) is read


def test_a_reader_who_leaves_gives_back_what_was_held(paper: Document) -> None:
    budget = Budget(Memory(), 0)
    writer = Writer(Scripted(), most=4000, budget=budget, price=Price(), extractor="7", clock=lambda: NOW)
    events = writer.summarize(paper, "en", "full")
    next(events)
    held = budget.spent()
    events.close()  # type: ignore[attr-defined]
    assert 0 < budget.spent() < held - 3000


def test_a_reader_may_leave_in_the_middle_of_a_part(paper: Document) -> None:
    """A job looks whether it was stopped with each event."""
    given: list[object] = []

    class Watched(Scripted):
        def stream(self, *args: Any, **named: Any) -> Iterator[str | Finish]:
            for piece in super().stream(*args, **named):
                given.append(piece)
                yield piece

    budget, provider = Budget(Memory(), 0), Watched(context=2200)
    writer = Writer(provider, most=300, budget=budget, price=Price(), extractor="7", clock=lambda: NOW)
    events = writer.summarize(paper, "en", "full")
    first, second = next(events), next(events)
    assert isinstance(first, PartBegun)
    assert first == second
    events.close()  # type: ignore[attr-defined]
    assert len(provider.calls) == 1
    assert not any(isinstance(piece, Finish) for piece in given)
