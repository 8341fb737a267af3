"""How many tokens a day may cost: taken before a request, settled after it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from takeaways.errors import BudgetSpent

DAY = 86_400


class Ledger(Protocol):
    """What was spent, by day; shared by every thread and process that spends."""

    def spent(self, day: int) -> int:
        """Tokens of a day (days since the epoch, UTC), those held for requests under way included."""

    def add(self, day: int, tokens: int, most: int | None = None) -> bool:
        """Add tokens (below 0: give them back), unless the day would then have more than `most`; whether they were added."""


class Held:
    """Tokens held for one summary."""

    def __init__(self) -> None:
        self.used = 0

    def use(self, tokens: int) -> None:
        """Tokens that a request of it took."""
        self.used += tokens


class Budget:
    """A day's tokens, for all that runs over one store.

    Parameters
    ----------
    ledger : Ledger
    daily : int
        Tokens a day (UTC); 0: no limit, but they are counted.
    clock : callable
        Seconds since the epoch.
    """

    def __init__(self, ledger: Ledger, daily: int, clock: Callable[[], float] = time.time) -> None:
        self._ledger, self._clock = ledger, clock
        self.daily = daily

    def spent(self) -> int:
        """Tokens spent today, those held for requests under way included."""
        return self._ledger.spent(self._today())

    def add(self, tokens: int) -> None:
        """Count tokens that nothing was held for."""
        self._ledger.add(self._today(), tokens)

    def left(self) -> int | None:
        """Tokens left today; None where there is no limit."""
        return max(self.daily - self.spent(), 0) if self.daily else None

    @contextmanager
    def hold(self, tokens: int) -> Iterator[Held]:
        """Hold tokens for requests, so that those under way together stay within the budget.

        On leaving, what was not used is given back. A process that is killed gives nothing back: its tokens count as spent.

        Parameters
        ----------
        tokens : int
            Of prompts and answers, at most.

        Raises
        ------
        BudgetSpent
            So many are not left today; `retry_after` are the seconds to midnight UTC.
        """
        day = self._today()
        if not self._ledger.add(day, tokens, self.daily or None):
            left = self.left() or 0
            raise BudgetSpent(
                f"{left:,} of {self.daily:,} tokens are left today, and this summary may need {tokens:,}.",
                retry_after=(day + 1) * DAY - self._clock(),
            )
        held = Held()
        try:
            yield held
        finally:
            self._ledger.add(day, held.used - tokens)

    def _today(self) -> int:
        return int(self._clock() // DAY)
