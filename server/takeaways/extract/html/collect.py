"""Gathers what a page's reader finds: blocks under headings, figures, references that were left out."""

from __future__ import annotations

from typing import Any, Literal

from ...model import Block, Figure, Place, Section, Table


class Collector:
    """Sections and figures in the order of the page. Every block gets an id: its anchor, or a number of its own."""

    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.figures: list[Figure] = []
        self.references = 0
        self._head: dict[str, Any] = {}
        self._blocks: list[Block] = []
        self._late: list[Block] = []
        self._ids: set[str] = set()
        self._count = 0

    def open(self, *, kind: str = "body", number: str | None = None, heading: str | None = None, level: int = 1) -> None:
        """Begin a section; the one that was open is closed."""
        self.close()
        self._head = {"kind": kind, "number": number, "heading": heading, "level": level}

    def close(self) -> None:
        """End the section that is open; what is added next stands in one without a heading."""
        blocks = (*self._blocks, *self._late)
        if self._head.get("heading") or blocks:
            self.sections.append(Section(**self._head, blocks=blocks))
        self._head, self._blocks, self._late = {}, [], []

    def add(
        self,
        kind: Literal["paragraph", "list", "equation", "table", "footnote"],
        text: str,
        anchor: str | None = None,
        *,
        table: Table | None = None,
        late: bool = False,
    ) -> None:
        """Add a block to the section that is open.

        Parameters
        ----------
        kind, text, table
            As in Block; without a text nothing is added.
        anchor : str, optional
            The id of the page's element.
        late : bool
            It is to stand after the section's other blocks, as footnotes do.
        """
        if not text:
            return
        name = anchor
        while not name or name in self._ids:
            self._count += 1
            name = f"b{self._count}"
        self._ids.add(name)
        block = Block(id=name, kind=kind, text=text, place=Place(anchor=anchor), table=table)
        (self._late if late else self._blocks).append(block)

    def figure(self, said: Figure, anchor: str | None) -> Figure:
        """Add a figure, table or algorithm.

        Parameters
        ----------
        said : Figure
            All but its id and its place.
        anchor : str, optional
            Where its caption stands.

        Returns
        -------
        Figure
            With both.
        """
        made = said.model_copy(update={"id": f"f{len(self.figures) + 1}", "place": Place(anchor=anchor)})
        self.figures.append(made)
        return made

    def mark(self) -> int:
        """Where the next block of the open section will stand, for `lead`."""
        return len(self._blocks)

    def lead(self, mark: int, text: str) -> None:
        """Put a run-in title before the first block that was added since `mark`."""
        if mark < len(self._blocks):
            first = self._blocks[mark]
            self._blocks[mark] = first.model_copy(update={"text": f"{text} {first.text}"})
