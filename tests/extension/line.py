"""The line between the extension and the service: a relay that notes what is asked and can be cut."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

HOST = "127.0.0.1"


class Call(NamedTuple):
    """One request as it came: `path` with its query, header names in lower case."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, which is JSON."""
        return json.loads(self.body)


class Line:
    """A loopback address that leads to whichever service it was last laid to, or refuses connections.

    Attributes
    ----------
    asked : list of Call
        Every request that came by since the last `lay`, CORS preflights included.
    """

    def __init__(self) -> None:
        self.asked: list[Call] = []
        self._listener = _bound(0)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://{HOST}:{self.port}/"
        self._upstream: int | None = None
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener.close()

    def lay(self, port: int | None) -> None:
        """Lead to that port of this machine from now on; None: nobody listens. What is open is cut, the log is empty."""
        if self._upstream is not None:
            with suppress(OSError):
                self._listener.shutdown(socket.SHUT_RDWR)  # wakes `accept`, which `close` alone does not
            self._listener.close()
        self._upstream = port
        self.cut()
        self.asked.clear()
        if port is not None:
            self._listener = _bound(self.port)
            self._listener.listen(64)
            threading.Thread(target=self._accept, args=(self._listener,), daemon=True).start()

    def cut(self) -> None:
        """Break every open connection."""
        with self._lock:
            for one in self._open:
                with suppress(OSError):
                    one.shutdown(socket.SHUT_RDWR)

    def posted(self, path: str) -> list[Any]:
        """The bodies posted to that path."""
        return [call.json for call in self.asked if call.method == "POST" and call.path == path]

    def _accept(self, listener: socket.socket) -> None:
        while True:
            try:
                near, _ = listener.accept()
            except OSError:
                return
            try:
                far = socket.create_connection((HOST, self._upstream or 0))
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open |= {near, far}
            ended = threading.Barrier(2, action=lambda near=near, far=far: self._end(near, far))
            for source, target, note in ((near, far, _Requests(self.asked.append)), (far, near, None)):
                threading.Thread(target=_pump, args=(source, target, note, ended), daemon=True).start()

    def _end(self, *ends: socket.socket) -> None:
        with self._lock:
            self._open -= set(ends)
        for one in ends:
            one.close()


def _bound(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    return listener


def _pump(source: socket.socket, target: socket.socket, note: _Requests | None, ended: threading.Barrier) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            if note:
                note.feed(data)
            target.sendall(data)
    for one in (source, target):
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
    ended.wait()


class _Requests:
    """Finds the requests in what a browser sends; browsers always give a body's length."""

    def __init__(self, found: Callable[[Call], None]) -> None:
        self._found = found
        self._rest = b""

    def feed(self, data: bytes) -> None:
        self._rest += data
        while (end := self._rest.find(b"\r\n\r\n")) >= 0:
            first, *lines = self._rest[:end].decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            whole = end + 4 + int(headers.get("content-length", 0))
            if len(self._rest) < whole:
                return
            method, path, _ = first.split(" ")
            self._found(Call(method, path, headers, self._rest[end + 4 : whole]))
            self._rest = self._rest[whole:]
