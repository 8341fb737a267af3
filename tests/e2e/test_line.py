"""The whole line: a reader at the page, the service as a process, a fake arXiv behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.fake_arxiv import FakeArxiv

from .conftest import RunningService

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser, service: RunningService) -> Page:
    context = browser.new_context(locale="en-GB", permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(service.url)
    return page


def _ask(page: Page, url: str) -> None:
    page.get_by_label("arXiv address").fill(url)
    page.get_by_role("button", name="Read", exact=True).click()


def test_from_an_address_to_a_summary_whose_claims_stand_in_the_paper(page: Page, fake_arxiv: FakeArxiv) -> None:
    _ask(page, "https://arxiv.org/abs/2401.00001")
    page.locator(".foot .buttons").wait_for()
    assert page.locator(".paper h2").inner_text().startswith("Counting Ravens by Their Voices")
    assert "Ida Lindqvist" in page.locator(".by").inner_text()
    claims = page.locator(".takeaways > li").all()
    assert len(claims) >= 3

    linked = [unquote(href) for href in page.locator(".takeaways a.spot").evaluate_all("all => all.map((one) => one.href)")]
    assert len(linked) == len(claims)
    reader = page.context.new_page()
    for href in linked:
        address, _, fragment = href.partition("#")
        anchor = fragment.partition(":~:")[0]
        reader.goto(address.replace("https://arxiv.org", fake_arxiv.url))
        assert reader.locator(f"[id='{anchor}']").count() == 1, href
    reader.close()

    page.get_by_role("button", name="Copy", exact=True).click()
    page.locator(".told").wait_for()
    assert "# Counting Ravens by Their Voices" in page.evaluate("navigator.clipboard.readText()")

    asked = len(fake_arxiv.asked)
    page.reload()
    assert page.locator("#url").input_value() == "https://arxiv.org/abs/2401.00001"
    page.get_by_role("button", name="Read", exact=True).click()
    page.locator(".foot .buttons").wait_for()
    assert len(fake_arxiv.asked) == asked, "the second time it comes from the cache"


def test_a_paper_that_is_not_there(page: Page) -> None:
    _ask(page, "2401.99999")
    page.locator(".problem").wait_for()
    assert page.locator(".problem h3").inner_text() == "There is no such paper there."


def test_a_service_that_stops_under_an_open_page(page: Page, service: RunningService) -> None:
    service.stop()
    _ask(page, "2401.00001")
    page.locator(".problem").wait_for()
    assert page.locator(".problem h3").inner_text() == "The service is not running."
