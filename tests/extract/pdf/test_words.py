"""Broken words and footnote marks."""

from __future__ import annotations

import pytest

from takeaways.extract.pdf.fonts import Font
from takeaways.extract.pdf.glyphs import HYPHEN, Word
from takeaways.extract.pdf.lines import Line
from takeaways.extract.pdf.words import Vocabulary, running

PLAIN = Font("Times", bold=False, italic=False, math=False)


def line(*texts: str, x: float = 0, base: float = 100, size: float = 10) -> Line:
    made, left = Line(page=1), x
    for text in texts:
        made.words.append(Word(text, left, left + 5 * len(text), base, size, PLAIN, glued=False))
        left += 5 * len(text) + 3
    made.settle()
    return made


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("cor", "pus", "corpus"),
        ("machine", "readable", "machine-readable"),  # as the document has it elsewhere
        ("automatically", "detected", "automatically-detected"),
        ("two", "point", "two-point"),
        ("Lindqvist", "Ferreira", "Lindqvist-Ferreira"),
        ("unfore", "seen", "unforeseen"),
    ],
)
def test_a_broken_word_is_looked_up_in_the_document(left: str, right: str, expected: str) -> None:
    vocabulary = Vocabulary(["the corpus was detected at one point in", "a machine-readable corpus"])
    assert running([line("a", f"{left}{HYPHEN}"), line(right, "b")], vocabulary) == f"a {expected} b"


def test_an_address_cut_at_a_slash_is_whole() -> None:
    assert running([line("https://example.org/"), line("ravens", "now")], Vocabulary([])) == "https://example.org/ravens now"


def test_marks_of_footnotes_are_taken_out_and_exponents_stay() -> None:
    noted = line("the", "birds", "arrive.")
    noted.words.append(Word("12", noted.x1, noted.x1 + 6, 104, 6, PLAIN, glued=True))
    assert running([noted], Vocabulary([])) == "the birds arrive."
    power = line("about", "10")
    power.words.append(Word("12", power.x1, power.x1 + 6, 104, 6, PLAIN, glued=True))
    assert running([power], Vocabulary([])) == "about 10¹²"


def test_a_stroke_and_the_sign_it_strikes_are_one() -> None:
    struck = line("x", "\u0338", "=", "y")
    struck.words[2].glued = True
    struck.words[2].x0, struck.words[2].x1 = struck.words[1].x0, struck.words[1].x1
    struck.settle()
    assert struck.text == "x ≠ y"
