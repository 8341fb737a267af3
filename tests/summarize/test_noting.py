"""The note: nothing twice, nothing that dangles, steps in order, results that are results."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.model import Note, Summary

from .conftest import document

Read = Callable[..., Summary]
HEAD = (
    "Abstract",
    "Counting ravens is an important problem for the protection of forests. "
    "We present RavenCount, a method that counts a raven flock by its calls.",
)


def noted(read: Read, *sections: tuple[str | None, str]) -> Note:
    return read(document(HEAD, *sections, title="RavenCount: Counting a Raven Flock")).note


def texts(note: Note, part: str) -> list[str]:
    return [claim.text for claim in getattr(note, part)]


ERRORS = (
    "RavenCount outperforms the array method by 12.5% on large flocks of ravens. "
    "RavenCount reduces the error of the count to 8.5% in fog at night. "
    "The time of a count falls from 40 to 3 minutes with RavenCount on a phone. "
    "In rain RavenCount achieves an error of 9.1% over the whole winter. "
    "Our study is limited to two valleys of the north with open roosts."
)


def test_no_sentence_stands_twice_in_the_note(read: Read) -> None:
    paper = document(HEAD, ("Introduction", HEAD[1]), ("Results", ERRORS), ("Conclusion", ERRORS), title="RavenCount")
    summary = read(paper)
    told = [text for part in type(summary.note).model_fields for text in texts(summary.note, part)]
    assert len(told) == len(set(told)) > 2
    assert summary.one_sentence is not None
    assert summary.one_sentence.text not in told


def test_what_is_a_takeaway_is_said_again_only_where_its_part_were_empty(read: Read) -> None:
    more = "The error of the count increases by 0.3% for each year that a roost is old. The count costs 3 cents a night."
    summary = read(document(HEAD, ("Results", f"{ERRORS} {more}"), title="RavenCount"))
    points = [claim.text for claim in summary.takeaways]
    for part in type(summary.note).model_fields:
        again = [text for text in texts(summary.note, part) if text in points]
        assert not again or (
            again == texts(summary.note, part) and len(again) == 1 and part in ("results", "limitations", "method")
        )


@pytest.mark.parametrize(
    ("part", "section", "kept", "left"),
    [
        (
            "prior_work",
            "Related Work",
            "Previous methods of counting ravens need an array of microphones, but arrays fail in fog.",
            "Other approaches to counting ravens have been proposed for flocks of the south.",
        ),
        (
            "prior_work",
            "Related Work",
            "Previous methods of counting ravens need an array of microphones, but arrays fail in fog.",
            "These methods for counting ravens have been proposed for flocks of the south.",
        ),
        (
            "results",
            "Results",
            "In fog the error of the raven count decreases to 8.5% for every flock.",
            "The learning rate of the raven count is set to 0.001 and increases every flock.",
        ),
        (
            "results",
            "Conclusion",
            "In fog the error of the raven count decreases to 8.5% for every flock.",
            "In future work, we plan to improve the count of a raven flock by 20.5%.",
        ),
        (
            "innovation",
            "Introduction",
            "To our knowledge, our method of counting is the first to work in fog.",
            "We validate the counts of our flock twice with novel positions of the birds.",
        ),
        (
            "significance",
            "Introduction",
            "We hope that our counts of ravens will help the rangers of many forests.",
            "Ravens in real-world forests can be useful for the health of many trees.",
        ),
    ],
)
def test_what_is_of_the_part_is_kept_and_the_rest_left(read: Read, part: str, section: str, kept: str, left: str) -> None:
    note = noted(read, ("Introduction", "Ravens sleep in roosts all over the country."), (section, f"{kept} {left}"))
    summary = [*texts(note, part)]
    assert left not in [text for name in type(note).model_fields for text in texts(note, name) if name == part]
    assert kept in summary or not summary


def test_steps_are_of_the_method_and_in_order(read: Read) -> None:
    method = (
        "First, we separate the calls of the flock by their harmonic spacing with a filter. "
        "Then we group the calls into voices with a mixture model over the whole spectrum. "
        "Next, we remove voices that were heard once only by using a threshold of three calls. "
        "Finally, we estimate the size of the flock by a Poisson model of the rate of voices."
    )
    tried = "To evaluate the count, we then compare the flock to three baselines using a test set of recordings."
    steps = noted(read, ("Method", f"{method}\n\n{tried}"), ("Results", ERRORS)).steps
    found = [claim.evidence.quote for claim in steps if claim.evidence]
    places = [method.index(quote) for quote in found]
    assert places == sorted(places)
    assert len(found) >= 2
    assert tried not in found


def test_a_word_that_ties_a_sentence_to_another_goes_and_the_quote_stays(read: Read) -> None:
    text = "However, our study is limited to flocks of the open country in two valleys."
    (claim,) = noted(read, ("Discussion", f"Ravens were counted by day and by night in fog. {text}")).limitations
    assert claim.text == "Our study is limited to flocks of the open country in two valleys."
    assert claim.evidence is not None
    assert claim.evidence.quote == text


def test_not_stated_is_said_of_limitations_where_nothing_could_be_one(read: Read) -> None:
    filling = "The counter listens at dawn and adds up the calls of each bird that it has heard at the roost. "
    sections = [("Method", filling), ("Conclusion", "Ravens are counted by their calls, and the error is the lowest known.")]
    paper = document(HEAD, *sections, title="RavenCount")
    long = paper.model_copy(update={"coverage": paper.coverage.model_copy(update={"words": 4000})})
    assert read(long).not_stated == ("limitations",)
    assert read(long, "quick").not_stated == ()
    assert read(paper).not_stated == ()
