"""The door of the room: a pool of worker processes, each fed through a pipe of its own.

Not a ProcessPoolExecutor: killing one of its workers breaks the pool and fails every other job in it.
"""

from __future__ import annotations

import contextlib
import queue
import threading
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from .. import errors
from ..model import Attempt, Candidate, Document, Figure, Paper, Source
from .parts import abstract_only
from .process import Worker


class Extraction(NamedTuple):
    """What a file gave: its Document, and further addresses that it names (`citation_pdf_url`), to be tried after."""

    document: Document
    candidates: tuple[Candidate, ...]


class Extractor:
    """Reads files in worker processes. Many threads may call it at once; they wait for a free worker.

    Parameters
    ----------
    workers : int
        Processes at most; each is started when it is first needed (the first of them earlier, see `start`) and then kept.
    seconds : float
        For one file, after which its worker is killed and replaced.
    memory_megabytes : int
        Address space of one worker.
    """

    def __init__(self, *, workers: int, seconds: float, memory_megabytes: int) -> None:
        self._workers = [Worker(seconds, memory_megabytes) for _ in range(workers)]
        # Last in, first out: one reader at a time keeps one worker warm and starts no second.
        self._free: queue.LifoQueue[Worker] = queue.LifoQueue()
        for worker in reversed(self._workers):
            self._free.put(worker)
        self._ahead = threading.Event()
        self._closed = threading.Event()

    def start(self) -> None:
        """Have a worker ready before it is asked for, now and whenever one has ended; returns at once."""
        self._ahead.set()
        self._put_back(self._free.get())

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
        result, _ = self._perform({"do": "abs_page", "source": source.model_dump(mode="json")}, body)
        return Paper.model_validate(result)

    def feed(self, body: bytes) -> tuple[Paper, ...]:
        """Read an answer of arXiv's API (Atom), a Paper an entry.

        Raises
        ------
        SourceBroken
            The answer is no Atom feed, or arXiv says in it that the question was wrong.
        """
        result, _ = self._perform({"do": "feed"}, body)
        return tuple(Paper.model_validate(entry) for entry in result)

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
        result, _ = self._perform(header, body)
        found = tuple(Candidate.model_validate(one) for one in result["candidates"])
        return Extraction(Document.model_validate(result["document"]), found)

    def pictures(self, body: bytes, figures: Sequence[Figure]) -> dict[str, bytes]:
        """The pictures of a PDF's figures, as PNG, by the figures' ids.

        Parameters
        ----------
        body : bytes
            The file that the figures were found in.
        figures : sequence of Figure
            Those without an area have no picture here, nor have those of which nothing can be seen.

        Raises
        ------
        PasswordProtected, DamagedFile, ParseLimit
        """
        wanted = [figure.model_dump(mode="json") for figure in figures if figure.area]
        if not wanted:
            return {}
        result, data = self._perform({"do": "pictures", "figures": wanted}, body)
        ends = accumulate((size for _, size in result), initial=0)
        return {name: data[start : start + size] for (name, size), start in zip(result, ends, strict=False)}

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

    def _perform(self, header: dict[str, Any], body: bytes) -> tuple[Any, bytes]:
        worker = self._free.get()
        try:
            if self._closed.is_set():
                raise errors.Busy("The service is stopping.")
            answer, data = worker.ask(header, body)
        finally:
            self._put_back(worker)
        if "error" in answer:
            raise errors.table().get(answer["error"], errors.TakeawaysError)(answer["detail"])
        return answer["result"], data

    def _put_back(self, worker: Worker) -> None:
        try:
            if self._ahead.is_set() and not self._closed.is_set():
                with contextlib.suppress(errors.Busy):  # who asks it next will hear of it
                    worker.start()
        finally:
            self._free.put(worker)
