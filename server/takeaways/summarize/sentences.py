"""Where sentences begin and end in the text of a paper.

Papers are hard on splitters: «et al.», «Fig. 3», «Eq. (2)», initials, decimals, citations after the full stop, and
mathematics that holds full stops of its own. The rules below are tables of words (`abbreviations.py`) and a few patterns;
the texts in tests/summarize/sentence_cases.txt say what they promise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from .abbreviations import ACRONYMS, COUNTED, GERMAN_ORDINAL, LABELLED, NEVER, REFERENCES, SOMETIMES, STARTERS, UNITS


class Span(NamedTuple):
    """`text[start:end]` is one sentence, without the white space around it."""

    start: int
    end: int


_MATHS = re.compile(
    r"\$\$.{1,2000}?\$\$"
    # Pandoc's rule keeps «$5 and $10» money: no space inside the dollars, no digit behind the last.
    r"|(?<![\\$])\$(?=\S)(?:[^$\\]|\\.){0,800}?(?<=\S)\$(?!\d)"
    # With a space before the last dollar it is mathematics only if it looks it.
    r"|(?<![\\$])\$(?=\S)[^$]{0,400}?[=\\^_][^$]{0,400}?\$(?!\d)"
    r"|\\\(.{1,800}?\\\)|\\\[.{1,2000}?\\\]",
    re.DOTALL,
)
_BRACKETS = re.compile(
    r"\([^()]{0,300}(?:\([^()]{0,100}\)[^()]{0,200}){0,3}\)|\[[^\[\]]{0,200}\]|（[^（）]{0,200}）"
    # What is quoted within a sentence ends none: «“Count them. Name them.” is the prompt».
    r"|“[^“”]{0,300}”(?=,?\s+[a-z])|「[^「」]{0,200}」(?=[とっはがをにのも])"
)
_BREAK = re.compile(r"\n\s*\n|∎(?=\s)")
_STOP = re.compile(
    r"(?P<mark>[.!?…](?<![.!?…]{2})[.!?…]*+)(?P<closing>(?:[\"'”’“»)\]}]|\s»)*)"
    # A citation behind the full stop («text.[12] Next», «text.13 Next») belongs to the sentence before it.
    r"(?P<note>(?:(?<!\]\.)\s?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\])+|(?:(?<=[a-z)]\.)|(?<=\.[”\"’]))\d{1,3}(?:[,–-]\d{1,3})*"
    r"|[⁰¹²³⁴-⁹]+(?:[,⁻–-][⁰¹²³⁴-⁹]+)*|[*†‡]{1,2}|\(\d{1,3}\))?"
    r"(?=\s|$|[A-Z\uac00-\ud7af])"
)
_WIDE_STOP = re.compile(r"(?:[。！？؟۔।｡]+|(?<!\d)．(?!\d)|…{2}(?=[\u3040-\u9fff]))(?P<closing>[”’」』）)\"]*)")
_QUOTES_ON = frozenset("とっはがをにのも")
"""Behind a closing quotation mark Japanese goes on with these."""
_KOREAN_GOES_ON = ("라고", "라는", "하고", "고 ")

_WORD_BEFORE = re.compile(r"[^\s(\[{«“\"'‘„]*$")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s)+[^\W\d_]{1,2}$")
"""«z. B», «т. е», «J. R. R»: abbreviations set with spaces."""
_ENUMERATOR = re.compile(r"(?:^|[.!?:;]\s+)(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-zA-Z])\)?|\d{1,2}(?:\.\d{1,2})+)$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_α-ω]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_CAPTION = re.compile(r"\s*(?:figure|fig\.|table|tab\.|algorithm|abbildung|abb\.|tabelle)\s+[\w.-]+$", re.IGNORECASE)
_NUMBER = re.compile(r"[(\[]?(?:\d[\w.]*|[IVXLC]+|[A-Z]\d{0,2})[)\]]*")
_LABEL = re.compile(r"\s*[(\[]?(?:\d|[IVXLC]+\b|[A-Z]\b(?!['’])|[A-Z]{1,5}-?\d|[A-Z]{2,5}-)")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«„(\[]*(\w[\w’'-]*)?")
_OPENING = re.compile(r"\s*[\"'“‘«„(\[]*(\S)")
_GLUED = re.compile(r"[A-Z][a-z]*(?=[\s,])|I(?=\s)")
_ELLIPSIS = re.compile(r"(?:^|[\s(\[{,])(?:[^\W\d_]{1,2}\d*|\d+|[,=+<>≤≥∈∪∩×·∧∨⊂⊆-])\s*$")
_LOWER = re.compile(
    r"\s+(?:[a-zα-ω]\d?(?:,\s[a-zα-ω]\d?)*\s+(?:is|are|was|were|has|have|denotes?|stands|can|and|represents?|gives?|must|will|does|und|ist|sind|sei)\b"
    r"|[a-zα-ω]-[^\W\d_]{2}|[\U0001d400-\U0001d7ff]|[a-z]{2,}\d[a-z]+\b|scikit-learn\b"
    r"|(?:von|van|de|di|da|del|della|le|la|dos|ten|ter)\s+(?:den?\s+|der\s+)?[A-Z][a-z]+)"
)
"""What begins a sentence in lower case: «x is», «k-means», «𝑥», «word2vec», «von Neumann»."""
_ITEM = re.compile(r"\s+(?:\(?(?:[a-h]|[ivx]{1,4})\)|[ivx]{2,4}\.)\s+\S")
"""The next item of a list: «(b) …», «ii) …», «iii. …»."""

_NEAR = 80
"""Characters before and after a stop that are looked at."""


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order.

    Parameters
    ----------
    text : str
        One block of a paper. An empty line always ends a sentence; a single line end is white space.

    Returns
    -------
    list of Span
        Half-open character ranges of `text`; they do not overlap and leave out only white space.
    """
    formulas = maths(text)
    closed = _closed(text, formulas)
    cuts = [match.end() for match in _BREAK.finditer(text)]
    cuts += _wide(text, closed)
    for match in _STOP.finditer(text):
        if not _inside(closed, match.start()):
            cuts += _ends(text, match)
    cuts += _after_maths(text, formulas)
    spans, start = [], 0
    for end in [*sorted(set(cuts)), len(text)]:
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            first = start + piece.index(stripped)
            spans.append(Span(first, first + len(stripped)))
        start = end
    return spans


