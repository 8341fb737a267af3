"""The abstract that stands in a page's text, on pages whose metadata have none."""

from __future__ import annotations

import re
from typing import Any

from ..dom import squeeze
from ..inline import inline
from .captions import in_chrome

_NAMED = re.compile(r"(?:^|[-_ ])abstract(?:$|[-_ ])|^abs\d*$|hlfld-abstract", re.I)
_HEADING = re.compile(r"^\W*(?:abstract|summary)\W*$", re.I)
_LEAD = re.compile(r"^(?:abstract|summary)\b\s*[:.—–-]*\s*", re.I)
_LEAST, _MOST = 30, 900
"""Words of an abstract."""


def abstract_in(tree: Any) -> str | None:
    """The text under a heading «Abstract», or in an element that is named so.

    Parameters
    ----------
    tree : lxml element
        The page.

    Returns
    -------
    str or None
        Without its heading.
    """
    for node in tree.iter("h1", "h2", "h3", "h4", "h5", "h6", "strong", "b"):
        if _HEADING.match(inline(node)) and not in_chrome(node):
            found = _after(node)
            if _fits(found):
                return found
    named = (
        node for node in tree.iter("div", "section", "p", "blockquote", "span") if _is_named(node) and not in_chrome(node)
    )
    return next((text for node in named if _fits(text := _LEAD.sub("", inline(node)))), None)


def _after(heading: Any) -> str:
    """What follows a heading, up to the next."""
    node = heading
    while (
        node.getnext() is None
        and not squeeze(node.tail or "")
        and node.getparent() is not None
        and len(node.getparent()) == 1
    ):
        node = node.getparent()
    out = [node.tail or ""]
    for sibling in node.itersiblings():
        if (
            sibling.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "hr", "dl", "nav", "form")
            or sibling.find(".//h2") is not None
        ):
            break
        out += [inline(sibling), " ", sibling.tail or ""]
    return squeeze(" ".join(out))


def _is_named(node: Any) -> bool:
    return bool(_NAMED.search(node.get("class") or "") or _NAMED.search(node.get("id") or ""))


def _fits(text: str) -> bool:
    return _LEAST <= len(text.split()) <= _MOST
