"""Affiliations in a LaTeXML byline: where each begins and ends, and which mark leads it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..dom import squeeze
from .byline import Line

_EMAIL = re.compile(
    r"\{[^}]*\}\s*@\s*[^\s{},;]+|\[[^\]]*\]\s*@[^\s{},;]+|[^\s{}\[\],;()]*@[^\s{},;()]+|\(?\be-?mails?\b\s*:?\s*\)?", re.I
)
_ORCID = re.compile(r"(?:https?://orcid\.org/|\borcid\b\W*)?\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b", re.I)
_URL = re.compile(r"https?://\S+")
_LEAD = re.compile(r"^(affiliations?|address(es)?|institutes?|institutions?)\s*:\s*", re.I)
_NOT_ONE = re.compile(
    r"equal(ly)? contribut|contribut\w+ equally|equal (advising|supervision)|correspond|work(s|ed)? (was |is )?(done|perform"
    r"|conducted)|these authors|this (work|research|paper|author)|support(ed)? by|funded|grants?\b|intern(ship)?\b"
    r"|project lead|contact (author|person)|to whom|lead author|senior author|alphabetical|acknowledg|copyright|accepted"
    r"|manuscript",
    re.I,
)
ORGANISATION = re.compile(
    r"\b(universi\w+|univ\b|instit\w+|college|schools?|depart[ae]?ment\w*|dept|dep\b|laborator\w*|labs?\b|academ\w+|cent(er|re)s?"
    r"|hospital\w*|clinic\w*|facult\w+|research|corporation|corp\b|inc\b|ltd\b|llc\b|gmbh|s\.a\.|company|foundation|ministry"
    r"|council|agency|observator\w+|politecnico|polyt\w+|[ée]cole|escuela|hochschule|fakult\w+|dipartiment\w+|division|consortium"
    r"|technolog\w+|sciences?|bureau|museum|library|cnrs|inria|cern|nasa|csiro|epfl|mit\b|eth\b|deepmind|google|microsoft|meta"
    r"|amazon|nvidia|ibm\b|huawei|tencent|alibaba|baidu|bytedance|samsung|openai|adobe|apple|intel)\b|大学|学院|研究|実験",
    re.I,
)
"""A word that names a kind of institution, or one of the few companies that many authors name without such a word."""


@dataclass(frozen=True)
class Affiliation:
    """One affiliation, and the marks in front of it."""

    text: str
    marks: frozenset[str] = frozenset()


def affiliations_in(lines: Iterable[Line]) -> list[Affiliation]:
    """The affiliations in the lines of a contact or below a name.

    A mark begins one; lines without a mark go on the one before, as TeX sets department, university and city each on a
    line of its own.

    Parameters
    ----------
    lines : iterable of Line

    Returns
    -------
    list of Affiliation
        Without what is none: addresses of mail, notes on who contributed what.
    """
    found: list[tuple[set[str], list[str]]] = []
    for line in lines:
        begun = False
        for n, piece in enumerate(line):
            if piece.mark and (n == 0 or not line[n - 1].mark):
                ends = n + 1 == len(line) and begun
                if not ends:
                    found.append(({piece.text}, []))
                    begun = True
            elif piece.mark:
                if found and begun:
                    found[-1][0].add(piece.text)
            else:
                if not found:
                    found.append((set(), []))
                found[-1][1].append(piece.text)
                begun = True
    made = [Affiliation(clean(", ".join(_stripped(texts))), frozenset(marks)) for marks, texts in found]
    return [one for one in made if is_affiliation(one.text)]


def clean(text: str) -> str:
    """An affiliation without addresses of mail, ORCID and what is left of the list around it."""
    bare = re.sub(r"\(\s*\)", " ", without_addresses(text))
    bare = re.sub(r"\s+([,;.])", r"\1", squeeze(bare))
    bare = re.sub(r"([,;])(?:\s*[,;])+", r"\1", bare)
    return _LEAD.sub("", bare.strip(" ,;:–—-")).removesuffix(" and").strip(" ,;:.")


def without_addresses(text: str) -> str:
    """A text without addresses of mail, web addresses and ORCID."""
    return squeeze(_URL.sub(" ", _ORCID.sub(" ", _EMAIL.sub(" ", text))))


def is_affiliation(text: str) -> bool:
    """Whether a text may be one: some letters, no sentence about contributions or money, no essay."""
    return sum(map(str.isalpha, text)) > 2 and len(text) <= 300 and not _NOT_ONE.search(text)


def _stripped(texts: list[str]) -> list[str]:
    return [bare for text in texts if (bare := text.strip(" ,;"))]
