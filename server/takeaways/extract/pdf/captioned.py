"""Captions and what they caption -> Figures, the captions of their parts, and the cells of tables."""

from __future__ import annotations

from typing import NamedTuple

from ...model import Box, Figure, Table
from ..tables import cells_of
from .insides import insides_of
from .layout import Layout
from .lines import Line
from .patterns import CAPTION, float_kind
from .places import place_of
from .roles import Roles
from .tables import grid_of
from .words import Vocabulary, running

_NAMES = {"fig": "Figure", "tab": "Table", "alg": "Algorithm"}


class TableFound(NamedTuple):
    """A table that could be read: a line a row, its lines on the page, its cells."""

    text: str
    lines: list[Line]
    table: Table


class Captioned:
    """Reads the captioned floats of one paper in order.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    areas : dict of int to Box
        Where the pictures stand, by the first line of their captions.
    vocabulary : Vocabulary
    """

    def __init__(self, layout: Layout, roles: Roles, areas: dict[int, Box], vocabulary: Vocabulary) -> None:
        self.figures: list[Figure] = []
        self.unread: list[str] = []
        """The tables whose rows could not be read, as the paper labels them."""
        self._layout = layout
        self._areas = areas
        self._vocabulary = vocabulary
        self._insides = insides_of(layout, roles, areas)
        self.lines = {n for one in self._insides.values() for n in [*one.rows, *(n for run in one.parts for n in run)]}
        """All lines that stand inside a float: they are no running text."""
        self.words = 0
        """Words inside pictures."""

    def read(self, run: list[int]) -> TableFound | None:
        """One caption, given as its lines, and what it captions."""
        lines = [self._layout.lines[n] for n in run]
        found = CAPTION.match(running(lines, self._vocabulary))
        if found is None:
            return None
        kind, number = float_kind(found["kind"]), found["number"].strip(".")
        name = _NAMES.get(found["kind"][:3].casefold(), found["kind"].capitalize())
        whole = Figure(
            id=f"f{len(self.figures) + 1}",
            kind=kind,
            label=found["label"],
            number=number,
            # «FIG. 2.» as LaTeXML writes it, so that a paper's PDF and its HTML caption it alike.
            caption=f"{name} {number}: {found['rest']}".strip(": "),
            place=place_of(lines),
            area=self._areas.get(run[0]),
        )
        self.figures.append(whole)
        inside = self._insides.get(run[0])
        for part in inside.parts if inside else ():
            self._part(whole, [self._layout.lines[n] for n in part])
        rows = [self._layout.lines[n] for n in inside.rows] if inside else []
        made = self._table(whole, rows) if kind == "table" else None
        if made is None:
            self.words += sum(len(line.words) for line in rows)
        return made

    def _part(self, whole: Figure, lines: list[Line]) -> None:
        text = running(lines, self._vocabulary)
        self.figures.append(
            Figure(
                id=f"f{len(self.figures) + 1}",
                kind=whole.kind,
                label=f"{whole.label}{text[1]}",
                number=f"{whole.number}{text[1]}",
                caption=text,
                place=place_of(lines),
            )
        )

    def _table(self, whole: Figure, rows: list[Line]) -> TableFound | None:
        grid = grid_of(rows)
        if grid is None:
            self.unread.append(whole.label or "")
            return None
        return TableFound(grid.text, rows, Table(figure=whole.id, cells=cells_of(grid)))
