"""Answers that are nearly JSON are read as they are meant, and JSON as it is."""

from __future__ import annotations

import json

import pytest

from takeaways.errors import ProviderBroken
from takeaways.summarize.writing.growing import Growing, Grown
from takeaways.summarize.writing.nearly import as_json


def read(*pieces: str) -> tuple[str, str]:
    """The first takeaway, as it was whole and as it had grown by then."""
    growing = Growing()
    told = [one for piece in pieces for one in growing.add(piece)]
    growing.end()
    grown = "".join(one.text for one in told if isinstance(one, Grown))
    return str(growing.so_far["takeaways"][0]["text"]), grown


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"$\alpha$ is 3", r"$\alpha$ is 3"),
        (r"$\tau$, $\theta$ and $\frac{1}{2}$", r"$\tau$, $\theta$ and $\frac{1}{2}$"),
        (r"$\\tau$ and $\\alpha$", r"$\tau$ and $\alpha$"),
        (r"100\% of \underline{all}", r"100\% of \underline{all}"),
        (r"one\ttwo\nthree \"four\" \u00e9", 'one\ttwo\nthree "four" é'),
        ("one\ntwo\tthree", "one two three"),
        (r"a \ud83d\ude00 b", "a 😀 b"),
        (r"a \ud83d b", "a � b"),
        (r"a \ude00 b", "a � b"),
    ],
)
def test_what_is_nearly_json_is_read_as_it_is_meant(written: str, meant: str) -> None:
    whole = '{"takeaways": [{"text": "' + written + '",}, ],}'
    for size in (1, 2, 3, len(whole)):
        text, grown = read(*(whole[at : at + size] for at in range(0, len(whole), size)))
        assert text == meant
        assert meant.startswith(grown)


def test_a_letter_that_comes_in_halves_is_one() -> None:
    assert read('{"takeaways": [{"text": "a', "\ud83d", "\ude00", ' b"}]}') == ("a😀 b", "a😀")


def test_json_stays_as_it_is() -> None:
    for text in ("a\\b", 'say "x"', "C:\\temp\\new", "é 😀 渡鸦", "line\nbreak", "\\\\tau", "/"):
        for ascii_only in (True, False):
            written = json.dumps({"text": text}, ensure_ascii=ascii_only)
            assert as_json(written) == written


def test_words_are_no_json_however_nearly() -> None:
    growing = Growing()
    list(growing.add("I am sorry, {that} is not possible."))
    with pytest.raises(ProviderBroken):
        growing.end()
