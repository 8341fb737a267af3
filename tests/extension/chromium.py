"""A real Chromium with the extension in it, which takes the fake arXiv for https://arxiv.org."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.conftest import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession, Page, Playwright, Worker

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "extension"
DEFAULT_SERVER = "http://127.0.0.1:8765/"


def copy(to: Path, server: str, *hosts: str) -> Path:
    """A copy of the extension to be tested.

    Parameters
    ----------
    to : Path
        The folder to be made.
    server : str
        Where it looks for its service first: whatever listens at the real address is not the tests'.
    *hosts : str
        Host patterns granted from the start: no test can answer a browser's permission prompt.
    """
    shutil.copytree(EXTENSION, to)
    settings = to / "lib" / "settings.js"
    text = settings.read_text(encoding="utf-8")
    assert text.count(DEFAULT_SERVER) == 1
    settings.write_text(text.replace(DEFAULT_SERVER, server), encoding="utf-8")
    described = to / "manifest.json"
    manifest = json.loads(described.read_text(encoding="utf-8"))
    manifest["host_permissions"] += hosts
    described.write_text(json.dumps(manifest), encoding="utf-8")
    return to


def flags(extension: Path, arxiv_port: int) -> list[str]:
    """Chromium's command line: the extension, and arXiv at a port of this machine.

    That port counts as a public address, as arXiv's does: else a page could reach the service on loopback by itself, and a
    design that fails on the real arXiv would pass here.
    """
    return [
        *CHROMIUM,
        f"--disable-extensions-except={extension}",
        f"--load-extension={extension}",
        f"--host-resolver-rules=MAP arxiv.org 127.0.0.1:{arxiv_port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--ip-address-space-overrides=127.0.0.1:{arxiv_port}=public",
    ]


class Chromium:
    """The browser, driven through Playwright, which keeps the extension's worker from falling asleep.

    Parameters
    ----------
    playwright : Playwright
    executable : str
    extension : Path
        The unpacked extension.
    profile : Path
        The browser's profile, an empty folder.
    arxiv_port : int
        Of the fake arXiv over TLS.
    """

    def __init__(
        self, playwright: Playwright, executable: str, *, extension: Path, profile: Path, arxiv_port: int, **more: Any
    ) -> None:
        # An unpacked extension that is reloaded stays off without the developer mode.
        preferences = profile / "Default" / "Preferences"
        preferences.parent.mkdir(parents=True)
        preferences.write_text(json.dumps({"extensions": {"ui": {"developer_mode": True}}}), encoding="utf-8")
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=executable,
            headless=True,
            ignore_https_errors=True,
            args=flags(extension, arxiv_port),
            **{"viewport": {"width": 1280, "height": 800}, "locale": "en-GB", **more},
        )
        self.id = self.worker().url.split("/")[2]
        browser = self.context.browser
        assert browser
        self._cdp: CDPSession = browser.new_browser_cdp_session()

    def worker(self) -> Worker:
        """The extension's worker, which may still be starting."""
        return (
            self.context.service_workers[0] if self.context.service_workers else self.context.wait_for_event("serviceworker")
        )

    def url(self, path: str) -> str:
        """The address of a file of the extension."""
        return f"chrome-extension://{self.id}/{path}"

    def targets(self, **filter: Any) -> list[dict[str, Any]]:
        """DevTools' targets."""
        found: list[dict[str, Any]] = self._cdp.send("Target.getTargets", {"filter": [filter]})["targetInfos"]
        return found

    def toolbar(self, page: Page) -> None:
        """Click the extension's button in the toolbar, with `page` in front: a real click, with the rights of one."""
        page.bring_to_front()
        targets = self.targets(type="tab")
        target = next(one for one in targets if one["url"] == page.url)
        self._cdp.send("Extensions.triggerAction", {"id": self.id, "targetId": target["targetId"]})

    def kill_worker(self) -> None:
        """End the worker, as Chromium does when it thinks it idle."""
        for one in self.targets(type="service_worker"):
            if self.id in one["url"]:
                self._cdp.send("Target.closeTarget", {"targetId": one["targetId"]})

    def set_offline(self, page: Page, offline: bool) -> None:
        """Tell a page that there is no network. Playwright's own way would cut the worker off from this machine too."""
        session = self.context.new_cdp_session(page)
        session.send(
            "Network.emulateNetworkConditions",
            {"offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
        )
        if not offline:
            session.detach()

    def reload_extension(self) -> None:
        """As a developer, or an update, does; the pages that are open keep what ran in them."""
        with self.aside() as page, self.context.expect_event("serviceworker") as started:
            page.evaluate("void setTimeout(chrome.runtime.reload, 100)")  # it closes this page too
        started.value.evaluate("chrome.action.onClicked.hasListeners() || Promise.reject('it listens to nothing')")

    def first_run(self) -> Page:
        """The options that come up by themselves where no service answers."""
        opened = self.url("options/options.html")
        # In a tab of its own, or in an empty one that is there.
        for _ in range(300):
            for page in self.context.pages:
                if page.url == opened:
                    return page
            self.context.pages[0].wait_for_timeout(100)
        raise AssertionError(f"the options did not open: {[page.url for page in self.context.pages]}")

    def settle(self, **settings: Any) -> None:
        """Set these settings, and every other to its default."""
        with self.aside() as page:
            page.evaluate(
                "async (s) => { await chrome.storage.local.clear(); await chrome.storage.local.set(s); }", settings
            )

    @contextmanager
    def aside(self) -> Iterator[Page]:
        """A page of the extension's own, where its API can be called."""
        page = self.context.new_page()
        page.goto(self.url("options/options.html"))
        try:
            yield page
        finally:
            page.close()

    def worker_says(self, message: dict[str, Any]) -> Any:
        """What the background answers to a message."""
        with self.aside() as page:
            return page.evaluate("(message) => chrome.runtime.sendMessage(message)", message)

    def in_content_script(self, page: Page, expression: str) -> Any:
        """What an expression, or the promise it is, gives where the extension's content script runs in a page."""
        worlds: list[dict[str, Any]] = []
        session = self.context.new_cdp_session(page)
        session.on("Runtime.executionContextCreated", lambda came: worlds.append(came["context"]))
        session.send("Runtime.enable")
        (ours,) = [world["id"] for world in worlds if world["origin"].endswith(self.id)]
        answer = session.send(
            "Runtime.evaluate", {"expression": expression, "contextId": ours, "awaitPromise": True, "returnByValue": True}
        )
        session.detach()
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def tidy(self) -> None:
        """Close what a test has opened; one empty tab keeps the browser alive."""
        first, *others = self.context.pages
        for page in others:
            page.close()
        first.goto("about:blank")

    def close(self) -> None:
        """End the browser."""
        self.context.close()
