"""Formulas, and what stands inside figures and tables."""

from __future__ import annotations

import re

from .headings import named, small_heading
from .layout import Layout
from .patterns import BULLET, NAMED, NUMBERED
from .roles import WORD, Roles, follows

_EQUATION_NUMBER = re.compile(r"^\(\s*[A-Z]?\.?\d+(?:\.\d+)*[a-z]?\s*\)$")


def mark_floats(layout: Layout, roles: Roles) -> None:
    """Mark formulas, and the text inside figures and tables, among the lines that are text so far."""
    lines = layout.lines
    tables = {lines[run[0]].page for run in roles.captions if lines[run[0]].text[:1] in "Tt"}
    for n, line in enumerate(lines):
        if roles.of[n] != "text":
            continue
        left, right = layout.edges(line)
        width = (line.x1 - line.x0) / max(1.0, right - left)
        prose = len(WORD.findall(line.text))
        mathematical = (
            line.share("math") > 0.3 or bool(re.search(r"[=≤≥∈∑∫→≈]", line.text)) or bool(_EQUATION_NUMBER.match(line.text))
        )
        above = lines[n - 1] if n and roles.of[n - 1] == "text" else None
        goes_on = above is not None and follows(above, line, 1.35) and abs(above.x0 - line.x0) < 0.3 * line.size
        centred = line.x0 > left + 1.5 * line.size and not goes_on
        if mathematical and (line.fragment or centred) and prose <= 4 and not _worded(layout, n):
            roles.of[n] = "equation"
        elif (
            (line.fragment and not (width > 0.75 and prose > 5))
            or (line.page in tables and prose < 9 and not BULLET.match(line.text) and line.cells > 2)
            or (line.size < layout.size - 0.6 and not _prose(layout, n) and not small_heading(layout, n))
            or (line.column < 0 and line.size < layout.size + 1 and prose < 4 and not small_heading(layout, n))
        ):
            roles.of[n] = "float"
    _inside_floats(layout, roles)
    _fill(layout, roles)


def _inside_floats(layout: Layout, roles: Roles) -> None:
    """Small type between a caption and the next text of the body's size is the float's own, sentences or not."""
    lines = layout.lines
    for run in roles.captions:
        caption = lines[run[0]]
        left, right = min(lines[n].x0 for n in run), max(lines[n].x1 for n in run)
        on_page = [
            n for n, line in enumerate(lines) if line.page == caption.page and min(line.x1, right) - max(line.x0, left) > 0
        ]
        for direction in (1, -1):
            ordered = sorted(on_page, key=lambda n: direction * lines[n].base)
            beyond = [n for n in ordered if direction * (lines[n].base - caption.base) > 0 and n not in run]
            for n in beyond:
                if roles.of[n] in ("text", "heading") and (
                    lines[n].size > layout.size - 0.6
                    or named(lines[n].text)
                    or small_heading(layout, n)
                    or _column_of_prose(layout, n)
                ):
                    break
                if roles.of[n] in ("note", "caption"):
                    break
                if roles.of[n] == "text":
                    roles.of[n] = "float"


def _prose(layout: Layout, n: int) -> bool:
    """Whether a line of small type belongs to a run of lines as wide as text is."""
    lines = layout.lines
    run = [n]
    while run[0] > 0 and follows(lines[run[0] - 1], lines[run[0]]) and abs(lines[run[0] - 1].size - lines[n].size) < 0.4:
        run.insert(0, run[0] - 1)
        if len(run) > 40:
            break
    while (
        run[-1] + 1 < len(lines)
        and follows(lines[run[-1]], lines[run[-1] + 1])
        and abs(lines[run[-1] + 1].size - lines[n].size) < 0.4
    ):
        run.append(run[-1] + 1)
        if len(run) > 80:
            break
    if sum(lines[one].letters for one in run) / len(run) < 26:
        return False
    return sum(len(WORD.findall(lines[one].text)) for one in run) >= 6


def _worded(layout: Layout, n: int) -> bool:
    """Whether a line with a sign of mathematics in it is an item or a heading all the same."""
    return bool(BULLET.match(layout.lines[n].text)) or small_heading(layout, n)


def _column_of_prose(layout: Layout, n: int) -> bool:
    """Whether a line of small type begins or ends a paragraph as wide as its column: an abstract, a quotation, methods."""
    lines = layout.lines
    if lines[n].size < 0.8 * layout.size:
        return False
    run = [n]
    for step in (-1, 1):
        at = n + step
        while 0 <= at < len(lines) and len(run) < 12:
            above, below = (lines[at], lines[at - step]) if step < 0 else (lines[at - step], lines[at])
            if not follows(above, below, 1.5) or abs(lines[at].size - lines[n].size) > 0.4:
                break
            run.append(at)
            at += step
    wide = [one for one in run if _width(layout, one) > 0.85]
    words = sum(len(WORD.findall(lines[one].text)) for one in run)
    return len(wide) >= max(3, 0.6 * len(run)) and words > 4 * len(run) and not any(lines[one].fragment for one in run)


def _width(layout: Layout, n: int) -> float:
    line = layout.lines[n]
    left, right = layout.edges(line)
    return (line.x1 - line.x0) / max(1.0, right - left)


def _fill(layout: Layout, roles: Roles) -> None:
    """A short line among a float's or a formula's own belongs to it."""
    lines = layout.lines
    for n in range(1, len(lines) - 1):
        line = lines[n]
        if roles.of[n] != "text":
            continue
        left, right = layout.edges(line)
        short = line.x1 - line.x0 < 0.45 * (right - left)
        around = {roles.of[n - 1], roles.of[n + 1]}
        same = lines[n - 1].page == line.page == lines[n + 1].page
        if (short and same and around == {"float"} and not NAMED.match(line.text) and not NUMBERED.match(line.text)) or (
            line.size < layout.size - 0.6
            and same
            and "float" in around
            and not (
                (follows(line, lines[n + 1]) and roles.of[n + 1] == "text")
                or (follows(lines[n - 1], line) and roles.of[n - 1] == "text")
            )
        ):
            roles.of[n] = "float"
        elif short and same and "equation" in around and line.letters < 12 and line.share("math") > 0.2:
            roles.of[n] = "equation"
