"""Who stands in for a provider that fails, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from takeaways.errors import NoText, ProviderFailed, TakeawaysError
from takeaways.model import Delta, Depth, Document, Event, SummaryReady
from takeaways.summarize import Embedded, Fallback


class Failing:
    """Begins, and fails."""

    engine, model, version = "openai", "m", "1"

    def __init__(self, fault: TakeawaysError) -> None:
        self._fault = fault

    def written(self, asked: str) -> str:
        return asked

    def summarize(self, document: Document, language: str, depth: Depth) -> Iterator[Event]:
        yield Delta(path="/one_sentence", text="It beg")
        raise self._fault


def test_the_other_s_summary_says_why_it_stands_there(engine: Embedded, wire_document: Document) -> None:
    fallback = Fallback(Failing(ProviderFailed("down")), engine)
    first, *rest, ready = fallback.summarize(wire_document, "zh-CN", "full")
    assert first == Delta(path="/one_sentence", text="It beg")
    assert isinstance(rest[0], Delta)
    assert (rest[0].path, rest[0].claim is not None) == ("/one_sentence", True)
    assert isinstance(ready, SummaryReady)
    making = ready.summary.making
    assert (making.engine, making.degraded, making.language) == ("embedded", "provider_failed", "en")
    *_, plain = engine.summarize(wire_document, "zh-CN", "full")
    assert isinstance(plain, SummaryReady)
    assert ready.summary.takeaways == plain.summary.takeaways


def test_it_goes_by_the_first_s_name(engine: Embedded) -> None:
    fallback = Fallback(Failing(ProviderFailed("down")), engine)
    assert (fallback.engine, fallback.model, fallback.version, fallback.written("zh-CN")) == ("openai", "m", "1", "zh-CN")


@pytest.mark.parametrize("fault", [NoText("nothing"), TakeawaysError("ours")])
def test_what_is_no_fault_of_the_provider_is_not_hidden(
    engine: Embedded, wire_document: Document, fault: TakeawaysError
) -> None:
    with pytest.raises(type(fault)):
        list(Fallback(Failing(fault), engine).summarize(wire_document, "en", "full"))
