"""The names in a claim: methods, data sets, metrics, people; each must stand in the evidence, or be known from the title.

A name is told by its form: two capitals or more, a capital and a digit, a capital within («BERT», «WMT14», «xFormers»); in
English also a word with a capital that begins no sentence, and in Chinese any Latin word with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .folding import fold

_TOKEN = re.compile(
    r"[A-Za-z\u00c0-\u024f\u0370-\u03ff][A-Za-z0-9\u00c0-\u024f\u0370-\u03ff]*(?:[-+.&/’'][A-Za-z0-9\u00c0-\u024f]+)*\+*",
    re.ASCII,
)
_STRONG = re.compile(r".*[A-Z].*[A-Z0-9].*|.*[a-z].*[A-Z].*|.*[0-9].*[A-Z].*")
_STARTS = re.compile(r"(?:^|[.!?:;。！？：；•\n]\s*[\"'“‘(（]*|[\"“(（]\s*)$")
_NO_NAME_WORDS = """
    I A AI ML NLP LLM LLMs GPU GPUs CPU CPUs API URL PDF HTML US UK EU OK Table Tables Figure Figures Fig Section Sections
    Appendix Equation Algorithm Theorem Lemma Chapter Proposition Definition Corollary PhD Abstract Step In The This These
    That Those It Its We Our They For And But Or If As At By On To With While When Where Which Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March April May June July August September October November December
    GB MB KB TB Hz kHz MHz GHz Mb Gb kB mW kW MW eV keV MeV GeV TeV dB
    """
NO_NAMES = frozenset(_NO_NAME_WORDS.split())
_TAIL_WORDS = """
    based style like only trained specific free level wise type related generated powered driven aware tuned finetuned fine
    pretrained pre initialized augmented induced guided inspired compatible
    """
_TAILS = frozenset(_TAIL_WORDS.split())
_FIRST = re.compile(r"(?:^|[.;:]\s)[\"“(]*([A-Z][a-z]{2,})(?=\s)")
_ROMAN = re.compile(r"[IVX]+")


class Name(NamedTuple):
    """A name as the claim writes it, and whether its form alone makes it one."""

    text: str
    strong: bool
    start: int


def names(text: str) -> Iterator[Name]:
    """The names in a claim, in order."""
    for found in _TOKEN.finditer(text):
        word = re.sub(r"[’']s?$", "", found.group())
        if word in NO_NAMES or _ROMAN.fullmatch(word) or not any(letter.isupper() for letter in word):
            continue
        if _STRONG.fullmatch(word):
            # «End-to-End», «Pre-Training»: words with capitals, not a name of its own form.
            parts = re.split(r"[-/&]", word)
            strong = any(_STRONG.fullmatch(part) for part in parts) or any(part.isdigit() for part in parts)
            yield Name(word, strong, found.start())
        elif len(word) > 2 and not _STARTS.search(text[: found.start()]):
            yield Name(word, False, found.start())


def names_at(text: str) -> list[tuple[str, int, int]]:
    """The names of a text, also those that begin it, each with where it starts and ends."""
    found = {name.start: name.text for name in names(text)}
    for first in _FIRST.finditer(text):
        if first[1] not in NO_NAMES:
            found.setdefault(first.start(1), first[1])
    return [(name, start, start + len(name)) for start, name in sorted(found.items())]


def absent(claim: str, evidence: str, paper: str, initials: str) -> str | None:
    """The first name of a claim that stands nowhere it may.

    Parameters
    ----------
    claim : str
        What is claimed.
    evidence : str
        Folded: where a name must stand.
    paper : str
        Folded, the whole paper: where a word with a capital must stand that is no name by its form.
    initials : str
        The first letters of the evidence's words, for «NER» where the paper says «named entity recognition».
    """
    for name in names(claim):
        where = evidence if name.strong else paper
        if not _stands(name.text, where) and not (name.strong and _initials(name.text, initials)):
            return name.text
    return None


def _stands(name: str, where: str) -> bool:
    """Whether a name stands there as it is written, or the names that a hyphen joins in it («NEWS-based»)."""
    if any(form in where for form in _forms(name)):
        return True
    parts = [part for part in re.split(r"[-/&+]", name) if part and part.lower() not in _TAILS]
    return len(parts) < len(re.split(r"[-/&+]", name)) and all(any(form in where for form in _forms(part)) for part in parts)


def _forms(name: str) -> Iterator[str]:
    folded = fold(name).text
    yield folded
    if folded.endswith("s") and len(folded) > 3:
        yield folded[:-1]
    short = re.fullmatch(r"(\D+)(\d\d)", folded)
    if short:
        yield f"{short[1]}20{short[2]}"
        yield f"{short[1]}19{short[2]}"
    full = re.fullmatch(r"(\D+)(?:19|20)(\d\d)", folded)
    if full:
        yield full[1] + full[2]


def _initials(name: str, initials: str) -> bool:
    acronym = re.fullmatch(r"([A-Z]{2,})s?", name.replace("-", ""))
    return acronym is not None and acronym[1].lower() in initials
