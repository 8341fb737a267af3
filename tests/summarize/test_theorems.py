"""The theorems that an introduction states: whole, in words, the paper's own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.model import Summary
from takeaways.summarize.reading import Reading
from takeaways.summarize.theorems import theorems

from .conftest import document

HELD = "Let R be a roost without owls. Then every raven of R returns before the sun has set."
PLAIN = "Every roost of more than nine ravens has a raven that calls before all the others do."


def stated(text: str, heading: str = "1 Introduction") -> list[str]:
    """The theorems of a paper with that text in one section."""
    return [
        found.quote for found in theorems(Reading(document(("Abstract", "We study ravens in roosts."), (heading, text))))
    ]


@pytest.mark.parametrize("label", ["Theorem 1.1.", "(1.2) Theorem:", "Main Theorem.", "Corollary 3", "Theorem A (Main)."])
def test_a_theorem_is_told_whole_without_its_label(label: str) -> None:
    assert stated(f"{label} {HELD}") == [HELD]


def test_what_follows_a_theorem_is_no_part_of_it() -> None:
    assert stated(f"Theorem 1. {PLAIN} The proof of it is long and uses owls.") == [PLAIN]
    assert stated(f"Theorem 1. {PLAIN} Moreover, it lands last.") == [f"{PLAIN} Moreover, it lands last."]


@pytest.mark.parametrize(
    "text",
    [
        f"Theorem 1.1 (Berg). {PLAIN}",
        f"Theorem 1.1 [8]. {PLAIN}",
        "Theorem 1.1. Let R be a roost without owls:",
        "Theorem 1.1. Let R be a roost of ravens without any owls in it.",
        "Theorem 1.1. f(x) = g(x) + h(x), x = 1, y = 2, z = f(y) + g(z), h(0) = 1, h(1) = f(g(2)) + 3.",
        "Theorem 1.1 holds for all the roosts of more than nine ravens in a forest.",
        f"Conjecture 1.1. {PLAIN}",
    ],
)
def test_what_is_no_theorem_of_the_paper_is_left_out(text: str) -> None:
    assert stated(text) == []


def test_theorems_are_takeaways_with_their_quote(read: Callable[..., Summary]) -> None:
    paper = document(
        ("Abstract", "We study when ravens return to roosts, by methods of geometry."),
        ("1 Introduction", f"Ravens have been watched for long.\n\nTheorem 1.1. {HELD}\n\nThe proof is by induction."),
        ("2 Proofs", f"Theorem 2.1. {PLAIN}"),
    )
    claims = read(paper).takeaways
    assert HELD in [claim.text for claim in claims]
    assert all(claim.state == "quoted" for claim in claims)
