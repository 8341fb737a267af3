"""The addresses that the extension, too, must tell apart: tests/js/reference.test.js reads the same table."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from takeaways.errors import BlockedUrl, NotAUrl
from takeaways.source import Sources

TABLE = json.loads((Path(__file__).parents[1] / "wire" / "references.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("url", "expected"), TABLE["papers"].items())
def test_a_papers_address(url: str, expected: str) -> None:
    assert Sources().parse(url).id == expected


@pytest.mark.parametrize("url", TABLE["others"])
def test_another_address(url: str) -> None:
    try:
        found = Sources().parse(url).id
    except (NotAUrl, BlockedUrl):
        return
    assert not found.startswith("arxiv:")
