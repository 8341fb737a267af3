"""A worker process as the service sees it: started, asked, ended at its limits, begun anew."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO, Any, cast

from .. import errors
from . import frames

_ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package: workers import the same code, installed or not."""
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH")
"""Of the environment, which holds keys: only what Python needs, as a worker opens strangers' files."""


class _Died(Exception):
    """The process ended without an answer.

    Parameters
    ----------
    reason : TakeawaysError
        What that says of the file.
    doubtful : bool
        It may say nothing of the file: the process had read others before, or was killed from outside.
    """

    def __init__(self, reason: errors.TakeawaysError, doubtful: bool) -> None:
        super().__init__(reason.detail)
        self.reason = reason
        self.doubtful = doubtful


class Worker:
    """A worker process; begun when it is needed or before, and again after it ended. One thread at a time holds it.

    Parameters
    ----------
    seconds : float
        For one file, a second try included.
    memory_megabytes : int
        Address space.
    """

    def __init__(self, seconds: float, memory_megabytes: int) -> None:
        self._seconds = seconds
        self._memory = memory_megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0
        self._stopped = False

    def start(self) -> None:
        """Begin the process, if none runs; it imports what it needs while nobody waits for it.

        Raises
        ------
        Busy
            The system has no room for one more.
        """
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
            path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
            self._served = 0
            command = [sys.executable, "-P", "-m", "takeaways.extract.worker", str(self._memory), str(self._seconds)]
            try:
                self._process = subprocess.Popen(  # noqa: S603 - our own module, nothing of the file on the command line
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**environment, "PYTHONPATH": path}
                )
            except OSError as err:
                raise errors.Busy(f"No process to read the file can be started: {err.strerror}.") from err
            if self._stopped:  # `stop` came before there was a process for it to end
                self._process.kill()

    def ask(self, header: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
        """Send one request, wait for its answer and the bytes that go with it.

        A crash is believed of a fresh process only: one that has read other files may have been harmed by them, or killed
        from outside. Then a fresh one tries once more, in the time that is left.

        Raises
        ------
        ParseLimit, DamagedFile, TakeawaysError
            The process took too long or died; the next request gets a new one.
        Busy
            It was stopped: nothing is said of the file.
        """
        deadline = time.monotonic() + self._seconds
        try:
            return self._once(header, body, deadline)
        except _Died as died:
            if not died.doubtful:
                raise died.reason from died
        try:
            return self._once(header, body, deadline)
        except _Died as died:
            raise died.reason from died

    def stop(self) -> None:
        """End the process, whatever it does. Safe beside a running `ask`, which then fails."""
        self._stopped = True
        process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def reap(self) -> None:
        """Close the pipes of a process that was stopped; by whoever holds the worker."""
        if self._process is not None:
            self._end()

    def _once(self, header: dict[str, Any], body: bytes, deadline: float) -> tuple[dict[str, Any], bytes]:
        self.start()
        process = cast("subprocess.Popen[bytes]", self._process)
        late, answered, deciding = threading.Event(), threading.Event(), threading.Lock()

        def expire() -> None:
            with deciding:  # a worker that has just answered must not be killed under the next request
                if not answered.is_set():
                    late.set()
                    process.kill()

        timer = threading.Timer(max(0, deadline - time.monotonic()), expire)
        timer.daemon = True
        timer.start()
        try:
            frames.send(cast(IO[bytes], process.stdin), header, body)
            answer, data = frames.receive(cast(IO[bytes], process.stdout))
            with deciding:
                answered.set()
        except frames.Torn as err:
            code, served = self._end(), self._served
            if self._stopped:
                raise errors.Busy("The service is stopping.") from err
            doubtful = not late.is_set() and (served > 0 or code == -signal.SIGKILL)
            raise _Died(self._reason(code, late.is_set()), doubtful) from err
        finally:
            timer.cancel()
        self._served += 1
        if answer.get("last") or late.is_set():
            self._end()
        return answer, data

    def _end(self) -> int:
        process = cast("subprocess.Popen[bytes]", self._process)
        self._process = None
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                cast(IO[bytes], pipe).close()
        try:
            return process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()

    def _reason(self, code: int, late: bool) -> errors.TakeawaysError:
        """Why a worker ended without an answer, from its exit code (minus the signal's number)."""
        if late or code == -signal.SIGALRM:
            return errors.ParseLimit(f"Reading the file took more than {self._seconds:g} seconds.")
        if code in (-signal.SIGSEGV, -signal.SIGBUS, -signal.SIGFPE):
            return errors.DamagedFile("The reader of this file crashed on it.")
        if code < 0:
            # Allocators abort or trap where memory ends; the system's own killer sends SIGKILL.
            return errors.ParseLimit(f"The reader of this file was ended at its limit of {self._memory} MB of memory.")
        return errors.TakeawaysError("The reader of this file failed.")
