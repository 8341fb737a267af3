"""Threads that drain the pipeline; one running job per request."""

from __future__ import annotations

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field

from ..errors import Busy, Cancelled, JobGone, JobUnknown, TakeawaysError
from ..extract import give_back
from ..model import Event, Failed, Request, Retry
from .log import EventLog

log = logging.getLogger(__name__)

SILENCE_SECONDS = 1.0
WAITING_JOBS = 256
REMEMBERED_ENDED_JOBS = 10_000


@dataclass
class Job:
    """One reading of one paper."""

    request: Request
    log: EventLog
    ended_at: float | None = None
    stop: threading.Event = field(default_factory=threading.Event)

    @property
    def id(self) -> str:
        """As it stands in paths and in `stage` events."""
        return self.request.id

    def events(self, after: str | None = None, silence: float = SILENCE_SECONDS) -> Generator[tuple[str, Event] | None]:
        """The events after the one with id `after`; None whenever `silence` seconds pass without one."""
        return self.log.read(after, silence)


class Jobs:
    """The running and the lately ended jobs.

    Parameters
    ----------
    events : callable
        `Pipeline.events`: a request's events.
    workers : int
        Papers read at the same time.
    log_seconds : float
        How long the log of an ended job can be read again.
    clock : callable
        Seconds, monotonic.
    """

    def __init__(
        self,
        events: Callable[[Request], Iterator[Event]],
        *,
        workers: int,
        log_seconds: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._events = events
        self._log_seconds = log_seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}
        self._gone: dict[str, None] = {}
        self._waiting: queue.Queue[Job] = queue.Queue(WAITING_JOBS)
        self._closed = False
        for number in range(workers):
            # Daemons: a reading that hangs on a slow server must not hold up the end of the process.
            threading.Thread(target=self._work, name=f"job-{number}", daemon=True).start()

    def start(self, request: Request) -> Job:
        """The running job for this request, or a new one.

        Raises
        ------
        Busy
            Too many papers wait already, or the service is stopping.
        """
        with self._lock:
            self._sweep()
            running = self._jobs.get(request.id)
            if running and not running.log.ended:
                return running
            if self._closed:
                raise Busy("The service is stopping.", retry_after=5)
            job = Job(request, EventLog(secrets.token_hex(4)))
            try:
                self._waiting.put_nowait(job)
            except queue.Full as err:
                raise Busy(f"{WAITING_JOBS} papers are waiting to be read.", retry_after=30) from err
            self._jobs[job.id] = job
            return job

    def get(self, job_id: str) -> Job:
        """A running or lately ended job.

        Raises
        ------
        JobGone, JobUnknown
            Its log has been dropped; or there was no such job since the service started.
        """
        with self._lock:
            self._sweep()
            if job := self._jobs.get(job_id):
                return job
            raise JobGone() if job_id in self._gone else JobUnknown()

    def cancel(self, job_id: str) -> bool:
        """Stop a job, unless somebody else reads it too. Whether it was stopped.

        Raises
        ------
        JobGone, JobUnknown
            As for `get`.
        """
        job = self.get(job_id)
        if job.log.ended or job.log.readers > 1:
            return False
        job.stop.set()
        job.log.append(Failed(problem=Cancelled().problem()))
        return True

    def close(self) -> None:
        """Take no more jobs, and tell every reader to come back later."""
        if self._closed:
            return  # called by a signal that came twice, it would wait for itself below
        self._closed = True
        with self._lock:
            for job in self._jobs.values():
                job.log.append(Retry(after=5))

    def counts(self) -> dict[str, int]:
        """Jobs running or waiting, and readers, for the health page."""
        with self._lock:
            open_jobs = [job for job in self._jobs.values() if job.ended_at is None]
            return {
                "open": len(open_jobs),
                "waiting": self._waiting.qsize(),
                "readers": sum(j.log.readers for j in open_jobs),
            }

    def _work(self) -> None:
        while True:
            job = self._waiting.get()
            try:
                self._drain(job)
            finally:
                job.ended_at = self._clock()
                del job
                give_back()

    def _drain(self, job: Job) -> None:
        try:
            for event in self._events(job.request):
                job.log.append(event)
                if job.stop.is_set():
                    return
            if not job.log.ended:
                raise TakeawaysError("The reading ended without a summary.")
        except TakeawaysError as err:
            job.log.append(Failed(problem=err.problem()))
        except Exception:  # A fault of ours must reach those who wait, and leave the worker serving.
            log.exception("job %s failed", job.id)
            job.log.append(Failed(problem=TakeawaysError().problem()))

    def _sweep(self) -> None:
        now = self._clock()
        for job in list(self._jobs.values()):
            if job.ended_at is not None and now - job.ended_at > self._log_seconds:
                del self._jobs[job.id]
                self._gone[job.id] = None
        while len(self._gone) > REMEMBERED_ENDED_JOBS:
            del self._gone[next(iter(self._gone))]
