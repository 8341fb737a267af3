"""A server that fails again and again is left alone for a while, and then tried once."""

from __future__ import annotations

import threading
from contextlib import closing

import pytest

from takeaways.errors import ProviderFailed, ProviderPaused
from takeaways.summarize.provider import Breaker
from tests.loopback_provider import LoopbackProvider, refuse
from tests.summarize.provider.asking import TEXT, Waits, ask, model


def failed(breaker: Breaker, times: int = 1) -> None:
    for _ in range(times):
        breaker.enter()
        breaker.failed()


def test_five_failures_in_a_minute_open_it_for_a_minute() -> None:
    waits = Waits()
    breaker = Breaker(clock=waits.clock)
    failed(breaker, 4)
    assert breaker.state == "closed"
    failed(breaker)
    assert breaker.state == "open"
    waits.sleep(20)
    with pytest.raises(ProviderPaused) as caught:
        breaker.enter()
    assert caught.value.retry_after == 40


def test_failures_far_apart_or_with_an_answer_between_do_not() -> None:
    waits = Waits()
    breaker = Breaker(clock=waits.clock)
    for _ in range(12):
        failed(breaker)
        waits.sleep(16)
    breaker.succeeded()
    failed(breaker, 4)
    breaker.enter()
    breaker.succeeded()
    failed(breaker, 4)
    assert breaker.state == "closed"


def test_one_may_try_and_its_answer_decides() -> None:
    waits = Waits()
    breaker = Breaker(clock=waits.clock)
    failed(breaker, 5)
    waits.sleep(60)
    assert breaker.state == "half-open"
    breaker.enter()
    with pytest.raises(ProviderPaused):
        breaker.enter()
    breaker.failed()
    assert breaker.state == "open"
    waits.sleep(60)
    breaker.enter()
    breaker.left()
    breaker.enter()
    breaker.succeeded()
    assert breaker.state == "closed"
    breaker.enter()


def test_of_many_one_may_try() -> None:
    waits = Waits()
    breaker = Breaker(clock=waits.clock)
    failed(breaker, 5)
    waits.sleep(60)
    entered: list[bool] = []
    together = threading.Barrier(12)

    def tries() -> None:
        together.wait()
        try:
            breaker.enter()
        except ProviderPaused:
            entered.append(False)
        else:
            entered.append(True)

    threads = [threading.Thread(target=tries) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert entered.count(True) == 1


def test_a_model_whose_server_fails_is_asked_no_more_until_it_may_have_recovered() -> None:
    waits = Waits()
    with (
        LoopbackProvider(TEXT, faults=[refuse(500)] * 5) as provider,
        closing(model(provider, waits)) as ours,
    ):
        with pytest.raises(ProviderFailed):
            ask(ours)
        with pytest.raises(ProviderPaused):
            ask(ours)
        assert len(provider.requests) == 5
        with pytest.raises(ProviderPaused):
            ask(ours)
        assert len(provider.requests) == 5
        waits.sleep(60)
        assert ask(ours)[0] == TEXT
        assert ours.breaker.state == "closed"


def test_a_key_that_is_refused_opens_nothing() -> None:
    with LoopbackProvider(TEXT, faults=[refuse(401)] * 9) as provider, closing(model(provider)) as ours:
        for _ in range(9):
            with pytest.raises(Exception, match="401"):
                ask(ours)
        assert ask(ours)[0] == TEXT
