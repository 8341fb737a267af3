"""What goes from a quote before it stands as a claim, and what stays."""

from pathlib import Path

import pytest

from takeaways.summarize.cleaning import claim_text, shave

TABLE = Path(__file__).with_name("cleaning_cases.txt").read_text(encoding="utf-8")
CASES = [
    (line.split(" ⇒ ")[0].replace("⏎", "\n"), line.split(" ⇒ ")[-1])
    for line in TABLE.splitlines()
    if line and not line.startswith(("#", "=="))
]


@pytest.mark.parametrize(("quote", "text"), CASES, ids=[quote for quote, _ in CASES])
def test_the_table(quote: str, text: str) -> None:
    assert claim_text(quote) == text


@pytest.mark.parametrize("text", [text for _, text in CASES])
def test_what_is_clean_stays(text: str) -> None:
    assert claim_text(text) == text


def test_hostile_text_ends_in_time() -> None:
    for piece in (
        "(",
        "[",
        "(a",
        "(A, ",
        "(Doe ",
        "(Doe, ",
        "[1, ",
        "(1999 ",
        "[1][",
        "Fig. 1, ",
        "(see ",
        "¹,",
        "(Doe and ",
        "and ",
    ):
        claim_text((piece * 1500)[:1500])
        claim_text(f"It is ({piece * 40}).")
        claim_text(f"It is [{piece * 40}], 2001.")


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("• We count ravens;", "We count ravens"),
        ("(ii) We count ravens.", "We count ravens."),
        ("1. We count ravens.", "We count ravens."),
        ("Figure 3: We count ravens.", "We count ravens."),
        ("2019 was a good year.", "2019 was a good year."),
        ("A raven flies.", "A raven flies."),
    ],
)
def test_bullets_and_labels_are_no_part_of_the_quote(sentence: str, kept: str) -> None:
    start, end = shave(sentence)
    assert sentence[start:end] == kept