def maths(text: str) -> list[Span]:
    """The stretches of TeX mathematics in `text`, delimiters included."""
    if "$" not in text and "\\" not in text:
        return []
    return [Span(*match.span()) for match in _MATHS.finditer(text)]


def _closed(text: str, formulas: list[Span]) -> list[Span]:
    """Stretches a sentence never ends in: mathematics, and brackets that open and close near each other."""
    brackets = [
        Span(*match.span())
        for match in _BRACKETS.finditer(text)
        # «(We did. It worked.)»: brackets around whole sentences are cut at their end by the closing marks.
        if not _is_sentence_in_brackets(text, match)
    ]
    return _merged([*formulas, *brackets])


def _merged(spans: list[Span]) -> list[Span]:
    """The same stretches in order, those that overlap joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _is_sentence_in_brackets(text: str, match: re.Match[str]) -> bool:
    found = match.group()
    if found[-2:-1] not in (".", "!", "?") or found[0] not in "([" or found.count(" ") < 2:
        return False
    before = text[max(0, match.start() - _NEAR) : match.start()].rstrip()
    return found[1:2].isupper() and (not before or before[-1] in ".!?")


def _inside(closed: list[Span], position: int) -> bool:
    """Whether `position` falls into one of `closed`, which are in order and do not overlap, before its last character."""
    at = bisect_right(closed, position, key=lambda span: span.start) - 1
    return at >= 0 and position < closed[at].end - 1


def _after_maths(text: str, formulas: list[Span]) -> list[int]:
    """Ends of sentences whose full stop was typeset within the mathematics: «equals $x+y.$ We»."""
    return [
        span.end
        for span in formulas
        if re.search(r"[.!?]\\?[\s,;)\]]*\$+$|[.!?]\\[)\]]$", text[span.start : span.end])
        and text[span.end : span.end + 1].isspace()
        and _starts_upper(text[span.end : span.end + _NEAR])
    ]


def _wide(text: str, closed: list[Span]) -> Iterator[int]:
    """Ends marked by the stops of Chinese, Japanese, Arabic, Urdu and Hindi, which need no space behind them."""
    for match in _WIDE_STOP.finditer(text):
        goes_on = match["closing"] and text[match.end() : match.end() + 1] in _QUOTES_ON
        if not goes_on and not _inside(closed, match.start()):
            yield match.end()


def _ends(text: str, match: re.Match[str]) -> list[int]:
    """Where the sentence ends at the stop that `match` found: nowhere, or at one place."""
    # Windows, not the whole text: it may be long, and hold many stops.
    before, rest = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    if not rest.strip():
        return [match.end()]
    if not rest[0].isspace():
        return [match.end()] if _is_glued(before, match, rest) else []
    upper = _starts_upper(rest)
    if match["note"] and match["note"][0].isspace():
        behind = match.end("closing")
        if match["mark"] == "." and not _word_ends(before, text[behind : behind + _NEAR], upper=True):
            return []  # «Smith et al. [12]»
        # «It was shown. [13] extends it»: the citation begins the next sentence.
        return [match.end() if upper else behind]
    if not upper and (match["closing"] or match["mark"] != "." or not (_LOWER.match(rest) or _ITEM.match(rest))):
        return []
    if match["closing"] and rest.lstrip().startswith(_KOREAN_GOES_ON):
        return []
    if match["mark"] != ".":
        # «…» and «?!» end nothing in the middle of a clause, but the next word has a capital here.
        never = match["mark"] == "!" and (_word_before(before) + "!").lower() in NEVER
        return [] if never or (match["mark"] in ("...", "…") and _ELLIPSIS.search(before)) else [match.end()]
    if match["closing"] or match["note"]:
        return [match.end()]
    # At the text's beginning only: what stands before is a caption's label, and belongs to the caption.
    if match.start() < _NEAR and _CAPTION.match(before):
        return []
    return [match.end()] if _word_ends(before, rest, upper=upper) else []


def _word_ends(before: str, rest: str, *, upper: bool) -> bool:
    """Whether a full stop ends a sentence, by the words around it; `upper` tells that the next may begin one."""
    spaced = _SPACED.search(before)
    written = "".join(spaced.group().split()) if spaced else _word_before(before)
    word = written.lower()
    earlier = before[: len(before) - len(spaced.group() if spaced else written)].rstrip(" ([{«“\"'‘„\n").rsplit(None, 1)
    previous = earlier[-1] if earlier else ""
    follower = _NEXT_WORD.match(rest)
    next_word = (follower.group(1) or "") if follower else ""
    starts = upper and next_word.lower() in STARTERS
    if written.isupper() and word in ACRONYMS:
        return True  # «for ED. Next»: an acronym, not «ed.»
    if word in UNITS and previous[-1:].isdigit():
        return True
    if word in NEVER or (word.endswith((".", "-")) and word.strip(".-") in NEVER):
        return False
    if word in COUNTED:
        return not _LABEL.match(rest) and upper
    if word in SOMETIMES:
        return starts
    if previous.endswith(".") and previous[:-1].lower().strip("(") in REFERENCES and _NUMBER.fullmatch(written):
        return True  # «in Fig. 3. We»
    if word.isdigit() and len(word) < 3 and previous.lower() in GERMAN_ORDINAL and next_word[:1].isupper() and not starts:
        return False
    if re.search(r"\.\s$", before) and _ELLIPSIS.search(before.rstrip(". ")):
        return False  # «A1 . . . An»
    if (spaced or (len(word) == 1 and word.isalpha())) and re.match(r"\s[^\W\d_]{1,2}\.", rest):
        return False  # «z. B.», «T. J. Li»
    if _ENUMERATOR.search(before):
        return len(word) > 1 and starts and not word.isdigit() and not re.fullmatch(r"\(?[ivx]+\)?", word)
    if _INITIALS.fullmatch(word) and before[-1:].isupper():
        # An initial, unless a word follows that is no surname, or it names something.
        return starts or previous.lower() in LABELLED
    return starts if _DOTTED.fullmatch(word) else True


def _is_glued(before: str, match: re.Match[str], rest: str) -> bool:
    """Whether a sentence ends where the space behind its stop was lost: «We count ravens.We name them.»"""
    word = _word_before(before)
    if match["note"] or re.search(r"[./@_\\:]", word) or word.lower() in NEVER:
        return False
    if rest[0] >= "\uac00":
        return word[-1:] >= "\uac00" and not match["closing"]
    following = _GLUED.match(rest)
    whole = word[-1:] in (")", "]", "%") or re.search(r"[a-z]{2}$|\d\d$", word) is not None
    return bool(following and whole and following.group().lower() in STARTERS)


def _word_before(before: str) -> str:
    found = _WORD_BEFORE.search(before[-40:])
    return found.group() if found else ""


def _starts_upper(rest: str) -> bool:
    """Whether what follows can begin a sentence: a capital, a digit, mathematics, another script, «iPhone», «mBERT»."""
    found = _OPENING.match(rest)
    if not found:
        return True
    first = found.group(1)
    if not first.islower():
        return first not in ",;:.)=<>+*/%&»"
    word = _NEXT_WORD.match(rest)
    return bool(word and word.group(1) and any(letter.isupper() for letter in word.group(1)))
