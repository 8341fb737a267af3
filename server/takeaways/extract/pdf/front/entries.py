"""The addresses in the rows between title and text: behind marks, below names, one after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .byline import Byline
from .groups import Group
from .houses import COUNTRY, INSTITUTION
from .marks import CLOSE, GAP, MARKED, OPEN, marks_in
from .pieces import Piece
from .signs import AFTER_ADDRESSES, AMONG_ADDRESSES, ASIDE, DATE, EMAIL


@dataclass
class Entry:
    """An affiliation in the by-line: behind a mark, or below the names of `members`."""

    mark: str | None
    text: str
    members: tuple[int, ...] = ()
    last: Piece | None = None
    closed: bool = False
    """Its mark stands behind it, and nothing goes on after that."""


def entries_of(byline: Byline, used: set[str]) -> list[Entry]:
    """The addresses that the rows without names hold, cut by marks, columns and their own ends.

    Parameters
    ----------
    byline : Byline
    used : set of str
        The marks that names have.
    """
    out: list[Entry] = []
    numbered = sorted(int(mark) for mark in used if mark.isdigit())
    firsts = _offsets(byline)
    for row in byline.rest:
        if AFTER_ADDRESSES.match(row[0].plain):
            break
        for piece in row:
            text = EMAIL.sub(" ", piece.text.replace(GAP, " "))
            if not re.search(r"[^\W\d_]{2}", text) or DATE.search(piece.plain) or AMONG_ADDRESSES.match(piece.plain):
                continue
            if numbered and OPEN not in text:
                text = _inline(text, numbered, out)
            parts = MARKED.split(text)
            if clean(parts[0]):
                _unmarked(out, piece, _spaced(parts[0]), byline, firsts, len(row) == 1)
            for marks, said in zip(parts[1::2], parts[2::2], strict=True):
                found = marks_in(marks)
                if clean(said) and found:
                    out.append(Entry(found[0], _spaced(said), last=piece))
                elif found and out and out[-1].mark is None and not clean(said):
                    out[-1].mark, out[-1].closed = found[0], True  # «University of Umeå¹»
    for entry in out:
        entry.text = clean(entry.text)
    return [entry for entry in out if _address(entry)]


def _unmarked(out: list[Entry], piece: Piece, text: str, byline: Byline, firsts: list[int], alone: bool) -> None:
    """Text without a mark: the next line of what is above it, or an affiliation of the names above."""
    members = _members(byline, piece, firsts, alone)
    if not members and not INSTITUTION.search(text):
        return  # above the names: a subtitle, a date
    above = next((one for one in reversed(out) if one.mark is not None or one.members == members), None)
    if above is not None and above.last is not None and not above.closed:
        drop = above.last.base - piece.base
        # An address that has ended is not gone on with by another institution.
        ended = COUNTRY.search(clean(above.text)) or re.search(r"\d{4,}$", clean(above.text))
        another = bool(ended and INSTITUTION.search(text))
        near = -0.3 * piece.size < drop < 2.4 * piece.size and (above.mark is None or drop > 0.5 * piece.size)
        if near and not another:
            joined = above.text[:-1] if above.text.endswith("-") and text[:1].islower() else f"{above.text} "
            above.text, above.last = joined + text, piece
            return
    out.append(Entry(None, text, members, piece))


def _offsets(byline: Byline) -> list[int]:
    """The place of each group's first name in the whole list."""
    out, seen = [], 0
    for group in byline.groups:
        out.append(seen)
        seen += len(group.names)
    return out


def _members(byline: Byline, piece: Piece, firsts: list[int], alone: bool) -> tuple[int, ...]:
    """The names that a piece stands below: one in columns, else all since the last affiliation above them."""
    over = [k for k, group in enumerate(byline.groups) if group.bottom > piece.base]
    if not over:
        return ()
    last = over[-1]
    group = byline.groups[last]
    if group.columns:
        under = [n for n, (x0, x1) in enumerate(group.anchors) if piece.x0 - 2 < (x0 + x1) / 2 < piece.x1 + 2]
        if len({group.anchors[n] for n in under}) < 2:
            near = min(range(len(group.names)), key=lambda n: _distance(piece, group, n))
            return tuple(firsts[last] + n for n, anchor in enumerate(group.anchors) if anchor == group.anchors[near])
        if not alone:
            return tuple(firsts[last] + n for n in under)
    begin = last
    while begin > 0 and not _between(byline, byline.groups[begin - 1], byline.groups[begin]):
        begin -= 1
    return tuple(range(firsts[begin], firsts[last] + len(group.names)))


def _distance(piece: Piece, group: Group, n: int) -> tuple[float, float]:
    """How far a piece is from the column of a name; of names one below the other the lower one counts."""
    x0, x1 = group.anchors[n]
    centred, left = abs((x0 + x1) / 2 - piece.middle), abs(x0 - piece.x0)
    return round(min(centred, left)), -n


def _between(byline: Byline, upper: Group, lower: Group) -> bool:
    """Whether an address stands between two groups of names."""
    return any(
        lower.bottom < piece.base < upper.bottom and INSTITUTION.search(EMAIL.sub("", piece.plain))
        for row in byline.rest
        for piece in row
    )


def _inline(text: str, numbered: list[int], out: list[Entry]) -> str:
    """Numbers that lead affiliations within running text, marked: «1 Agronomy Dept., Gainesville, 2 West Florida …»."""
    seen = [int(one.mark) for one in out if one.mark and one.mark.isdigit()]
    number = max(seen, default=0) + 1
    while number <= numbered[-1]:
        found = re.search(rf"(?:^|(?<=[,;.]))\s*\(?{number}\)?\.?\s+(?=[^\W\d_])", text)
        if not found or (number == 1 and found.start() > 0):
            break
        text = f"{text[: found.start()].rstrip(' ,;')} {OPEN}{number}{CLOSE}{text[found.end() :]}"
        number += 1
    return text


def clean(text: str) -> str:
    """An affiliation without e-mail addresses, marks and what is left of both."""
    text = EMAIL.sub(" ", MARKED.sub(" ", text).replace(GAP, " "))
    text = re.sub(r"[;,]\s*[\w.]+-$", "", text.strip())  # an e-mail address that a line's end breaks
    text = re.sub(r"[<({\[]\s*[,;\s]*[>)}\]]", " ", text)
    return re.sub(r"\s+", " ", text).strip(" ,;:&|·").removesuffix(" and").strip(" ,;:.").strip()


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _address(entry: Entry) -> bool:
    """Whether a text beside names is an affiliation: it says so, or stands where one stands and says nothing else."""
    text = entry.text
    if len(text) < 3 or len(text) > 400 or (ASIDE.search(text) and (entry.mark is None or not _housed(text))):
        return False
    words = [word for word in text.split() if len(word) > 3]
    named = 2 * sum(word[0].isupper() for word in words) >= len(words)
    return _housed(text) or (len(text.split()) < 9 and text[0].isupper() and named)


def _housed(text: str) -> bool:
    return bool(INSTITUTION.search(text) or COUNTRY.search(text))
