"""Takes out of a page what it does not show, and says so where it stood in the text.

What is found hidden is never read. A reader is warned of it if it is prose, or speaks to a model; what serves those who
cannot see, or is shown by scripts, only if it speaks to a model.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ....model import Flag, Place
from ..dom import squeeze
from .manners import is_aloud, is_control, is_formula, is_prose, serves_formula, speaks_to_a_model
from .sight import (
    WHITE,
    Colour,
    are_alike,
    background,
    colour,
    foreground,
    hides_all,
    hides_inherited,
    is_on_its_own_colour,
)
from .styles import Styles

_SKIP = {"script", "style", "noscript", "template", "head", "title", "meta", "link"}
_AROUND = {"nav", "dialog"}
"""What is never read of a page, hidden or not."""
_COLOURED = {"font": "color", "body": "text"}
"""The attributes of old tags that give letters a colour."""
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_TEXT = 2_000
"""Characters of a hidden text that are kept in its flag."""
_MUCH = 100
"""Words; fewer are never half of an article."""
_FLAGS = 20
"""More hidden texts than that say nothing new."""


@dataclass
class Hidden:
    """What was taken out and is worth a warning."""

    flags: list[Flag] = field(default_factory=list)
    words: int = 0


def take_hidden(tree: Any, region: Any, *, closed: bool) -> Hidden:
    """Take hidden text out of a page.

    Parameters
    ----------
    tree : lxml element
        The page; it is changed.
    region : lxml element
        The article in it, or the body: what stands outside raises no flag.
    closed : bool
        All that colours the page is in the page itself, as in LaTeXML's; else white letters may stand on a ground that a
        style sheet elsewhere gives, and only prose in them is taken for hidden.

    Returns
    -------
    Hidden
    """
    styles = Styles(tree)
    taken = Hidden()
    left = _letters(region.itertext())
    for node in _candidates(tree, styles):
        if node.tag in _SKIP or is_formula(node):
            continue
        pieces, certain = _hidden_in(node, styles, closed)
        text = squeeze(" ".join(value for _, _, value in pieces))
        letters = _letters(value for _, _, value in pieces)
        # What hides half of what is left of an article, hides it until a script has run.
        if (
            not re.search(r"\w", text)
            or (not certain and not is_prose(text))
            or (len(text.split()) > _MUCH and 2 * letters > left)
        ):
            continue
        aloud = is_aloud(node.get("class") or "")
        if (aloud and node.tag in _HEADINGS) or serves_formula(node, text):
            continue
        inside = node is region or any(up is region for up in node.iterancestors())
        left -= letters if inside else 0
        told = speaks_to_a_model(text) or (is_prose(text) and not aloud and not is_control(node))
        if inside and told and len(taken.flags) < _FLAGS:
            taken.flags.append(Flag(kind="hidden_text", text=text[:_TEXT], place=Place(anchor=_anchor(node))))
            taken.words += len(text.split())
        for owner, kind, _ in pieces:
            setattr(owner, kind, None if kind == "text" else " ")
    return taken


def _letters(texts: Iterable[str]) -> int:
    """All that is no space: unlike words, as many in the parts of a text as in the whole."""
    return sum(len(word) for text in texts for word in text.split())


def _candidates(tree: Any, styles: Styles) -> list[Any]:
    """The elements that may hide something, in the page's order."""
    # Pages repeat the same few styles, classes and colours: each is judged once.
    styled, named, coloured = defaultdict(list), defaultdict(list), defaultdict(list)
    found, bgcolors = set(), set()
    nodes = list(_elements(tree))
    for n, node in enumerate(nodes):
        if style := node.get("style"):
            styled[style].append(n)
        if names := node.get("class"):
            named[names].append(n)
        if bgcolor := node.get("bgcolor"):
            bgcolors.add(bgcolor)
        if node.get("hidden") is not None:
            found.add(n)
        if node.tag in _COLOURED and (letters := node.get(_COLOURED[node.tag])):
            coloured[letters.casefold()].append(n)
    inline = {style: styles.inline(style) for style in styled}
    rules = [(rule, {name: value for name, (_, value) in rule.said.items()}) for rule in styles.rules]
    grounds = _grounds(
        {text for one in [*inline.values(), *(one for _, one in rules)] if (text := background(one))} | bgcolors
    )
    hiding = {rule for rule, one in rules if _may_hide(one, grounds)}
    keys = {rule.key for rule in hiding}
    found.update(n for style, at in styled.items() if _may_hide(inline[style], grounds) for n in at)
    found.update(n for letters, at in coloured.items() if _may_hide({"color": letters}, grounds) for n in at)
    found.update(n for names, at in named.items() if is_aloud(names) for n in at)
    maybe = {n for names, at in named.items() if not keys.isdisjoint(f".{name}" for name in names.split()) for n in at}
    if not all(key.startswith(".") for key in keys):
        maybe.update(n for n, node in enumerate(nodes) if not keys.isdisjoint((node.tag, f"#{node.get('id')}", "*")))
    found.update(n for n in maybe if any(rule in hiding for _, rule in styles.rules_for(nodes[n])))
    return [nodes[n] for n in sorted(found)]


def _elements(tree: Any) -> Iterator[Any]:
    """The elements of a page in order, but for what is inside formulas, of which there may be more than of all others."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node.tag, str) and node.tag not in _SKIP and node.tag not in _AROUND:
            yield node
            if node.tag != "math":
                waiting += reversed(node)


def _grounds(texts: set[str]) -> list[Colour]:
    """All colours that something on the page stands on."""
    parts = {part.casefold() for text in texts for part in (text, *text.split())}
    return [WHITE, *(found[0] for part in parts if (found := colour(part)))]


def _may_hide(said: dict[str, str], grounds: list[Colour]) -> bool:
    if hides_all(said) or hides_inherited(said):
        return True
    letters = colour(foreground(said) or "")
    return letters is not None and any(are_alike(letters, ground) for ground in grounds)


def _hidden_in(node: Any, styles: Styles, closed: bool) -> tuple[list[tuple[Any, str, str]], bool]:
    """The texts in an element that are not shown, as owner, `text` or `tail`, and value; and whether that is certain."""
    said = styles.of(node)
    if hides_all(said) or is_aloud(node.get("class") or ""):
        return _texts(node, None), True
    if hides_inherited(said):
        return _texts(node, lambda inner: hides_inherited(styles.of(inner)) is False), True
    letters = foreground(said)
    if letters and is_on_its_own_colour(styles, node, letters):

        def shown(inner: Any) -> bool:
            own = styles.of(inner)
            changed = foreground(own) or background(own)
            return bool(changed) and not is_on_its_own_colour(styles, inner, foreground(own) or letters)

        return _texts(node, shown), closed
    return [], True


def _texts(node: Any, shown: Any) -> list[tuple[Any, str, str]]:
    """All texts in an element, but for what is inside those that are shown again."""
    found: list[tuple[Any, str, str]] = []
    if node.text:
        found.append((node, "text", node.text))
    for child in node:
        if isinstance(child.tag, str) and child.tag not in _SKIP and child.tag != "math" and not (shown and shown(child)):
            found += _texts(child, shown)
        if child.tail:
            found.append((child, "tail", child.tail))
    return found


def _anchor(node: Any) -> str | None:
    while node is not None:
        found: str | None = node.get("id")
        if found:
            return found
        node = node.getparent()
    return None
