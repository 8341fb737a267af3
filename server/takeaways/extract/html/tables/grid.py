"""A table of a page as a grid: which cell stands at which row and column, when some of them span several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..dom import classes, has_class
from ..inline import inline

_COLUMNS = 200
"""More columns than that are no table of a paper; a page may ask for 1,000 by one attribute."""
_POSITIONS = 50_000
"""Rows times columns beyond which a table is a data file: its text is kept, its cells are not."""
_SPAN = re.compile(r"ltx_(col|row)span_(\d+)")
_LENGTH = re.compile(r"^\[[\d.]+(?:pt|em|ex|mm|cm)(?:/[\d.]+(?:pt|em|ex|mm|cm))?\]\s*")
"""The argument of a rule that LaTeXML does not know (`\\hdashline[0.4pt/2pt]`), left at the start of the next row."""
_RULES = frozenset({"ltx_border_t", "ltx_border_tt", "ltx_border_T"})
_RULES_UNDER = frozenset({"ltx_border_b", "ltx_border_bb", "ltx_border_B"})


@dataclass
class Slot:
    """A cell: its place, how many rows and columns it covers, and what the page marks it as."""

    text: str
    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1
    heads_column: bool = False
    heads_row: bool = False
    node: Any = None
    rule: bool = False
    """A line stands above it."""
    rule_under: bool = False

    @property
    def bold(self) -> bool:
        """Whether all its words stand in one bold element."""
        return self.node is not None and _bold(self.node)


@dataclass
class Grid:
    """All cells of a table, row by row, and the one that covers each place."""

    slots: list[Slot] = field(default_factory=list)
    at: dict[tuple[int, int], Slot] = field(default_factory=dict)
    height: int = 0
    width: int = 0

    @property
    def text(self) -> str:
        """A line a row, cells parted by « | »; rows without a word left out."""
        lines: list[list[str]] = [[] for _ in range(self.height)]
        for slot in self.slots:
            lines[slot.row].append(slot.text)
        return "\n".join(" | ".join(line) for line in lines if any(line))


def latexml_grid(table: Any, notes: list[Any] | None = None) -> Grid:
    """The grid of a LaTeXML table (`ltx_tabular`), whatever elements it is made of.

    Parameters
    ----------
    table : lxml element
    notes : list, optional
        Footnote elements met in cells are put here.
    """

    def cells(row: Any) -> Iterator[Slot]:
        for node in row:
            if isinstance(node.tag, str) and "ltx_td" in (kinds := classes(node)):
                spans = dict(_SPAN.findall(node.get("class")))
                yield Slot(
                    _LENGTH.sub("", inline(node, notes, whole=True)),
                    rows=_span(node.get("rowspan") or spans.get("row")),
                    columns=_span(node.get("colspan") or spans.get("col")),
                    heads_column="ltx_th_column" in kinds,
                    heads_row="ltx_th_row" in kinds,
                    node=node,
                    rule=bool(kinds & _RULES),
                    rule_under=bool(kinds & _RULES_UNDER),
                )

    return _grid(cells(row) for row in _rows(table, "ltx_tr", "ltx_tabular"))


def html_grid(table: Any) -> Grid:
    """The grid of any page's `<table>`, its header cells by `scope`, by `<thead>`, else by the company they keep."""

    def cells(row: Any) -> Iterator[Slot]:
        nodes = [node for node in row if node.tag in ("td", "th")]
        top = any(up.tag == "thead" for up in row.iterancestors("thead", "table") if up.tag == "thead" or up is table)
        alone = all(node.tag == "th" for node in nodes if node.text_content().strip())
        for node in nodes:
            scope = (node.get("scope") or "").casefold()
            across = top or scope.startswith("col") or (node.tag == "th" and not scope and alone and len(nodes) > 1)
            yield Slot(
                inline(node, whole=True),
                rows=_span(node.get("rowspan")),
                columns=_span(node.get("colspan")),
                heads_column=across,
                heads_row=not across and (node.tag == "th" or scope.startswith("row")),
                node=node,
            )

    return _grid(cells(row) for row in _rows(table, "tr", "table"))


def _rows(table: Any, row: str, tabular: str) -> Iterator[Any]:
    """The rows of a table that are not those of a table inside it. Names are of elements, or of LaTeXML's classes."""

    def named(node: Any, name: str) -> bool:
        return node.tag == name or has_class(node, name)

    for node in table.iter():
        row_of = isinstance(node.tag, str) and named(node, row)
        if row_of and next(up for up in node.iterancestors() if named(up, tabular)) is table:
            yield node


def _span(said: str | None) -> int:
    return max(1, min(int(said), _COLUMNS)) if said and said.strip().isdigit() and len(said) < 6 else 1


def _bold(node: Any) -> bool:
    """Whether all words of a cell stand in one bold element."""
    words = "".join(node.itertext()).strip()
    return bool(words) and any(
        "".join(one.itertext()).strip() == words
        for one in node.iter()
        if one.tag in ("b", "strong") or has_class(one, "ltx_font_bold")
    )


def _grid(rows: Iterable[Iterable[Slot]]) -> Grid:
    """Give every cell its place, as HTML does (https://html.spec.whatwg.org/multipage/tables.html#forming-a-table)."""
    lines = [list(cells) for cells in rows]
    made = Grid(height=len(lines))
    whole = True
    for row, cells in enumerate(lines):
        column = 0
        for slot in cells:
            while (row, column) in made.at:
                column += 1
            slot.row, slot.column = row, column
            slot.rows = min(slot.rows, made.height - row)
            made.slots.append(slot)
            column += slot.columns
            whole = whole and column <= _COLUMNS and len(made.at) + slot.rows * slot.columns <= _POSITIONS
            if whole:
                covered = ((row + down, slot.column + right) for down in range(slot.rows) for right in range(slot.columns))
                for place in covered:
                    made.at.setdefault(place, slot)
        made.width = max(made.width, column)
    if not whole:
        made.at = {}
    return made
