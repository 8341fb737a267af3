"""The door of the room: a pool of worker processes, each fed through a pipe of its own.

Not a ProcessPoolExecutor: killing one of its workers breaks the pool and fails every other job in it.
"""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple, cast

from .. import errors
from ..model import Attempt, Candidate, Document, Paper, Source
from . import frames
from .parts import abstract_only

_ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package: workers import the same code, installed or not."""


class Extraction(NamedTuple):
    """What a file gave: its Document, and further addresses that it names (`citation_pdf_url`), to be tried after."""

    document: Document
    candidates: tuple[Candidate, ...]


class _Worker:
    """A worker process; started when first needed, again after it ended."""

    def __init__(self, seconds: float, memory_megabytes: int) -> None:
        self._seconds = seconds
        self._memory = memory_megabytes
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def ask(self, header: dict[str, Any], body: bytes) -> dict[str, Any]:
        """Send one request, wait for its answer.

        A crash is believed of a fresh process only: a warm one may have been harmed by an earlier file, or killed
        from outside while it was idle.

        Raises
        ------
        ParseLimit, DamagedFile, TakeawaysError
            The worker took too long or died; the next request gets a new one.
        Busy
            It was stopped: nothing is said of the file.
        """
        process, warm = self._running()
        late, answered, deciding = threading.Event(), threading.Event(), threading.Lock()

        def expire() -> None:
            with deciding:  # a worker that has just answered must not be killed under the next request
                if not answered.is_set():
                    late.set()
                    process.kill()

        timer = threading.Timer(self._seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            frames.send(cast(IO[bytes], process.stdin), header, body)
            answer, _ = frames.receive(cast(IO[bytes], process.stdout))
            with deciding:
                answered.set()
        except frames.Torn as err:
            code = self._end()
            if self._stopped:
                raise errors.Busy("The service is stopping.") from err
            if warm and not late.is_set():
                timer.cancel()
                return self.ask(header, body)
            raise self._reason(code, late.is_set()) from err
        finally:
            timer.cancel()
        if answer.get("last") or late.is_set():
            self._end()
        return answer

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

    def _running(self) -> tuple[subprocess.Popen[bytes], bool]:
        """The process, and whether it has served before."""
        warm = True
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            warm = False
            # Only what Python needs: the service's environment holds keys, and this process opens strangers' files.
            keep = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH") if name in os.environ}
            path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
            self._process = subprocess.Popen(  # noqa: S603 - our own module, nothing of the file on the command line
                [sys.executable, "-P", "-m", "takeaways.extract.worker", str(self._memory), str(self._seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**keep, "PYTHONPATH": path},
            )
            if self._stopped:  # `stop` came before there was a process for it to end
                self._process.kill()
        return self._process, warm

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


class Extractor:
    """Reads files in worker processes. Many threads may call it at once; they wait for a free worker.

    Parameters
    ----------
    workers : int
        Processes at most; each is started when it is first needed and then kept.
    seconds : float
        For one file, after which its worker is killed and replaced.
    memory_megabytes : int
        Address space of one worker.
    """

    def __init__(self, *, workers: int, seconds: float, memory_megabytes: int) -> None:
        self._workers = [_Worker(seconds, memory_megabytes) for _ in range(workers)]
        # Last in, first out: one reader at a time keeps one worker warm and starts no second.
        self._free: queue.LifoQueue[_Worker] = queue.LifoQueue()
        for worker in reversed(self._workers):
            self._free.put(worker)
        self._closed = threading.Event()

    def abs_page(self, body: bytes, source: Source) -> Paper:
        """Read an arXiv abs page.

        Parameters
        ----------
        body : bytes
            The page.
        source : Source
            Whose page it is; its id may be without a version, the Paper's is versioned (`arxiv:XvN`).

        Returns
        -------
        Paper
            Title, all authors in order, abstract, dates, version, categories, comment, journal reference, DOI, licence.

        Raises
        ------
        NoText
            The page is no abs page.
        """
        return Paper.model_validate(self._perform({"do": "abs_page", "source": source.model_dump(mode="json")}, body))

    def feed(self, body: bytes) -> tuple[Paper, ...]:
        """Read an answer of arXiv's API (Atom), a Paper an entry.

        Raises
        ------
        SourceBroken
            The answer is no Atom feed, or arXiv says in it that the question was wrong.
        """
        return tuple(Paper.model_validate(entry) for entry in self._perform({"do": "feed"}, body))

    def document(
        self,
        body: bytes,
        kind: Literal["pdf", "html"],
        candidate: Candidate | None,
        paper: Paper | None,
        source_id: str,
    ) -> Extraction:
        """Read a paper.

        Parameters
        ----------
        body : bytes
            The file.
        kind : {"pdf", "html"}
            What it is said to be; the bytes are looked at all the same.
        candidate : Candidate, optional
            Where it was read; None for an upload.
        paper : Paper, optional
            Metadata that is known already and wins; the file's own fills the gaps.
        source_id : str
            The Paper's id where `paper` is None.

        Raises
        ------
        EmptyFile, NotAPdf, NotReadable, PasswordProtected, DamagedFile, Scanned, NoText, ParseLimit
        """
        header = {
            "do": "document",
            "kind": kind,
            "candidate": candidate and candidate.model_dump(mode="json"),
            "paper": paper and paper.model_dump(mode="json"),
            "source_id": source_id,
        }
        result = self._perform(header, body)
        found = tuple(Candidate.model_validate(one) for one in result["candidates"])
        return Extraction(Document.model_validate(result["document"]), found)

    def abstract_only(self, paper: Paper, attempts: tuple[Attempt, ...] = ()) -> Document:
        """The Document of a paper of which nothing but the abstract can be had. See `parts.abstract_only`."""
        return abstract_only(paper, attempts)

    def close(self) -> None:
        """End the processes. Calls that wait or run fail with Busy."""
        self._closed.set()
        for worker in self._workers:
            worker.stop()
        # Each comes back when the call that holds it has failed; then nothing can start it again.
        for worker in [self._free.get() for _ in self._workers]:
            worker.stop()
            worker.reap()
            self._free.put(worker)

    def _perform(self, header: dict[str, Any], body: bytes) -> Any:
        worker = self._free.get()
        try:
            if self._closed.is_set():
                raise errors.Busy("The service is stopping.")
            answer = worker.ask(header, body)
        finally:
            self._free.put(worker)
        if "error" in answer:
            raise errors.table().get(answer["error"], errors.TakeawaysError)(answer["detail"])
        return answer["result"]
