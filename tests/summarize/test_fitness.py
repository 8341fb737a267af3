"""Which sentences are whole, and which lean on their neighbours."""

import pytest

from takeaways.summarize.fitness import burden, is_broken

WHOLE = [
    "We estimate the size of a raven flock from one microphone.",
    "Let $x$ be the rate of calls, and let the flock be large enough.",
    "“It works well in fog,” the observers of the northern roost said.",
    "On 312 recordings the median error is 8.5%, against 21.0% before.",
]
BROKEN = [
    "Results",
    "4.2 Training Details and Hyperparameters",
    "and the rest of the sentence stands on the page before it.",
    "Ida Lindqvist, Tomás Ferreira, Jo Berg, Umeå University, Lisbon.",
    "Corresponding author: ida@example.org, to whom all mail should go.",
    "North 7.9 8.5 9.2 8.8 South 1.0 2.0 3.0 West 4.0.",
    "$a = b + c$, $d = e + f$, $g = h + i + j + k + l$ for all $m$.",
    "The remainder of this paper is organized as follows.",
    "In Section 3 we describe the method that we have developed.",
    "We thank the observers for their help with the counts.",
    "This work was supported by the grant 12345 of the foundation.",
    "The loss is computed over all of the recordings as follows:",
    "The flock (of the northern roost is larger than the others.",
    "CREATE MASK BANK.MASK ON CUSTOMERS FOR COLUMN NUMBER RETURN CASE.",
    "Ravens gather at dusk at the roost. per pot, and kernel weight across.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_whole_sentences(text: str) -> None:
    assert not is_broken(text, listed=False, english=True)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_sentences(text: str) -> None:
    assert is_broken(text, listed=False, english=True)


def test_an_item_of_a_list_needs_no_full_stop() -> None:
    text = "a method that counts the ravens of a roost by their voices"
    assert is_broken(text, listed=False, english=True)
    assert not is_broken(text, listed=True, english=True)


def test_other_scripts_are_measured_by_their_own_length() -> None:
    assert not is_broken("我们提出一种估计渡鸦数量的方法。", listed=False, english=False)
    assert is_broken("结论。", listed=False, english=False)


@pytest.mark.parametrize(
    "text",
    [
        "This shows that the method is right for all of the roosts.",
        "These works need an array of microphones at every roost.",
        "It reduces the error of the counts by a factor of two.",
        "The latter is the slower of the two by far in fog.",
        "However, this problem has not been solved for large roosts.",
        "To overcome these problems, we propose a new counter of ravens.",
        "Berg et al. (2019) report an error of 21.0% on the same recordings.",
        "Figure 3 plots the error of all the methods over the winter.",
        "We observe similar trends for the other three roosts of the study.",
    ],
)
def test_sentences_that_lean(text: str) -> None:
    assert burden(text) >= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "This paper presents a counter of ravens that needs one microphone.",
        "In this work, we present a counter of ravens that works in fog.",
        "On 312 recordings the median error is 8.5%, against 21.0% before.",
        "It is well known that ravens gather at dusk in large roosts.",
    ],
)
def test_sentences_that_stand_alone(text: str) -> None:
    assert burden(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "A counter of ravens that works in fog was developed by?",
        "A view of the theory of ravens that unifies both is presented in? and?.",
        "The counter of ravens in the roost was described before (see ??).",
        "Thecounterofallravensinfogs was described asacounterofravensandofcrows in the roost of the forest.",
    ],
)
def test_what_the_setting_of_a_paper_broke_is_broken(text: str) -> None:
    assert is_broken(text, listed=False, english=True)


def test_a_question_is_whole() -> None:
    assert not is_broken("Which roost of ravens do these calls in the recordings come from?", listed=False, english=True)


def test_a_hostile_sentence_takes_no_time_to_be_found_broken() -> None:
    assert is_broken("in? " * 25_000, listed=False, english=True)
