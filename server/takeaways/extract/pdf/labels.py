"""Lines that are a picture's own, or may be: labels, captions of its parts, small print; and those that are surely not."""

from __future__ import annotations

import re
from itertools import pairwise

from .boxes import Rect
from .glyphs import Page
from .ground import Ground
from .headings import named
from .layout import Layout
from .lines import Line
from .patterns import BULLET, ENUMERATED, NUMBERED
from .roles import WORD, Role, Roles, follows

_PART = re.compile(r"^\(?[a-zA-Z]\)")
"""«(a) …», below a part of a picture."""
_NUMBERED_LINES = 10
_SHORT = 15
"""Letters of a label, at most."""
_ABOVE = 40.0
"""Points between a part of a picture and the words below it, at most."""


def line_numbers(page: Page, block: Rect) -> set[int]:
    """The words that number a page's lines, as for reviewers."""
    numbers = {
        id(word) for word in page.words if word.text.isdecimal() and (word.x1 < block.x0 - 1 or word.x0 > block.x1 + 1)
    }
    return numbers if len(numbers) >= _NUMBERED_LINES else set()


def prose_of(layout: Layout, roles: Roles, numbered: list[tuple[int, Line]]) -> set[int]:
    """Lines of running text: long ones without gaps as between a table's cells, and what follows or leads them directly."""
    may = [(n, line) for n, line in numbered if roles.of[n] in ("text", "note") and _gaps(line) < 2]
    prose = {n for n, line in may if _reads_on(layout, line)}
    for n, line in may:
        for other in (n - 1, n + 1):
            if n not in prose and other in prose:
                one = layout.lines[other]
                above, below = (one, line) if other < n else (line, one)
                if follows(above, below) and abs(one.size - line.size) < 0.6 and abs(one.x0 - line.x0) < 3 * line.size:
                    prose.add(n)
    return prose


def _gaps(line: Line, sizes: float = 1.0) -> int:
    """How many gaps between a line's words are wider than so many times its size."""
    return sum(after.x0 - before.x1 > sizes * line.size for before, after in pairwise(line.words))


def _reads_on(layout: Layout, line: Line) -> bool:
    left, right = layout.edges(line)
    return line.x1 - line.x0 > 0.55 * (right - left) and len(WORD.findall(line.text)) >= 4


def small_print(layout: Layout, roles: Roles, numbered: list[tuple[int, Line]]) -> set[int]:
    """Lines that are taken for a float's own and read like running text: three and more, full, one below the other."""
    found: set[int] = set()
    run: list[int] = []
    for n, line in [*numbered, (-1, None)]:
        if line is not None and roles.of[n] == "float" and (not run or follows(layout.lines[run[-1]], line)):
            run.append(n)
            continue
        left, right = layout.edges(layout.lines[run[0]]) if run else (0.0, 0.0)
        long = [one for one in run if layout.lines[one].x1 - layout.lines[one].x0 > 0.8 * (right - left)]
        if len(long) >= 3 and len(long) > 0.5 * len(run) and not _PART.match(layout.lines[run[0]].text):
            found.update(run)
        run = [n] if line is not None and roles.of[n] == "float" else []
    return found


def tabular_rows(layout: Layout, roles: Roles, numbered: list[tuple[int, Line]]) -> set[int]:
    """Lines that are rows of cells, three and more one below the other: a table without rules, set in the text's size."""
    found: set[int] = set()
    run: list[int] = []
    for n, line in [*numbered, (-1, None)]:
        cells = line is not None and roles.of[n] == "text" and _gaps(line, 1.5) > 0 and not _is_item(line)
        if cells and line is not None and (not run or follows(layout.lines[run[-1]], line, 1.7)):
            run.append(n)
            continue
        if len(run) >= 3:
            found.update(run)
        run = [n] if cells else []
    return found


def part_captions(layout: Layout, roles: Roles, numbered: list[tuple[int, Line]], captions: list[Rect]) -> set[int]:
    """Paragraphs that begin with «(b)» and end directly above a caption: what they say is of a part of its picture."""
    found: set[int] = set()
    for k, (n, line) in enumerate(numbered):
        if n in found or roles.of[n] != "text" or not _PART.match(line.text):
            continue
        run = [n]
        for m, below in numbered[k + 1 :]:
            if roles.of[m] != "text" or not follows(layout.lines[run[-1]], below) or abs(below.size - line.size) > 0.4:
                break
            run.append(m)
        foot = layout.lines[run[-1]].rect
        beneath = [
            caption for caption in captions if caption.meet(foot).width > 0 and 0 < foot.y0 - caption.y1 < 2 * line.size
        ]
        above = [other for m, other in numbered if m not in run and follows(other, line, 2.5)]
        if beneath and not any(roles.of[m] == "text" for m, other in numbered if other in above):
            found.update(run)
    return found


def labels(line: Line, role: Role, ground: Ground, edge: float) -> bool:
    """Whether a line that is no running text labels what is drawn beside it, or above it («(a) …»).

    Parameters
    ----------
    line : Line
    role : Role
    ground : Ground
    edge : float
        The left edge of its column, where headings begin.
    """
    rect = line.rect
    if _PART.match(line.text):
        return ground.touches(Rect(rect.x0, rect.y0, rect.x1, rect.y1 + _ABOVE), 0)
    if role == "note" or _is_item(line):
        return False
    if role == "heading":
        if line.x0 < edge + 6 or NUMBERED.match(line.text) or named(line.text):
            return False
        # The bold head of a table has gaps between its cells.
        return _gaps(line, 1.5) > 0 or ground.touches(rect, 6)
    if role == "equation" and line.letters > _SHORT:
        # Braces and bars are drawn around a formula, too.
        return ground.ink.share(rect) > 0.3
    return ground.touches(rect, 3)


def is_short(line: Line, layout: Layout) -> bool:
    left, right = layout.edges(line)
    return not _is_item(line) and line.letters <= _SHORT and line.x1 - line.x0 < 0.35 * (right - left)


def _is_item(line: Line) -> bool:
    return bool((BULLET.match(line.text) or ENUMERATED.match(line.text)) and WORD.search(line.text))
