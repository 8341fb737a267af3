"""The running text of a LaTeXML element: mathematics as TeX, footnotes set aside, errors and marks dropped."""

from __future__ import annotations

import re
from typing import Any

from .dom import classes, squeeze

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
_NUMBER = re.compile(r"[-+−]?[\d.,]+(?:\\?%)?")
_LOOSE = re.compile(r" (?=[,.;)\]](?:\s|$))")
_NOISE = re.compile(r"%\s*\n|\\displaystyle\b\s*|\\textstyle\b\s*")


def inline(node: Any, notes: list[Any] | None = None, *, tables: bool = False) -> str:
    """The text of an element as a reader would say it.

    Parameters
    ----------
    node : lxml element
        An element of a LaTeXML page.
    notes : list, optional
        Footnote elements met on the way are put here; their text is never part of the sentence.
    tables : bool
        Whether a table inside is part of it, as in a cell that TeX broke into lines by another table.
    """
    out: list[str] = []
    _walk(node, out, notes, tables, top=True)
    return tidy("".join(out))


def tidy(text: str) -> str:
    """Running text with single spaces, and none before a mark of punctuation.

    TeX's `~\\cite{…}.` leaves one where the citation's brackets are missing, and so does a note's number that was dropped.
    """
    return _LOOSE.sub("", squeeze(text))


def tex(node: Any) -> str:
    """A formula as `$TeX$`; one that is only a number as that number.

    LaTeXML puts the TeX into `alttext`; other makers of MathML into an annotation.
    """
    source = node.get("alttext")
    if source is None:
        found = node.xpath('.//*[local-name()="annotation" and contains(@encoding, "tex")]')
        source = "".join(found[0].itertext()) if found else "".join(node.itertext())
    source = squeeze(_NOISE.sub("", source))
    if _NUMBER.fullmatch(source):
        return source.replace("\\%", "%")
    return f"${source}$" if source else ""


def _walk(node: Any, out: list[str], notes: list[Any] | None, tables: bool, top: bool = False) -> None:
    if isinstance(node.tag, str):
        kinds = classes(node)
        if node.tag == "math" or "ltx_Math" in kinds:
            out.append(tex(node))
        elif node.tag == "br":
            out.append(" ")
        elif not top and "ltx_note" in kinds:
            if notes is not None and "ltx_role_footnotemark" not in kinds:
                notes.append(node)
        elif top or _speaks(node, kinds, tables):
            # Blocks inside a paragraph (minipages, table cells) part words, though no space stands between them.
            parts = node.tag in _PARTS_WORDS or bool(kinds & {"ltx_td", "ltx_p"})
            out += [" ", node.text or ""] if parts else [node.text or ""]
            for child in node:
                _walk(child, out, notes, tables)
            if parts:
                out.append(" ")
    if not top:
        out.append(node.tail or "")


def _speaks(node: Any, kinds: frozenset[str], tables: bool) -> bool:
    if node.tag in _SKIP_TAGS:
        return False
    if node.tag == "table" or "ltx_tabular" in kinds:
        return tables
    return not kinds & _DROP
