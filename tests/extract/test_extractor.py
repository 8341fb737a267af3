"""The pool: many threads, limits, crashes, and the errors that cross the pipe."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from takeaways import errors
from takeaways.extract import Extractor, abstract_only
from takeaways.extract.process import Worker
from takeaways.model import Attempt, Candidate, Document, Paper
from tests.workers import workers


@pytest.fixture
def one() -> Iterator[Extractor]:
    """One worker that a test may harm."""
    extractor = Extractor(workers=1, seconds=20, memory_megabytes=1024)
    yield extractor
    extractor.close()


def read(extractor: Extractor, papers: Path) -> Document:
    return extractor.document((papers / "small.pdf").read_bytes(), "pdf", None, None, "sha256:x").document


def a_pdf(*streams: bytes, picture: bool = False) -> bytes:
    """A small PDF, a page a stream (Flate data)."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = []
    for stream in streams:
        kids.append(f"{len(objects) + 1} 0 R")
        number = len(objects) + 2
        image = f"/XObject<</I {number + 1} 0 R>>" if picture else ""
        font = "/Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<{font}{image}>>/Contents {number} 0 R>>".encode()
        )
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream))
        if picture:
            dots = zlib.compress(b"\x80" * 64)
            head = b"<</Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8"
            objects.append(head + b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(dots), dots))
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    out, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + trailer


