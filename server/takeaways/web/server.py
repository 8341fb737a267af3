"""gunicorn, told how: one process (the memory cache and single flight are then exact), a thread a stream."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker

from ..config import Settings
from ..errors import BadSettings
from ..wiring import Service, check, wire
from .app import create_app

GRACE_SECONDS = 30
SILENCE_SECONDS = 60


class Server(BaseApplication):  # type: ignore[misc]
    """The service under gunicorn.

    Parameters
    ----------
    settings : Settings
    ready : callable
        Called when it listens.
    """

    def __init__(self, settings: Settings, ready: Callable[[], None]) -> None:
        self._settings = settings
        self._ready = ready
        self._service: Service | None = None
        super().__init__()

    def load_config(self) -> None:
        """gunicorn's own settings, from ours."""
        options: dict[str, Any] = {
            "bind": self._settings.bind,
            "worker_class": "gthread",
            "workers": 1,
            "threads": self._settings.threads,
            "timeout": SILENCE_SECONDS,
            "graceful_timeout": GRACE_SECONDS,
            "loglevel": "warning",
            # A socket in the home folder through which gunicorn can be steered: nobody needs it.
            "control_socket_disable": True,
            "when_ready": lambda _arbiter: self._ready(),
            "post_worker_init": self._begin,
            "worker_exit": self._close,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def run(self) -> None:
        """Serve until a signal ends it.

        Raises
        ------
        BadSettings
            A room cannot work with its settings; or nothing can listen at that address: another program does, or it is
            not this machine's.
        """
        # Now, not in gunicorn's worker, of which a traceback would be all that is seen.
        check(self._settings)
        # Asked before gunicorn does, which would try for five seconds and end with a log of it.
        where = (self._settings.host.strip("[]"), self._settings.port)
        try:
            socket.create_server(where, family=socket.AF_INET6 if ":" in where[0] else socket.AF_INET).close()
        except OSError as err:
            bind = self._settings.bind
            raise BadSettings(f"TAKEAWAYS_BIND={bind}: {err.strerror}. Is the service running already?") from err
        super().run()

    def load(self) -> Flask:
        """Wire the service; called in the worker, so that threads and processes belong to it."""
        self._service = wire(self._settings)
        return create_app(self._service)

    def _begin(self, worker: Worker) -> None:
        """All is loaded: let a parser get ready, so that the first reader need not wait for it."""
        if self._service:
            self._service.extractor.start()
        self._close_on_signal(worker)

    def _close_on_signal(self, worker: Worker) -> None:
        """On SIGTERM, end the open streams with a `retry` event, so that the worker need not wait for them."""
        gracefully = signal.getsignal(signal.SIGTERM)

        def handle(number: int, frame: FrameType | None) -> None:
            if self._service:
                self._service.jobs.close()
            if callable(gracefully):
                gracefully(number, frame)

        signal.signal(signal.SIGTERM, handle)

    def _close(self, _arbiter: object, _worker: Worker) -> None:
        if self._service:
            self._service.close()
