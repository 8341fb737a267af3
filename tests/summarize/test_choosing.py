"""Which sentences are takeaways: distinct, findings before set-ups, the abstract at most twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.model import Summary

from .conftest import document

Read = Callable[..., Summary]
ABSTRACT = (
    "Counting animals that all look alike is slow work. "
    "We present RavenCount, a method that estimates the size of a raven flock from a single microphone. "
    "On 312 recordings from four roosts its estimates are within 8.5% of the counts made by three observers."
)
FINDING = "RavenCount outperforms the array method of Berg by 12.5% on recordings with more than 200 birds."


def told(read: Read, heading: str, *sentences: str) -> list[str]:
    """The takeaways of a paper with one section besides abstract and introduction."""
    paper = document(
        ("Abstract", ABSTRACT),
        ("1 Introduction", "We also release a data set of 312 annotated recordings of ravens, the first made in fog."),
        (heading, " ".join(sentences)),
        title="RavenCount: Counting Ravens by Their Voices",
    )
    return [claim.text for claim in read(paper).takeaways]


@pytest.mark.parametrize(
    "dull",
    [
        "We trained RavenCount for 14 hours with a learning rate of 0.01 on one GPU.",
        "We increased the length of the recordings of RavenCount to 300 seconds.",
        "The first experiment tests the hypothesis that RavenCount outperforms the array method of Berg.",
        "We hope that RavenCount will help the owners of forests to protect ravens.",
        "Figure 3 plots the error of RavenCount over the whole winter for 4 roosts.",
        "Extensive experiments at four roosts demonstrate the effectiveness of our RavenCount method.",
        "We wrote the first version of RavenCount in February of 2003 for two roosts of ravens.",
        "The recordings were collected in 14 nights with a microphone of 24 bits by two observers.",
        "The bottom left graph shows the rate at which RavenCount hears the voices of ravens.",
        "More recordings of RavenCount from roosts in fog and snow, where we observe 12.5% of all errors.",
        "The rate of calls is higher than the rate of landings because ravens call twice (we hear it again).",
        "Berg's results imply that RavenCount outperforms the array method by 12.5% of all birds.",
        "We evaluated RavenCount in two counting tasks on three sets of recordings from four roosts.",
        "5We thank the observers of RavenCount for the recordings of ravens in fog and in snow.",
    ],
)
def test_a_finding_stands_before_what_is_dull(read: Read, dull: str) -> None:
    found = told(read, "3 Results", dull, FINDING)
    assert FINDING in found
    assert dull not in found


def test_openers_go_and_the_quote_stays_whole(read: Read) -> None:
    sentence = "However, we find that fog raises the error of RavenCount by 0.3% over the whole winter."
    paper = document(("Abstract", ABSTRACT), ("3 Results", sentence), title="RavenCount")
    claim = next(claim for claim in read(paper).takeaways if claim.evidence and claim.evidence.quote == sentence)
    assert claim.text == "We find that fog raises the error of RavenCount by 0.3% over the whole winter."


def test_what_leans_is_left_out(read: Read) -> None:
    leaning = "These gains hold for it by 9.5% in all of the cases, and so we find that RavenCount is better."
    assert leaning not in told(read, "3 Results", FINDING, leaning)


def test_a_result_is_told_once(read: Read) -> None:
    again = "On recordings with more than 200 birds RavenCount outperforms the array method of Berg."
    found = told(read, "3 Results", FINDING, again)
    assert FINDING in found
    assert again not in found


def test_a_limitation_is_one_where_something_lacks(read: Read) -> None:
    lacks = "RavenCount undercounts silent birds, and it has not been tried on flocks above 900 birds."
    found = told(read, "4 Limitations", "We designed the study to be as close as possible to the work of observers.", lacks)
    assert lacks in found
    assert not any("as close as possible" in text for text in found)


def test_a_plain_conclusion_says_what_was_learned(read: Read) -> None:
    restated = "In this paper we presented an improved method for the early counting of ravens in forests."
    learned = "We found that a single cheap microphone is enough to follow the size of a roost through a winter of fog."
    found = told(read, "5 Conclusion", restated, learned)
    assert learned in found
    assert restated not in found


def test_a_finding_told_again_in_other_words_is_told_once(read: Read) -> None:
    again = "The errors that RavenCount makes correlate positively with thick fog over the whole winter."
    paper = document(
        ("Abstract", f"{ABSTRACT} We find that the error of RavenCount shows positive correlation with fog in the winter."),
        ("4 Conclusion", f"{again} {FINDING}"),
        title="RavenCount: Counting Ravens by Their Voices",
    )
    found = [claim.text for claim in read(paper).takeaways]
    assert FINDING in found
    assert again not in found


def test_what_is_released_is_told(read: Read) -> None:
    given = "To support future work on ravens, we make RavenCount and 312 annotated recordings publicly available."
    assert given in told(read, "5 Conclusion", FINDING, given)


def test_a_paper_about_a_tool_tells_what_it_offers(read: Read) -> None:
    paper = document(
        ("Abstract", "The package roost for R is described, with which ravens are counted by their voices."),
        (
            "1 Introduction",
            "Many people count ravens in forests. "
            "The roost package provides functions to plot, smooth and forecast the size of flocks from audio files.",
        ),
        ("2 Ravens", "A count can be obtained by calling functions of the package roost in R on recordings of ravens."),
        title="roost: A Package for Counting Ravens by Their Voices",
    )
    found = [claim.text for claim in read(paper).takeaways]
    assert "The roost package provides functions to plot, smooth and forecast the size of flocks from audio files." in found
    assert "Many people count ravens in forests." not in found
