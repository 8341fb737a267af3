"""One worker process: ready before it is asked, replaced when it has grown, tried once more when it may be innocent."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from takeaways import errors
from takeaways.extract import Extractor, frames
from takeaways.extract.worker import ENOUGH
from takeaways.model import Document
from tests.extract.damage.writing import page, write
from tests.workers import eventually, workers

FEED = {"do": "feed"}


@pytest.fixture
def one() -> Iterator[Extractor]:
    """One worker that a test may harm."""
    extractor = Extractor(workers=1, seconds=60, memory_megabytes=1024)
    yield extractor
    extractor.close()


def read(extractor: Extractor, papers: Path) -> Document:
    return extractor.document((papers / "small.pdf").read_bytes(), "pdf", None, None, "sha256:x").document


def resident(pid: int) -> float:
    """Megabytes (proc(5), statm)."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / (1 << 20)


def test_a_started_worker_has_its_parsers_before_the_first_file(one: Extractor, papers: Path) -> None:
    before = workers()
    one.start()
    (pid,) = workers() - before
    for library in ("pdfium", "lxml"):
        eventually(lambda name=library: name in Path(f"/proc/{pid}/maps").read_text())  # type: ignore[misc]
    read(one, papers)
    assert workers() - before == {pid}


def test_one_that_is_asked_at_once_imports_what_the_file_needs(one: Extractor, papers: Path) -> None:
    before = workers()
    read(one, papers)
    (pid,) = workers() - before
    assert "lxml" not in Path(f"/proc/{pid}/maps").read_text()


def test_a_killed_one_is_replaced_before_it_is_missed(papers: Path) -> None:
    extractor = Extractor(workers=1, seconds=2, memory_megabytes=1024)
    before = workers()
    extractor.start()
    (pid,) = workers() - before
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(errors.ParseLimit, match="more than 2 seconds"):
        read(extractor, papers)
    (next_pid,) = workers() - before
    assert next_pid != pid
    extractor.close()
    assert not workers() - before


def test_what_a_file_took_is_given_back(one: Extractor, papers: Path) -> None:
    before = workers()
    one.start()
    many = write(page(b"BT /F 9 Tf 1 0 0 1 72 700 Tm (w) Tj ET\n" * 400_000))
    with contextlib.suppress(errors.NoText, errors.ParseLimit):
        one.document(many, "pdf", None, None, "sha256:x")
    assert read(one, papers).paper.title
    (pid,) = workers() - before
    assert resident(pid) < ENOUGH


def test_one_that_has_grown_ends_and_says_so(papers: Path) -> None:
    code = "import sys; from takeaways.extract import worker; worker.ENOUGH = 1; worker.main()"
    environment = {**os.environ, "PYTHONPATH": str(Path(errors.__file__).parents[1])}
    command = [sys.executable, "-c", code, "1024", "60"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        header = {"do": "document", "kind": "pdf", "candidate": None, "paper": None, "source_id": "sha256:x"}
        frames.send(process.stdin, header, (papers / "small.pdf").read_bytes())
        answer, _ = frames.receive(process.stdout)
    assert answer["last"]
    assert answer["result"]["document"]["sections"]
    assert process.returncode == 0


def begun(extractor: Extractor, papers: Path, pool: ThreadPoolExecutor, before: set[int]) -> Any:
    """A reading that stands still in a fresh worker."""
    extractor.start()
    (pid,) = workers() - before
    os.kill(pid, signal.SIGSTOP)
    reading = pool.submit(read, extractor, papers)
    eventually(lambda: not extractor._free.qsize())
    return reading, pid


def test_a_worker_killed_at_work_is_innocent_once(one: Extractor, papers: Path) -> None:
    before = workers()
    with ThreadPoolExecutor(1) as pool:
        reading, pid = begun(one, papers, pool, before)
        os.kill(pid, signal.SIGKILL)
        found = reading.result()
    assert found == read(one, papers)


def test_a_worker_killed_twice_is_not(one: Extractor, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = workers()
    given: list[float] = []
    timer = threading.Timer
    monkeypatch.setattr(threading, "Timer", lambda seconds, what: given.append(seconds) or timer(seconds, what))
    begin = subprocess.Popen

    def begin_and_kill(*args: Any, **kwargs: Any) -> Any:
        process = begin(*args, **kwargs)
        process.kill()
        return process

    with ThreadPoolExecutor(1) as pool:
        reading, pid = begun(one, papers, pool, before)
        eventually(lambda: given)
        with monkeypatch.context() as patch:
            patch.setattr("takeaways.extract.process.subprocess.Popen", begin_and_kill)
            os.kill(pid, signal.SIGKILL)
            with pytest.raises(errors.ParseLimit):
                reading.result()
    first, second = given
    assert second < first, "the second try has a time of its own"
    assert read(one, papers).paper.title


def test_no_room_for_a_process_is_busy(one: Extractor, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> Any:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    with monkeypatch.context() as patch:
        patch.setattr("takeaways.extract.process.subprocess.Popen", full)
        one.start()
        with pytest.raises(errors.Busy, match="temporarily unavailable"):
            read(one, papers)
    assert read(one, papers).paper.title


def test_what_nobody_would_read_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = BytesIO()
    monkeypatch.setattr(frames, "_HEADER", 20)
    with pytest.raises(frames.TooLong):
        frames.send(pipe, {"result": "more than twenty bytes"})
    assert pipe.getvalue() == b""
    frames.send(pipe, {"a": 1}, b"body")
    pipe.seek(0)
    assert frames.receive(pipe) == ({"a": 1}, b"body")
