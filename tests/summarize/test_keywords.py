"""Keywords: the paper's own, else noun phrases it returns to; no people, no places, no verbs, nothing twice."""

import pytest

from takeaways.model import Author, Document
from takeaways.summarize.keywords import keywords
from takeaways.summarize.reading import Reading

from .conftest import document

TEXT = (
    "We propose RavenCount, which counts a raven flock with acoustic counters. Acoustic counters need a microphone array. "
    "Lindqvist counters outperform others. The raven flock is counted by RavenCount in fog and in the dark of the winter."
)


def found(abstract: str, body: str = "", title: str | None = None, *authors: Author) -> tuple[str, ...]:
    paper = document(("Abstract", abstract), ("Method", body or abstract), title=title)
    said = {"title": "arxiv-page", "authors": "arxiv-page"} if title else {"authors": "arxiv-page"}
    by = paper.paper.model_copy(update={"authors": authors, "provenance": said})
    return keywords(Reading(paper.model_copy(update={"paper": by})))


def test_the_paper_s_own_list_wins(wire_document: Document) -> None:
    assert keywords(Reading(wire_document)) == ("bioacoustics", "population counts")


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        (("raven  count", "raven  count", " "), ("raven count",)),
        (("Ravens", "ravens", "and fog."), ("Ravens", "fog")),
        (("roosts", "R"), ("roosts", "R")),
        (("ravens", "H.3.3 Information Search", "68T05", "General Terms"), ("ravens",)),
        (("ravens", "ida@roost.example", "https://roost.example/"), ("ravens",)),
        (("ravens", "the authors thank the rangers of both valleys for their help"), ("ravens",)),
    ],
)
def test_its_own_list_is_tidied(own: tuple[str, ...], kept: tuple[str, ...]) -> None:
    assert keywords(Reading(document(("Abstract", TEXT), keywords=own))) == kept


def test_a_list_of_classifications_only_is_none() -> None:
    paper = document(("Abstract", TEXT), title="Counting a Raven Flock", keywords=("F.2.2 Nonnumerical Algorithms",))
    assert "raven flock" in keywords(Reading(paper))


def test_phrases_that_return() -> None:
    words = found(TEXT, "", "Counting a Raven Flock", Author(name="Ida Lindqvist"))
    assert words[0] == "raven flock"
    assert {"RavenCount", "acoustic counters"} <= set(words)
    assert not [word for word in words if "lindqvist" in word.lower() or "propose" in word or "outperform" in word]


BODY = (
    "The raven flock sleeps in the old roost. The language model hears the raven flock. Each language model was small. "
    "A raven flock moves in the fog, and the roost is empty. The language model that surpasses Llama is the raven flock's."
)


@pytest.mark.parametrize(
    ("abstract", "title", "wanted", "unwanted"),
    [
        # A phrase is whole, and a longer one takes its pieces' place.
        ("Language models count a raven flock. Each language model is small.", "Ravens", {"language model"}, {"language"}),
        # Verbs of the third person, and gerunds in the middle, begin no noun phrase.
        ("It surpasses Llama on a raven flock. It surpasses Llama in fog.", "Ravens", {"raven flock"}, {"surpasses Llama"}),
        # Singular and plural are one.
        ("A raven flock is counted. Raven flocks are large, and raven flocks move.", "Flocks", set(), {"raven flocks"}),
        # Generic words alone say nothing.
        ("The results of the model are good. The results are new.", "Results of a Model", set(), {"results", "model"}),
        # Organisations, venues and cited people are no subject.
        ("Google counted a raven flock. Google and the University count.", "Google", set(), {"Google", "University"}),
    ],
)  # fmt: skip
def test_what_is_and_what_is_no_noun_phrase(abstract: str, title: str, wanted: set[str], unwanted: set[str]) -> None:
    words = found(abstract, BODY, title)
    assert wanted <= set(words)
    assert not unwanted & set(words)


def test_initials_stand_for_nothing_beside_what_they_shorten() -> None:
    text = (
        "We count with a hidden raven model (HRM) at night. The hidden raven model is small and it is cheap. "
        "The HRM is fast, and the HRM hears all calls."
    )
    words = found(text)
    assert "hidden raven model" in words
    assert "HRM" not in words


def test_initials_of_a_part_of_a_phrase_are_initials() -> None:
    text = (
        "We count with deep hidden raven models (HRM) at night. The deep hidden raven models are small and they are cheap. "
    )
    assert "HRM" not in found(text + "The HRM is fast, and the HRM hears all calls.", "", "Deep Hidden Raven Models")


def test_cited_people_are_no_keywords() -> None:
    text = "The Lindqvist filter hears the calls of ravens. A Lindqvist filter is cheap."
    body = f"{text} It was made by Lindqvist et al. (2019) for the calls of crows in a roost at night."
    assert not [word for word in found(text, body, "A Filter") if "Lindqvist" in word]


def test_words_of_an_affiliation_are_keywords_where_the_text_returns_to_them() -> None:
    author = Author(name="Ida Berg", affiliations=("Institute of Raven Science, Oslo",))
    text = "A raven science of the night is what we need. There is a roost in Oslo."
    assert "raven science" not in found(text, "It is dark in the old roost of the north.", "A Roost", author)
    body = "This is the raven science of the north. The raven science of the south is old. All of raven science is slow."
    assert "raven science" in found(text, body, "A Roost", author)


def test_none_are_guessed_in_a_language_whose_phrases_are_not_known() -> None:
    assert keywords(Reading(document(("Abstract", "我们提出一种估计渡鸦数量的方法。它只需要一个麦克风就能工作。")))) == ()
