"""What sentences are besides what they say: each phrase tells what it should, and no more."""

from collections.abc import Callable

import pytest

from takeaways.summarize import details

IS = [
    (details.is_detail, "The learning rate is set to 0.001 for all roosts."),
    (details.is_detail, "All counts were executed on a cluster that has 12 nodes."),
    (details.is_detail, "The test set consists of 300 recordings."),
    (details.is_plan, "We plan to count crows as well."),
    (details.is_plan, "One direction is to hear silent birds."),
    (details.is_plan, "More microphones may also improve the count."),
    (details.is_plan, "The tool will be used by rangers."),
    (details.is_aside, "We denote by N the size of the flock."),
    (details.is_aside, "For simplicity, all birds call at dusk."),
    (details.is_aside, "The recordings are released under an open licence."),
    (details.is_new, "We present a novel acoustic method for roosts."),
    (details.is_new, "To our knowledge, nobody has counted in fog."),
    (details.is_new, "It is the first count of ravens at night."),
    (details.is_trial, "To evaluate the count, we asked three observers."),
    (details.is_aside, "In what follows, N is the size of the flock."),
    (details.leans, "Other work has counted crows."),
    (details.leans, "Similarly, crows were counted by hand."),
    (details.leans, "For example, arrays were used in the north."),
    (details.points_back, "While such counters are cheap, they are slow."),
    (details.points_back, "There are 12 nodes of this type."),
    (details.is_ended, "Birds are counted (twice.)"),
    (details.is_plan, "Our goal is to count crows."),
    (details.is_own, "The paper introduces a counter."),
    (details.is_step, "We separate the calls by their harmonic spacing."),
]
IS_NOT = [
    (details.is_detail, "The error is 8.5% on foggy days."),
    (details.is_plan, "The count improves with every microphone."),
    (details.is_aside, "The calls are grouped into voices."),
    (details.is_new, "The counter was tried on novel roosts."),
    (details.is_new, "In the first week the error was large."),
    (details.is_trial, "To count ravens, we listen to their calls."),
    (details.leans, "Lindqvist counts crows by their calls."),
    (details.points_back, "Corvids such as ravens call at dusk."),
    (details.is_own, "Lindqvist introduces a counter."),
    (details.is_step, "We compare the counter to three baselines."),
    (details.is_step, "We set the dropout to 0.1."),
    (details.is_step, "We use f(t) = a_t + b_t for all t > 0."),
    (details.points_back, "While counters are cheap, such counters are slow."),
    (details.is_ended, "Counts of silent birds"),
    (details.points_back, "There are 12 nodes of the type roost."),
    (details.is_step, "Suppose we only hear one bird."),
]


@pytest.mark.parametrize(("tells", "text"), IS)
def test_what_it_is(tells: Callable[[str], bool], text: str) -> None:
    assert tells(text)


@pytest.mark.parametrize(("tells", "text"), IS_NOT)
def test_what_it_is_not(tells: Callable[[str], bool], text: str) -> None:
    assert not tells(text)


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("However, the error of the counter is small.", "The error of the counter is small."),
        ("As a result, 8.5% of the birds are missed.", "8.5% of the birds are missed."),
        ("Second, the valleys are close.", "The valleys are close."),
        ("However small, the error counts.", "However small, the error counts."),
        ("For example, fog changes little.", "For example, fog changes little."),
        ("In contrast, arrays fail.", "In contrast, arrays fail."),
        ("First, calls are separated.", "First, calls are separated."),
    ],
)
def test_only_words_that_tie_a_sentence_to_another_go(text: str, free: str) -> None:
    assert details.untied(text) == free


def test_the_first_of_an_order_follows_nothing() -> None:
    assert details.untied("Then we group the calls.", first=True) == "We group the calls."
    assert details.untied("Then we group the calls.") == "Then we group the calls."
    assert details.untied("First, we group the calls.", first=True) == "First, we group the calls."
