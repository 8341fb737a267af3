"""The service as a process: gunicorn, threads, streams, signals."""

from __future__ import annotations

import http.client
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.fake_arxiv import FakeArxiv

from .conftest import RunningService, Start

OURS = json.dumps({"url": "https://arxiv.org/abs/2401.00001"})
HEADERS = {"Content-Type": "application/json", "Accept": "text/event-stream"}


def stream(service: RunningService) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
    connection.request("POST", "/api/v1/summaries", OURS, HEADERS)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def test_forty_who_ask_at_once_share_one_reading(service: RunningService, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.delay = 0.2
    with ThreadPoolExecutor(40) as pool:
        texts = list(pool.map(lambda _: stream(service), range(40)))
    assert len({text.rpartition("event: summary")[2] for text in texts}) == 1
    assert len(fake_arxiv.asked) == 2


def test_sigterm_ends_open_streams_with_a_time_to_come_back(service: RunningService, fake_arxiv: FakeArxiv) -> None:
    fake_arxiv.delay = 20
    texts: list[str] = []
    reader = threading.Thread(target=lambda: texts.append(stream(service)))
    reader.start()
    while not fake_arxiv.asked:
        threading.Event().wait(0.01)
    assert service.stop() == 0
    reader.join(30)
    assert "event: retry" in texts[0]
    assert "Traceback" not in service.log.read_text()


def test_what_was_read_before_a_restart_is_there_after_it(start: Start, fake_arxiv: FakeArxiv) -> None:
    first = start()
    whole = stream(first)
    first.stop()
    asked = len(fake_arxiv.asked)
    again = stream(start())
    assert again.partition("data: ")[2] == whole.rpartition("data: ")[2]
    assert len(fake_arxiv.asked) == asked


def test_a_reader_that_leaves_frees_its_place_at_once(service: RunningService, fake_arxiv: FakeArxiv) -> None:
    with fake_arxiv.holding("/abs"):
        staying, leaving = (http.client.HTTPConnection("127.0.0.1", service.port, timeout=60) for _ in range(2))
        answers = []
        for connection in (staying, leaving):
            connection.request("POST", "/api/v1/summaries", OURS, HEADERS)
            answers.append(connection.getresponse())
            answers[-1].read(1)
        answers[1].close()
        leaving.close()
        for _ in range(100):  # the first heartbeat comes after 15 seconds: it is not what tells
            if readers(service) == 1:
                break
            threading.Event().wait(0.1)
        else:
            raise AssertionError("the reader who left is still counted")
    assert b"event: summary" in answers[0].read()
    staying.close()


def readers(service: RunningService) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=60)
    connection.request("GET", "/readyz")
    count: int = json.load(connection.getresponse())["jobs"]["readers"]
    connection.close()
    return count


def test_nothing_but_the_data_folder_is_written(start: Start, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    start(HOME=str(home), XDG_RUNTIME_DIR=str(home))
    assert not list(home.iterdir())
