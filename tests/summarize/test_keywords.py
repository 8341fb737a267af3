"""Keywords: the paper's own, else phrases it returns to; no people, no verbs."""

from takeaways.model import Author, Document
from takeaways.summarize.keywords import keywords
from takeaways.summarize.reading import Reading

from .conftest import document

TEXT = (
    "We propose RavenCount, which counts a raven flock with acoustic counters. Acoustic counters need a microphone array. "
    "Lindqvist counters outperform others. The raven flock is counted by RavenCount in fog and in the dark of the winter."
)


def test_the_paper_s_own_list_wins(wire_document: Document) -> None:
    assert keywords(Reading(wire_document)) == ("bioacoustics", "population counts")


def test_its_own_list_is_tidied() -> None:
    paper = document(("Abstract", TEXT), keywords=("raven  count", "raven  count", " "))
    assert keywords(Reading(paper)) == ("raven count",)


def test_phrases_that_return() -> None:
    paper = document(("Abstract", TEXT), title="Counting a Raven Flock")
    by = paper.paper.model_copy(
        update={"authors": (Author(name="Ida Lindqvist"),), "provenance": {"title": "arxiv-page", "authors": "arxiv-page"}}
    )
    found = keywords(Reading(paper.model_copy(update={"paper": by})))
    assert found[0] == "raven flock"
    assert {"RavenCount", "acoustic counters"} <= set(found)
    assert not [word for word in found if "lindqvist" in word.lower() or "propose" in word or "outperform" in word]


def test_none_are_guessed_in_a_language_whose_phrases_are_not_known() -> None:
    assert keywords(Reading(document(("Abstract", "我们提出一种估计渡鸦数量的方法。它只需要一个麦克风就能工作。")))) == ()
