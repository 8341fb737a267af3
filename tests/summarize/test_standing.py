"""What goes from a sentence so that it stands alone, and which sentences still point at what is not there."""

from __future__ import annotations

import time

import pytest

from takeaways.summarize.standing import leans, standing

FORMS = [
    ("However, the counter misses a fifth of all silent birds.", "The counter misses a fifth of all silent birds."),
    ("Therefore, we count the ravens of a roost by their voices.", "We count the ravens of a roost by their voices."),
    ("But, in fog the error of the counter doubles at once.", "In fog the error of the counter doubles at once."),
    ("In Figure 2, we see that fog doubles the error of the counter.", "Fog doubles the error of the counter."),
    ("We see from Table 1 that fog doubles the error of the counter.", "Fog doubles the error of the counter."),
    ("The results in Table 5 show that fog doubles the error of counters.", "Fog doubles the error of counters."),
    ("From the results in Tab. 4, we observe that, surprisingly, fog doubles the error.", "Fog doubles the error."),
    (
        "The large counter (Counter (large) in Table 2) misses 2.0 birds in a hundred.",
        "The large counter misses 2.0 birds in a hundred.",
    ),
    ("Fog doubles the error of all counters, as we show in Section V.", "Fog doubles the error of all counters."),
    (
        "A counter for each forest is the best help, and we describe the parts as follows.",
        "A counter for each forest is the best help.",
    ),
    ("Observers could tell the birds apart by voice (P1, 3–5, 7).", "Observers could tell the birds apart by voice."),
    ("It is worth noting that fog doubles the error of every counter.", "Fog doubles the error of every counter."),
    (
        "Our main contribution is a bound (Theorem 1) on the error of counters.",
        "Our main contribution is a bound on the error of counters.",
    ),
]


@pytest.mark.parametrize(("sentence", "form"), FORMS)
def test_the_form_that_stands_alone(sentence: str, form: str) -> None:
    assert standing(sentence) == (form if len(form.split()) >= 7 else sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "RavenCount misses a fifth of all silent birds in fog.",
        "For example, a roost of 900 birds is beyond its reach.",
        "However, that is not so.",
        "The error is small (8.5% in Table 2, against 21.0%) for all four roosts.",
        "Instead of an array, one microphone is used at every roost.",
    ],
)
def test_what_says_something_stays(sentence: str) -> None:
    assert standing(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Experiments at two roosts show these models to be better in fog.",
        "We show how to compute the bound for a variety of such functions.",
        "This is why the error of the counter doubles in fog.",
        "It reduces the error of the counts by a factor of two.",
        "The downside of this is that silent birds are not counted.",
        "If it fires more than two days in advance, the alarm is false.",
        "We consider similar tasks with several flocks at a time.",
        "The error grows as described above for all of the roosts.",
        "For many flocks we can do with fewer microphones than in [3, 10].",
        "The rate is bounded by the constant of Lemma 3.2 in every roost.",
        "Figure 3 plots the error of all the methods over the winter.",
        "As before, one microphone is enough for the size of a flock.",
        "Supporting observers and foresters Our work counts ravens for the owners of forests.",
    ],
)
def test_what_points_elsewhere(sentence: str) -> None:
    assert leans(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "We train two models, and these models count ravens in fog.",
        "This paper presents a counter of ravens that needs one microphone.",
        "The error is 1.4 birds; compare this to the 2.2 birds of the array.",
        "RavenCount has not been tried on flocks above 900 birds.",
        "Those who count by eye miss a third of the birds.",
        "The count is within 8.5% of that of three observers.",
    ],
)
def test_what_stands_by_itself(sentence: str) -> None:
    assert not leans(sentence)


def test_what_the_title_names_is_no_riddle() -> None:
    assert leans("Measurements show that these counters work in fog.")
    assert not leans("Measurements show that these counters work in fog.", frozenset({"count"}))


@pytest.mark.parametrize("text", ["(a " * 480, "Table 1 " * 180, "such a " * 200, "as shown in " * 120, "further, " * 160])
def test_hostile_text_ends_in_time(text: str) -> None:
    start = time.process_time()
    standing(text)
    leans(text)
    assert time.process_time() - start < 2
