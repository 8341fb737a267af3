"""Captions, by their labels, and footnotes, by where they stand."""

from __future__ import annotations

import re
from collections import Counter

from .layout import Layout
from .lines import Line
from .patterns import CAPTION, NOTE_MARK, NUMBERED
from .roles import WORD, Roles, follows

_SENTENCE_VERB = re.compile(
    r"^(?:shows?|showed|is|are|was|were|gives?|and|in|of|presents?|illustrates?|reports?|we|to|for|lists?|also|that)\b"
)


def mark_captions(layout: Layout, roles: Roles) -> None:
    """Mark captions: a label at the start of a line, and the lines below that belong to it."""
    lines = layout.lines
    usual = _usual_mark(layout)
    n = 0
    while n < len(lines):
        if _starts_caption(layout, n) and not _strays(layout, n, usual):
            run = [n]
            while n + 1 < len(lines) and _continues_caption(layout, run, n + 1):
                n += 1
                run.append(n)
            for one in run:
                roles.of[one] = "caption"
            roles.captions.append(run)
        n += 1


def _starts_caption(layout: Layout, n: int) -> bool:
    line = layout.lines[n]
    found = CAPTION.match(line.text)
    if not found:
        return False
    before = layout.lines[n - 1] if n else None
    inside = before is not None and follows(before, line, 1.35 * layout.spacing) and abs(before.size - line.size) < 0.4
    rest = found["rest"]
    if _SENTENCE_VERB.match(rest):
        return False
    if inside and before is not None and not (before.x1 < layout.edges(before)[1] - 3 * before.size):
        return False
    if found["mark"] and found["mark"].strip():
        return True
    other = abs(line.size - layout.size) > 0.4 or line.words[0].font.bold
    return other and (not rest or rest[0].isupper() or not inside)


def _usual_mark(layout: Layout) -> str:
    """What stands behind the labels of a paper's captions («:»), where three and more have the same."""
    marks = Counter(_mark(layout.lines[n]) for n in range(len(layout.lines)) if _starts_caption(layout, n))
    mark, count = marks.most_common(1)[0] if marks else ("", 0)
    return mark if count >= 3 else ""


def _mark(line: Line) -> str:
    found = CAPTION.match(line.text)
    return (found["mark"] or "").strip() if found else ""


def _strays(layout: Layout, n: int, usual: str) -> bool:
    """Whether a label is the end of a sentence («… in | Table 4. On average …»): marked otherwise, in the text's type."""
    line = layout.lines[n]
    return (
        bool(usual)
        and _mark(line) not in ("", usual)
        and abs(line.size - layout.size) < 0.25
        and not line.words[0].font.bold
    )


def _continues_caption(layout: Layout, run: list[int], n: int) -> bool:
    above, below = layout.lines[run[-1]], layout.lines[n]
    first = layout.lines[run[0]]
    if CAPTION.match(below.text) or (NUMBERED.match(below.text) and below.share("bold") > 0.9 and first.share("bold") < 0.9):
        return False
    label = CAPTION.match(first.text)
    if len(run) == 1 and label is not None and not label["rest"]:
        # A label on a line of its own: its text is the next thing below, whatever the type.
        return follows(above, below, 3.0) and not below.fragment and len(WORD.findall(below.text)) > 1
    alike = abs(below.size - above.size) < 0.35 or (below.capitals and above.capitals)
    if not follows(above, below, (1.42 if len(run) == 1 else 1.6) * layout.spacing) or not alike:
        return False
    if below.fragment and abs(below.x0 - first.x0) > 3:
        return False
    start = 1 if label is not None and not label["rest"] else 0
    if len(run) > start + 1:
        usual = layout.lines[run[start]].base - layout.lines[run[start + 1]].base
        if above.base - below.base > 1.25 * usual:
            return False
    # A caption's last line is short; after it, text of the body's size is the body again.
    full = above.x1 > max(layout.lines[one].x1 for one in run) - 3 * above.size
    return full or abs(above.size - layout.size) > 0.4 or above.share("italic") > 0.8 or below.x0 > first.x0 + 2


def mark_notes(layout: Layout, roles: Roles) -> None:
    """Small text at the foot of a column, below all that is of the body's size."""
    pages: dict[tuple[int, int], list[int]] = {}
    for n, line in enumerate(layout.lines):
        pages.setdefault((line.page, line.column), []).append(n)
    for (page, _), members in pages.items():
        height = layout.heights[page]
        body = [layout.lines[n].base for n in members if layout.lines[n].size > layout.size - 0.5 and roles.of[n] == "text"]
        floor = min(body, default=height * 0.45)
        small = [
            n
            for n in members
            if roles.of[n] == "text"
            and layout.lines[n].base < min(floor, 0.6 * height)
            and _text_size(layout.lines[n]) < layout.size - 0.5
        ]
        run: list[int] = []
        for n in small:
            line = layout.lines[n]
            marked = NOTE_MARK.match(line.text) is not None and (
                line.words[0].size < 0.85 * line.size or not line.text[0].isdigit() or _note_like(line)
            )
            if marked:
                if run:
                    roles.notes.append(run)
                run = [n]
                roles.of[n] = "note"
            elif run and follows(layout.lines[run[-1]], line, 1.5):
                run.append(n)
                roles.of[n] = "note"
            elif page == 1:
                # «Proceedings of …», permissions, dates of submission: of the publisher, not of the paper.
                roles.of[n] = "notice"
        if run:
            roles.notes.append(run)


def _note_like(line: Line) -> bool:
    return bool(re.match(r"^\d{1,2}[.)]?\s*(?:[^\W\d_]|[“‘\"(「])", line.text))


def _text_size(line: Line) -> float:
    """The size of a line's letters, not of the marks and indices in it."""
    sizes: Counter[float] = Counter()
    for word in line.words:
        sizes[round(word.size, 1)] += len(word.text)
    return max(size for size, count in sizes.items() if count >= 0.3 * line.letters)
