"""Limitations: the paper's own are found wherever they stand; that it has none is said only where nothing leaves a doubt."""

import pytest

from takeaways.model import Coverage, Document, Flag, Skipped
from takeaways.summarize.faults import LIMIT, stated
from takeaways.summarize.limits import Limits, surely_none
from takeaways.summarize.reading import Reading
from takeaways.summarize.roles import Role

from .conftest import document

OWN = [
    (Role.DISCUSSION, "A limitation of our approach is that it hears only birds that call."),
    (Role.CONCLUSION, "RavenCount's main limitation is that silent birds are missed."),
    (Role.METHOD, "We did not obtain a statistically representative sample of all roosts."),
    (Role.METHOD, "A drawback of the proposed method is its long calibration."),
    (Role.DISCUSSION, "Our study is limited to flocks in open country."),
    (Role.RESULTS, "Our counter does not handle overlapping calls."),
    (Role.RESULTS, "We did not evaluate the counter on other species."),
    (Role.DISCUSSION, "We were unable to obtain recordings from the winter months."),
    (Role.CONCLUSION, "Our system cannot yet tell a raven from a crow."),
    (Role.DISCUSSION, "Only adult birds were considered in the survey."),
    (Role.CONCLUSION, "How to count silent birds remains an open problem for acoustic counters."),
    (Role.CONCLUSION, "The error falls, sometimes at the cost of a longer calibration."),
    (Role.RESULTS, "In heavy rain our method fails on two of the nine flocks."),
    (Role.DISCUSSION, "The sample size was small and all sites lie in one valley."),
    (Role.DISCUSSION, "The findings may not generalize to other corvids."),
    (Role.DISCUSSION, "These numbers should be interpreted with caution."),
    (Role.CONCLUSION, "Larger flocks are left for future work."),
    (Role.CONCLUSION, "The index is not geared toward long recordings."),
    (Role.DISCUSSION, "Selection bias is possible, since volunteers chose the sites."),
]
NOT_OWN = [
    (Role.DISCUSSION, "Existing counters have a serious limitation in fog."),
    (Role.RESULTS, "Unlike Lindqvist et al., who could not count silent birds, the error is low."),
    (Role.DISCUSSION, "Our counter overcomes the main limitation of microphone arrays."),
    (Role.RESULTS, "Our counter does not require an array."),
    (Role.RESULTS, "CrowCount has a higher recall than our counter, but at the cost of precision."),
    (Role.RESULTS, "The earlier dataset fails to cover the winter."),
    (Role.INTRODUCTION, "Counting ravens remains an open problem."),
    (Role.PRIOR, "A limitation of this approach is its price."),
    (Role.RESULTS, "We did not observe any change after the first week."),
    (Role.CONCLUSION, "In the future we plan to count crows."),
    (Role.METHOD, "We asked a representative sample of rangers."),
    (Role.METHOD, "We only use the first ten minutes."),
    (Role.RESULTS, "The median error was 8.5% on 312 recordings."),
]


@pytest.mark.parametrize(("role", "text"), OWN)
def test_a_limit_of_its_own_is_one(role: Role, text: str) -> None:
    assert stated(text, role, lambda: True) >= LIMIT


@pytest.mark.parametrize(("role", "text"), NOT_OWN)
def test_a_fault_of_others_an_advantage_or_a_plan_is_none(role: Role, text: str) -> None:
    assert role is Role.PRIOR or stated(text, role, lambda: "our" in text.lower().split()) < LIMIT


def limits_of(*sections: tuple[str | None, str]) -> list[str]:
    reading = Reading(document(("Abstract", "We count ravens by their calls in two valleys of the north."), *sections))
    found = Limits(reading)
    return [sentence.text for sentence in reading.sentences if found.strength(sentence) >= LIMIT]


def test_what_a_list_of_limitations_announces_are_limitations() -> None:
    text = (
        "The study has several limitations. First, the valleys lie close to each other in the same climate. "
        "Second, the observers knew the aim of the study."
        "\n\nFinally, the birds of the first winter had been ringed by somebody else."
        "\n\nThe rangers of both valleys were paid for their help in the field."
    )
    found = limits_of(("Discussion", text))
    assert [sentence.split()[0] for sentence in found] == ["First,", "Second,", "Finally,"]


def test_a_paragraph_led_by_the_word_holds_limitations() -> None:
    text = "Limitations. The valleys may lie too close to each other for the birds to be different ones."
    assert limits_of(("Results", text)) == [text.removeprefix("Limitations. ")]


def test_other_works_are_not_faulted() -> None:
    assert limits_of(("Related Work", "A limitation of this approach is that the arrays are expensive to keep.")) == []


FILLING = "The counter listens at dawn and adds up the calls of each bird that it has heard. " * 8


def whole(close: str, *more: tuple[str | None, str], **coverage: object) -> Document:
    sections = (("Abstract", "We count ravens by their calls."), ("Method", FILLING), *more, ("Conclusion", close))
    made = document(*sections)
    said = Coverage(reading="pdf", unit="pages", read=9, total=9, words=4000)
    return made.model_copy(update={"coverage": said.model_copy(update=coverage)})


def test_a_whole_paper_without_any_doubt_surely_states_none() -> None:
    assert surely_none(Reading(whole("Ravens are counted by their calls, and the error is the lowest known so far.")))


@pytest.mark.parametrize(
    ("close", "coverage"),
    [
        ("Ravens are counted by their calls, although silent ones exist.", {}),
        ("Ravens are counted by their calls, and the error is low.", {"read": 8}),
        ("Ravens are counted by their calls, and the error is low.", {"reading": "abstract"}),
        ("Ravens are counted by their calls, and the error is low.", {"words": 300}),
        ("Ravens are counted by their calls, and the error is low.", {"skipped": (Skipped(kind="picture_page", count=1),)}),
        ("Die Raben werden an ihren Rufen gezählt, und der Fehler ist klein. " * 40, {}),
    ],
)
def test_any_doubt_is_one(close: str, coverage: dict[str, object]) -> None:
    assert not surely_none(Reading(whole(close, **coverage)))


@pytest.mark.parametrize(
    "section",
    [
        ("Limitations and outlook", "The valleys are open."),
        ("Results", "The error is 8.5%. We could not hear the silent birds."),
        ("Method", "Silent birds are the main caveat here, as the calls are all that is heard."),
    ],
)
def test_a_hint_in_the_body_is_a_doubt(section: tuple[str, str]) -> None:
    assert not surely_none(Reading(whole("Ravens are counted by their calls, and the error is low.", section)))


def test_a_paper_without_a_close_or_read_in_part_is_not_judged() -> None:
    paper = whole("Ravens are counted by their calls, and the error is low.")
    truncated = paper.model_copy(update={"flags": (Flag(kind="truncated"),)})
    bare = paper.model_copy(update={"sections": paper.sections[:-1]})
    assert not surely_none(Reading(truncated))
    assert not surely_none(Reading(bare))
