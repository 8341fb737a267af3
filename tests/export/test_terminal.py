"""Plain text: what it says, how it is wrapped, and that it does not speak to the terminal."""

import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest

from takeaways.errors import BadInput, Upstream, table
from takeaways.export import text
from takeaways.export.terminal import wrap
from takeaways.model import Attempt, Claim, Reason, Skipped, Summary

LOCALES = Path(__file__).parents[2] / "extension" / "_locales"
Example = Callable[[str], Summary]


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def test_the_example_in_english(example: Example) -> None:
    page = text(example("summary"), "en")
    assert page.startswith("Counting Ravens by Their Voices\nIda Lindqvist, Tomás Ferreira\n")
    assert "\n  2. Fog does not change the error. [§3.1]\n" in page
    assert "\nLimitations\n  - The method undercounts" in page
    assert "\nNo sentence was found for: What is new, Effort and cost\n" in page
    assert page.endswith("2026-11-22\n")


def test_the_example_of_a_model_in_chinese(example: Example) -> None:
    page = text(example("summary-model-zh"), "zh-CN")
    assert "  1. 在 312 段录音上，误差中位数为 8.5%，而阵列方法为 21.0%。 [§3.1]\n     > “On 312 recordings" in page
    assert "\n未能在原文中核实\n  - 能耗仅为 0.3 W。 [在摘要中未找到“0.3”]\n" in page
    assert "未读：1 页为无文字的图片（8）、图中的 41 个词" in "".join(page.splitlines())


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_whatever_was_not_read_is_told_in_the_readers_language(example: Example, language: str) -> None:
    kinds = get_args(Skipped.model_fields["kind"].annotation)
    skipped = tuple(Skipped(kind=kind, count=n, which=("Table 2", "7–9")) for kind in kinds for n in (1, 1234))
    summary = example("summary")
    coverage = summary.coverage.model_copy(update={"skipped": skipped})
    page = "".join(text(summary.model_copy(update={"coverage": coverage}), language).split())
    assert page.count("1234") == len(kinds) >= 6
    assert page.count("Table2,7–9" if language == "en" else "Table2、7–9") == 2 * len(kinds)


@pytest.mark.parametrize("name", ["summary", "summary-model-zh", "summary-quick"])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_claim_appears_within_88_columns(example: Example, name: str, language: str) -> None:
    summary = example(name)
    page = text(summary, language)
    flat = "".join(page.split())
    claims = [
        summary.one_sentence,
        *summary.takeaways,
        *(c for part in type(summary.note).model_fields for c in getattr(summary.note, part)),
    ]
    assert all(claim and "".join(claim.text.split()) in flat for claim in claims)
    assert all(columns(line) <= 88 for line in page.splitlines())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            "Read: the abstract only · arXiv has no HTML of this version · PDF could not be read (its server took too long)",
        ),
        ("zh-CN", "仅读摘要 · arXiv 没有此版本的 HTML · PDF 无法读取（服务器响应超时）"),
    ],
)
def test_why_no_better_form_was_read(example: Example, language: str, said: str) -> None:
    summary = example("summary")
    attempts = (Attempt(reading="arxiv-html", why="absent"), Attempt(reading="pdf", why="failed", code="source_slow"))
    coverage = summary.coverage.model_copy(update={"reading": "abstract", "attempts": attempts})
    page = "".join(text(summary.model_copy(update={"coverage": coverage}), language).split())
    assert "".join(said.split()) in page


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_reason_and_every_problem_of_a_reading_has_words(example: Example, language: str) -> None:
    reasons = get_args(Attempt.model_fields["why"].annotation)
    codes = [code for code, error in table().items() if issubclass(error, BadInput | Upstream)]
    attempts = tuple(Attempt(reading="ar5iv", why=why) for why in reasons)
    attempts += tuple(Attempt(reading="pdf", why="failed", code=code) for code in codes)
    summary = example("summary")
    coverage = summary.coverage.model_copy(update={"attempts": attempts})
    lines = text(summary.model_copy(update={"coverage": coverage}), language)
    assert "{" not in lines
    assert not [code for code in codes if code in lines]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_reason_against_a_claim_has_words(example: Example, language: str) -> None:
    codes = get_args(Reason.model_fields["code"].annotation)
    panel = json.loads((LOCALES / language.replace("-", "_") / "messages.json").read_text(encoding="utf-8"))
    assert {f"reason_{code}" for code in codes} == {key for key in panel if key.startswith("reason_")}
    types = (LOCALES.parent / "lib" / "wire.js").read_text(encoding="utf-8")
    assert not [code for code in codes if f"'{code}'" not in types]
    summary = example("summary")
    for code in codes:
        claim = Claim(
            text="It is.",
            evidence=summary.takeaways[0].evidence,
            state="unverified",
            reason=Reason(code=code, what="28.4"),
        )
        lines = text(summary.model_copy(update={"takeaways": (claim,)}), language)
        assert code not in lines
        assert code == "block_not_found" or "28.4" in lines


def test_nothing_speaks_to_the_terminal(example: Example) -> None:
    summary = example("summary")
    bad = summary.model_copy(
        update={"paper": summary.paper.model_copy(update={"title": "\x1b]0;owned\x07\x9b31m\u202eA\r\nB"})}
    )
    page = text(bad, "en")
    assert page.startswith("]0;owned31mA B\n")
    assert not [letter for letter in page if unicodedata.category(letter) in ("Cc", "Cf") and letter != "\n"]


def test_wrapping_keeps_words_and_indents() -> None:
    assert wrap("one two three", "- ", "  ", columns=9) == ["- one two", "  three"]
    assert wrap("https://example.org/a/long/address is here", columns=10) == [
        "https://example.org/a/long/address",
        "is here",
    ]
    assert wrap("一二三四。五", columns=8) == ["一二三四。", "五"]
    assert wrap("", "- ") == []
