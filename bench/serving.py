"""A cached summary's CPU time a request, from memory and from SQLite, beside bare Flask that gives the same bytes."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from flask import Flask, Response
from flask.testing import FlaskClient

from takeaways.config import load
from takeaways.web import create_app
from takeaways.wiring import wire

PAPER = Path(__file__).parents[1] / "tests" / "papers" / "small.pdf"
REQUESTS = 400


def measure() -> str:
    """Milliseconds of CPU a request, median of five rounds of 400, and the ratio to bare Flask."""
    with tempfile.TemporaryDirectory() as folder:
        service = wire(load(data=Path(folder), _env_file=None))
        try:
            body = {"url": service.pipeline.upload(PAPER.read_bytes(), "pdf")}
            client = create_app(service).test_client()
            job = client.post("/api/v1/summaries", json=body).headers["Location"]
            client.get(job).get_data()
            summary = client.post("/api/v1/summaries", json=body).get_data()
            bare = Flask("bare")
            bare.post("/api/v1/summaries")(lambda: Response(summary, mimetype="application/json"))
            from_memory = {"bare Flask": _median(bare.test_client(), body), "memory": _median(client, body)}
            forget = service.cache._memory.clear
            rows = {**from_memory, "SQLite": _median(client, body, before=forget)}
        finally:
            service.close()
    yardstick = rows["bare Flask"]
    lines = (f"  {name:11} {value:6.3f} ms  {value / yardstick:5.2f} x" for name, value in rows.items())
    return "\n".join((f"  {len(summary)} bytes a summary", *lines))


def _median(client: FlaskClient, body: object, before: Callable[[], None] = lambda: None) -> float:
    def once() -> float:
        start = time.process_time()
        for _ in range(REQUESTS):
            before()
            assert client.post("/api/v1/summaries", json=body).status_code == 200
        return (time.process_time() - start) / REQUESTS * 1000

    return statistics.median(once() for _ in range(5))
