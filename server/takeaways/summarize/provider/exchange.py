"""One request on a thread of its own, so that nothing a server does holds its reader longer than agreed.

A socket's timeout knows only the time between two bytes: names that are not found, headers that drip and comments that
keep a stream alive for ever all get past it. So the bytes come through a queue, and who reads it waits as long as it likes.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

from takeaways.errors import ProviderSlow

_END = object()


class Exchange:
    """A request that is being answered; leave it with `close`.

    Parameters
    ----------
    ask : callable
        Opens the streamed answer; its `iter_bytes` gives it.
    """

    def __init__(self, ask: Callable[[], AbstractContextManager[Any]]) -> None:
        self._ask = ask
        self._came: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._left = threading.Event()
        threading.Thread(target=self._run, name="model", daemon=True).start()

    def pieces(self, patience: Callable[[], tuple[float, str]]) -> Iterator[bytes]:
        """What comes, as it comes.

        Parameters
        ----------
        patience : callable
            Seconds to wait for the next piece, and what to say when it does not come.

        Raises
        ------
        ProviderSlow
            It did not come.
        Exception
            What the request raised.
        """
        while True:
            seconds, words = patience()
            if seconds <= 0:  # also where pieces come so fast that there is always one
                raise ProviderSlow(words)
            try:
                came = self._came.get(timeout=seconds)
            except queue.Empty:
                raise ProviderSlow(words) from None
            if came is _END:
                return
            if isinstance(came, BaseException):
                raise came
            yield came

    def close(self) -> None:
        """Read no more; the thread ends with what it is waiting for."""
        self._left.set()

    def _run(self) -> None:
        try:
            with self._ask() as response:
                for piece in response.iter_bytes():
                    if self._left.is_set():
                        return
                    self._came.put(piece)
            self._came.put(_END)
        except Exception as err:  # noqa: BLE001 - raised again where the answer is read
            self._came.put(err)
