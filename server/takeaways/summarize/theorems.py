"""What a paper of mathematics proves: the theorems that its introduction states, each whole, hypothesis and conclusion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from takeaways.model import Block

from .cleaning import claim_text
from .reading import Reading, Sentence
from .roles import Role, roles
from .sentences import sentences

_WORDS = ("heorem", "HEOREM", "orollary", "roposition")
_LABEL = re.compile(
    r"\W{0,2}(?:\d{1,2}(?:\.\d{1,2}){0,2}\W{0,2})?(?:Main |MAIN )?(?:Theorem|THEOREM|Corollary|Proposition)"
    r"(?: \(?[\dA-Z](?:[.\d]{0,6}\d)?\)?)?(?: ?[(\[](?P<note>[^()\[\]]{0,60})[)\]])?\s?[.:—–-]{0,2}\s+(?=[A-Z])"
)
_WHOSE = re.compile(r"\d|\b(?!Main\b)[A-Z][a-z]")
"""A theorem labelled «(Taubes)» or «[8]» is another's."""
_SUPPOSES = re.compile(r"(?:Let|Suppose|Assume|Fix|Set|Consider|Write|Denote|Given|Be given|For)\b")
_CONCLUDES = re.compile(r"\bthen\b|\bthere (?:is|are|exists?)\b|\bif and only if\b|\bwe have\b", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:Then|Moreover|Furthermore|In particular|Conversely)\b")
_SHORTEST, _LONGEST, _WITH_MORE = 50, 420, 300
"""Characters of a statement; up to the last of them what follows from it is told as well."""
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_IN_WORDS = 0.55
"""Share of the characters that must stand in words: a formula alone tells a reader of takeaways nothing."""


def theorems(reading: Reading) -> list[Sentence]:
    """The statements, in order; each as one Sentence whose quote may span two or three of the paper's.

    Parameters
    ----------
    reading : Reading
        A paper in English.
    """
    if not any(_is_labelled(block) for section in reading.document.sections for block in section.blocks):
        return []  # of most papers no more need be asked
    found = []
    places = {sentence.block.id: sentence.at for sentence in reversed(reading.sentences)}
    at = len(reading.sentences)
    blocks = [
        (number, block, role)
        for number, (section, parts) in enumerate(zip(reading.document.sections, roles(reading.document), strict=True))
        for block, role in zip(section.blocks, parts, strict=True)
    ]
    for number, block, role in reversed(blocks):
        at = places.get(block.id, at)
        if role is not Role.INTRODUCTION or block.kind != "paragraph":
            continue
        for quote in _statements(block):
            text = claim_text(quote)
            found.append(Sentence(number, block, role, at, 0, 1, quote, text, reading.english))
    return found[::-1]


def _is_labelled(block: Block) -> bool:
    start = block.text[:40]
    return any(word in start for word in _WORDS)


def _statements(block: Block) -> Iterator[str]:
    if not _is_labelled(block):
        return
    label = _LABEL.match(block.text)
    if not label or _WHOSE.search(label["note"] or ""):
        return
    rest = block.text[label.end() : label.end() + 2 * _LONGEST]
    end, supposes = 0, True
    for start, stop in sentences(rest):
        sentence = rest[start:stop]
        if supposes:
            supposes = bool(_SUPPOSES.match(sentence)) and not _CONCLUDES.search(sentence)
        elif stop > _WITH_MORE or not _GOES_ON.match(sentence):
            break
        end = stop
    quote = rest[:end].strip()
    words = sum(map(len, _LETTERS.findall(quote)))
    if not supposes and _SHORTEST <= len(quote) <= _LONGEST and quote.endswith(".") and words >= _IN_WORDS * len(quote):
        yield quote
