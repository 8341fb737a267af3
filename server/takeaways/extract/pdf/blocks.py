"""Lines with their roles -> sections of blocks, paragraphs joined across columns, floats and pages."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from ...model import Block, Box, Figure, Section, Table
from .captioned import Captioned
from .front import Abstract
from .heads import ABSTRACT_HEAD, Head, Heads
from .keywords import Keywords
from .layout import Layout
from .lines import Line
from .paragraphs import parts, without
from .patterns import (
    ABSTRACT,
    BULLET,
    CAPTION,
    CHAPTER,
    NOTE_MARK,
    NUMBERED,
    REFERENCES,
    float_kind,
)
from .places import place_of
from .references import References
from .roles import Roles, starts_item
from .runin import run_in
from .tables import rows, tabular
from .words import Vocabulary, running


@dataclass
class Body:
    """The sections and figures of a document, its references cut and counted."""

    sections: list[Section] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    references: int = 0
    keywords: tuple[str, ...] = ()
    unread_tables: list[str] = field(default_factory=list)
    inside_figures: int = 0
    """Words that stand inside pictures and were left out."""


class Builder:
    """Builds the body, line after line.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    skip : set of int
        Lines that are metadata (title, authors) and no part of the text.
    areas : dict of int to Box
        Where pictures stand, by the first line of their captions.
    abstract : Abstract
        The lines of the abstract.
    vocabulary : Vocabulary
        Of the whole document.
    """

    def __init__(
        self,
        layout: Layout,
        roles: Roles,
        skip: set[int],
        areas: dict[int, Box],
        abstract: Abstract,
        vocabulary: Vocabulary,
    ) -> None:
        self._layout = layout
        self._roles = roles
        self._skip = skip
        self._abstract = abstract
        self._vocabulary = vocabulary
        self._body = Body()
        self._head: Head = {}
        self._heads = Heads()
        self._blocks: list[Block] = []
        self._late: list[Block] = []
        self._paragraph: list[Line] = []
        self._kind: Literal["paragraph", "list"] = "paragraph"
        self._loose: list[Line] = []
        self._loose_kind: Literal["table", "equation"] | None = None
        self._count = 0
        self._references = References(layout, roles)
        self._keywords = Keywords(self._vocabulary)
        self._captioned = Captioned(layout, roles, areas, self._vocabulary)
        self._table_pages = {
            layout.lines[run[0]].page
            for run in roles.captions
            if (found := CAPTION.match(layout.lines[run[0]].text)) and float_kind(found["kind"]) == "table"
        }

    def build(self) -> Body:
        """All of it."""
        notes = self._notes_after()
        captions = {run[0]: run for run in self._roles.captions}
        n = 0
        while n < len(self._layout.lines):
            role = self._roles.of[n]
            if n in self._skip or (role == "notice" and n not in self._abstract.members):
                self._notes(notes.get(n, []))
                n += 1
                continue
            if self._references.starts(n):
                self._end_section()
                self._references.begin(None)
            if n in self._abstract.members:
                self._abstract_line(n)
            elif n in captions:
                self._caption(captions[n])
            elif n in self._captioned.lines:
                pass
            elif role == "heading":
                last = self._heading(n) - 1
                for one in range(n, last + 1):
                    self._notes(notes.get(one, []))
                n = last + 1
                continue
            elif role in ("float", "equation"):
                self._set_aside(self._layout.lines[n], "equation" if role == "equation" else "table")
            elif role == "text":
                self._text(self._layout.lines[n])
            self._notes(notes.get(n, []))
            n += 1
        self._end_section()
        self._references.end()
        self._body.figures, self._body.unread_tables = self._captioned.figures, self._captioned.unread
        self._body.inside_figures += self._captioned.words
        self._body.references, self._body.keywords = self._references.count, self._keywords.words
        return self._body

    def _abstract_line(self, n: int) -> None:
        """A line of the abstract, which is a section of its own, wherever it stands."""
        line, lines = self._layout.lines[n], self._abstract.lines
        if n == lines[0]:
            self._end_section()
            self._head = ABSTRACT_HEAD
            line = without(line, self._abstract.lead) if self._abstract.lead else line
        self._text(line)
        if n == lines[-1]:
            self._end_section()

    def _heading(self, n: int) -> int:
        lines = [self._layout.lines[n]]
        while n + 1 < len(self._layout.lines) and self._same_heading(lines, n + 1):
            n += 1
            lines.append(self._layout.lines[n])
        text = running(lines, self._vocabulary).strip()
        if self._references.goes_on(lines[0], text):
            for line in lines:
                self._references.take(line)
            return n + 1
        self._end_section()
        self._references.end()
        if self._keywords.heads(lines[0], text):
            return n + 1
        if REFERENCES.match(text):
            self._references.begin(lines[0])
        else:
            self._heads.references = self._references.passed
            self._head = self._heads.read(text)
        return n + 1

    def _same_heading(self, lines: list[Line], n: int) -> bool:
        if self._roles.of[n] != "heading":
            return False
        last, line = lines[-1], self._layout.lines[n]
        gap = last.base - line.base
        alike = abs(last.size - line.size) < 0.4 and (last.share("bold") > 0.5) == (line.share("bold") > 0.5)
        if CHAPTER.match(last.text):
            # «Chapter 3» and, below it, its title.
            return last.page == line.page and 0 < gap < 5 * line.size
        near = last.page == line.page and 0 < gap < 1.45 * self._layout.spacing * last.size
        return (
            alike
            and near
            and not NUMBERED.match(line.text)
            and not REFERENCES.match(line.text)
            and len(lines) < 4
            and not ABSTRACT.fullmatch(last.text)
        )

    def _text(self, line: Line) -> None:
        if self._references.open:
            self._references.take(line)
            return
        if self._keywords.take(line, not self._paragraph):
            self._end_paragraph()
            return
        if self._paragraph and parts(self._layout, self._paragraph, self._kind, line):
            self._end_paragraph()
        if not self._paragraph:
            self._end_loose()
            self._kind = "list" if starts_item(line) else "paragraph"
            lead_in = run_in(self._layout, line)
            if lead_in:
                heading, line = lead_in
                self._end_section()
                head = self._heads.read(heading)
                self._head = head if head["number"] else {**head, "level": 4}
        self._paragraph.append(line)

    def _set_aside(self, line: Line, kind: Literal["table", "equation"]) -> None:
        """A line of a formula or float. A formula ends its paragraph, a float stands beside it."""
        if self._references.open:
            return
        if kind == "equation" and self._paragraph:
            self._end_paragraph()
        if self._loose and (self._loose_kind != kind or line.page != self._loose[-1].page):
            self._end_loose()
        self._loose_kind = kind
        self._loose.append(line)

    def _end_loose(self) -> None:
        lines, self._loose = self._loose, []
        if not lines:
            return
        if self._loose_kind == "equation":
            self._add("equation", rows(lines, " "), lines)
        elif lines[0].page in self._table_pages and tabular(lines):
            self._add("table", rows(lines, " | "), lines, late=True)
        else:
            self._body.inside_figures += sum(len(line.words) for line in lines)

    def _caption(self, run: list[int]) -> None:
        found = self._captioned.read(run)
        if found is not None:
            self._add("table", found.text, found.lines, late=True, table=found.table)

    def _notes_after(self) -> dict[int, list[list[int]]]:
        """The footnotes by the line after which they belong: the last of their column's text, wherever the file has them."""
        last: dict[tuple[int, int], int] = {}
        for n, line in enumerate(self._layout.lines):
            if self._roles.of[n] in ("text", "heading"):
                last[line.page, line.column] = n
        out: dict[int, list[list[int]]] = {}
        for run in self._roles.notes:
            line = self._layout.lines[run[0]]
            out.setdefault(max(run[-1], last.get((line.page, line.column), 0)), []).append(run)
        return out

    def _notes(self, runs: list[list[int]]) -> None:
        for run in runs:
            lines = [self._layout.lines[n] for n in run]
            text = NOTE_MARK.sub("", running(lines, self._vocabulary), count=1)
            self._add("footnote", text, lines, late=True)

    def _end_paragraph(self) -> None:
        lines, self._paragraph = self._paragraph, []
        if lines:
            text = running(lines, self._vocabulary)
            if self._kind == "list":
                text = BULLET.sub("", text)
            self._add(self._kind, text, lines)
        self._end_loose()

    def _end_section(self) -> None:
        self._end_paragraph()
        blocks = (*self._blocks, *self._late)
        if self._head or blocks:
            self._body.sections.append(Section(**self._head, blocks=blocks))
        self._head, self._blocks, self._late = {}, [], []

    def _add(self, kind: Any, text: str, lines: list[Line], late: bool = False, table: Table | None = None) -> None:
        text = text.strip()
        # Marks of notes that stand alone, a formula's number: nothing that a reader would quote.
        if not re.search(r"[^\W\d_]" if kind in ("paragraph", "list", "footnote") else r"[^\W\d]|=", text):
            return
        self._count += 1
        block = Block(id=f"b{self._count}", kind=kind, text=text, place=place_of(lines), table=table)
        (self._late if late else self._blocks).append(block)
