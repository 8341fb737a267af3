"""The service and the processes that parse for it: whoever is killed, nobody hangs and nothing is left over."""

from __future__ import annotations

import fcntl
import http.client
import json
import os
import signal
import stat
import sys
import termios
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from tests.extract.damage import hostile
from tests.workers import eventually, family, living, workers

from .conftest import RunningService, Start

PAPER = Path(__file__).parents[1] / "papers" / "small.pdf"


def post(service: RunningService, path: str, body: bytes, **headers: str) -> str:
    with closing(http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)) as connection:
        connection.request("POST", path, body, headers)
        return connection.getresponse().read().decode()


def upload(service: RunningService, body: bytes) -> str:
    answer = json.loads(post(service, "/api/v1/uploads", body, **{"Content-Type": "application/pdf"}))
    return str(answer["id"])


def stream(service: RunningService, url: str) -> str:
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
    return post(service, "/api/v1/summaries", json.dumps({"url": url, "refresh": True}).encode(), **headers)


def takeaways(stream: str) -> object:
    """Those of the summary that a stream ends with."""
    kind, _, data = stream.rpartition("event: ")[2].partition("\ndata: ")
    assert kind == "summary", stream
    return json.loads(data)["summary"]["takeaways"]


def unread(pid: int) -> int:
    """Bytes that were sent to a process and that it has not taken."""
    count = 0
    for pipe in Path(f"/proc/{pid}/fd").iterdir():
        if os.readlink(pipe).startswith("pipe:") and not pipe.lstat().st_mode & stat.S_IWUSR:
            with pipe.open("rb", buffering=0) as end:
                count += int.from_bytes(fcntl.ioctl(end, termios.FIONREAD, bytes(4)), sys.byteorder)
    return count


def busy(service: RunningService, url: str, pool: ThreadPoolExecutor) -> tuple[int, Future[str]]:
    """A worker that stands still in the middle of a reading that somebody waits for."""
    (pid,) = workers(service.process.pid)
    os.kill(pid, signal.SIGSTOP)
    reading = pool.submit(stream, service, url)
    eventually(lambda: unread(pid))
    return pid, reading


def test_a_worker_is_there_before_anybody_asks(service: RunningService) -> None:
    assert len(workers(service.process.pid)) == 1


def test_a_worker_killed_under_a_stream_costs_nobody_anything(service: RunningService) -> None:
    url = upload(service, PAPER.read_bytes())
    whole = stream(service, url)
    with ThreadPoolExecutor(1) as pool:
        pid, reading = busy(service, url, pool)
        os.kill(pid, signal.SIGKILL)
        text = reading.result()
    assert takeaways(text) == takeaways(whole)
    assert pid not in workers(service.process.pid)
    assert "event: summary" in stream(service, url)
    assert "Traceback" not in service.log.read_text()


def test_files_made_to_harm_fail_alone(start: Start) -> None:
    """More of them at once than there are workers: each ends with a problem of the table, others are served meanwhile."""
    service = start(TAKEAWAYS_EXTRACT_SECONDS="3", TAKEAWAYS_EXTRACT_MEMORY="512")
    worst = (
        "a form that draws itself",
        "a gigabyte of operators",
        "a million strokes",
        "a million text objects",
        "no pages",
    )
    with ThreadPoolExecutor(len(worst)) as pool:
        ends = [pool.submit(stream, service, upload(service, hostile.CASES[name]())) for name in worst]
        while not all(end.done() for end in ends):
            with closing(http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)) as connection:
                connection.request("GET", "/healthz")
                assert connection.getresponse().status == 200
            threading.Event().wait(0.05)
    for name, end in zip(worst, ends, strict=True):
        kind, _, data = end.result().rpartition("event: ")[2].partition("\ndata: ")
        assert kind == "failed", name
        assert json.loads(data)["problem"]["code"] in ("parse_limit", "no_text", "damaged_file"), name
    assert takeaways(stream(service, upload(service, PAPER.read_bytes())))
    assert "Traceback" not in service.log.read_text()


def test_a_stopped_service_leaves_no_process(service: RunningService) -> None:
    parsing = workers(service.process.pid)
    assert parsing
    assert service.stop() == 0
    assert not living(parsing)


def test_a_killed_service_leaves_no_process(service: RunningService) -> None:
    parsing = workers(service.process.pid)
    assert parsing
    for pid in {service.process.pid, *family(service.process.pid)} - parsing:
        os.kill(pid, signal.SIGKILL)
    service.process.wait()
    eventually(lambda: not living(parsing))
