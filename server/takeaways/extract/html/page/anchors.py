"""Where on the page a text stands: trafilatura gives it back without the ids of the page's elements."""

from __future__ import annotations

from typing import Any

_TAGS = ("p", "li", "dd", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "div", "td")
_KEY = 40
"""Letters that name a paragraph."""
_TOPS = frozenset({"article", "main", "body", "html"})


class Anchors:
    """The nearest id of every paragraph of a page, by how the paragraph begins.

    Parameters
    ----------
    tree : lxml element
    """

    def __init__(self, tree: Any) -> None:
        self._known: dict[str, str | None] = {}
        for node in tree.iter(*_TAGS):
            if (key := _key("".join(_leading(node)))) and key not in self._known:
                self._known[key] = _id_of(node)

    def of(self, text: str) -> str | None:
        """The id of the element that a text stands in, or of the nearest around it, less than the whole article."""
        return self._known.get(_key(text))


def _leading(node: Any) -> list[str]:
    """The first words in an element: no more than a key may need."""
    out, size = [], 0
    for text in node.itertext():
        out.append(text)
        size += len(text.strip())
        if size > 3 * _KEY:
            break
    return out


def _key(text: str) -> str:
    return "".join(c for c in text[: 8 * _KEY].casefold() if c.isalnum())[:_KEY]


def _id_of(node: Any) -> str | None:
    while node is not None and node.tag not in _TOPS:
        found: str | None = node.get("id")
        if found:
            return found
        node = node.getparent()
    return None
