"""The few CSS properties that can hide text: what a page's own style sheets, attributes and old tags say of an element.

Style sheets at other addresses are not fetched, and scripts not run: what they hide or show is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_MAY_MATTER = re.compile(
    r"none|hidden|collapse|display|visib|opacity|font|colou?r|background|clip|position|indent|margin-left|transform"
    r"|(?<!-)(?:left|top|right|bottom|width|height)|\\",
    re.I,
)
"""What the text of a declaration of interest holds; a backslash may write any of it."""
_LIMIT = 2_000
"""Rules of one page that are looked at."""
_OTHER_MEDIA = re.compile(r"print|max-width|prefers-|hover|speech|not\b", re.I)
_RANKS = {"sheet": 1, "inline": 2}


@dataclass(frozen=True)
class Rule:
    """One selector of a style sheet, and what it sets."""

    said: dict[str, tuple[bool, str]]
    """Property -> whether it is important, value in small letters."""
    weight: tuple[int, ...]
    path: etree.XPath
    tag: str | None
    ids: frozenset[str]
    names: frozenset[str]

    def may_match(self, node: Any) -> bool:
        """Whether the last part of the selector fits, as far as tag, classes and id tell."""
        return (
            (self.tag is None or self.tag == node.tag)
            and (not self.ids or node.get("id") in self.ids)
            and self.names <= classes(node)
        )


class Styles:
    """What a page says of its elements' looks.

    Parameters
    ----------
    tree : lxml element
        The whole page.
    """

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self.rules = [rule for sheet in tree.iter("style") for rule in _rules(tinycss2.parse_stylesheet(sheet.text or ""))][
            :_LIMIT
        ]
        self._matched: dict[int, set[Any]] = {}
        self._known: dict[Any, dict[str, str]] = {}
        self._inline: dict[str, list[tuple[str, bool, str]]] = {}

    def inline(self, node: Any) -> list[tuple[str, bool, str]]:
        """The declarations of an element's `style`; pages repeat the same few."""
        text = node.get("style") or ""
        if text not in self._inline:
            self._inline[text] = list(declarations(text)) if _MAY_MATTER.search(text) else []
        return self._inline[text]

    def matching(self, rule: Rule) -> set[Any]:
        """All elements of the page that a rule is about."""
        if id(rule) not in self._matched:
            found: Any = rule.path(self._tree)
            self._matched[id(rule)] = {node for node in found if rule.may_match(node)}
        return self._matched[id(rule)]

    def of(self, node: Any) -> dict[str, str]:
        """The properties that are set on an element itself, by the cascade; nothing is inherited."""
        if node in self._known:
            return self._known[node]
        won: dict[str, tuple[tuple[int, ...], str]] = {}
        for order, rule in enumerate(self.rules):
            if rule.may_match(node) and node in self.matching(rule):
                for name, (important, value) in rule.said.items():
                    _win(won, name, (important, _RANKS["sheet"], *rule.weight, order), value)
        for order, (name, important, value) in enumerate(self.inline(node)):
            _win(won, name, (important, _RANKS["inline"], 0, 0, 0, order), value)
        found = {**_attributes(node), **{name: value for name, (_, value) in won.items()}}
        self._known[node] = found
        return found


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
    translator = cssselect.HTMLTranslator()
    try:
        parsed = cssselect.parse(selectors)
    except (cssselect.SelectorError, RecursionError):
        return
    for one in parsed:
        if one.pseudo_element:
            continue
        try:
            path = etree.XPath(translator.selector_to_xpath(one))
        except (cssselect.SelectorError, etree.XPathSyntaxError, RecursionError):
            continue
        yield Rule(said, one.specificity(), path, *_last(one.parsed_tree))


def _last(tree: Any) -> tuple[str | None, frozenset[str], frozenset[str]]:
    """Tag, id and classes of the element that a selector is about."""
    tag, ids, names = None, set(), set()
    node = getattr(tree, "subselector", tree) if type(tree).__name__ == "CombinedSelector" else tree
    while node is not None:
        kind = type(node).__name__
        if kind == "Class":
            names.add(node.class_name)
        elif kind == "Hash":
            ids.add(node.id)
        elif kind == "Element":
            tag = node.element.casefold() if node.element else None
        node = getattr(node, "selector", None)
    return tag, frozenset(ids), frozenset(names)


def _attributes(node: Any) -> dict[str, str]:
    """What old attributes say: `hidden`, `<font color>`, `bgcolor`, the body's `text`."""
    found = {}
    if node.get("hidden") is not None:
        found["display"] = "none"
    if node.tag == "font" and node.get("color"):
        found["color"] = node.get("color").strip().casefold()
    if node.tag == "body" and node.get("text"):
        found["color"] = node.get("text").strip().casefold()
    if node.get("bgcolor"):
        found["background-color"] = node.get("bgcolor").strip().casefold()
    if node.tag == "body" and node.get("background"):
        found["background"] = "url()"
    return found


def _win(won: dict[str, tuple[tuple[int, ...], str]], name: str, weight: tuple[int, ...], value: str) -> None:
    if name not in won or won[name][0] <= weight:
        won[name] = (weight, value)
