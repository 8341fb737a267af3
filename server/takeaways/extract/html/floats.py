"""What stands in a LaTeXML figure or table: its caption, its parts, its rows."""

from __future__ import annotations

from typing import Any

from .dom import classes, has_class
from .inline import inline


def caption_of(node: Any) -> Any:
    """The caption that is a float's own, not one of the parts of it."""
    found = [
        one for one in node.iter("figcaption", "div", "span") if one.tag == "figcaption" or has_class(one, "ltx_caption")
    ]
    return next((one for one in found if next((up for up in one.iterancestors("figure")), None) in (node, None)), None)


def tags_of(caption: Any) -> list[Any]:
    return [] if caption is None else [one for one in caption.iter() if has_class(one, "ltx_tag")]


def parts_of(node: Any) -> list[Any]:
    """The figures directly in a figure: its parts (a), (b)."""
    return [one for one in node.iter("figure") if next((up for up in one.iterancestors("figure")), None) is node]


def outermost(node: Any, name: str) -> list[Any]:
    """The elements of a class that stand in no other of that class."""
    return [
        one for one in node.iter() if has_class(one, name) and not any(has_class(up, name) for up in one.iterancestors())
    ]


def rows(table: Any) -> str:
    """A table as one line a row, cells parted by « | »."""
    lines = []
    for row in table.iter():
        if isinstance(row.tag, str) and "ltx_tr" in classes(row) and not _nested(row, table):
            cells = [inline(cell) or rows(cell).replace("\n", " ") for cell in row if isinstance(cell.tag, str)]
            if any(cells):
                lines.append(" | ".join(cells))
    return "\n".join(lines)


def _nested(row: Any, table: Any) -> bool:
    for up in row.iterancestors():
        if up is table:
            return False
        if "ltx_td" in classes(up):
            return True
    return False
