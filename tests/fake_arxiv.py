"""An arXiv on loopback: its paths, its API's Atom and its moods, over the papers of `arxiv_shelf`.

By hand: ``python -m tests.fake_arxiv --port 8123`` serves it and prints what to export so that the service asks it.
"""

from __future__ import annotations

import argparse
import re
import ssl
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from werkzeug.security import safe_join
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from tests.arxiv_atom import entry, error, feed
from tests.arxiv_shelf import ID, Shelf, corpus, split

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

HOST = "127.0.0.1"
LONGEST_NAME = 200
"""A query for many ids is longer than a file's name may be; none was recorded."""
PAPER = re.compile(rf"/(?P<form>abs|pdf|html|ar5iv/html)/(?P<asked>(?:{ID})(?:v\d+)?)(?P<rest>|\.pdf|/.+)")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".xml": "application/atom+xml; charset=utf-8",
}


class Asked(NamedTuple):
    """One request: its path with the query, and when it came (`time.monotonic`)."""

    path: str
    time: float


class _Refusal(NamedTuple):
    status: int
    retry_after: int | None


class _Handler(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: `FakeArxiv.asked` is the log."""

    def log_error(self, format: str, *args: object) -> None:
        """Nothing: it is called when a browser dislikes the certificate, which a test's browser is told to bear."""


class FakeArxiv:
    """A running fake arXiv.

    Parameters
    ----------
    shelf : Shelf
        The papers it has.
    port : int
        0 takes any free one.
    tls : ssl.SSLContext, optional
        Makes it https, as a browser must meet it; the service's settings take the plain one.

    Attributes
    ----------
    asked : list of Asked
        Every request since the last `rest`.
    delay : float
        Seconds before each answer.
    pages : dict of str to str
        A test's own pages (HTML) by path, before the shelf's.
    failing : dict of str to int
        The status that requests of paths that begin so are answered with, as long as it stands here.
    """

    def __init__(self, shelf: Shelf, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self.shelf = shelf
        self.asked: list[Asked] = []
        self.delay = 0.0
        self.pages: dict[str, str] = {}
        self.failing: dict[str, int] = {}
        self._tls = tls
        self._refusals: deque[_Refusal] = deque()
        self._gates: list[tuple[str, threading.Event]] = []
        self._start(port)

    def _start(self, port: int) -> None:
        self._server: BaseWSGIServer = make_server(HOST, port, self, threaded=True, request_handler=_Handler)
        self.port = self._server.port
        if self._tls:
            # The handshake belongs to the connection's own thread: one browser that dials ahead must not hold up all.
            self._server.socket = self._tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
            self._server.ssl_context = self._tls
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        """The base address, for `TAKEAWAYS_ARXIV_URL`."""
        return f"http{'s' if self._tls else ''}://{HOST}:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The settings that make the service ask this one and nobody else."""
        return {
            "TAKEAWAYS_ARXIV_URL": self.url,
            "TAKEAWAYS_ARXIV_API_URL": f"{self.url}/api/query",
            "TAKEAWAYS_AR5IV_URL": f"{self.url}/ar5iv",
            "TAKEAWAYS_FETCH_ALLOW_HOSTS": f"{HOST}:{self.port}",
        }

    def refuse(self, status: int = 503, *, times: int = 1, retry_after: int | None = None) -> None:
        """Answer the next requests with this status, as arXiv does when it is asked too often."""
        self._refusals.extend([_Refusal(status, retry_after)] * times)

    @contextmanager
    def down(self) -> Iterator[None]:
        """Nobody listens at the address while this lasts: connections are refused."""
        self.close()
        try:
            yield
        finally:
            self._start(self.port)

    @contextmanager
    def holding(self, path: str) -> Iterator[threading.Event]:
        """Requests of paths that begin so get no answer while this lasts, or until the event it gives is set."""
        gate = (path, threading.Event())
        self._gates.append(gate)
        try:
            yield gate[1]
        finally:
            gate[1].set()
            self._gates.remove(gate)

    def rest(self) -> None:
        """Forget the log and every mood."""
        self.asked.clear()
        self.pages.clear()
        self.failing.clear()
        self.delay = 0.0
        self._refusals.clear()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = Request(environ)
        self.asked.append(Asked(request.full_path.rstrip("?"), time.monotonic()))
        time.sleep(self.delay)
        for path, gate in list(self._gates):
            if request.path.startswith(path):
                gate.wait()
        try:
            status, retry_after = self._refusals.popleft()
        except IndexError:
            response = self._answer(request)
        else:
            response = _page(status, "Rate exceeded." if status == 429 else "Service Unavailable")
            if retry_after is not None:
                response.headers["Retry-After"] = str(retry_after)
        return response(environ, start_response)

    def _answer(self, request: Request) -> Response:
        for path, status in self.failing.items():
            if request.path.startswith(path):
                return _page(status, "Not found" if status == 404 else "Service Unavailable")
        if request.path in self.pages:
            return Response(self.pages[request.path], content_type=TYPES[".html"])
        if request.path == "/api/query":
            return self._api(request)
        if listing := re.fullmatch(r"/list/([\w.-]+)/(\w+)", request.path):
            return self._recorded(f"list/{listing[1]}_{listing[2]}.html") or _page(404, "No such list")
        named = PAPER.fullmatch(request.path)
        if not named:
            return _page(404, f"Article identifier '{request.path.rpartition('/')[2]}' not recognized")
        found = split(named["asked"])
        assert found
        id, version = found
        match named["form"], named["rest"]:
            case "abs", "":
                page = self.shelf.page(id, version)
                return _file(page.path) if page else _page(404, f"Article {named['asked']} doesn't exist")
            case "pdf", ".pdf":
                return Response(status=301, headers={"Location": f"/pdf/{named['asked']}"})
            case "pdf", "":
                path = self.shelf.pdf(id, version)
                return _file(path) if path else _page(404, f"No PDF for {named['asked']}")
            case "html", rest if not rest.startswith("."):
                return self._html(id, version, named["asked"], rest)
            case "ar5iv/html", "":
                path = self.shelf.html(id, version)
                # A paper that ar5iv has not converted is forwarded to its abs page (dginev/ar5iv, src/main.rs).
                return _file(path) if path else Response(status=307, headers={"Location": f"/abs/{named['asked']}"})
        return _page(404, "Not found")

    def _html(self, id: str, version: int | None, asked: str, rest: str) -> Response:
        page = self.shelf.html(id, version)
        if not page:
            return _page(404, f"No HTML for '{asked}'")
        if rest:
            image = safe_join(str(page.parent), rest.lstrip("/"))
            return _file(Path(image)) if image and Path(image).is_file() else _page(404, "Not found")
        body = page.read_bytes()
        if b"<base " not in body:
            # arXiv's pages carry it, as their address has no slash at its end; the corpus was recorded without.
            body = re.sub(rb"(<head[^>]*>)", rb'\1<base href="/html/%s/">' % asked.encode(), body, count=1)
        return Response(body, content_type=TYPES[".html"])

    def _recorded(self, name: str) -> Response | None:
        path = self.shelf.folder / name if self.shelf.folder and len(name) < LONGEST_NAME else None
        return _file(path) if path and path.is_file() else None

    def _api(self, request: Request) -> Response:
        asked = request.args
        for name in ("id_list", "search_query"):
            if answer := self._recorded(f"api/{name}={asked.get(name, '').replace(':', '_').replace('/', '_')}.xml"):
                return answer
        ids = [part.strip() for part in asked.get("id_list", "").split(",") if part.strip()]
        if not ids:
            return _atom(feed([error("this fake answers id_list, and the searches that the corpus recorded")]), status=400)
        entries = []
        for reference in ids:
            found = split(reference)
            if not found:
                return _atom(feed([error(f"incorrect id format for {reference}")]), status=400)
            if page := self.shelf.page(*found):  # an id that nobody has is left out, without a word
                entries.append(entry(page))
        start, most = asked.get("start", 0, type=int), asked.get("max_results", 10, type=int)
        return _atom(feed(entries[start : start + most], total=len(entries), start=start))


def _page(status: int, title: str) -> Response:
    body = f"<!DOCTYPE html><html lang='en'><head><title>{title} | arXiv</title></head><body><h1>{title}</h1></body></html>"
    return Response(body, status=status, content_type=TYPES[".html"])


def _file(path: Path) -> Response:
    return Response(path.read_bytes(), content_type=TYPES[path.suffix])


def _atom(body: bytes, *, status: int = 200) -> Response:
    return Response(body, status=status, content_type=TYPES[".xml"])


def main() -> None:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8123)
    fake = FakeArxiv(Shelf(corpus()), parser.parse_args().port)
    print("\n".join(f"export {name}={value}" for name, value in fake.environment.items()), flush=True)
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        fake.close()


if __name__ == "__main__":
    main()
