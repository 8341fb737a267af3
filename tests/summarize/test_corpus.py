"""What is promised of every summary holds on real papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from takeaways.extract import Extractor
from takeaways.model import Summary

from .test_embedded import check


@pytest.fixture(scope="module")
def extractor() -> Iterator[Extractor]:
    made = Extractor(workers=1, seconds=60, memory_megabytes=1536)
    yield made
    made.close()


@pytest.mark.corpus
def test_every_html_paper_of_the_corpus(corpus: Path, extractor: Extractor, read: Callable[..., Summary]) -> None:
    pages = sorted(corpus.glob("arxiv/html/*/index.html"))
    assert pages
    for page in pages:
        paper = extractor.document(page.read_bytes(), "html", None, None, "sha256:" + "0" * 64).document
        summary = read(paper)
        check(summary, paper)
        assert summary.one_sentence is not None
        assert summary.one_sentence.evidence is not None
        assert summary.one_sentence.evidence.spot.kind == "abstract"
        assert len(summary.takeaways) >= 4
        assert summary.note.results
        assert summary.keywords
        assert summary.making.language == "en"
        check(read(paper, "quick"), paper)
