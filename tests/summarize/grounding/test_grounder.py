"""A model's claim leaves with the paper's own words, their place, and the first thing that speaks against it."""

from __future__ import annotations

import pytest

from takeaways.model import Block, Coverage, Document, Paper, Place, Section, Spot
from takeaways.summarize import Grounder

SENTENCES = (
    "The micro-\nphone hears “ravens” in fog [12].",
    "On 1,312 recordings the error is 8.5%, at 0.4 W (Lin et al., 2019).",
)
FOG = " ".join(SENTENCES)
RAIN = "Rain is louder. It hides a third of all calls of RavenNet-2, and nothing helps."


@pytest.fixture
def document() -> Document:
    blocks = (
        Block(id="b1", kind="paragraph", text=FOG, place=Place(page=3)),
        Block(id="b2", kind="paragraph", text=RAIN, place=Place(page=4)),
    )
    return Document(
        paper=Paper(id="sha256:1", title="CorvidCount: ravens by their voices", provenance={"title": "page-meta"}),
        sections=(Section(heading="2 Weather", number="2", blocks=blocks),),
        coverage=Coverage(reading="pdf", unit="pages", read=4, total=4, words=40),
    )


@pytest.mark.parametrize(
    ("quote", "sentence"),
    [
        ("The microphone hears “ravens” in fog", SENTENCES[0]),
        ('the microphone hears "ravens" in fog.', SENTENCES[0]),
        ("On 1312 recordings the error is 8.5 %", SENTENCES[1]),
        ("the error is 8.5\\%, at 0.4 W", SENTENCES[1]),
        ("On 1,312 recordings … at 0.4 W", SENTENCES[1]),
        ("On 1,312 recordigns the error is 8.5%", SENTENCES[1]),
        ("error is 8.5%, at 0.4 W.", SENTENCES[1]),
    ],
)
def test_a_quote_is_found_as_a_model_copies_it_and_kept_as_the_paper_has_it(
    document: Document, quote: str, sentence: str
) -> None:
    claim = Grounder(document).claim("It hears them.", ["b1"], quote)
    assert claim.state == "quoted"
    assert claim.evidence
    assert claim.evidence.quote == sentence
    assert claim.evidence.quote in FOG
    assert (claim.evidence.blocks, claim.evidence.spot) == (("b1",), Spot(kind="section", number="2"))
    assert claim.evidence.place == Place(page=3)


@pytest.mark.parametrize(
    "quote",
    [
        "",
        "fog",
        "On 1,313 recordings the error is 8.5%",
        "recordings the error is 5%, at",
        "On 1,312 recordings the error is not 8.5%",
        "The microphone fears “ravens” in snow",
        "nothing … rain is louder",
        "Ravens are black, and the owl is not.",
    ],
)
def test_a_quote_that_stands_nowhere_is_not_found(document: Document, quote: str) -> None:
    claim = Grounder(document).claim("It hears them.", ["b1", "b2"], quote)
    assert (claim.state, claim.evidence) == ("unverified", None)
    assert claim.reason
    assert (claim.reason.code, claim.reason.what) == ("quote_not_found", quote)


def test_evidence_moves_to_the_block_where_the_quote_stands(document: Document) -> None:
    claim = Grounder(document).claim("Rain is louder.", ["b1", "b9"], "rain is louder")
    assert claim.evidence
    assert (claim.state, claim.evidence.blocks, claim.evidence.quote) == ("quoted", ("b2",), "Rain is louder.")


def test_a_block_that_does_not_exist_is_told(document: Document) -> None:
    claim = Grounder(document).claim("Owls are loud.", ["b9"], "owls are loud indeed")
    assert claim.reason
    assert (claim.reason.code, claim.reason.what) == ("block_not_found", "b9")


@pytest.mark.parametrize(
    ("text", "code", "what"),
    [
        ("The error is 8.6%.", "number_not_found", "8.6%"),
        ("误差为 8%。", "number_not_found", "8%"),
        ("The error of BirdNet is 8.5%.", "name_not_found", "BirdNet"),
        ("The error of RavenNet-2 is 8.5%.", "name_not_found", "RavenNet-2"),
    ],
)
def test_what_the_evidence_does_not_hold_is_told(document: Document, text: str, code: str, what: str) -> None:
    claim = Grounder(document).claim(text, ["b1"], "the error is 8.5%")
    assert claim.evidence
    assert claim.reason
    assert (claim.state, claim.reason.code, claim.reason.what) == ("unverified", code, what)


@pytest.mark.parametrize("text", ["CorvidCount errs by 8.5 percent.", "在 1312 段录音上，误差为百分之八点五，功耗 0.4 W。"])
def test_what_it_holds_is_quoted(document: Document, text: str) -> None:
    assert Grounder(document).claim(text, ["b1"], "the error is 8.5%").state == "quoted"
