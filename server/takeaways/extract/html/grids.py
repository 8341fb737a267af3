"""The tables of pages as grids: LaTeXML's, by its classes, and everybody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from ..tables import COLUMNS, Grid, Slot, laid_out
from .dom import classes, has_class
from .inline import inline

_SPAN = re.compile(r"ltx_(col|row)span_(\d+)")
_LENGTH = re.compile(r"^\[[\d.]+(?:pt|em|ex|mm|cm)(?:/[\d.]+(?:pt|em|ex|mm|cm))?\]\s*")
"""The argument of a rule that LaTeXML does not know (`\\hdashline[0.4pt/2pt]`), left at the start of the next row."""
_RULES = frozenset({"ltx_border_t", "ltx_border_tt", "ltx_border_T"})
_RULES_UNDER = frozenset({"ltx_border_b", "ltx_border_bb", "ltx_border_B"})


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
                    weight=partial(_bold, node),
                    rule=bool(kinds & _RULES),
                    rule_under=bool(kinds & _RULES_UNDER),
                )

    return laid_out(cells(row) for row in _rows(table, "ltx_tr", "ltx_tabular"))


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
                weight=partial(_bold, node),
            )

    return laid_out(cells(row) for row in _rows(table, "tr", "table"))


def _rows(table: Any, row: str, tabular: str) -> Iterator[Any]:
    """The rows of a table that are not those of a table inside it. Names are of elements, or of LaTeXML's classes."""

    def named(node: Any, name: str) -> bool:
        return node.tag == name or has_class(node, name)

    for node in table.iter():
        row_of = isinstance(node.tag, str) and named(node, row)
        if row_of and next(up for up in node.iterancestors() if named(up, tabular)) is table:
            yield node


def _span(said: str | None) -> int:
    return max(1, min(int(said), COLUMNS)) if said and said.strip().isdigit() and len(said) < 6 else 1


def _bold(node: Any) -> bool:
    """Whether all words of a cell stand in one bold element."""
    words = "".join(node.itertext()).strip()
    return bool(words) and any(
        "".join(one.itertext()).strip() == words
        for one in node.iter()
        if one.tag in ("b", "strong") or has_class(one, "ltx_font_bold")
    )
