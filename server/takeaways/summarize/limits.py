"""Limitations: which sentences state one of the paper's own, and whether a paper surely states none. English."""

from __future__ import annotations

import re

from .faults import CLOSING, FAULT, FAULTS, MENDED, NAMES, PROMISE, SPEAKS_OF_ITSELF, blames, names_any_of, stated
from .reading import Reading, Sentence
from .roles import Role, roles

_HEDGED = re.compile(
    r"\b(not|no|only|may|might|could|cannot|however|although|while|limit\w*|lack\w*|fail\w*|small\w*|bias\w*|skew\w*"
    r"|restrict\w*"
    r"|unable|narrow\w*|without|few\w*|less|difficult\w*|expensive|sensitiv\w*|assum\w*|under\w*|beyond|unclear|unknown)\b",
    re.IGNORECASE,
)
_DEFENDED = re.compile(
    r"(?:however|nevertheless|nonetheless|still|despite|even so|for example|for instance|their|in future"
    r"|finally, in)\b|.*\b(?:we (?:have"
    r" )?(?:\w+ly )?(?:show|shown|found|decided)|in (?:the )?future|one could)\b",
    re.IGNORECASE,
)
"""What a section on limitations also says: why they are none, and what comes next."""


_LIST_OPENS = re.compile(rf"\b(?:several|some|few|number of|two|three|four|five|following|certain|important|multiple"
                         rf"|various|many"
                         rf"|its|potential|key|main|our|has|have) (?:\w+ )?{FAULTS}\b", re.IGNORECASE)  # fmt: skip
_LISTED = re.compile(
    r"(?:first|second|third|fourth|fifth|another|finally|lastly|also|in addition|moreover|furthermore|additionally"
    r"|next|one\b"
    r"|a (?:second|third|further)|\(?(?:i+|[1-5])\))",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\W*(?:\w+ (?:and|&) )?(?:limitations?|threats? to (?:\w+ )?validity|weaknesses|shortcomings"
                   r"|caveats|failure cases)"
                   r"(?: (?:and|of|&) [\w ]{1,40})?\s*[.:—–]", re.IGNORECASE)  # fmt: skip
_WITHIN = 0.7
"""What a sentence of a section on limitations counts, whatever it says."""


class Limits:
    """The limitations a paper states.

    Parameters
    ----------
    reading : Reading
        An English paper.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._led = frozenset(
            (number, block.id)
            for number, section in enumerate(reading.document.sections)
            for block in section.blocks
            if _LEAD.match(block.text[:80])
        )
        self._listed = self._lists()

    def strength(self, sentence: Sentence) -> float:
        """How plainly a sentence states a limitation of the paper's own work: 0 (not at all) to about 3."""
        if sentence.role is Role.PRIOR:
            return 0.0
        base = 0.0
        if sentence.role is Role.LIMITATIONS or (sentence.section, sentence.block.id) in self._led:
            base = _WITHIN + 0.5 * bool(_HEDGED.search(sentence.text)) - 0.6 * bool(_DEFENDED.match(sentence.text))
        if sentence.at in self._listed:
            base = max(base, 1.3)
        return base + stated(sentence.text, sentence.role, lambda: self._reading.is_own(sentence))

    def _lists(self) -> frozenset[int]:
        """The sentences that a «This study has several limitations. First, …» announces, in its block and those after it."""
        found: set[int] = set()
        block, start, section = "", -1, -1
        for sentence in self._reading.sentences:
            if sentence.role not in SPEAKS_OF_ITSELF:
                continue
            if sentence.block.id != block:
                block, opened = sentence.block.id, _announced(sentence.block.text)
                goes_on = section == sentence.section and start >= 0 and _LISTED.match(sentence.text)
                start = opened if opened >= 0 else 0 if goes_on else -1
                section = sentence.section
            if start >= 0 and _LISTED.match(sentence.text) and not PROMISE.search(sentence.text):
                found.update([sentence.at] if sentence.block.text.find(sentence.quote) >= start else [])
        return frozenset(found)


def _announced(text: str) -> int:
    """Where in a block a list of the paper's own limitations is announced, else -1."""
    match = _LIST_OPENS.search(text) if names_any_of(text, NAMES) else None
    if not match:
        return -1
    sentence = text[max(0, match.start() - 150) : match.end()].rpartition(". ")[2]
    return -1 if blames(sentence) or MENDED.search(sentence) else match.end()


_NAMED = re.compile(rf"\b(?:{FAULT}|limiting|future (?:work|research|stud\w+|directions?|improvements?|versions?)"
                    rf"|open (?:question|problem|issue"
                    r"|challenge)s?|further (?:work|research|stud\w+|investigation)|failure (?:case|mode)s?|not yet"
                    r"|beyond the scope"
                    r"|remains? (?:to|an?|open|un\w+)|at the (?:cost|expense)|unfortunately|with caution"
                    r"|small sample)\b", re.IGNORECASE)  # fmt: skip
_DOUBTFUL = re.compile(
    r"\b(?:not|cannot|unable|only|limit\w*|restrict\w*|fail\w*|lack\w*|however|although|though|despite|worse"
    r"|difficult\w*|future work"
    r"|in future|further (?:work|research|stud\w+)|should|unclear|unknown|bias\w*|expens\w+|room for|still)\b|n[’']t\b",
    re.IGNORECASE,
)
_OWN_LACK = re.compile(
    r"\b(?:we|our) (?:[^.;]{0,60} )?(?:cannot|can not|could not|unable to|did not|fails?|failed|limited (?:to|by)"
    r"|restricted (?:to|by)|only"
    r" (?:consider|evaluat|test|stud|examin))",
    re.IGNORECASE,
)
_BEFORE = frozenset({Role.ABSTRACT, Role.INTRODUCTION, Role.PRIOR, Role.BACK})
"""Where the limits are those of others, which the paper mends."""
_PAGES = frozenset({"unreadable_page", "page_beyond_limit", "picture_page", "hidden_words"})
_FEWEST = 1000
"""Words below which a text is hardly a whole paper."""


def surely_none(reading: Reading) -> bool:
    """Whether it can be said that the paper states no limitation.

    Only of an English paper that was read whole and to its end, and in which no sentence, footnote or caption is left
    that could be one: where the paper closes, any doubt counts; elsewhere the words that name limits.
    """
    document = reading.document
    coverage = document.coverage
    if not reading.english or coverage.reading == "abstract" or coverage.read < coverage.total or coverage.words < _FEWEST:
        return False
    if any(part.kind in _PAGES for part in coverage.skipped) or any(flag.kind != "hidden_text" for flag in document.flags):
        return False
    closing = reading.of_role(*CLOSING)
    if not closing or any(_DOUBTFUL.search(sentence.quote) for sentence in closing):
        return False
    for section, parts in zip(document.sections, roles(document), strict=True):
        if section.heading and _NAMED.search(section.heading):
            return False
        for block, role in zip(section.blocks, parts, strict=True):
            if role not in _BEFORE and (
                _NAMED.search(block.text) or (role is not Role.METHOD and _OWN_LACK.search(block.text))
            ):
                return False
    return True
