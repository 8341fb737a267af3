"""What may go from a quoted sentence before it stands as a claim: citation markers, pointers to figures, loose space."""

from __future__ import annotations

import re

from .markers import MONTH, WORTH_A_LOOK, YEARS, is_marker, is_noun
from .patterns import Phrase
from .sentences import maths

# A bracket without another of its kind in it, but for a year's or a number's: «(Doe et al. (2001))», «(Eq. (3))».
_ROUND = re.compile(r"[\s~]*(?P<group>\((?P<inside>[^()]{0,300}(?:\([^()]{1,40}\)[^()]{0,200}){0,8})\))")
_SQUARE = re.compile(
    r"[\s~]*(?P<group>\[(?P<inside>[^\[\]]{0,200})\](?:\s?[,–-]?\s?\[[^\[\]]{1,40}\])*"
    r"|\\cite[a-z]*\*?(?:\[[^\[\]]{0,60}\])*\{[^{}]{0,300}\})"
)
# LaTeXML leaves the key where the reference list was not found: «architecture vaswani2017attention».
_LEFT_KEYS = Phrase(r"(?:,|;)?\s*\b[a-z]{3,}(?:19|20)\d\d[a-z]+\d*\b", ignore_case=False)
_MONTH = rf"(?!{MONTH}\b)"
# «the corpus Wang et al. (2020).»: a citation in brackets, written without them by LaTeXML.
_BARE = Phrase(
    rf"(?P<before>[\w)\]’]+)\s+(?P<cited>{_MONTH}[A-Z][\w'’-]+(?: et al\.| and [A-Z][\w'’-]+) \((?:19|20)\d\d[a-z]?\)"
    rf"(?:[;,] {_MONTH}[A-Z][\w'’-]+(?: et al\.| and [A-Z][\w'’-]+)? \((?:19|20)\d\d[a-z]?\))*)(?=\s*(?:[.,;:)]|and\b"
    r"|which\b))",
    ignore_case=False,
)
_KEEPS_TEXT = """
    in by of from to with and or see on than at following unlike like as both that which while since where use uses used via
    per after before for against under over between is are was were by cite cites
"""
_KEEPS = frozenset(_KEEPS_TEXT.split())
# The mark of a footnote: behind the last full stop, or raised behind a word (behind a unit it is a power).
_NOTE = re.compile(r"(?<=[a-z)”]\.)\d{1,3}(?:[,–-]\d{1,3})*$")
_RAISED = re.compile(r"(?:(?<=[a-z]{5})|(?<=[a-z][.,;:)]))(?<!metre)(?<!meter)(?<!miles)[⁰¹²³⁴-⁹]+(?:[,⁻–-][⁰¹²³⁴-⁹]+)*")
_BULLET = re.compile(r"^\s*(?:[•‣◦▪·●○■□–—*-]\s*|\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)]\s+)+")
_CAPTION = re.compile(r"^(?:figure|fig\.|table|tab\.|algorithm)\s+[\w.]+\s*[:.]\s*", re.IGNORECASE)
_LOOSE = (
    *((f" {mark}", mark) for mark in ",;:!?)"),
    ("( ", "("),
    ("[ ", "["),
    ("et al..", "et al."),
)
"""What is set too wide, or twice, once a marker is gone."""
_TWICE = re.compile(r",\s*([,.;])(?!\.)")
_LOOSE_STOP = re.compile(r" \.(?!\d)")


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
    text = _tight(text + quote[end:])
    bare = _unmarked(text)
    if bare != text:
        text = _TWICE.sub(r"\1", _tight(bare))
    if kept:
        text = re.sub(r"\x00(\d+)\x00", lambda match: " ".join(kept[int(match[1])].split()), text)
    return text or " ".join(quote.split())


def _unmarked(text: str) -> str:
    """`text` without citation markers and bracketed pointers."""
    if "19" in text or "20" in text:
        text = _BARE.sub(lambda match: match["before"] if match["before"].lower() not in _KEEPS else match.group(), text)
        text = _LEFT_KEYS.sub("", text)
    if "(" in text:
        text = _ROUND.sub(_kept, text)
    if "[" in text or "\\cite" in text:
        text = _SQUARE.sub(_kept, text)
    if text[-1:].isdigit():
        text = _NOTE.sub("", text)
    return text if text.isascii() else _RAISED.sub("", text)


def _kept(match: re.Match[str]) -> str:
    """What stays of a bracket: nothing, all of it, or its parts between semicolons that say something."""
    whole, inside, square = match.group(), match["inside"], match["group"][0] != "("
    if inside is not None and not WORTH_A_LOOK.search(inside) and inside.strip():
        return whole
    parts = (inside or "").split(";")
    left = [part.strip() for part in parts if inside is not None and part.strip() and not is_marker(part, square=square)]
    lead = whole[: len(whole) - len(match["group"])]
    if len(left) == len(parts):
        return whole if square else f"{lead}({_ROUND.sub(_kept, inside)})"
    left = [part for part in left if not YEARS.fullmatch(part)]
    if left:
        return f"{lead}[{'; '.join(left)}]" if square else f"{lead}({_ROUND.sub(_kept, '; '.join(left))})"
    if inside != "" and is_noun(match.string[: match.start()] + lead, match.string[match.end() :], inside, square=square):
        return whole
    return " " if match.string[match.end() : match.end() + 1].isalnum() else ""


def _tight(text: str) -> str:
    """`text` on one line, without space before a mark."""
    text = " ".join(text.split())
    for loose, tight in _LOOSE:
        text = text.replace(loose, tight)
    return (_LOOSE_STOP.sub(".", text) if " ." in text else text).strip()
