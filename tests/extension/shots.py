"""Pictures of everything that the extension shows, to be looked at: `python -m tests.extension.shots FOLDER [NAME...]`.

Each in light and dark, 1280 and 360 wide. arXiv's own styles are not here: the pages around are plain.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack
from itertools import product
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from tests.arxiv_shelf import AbsPage
from tests.extension.papers import OURS, OURS_URL, bibliography, list_page
from tests.extension.stage import Stage, set_up

PANEL = "takeaways-overlay .panel"
PLAIN = """<style>:root { color-scheme: light dark } a { color: light-dark(#1a4fb4, #8ab4f8) }
body { font: 15px/1.5 serif; max-width: 60em; margin: 1em auto; padding: 0 1em }</style></head>"""

FIRST_LINE = """(link) => {
  const { x, y, width } = link.getClientRects()[0];
  return [x + Math.min(60, width / 2), y + 5];
}"""


class Scene(NamedTuple):
    """What a picture is taken of; `held` ends after it."""

    stage: Stage
    page: Page
    papers: list[AbsPage]
    held: ExitStack


def _read(scene: Scene, url: str) -> None:
    scene.page.goto(url)
    scene.page.wait_for_function("document.readyState === 'complete'")
    scene.page.wait_for_timeout(300)
    scene.stage.chrome.toolbar(scene.page)
    scene.page.locator(f"{PANEL} [data-key=close], {PANEL}").first.wait_for()


def abs_page(scene: Scene) -> None:
    scene.page.goto(OURS_URL)
    scene.page.locator("takeaways-button:visible").wait_for()


def waiting(scene: Scene) -> None:
    paper = scene.stage.press.paper()
    scene.stage.site.pages.update({path: text.replace("</head>", PLAIN) for path, text in paper.pages.items()})
    scene.stage.arxiv.pages.update(paper.pages)
    scene.held.enter_context(scene.stage.arxiv.holding("/html/"))
    _read(scene, paper.abs)
    scene.page.locator(f"{PANEL} .takeaways").wait_for()


def summary(scene: Scene) -> None:
    _read(scene, OURS_URL)
    scene.page.locator(f"{PANEL} .takeaways").wait_for()
    scene.page.locator(f"{PANEL} .foot .buttons").wait_for()


def real(scene: Scene) -> None:
    _read(scene, "https://arxiv.org/abs/1706.03762")
    scene.page.locator(f"{PANEL} .foot .buttons").wait_for(timeout=60_000)


def html(scene: Scene) -> None:
    _read(scene, f"https://arxiv.org/html/{OURS}v2")
    scene.page.locator(f"{PANEL} .foot .buttons").wait_for()
    scene.page.locator(f"{PANEL} .takeaways .spot").nth(2).click()


def pdf(scene: Scene) -> None:
    _read(scene, f"https://arxiv.org/pdf/{OURS}v2")
    scene.page.locator(f"{PANEL} .foot .buttons").wait_for()
    scene.page.wait_for_timeout(700)


def stopped(scene: Scene) -> None:
    scene.stage.line.lay(None)
    _read(scene, OURS_URL)
    scene.page.locator(f"{PANEL} .problem").wait_for()
    scene.stage.line.lay(scene.stage.service.port)


def _rest(scene: Scene) -> None:
    scene.page.goto(f"https://arxiv.org/html/{OURS}v2")
    scene.page.locator("takeaways-button").first.wait_for(state="attached")
    link = scene.page.locator(".ltx_bibitem a").nth(2)
    link.evaluate("(link) => link.scrollIntoView({ block: 'center' })")
    scene.page.wait_for_timeout(200)
    # Of a link over two lines: its first.
    at = link.evaluate(FIRST_LINE)
    scene.page.mouse.move(2, 2)
    scene.page.mouse.move(*at)
    scene.page.locator("takeaways-card [role=dialog]").wait_for()


def card(scene: Scene) -> None:
    _rest(scene)
    scene.page.locator("takeaways-card [aria-busy=false]").wait_for()


def listing(scene: Scene) -> None:
    _read_list(scene, abstracts=False)


def listing_abstracts(scene: Scene) -> None:
    _read_list(scene, abstracts=True)


def _read_list(scene: Scene, *, abstracts: bool) -> None:
    scene.stage.site.pages["/list/q-bio/recent"] = list_page(scene.papers, abstracts=abstracts).replace("</head>", PLAIN)
    scene.page.goto("https://arxiv.org/list/q-bio/recent")
    scene.page.wait_for_timeout(500)
    scene.stage.chrome.toolbar(scene.page)
    scene.page.wait_for_timeout(1500)


def options(scene: Scene) -> None:
    scene.page.goto(scene.stage.chrome.url("options/options.html"))
    scene.page.locator("#state[data-says]").wait_for()


def options_stopped(scene: Scene) -> None:
    scene.stage.line.lay(None)
    options(scene)
    scene.stage.line.lay(scene.stage.service.port)


def sidebar(scene: Scene) -> None:
    scene.page.goto(scene.stage.chrome.url(f"sidebar/sidebar.html?url={OURS_URL}"))
    scene.page.locator("#panel .takeaways").wait_for()


def sidebar_empty(scene: Scene) -> None:
    scene.page.goto(scene.stage.chrome.url("sidebar/sidebar.html"))
    scene.page.wait_for_timeout(500)


SHOTS: tuple[Callable[[Scene], None], ...] = (
    abs_page, waiting, summary, real, html, pdf, stopped, card, listing, listing_abstracts, options,
    options_stopped, sidebar, sidebar_empty,
)  # fmt: skip


def main(folder: Path, only: list[str]) -> None:
    """Take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with set_up() as stage:
        papers = stage.papers(12)
        shown = stage.site.shelf.page(OURS)
        assert shown
        pages = {f"/abs/{OURS}": shown.path.read_text(encoding="utf-8"), f"/html/{OURS}v2": bibliography(papers)}
        stage.site.pages.update({path: text.replace("</head>", PLAIN) for path, text in pages.items()})
        for shot, width, scheme in product(SHOTS, (1280, 360), ("light", "dark")):
            if only and shot.__name__ not in only:
                continue
            page = stage.chrome.context.new_page()
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
            with ExitStack() as held:
                shot(Scene(stage, page, papers, held))
                page.wait_for_timeout(250)
                page.screenshot(path=folder / f"{shot.__name__}-{width}-{scheme}.png")
            page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
