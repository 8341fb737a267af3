"""The abstract: by its heading, by the word that leads it, or by where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from ..layout import Layout
from ..lines import Line
from ..patterns import NAMED
from ..roles import Roles, follows
from .edges import ABSTRACT, AFTER_ABSTRACT, LEAD
from .extent import extent_of

_MOST = 4500
"""Characters; a longer text is more than an abstract."""


@dataclass
class Abstract:
    """The lines of an abstract, the one that holds its heading, and how many letters of the first are the heading."""

    lines: list[int] = field(default_factory=list)
    heading: int | None = None
    lead: int = 0

    @cached_property
    def members(self) -> frozenset[int]:
        """The lines, to ask whether one is among them."""
        return frozenset(self.lines)

    @property
    def start(self) -> int | None:
        """The first line, heading or text."""
        return self.heading if self.heading is not None else self.lines[0] if self.lines else None


def abstract_of(layout: Layout, roles: Roles, title: list[int]) -> Abstract:
    """Find the abstract on the first two pages.

    Parameters
    ----------
    layout : Layout
    roles : Roles
    title : list of int
        The title's lines; without one only a heading makes an abstract.
    """
    for n, line in enumerate(layout.lines):
        if line.page > 2:
            break
        if n in title or not line.text[:1].isupper():
            continue
        if ABSTRACT.match(re.sub(r"\s", "", line.text)) and (line.page == 1 or line.text.casefold().startswith("a")):
            first = _below(layout, n)
            if first is not None:
                return Abstract(extent_of(layout, roles, first, headed=True), n)
        lead = _lead(line)
        if lead and line.page == 1:
            return Abstract(extent_of(layout, roles, n, headed=True), None, lead)
    return _by_position(layout, roles, title) if title else Abstract()


def _lead(line: Line) -> int:
    """How many characters at a line's start are a heading: «Abstract—», or the word set otherwise than the text."""
    led = LEAD.match(line.text)
    if led:
        return led.end()
    word = re.match(r"(?:abstract|summary)\s+(?=\S)", line.text, re.I)
    if not word:
        return 0
    seen = 0
    for before, after in pairwise(line.words):
        seen += len(before.text)
        if seen >= word.end() - 1:
            other = (before.font.name, round(before.size)) != (after.font.name, round(after.size))
            return word.end() if other and seen == word.end() - 1 else 0
    return 0


def _below(layout: Layout, heading: int) -> int | None:
    """The first line below a heading that stands under it: next in the file, or the nearest on the page."""
    head = layout.lines[heading]
    under = [
        n
        for n, line in enumerate(layout.lines)
        if line.page == head.page
        and 0 < head.base - line.base < 6 * head.size
        and line.x0 < head.x1
        and line.x1 > head.x0
        and line.letters > 1
        and not AFTER_ABSTRACT.match(line.text)
    ]
    if not under:
        after = heading + 1
        return after if after < len(layout.lines) and layout.lines[after].page == head.page + 1 else None
    return max(under, key=lambda n: (layout.lines[n].base, -n))


def _by_position(layout: Layout, roles: Roles, title: list[int]) -> Abstract:
    """The first paragraph below the title that is set apart from the text, or is all that stands above the first heading."""
    top = layout.lines[title[-1]]
    for n in range(len(layout.lines)):
        line = layout.lines[n]
        if line.page > 1:
            break
        if line.base > top.base or n < title[-1]:
            continue
        if roles.of[n] == "heading" and (NAMED.match(line.text.strip(" .:")) or re.match(r"(?:1|I)[.:]?\s", line.text)):
            break
        if roles.of[n] in ("note", "notice", "caption") or not _prose(layout, n):
            continue
        extent = extent_of(layout, roles, n, headed=False)
        if len(extent) > 2 and sum(len(layout.lines[one].text) for one in extent) < _MOST and _apart(layout, roles, extent):
            return Abstract(extent)
        if len(extent) > 3:
            break
    return Abstract()


def _prose(layout: Layout, n: int) -> bool:
    """Whether four lines from here on read as text: close to one another, wide, most words in small letters."""
    run = layout.lines[n : n + 4]
    if len(run) < 3 or any(line.page != run[0].page for line in run) or any("@" in line.text for line in run):
        return False
    head = [word for word in run[0].text.split() if word[:1].isalpha()]
    if len(head) < 5 or 2 * sum(word[:1].islower() for word in head) < len(head):
        return False
    tokens = [word for line in run for word in line.text.split() if word[:1].isalpha()]
    low = sum(word[:1].islower() for word in tokens)
    close = all(follows(above, below, 1.75) for above, below in pairwise(run[:3]))
    return close and sum(line.letters for line in run) / len(run) > 28 and low > 0.6 * len(tokens)


def _apart(layout: Layout, roles: Roles, extent: list[int]) -> bool:
    """Whether a paragraph is set otherwise than the document's text, or the next thing after it is the first heading."""
    run = [layout.lines[n] for n in extent]
    after = next((n for n in range(extent[-1] + 1, len(layout.lines)) if roles.of[n] not in ("note", "notice")), None)
    if after is not None and layout.lines[after].page == 1:
        text = layout.lines[after].text
        if AFTER_ABSTRACT.match(text) or (roles.of[after] == "heading" and not re.match(r"[2-9]|I[IV]|V", text)):
            return True
    sized = abs(sorted(line.size for line in run)[len(run) // 2] - layout.size) > 0.4
    styled = any(sum(line.share(what) for line in run) > 0.7 * len(run) for what in ("bold", "italic"))
    columns = layout.columns.get(run[0].page) or []
    wide = max(line.x1 for line in run)
    left = min(line.x0 for line in run)
    narrow = any(left > a + 8 and wide < b - 8 for a, b in columns) or (len(columns) > 1 and wide > columns[0][1] + 20)
    return sized or styled or narrow
