"""When a request is tried again, and how long is waited: told by a clock that only the waits move."""

from __future__ import annotations

import email.utils
import time
from contextlib import closing

import pytest

from takeaways import errors
from takeaways.summarize.provider import Retries
from takeaways.summarize.provider.faults import retry_after
from tests.loopback_provider import LoopbackProvider, refuse
from tests.summarize.provider.asking import TEXT, Waits, ask, asked, model


def test_a_busy_server_is_waited_for_as_long_as_it_says() -> None:
    waits = Waits()
    with LoopbackProvider(TEXT, faults=[refuse(429, headers={"Retry-After": "7"})]) as provider:
        assert asked(provider, waits=waits)[0] == TEXT
    assert waits.slept == [7.0]


def test_without_a_time_waits_double() -> None:
    waits = Waits()
    with LoopbackProvider(TEXT, faults=[refuse(429)] * 4) as provider:
        assert asked(provider, waits=waits, retries=waits.retries(lambda: 1.0))[0] == TEXT
    assert waits.slept == [0.5, 1.0, 2.0, 4.0]


def test_waits_differ_by_chance_and_have_an_end() -> None:
    waits = Waits()
    ours = waits.retries(lambda: 0.5)
    assert all(ours.wait(errors.ProviderBusy(), tried, 1e9) for tried in range(1, 5))
    assert not ours.wait(errors.ProviderBusy(), 5, 1e9)
    assert waits.slept == [0.375, 0.75, 1.5, 3.0]


def test_who_asks_for_much_patience_is_not_waited_for() -> None:
    waits = Waits()
    with LoopbackProvider(TEXT, faults=[refuse(429, headers={"Retry-After": "120"})]) as provider:
        with pytest.raises(errors.ProviderBusy) as caught:
            asked(provider, waits=waits)
        assert len(provider.requests) == 1
    assert caught.value.retry_after == 120
    assert waits.slept == []


def test_waits_stay_within_the_deadline() -> None:
    waits = Waits()
    faults = [refuse(429, headers={"Retry-After": "20"})] * 9
    with LoopbackProvider(TEXT, faults=faults) as provider, closing(model(provider, waits, seconds=45)) as ours:
        with pytest.raises(errors.ProviderBusy):
            ask(ours)
        assert waits.slept == [20, 20]
        with pytest.raises(errors.ProviderBusy):
            ask(ours, deadline=waits.now + 15)
        assert len(provider.requests) == 4


def test_an_answer_that_was_paid_for_is_asked_for_twice_at_most() -> None:
    retries = Retries(sleep=lambda seconds: None)
    assert retries.wait(errors.ProviderBroken(), 1, 1e12)
    assert not retries.wait(errors.ProviderBroken(), 2, 1e12)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after-ms": "250", "retry-after": "1"}, 0.25),
        ({"retry-after": email.utils.formatdate(1_000_090, usegmt=True)}, 90.0),
        ({"retry-after": email.utils.formatdate(999_000, usegmt=True)}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-4"}, None),
        ({"retry-after-ms": "soon"}, None),
        ({}, None),
    ],
)
def test_a_time_to_wait_is_read_in_all_its_forms(headers: dict[str, str], seconds: float | None) -> None:
    assert retry_after(headers, lambda: 1_000_000.0) == seconds


def test_a_date_to_wait_for_is_heeded() -> None:
    waits = Waits()
    header = {"Retry-After": email.utils.formatdate(time.time() + 20, usegmt=True)}
    with LoopbackProvider(TEXT, faults=[refuse(503, headers=header)]) as provider:
        assert asked(provider, waits=waits)[0] == TEXT
    assert len(waits.slept) == 1
    assert 1 < waits.slept[0] <= 20
