"""A claim says of itself only what its evidence carries."""

import pytest

from takeaways.model import Document, Evidence, Reason, Spot
from takeaways.summarize import block_texts, ground

BLOCKS = {"b1": "On 1,312 recordings the error is 8.5%, at 0.4 W.", "b2": "Fog is no matter."}


def evidence(quote: str, *blocks: str) -> Evidence:
    return Evidence(blocks=blocks or ("b1",), quote=quote, spot=Spot(kind="abstract"))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The error is 8.5%.", "the error is 8.5%, at 0.4 W."),
        ("1312 段录音", "On 1,312 recordings"),
        ("Fog does not matter.", "no matter"),
    ],
)
def test_what_is_carried_is_quoted(text: str, quote: str) -> None:
    claim = ground(text, evidence(quote, "b1", "b2"), BLOCKS)
    assert (claim.state, claim.reason, claim.text) == ("quoted", None, text)


@pytest.mark.parametrize(
    ("text", "given", "reason"),
    [
        ("It costs 0.3 W.", evidence("at 0.4 W."), Reason(code="number_not_found", what="0.3")),
        ("The error is 8%.", evidence("the error is 8.5%"), Reason(code="number_not_found", what="8")),
        ("It costs 0.4 W.", evidence("the error is 8.5%"), Reason(code="number_not_found", what="0.4")),
        ("Fog matters.", evidence("Fog matters."), Reason(code="quote_not_found", what="Fog matters.")),
        ("Fog matters.", evidence("fog is no matter", "b2"), Reason(code="quote_not_found", what="fog is no matter")),
        ("Fog matters.", evidence(" "), Reason(code="quote_not_found", what=" ")),
        ("Fog matters.", evidence("Fog", "b9"), Reason(code="block_not_found", what="b9")),
    ],
)
def test_what_is_not_says_why(text: str, given: Evidence, reason: Reason) -> None:
    claim = ground(text, given, BLOCKS)
    assert (claim.state, claim.reason) == ("unverified", reason)


def test_blocks_are_read_from_every_section(wire_document: Document) -> None:
    texts = block_texts(wire_document)
    assert texts["footnote1"] == "The microphone costs 12 euros."
    assert len(texts) == sum(len(section.blocks) for section in wire_document.sections)
