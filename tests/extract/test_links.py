"""Addresses that a paper gives as its own, and those that it only mentions."""

from __future__ import annotations

import pytest

from takeaways.extract.links import links_in
from takeaways.model import Block, Section


def found(text: str, comment: str | None = None) -> list[tuple[str, str]]:
    return [
        (link.kind, link.url) for link in links_in([Section(blocks=(Block(id="1", kind="paragraph", text=text),))], comment)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Our code is available at https://github.com/x/ravens.", "code"),
        ("We release the recordings at https://zenodo.org/record/1.", "data"),
        ("See our project page: https://ravens.example.org/demo", "project"),
        ("The code and data are available at https://example.org/ravens (accessed today).", "data"),
    ],
)
def test_its_own(text: str, kind: str) -> None:
    assert [one[0] for one in found(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The tokenizer was downloaded from https://github.com/google/sentencepiece, which is available under MIT.",
        "Ravens are described at https://en.wikipedia.org/wiki/Raven.",
        "We used the sections-mean model released by the authors: https://github.com/smith/sentences",
        "We use the framework of Smith et al., available at https://github.com/smith/x.",
    ],
)
def test_somebody_elses(text: str) -> None:
    assert found(text) == []


def test_the_comment_counts_and_nothing_twice() -> None:
    assert found("Our code is at https://github.com/x/ravens.", "Code available at https://github.com/x/ravens") == [
        ("code", "https://github.com/x/ravens")
    ]
