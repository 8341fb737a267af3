"""The table of sentence ends, sentence_cases.txt, as the test and the measure read it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).with_suffix(".txt")


class Case(NamedTuple):
    """A text, the sentences it has, its group, its language, and whether it is known to fail."""

    text: str
    wanted: list[str]
    group: str
    language: str
    known: bool


def cases() -> list[Case]:
    """The table, in its order."""
    found, group, language = [], "", "en"
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            named = re.fullmatch(r"== (.*?)(?: \[(\w+)\])?", line)
            assert named is not None
            group, language = named[1], named[2] or "en"
        elif line and not line.startswith("# "):
            marked = line.removeprefix("! ").replace("⏎", "\n")
            wanted = [part.strip() for part in marked.split("¦")]
            found.append(Case(marked.replace("¦", ""), wanted, group, language, line.startswith("! ")))
    return found
