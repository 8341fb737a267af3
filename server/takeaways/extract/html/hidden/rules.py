"""The rules of a page's style sheets that set something that can hide text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import cssselect
import tinycss2
from lxml import etree

from ..dom import classes

PROPERTIES = frozenset({
    "display", "visibility", "content-visibility", "opacity", "font-size", "font", "color", "background-color",
    "background", "position", "left", "right", "top", "bottom", "text-indent", "margin-left", "clip", "clip-path", "width",
    "height", "max-width", "max-height", "overflow", "overflow-x", "overflow-y", "transform", "-webkit-text-fill-color",
    "--ltx-fg-color", "--ltx-bg-color",
})  # fmt: skip
_OTHER_MEDIA = re.compile(r"print|max-width|prefers-|hover|speech|not\b", re.I)
_PARTS = 6
"""Combinators of a selector, at most: looking for more of them in a whole page may take minutes."""


@dataclass(frozen=True, eq=False)
class Rule:
    """One selector of a style sheet, and what it sets."""

    said: dict[str, tuple[bool, str]]
    """Property -> whether it is important, value in small letters."""
    selector: Any
    tag: str | None
    ids: frozenset[str]
    names: frozenset[str]
    whole: bool
    """Tag, id and classes of one element are all that the selector asks for."""

    @property
    def weight(self) -> tuple[int, ...]:
        """Its specificity (Selectors 3, 9)."""
        weight: tuple[int, ...] = self.selector.specificity()
        return weight

    @property
    def key(self) -> str:
        """What an element must have for the rule to be about it: «#id», «.class», «tag», or «*»."""
        return next((f"#{one}" for one in self.ids), None) or next((f".{one}" for one in self.names), self.tag or "*")

    def may_match(self, node: Any) -> bool:
        """Whether the last part of the selector fits, as far as tag, classes and id tell."""
        return (
            (self.tag is None or self.tag == node.tag)
            and (not self.ids or node.get("id") in self.ids)
            and self.names <= classes(node)
        )

    @cached_property
    def path(self) -> etree.XPath | None:
        """All elements that it is about; None for what no page can be asked for (`:hover`), or not in time."""
        if _is_long(self.selector.parsed_tree):
            return None
        try:
            return etree.XPath(cssselect.HTMLTranslator().selector_to_xpath(self.selector))
        except (cssselect.SelectorError, etree.XPathSyntaxError, RecursionError):
            return None


def _is_long(tree: Any) -> bool:
    """Whether a selector has more combinators than are looked for."""
    count = 0
    while tree is not None and count <= _PARTS:
        count += type(tree).__name__ == "CombinedSelector"
        tree = getattr(tree, "selector", None)
    return count > _PARTS


def rules_of(sheet: str) -> Iterator[Rule]:
    """The rules of a style sheet that set anything of interest, on a screen of some width."""
    yield from _rules(tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))


def declarations(text: str) -> Iterator[tuple[str, bool, str]]:
    """The declarations in a `style` attribute that are of interest: property, whether important, value in small letters."""
    if ":" not in text:
        return
    for one in tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name in PROPERTIES:
            yield one.lower_name, one.important, tinycss2.serialize(one.value).strip().casefold()


def _rules(nodes: list[Any], depth: int = 0) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "at-rule" and node.lower_at_keyword in ("media", "supports", "layer") and node.content and depth < 3:
            if node.lower_at_keyword != "media" or not _OTHER_MEDIA.search(tinycss2.serialize(node.prelude)):
                yield from _rules(
                    tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True), depth + 1
                )
        elif node.type == "qualified-rule":
            said = {name: (important, value) for name, important, value in declarations(tinycss2.serialize(node.content))}
            if said:
                yield from _selected(tinycss2.serialize(node.prelude), said)


def _selected(selectors: str, said: dict[str, tuple[bool, str]]) -> Iterator[Rule]:
    try:
        parsed = cssselect.parse(selectors)
    except (cssselect.SelectorError, RecursionError):
        return
    for one in parsed:
        if not one.pseudo_element:
            yield Rule(said, one, *_last(one.parsed_tree))


def _last(tree: Any) -> tuple[str | None, frozenset[str], frozenset[str], bool]:
    """Tag, id and classes of the element that a selector is about, and whether it asks for nothing else."""
    tag, ids, names = None, set(), set()
    node, whole = (tree.subselector, False) if type(tree).__name__ == "CombinedSelector" else (tree, True)
    while node is not None:
        kind = type(node).__name__
        if kind == "Class":
            names.add(node.class_name)
        elif kind == "Hash":
            ids.add(node.id)
        elif kind == "Element":
            tag = node.element.casefold() if node.element else None
        else:
            whole = False
        node = getattr(node, "selector", None)
    return tag, frozenset(ids), frozenset(names), whole
