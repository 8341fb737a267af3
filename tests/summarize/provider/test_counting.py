"""Estimates against what a tokenizer counted: cl100k_base, which is OpenAI's of 2023 and of today's the hungriest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from takeaways.summarize.provider.counting import tokens

LANGUAGES = Path(__file__).parents[2] / "extract" / "languages.json"
CL100K = {
    "ar": 157, "de": 61, "en": 45, "es": 58, "fr": 62, "he": 196, "hi": 215, "it": 69, "ko": 115, "nl": 63, "pl": 79,
    "pt": 60, "ru": 88, "uk": 122, "zh-Hans": 110, "zh-Hant": 165,
}  # fmt: skip


@pytest.mark.parametrize("language", CL100K)
def test_a_text_is_counted_with_a_margin_in_every_language(language: str) -> None:
    text = "\n".join(_strings(json.loads(LANGUAGES.read_text())[language]))
    assert 0.95 <= tokens(text) / CL100K[language] <= 1.6


def test_a_text_twice_as_long_has_twice_the_tokens() -> None:
    text = "We report 28.4 BLEU on newstest2014 [block s3-2], 2.0 above the best model. "
    assert tokens(text * 200) == pytest.approx(200 * tokens(text), rel=0.1)


def test_nothing_has_hardly_a_token() -> None:
    assert tokens("") == 1


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in values for text in _strings(each)]
