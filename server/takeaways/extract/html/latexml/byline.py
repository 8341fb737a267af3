"""The lines of a LaTeXML byline: its words, and the raised marks that tie names to affiliations."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..dom import classes, squeeze, text_of

_DAGGERS = {
    r"\dagger": "†", r"\ddagger": "‡", r"\ast": "*", r"\star": "*", r"\S": "§", r"\P": "¶", r"\diamond": "⋄",
    r"\heartsuit": "♡", r"\spadesuit": "♠", r"\clubsuit": "♣", r"\diamondsuit": "♢",
}  # fmt: skip
_SIGNS = "*†‡§¶∗⋆⁎⋄♠♣♡♢♦♥✉"
_SAME = str.maketrans("∗⋆⁎♦♥", "***♢♡")
_SPLIT = re.compile(rf"([{_SIGNS}]+)")
_FORMULA = re.compile(r"\\[a-zA-Z]+|[^\s{}^_,;()]+")
_BREAKS = {"ltx_p", "ltx_contact", "ltx_para"}
_LABELS = {"ltx_contact_name", "ltx_note_type", "ltx_tag", "ltx_ERROR", "ltx_role_orcid", "ltx_role_email"}


class Piece(NamedTuple):
    """A run of words, or a mark."""

    text: str
    mark: bool


Line = list[Piece]


def lines_of(node: Any) -> list[Line]:
    """The lines of an element, as TeX broke them.

    Parameters
    ----------
    node : lxml element
        A name, a contact or a note. Notes inside it are left out, but for those that are nothing but a mark to an
        institute.

    Returns
    -------
    list of Line
        Without empty ones. White space of the source is a space.
    """
    lines: list[Line] = [[]]
    _walk(node, lines, top=True)
    return [line for line in map(_joined, lines) if line]


def marks_in(text: str) -> list[str]:
    """The marks in a raised text: «1,2» and «1,∗» are two each."""
    signs = text.translate(_SAME)
    return [part for part in re.findall(rf"[{re.escape(_SIGNS)}]|\w+", signs) if part]


def words(line: Line) -> str:
    """A line's words without its marks."""
    return squeeze(" ".join(piece.text for piece in line if not piece.mark))


def _walk(node: Any, lines: list[Line], top: bool = False) -> None:
    kinds = classes(node) if isinstance(node.tag, str) else frozenset()
    if node.tag == "br":
        lines.append([])
    elif node.tag == "math":
        lines[-1] += [Piece(mark, True) for mark in _marks_of_formula(node.get("alttext") or text_of(node))]
    elif node.tag == "sup" or "ltx_role_institutemark" in kinds:
        note_mark = next((one for one in node.iter() if "ltx_note_mark" in classes(one)), node)
        lines[-1] += [Piece(mark, True) for mark in marks_in(text_of(note_mark))]
    elif isinstance(node.tag, str) and (top or not ("ltx_note" in kinds or kinds & _LABELS)):
        breaks = not top and bool(kinds & _BREAKS)
        if breaks:
            lines.append([])
        elif "ltx_affiliation_" in (node.get("class") or ""):
            _say(", ", lines)  # institution, city and country, which TeX sets apart by their place
        _say(node.text, lines)
        for child in node:
            _walk(child, lines)
        if breaks:
            lines.append([])
    if not top:
        _say(node.tail, lines)


def _say(text: str | None, lines: list[Line]) -> None:
    for n, part in enumerate(_SPLIT.split(re.sub(r"\s+", " ", text or ""))):
        if n % 2:
            lines[-1] += [Piece(mark, True) for mark in marks_in(part)]
        elif part:
            lines[-1].append(Piece(part, False))


def _marks_of_formula(source: str) -> list[str]:
    """The marks of `{}^{1,\\dagger}`; none of a formula that is set on the line."""
    known = [_DAGGERS.get(part, part) for part in _FORMULA.findall(source)]
    raised = "^" in source or any(part in _SIGNS for part in known)
    return [mark for part in known for mark in marks_in(part) if not part.startswith("\\")] if raised else []


def _joined(line: Line) -> Line:
    """Neighbouring words as one piece; none that is only white space."""
    made: Line = []
    for piece in line:
        if made and not piece.mark and not made[-1].mark:
            made[-1] = Piece(made[-1].text + piece.text, False)
        else:
            made.append(piece)
    return [Piece(squeeze(one.text), one.mark) for one in made if one.mark or squeeze(one.text)]
