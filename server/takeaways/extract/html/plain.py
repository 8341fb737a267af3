"""All of a page's body as sections: for pages so old or plain that telling text from chrome does more harm than good."""

from __future__ import annotations

import re
from typing import Any

from ...model import Block, Section
from .dom import squeeze

_SKIP = {"script", "style", "noscript", "svg", "select", "nav", "form", "head", "button", "iframe", "object", "applet"}
_BREAKS = {
    "p", "div", "li", "dd", "dt", "tr", "td", "th", "blockquote", "pre", "hr", "table", "ul", "ol", "dl", "center",
    "section", "article", "main", "address", "caption", "figcaption", "figure", "body",
}  # fmt: skip
_HEADS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_NUMBERED = re.compile(r"^(?:section\s+)?(\d+(?:\.\d+)*|[A-Z](?:\.\d+)+)[.:)]?\s+(?=\S)", re.I)
_REFERENCES = re.compile(r"^(references|bibliography)\W*$", re.I)


def plain_sections(tree: Any) -> tuple[list[Section], int]:
    """Read a page's whole body.

    Parameters
    ----------
    tree : lxml element
        The page.

    Returns
    -------
    sections : list of Section
    references : int
        Entries under a heading «References», left out.
    """
    reader = _Plain()
    body = tree.find(".//body")
    reader.walk(body if body is not None else tree)
    reader.flush()
    reader.close()
    return reader.sections, reader.references


class _Plain:
    def __init__(self) -> None:
        self.sections: list[Section] = []
        self.references = 0
        self._text: list[str] = []
        self._breaks = 0
        self._blocks: list[Block] = []
        self._head: dict[str, Any] = {}
        self._cutting = False
        self._count = 0
        self._kind = "paragraph"

    def walk(self, node: Any) -> None:
        if not isinstance(node.tag, str) or node.tag in _SKIP:
            return
        if node.tag in _HEADS:
            self.flush()
            self._heading(node)
            return
        block = node.tag in _BREAKS
        if block:
            self.flush()
            self._kind = "list" if node.tag in ("li", "dd") else "paragraph"
        if node.tag == "br":
            # Two breaks in a row end a paragraph, as pages without <p> have it.
            self._breaks += 1
            if self._breaks == 2:
                self.flush()
            self._text.append("\n")
        self._say(node.text)
        for child in node:
            self.walk(child)
            self._say(child.tail)
        if block:
            self.flush()

    def _say(self, text: str | None) -> None:
        if text:
            if text.strip():
                self._breaks = 0
            self._text.append(text)

    def _heading(self, node: Any) -> None:
        text = squeeze("".join(node.itertext()))
        if not text:
            return
        self.close()
        number = _NUMBERED.match(text)
        heading = text[number.end() :] if number else text
        self._cutting = bool(_REFERENCES.match(heading))
        if not self._cutting:
            kind = "abstract" if heading.casefold().strip(" .:") == "abstract" else "body"
            self._head = {
                "kind": kind,
                "number": number[1] if number else None,
                "heading": f"{number[1]} {heading}" if number else text,
                "level": int(node.tag[1]),
            }

    def flush(self) -> None:
        text = squeeze("".join(self._text))
        self._text, self._breaks = [], 0
        if not re.search(r"\w", text):
            return
        if self._cutting:
            self.references += 1
            return
        self._count += 1
        kind: Any = self._kind
        self._blocks.append(Block(id=f"b{self._count}", kind=kind, text=text))

    def close(self) -> None:
        if self._head or self._blocks:
            self.sections.append(Section(**self._head, blocks=tuple(self._blocks)))
        self._head, self._blocks = {}, []
