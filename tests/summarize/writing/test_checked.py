"""What a model claims and the paper does not bear out is shown as such."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from takeaways.model import Delta, Document, Summary

from .scribe import Scripted, changed, claim

Write = Callable[..., tuple[Summary, list[Delta]]]


def test_what_is_not_in_the_paper_is_unverified_and_says_why(write: Write, paper: Document) -> None:
    def lie(written: dict[str, Any], passages: dict[int, str]) -> None:
        written["takeaways"][0] = claim(2, passages[2]) | {"text": "The roost of Umeå held 988 ravens at dusk."}
        written["takeaways"][1]["quote"] = "ravens were counted by satellite over the whole winter"

    summary, _ = write(Scripted(changed(lie)), paper)
    codes = [one.reason.code if one.reason else None for one in summary.takeaways]
    assert codes == ["number_not_found", "quote_not_found", None, None, None]


def test_a_false_claim_much_like_a_true_one_is_shown_as_false(write: Write, paper: Document) -> None:
    def lie(written: dict[str, Any], passages: dict[int, str]) -> None:
        true = written["takeaways"][0]
        written["takeaways"][1] = true | {"text": true["text"].replace("107", "seven")}

    summary, _ = write(Scripted(changed(lie)), paper)
    assert [one.state for one in summary.takeaways][:2] == ["quoted", "unverified"]
