"""The running text of a LaTeXML element: mathematics as TeX, footnotes set aside, errors and marks dropped."""

from __future__ import annotations

import re
from typing import Any

from .dom import classes, squeeze
from .tex import tex

_DROP = {
    "ltx_ERROR",
    "ltx_note_mark",
    "ltx_tag_note",
    "ltx_note_type",
    "ltx_tag_item",
    "ltx_tag_bibitem",
    "ltx_contact_name",
    "ltx_picture",
    "ltx_pagination",
    "ltx_rdf",
    "ltx_nodisplay",
}
_SKIP_TAGS = {"script", "style", "svg", "img", "nav", "button", "object", "annotation-xml", "noscript", "template"}
_PARTS_WORDS = {"div", "p", "li", "td", "th", "tr", "dd", "dt"}
_LOOSE = re.compile(r" (?=[,.;)\]](?:\s|$))")


def inline(node: Any, notes: list[Any] | None = None, tables: list[Any] | None = None, *, whole: bool = False) -> str:
    """The text of an element as a reader would say it.

    Parameters
    ----------
    node : lxml element
        An element of a LaTeXML page.
    notes : list, optional
        Footnote elements met on the way are put here; their text is never part of the sentence.
    tables : list, optional
        Tables met on the way are put here; what stands in them is no part of the sentence either.
    whole : bool
        Tables are part of it, as in a cell that TeX broke into lines by another table.
    """
    out: list[str] = []
    _walk(node, out, notes, tables, whole, top=True)
    return tidy("".join(out))


def tidy(text: str) -> str:
    """Running text with single spaces, and none before a mark of punctuation.

    TeX's `~\\cite{…}.` leaves one where the citation's brackets are missing, and so does a note's number that was dropped.
    """
    return _LOOSE.sub("", squeeze(text))


def _walk(
    node: Any, out: list[str], notes: list[Any] | None, tables: list[Any] | None, whole: bool, top: bool = False
) -> None:
    if isinstance(node.tag, str):
        kinds = classes(node)
        if node.tag == "math" or "ltx_Math" in kinds:
            out.append(tex(node))
        elif node.tag == "br":
            out.append(" ")
        elif not top and "ltx_note" in kinds:
            if notes is not None and "ltx_role_footnotemark" not in kinds:
                notes.append(node)
        elif not top and not whole and (node.tag == "table" or "ltx_tabular" in kinds):
            if tables is not None:
                tables.append(node)
        elif top or (node.tag not in _SKIP_TAGS and not kinds & _DROP):
            # Blocks inside a paragraph (minipages, table cells) part words, though no space stands between them.
            parts = node.tag in _PARTS_WORDS or bool(kinds & {"ltx_td", "ltx_p"})
            out += [" ", node.text or ""] if parts else [node.text or ""]
            for child in node:
                _walk(child, out, notes, tables, whole)
            if parts:
                out.append(" ")
    if not top:
        out.append(node.tail or "")
