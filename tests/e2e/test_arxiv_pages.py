"""The extension's selectors (content/page.js) on real pages of arXiv's, in a real Chromium's DOM."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.arxiv_shelf import read_abs
from tests.e2e.panel_site import panel_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.corpus]

READ = """
async (html) => {
  const { abstractOf, entriesOf, titleNear, titleOf } = await import('/assets/content/page.js');
  const { keySentence } = await import('/assets/content/preview.js');
  const { keyRanges } = await import('/assets/content/highlight.js');
  const doc = new DOMParser().parseFromString(html, 'text/html');
  // The page that parses it has another address, and a policy that lets no <base> say otherwise.
  for (const link of doc.querySelectorAll('a[href^="/"]')) link.href = `https://arxiv.org${link.getAttribute('href')}`;
  return {
    title: titleOf(doc),
    abstract: abstractOf(doc),
    key: keySentence(abstractOf(doc))?.text ?? null,
    entries: entriesOf(doc).map(({ paper, abstracts }) => ({ id: paper.id, key: keyRanges(abstracts).sentence })),
    near: [...doc.querySelectorAll('.ltx_bibitem a[href*="arxiv.org/abs"], dt a[title=Abstract]')].map(titleNear),
  };
}
"""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page that has the extension's modules."""
    with panel_site() as site:
        page = browser.new_page()
        page.goto(site.url)
        yield page
        page.close()


def read(reader: Page, path: Path) -> dict[str, Any]:
    """What the extension finds in a page."""
    found: dict[str, Any] = reader.evaluate(READ, path.read_text(encoding="utf-8"))
    return found


def test_an_abs_page_gives_its_title_and_its_abstract(reader: Page, corpus: Path) -> None:
    pages = sorted((corpus / "arxiv" / "abs").glob("*.html"))
    assert len(pages) > 5
    for path in pages:
        known, found = read_abs(path), read(reader, path)
        assert found["title"] == known.title, path.name
        assert found["abstract"].split()[:8] == known.abstract.split()[:8], path.name
        assert found["key"] in " ".join(found["abstract"].split()), path.name
        assert found["entries"] == []


def test_an_html_page_gives_its_title_and_its_abstract_without_notes(reader: Page, corpus: Path) -> None:
    found = read(reader, corpus / "arxiv" / "html" / "1911.02782v1" / "index.html")
    assert found["title"] == "S2ORC: The Semantic Scholar Open Research Corpus"
    assert found["key"].startswith("We introduce S2ORC, a large corpus of 81.1M")
    assert "A context-aware citation recommendation model with bert and graph convolutional networks" in found["near"]
    assert all(found["near"])
    for path in sorted((corpus / "arxiv" / "html").glob("*/index.html")):
        found = read(reader, path)
        assert found["title"], path
        assert len(found["abstract"]) > 200, path
        assert "Abstract" not in found["abstract"][:20], path


def test_a_list_gives_its_papers_with_their_titles(reader: Page, corpus: Path) -> None:
    found = read(reader, corpus / "arxiv" / "list" / "cs_recent.html")
    assert [entry["id"] for entry in found["entries"]] == ["arxiv:1008.3222", "arxiv:0704.0046"]
    assert found["near"] == [
        "Proofs for an Abstraction of Continuous Dynamical Systems Utilizing Lyapunov Functions",
        "A limit relation for entropy and channel capacity per unit cost",
    ]
    assert {entry["key"] for entry in found["entries"]} == {""}, "a recent list has no abstracts"
    for path in sorted((corpus / "arxiv" / "list").glob("*.html")):
        rows = path.read_text(encoding="utf-8").count('title="Abstract"')
        assert len(read(reader, path)["entries"]) == rows, path.name
