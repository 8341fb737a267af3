"""All of a page's body as sections: for pages so old or plain that telling text from chrome does more harm than good.

Where a page has no `<h2>`, its headings are lines of their own in bold, large or centred letters, or with a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ..dom import squeeze
from .gather import Gather

_SKIP = {
    "script", "style", "noscript", "svg", "select", "nav", "form", "head", "button", "iframe", "object", "applet",
    "template", "title", "dialog",
}  # fmt: skip
_BREAKS = {
    "p", "div", "li", "dd", "dt", "tr", "td", "th", "blockquote", "pre", "hr", "table", "ul", "ol", "dl", "center",
    "section", "article", "main", "address", "caption", "figcaption", "figure", "body",
}  # fmt: skip
_HEADS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BOLD = {"b", "strong", "u"}
_NUMBERED = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+[A-Z]")
_NAMES = re.compile(
    r"^(?:\d{1,2}\.?\s+|[IVX]+\.\s+)?(?:abstract|summary|introduction|background|related work|methods?|methodology|approach"
    r"|experiments?|evaluation|results?|discussion|conclusions?(?: and .{3,30})?|acknowledge?ments?|references|bibliography"
    r"|appendix(?: [A-Z\d])?|future work|limitations?)\W*$",
    re.I,
)
_CONTENTS = re.compile(r"^(?:table of )?contents\W*$", re.I)
_LONGEST = 12
"""Words of a heading that no `<h*>` marks."""
_PROSE = 25
"""Words of a line that is no entry of a table of contents."""


@dataclass
class _Line:
    """A run of text up to the next break, and how many of its letters are set in which way."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    bold: int = 0
    large: int = 0
    centred: int = 0
    linked: int = 0
    within: int = 0
    """Letters in links to places of the same page."""

    def all(self, some: int) -> bool:
        return self.letters > 0 and some >= 0.9 * self.letters


def read_plain(region: Any, gather: Gather) -> None:
    """Read all that an element holds.

    Parameters
    ----------
    region : lxml element
        The page's body, or the part of it that is its article.
    gather : Gather
        Sections are added to it.
    """
    reader = _Plain(gather, headed=sum(1 for _ in region.iter("h2", "h3", "h4")) > 1)
    reader.walk(region)
    reader.flush()
    gather.finish()


class _Plain:
    def __init__(self, gather: Gather, headed: bool) -> None:
        self._gather = gather
        self._headed = headed
        self._line = _Line()
        self._breaks = 0
        self._kind = "paragraph"
        self._anchor: str | None = None
        self._set = {"bold": 0, "large": 0, "centred": 0, "linked": 0, "within": 0}
        self._level = 1
        self._in_contents = False

    def walk(self, node: Any) -> None:
        """Read an element and what is in it."""
        if not isinstance(node.tag, str) or node.tag in _SKIP:
            return
        name = node.get("id") or (node.get("name") if node.tag == "a" else None)
        name = name if name and not re.search(r"\s", name) else None
        if node.tag in _HEADS:
            self.flush()
            self._anchor = name or next((one.get("name") for one in node.iter("a") if one.get("name")), self._anchor)
            self._heading("".join(node.itertext()), _HEADS[node.tag])
            return
        block = node.tag in _BREAKS
        if block:
            self.flush()
            self._kind = "list" if node.tag in ("li", "dd") else "paragraph"
        self._anchor = name or self._anchor
        if node.tag == "br":
            # Two breaks in a row end a paragraph, as pages without <p> have it.
            self._breaks += 1
            if self._breaks == 2:
                self.flush()
            self._line.parts.append("\n")
        styles = _styles(node)
        for style in styles:
            self._set[style] += 1
        self._say(node.text)
        for child in node:
            self.walk(child)
            self._say(child.tail)
        if block:
            self.flush()
        for style in styles:
            self._set[style] -= 1

    def flush(self) -> None:
        """End the line that is being read."""
        line, self._line, self._breaks = self._line, _Line(), 0
        text = squeeze("".join(line.parts))
        if not re.search(r"\w", text):
            return
        words = len(text.split())
        if self._in_contents and (self._kind == "list" or words < _PROSE) and not self._is_heading(line, text):
            return
        self._in_contents = False
        if line.all(line.within) or (line.all(line.linked) and words <= _LONGEST and self._kind != "list"):
            return  # a table of contents, or «Next | Up | Previous»
        if self._is_heading(line, text):
            numbered = _NUMBERED.match(text)
            self._heading(text, self._level + 1 if self._headed else 2 + (numbered[1].count(".") if numbered else 0))
        else:
            self._gather.say(self._kind, text, self._anchor)

    def _heading(self, text: str, level: int) -> None:
        if self._headed and level <= 4:
            self._level = level if level < 5 else self._level
        if re.search(r"\w", text):
            self._in_contents = bool(_CONTENTS.match(squeeze(text)))
            if not self._in_contents:
                self._gather.heading(text, level - 1)

    def _is_heading(self, line: _Line, text: str) -> bool:
        if len(text.split()) > _LONGEST or text.endswith((".", ";", ",", "?")) or self._kind == "list" or "@" in text:
            return bool(_NAMES.match(text)) and (line.all(line.bold) or line.all(line.centred))
        if _NAMES.match(text):
            return True
        if self._headed:
            return line.all(line.bold) and not line.all(line.linked)
        loud = line.all(line.bold) or line.all(line.large) or (line.all(line.centred) and text.isupper())
        return loud or (bool(_NUMBERED.match(text)) and line.all(line.centred))

    def _say(self, text: str | None) -> None:
        if not text:
            return
        self._line.parts.append(text)
        letters = sum(map(str.isalnum, text))
        if letters:
            self._breaks = 0
            self._line.letters += letters
            for style, depth in self._set.items():
                if depth:
                    setattr(self._line, style, getattr(self._line, style) + letters)


def _styles(node: Any) -> list[str]:
    found = []
    if node.tag in _BOLD:
        found.append("bold")
    if node.tag == "big" or (node.tag == "font" and re.match(r"\+[1-9]|[4-7]", (node.get("size") or "").strip())):
        found.append("large")
    if node.tag == "center" or (node.get("align") or "").casefold() == "center":
        found.append("centred")
    if node.tag == "a" and node.get("href"):
        found.append("linked")
        if "#" in node.get("href"):
            found.append("within")
    return found
