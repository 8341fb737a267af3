"""The extension in a real Firefox: overlay, card, sidebar, options."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.extension.firefox import Firefox
from tests.extension.line import Line
from tests.extension.papers import OURS, PaperPages, bibliography
from tests.extension.test_hover import Shelve, asked_for
from tests.fake_arxiv import FakeArxiv
from tests.running import RunningService

pytestmark = pytest.mark.browser

BUTTON = "return document.querySelector('takeaways-button')"
OVERLAY = "document.querySelector('takeaways-overlay')"
PANEL = f"{OVERLAY}?.shadowRoot.querySelector('.panel')"
CARD = "document.querySelector('takeaways-card')?.shadowRoot.querySelector('[role=dialog]')"
# The sidebar is no tab; any page of the extension can look into it.
SIDEBAR = "chrome.extension.getViews({ type: 'sidebar' })[0]?.document"
DIRECT = """
const done = arguments[1];
fetch(arguments[0]).then(() => done('answered'), (error) => done(String(error)));
setTimeout(done, 2000, 'no answer');
"""


def ready(firefox: Firefox, panel: str = PANEL) -> str:
    """What the panel says, once the whole summary is there."""
    firefox.until(f"return {panel}?.querySelector('[role=status]').textContent === 'Summary ready'")
    text: str = firefox.script(f"return {panel}.innerText")
    return text


def opened(firefox: Firefox, url: str) -> None:
    """Open a page of arXiv's, and wait for the extension."""
    firefox.go(url)
    firefox.until(BUTTON)


def test_a_page_cannot_reach_the_service_by_itself(
    firefox: Firefox, paper: PaperPages, service: RunningService, line: Line
) -> None:
    opened(firefox, paper.abs)
    assert firefox.wait(DIRECT, f"{line.url}healthz") != "answered", "the fake arXiv must count as a public address"


@pytest.mark.parametrize("way", ["toolbar", "button"])
@pytest.mark.parametrize("kind", ["abs", "html"])
def test_a_click_lays_the_summary_over_the_page(
    firefox: Firefox, paper: PaperPages, service: RunningService, line: Line, kind: str, way: str
) -> None:
    opened(firefox, getattr(paper, kind))
    if way == "toolbar":
        firefox.toolbar()
    else:
        firefox.script("document.querySelector('takeaways-button').shadowRoot.querySelector('button').click()")
    said = ready(firefox)
    assert "key takeaways" in said.lower()
    assert firefox.script(f"return {PANEL}.querySelectorAll('.takeaways .claim').length") >= 3
    assert firefox.script(f"return {OVERLAY}.shadowRoot.activeElement?.getAttribute('aria-label')") == "Close"
    ActionChains(firefox.driver).send_keys(Keys.ESCAPE).perform()
    firefox.until(f"return {OVERLAY} === null")
    assert len(line.posted("/api/v1/summaries")) == 1


def test_a_sentence_of_the_abstract_stands_there_before_anything_has_answered(
    firefox: Firefox, paper: PaperPages, service: RunningService, fake_arxiv: FakeArxiv
) -> None:
    opened(firefox, paper.abs)
    with fake_arxiv.holding("/"):
        firefox.toolbar()
        firefox.until(f"return {PANEL}?.querySelector('.one')")
        assert "We present RavenCount" in firefox.script(f"return {PANEL}.querySelector('.one').innerText")
        assert "From the abstract" in firefox.script(f"return {PANEL}.querySelector('.tag').innerText")
    ready(firefox)


def test_a_service_that_is_not_running_is_said_to_be_and_retry_reads(
    firefox: Firefox, paper: PaperPages, service: RunningService, line: Line
) -> None:
    line.lay(None)
    opened(firefox, paper.abs)
    firefox.toolbar()
    firefox.until(f"return {PANEL}?.querySelector('.problem h3')?.innerText === 'The service is not running.'")
    line.lay(service.port)
    firefox.script(f"[...{PANEL}.querySelectorAll('button')].find((b) => b.innerText === 'Retry').click()")
    ready(firefox)


def test_resting_on_a_cited_paper_shows_its_takeaways(
    firefox: Firefox, service: RunningService, site: FakeArxiv, line: Line, shelve: Shelve
) -> None:
    papers = shelve(3)
    site.pages[f"/html/{OURS}v2"] = bibliography(papers)
    opened(firefox, f"https://arxiv.org/html/{OURS}v2")
    link = firefox.driver.find_element(By.CSS_SELECTOR, ".ltx_bibitem a")
    firefox.script("arguments[0].scrollIntoView({ block: 'center' })", link)
    pointer = ActionChains(firefox.driver)
    pointer.move_to_element(link).perform()
    firefox.until(f"return {CARD}?.getAttribute('aria-busy') === 'false'")
    said = firefox.script(f"return {CARD}.innerText")
    assert papers[0].title in said
    assert "We present a census" in said
    pointer.send_keys(Keys.ESCAPE).perform()
    firefox.until(f"return {CARD} === undefined")
    assert len(asked_for(line)) == 1
    assert line.posted("/api/v1/summaries") == []


def test_on_a_pdf_the_same_click_opens_the_sidebar(firefox: Firefox, service: RunningService, line: Line) -> None:
    firefox.go(f"https://arxiv.org/pdf/{OURS}v2")
    firefox.toolbar()
    with firefox.chrome() as driver:
        assert driver.execute_script("return SidebarController.isOpen")
    firefox.beside()
    firefox.until(f"return {SIDEBAR}?.querySelector('#panel')?.shadowRoot")
    panel = f"{SIDEBAR}?.querySelector('#panel')?.shadowRoot?.querySelector('.panel')"
    said = ready(firefox, panel)
    assert "Counting Ravens by Their Voices" in said
    assert OURS in line.posted("/api/v1/summaries")[0]["url"]


def test_the_options_test_the_connection_and_keep_what_is_saved(
    firefox: Firefox, service: RunningService, line: Line
) -> None:
    firefox.go(firefox.url("options/options.html"))
    firefox.until("return document.querySelector('#state').dataset.says === 'ok'")
    line.lay(None)
    firefox.driver.find_element(By.ID, "test").click()
    firefox.until("return document.querySelector('#state').dataset.says === 'not_running'")
    address = firefox.driver.find_element(By.ID, "server")
    address.clear()
    address.send_keys(f"127.0.0.1:{service.port}")
    firefox.driver.find_element(By.CSS_SELECTOR, "#connection [type=submit]").click()
    firefox.until("return document.querySelector('#state').dataset.says === 'ok'")
    kept = firefox.wait("chrome.storage.local.get().then(arguments[0])")
    assert kept["server"] == f"http://127.0.0.1:{service.port}/"
