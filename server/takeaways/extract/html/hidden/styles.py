"""The few CSS properties that can hide text: what a page's own style sheets, attributes and old tags say of an element.

Style sheets at other addresses are not fetched, and scripts not run: what they hide or show is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from .rules import Rule, declarations, rules_of

_MAY_MATTER = re.compile(
    r"none|hidden|collapse|display|visib|opacity|font|colou?r|background|clip|position|indent|margin-left|transform"
    r"|(?<!-)(?:left|top|right|bottom|width|height)|\\",
    re.I,
)
"""What the text of a declaration of interest holds; a backslash may write any of it."""
_LIMIT = 2_000
"""Rules of one page that are looked at."""
_LOOKS = 200
"""Selectors of one page that are looked for in all of it; those of a tag, an id and classes need no looking for."""
_RANKS = {"sheet": 1, "inline": 2}


class Styles:
    """What a page says of its elements' looks.

    Parameters
    ----------
    tree : lxml element
        The whole page.
    """

    def __init__(self, tree: Any) -> None:
        self._tree = tree
        self.rules = list(islice((rule for sheet in tree.iter("style") for rule in rules_of(sheet.text or "")), _LIMIT))
        self._by_key: dict[str, list[tuple[int, Rule]]] = {}
        for order, rule in enumerate(self.rules):
            self._by_key.setdefault(rule.key, []).append((order, rule))
        self._matched: dict[int, set[Any]] = {}
        self._known: dict[Any, dict[str, str]] = {}
        self._inline: dict[str, dict[str, str]] = {}
        self._important: dict[str, set[str]] = {}

    def inline(self, style: str) -> dict[str, str]:
        """What a `style` attribute sets: property -> value, the important ones winning."""
        if style not in self._inline:
            said = sorted(declarations(style), key=lambda one: one[1]) if _MAY_MATTER.search(style) else []
            self._inline[style] = {name: value for name, _, value in said}
            self._important[style] = {name for name, important, _ in said if important}
        return self._inline[style]

    def rules_for(self, node: Any) -> Iterator[tuple[int, Rule]]:
        """The rules that are about an element, with their place in the sheets."""
        keys = [f"#{node.get('id')}", *(f".{name}" for name in (node.get("class") or "").split()), node.tag, "*"]
        for key in dict.fromkeys(keys):
            for order, rule in self._by_key.get(key, ()):
                if rule.may_match(node) and (rule.whole or node in self._matching(rule)):
                    yield order, rule

    def _matching(self, rule: Rule) -> set[Any]:
        if id(rule) not in self._matched:
            found: Any = rule.path(self._tree) if rule.path and len(self._matched) < _LOOKS else []
            self._matched[id(rule)] = set(found)
        return self._matched[id(rule)]

    def of(self, node: Any) -> dict[str, str]:
        """The properties that are set on an element itself, by the cascade; nothing is inherited."""
        if node in self._known:
            return self._known[node]
        won: dict[str, tuple[tuple[int, ...], str]] = {}
        for order, rule in self.rules_for(node):
            for name, (important, value) in rule.said.items():
                _win(won, name, (important, _RANKS["sheet"], *rule.weight, order), value)
        style = node.get("style") or ""
        for name, value in self.inline(style).items():
            _win(won, name, (name in self._important[style], _RANKS["inline"]), value)
        found = {**_attributes(node), **{name: value for name, (_, value) in won.items()}}
        self._known[node] = found
        return found


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
