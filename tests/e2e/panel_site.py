"""The page with a scripted service behind it: the page's own files and policy, and answers that a test has laid out."""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from takeaways.web.pages import CONTENT_SECURITY_POLICY

ROOT = Path(__file__).parents[2]
WIRE = ROOT / "tests" / "wire"
WEB = ROOT / "server" / "takeaways" / "web"
FOLDERS = {"/assets/": ROOT / "extension", "/static/": WEB / "static"}
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json"}


def wire(name: str) -> Any:
    """An example of the wire, one's own copy."""
    return json.loads((WIRE / f"{name}.json").read_text())


def stage(name: str = "fetch", n: int = 2) -> dict[str, Any]:
    """A stage event."""
    return {"type": "stage", "job": "9f86d081884c7d659a2f", "name": name, "n": n, "of": 4}


def summary_event(summary: dict[str, Any]) -> dict[str, Any]:
    """The event that ends a job well."""
    return {"type": "summary", "id": "4355a46b19d348dc2f57", "summary": copy.deepcopy(summary)}


@dataclass
class Stream:
    """An answer of events. `open` keeps it unfinished, as a job that is still running."""

    events: list[dict[str, Any]]
    epoch: str = "e"
    start: int = 1
    open: bool = False


@dataclass
class Refusal:
    """An answer that is a problem."""

    problem: dict[str, Any]


@dataclass
class Site:
    """What the scripted service answers, in turn (the last again and again), and what it was asked."""

    url: str = ""
    answers: list[Stream | Refusal] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def next(self) -> Stream | Refusal:
        """The next answer."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            """Quiet."""

        def _send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def _note(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(length)
            kind = self.headers.get("Content-Type", "")
            site.asked.append(
                {
                    "method": self.command,
                    "path": self.path,
                    "body": json.loads(body) if kind == "application/json" else body,
                    "type": kind,
                    "token": self.headers.get("Authorization"),
                    "last": self.headers.get("Last-Event-ID"),
                }
            )

        def _answer(self) -> None:
            answer = site.next()
            if isinstance(answer, Refusal):
                body = json.dumps(answer.problem).encode()
                return self._send(answer.problem["status"], "application/problem+json", body)
            self._send(200, "text/event-stream", b"")
            for seq, event in enumerate(answer.events, answer.start):
                self.wfile.write(f"id: {answer.epoch}-{seq}\nevent: {event['type']}\ndata: {json.dumps(event)}\n\n".encode())
            self.wfile.flush()
            if answer.open:
                site.stopping.wait(60)
            return None

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path == "/":
                page = (WEB / "templates" / "index.html").read_bytes()
                return self._send(200, "text/html", page, Content_Security_Policy=CONTENT_SECURITY_POLICY)
            for prefix, folder in FOLDERS.items():
                file = folder / path.removeprefix(prefix)
                if path.startswith(prefix) and file.is_file():
                    return self._send(200, TYPES[file.suffix], file.read_bytes())
            if path.startswith("/api/"):
                self._note()
                if path.endswith("/events"):
                    return self._answer()
                return self._send(200, "text/plain", f"# {path.rpartition('.')[2]}".encode())
            return self._send(404, "text/plain", b"")

        def do_POST(self) -> None:
            self._note()
            if self.path == "/api/v1/uploads":
                return self._send(201, "application/json", json.dumps({"id": f"sha256:{'0' * 64}"}).encode())
            return self._answer()

        def do_DELETE(self) -> None:
            self._note()
            self._send(204, "text/plain", b"")

    return Handler


@contextmanager
def panel_site() -> Iterator[Site]:
    """A running site on a free loopback port."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_address[1]}/"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.stopping.set()
        server.shutdown()
        server.server_close()
        thread.join()
