"""Where sentences begin and end in the text of a paper.

Papers are hard on splitters: «et al.», «Fig. 3», «Eq. (2)», initials, decimals, citations after the full stop, and
mathematics that holds full stops of its own. The rules below are a table of words and a few patterns; the table of
cases in tests/summarize/test_sentences.py says what they promise.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple


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
_BRACKETS = re.compile(r"\([^()]{0,300}(?:\([^()]{0,100}\)[^()]{0,200}){0,3}\)|\[[^\[\]]{0,200}\]")
_BREAK = re.compile(r"\n\s*\n")
_STOP = re.compile(
    r"(?P<mark>[.!?…]+)(?P<closing>[\"'”’»)\]}]*)"
    # A citation behind the full stop («text.[12] Next», «text.13 Next») belongs to the sentence before it.
    r"(?P<note>(?:\s?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\])+|(?<=[a-z)]\.)\d{1,3}(?:[,–-]\d{1,3})*)?"
    r"(?=\s|$)"
)
_WIDE_STOP = re.compile(r"[。！？؟۔।]+[”’」』）)\"]*")

# Never the end of a sentence.
_NEVER_TEXT = """
    i.e e.g cf vs viz fig figs figure eq eqs eqn eqns sec secs sect sects ref refs tab tabs thm prop props lem cor def defn
    alg algo ch chap app appx pp vol nos ex exs dr prof mr mrs ms st resp approx ca w.r.t wrt s.t a.k.a aka phys rev lett
    math proc conf trans dept univ assn ed eds al., hon gen col sen rep mt ft incl excl esp abbr ave min max avg
    natl acad sci abb bzw z.b d.h usw. vgl nr bd hrsg p. ibid op loc yahoo!
    """
_NEVER = frozenset(_NEVER_TEXT.split())
# An end only where the next word can begin nothing but a sentence.
_SOMETIMES_TEXT = "al etc inc ltd corp co jr sr u.s u.k u.s.a e.u ph.d b.sc m.sc m.d a.m p.m no p n.b dist sp spp var"
_SOMETIMES = frozenset(_SOMETIMES_TEXT.split())
_STARTERS_TEXT = """
    the this these those that there a an we our us it its they their in on for to from with by at as if when while where
    since because although though however moreover furthermore additionally also thus hence therefore then here finally
    first second third next note let such some many most all each both another other one two three several recent
    recently given using based after before during under over unlike despite instead similarly specifically indeed
    overall experiments results what why how which who can does is are
    """
_STARTERS = frozenset(_STARTERS_TEXT.split())
_WORD_BEFORE = re.compile(r"[^\s(\[{«“\"'‘]*$")
_ENUMERATOR = re.compile(r"(?:^|[.!?:;]\s+)(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-zA-Z])\)?|\d{1,2}(?:\.\d{1,2})+)$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«(\[]*(\w[\w’'-]*)?")
_OPENING = re.compile(r"\s*[\"'“‘«(\[]*(\S)")


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
    closed = _closed(text)
    cuts = [match.end() for match in _BREAK.finditer(text)]
    cuts += [match.end() for match in _WIDE_STOP.finditer(text) if not _inside(closed, match.start())]
    cuts += [match.end() for match in _STOP.finditer(text) if not _inside(closed, match.start()) and _ends(text, match)]
    cuts += _after_maths(text)
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
    return [Span(*match.span()) for match in _MATHS.finditer(text)]


def _closed(text: str) -> list[Span]:
    """Stretches a sentence never ends in: mathematics, and brackets that open and close near each other."""
    brackets = [
        Span(*match.span())
        for match in _BRACKETS.finditer(text)
        # «(We did. It worked.)»: brackets around whole sentences are cut at their end by the closing marks.
        if not _is_sentence_in_brackets(text, match)
    ]
    return _merged([*maths(text), *brackets])


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
    before = text[max(0, match.start() - _NEAR) : match.start()].rstrip()
    return match.group()[-2:-1] in ".!?" and (not before or before[-1] in ".!?") and len(match.group()) > 40


def _inside(closed: list[Span], position: int) -> bool:
    """Whether `position` falls into one of `closed`, which are in order and do not overlap, before its last character."""
    at = bisect_right(closed, position, key=lambda span: span.start) - 1
    return at >= 0 and position < closed[at].end - 1


def _after_maths(text: str) -> list[int]:
    """Ends of sentences whose full stop was typeset within the mathematics: «equals $x+y.$ We»."""
    return [
        span.end
        for span in maths(text)
        if re.search(r"[.!?]\\?[\s,;)\]]*\$+$|[.!?]\\[)\]]$", text[span.start : span.end])
        and text[span.end : span.end + 1].isspace()
        and _starts_upper(text[span.end : span.end + _NEAR])
    ]


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the stop that `match` found ends a sentence."""
    # Windows, not the whole text: it may be long, and hold many stops.
    before, rest = text[max(0, match.start() - _NEAR) : match.start()], text[match.end() : match.end() + _NEAR]
    if not rest.strip():
        return True
    if not _starts_upper(rest):
        return False
    if match["mark"] != "." or match["closing"] or match["note"]:
        # «…» and «?!» end nothing in the middle of a clause, but the next word has a capital here.
        return not (match["mark"] == "!" and (_word_before(before) + "!").lower() in _NEVER)
    word = _word_before(before).lower()
    follower = _NEXT_WORD.match(rest)
    next_word = (follower.group(1) or "") if follower else ""
    starts = next_word.lower() in _STARTERS
    if word in _NEVER or (word.endswith((".", "-")) and word.strip(".-") in _NEVER):
        return False
    if word in {"no", "p", "sp", "var", "dist", "co"}:
        # «no. 5» counts something; «the answer is no. We» is an end.
        return not next_word[:1].isdigit() and starts
    if word in _SOMETIMES:
        return starts
    if _ENUMERATOR.search(before[-12:] if len(before) > 12 else before):
        return len(word) > 1 and starts and not word.isdigit() and not re.fullmatch(r"\(?[ivx]+\)?", word)
    if re.fullmatch(r"(?:[a-z]\.)*[a-z]|[a-z]\.-[a-z]", word) and before[-1:].isupper():
        return starts and (next_word[:1].isupper())  # an initial, unless a word follows that is no surname
    return True


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
        return first not in ",;:.)=<>+*/%&"
    word = _NEXT_WORD.match(rest)
    return bool(word and word.group(1) and any(letter.isupper() for letter in word.group(1)))
