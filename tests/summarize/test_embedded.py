"""The engine as a whole: what it promises of every summary, and what it makes of odd papers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.errors import NoText
from takeaways.model import Claim, Document, Summary
from takeaways.summarize import Embedded, block_texts

from .conftest import NOW, WIRE, document

Read = Callable[..., Summary]

ABSTRACT = (
    "Counting animals that all look alike is slow work. "
    "We present RavenCount, a method that estimates the size of a raven flock from a single microphone. "
    "On 312 recordings from four roosts its estimates are within 8.5% of the counts made by three observers. "
    "A Poisson model turns the rate of distinct voices into the size of the flock at dusk."
)
PAPER = (
    ("Abstract", ABSTRACT),
    (
        "1 Introduction",
        "Counting ravens by eye has become an important problem for the protection of forests. "
        "Existing acoustic methods need an array of microphones and fail when calls overlap [3, 4]. "
        "In this paper, we present RavenCount, which estimates the size of a raven flock from one microphone.\n\n"
        "We also release a data set of 312 annotated recordings of ravens, the first to be made in fog.",
    ),
    (
        "2 Method",
        "We first separate the calls of the flock by their harmonic spacing with a filter bank. "
        "Then we group the calls into distinct voices with a mixture model over the spectrum. "
        "Finally, we estimate the size of the flock by a Poisson model of the rate of voices.",
    ),
    (
        "3 Results",
        "RavenCount outperforms the array method of Berg by 12.5% on recordings with more than 200 birds. "
        "This is shown in the table above for all four. "
        "In fog the error of RavenCount increases by no more than 0.3% over the whole winter. "
        "Training took 14 hours on one GPU with 8 GB of memory for the four roosts.",
    ),
    ("4 Limitations", "RavenCount undercounts silent birds, and it has not been tried on flocks above 900 birds."),
    ("5 Conclusion", "A single cheap microphone is enough to follow the size of a roost through a whole winter of fog."),
)


def every(summary: Summary) -> list[Claim]:
    claims = [summary.one_sentence, *summary.takeaways]
    claims += [claim for part in type(summary.note).model_fields for claim in getattr(summary.note, part)]
    return [claim for claim in claims if claim is not None]


def check(summary: Summary, paper: Document) -> None:
    """What is promised of every summary."""
    blocks = block_texts(paper)
    for claim in every(summary):
        assert claim.state == "quoted"
        assert claim.evidence is not None
        assert claim.evidence.quote in blocks[claim.evidence.blocks[0]]
        assert claim.text == " ".join(claim.text.split()) != ""
    texts = [claim.text for claim in ([summary.one_sentence] if summary.one_sentence else []) + list(summary.takeaways)]
    assert len(set(texts)) == len(texts)
    assert len(summary.takeaways) <= (12 if summary.making.unread_language else 8)
    kinds = [claim.evidence.spot.kind for claim in every(summary) if claim.evidence]
    if summary.making.depth == "full" and set(kinds) != {"abstract"}:  # something else was read, too
        assert sum(claim.evidence is not None and claim.evidence.spot.kind == "abstract" for claim in summary.takeaways) <= 2


def test_a_full_summary(read: Read) -> None:
    paper = document(*PAPER, title="RavenCount: Counting Ravens by Their Voices")
    summary = read(paper)
    check(summary, paper)
    assert summary.one_sentence is not None
    assert summary.one_sentence.text.startswith("We present RavenCount, a method")
    takeaways = [claim.text for claim in summary.takeaways]
    assert 5 <= len(takeaways) <= 8
    assert any("outperforms the array method of Berg by 12.5%" in text for text in takeaways)
    assert any("undercounts silent birds" in text for text in takeaways)
    assert not any(text.startswith(("This is shown", "In this paper, we present RavenCount")) for text in takeaways)
    order = [block.id for section in paper.sections for block in section.blocks]
    places = [order.index(claim.evidence.blocks[0]) for claim in summary.takeaways if claim.evidence]
    assert places == sorted(places)


def test_the_note_of_a_full_summary(read: Read) -> None:
    summary = read(document(*PAPER, title="RavenCount: Counting Ravens by Their Voices"))
    note = summary.note
    texts = {part: [claim.text for claim in getattr(note, part)] for part in type(note).model_fields}
    assert any(text.startswith("Counting ") for text in texts["background"])
    assert texts["prior_work"] == ["Existing acoustic methods need an array of microphones and fail when calls overlap."]
    assert [text.split()[0] for text in texts["steps"]] == ["We", "Then", "Finally,"] or texts["method"]
    assert sum("12.5%" in claim.text for claim in every(summary)) == 1  # a takeaway, and not said again in the note
    assert any("14 hours on one GPU" in text for text in texts["workload"])
    assert any("the first to be made in fog" in claim.text for claim in every(summary))
    assert texts["limitations"] == [
        "RavenCount undercounts silent birds, and it has not been tried on flocks above 900 birds."
    ]


def test_limitations_are_not_guessed(read: Read) -> None:
    stated = [part for part in PAPER if part[0] != "4 Limitations"]
    assert read(document(*stated)).note.limitations == ()
    others = (
        "4 Discussion",
        "Existing methods cannot count ravens in fog, and a limitation of the array methods is their price.",
    )
    assert read(document(*stated, others)).note.limitations == ()
    own = ("4 Discussion", "A limitation of our method is that it cannot hear the silent birds of a roost at all.")
    assert len(read(document(*stated, own)).note.limitations) == 1


def test_the_wire_s_document(read: Read, wire_document: Document) -> None:
    summary = read(wire_document)
    check(summary, wire_document)
    assert summary.keywords == wire_document.keywords
    assert summary.making.model_dump(include={"engine", "version", "extractor", "depth", "language", "at"}) == {
        "engine": "embedded", "version": "5", "extractor": "7", "depth": "full", "language": "en", "at": NOW,
    }  # fmt: skip
    assert [claim.text for claim in summary.note.limitations] == [
        "The method undercounts silent birds, and it has not been tried on flocks above 900 birds."
    ]


def test_quick_reads_the_abstract_only_and_says_so(read: Read) -> None:
    paper = document(*PAPER)
    summary = read(paper, "quick")
    check(summary, paper)
    assert {claim.evidence.spot.kind for claim in every(summary) if claim.evidence} == {"abstract"}
    assert 1 <= len(summary.takeaways) <= 3
    assert [ABSTRACT.index(claim.text) for claim in summary.takeaways] == sorted(
        ABSTRACT.index(c.text) for c in summary.takeaways
    )
    assert not any(getattr(summary.note, part) for part in type(summary.note).model_fields)
    assert (summary.coverage.reading, summary.coverage.read, summary.coverage.total) == ("abstract", 1, 1)
    assert summary.making.depth == "quick"


def test_quick_reads_the_opening_of_a_paper_without_an_abstract(read: Read) -> None:
    far = ("9 Conclusion", "We present ThisIsFarAway, a method that nobody would look for in the opening of a paper.")
    paper = document(*PAPER[1:], (None, "the word of it " * 150), far)
    summary = read(paper, "quick")
    check(summary, paper)
    assert summary.one_sentence is not None
    assert "RavenCount" in summary.one_sentence.text
    assert (summary.coverage.reading, summary.coverage.unit) == ("pdf", "sections")
    assert 0 < summary.coverage.read < summary.coverage.total == 7


def test_a_full_summary_of_an_abstract_may_take_three_from_it(read: Read) -> None:
    paper = document(("Abstract", ABSTRACT))
    summary = read(paper)
    check(summary, paper)
    assert len(summary.takeaways) >= 2
    assert summary.note.limitations == ()


def test_numbers_are_kept_and_citation_markers_go(read: Read) -> None:
    paper = document(
        ("Abstract", "We present RavenCount [12], which counts 1,312 ravens within 8.5% of the truth (Berg et al., 2019).")
    )
    one = read(paper).one_sentence
    assert one is not None
    assert one.text == "We present RavenCount, which counts 1,312 ravens within 8.5% of the truth."
    assert one.evidence is not None
    assert one.evidence.quote.endswith("(Berg et al., 2019).")


def test_the_document_s_own_language_is_believed(read: Read) -> None:
    paper = document(("Abstract", ABSTRACT)).model_copy(update={"language": "en-GB"})
    assert read(paper).making.language == "en-GB"


@pytest.mark.parametrize("depth", ["quick", "full"])
@pytest.mark.parametrize(
    "sections",
    [
        (),
        (("Abstract", ""),),
        ((None, "Table 1\n\n12 13 14 15"),),
        (("Abstract", "$x = y$"), ("References", "[1] A. Smith, 2019.")),
    ],
)
def test_no_sentence_is_an_error_of_ours(engine: Embedded, sections: tuple[tuple[str | None, str], ...], depth: str) -> None:
    with pytest.raises(NoText):
        list(engine.summarize(document(*sections), "en", depth))  # type: ignore[arg-type]


def test_one_sentence_is_enough(read: Read) -> None:
    summary = read(document((None, "We count the ravens of a roost by their voices alone.")))
    assert summary.one_sentence is not None
    assert summary.takeaways == ()


def test_a_paper_without_sections_is_read_by_place(read: Read) -> None:
    paper = document((None, "\n\n".join(text for _, text in PAPER)), title="Counting Ravens by Their Voices")
    summary = read(paper)
    check(summary, paper)
    assert len(summary.takeaways) >= 3
    assert {claim.evidence.spot.kind for claim in every(summary) if claim.evidence} <= {"page"}


def test_hidden_text_stays_flagged(read: Read, wire_document: Document) -> None:
    flags = Summary.model_validate_json((WIRE / "summary-model-zh.json").read_text()).flags
    assert read(wire_document.model_copy(update={"flags": flags})).flags == flags


@pytest.mark.parametrize(
    "text",
    [
        "(Aa, Bb " * 5_000,
        "We " * 5_000 + ".",
        "[A1, " * 5_000,
        "et al. (2019), " * 3_000,
        "the first " * 3_000,
        "A, B, " * 5_000,
        "We find (" * 150,
    ],
)
def test_hostile_text_ends_in_time(read: Read, text: str) -> None:
    paper = document(
        ("Abstract", ABSTRACT),
        ("Results", text),
        ("Results", " ".join(text[at : at + 600] + ". We" for at in range(0, 9_000, 600))),
    )
    check(read(paper), paper)


def test_it_writes_what_it_reads_whatever_is_asked(engine: Embedded) -> None:
    assert engine.written("zh-CN") == "en"
    assert (engine.engine, engine.model, engine.version) == ("embedded", None, "5")
