"""ROUGE is what `rouge-score` 0.1.2 counts with its stemmer: the figures here are that package's."""

import pytest

from bench.rouge import Rouge


@pytest.mark.parametrize(
    ("text", "target", "scores"),
    [
        (
            "We propose a method that counts ravens by their voices.",
            "A method for counting ravens by voice.",
            (0.705882, 0.4, 0.705882),
        ),
        (
            "The flies' studies were 3.5 times generalized; dying skies.",
            "Studying flies generalizes 3.5 times, dying.",
            (0.823529, 0.266667, 0.588235),
        ),
        ("Ravens fly.", "We present deep nets!", (0, 0, 0)),
        ("", "Ravens", (0, 0, 0)),
    ],
)
def test_the_table(text: str, target: str, scores: tuple[float, float, float]) -> None:
    assert Rouge().scores(text, target) == pytest.approx(scores, abs=1e-6)


def test_of_several_targets_the_one_with_the_best_rouge_1_counts() -> None:
    targets = ["We present nets.", "A method for counting ravens by voice.", "Ravens"]
    assert Rouge().best("A raven counts by method.", targets) == Rouge().scores("A raven counts by method.", targets[1])
