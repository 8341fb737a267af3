"""One sentence of a paper, and what is claimed of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.model import Block, Coverage, Document, Paper, Section
from takeaways.summarize import Grounder

Against = Callable[[str, str], str | None]


@pytest.fixture
def against() -> Against:
    """Claims something of a paragraph, quoting its first sentence's beginning; gives the code of what speaks against it."""

    def ground(paper: str, text: str) -> str | None:
        document = Document(
            paper=Paper(id="sha256:1"),
            sections=(Section(blocks=(Block(id="b1", kind="paragraph", text=paper),)),),
            coverage=Coverage(reading="pdf", unit="pages", read=1, total=1, words=20),
        )
        claim = Grounder(document).claim(text, ["b1"], " ".join(paper.split()[:6]))
        assert claim.evidence, "the quote must be found"
        return claim.reason.code if claim.reason else None

    return ground
