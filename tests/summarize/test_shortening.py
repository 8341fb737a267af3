"""What may go from a sentence, and what must stay."""

import pytest

from takeaways.summarize.grounding import numbers
from takeaways.summarize.shortening import forms


@pytest.mark.parametrize(
    ("sentence", "shortest"),
    [
        ("In this paper, we propose a method that counts ravens.", "We propose a method that counts ravens."),
        ("However, in this work, we propose a way to count ravens.", "We propose a way to count ravens."),
        ("In this paper we propose a way to count ravens.", "We propose a way to count ravens."),
        ("To address these issues, we count the ravens by their voices.", "We count the ravens by their voices."),
        ("We propose a model for counting ravens (RavenCount).", "We propose a model for counting ravens."),
        ("We propose a model for counting ravens, which is simple.", "We propose a model for counting ravens."),
        ("We propose a model for counting ravens, outperforming others.", "We propose a model for counting ravens."),
        ("To count them at night, we propose a new kind of microphone array.", "We propose a new kind of microphone array."),
        ("We show that ravens are far easier to count by ear.", "Ravens are far easier to count by ear."),
        ("We propose a new way to count ravens and show that others fail.", "We propose a new way to count ravens."),
        ("We count the ravens of a whole valley by hearing them.", "We count the ravens of a whole valley."),
        ("We ask two questions of all ravens: who flies, and who walks.", "We ask two questions of all ravens."),
        # What limits a claim, and every number, stays.
        (
            "We find that ravens are easy to count, if only few are there.",
            "Ravens are easy to count, if only few are there.",
        ),
        ("We propose a model for counting ravens, reducing the error by 5%.", None),
        ("We propose a model for counting ravens (within 5%).", None),
        ("We prove that the count of ravens converges, with high probability.", None),
        ("We find that the new way counts ravens well, but it is slow.", "The new way counts ravens well, but it is slow."),
        ("When ravens sleep, we show a far better way to count them.", None),
        ("Our results suggest that ravens are far easier to count by ear.", None),
        ("We show that ravens which fly are heard and find mates.", "Ravens which fly are heard and find mates."),
        ("To count ravens, we introduce a new tool that finds them.", None),
        # What is left would be no sentence.
        ("We count the ravens of a whole valley by using their voices.", "We count the ravens of a whole valley."),
        ("Do we count the ravens of a whole valley: all of them?", None),
        ("Our simple and quick method for counting ravens, which is new, wins.", None),
        ("While ravens are often counted by eye at dusk, which is slow, we listen.", None),
        ("We count not only the ravens of the roost, as well as crows.", None),
        ("In this paper, ravens fly.", None),
        ("In fog, ravens are hard to count by eye or by ear.", None),
    ],
)
def test_the_table(sentence: str, shortest: str | None) -> None:
    found = forms(sentence)
    assert found[0] == (sentence, ())
    assert min((form.text for form in found), key=len) == (shortest or sentence)
    assert len({form.text for form in found}) == len(found)
    assert all(numbers(form.text) == numbers(sentence) for form in found)


@pytest.mark.parametrize("text", ["we (" * 3_000, ", which" * 3_000, "However, " * 3_000, "We count, with " * 300 + "."])
def test_hostile_text_ends_in_time(text: str) -> None:
    forms(text[:1_500])
