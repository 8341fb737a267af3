"""gunicorn, told how: one process (the memory cache and single flight are then exact), a thread a stream."""

from __future__ import annotations

import signal
from types import FrameType
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication
from gunicorn.workers.base import Worker

from ..config import Settings
from ..wiring import Service, wire
from .app import create_app

GRACE_SECONDS = 30
SILENCE_SECONDS = 60


class Server(BaseApplication):  # type: ignore[misc]
    """The service under gunicorn.

    Parameters
    ----------
    settings : Settings
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
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
            "post_worker_init": self._close_on_signal,
            "worker_exit": self._close,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """Wire the service; called in the worker, so that threads and processes belong to it."""
        self._service = wire(self._settings)
        return create_app(self._service)

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