def test_many_threads_at_once(extractor: Extractor, papers: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        documents = list(pool.map(lambda _: read(extractor, papers), range(24)))
    assert len({document.model_dump_json() for document in documents}) == 1


def test_no_process_before_it_is_needed() -> None:
    before = workers()
    extractor = Extractor(workers=2, seconds=5, memory_megabytes=512)
    assert workers() == before
    extractor.close()


def test_one_worker_is_kept_warm(one: Extractor, papers: Path) -> None:
    before = workers()
    read(one, papers)
    mine = workers() - before
    read(one, papers)
    assert workers() - before == mine
    assert len(mine) == 1


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_worker_leaves_the_extractor_serving(one: Extractor, papers: Path, how: signal.Signals) -> None:
    before = workers()
    first = read(one, papers)
    for pid in workers() - before:
        os.kill(pid, how)
    again = read(one, papers)
    assert again == first


def test_a_worker_that_dies_at_work_fails_its_job_only(one: Extractor, papers: Path) -> None:
    before = workers()
    read(one, papers)
    (pid,) = workers() - before
    os.kill(pid, signal.SIGSTOP)
    failed: list[errors.TakeawaysError] = []

    def job() -> None:
        try:
            read(one, papers)
        except errors.TakeawaysError as err:
            failed.append(err)

    thread = threading.Thread(target=job)
    thread.start()
    os.kill(pid, signal.SIGSEGV)
    os.kill(pid, signal.SIGCONT)
    thread.join(30)
    # The signal may have come before the job: then a new worker has done it.
    assert not failed or isinstance(failed[0], errors.DamagedFile | errors.ParseLimit)
    assert read(one, papers).paper.title


def test_a_worker_that_takes_too_long_is_replaced(papers: Path) -> None:
    extractor = Extractor(workers=1, seconds=3, memory_megabytes=1024)
    before = workers()
    read(extractor, papers)
    (pid,) = workers() - before
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(errors.ParseLimit, match="more than 3 seconds"):
        read(extractor, papers)
    assert read(extractor, papers).paper.title
    extractor.close()


def test_closing_ends_the_processes(papers: Path) -> None:
    before = workers()
    extractor = Extractor(workers=2, seconds=20, memory_megabytes=1024)
    read(extractor, papers)
    assert workers() - before
    extractor.close()
    assert not workers() - before
    with pytest.raises(errors.Busy):
        read(extractor, papers)


def test_a_call_that_runs_while_it_closes_says_nothing_of_its_file(papers: Path) -> None:
    before = workers()
    extractor = Extractor(workers=1, seconds=60, memory_megabytes=1024)
    read(extractor, papers)
    (pid,) = workers() - before
    os.kill(pid, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(read, extractor, papers)
        while extractor._free.qsize():
            time.sleep(0.01)
        extractor.close()
        with pytest.raises(errors.Busy):
            running.result(30)
    assert not workers() - before


def test_a_worker_stopped_before_its_process_began_does_not_outlive_it() -> None:
    before = workers()
    worker = Worker(60, 1024)
    worker.stop()
    with pytest.raises(errors.Busy):
        worker.ask({"do": "feed"}, b"<feed/>")
    assert not workers() - before


def test_a_worker_ends_when_its_input_does(papers: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(errors.__file__).parents[1])}
    worker = subprocess.run(
        [sys.executable, "-m", "takeaways.extract.worker", "1024", "5"],
        stdin=subprocess.DEVNULL,
        env=environment,
        timeout=60,
    )
    assert worker.returncode == 0


def test_an_inflating_pdf(one: Extractor, papers: Path) -> None:
    bomb = a_pdf(zlib.compress(b"BT /F 12 Tf (x) Tj ET\n" * 40_000_000, 1))
    with pytest.raises((errors.ParseLimit, errors.DamagedFile, errors.NoText)):
        one.document(bomb, "pdf", None, None, "sha256:x")
    assert read(one, papers).paper.title


def test_a_million_nested_tags(one: Extractor, papers: Path) -> None:
    try:
        found = one.document(b"<html><body>" + b"<div>" * 1_000_000 + b"text", "html", None, None, "sha256:x").document
        assert len(found.sections) <= 1
    except (errors.NoText, errors.ParseLimit):
        pass
    assert read(one, papers).paper.title


def test_a_line_of_fifty_megabytes(one: Extractor, papers: Path) -> None:
    try:
        found = one.document(b"<html><body><p>" + b"word " * 10_000_000, "html", None, None, "sha256:x").document
        assert found.coverage.words > 1000
    except (errors.NoText, errors.ParseLimit):
        pass
    assert read(one, papers).paper.title


PAGE = b"<!DOCTYPE html><html><body><p>Please log in.</p></body></html>"
ARXIV = Candidate(reading="arxiv-html", url="https://arxiv.org/html/1", link="https://arxiv.org/html/1")
CASES = {
    "empty": (b"", "pdf", None, errors.EmptyFile),
    "only white space": (b" \n\n", "html", None, errors.EmptyFile),
    "a page called PDF": (PAGE, "pdf", None, errors.NotAPdf),
    "neither": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "pdf", None, errors.NotReadable),
    "a picture called HTML": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "html", None, errors.NotReadable),
    "cut": (b"%PDF-1.5\n1 0 obj\n<</Type/Cat", "pdf", None, errors.DamagedFile),
    "pictures of pages": (a_pdf(zlib.compress(b"600 0 0 700 0 0 cm /I Do"), picture=True), "pdf", None, errors.Scanned),
    "blank pages": (a_pdf(zlib.compress(b" ")), "pdf", None, errors.NoText),
    "arXiv has no HTML": (b"<html><head><title>No HTML for '1'</title></head></html>", "html", ARXIV, errors.NoText),
    "a page without text": (b"<html><body><script>go()</script></body></html>", "html", None, errors.NoText),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_error_has_its_type(extractor: Extractor, name: str) -> None:
    body, kind, candidate, expected = CASES[name]
    with pytest.raises(errors.TakeawaysError) as caught:
        extractor.document(body, kind, candidate, None, "sha256:x")  # type: ignore[arg-type]
    assert type(caught.value) is expected


def test_a_pdf_called_html_is_read_as_what_it_is(extractor: Extractor, papers: Path) -> None:
    found = extractor.document((papers / "small.pdf").read_bytes(), "html", None, None, "sha256:x").document
    assert found.coverage.reading == "pdf"


def test_abstract_only() -> None:
    paper = Paper(
        id="arxiv:1", link="https://arxiv.org/abs/1", abstract="We count ravens.", provenance={"abstract": "arxiv-api"}
    )
    attempts = (Attempt(reading="pdf", why="failed", code="scanned"),)
    document = abstract_only(paper, attempts)
    assert [section.kind for section in document.sections] == ["abstract"]
    assert document.coverage.reading == "abstract"
    assert document.coverage.attempts == attempts
    assert document.coverage.words == 3
    with pytest.raises(errors.NoText):
        abstract_only(Paper(id="arxiv:1"))
