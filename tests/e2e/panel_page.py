"""A panel in a page of the browser, driven as its host would drive it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from tests.e2e.panel_site import panel_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

START = """
async ([locale, language, surface]) => {
  const { createPanel } = await import('/assets/panel/panel.js');
  const { loadWords } = await import('/assets/lib/words.js');
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  document.body.style.display = 'block';
  host.id = 'host';
  if (surface === 'frame') host.style.cssText = 'position: fixed; inset: 0 0 0 auto; inline-size: min(420px, 100%)';
  window.sent = [];
  window.gone = new AbortController();
  window.panel = createPanel(host.attachShadow({ mode: 'open' }), {
    t: await loadWords('/assets/_locales/', locale), language, surface, signal: window.gone.signal,
    send: (action) => { window.sent.push(action); return Promise.resolve(); },
  });
}
"""


class Panel:
    """A panel in a page, driven as its host would."""

    def __init__(self, page: Page, locale: str = "en", language: str = "en", surface: str = "frame") -> None:
        self.page = page
        page.evaluate(START, [locale, language, surface])

    def events(self, *events: dict[str, Any]) -> None:
        """Hand it events."""
        self.page.evaluate("(events) => events.forEach((event) => window.panel.event(event))", list(events))

    def problem(self, problem: dict[str, Any]) -> None:
        """Hand it a problem."""
        self.page.evaluate("(problem) => window.panel.problem(problem)", problem)

    def text(self, selector: str = ".panel") -> str:
        """What a reader sees there."""
        return self.page.locator(selector).first.inner_text()

    def texts(self, selector: str) -> list[str]:
        """The texts of all that match."""
        return self.page.locator(selector).all_inner_texts()

    @property
    def sent(self) -> list[dict[str, Any]]:
        """What it asked its host for."""
        return self.page.evaluate("window.sent")


@contextmanager
def watched_page(browser: Browser) -> Iterator[Page]:
    """A page to put a panel into; a script's fault or an error in the console fails the test."""
    with panel_site() as site:
        context = browser.new_context(viewport={"width": 1000, "height": 700}, reduced_motion="reduce", locale="en-GB")
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(site.url)
        yield page
        context.close()
        assert not faults
