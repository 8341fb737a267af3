"""Figures and tables taken out of any page: what is left is text, with a mark where each table stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ....model import Figure, Skipped, Table
from ...tables import Grid, cells_of
from ..dom import address
from ..grids import html_grid
from ..inline import inline
from .captions import caption_text, captions_in, in_chrome, is_picture, labelled
from .gather import Gather

_UP = 4
"""Elements above a caption in which its picture or table is looked for."""
_PROSE = 60
"""Words beside a caption and its table that make what holds them more than a figure."""
_CELL = 50
"""Words of a cell; with more in many of them a table lays out a page."""
_HEADINGS = ("h1", "h2", "h3")


class Floats:
    """Takes figures and tables out of a page.

    Parameters
    ----------
    tree : lxml element
        The page; it is changed.
    base : str, optional
        What addresses in it are relative to.
    gather : Gather
        Figures are added to it, and each table under the mark that is put in its place.
    """

    def __init__(self, tree: Any, base: str | None, gather: Gather) -> None:
        self._base = base
        self._gather = gather
        self._unread: list[Figure] = []
        self._labelled: dict[tuple[str, str, str], Figure] = {}
        body = tree.find(".//body")
        body = tree if body is None else body
        captions = captions_in(body)
        every = set(captions)
        around = {caption: self._around(caption, every) for caption in captions}
        grids = {node: html_grid(node) for node in body.iter("table") if not in_chrome(node)}
        self._grids = {node: grid for node, grid in grids.items() if is_data(node, grid)}
        self._beside = {caption: _beside(caption) for caption, up in around.items() if up is caption}
        of: dict[Any, Any] = {}
        for caption, up in around.items():
            for table in [up, *up.iterdescendants("table"), self._beside.get(caption)]:
                if table in self._grids:
                    of.setdefault(table, caption)
        groups: dict[Any, list[Any]] = {}
        for caption in captions:
            groups.setdefault(around[caption], []).append(caption)
        owned: dict[Any, list[Any]] = {}
        for table, caption in of.items():
            owned.setdefault(caption, []).append(table)
        for node in [one for one in body.iter() if one in around or (one in self._grids and one not in of)]:
            if node in around and groups[around[node]][0] is node:
                self._figure(groups[around[node]], around[node], owned.get(node, []))
            elif node not in around:
                self._table(node, None)

    @property
    def skipped(self) -> list[Skipped]:
        """Tables that are pictures, or stand on a page of their own."""
        named = tuple(figure.label for figure in self._unread if figure.label)
        return [Skipped(kind="unread_table", count=len(self._unread), which=named)] if self._unread else []

    def _around(self, caption: Any, captions: set[Any]) -> Any:
        """The element that holds a caption with its picture or table, and nothing else; else the caption itself."""
        if caption.tag == "caption":
            return next(caption.iterancestors("table"))
        figure = next(caption.iterancestors("figure"), None)
        if figure is not None:
            return figure
        for up, _ in zip(caption.iterancestors(), range(_UP), strict=False):
            if up.tag in ("body", "article", "main") or any(one in captions and one is not caption for one in up.iter()):
                break
            held = [one for one in up.iter("table", "img") if one.tag == "table" or is_picture(one)]
            if held and not any(one.tag in _HEADINGS for one in up.iter()) and _words_beside(up, caption) <= _PROSE:
                return up
        return caption

    def _figure(self, captions: list[Any], around: Any, tables: list[Any]) -> None:
        caption = captions[0]
        if caption.getparent() is None:
            return
        beside = self._beside.get(caption)
        text = caption_text(captions, around)
        kind, label, number = labelled(text)
        images = list(dict.fromkeys(self._images(around))) or list(dict.fromkeys(self._images(beside)))
        if not label and not images and not tables and caption.tag not in ("figcaption", "caption"):
            return
        made: Any = kind or ("table" if tables else "figure")
        url = images[0] if images else None
        anchor = _anchor(around)
        # A page may give a figure twice, as for print; «Results» without a number may caption as many as there are.
        key = (made, label or "", text)
        known = self._labelled.get(key) if label else None
        if known and not tables and url in (None, known.url):
            figure = known
        else:
            figure = self._gather.figure(Figure(id="", kind=made, label=label, number=number, caption=text, url=url), anchor)
            for nth, image in enumerate(images if len(images) > 1 else (), 1):
                part = f"{number}{chr(96 + nth)}" if number and nth <= 26 else None
                self._gather.figure(Figure(id="", kind=made, number=part, url=image), anchor)
            self._labelled.setdefault(key, figure)
            if made == "table" and not tables:
                self._unread.append(figure)
        for table in tables:
            self._table(table, figure, before=around)
        for node in (around, beside, *captions):
            if node is not None and node.getparent() is not None and (node in captions or node.tag != "table"):
                node.drop_tree() if node in captions or _words_beside(node, caption) <= _PROSE else None

    def _table(self, node: Any, figure: Figure | None, before: Any = None) -> None:
        """Keep a table for its mark, and put that before what is going to be dropped."""
        grid = self._grids[node]
        if not grid.text or node.getparent() is None:
            return
        mark = etree.Element("p")
        mark.text = self._gather.hold(
            grid.text, Table(figure=figure.id if figure else None, cells=cells_of(grid)), _anchor(node)
        )
        at = before if before is not None and before.getparent() is not None else node
        at.addprevious(mark)
        node.drop_tree()

    def _images(self, around: Any) -> Iterator[str]:
        for node in around.iter("img", "source") if around is not None else ():
            if node.tag == "source" and node.getparent().find(".//img") is not None:
                continue
            said = [node.get(name) for name in ("src", "data-src", "data-original", "data-lazy-src")]
            said += [part.split()[0] for part in re.split(r",\s", node.get("srcset") or "") if part.strip()]
            if (url := next((url for one in said if (url := address(self._base, one))), None)) and is_picture(node):
                yield url


def is_data(table: Any, grid: Grid) -> bool:
    """Whether a `<table>` holds data, and does not lay out a page."""
    if (table.get("role") or "") in ("presentation", "none") or table.find(".//table") is not None:
        return False
    if table.find(".//caption") is not None or table.find(".//thead") is not None:
        return True
    if any(one.tag in (*_HEADINGS, "form", "iframe") for one in table.iter()):
        return False
    told = [slot for slot in grid.slots if slot.text]
    if grid.height < 2 or grid.width < 2 or len(told) < 4:
        return False
    long = sum(len(slot.text.split()) > _CELL for slot in told)
    return 4 * long <= len(told) and 2 * len(told) >= len(grid.slots) and not _is_links(table)


def _is_links(table: Any) -> bool:
    linked = sum(len(inline(node)) for node in table.iter("a"))
    return linked > 0.7 * len(inline(table, whole=True))


def _beside(caption: Any) -> Any:
    """The table or picture right before or after a caption that no element holds together with it."""
    node = caption
    while node.getparent() is not None and len(node.getparent()) == 1 and node.getparent().tag not in ("body", "article"):
        node = node.getparent()
    for near in (node.getnext(), node.getprevious()):
        if near is None:
            continue
        if near.tag == "table":
            return near
        held = [one for one in near.iter("table", "img") if one.tag == "table" or is_picture(one)]
        if len(held) == 1 and _words_beside(near, held[0]) < 5:
            return held[0] if held[0].tag == "table" else near
    return None


def _words_beside(node: Any, inner: Any) -> int:
    """Words of an element outside of one inside it, and of tables."""
    tables = sum(len(inline(one, whole=True).split()) for one in node.iter("table") if one is not inner)
    return (
        len(inline(node, whole=True).split()) - tables - (len(inline(inner, whole=True).split()) if inner is not node else 0)
    )


def _anchor(node: Any) -> str | None:
    """The id of an element, of the first inside it that has one, or of the nearest around it."""
    own = next((one.get("id") for one in node.iter() if isinstance(one.tag, str) and one.get("id")), None)
    return own or next((up.get("id") for up in node.iterancestors() if up.get("id")), None)
