"""The processes that parse, seen from outside."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable


def family(of: int) -> dict[int, str]:
    """The living processes that descend from a process (0: all there are), and their commands."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 3) for line in listed.splitlines()]
    found = {of}
    while more := {int(pid) for pid, parent, *_ in rows if int(parent) in found} - found:
        found |= more
    return {int(pid): args for pid, _, state, args in rows if int(pid) in found - {of} and state[0] != "Z"}


def workers(of: int | None = None) -> set[int]:
    """Those of them that parse; by default this test run's."""
    return {pid for pid, args in family(os.getpid() if of is None else of).items() if "takeaways.extract.worker" in args}


def eventually(holds: Callable[[], object]) -> None:
    """Wait until something holds; for ever, as pytest's own limit ends a test that waits in vain."""
    while not holds():
        time.sleep(0.01)
