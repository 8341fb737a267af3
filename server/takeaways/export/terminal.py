"""A summary as plain text, for a terminal."""

from __future__ import annotations

import re
import unicodedata

from takeaways.model import Claim, Document, Summary

from . import telling
from .telling import clean
from .words import Words, words

_COLUMNS = 88
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Scripts whose lines may break between any two characters."""
_PIECE = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+|\s+")
_NO_START = frozenset("，。、；：！？）」』”’》〉】,.;:!?)]}")


def coverage(document: Document, language: str) -> str:
    """What was read of a paper, and why it was this form of it, in one line.

    Parameters
    ----------
    document : Document
    language : str
        The reader's (BCP 47).
    """
    return " · ".join(telling.covered(document.coverage, words(language)))


def text(summary: Summary, language: str) -> str:
    """The whole summary in lines of at most 88 columns where its words allow.

    Parameters
    ----------
    summary : Summary
        Any engine's, at any depth.
    language : str
        The reader's (BCP 47): of the headings and the notices.

    Returns
    -------
    str
        Without control characters, so that no title speaks to the terminal. Places stand behind the claims: [§5.2].
        Ends with a line end.
    """
    w = words(language)
    paper = summary.paper
    lines = wrap(paper.title or w["untitled"])
    if summary.title_translation:
        lines += wrap(summary.title_translation)
    if paper.authors:
        lines += wrap(w["comma"].join(author.name for author in paper.authors))
    told = [name if name == link or link is None else f"{name} {link}" for name, link in telling.origin(paper, w)]
    lines += wrap(" · ".join(told))
    for notice in telling.notices(summary, language, w):
        lines += ["", *wrap(notice, "! ", "  ")]
    if whose := telling.whose(summary, w):
        lines += ["", *wrap(whose)]
    if summary.one_sentence is not None and summary.one_sentence.state == "quoted":
        lines += ["", *wrap(_claim(summary.one_sentence, w)), *_quote(summary.one_sentence, "  ")]
    lines += _takeaways(summary, w)
    if summary.keywords:
        lines += ["", *wrap(w["keywords"].format(words=w["comma"].join(summary.keywords)))]
    for name, claims in telling.parts(summary):
        lines += ["", w[name], *_listed(claims, w, numbered=name == "steps")]
    for missing in telling.missing(summary, w):
        lines += ["", *wrap(missing)]
    doubtful = telling.unverified(summary)
    if doubtful:
        lines += ["", w["unverified"]]
        lines += [line for claim in doubtful for line in wrap(f"{claim.text} [{telling.reason(claim, w)}]", "  - ", "    ")]
    return "\n".join([*lines, "", *wrap(" · ".join(telling.foot(summary, w))), ""])


def wrap(text: str, first: str = "", rest: str = "", columns: int = _COLUMNS) -> list[str]:
    """`text` in lines of at most `columns`, Chinese and its like counted as two columns a character.

    Parameters
    ----------
    text : str
        Control characters are taken out.
    first, rest : str
        What the first line, and what every further line begins with.
    columns : int
        A single longer word (an address) stands alone on its line, uncut.
    """
    pieces = _PIECE.findall(clean(text))
    lines: list[str] = []
    line, used = first, _width(first)
    for piece in pieces:
        blank = piece.isspace()
        if used + _width(piece) > columns and line.strip() and line not in (first, rest) and piece[0] not in _NO_START:
            lines.append(line.rstrip())
            line, used = rest, _width(rest)
        if not (blank and line in (first, rest)):
            line, used = line + piece, used + _width(piece)
    return [*lines, line.rstrip()] if pieces else []


def _width(text: str) -> int:
    return sum(
        2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text if not unicodedata.combining(letter)
    )


def _takeaways(summary: Summary, w: Words) -> list[str]:
    claims = telling.verified(summary.takeaways)
    numbered = not telling.is_verbatim(summary)
    return ["", telling.points_heading(summary, w), *_listed(claims, w, numbered=numbered)] if claims else []


def _listed(claims: tuple[Claim, ...], w: Words, *, numbered: bool) -> list[str]:
    lines: list[str] = []
    for number, claim in enumerate(claims, 1):
        mark = f"  {number}. " if numbered else "  - "
        lines += wrap(_claim(claim, w), mark, " " * len(mark)) + _quote(claim, " " * len(mark))
    return lines


def _claim(claim: Claim, w: Words) -> str:
    return f"{claim.text} [{telling.place(claim.evidence, w)}]"


def _quote(claim: Claim, indent: str) -> list[str]:
    quote = telling.shown_quote(claim)
    return wrap(f"“{clean(quote)}”", f"{indent}> ", f"{indent}  ") if quote else []
