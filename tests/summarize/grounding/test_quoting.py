"""Where a quote stands in a block, though the block is odd."""

from __future__ import annotations

import pytest

from takeaways.summarize.grounding.folding import fold
from takeaways.summarize.grounding.quoting import find

SAID = "We counted ravens at dusk"


@pytest.mark.parametrize("around", ["(2019 ", "(Poe and ", "[1, ", "… ", "not "])
def test_a_block_without_end_is_looked_through(around: str) -> None:
    """Brackets that do not close took the time of their square: minutes for 100 kB."""
    block = f"({around.strip('(') * 20_000} {SAID} in winter."
    found = find(SAID, block, fold(block))
    assert found
    assert block[slice(*found)] == SAID
    assert find("We counted owls at dawn in twenty nests far from the sea", block, fold(block)) is None


def test_a_citation_left_out_of_a_quote_is_passed_over() -> None:
    block = "We counted ravens (Poe, 1945; Dickens and Grip 2001a) at dusk (see Table 2) in winter."
    found = find("counted ravens at dusk in winter", block, fold(block))
    assert found
    assert block[slice(*found)].startswith("counted ravens (Poe")
