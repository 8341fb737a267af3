"""A day's tokens, over the real store."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from takeaways.errors import BudgetSpent
from takeaways.store import Database, Tokens
from takeaways.summarize.provider import Budget

NOON = 20_000 * 86_400 + 43_200


class Clock:
    now = float(NOON)

    def __call__(self) -> float:
        return self.now


def budget(folder: Path, daily: int, clock: Clock | None = None) -> Budget:
    """As one process has it."""
    return Budget(Tokens(Database(folder / "db")), daily, clock or Clock())


def test_what_one_process_spends_is_missing_in_the_other(tmp_path: Path) -> None:
    service, cli = budget(tmp_path, 1000), budget(tmp_path, 1000)
    with service.hold(600) as held:
        held.use(250)
        held.use(50)
        assert cli.left() == 400
        with pytest.raises(BudgetSpent) as caught, cli.hold(500):
            pytest.fail("it was let in")
    assert (cli.spent(), cli.left()) == (300, 700)
    assert caught.value.retry_after == 43_200
    assert "400 of 1,000" in caught.value.detail


def test_a_summary_that_failed_gives_back_what_it_did_not_use(tmp_path: Path) -> None:
    tokens = budget(tmp_path, 1000)

    def summary() -> None:
        with tokens.hold(900) as held:
            held.use(100)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        summary()
    assert tokens.left() == 900


def test_a_new_day_has_a_new_budget_and_the_old_one_settles_its_own(tmp_path: Path) -> None:
    clock = Clock()
    tokens = budget(tmp_path, 1000, clock)
    with tokens.hold(1000) as held:
        held.use(1000)
        clock.now += 86_400
        assert tokens.left() == 1000
    assert tokens.left() == 1000
    clock.now -= 86_400
    assert tokens.left() == 0


def test_without_a_limit_tokens_are_counted_all_the_same(tmp_path: Path) -> None:
    tokens = budget(tmp_path, 0)
    with tokens.hold(10**9) as held:
        held.use(5)
    tokens.add(7)
    assert (tokens.spent(), tokens.left()) == (12, None)


def test_many_at_once_stay_within(tmp_path: Path) -> None:
    tokens, all_in, let_in = budget(tmp_path, 1000), threading.Barrier(16), []

    def summary() -> None:
        try:
            with tokens.hold(300) as held:
                let_in.append(held)
                all_in.wait()
                held.use(300)
        except BudgetSpent:
            all_in.wait()

    threads = [threading.Thread(target=summary) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(let_in) == 3
    assert tokens.spent() == 900


def test_a_store_that_does_not_work_is_no_way_around(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    tokens = budget(tmp_path / "file", 1000)
    with tokens.hold(900) as held:
        held.use(900)
    with pytest.raises(BudgetSpent), tokens.hold(200):
        pytest.fail("it was let in")


def test_a_damaged_row_counts_as_none(tmp_path: Path) -> None:
    tokens = budget(tmp_path, 1000)
    tokens.add(10)
    with sqlite3.connect(tmp_path / "db") as raw:
        raw.execute("UPDATE tokens SET spent = 'x'")
    raw.close()
    assert tokens.spent() == 0
