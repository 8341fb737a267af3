"""The cheap test before a pattern lets through whatever the pattern would find."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from takeaways.summarize import cleaning, cues, details, faults, fitness, reading, signs, standing
from takeaways.summarize.patterns import Phrase, alternatives
from takeaways.summarize.sentences import sentences

from .conftest import WIRE
from .sentence_cases import cases


def sets(pattern: str) -> list[list[set[str]]]:
    return [[set(texts) for texts in found] for found in alternatives(pattern)]


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bwe (also )?propos", [{"we "}, {"propos"}]),
        (r"\b(cats?|dogs)\b", [{"cat", "dogs"}]),
        (r"analy[sz]e", [{"analy"}]),
        (r"colou?r", [{"colo"}]),
        (r"(black )*ravens", [{"ravens"}]),
        (r"ravens+ fly", [{"ravens"}, {" fly"}]),
        (r"(black ){2}ravens", [{"black "}, {"ravens"}]),
        (r"(black ){0,2}ravens", [{"ravens"}]),
        (r"ravens(?! fly)(?<!the) sing(?= on)", [{"ravens"}, {" sing"}]),
        (r"(ravens|\w+)", []),
        (r"(raven|ravens)", [{"raven"}]),
        (r"(a few|the) ravens( fly| and crows)", [{"a few", "the"}, {" ravens"}, {" fly", " and crows"}]),
        (r"\(\d\d\)", [{"("}, {")"}]),
        (r"[(]ravens[\])]", [{"ravens"}]),
        (r"a.b", []),
        (r"(?P<name>ravens)", [{"ravens"}]),
        (r"", []),
    ],
)
def test_what_a_match_cannot_do_without(pattern: str, needed: list[set[str]]) -> None:
    assert sets(pattern) == [needed]


def test_every_alternative_has_its_own() -> None:
    assert sets(r"we fly|(black|grey) ravens|\w+") == [[{"we fly"}], [{"black", "grey"}, {" ravens"}], []]


def test_a_bracket_too_many_is_refused() -> None:
    with pytest.raises(re.error):
        Phrase("ravens)")
    with pytest.raises(ValueError, match="bracket"):
        alternatives("ravens)")


def phrases() -> Iterator[Phrase]:
    for rows in (*cues._COMPILED.values(), faults._ANYWHERE, faults._RESULTS, faults._CLOSE, faults._OWN):
        yield from (phrase for _, phrase in rows)
    for module in (cues, details, fitness, cleaning, reading, signs, standing):
        yield from (value for value in vars(module).values() if isinstance(value, Phrase))


def texts() -> list[str]:
    blocks = [
        block["text"]
        for section in json.loads((WIRE / "document.json").read_text())["sections"]
        for block in section["blocks"]
    ]
    module = "".join(Path(path).read_text(encoding="utf-8") for path in (cues.__file__, fitness.__file__))
    # The tables themselves are full of the words that their patterns look for.
    said = re.sub(r"[^\w \n().-]+|\\b", " ", module).splitlines()
    return [
        *(case.text for case in cases()),
        *(block[start:end] for block in blocks for start, end in sentences(block)),
        *said,
    ]


def test_every_phrase_finds_what_its_pattern_finds() -> None:
    tried = [case for text in texts() for case in (text, text.upper(), text.lower(), f"We propose it: {text}")]
    known = list(phrases())
    assert len(known) > 60
    met = 0
    for phrase in known:
        for text in tried:
            found = phrase.pattern.search(text)
            met += found is not None
            assert bool(found) == bool(phrase.search(text)), (phrase.pattern.pattern, text)
            assert phrase.count(text) == len(list(phrase.pattern.finditer(text)))
    assert met > 1500
