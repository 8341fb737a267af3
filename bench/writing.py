"""The model engine over a running service and a provider on loopback: what one summary of a 39-page paper takes.

Calls, share of the paper's blocks in the prompt, tokens of the prompt beside those of the body; seconds from the text to the
preview, and from the first token of a claim's text to the reader; CPU seconds and memory of the service, its parsers apart,
beside the same summary by the embedded engine.
"""

from __future__ import annotations

import http.client
import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import psutil

from takeaways import extract
from takeaways.extract import Extractor
from takeaways.summarize import block_texts
from takeaways.summarize.provider import Message
from tests.loopback_provider import Asked, LoopbackProvider, Reply
from tests.running import RunningService
from tests.summarize.writing.scribe import answer

ROOT = Path(__file__).parents[1]
TIMES = 5


class Taken(NamedTuple):
    """What one summary took."""

    preview: float
    """Seconds after the paper's text was there."""
    delta: float
    """Seconds after the first token of a claim's text was sent."""
    web: float
    """CPU seconds of the service itself, streaming included."""
    parsers: float
    """CPU seconds of the processes that read the file."""
    memory: float
    """Megabytes resident in the service."""


class Clocked:
    """Answers as the scribe does, and notes when the first token of a claim's text goes out."""

    def __init__(self) -> None:
        self.sent = 0.0

    def __call__(self, reply: Reply) -> None:
        text = answer([Message(one["role"], one["content"]) for one in reply.asked.messages])  # type: ignore[arg-type]
        begins, size = text.index('"text": "') + 9, reply.provider.piece
        reply.provider.stop.wait(reply.provider.first_seconds)
        for at in range(0, len(text), size):
            reply.provider.stop.wait(size / 4 / reply.provider.tokens_per_second)
            if at <= begins < at + size:
                self.sent = time.monotonic()
            reply.piece(text[at : at + size])
        reply.end()


def measure() -> str:
    """Medians of five; the paper is the corpus's longest of 39 pages, else our small one."""
    corpus = Path(os.environ.get("TAKEAWAYS_CORPUS", ROOT.parent / "shared" / "corpus"))
    paper = next(path for path in (corpus / "pdf" / "2203.00130v1.pdf", ROOT / "tests/papers/small.pdf") if path.is_file())
    clocked = Clocked()
    with (
        LoopbackProvider(first_seconds=0.3, tokens_per_second=100, piece=16) as provider,
        tempfile.TemporaryDirectory() as data,
    ):
        provider.faults = dict.fromkeys(range(100), clocked)
        modelled = {"OPENAI_BASE_URL": provider.url, "TAKEAWAYS_MODEL": "loopback", "TAKEAWAYS_MODEL_CONTEXT": "128000"}
        by_model = _rounds(paper, Path(data) / "model", modelled, clocked)
        by_rule = _rounds(paper, Path(data) / "rule", {}, clocked)
        asked = provider.requests[0]
    blocks, body, prompt = _read(paper, asked)
    rows = [
        f"  {paper.name}: {len(provider.requests) / TIMES:g} call(s) a summary; {blocks:.1%} of its blocks in the prompt"
    ]
    rows.append(f"  prompt {prompt} tokens, body {body}: {prompt - body} more (four letters a token)")
    for name, taken in (("model", by_model), ("embedded", by_rule)):
        middle = Taken(*(statistics.median(column) for column in zip(*taken, strict=True)))
        rows.append(
            f"  {name:9} preview {middle.preview:.3f} s after the text"
            + (f", first words {middle.delta:.3f} s after their token" if name == "model" else "")
            + f"; CPU {middle.web:.2f} s service + {middle.parsers:.2f} s parsers; "
            f"{taken[0].memory:.0f} MB after the first paper, {taken[-1].memory:.0f} after the fifth"
        )
    return "\n".join(rows)


def _rounds(paper: Path, data: Path, environment: dict[str, str], clocked: Clocked) -> list[Taken]:
    data.mkdir()
    service = RunningService({**environment, "TAKEAWAYS_DATA": str(data)}, data / "log")
    try:
        service.wait()
        return [_once(service, paper.read_bytes(), clocked) for _ in range(TIMES)]
    finally:
        service.stop()


def _once(service: RunningService, body: bytes, clocked: Clocked) -> Taken:
    web_before, parsers_before, _ = _processes(service)
    text = preview = delta = 0.0
    for event in _events(service, body):
        now = time.monotonic()
        if event["type"] == "paper":
            text = now
        elif event["type"] == "preview":
            preview = now
        elif event["type"] == "delta" and not delta:
            delta = now
    web, parsers, memory = _processes(service)
    return Taken(
        preview - text if preview else 0.0, delta - clocked.sent, web - web_before, parsers - parsers_before, memory
    )


def _events(service: RunningService, body: bytes) -> Iterator[dict[str, Any]]:
    with closing(http.client.HTTPConnection("127.0.0.1", service.port, timeout=300)) as connection:
        connection.request("POST", "/api/v1/uploads", body, {"Content-Type": "application/pdf"})
        url = json.loads(connection.getresponse().read())["id"]
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        connection.request("POST", "/api/v1/summaries", json.dumps({"url": url, "refresh": True}).encode(), headers)
        for line in connection.getresponse():
            if line.startswith(b"data: "):
                event: dict[str, Any] = json.loads(line[6:])
                yield event
                if event["type"] in ("summary", "failed"):
                    return


def _processes(service: RunningService) -> tuple[float, float, float]:
    """CPU seconds of the web process, of the parsers, and the web process's resident megabytes."""
    web = parsers = memory = 0.0
    top = psutil.Process(service.process.pid)
    for process in (top, *top.children(recursive=True)):
        used = sum(process.cpu_times()[:2])
        if "takeaways.extract.worker" in " ".join(process.cmdline()):
            parsers += used
        else:
            web += used
            memory = max(memory, process.memory_info().rss / 1e6)
    return web, parsers, memory


def _read(paper: Path, asked: Asked) -> tuple[float, int, int]:
    """Which share of the blocks stands in a prompt; tokens of the body (headings and blocks), and of the prompt."""
    extractor = Extractor(workers=1, seconds=120, memory_megabytes=2048)
    try:
        document = extractor.document(paper.read_bytes(), "pdf", None, None, f"sha256:{extract.VERSION}").document
    finally:
        extractor.close()
    texts = list(block_texts(document).values())
    headings = [section.heading for section in document.sections if section.heading]
    there = sum(text in asked.prompt for text in texts) / len(texts)
    return there, len("\n".join([*headings, *texts])) // 4, len(asked.prompt) // 4
