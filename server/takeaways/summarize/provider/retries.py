"""How often and when a request is tried again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from takeaways.errors import ProviderBroken, ProviderBusy, ProviderSlow, TakeawaysError

_FIRST, _LONGEST = 0.5, 8.0
"""Seconds of a wait of ours: doubled each time, up to the longest."""
_PATIENCE = 30.0
"""Seconds that a server may ask to wait; who asks for more is told to the reader."""
_TRIES = 3
_TRIES_OF: dict[type[TakeawaysError], int] = {
    ProviderBusy: 5,
    ProviderBroken: 2,  # it answered, which was paid for
    ProviderSlow: 2,
}


class Retries:
    """Waits before another try, or says that there is none.

    Parameters
    ----------
    clock, sleep, chance : callable
        Seconds that never go back; waits; a number from 0 to 1.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._clock, self._sleep, self._chance = clock, sleep, chance

    def wait(self, error: TakeawaysError, tried: int, deadline: float) -> bool:
        """Wait for the next try.

        Parameters
        ----------
        error : TakeawaysError
            How the last one failed.
        tried : int
            So many times so far.
        deadline : float
            By the clock.

        Returns
        -------
        bool
            Whether to try again; False at once where it is useless or too late.
        """
        if not error.retryable or tried >= _TRIES_OF.get(type(error), _TRIES):
            return False
        if error.retry_after is not None:
            seconds = error.retry_after * (1 + 0.1 * self._chance())
            if error.retry_after > _PATIENCE:
                return False
        else:
            seconds = min(_FIRST * 2 ** (tried - 1), _LONGEST) * (0.5 + 0.5 * self._chance())
        if self._clock() + seconds >= deadline:
            return False
        self._sleep(seconds)
        return True
