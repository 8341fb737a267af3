"""What may go from a quoted sentence before it stands as a claim: citation markers, pointers to figures, loose space."""

from __future__ import annotations

import re

from .sentences import maths

_MONTH = r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)"
_NAMES = rf"{_MONTH}[^\W\d_][\w'’.&\- ]*(?:,[\w'’.&\- ]+){{0,4}}?"
_ONE_YEAR = rf"{_NAMES}(?:,| et al\.?,?| and [\w'’.\- ]+,?)\s*(?:19|20)\d\d[a-z]?(?:\s*,\s*(?:(?:19|20)\d\d)?[a-z]?)*"
_YEARS = re.compile(rf"\s*[(\[]\s*(?:(?:see|cf\.|e\.g\.,?|see also)\s+)*{_ONE_YEAR}(?:\s*[;,]\s*{_ONE_YEAR})*\s*[)\]]")
_NUMBERS = re.compile(r"\s*\[\s*[1-9]\d{0,2}(?:\s*[,;–-]\s*[1-9]\d{0,2})*\s*\](?:\s*[,–-]?\s*\[[1-9]\d{0,2}\])*")
_KEYS = re.compile(r"\s*\[[A-Z][A-Za-z+]{1,9}\d{2}[a-z]?(?:[,;]\s*[A-Z][A-Za-z+]{1,9}\d{2}[a-z]?)*\]")
# LaTeXML leaves the key where the reference list was not found: «architecture vaswani2017attention».
_LEFT_KEYS = re.compile(r"(?:,|;)?\s*\b[a-z]{3,}(?:19|20)\d\d[a-z]+\d*\b")
# «the corpus Wang et al. (2020).»: a citation in brackets, written without them by LaTeXML.
_BARE = re.compile(
    rf"(?P<before>[\w)\]’]+)\s+(?P<cited>{_MONTH}[A-Z][\w'’-]+(?: et al\.| and [A-Z][\w'’-]+) \((?:19|20)\d\d[a-z]?\)"
    rf"(?:[;,] {_MONTH}[A-Z][\w'’-]+(?: et al\.| and [A-Z][\w'’-]+)? \((?:19|20)\d\d[a-z]?\))*)(?=\s*(?:[.,;:)]|and\b"
    r"|which\b))"
)
_KEEPS_TEXT = """
    in by of from to with and or see on than at following unlike like as both that which while since where use uses used via
    per after before for against under over between is are was were by cite cites
"""
_KEEPS = frozenset(_KEEPS_TEXT.split())
# Here the marker is a noun of the sentence, which would not survive without it: «in [12]», «[12] propose».
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:in|by|of|from|to|with|and|or|see|on|than|at|e\.g\.|i\.e\.|cf\.|Refs?\.|like|as|intervals?|range|between|set)|[,(;=∈])$",
    re.I,
)
_VERB_AFTER = re.compile(
    r"\s+(?:is|are|was|were|has|have|propos|show|us|introduc|present|appl|extend|stud|report|find|found)", re.I
)
_POINTER = re.compile(
    r"\s*[(\[]\s*(?:(?:see|cf\.?|also|as shown in|e\.g\.,?|shown in|left|right|top|bottom|and|in)\s+)*"
    r"(?:figures?|figs?\.?|tables?|tabs?\.?|sections?|secs?\.?|sects?\.?|§+|appendix|appendices|app\.|eqs?\.?|equations?"
    r"|algorithms?|alg\.|rows?|columns?)\s*[^()\[\]]{0,30}[)\]]",
    re.IGNORECASE,
)
_LOOSE = (*((f" {mark}", mark) for mark in ",.;:!?)"), ("( ", "("), ("[ ", "["), ("et al..", "et al."))
"""What is set too wide, or twice, once a marker is gone."""
_BULLET = re.compile(r"^\s*(?:[•‣◦▪·●○■□–—*-]\s*|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+)+")
_CAPTION = re.compile(r"^(?:figure|fig\.|table|tab\.|algorithm)\s+[\w.]+\s*[:.]\s*", re.IGNORECASE)


def shave(text: str) -> tuple[int, int]:
    """The range of `text` without the bullet, enumerator or caption label before it and the «;» behind it."""
    start = 0
    for pattern in (_BULLET, _CAPTION):
        found = pattern.match(text, start)
        start = found.end() if found else start
    bare = text.rstrip(" \n\t;,")
    return start, max(start, len(bare))


def claim_text(quote: str) -> str:
    """`quote` as a claim: white space normalised; citation markers and bracketed pointers to figures taken out.

    Nothing is added and no word of the sentence goes, so every number that stays stood in the quote.
    """
    kept: list[str] = []
    text = ""
    end = 0
    for span in maths(quote):
        # Mathematics is out of reach while the rest is cleaned: «$x[3]$» cites nobody.
        text += f"{quote[end : span.start]}\x00{len(kept)}\x00"
        kept.append(quote[span.start : span.end])
        end = span.end
    text += quote[end:]
    # Without these there is nothing of all that: most sentences are through here at once.
    if "(" in text or "[" in text or "19" in text or "20" in text:
        text = _unmarked(text)
    text = " ".join(text.split())
    for loose, tight in _LOOSE:
        text = text.replace(loose, tight)
    text = text.strip()
    if kept:
        text = re.sub(r"\x00(\d+)\x00", lambda match: " ".join(kept[int(match[1])].split()), text)
    return text or " ".join(quote.split())


def _unmarked(text: str) -> str:
    """`text` without citation markers and bracketed pointers."""
    text = _LEFT_KEYS.sub("", _POINTER.sub("", _YEARS.sub("", text)))
    text = _BARE.sub(lambda match: match["before"] if match["before"].lower() not in _KEEPS else match.group(), text)
    for pattern in (_NUMBERS, _KEYS):
        text = pattern.sub(_kept, text)
    return text


def _kept(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :]
    is_noun = not before or _NOUN_BEFORE.search(before) or _VERB_AFTER.match(after)
    return match.group() if is_noun else ""
