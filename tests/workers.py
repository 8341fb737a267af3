"""The processes that parse, seen from outside; through psutil, as `ps` is not everywhere and cuts a command at COLUMNS."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable

import psutil


def living(pids: Iterable[int]) -> dict[int, str]:
    """Those of some processes that have not ended, and their commands."""
    found = {}
    for pid in pids:
        with contextlib.suppress(psutil.NoSuchProcess):
            process = psutil.Process(pid)
            if process.status() != psutil.STATUS_ZOMBIE:
                found[pid] = " ".join(process.cmdline())
    return found


def family(of: int) -> dict[int, str]:
    """The living processes that descend from a process, and their commands."""
    return living(process.pid for process in psutil.Process(of).children(recursive=True))


def workers(of: int | None = None) -> set[int]:
    """Those of them that parse; by default this test run's."""
    return {pid for pid, args in family(os.getpid() if of is None else of).items() if "takeaways.extract.worker" in args}


def eventually(holds: Callable[[], object]) -> None:
    """Wait until something holds; for ever, as pytest's own limit ends a test that waits in vain."""
    while not holds():
        time.sleep(0.01)
