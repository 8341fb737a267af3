"""The page with the whole line behind it and a model that takes its time: what stands above the fold stays there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.e2e.written import CHINESE, ENGLISH, written
from tests.loopback_provider import LoopbackProvider

from .conftest import Start

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WATCH = """() => {
  const root = document.querySelector('#panel').shadowRoot;
  const pieces = ['.tag', '.one', '.takeaways', '.takeaways > li'];
  window.seen = [];
  new MutationObserver(() => {
    if (!root.querySelector('.takeaways')) return;
    window.seen.push(pieces.map((piece) => Math.round(root.querySelector(piece).getBoundingClientRect().top)).join(' '));
  }).observe(root, { childList: true, subtree: true });
}"""


@pytest.fixture
def provider() -> Iterator[LoopbackProvider]:
    with LoopbackProvider(written, piece=4, first_seconds=0.3, tokens_per_second=800) as provider:
        yield provider


@pytest.mark.parametrize(("locale", "told"), [("en-GB", ENGLISH), ("zh-CN", CHINESE)])
def test_from_preview_to_summary_nothing_above_the_fold_moves(
    browser: Browser, start: Start, provider: LoopbackProvider, locale: str, told: dict[str, tuple[str, str]]
) -> None:
    service = start(
        OPENAI_BASE_URL=provider.url, OPENAI_API_KEY="x", TAKEAWAYS_MODEL="loopback", TAKEAWAYS_MODEL_CONTEXT="64000"
    )
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale=locale, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{service.url}/?url=https://arxiv.org/abs/2401.00001")
    page.wait_for_load_state("networkidle")
    page.evaluate(WATCH)
    page.locator("#ask button").click()
    page.locator(".foot .buttons").wait_for(timeout=60_000)
    seen = page.evaluate("window.seen")
    assert len(seen) > 20, "it was watched while it grew"
    assert len(set(seen)) == 1, set(seen)
    assert told["one_sentence"][1] in page.locator(".one .claim").inner_text().replace("\u00a0", " ").replace("\u2060", "")
    assert page.locator(".doubt summary").inner_text().startswith("4 ")
    context.close()
