"""Chromium with nobody looking at the extension's worker, so that it sleeps when Chromium says so.

Playwright attaches to every worker, and a debugged worker never sleeps. This one speaks the DevTools protocol to one page.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.extension.chromium import flags


class Bare:
    """A browser with one tab.

    Parameters
    ----------
    executable, extension, profile, arxiv_port
        As for `Chromium`.
    """

    def __init__(self, executable: str, *, extension: Path, profile: Path, arxiv_port: int) -> None:
        command = [
            executable,
            "--headless=new",
            "--remote-debugging-pipe",
            "--enable-unsafe-extension-debugging",
            "--ignore-certificate-errors",
            f"--user-data-dir={profile}",
            *flags(extension, arxiv_port),
            "about:blank",
        ]
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        # Chromium reads file 3 and writes file 4. `preexec_fn` is not safe beside threads, nor has dash files above 9.
        become = f"import os, sys; os.dup2({theirs_in}, 103); os.dup2({theirs_out}, 104); os.dup2(103, 3); os.dup2(104, 4)"
        run = [sys.executable, "-c", f"{become}; os.closerange(5, 105); os.execv(sys.argv[1], sys.argv[1:])", *command]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(run, pass_fds=(theirs_in, theirs_out), stdout=quiet, stderr=quiet)
        os.close(theirs_in)
        os.close(theirs_out)
        self._out, self._in = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")
        self._rest = b""
        self._number = 0
        self._session: str | None = None
        target = next(one for one in self._targets("page") if one["url"] == "about:blank")
        session = self.send("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = session["sessionId"]

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to one command, to the page once there is one."""
        return self._send(self._session, method, parameters)

    def go(self, url: str) -> None:
        """Open an address in the tab."""
        self.send("Page.navigate", url=url)

    def script(self, expression: str) -> Any:
        """What an expression, or the promise it is, gives in the page."""
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def extension(self) -> str:
        """The extension's id, from its worker's address; empty while it is starting or asleep."""
        urls = [one["url"] for one in self._targets("service_worker")]
        return urls[0].split("/")[2] if urls else ""

    def toolbar(self, extension: str) -> None:
        """Click the extension's button in the toolbar."""
        (tab,) = self._targets("tab")
        self._send(None, "Extensions.triggerAction", {"id": extension, "targetId": tab["targetId"]})

    def close(self) -> None:
        """End the browser."""
        self._send(None, "Browser.close", {})
        self._process.wait(30)
        self._out.close()
        self._in.close()

    def _targets(self, kind: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self._send(None, "Target.getTargets", {"filter": [{"type": kind}]})["targetInfos"]
        return found

    def _send(self, session: str | None, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        self._out.write(json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        self._out.flush()
        while (answer := self._receive()).get("id") != self._number:
            pass
        assert "error" not in answer, f"{method}: {answer['error']}"
        result: dict[str, Any] = answer["result"]
        return result

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            data = os.read(self._in.fileno(), 65536)
            assert data, "Chromium has ended"
            self._rest += data
        line, _, self._rest = self._rest.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message
