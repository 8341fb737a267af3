"""Formulas of claims as MathML, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.e2e.panel_page import Panel, watched_page
from tests.e2e.panel_site import summary_event, wire

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with watched_page(browser) as page:
        yield page


def shown(page: Page, *texts: str) -> Panel:
    summary = wire("summary")
    summary["takeaways"] = [summary["takeaways"][0] | {"text": text} for text in texts]
    panel = Panel(page)
    panel.events(summary_event(summary))
    return panel


def test_a_formula_is_mathml_and_the_words_around_it_stay(page: Page) -> None:
    shown(page, "The size of the flock is $\\hat{n}=\\lambda T/2$ at a cost of $5 a day.", "Within $\\pm 8.5\\%$.")
    page.wait_for_selector(".takeaways math")
    first = page.locator(".takeaways .claim").first
    assert first.locator("math").count() == 1
    assert first.locator("math mover").count() == 1
    assert "at a cost of $5 a day." in first.inner_text()
    assert page.locator(".takeaways .spot").count() == 2
    assert page.locator(".formula").first.get_attribute("title") == "\\hat{n}=\\lambda T/2"


def test_tex_that_cannot_be_read_stays_as_it_is(page: Page) -> None:
    panel = shown(page, "The operator $\\unknownmacro{x}$ commutes.", "We have $x^{2}$ and $\\frac{a}{$ as well.")
    page.wait_for_selector(".takeaways math")
    assert panel.texts(".takeaways code.tex")[0] == "$\\unknownmacro{x}$"
    assert "as well." in panel.texts(".takeaways .claim")[1]


def test_tex_that_means_harm_does_none(page: Page) -> None:
    shown(
        page,
        "See $\\href{javascript:alert(1)}{x}$ and $\\includegraphics{https://evil.example/p.png}$.",
        "And $\\style{position:fixed;inset:0}{x}$ and $\\class{panel}{y}$ and $\\rule{9999em}{9999em}$.",
        "And $\\def\\a{\\a\\a}\\a$.",
        "But $x$ is read.",
    )
    page.wait_for_selector(".takeaways math")
    assert page.locator(".takeaways :is(.formula, .tex) :is(a, img, script, iframe)").count() == 0
    assert page.locator(".takeaways .formula [style*=fixed]").count() == 0
    box = page.locator(".takeaways").bounding_box()
    assert box
    assert box["height"] < 3000
