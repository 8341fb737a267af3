"""The corpus' files, and one worker whose CPU time and memory can be read from outside."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from takeaways.config import load
from takeaways.errors import TakeawaysError
from takeaways.extract import Extractor
from takeaways.model import Candidate, Document

PAIRS = ("0106220", "1706.03762v1", "1911.02782v1", "2004.14974v1", "2310.06825v1")
"""Papers of the corpus as PDF and as the LaTeXML page made of the same TeX."""


def pdfs(corpus: Path) -> list[Path]:
    """The corpus' papers as PDFs, its odd files left out."""
    return sorted([*(corpus / "arxiv" / "pdf").glob("*.pdf"), *(corpus / "pdf").glob("*.pdf")])


def truth(corpus: Path, name: str) -> Path:
    """The LaTeXML page of one of the pairs."""
    found = corpus / "latexml" / f"{name}.html"
    return found if found.exists() else corpus / "arxiv" / "html" / name / "index.html"


class Watched:
    """An Extractor with one worker."""

    def __init__(self, extractor: Extractor) -> None:
        self._extractor = extractor

    def pdf(self, body: bytes) -> Document:
        """Read a PDF that somebody dropped."""
        return self._extractor.document(body, "pdf", None, None, "sha256:bench").document

    def page(self, body: bytes, name: str) -> Document:
        """Read a page as arXiv's HTML of the paper `name`."""
        link = f"https://arxiv.org/html/{name}"
        candidate = Candidate(reading="arxiv-html", url=link, link=link)
        return self._extractor.document(body, "html", candidate, None, f"arxiv:{name}").document

    def try_pdf(self, body: bytes) -> Document | str:
        """Read a PDF; where it cannot be, the problem's code."""
        try:
            return self.pdf(body)
        except TakeawaysError as err:
            return err.code

    @property
    def _pid(self) -> int:
        process = self._extractor._workers[0]._process
        assert process is not None, "the worker has ended"
        return process.pid

    def cpu(self) -> tuple[int, float]:
        """Its process, and the seconds of CPU time that it has used, user and system (its clock: clock_getcpuclockid(3))."""
        return self._pid, time.clock_gettime((~self._pid << 3) | 2)

    def peak(self) -> float:
        """The most memory it has had resident, in MB (VmHWM of proc(5))."""
        status = Path(f"/proc/{self._pid}/status").read_text(encoding="ascii")
        found = re.search(r"^VmHWM:\s*(\d+) kB", status, re.M)
        assert found
        return int(found[1]) * 1024 / 1e6


@contextmanager
def worker() -> Iterator[Watched]:
    """A worker with a service's limits, begun anew."""
    settings = load(_env_file=None)
    extractor = Extractor(workers=1, seconds=settings.extract_seconds, memory_megabytes=settings.extract_memory)
    try:
        yield Watched(extractor)
    finally:
        extractor.close()


def as_json(document: Document) -> Any:
    """What `takeaways extract --json` prints."""
    return document.model_dump(mode="json")
