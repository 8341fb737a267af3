"""The service as a process of its own: `takeaways serve`, as a user starts it."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
Start = Callable[..., "RunningService"]


class RunningService:
    """`takeaways serve`, as a user starts it."""

    def __init__(self, environment: dict[str, str], log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.log = log
        self.url = f"http://127.0.0.1:{self.port}"
        command = "from takeaways.cli import main; main(['serve'])"
        with log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", command],
                env={
                    **os.environ,
                    **environment,
                    "TAKEAWAYS_BIND": f"127.0.0.1:{self.port}",
                    "PYTHONPATH": str(ROOT / "server"),
                },
                stdout=out,
                stderr=out,
            )

    def wait(self) -> None:
        """Until it answers."""
        for _ in range(300):
            assert self.process.poll() is None, self.log.read_text()
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
            with closing(connection), suppress(OSError):
                connection.request("GET", "/healthz")
                if connection.getresponse().status == 200:
                    return
            time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    def stop(self) -> int:
        """SIGTERM, as a supervisor stops it."""
        self.process.terminate()
        return self.process.wait(timeout=45)
