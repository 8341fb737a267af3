"""The rows between title and text: what each may hold, which of them belong together."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from .houses import COUNTRY, INSTITUTION
from .marks import CLOSE, GAP, OPEN
from .names import BREAK, Name, bare, like_names, list_of
from .pieces import Piece, Row, Style
from .signs import ASIDE, BANNER, CONTACT, DATE, EMAIL

_ENDED = re.compile(rf"(?:[,;&·•]|{CLOSE}|\band)\s*$")
_BEGINS = re.compile(rf"^\s*(?:[,;&·•{OPEN}]|and\b)")
_EMPTY = re.compile(r"[<({\[⟨]\s*[>)}\]⟩]")
_LAST = re.compile(rf"[,;·•∙|&{GAP}{BREAK}{CLOSE}]|\band\b")
_LISTED = re.compile(r"[,;·•∙|&]|\band\b")


def kind_of(row: Row) -> Literal["open", "place", "none"]:
    """What a row may be: `open` (names, or what cannot be told), `place` (an affiliation), or `none` of both.

    Parameters
    ----------
    row : list of Piece
        Without the pieces that hold addresses on the net only.
    """
    text = " ".join(EMAIL.sub("", piece.plain) for piece in row).strip()
    if not row or not re.search(r"[^\W\d_]{2}", text) or DATE.search(text) or BANNER.match(text):
        return "none"
    if any(piece.text.startswith(OPEN) for piece in row):
        return "place"
    if CONTACT.search(text) or (ASIDE.search(text) and names_in(row[0]) is None):
        return "none"
    if like_names(GAP.join(EMAIL.sub("", piece.text) for piece in row), 2):
        return "open"
    for piece in row:
        text = EMAIL.sub("", piece.plain)
        housed = INSTITUTION.search(text) or COUNTRY.search(text) or re.search(r"\d{3}", text)
        if housed and names_in(piece) is None:
            return "place"
    return "open"


def names_in(piece: Piece) -> list[Name] | None:
    """The names that a piece holds beside an address on the net, None where it holds anything else."""
    return list_of(_EMPTY.sub("", EMAIL.sub("", piece.text)))


def is_prose(text: str) -> bool:
    """Whether a line is running text: most of its words begin small. Said before the many ways to read names are tried."""
    words = text.split()
    return len(words) > 3 and 2 * sum(word[0].islower() for word in words) > len(words)


def alike(style: Style, other: Style) -> bool:
    """Whether two pieces look alike; the same face comes in several fonts."""
    return abs(style[0] - other[0]) < 0.6 and style[1:3] == other[1:3] and style[3][:8] == other[3][:8]


def without_contacts(row: Row) -> Row:
    """The pieces of a row that hold more than an address on the net."""
    return [
        piece
        for piece in row
        if EMAIL.sub("", piece.plain).strip(" ,;()<>[]{}.") and ("@" not in piece.plain or len(row) == 1 or names_in(piece))
    ]


def closed(rows: list[Row]) -> list[Row]:
    """Rows, those joined that a bracket runs over: «Jane Doe (School of Ecology,⏎University of Umeå)»."""
    out: list[Row] = []
    for row in rows:
        above = out[-1][-1] if out and len(out[-1]) == 1 else None
        if above is not None and len(row) == 1 and above.plain.count("(") > above.plain.count(")"):
            text, plain = f"{above.text} {row[0].text}", f"{above.plain} {row[0].plain}"
            edges = min(above.x0, row[0].x0), max(above.x1, row[0].x1)
            out[-1] = [replace(row[0], text=text, plain=plain, x0=edges[0], x1=edges[1])]
        else:
            out.append(row)
    return out


def run_from(rows: list[Row], k: int) -> list[Row]:
    """The rows from one on that may be names, look alike and follow closely."""
    first = without_contacts(rows[k])
    run = [first]
    for row in rows[k + 1 :]:
        names = without_contacts(row)
        if kind_of(names) != "open" or not alike(names[0].style, first[0].style) or is_prose(names[-1].plain):
            break
        if run[-1][0].base - names[0].base > 2.3 * first[0].size:
            break
        run.append(names)
    return run


def joined(rows: list[Row]) -> str:
    """Rows as one list: a name may run over a line's end where the line is full."""
    texts = [GAP.join(_EMPTY.sub("", EMAIL.sub("", piece.text)) for piece in row) for row in rows]
    listed = any(_LISTED.search(re.sub(rf"{OPEN}.*?{CLOSE}", "", text)) for text in texts)
    marked = sum(text.count(OPEN) for text in texts) > len(texts)
    widest = max(row[-1].x1 - row[0].x0 for row in rows)
    out = texts[0]
    for above, text in zip(rows, texts[1:], strict=False):
        first = re.split(r"\s", text.strip(), maxsplit=1)[0]
        room = widest - (above[-1].x1 - above[0].x0) - 0.45 * above[0].size * (len(first) + 1)
        if out.endswith("-") and listed:
            out = (out if text[:1].isupper() else out[:-1]) + text
        elif _ENDED.search(out) or _BEGINS.match(text):
            out += BREAK + text
        elif text[:1].islower() or len(_LAST.split(out)[-1].split()) == 1 or marked:
            out += " " + text  # the line ends in a first name, or where every name has a mark, without one
        elif listed and len(above) == 1 and room < 0.5 * above[0].size:
            out += " " + text
        else:
            out += BREAK + text
    return out


def like_names_in(rows: list[Row]) -> bool:
    """Whether half of what rows hold are names."""
    return like_names(BREAK.join(GAP.join(EMAIL.sub("", piece.text) for piece in row) for row in rows))


def mixed(row: Row, again: bool = False) -> list[Name] | None:
    """The names of a row that holds their address too: «JANE DOE, University of Umeå, Sweden».

    Parameters
    ----------
    row : list of Piece
    again : bool
        Whether the row above was such a one: then capitals are enough to tell a name from its address.
    """
    if len(row) != 1 or row[0].text.startswith(OPEN):
        return None
    parts = [part.strip() for part in bare(row[0].text).replace(GAP, " ").split(",")]
    first = next((k for k, part in enumerate(parts) if INSTITUTION.search(part)), 0)
    loud = [part.upper() == part for part in parts]
    if loud[0] and not all(loud) and (first or again):
        first = loud.index(False)
    names = list_of(", ".join(parts[:first])) if first else None
    for name in names or ():
        name.beside = ", ".join(parts[first:])
    return names
