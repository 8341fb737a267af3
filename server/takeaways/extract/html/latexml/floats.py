"""What stands in a LaTeXML figure or table: its caption, its parts, its images, its tables, its prose."""

from __future__ import annotations

import re
from typing import Any

from ..dom import has_class, of_class, squeeze, text_of
from ..inline import inline

_KINDS = {"tab": "table", "fig": "figure", "alg": "algorithm"}
_NUMBER = re.compile(r"(\d[\w.]*|[A-Z](?:\.\d+)*|[IVXL]+)\W*$")
_LETTER = re.compile(r"\W*([a-z]|[ivx]+)\W*")
_PROSE = 15
"""Words of a paragraph inside a figure; fewer label a part of the picture."""


def caption_of(node: Any) -> Any:
    """The caption that is a float's own, not one of the parts of it."""
    found = [*node.iter("figcaption"), *of_class(node, "ltx_caption")]
    return next((one for one in found if one is not node and _around(one, node) is node), None)


def tag_of(node: Any) -> str:
    """The tag of a caption or title as the page prints it («Figure 3:», «(a)», «Appendix A»); empty without one."""
    return "" if node is None else next((squeeze(text_of(one)) for one in of_class(node, "ltx_tag")), "")


def number_in(tag: str) -> str | None:
    """The number in a tag: «3» of «Figure 3:», «A» of «Appendix A», «IV» of «TABLE IV»; None of «(a)»."""
    found = _NUMBER.search(tag.rstrip(": "))
    return found[1].rstrip(".") if found else None


def part_number(tag: str, whole: str | None, nth: int) -> str | None:
    """The number of the nth part (from 1) of figure `whole`: its own, else «3b», by its letter or by its place."""
    own = number_in(tag)
    if own or not whole:
        return own
    letter = _LETTER.fullmatch(tag)
    return f"{whole}{letter[1]}" if letter else f"{whole}{chr(96 + nth)}" if nth <= 26 else None


def kind_of(tag: str, otherwise: str) -> str:
    """What a float is: wrapped and unnumbered ones are of other classes than what their label says."""
    return next((kind for word, kind in _KINDS.items() if tag.casefold().startswith(word)), otherwise)


class Float:
    """A figure, table or algorithm of a LaTeXML page, with the figures inside it that have no caption of their own.

    Parameters
    ----------
    node : lxml element
    """

    def __init__(self, node: Any) -> None:
        self.node = node
        self.caption = caption_of(node)
        inner = [one for one in node.iter("figure") if one is not node and _around(one, node) is node]
        self.parts = [one for one in inner if caption_of(one) is not None]
        """The figures directly in it that are captioned: its parts (a), (b)."""
        self.bare = bool(inner) and self.caption is None
        """It only holds others, side by side."""
        self._mine = {node, *(part for one in inner if one not in self.parts for part in one.iter("figure"))}

    @property
    def images(self) -> list[Any]:
        """Its own images, in order."""
        return [one for one in self._own("ltx_graphics") if one.tag == "img" and one.get("src")]

    @property
    def tables(self) -> list[Any]:
        """Its own tables that stand in no other."""
        return [one for one in self._own("ltx_tabular") if not _within(one, self.node, "ltx_tabular")]

    def _own(self, *names: str) -> list[Any]:
        """What of some classes is in it, and in no figure that is one of its own."""
        return [one for one in of_class(self.node, *names) if one is not self.node and _around(one, self.node) in self._mine]

    def prose(self) -> tuple[list[Any], int]:
        """Its own paragraphs, and how many words stand in the lines that are none."""
        lines = [
            one
            for one in self._own("ltx_p", "ltx_listingline")
            if not any(_within(one, self.node, name) for name in ("ltx_tabular", "ltx_caption", "ltx_note", "ltx_p"))
        ]
        sizes = {id(one): len(inline(one).split()) for one in lines}
        paragraphs = [one for one in lines if has_class(one, "ltx_p") and sizes[id(one)] >= _PROSE]
        return paragraphs, sum(sizes.values()) - sum(sizes[id(one)] for one in paragraphs)


def _around(node: Any, top: Any) -> Any:
    """The figure that an element stands in, or `top`."""
    return next((up for up in node.iterancestors() if up is top or up.tag == "figure"), None)


def _within(node: Any, top: Any, name: str) -> bool:
    for up in node.iterancestors():
        if up is top:
            return False
        if has_class(up, name):
            return True
    return False
