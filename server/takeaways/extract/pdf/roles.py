"""Which line is what: caption, footnote, heading, formula, text inside a float, or running text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from .layout import Layout
from .lines import Line
from .patterns import BULLET, CAPTION, ENUMERATED, NAMED, NOTE_MARK, NUMBERED, REFERENCES

Role = Literal["text", "caption", "note", "float", "equation", "heading", "notice"]
_EQUATION_NUMBER = re.compile(r"^\(\s*[A-Z]?\.?\d+(?:\.\d+)*[a-z]?\s*\)$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_VERB = re.compile(
    r"^(?:shows?|showed|is|are|was|were|gives?|and|in|of|presents?|illustrates?|reports?|we|to|for|lists?|also|that)\b"
)


@dataclass
class Roles:
    """A role for each line of a layout, in order; `captions` are the runs of lines that form one each."""

    of: list[Role]
    captions: list[list[int]] = field(default_factory=list)
    notes: list[list[int]] = field(default_factory=list)
    styles: set[tuple[float, bool, str]] = field(default_factory=set)


def roles_of(layout: Layout) -> Roles:
    """Give every line its role.

    Parameters
    ----------
    layout : Layout
    """
    roles = Roles(of=["text"] * len(layout.lines))
    _captions(layout, roles)
    _notes(layout, roles)
    _formulas_and_floats(layout, roles)
    _headings(layout, roles)
    return roles


def _follows(layout: Layout, above: Line, below: Line, slack: float = 1.45) -> bool:
    """Whether a line stands directly below another, as the next line of the same paragraph would."""
    gap = above.base - below.base
    return (
        above.page == below.page
        and 0 < gap <= slack * max(above.size, below.size)
        and min(above.x1, below.x1) - max(above.x0, below.x0) > -2
    )


def _captions(layout: Layout, roles: Roles) -> None:
    lines = layout.lines
    n = 0
    while n < len(lines):
        if _starts_caption(layout, n):
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
    inside = before is not None and _follows(layout, before, line, 1.35) and abs(before.size - line.size) < 0.4
    rest = found["rest"]
    if _SENTENCE_VERB.match(rest):
        return False
    if inside and before is not None and not (before.x1 < layout.edges(before)[1] - 3 * before.size):
        return False
    if found["mark"] and found["mark"].strip():
        return True
    other = abs(line.size - layout.size) > 0.4 or line.words[0].font.bold
    return other and (not rest or rest[0].isupper() or not inside)


def _continues_caption(layout: Layout, run: list[int], n: int) -> bool:
    above, below = layout.lines[run[-1]], layout.lines[n]
    first = layout.lines[run[0]]
    if not _follows(layout, above, below, 1.42) or abs(below.size - first.size) > 0.35 or CAPTION.match(below.text):
        return False
    beside = below.fragment and abs(below.x0 - first.x0) > 3
    if beside or (NUMBERED.match(below.text) and below.share("bold") > 0.9 and first.share("bold") < 0.9):
        return False
    if len(run) > 1:
        usual = layout.lines[run[0]].base - layout.lines[run[1]].base
        if above.base - below.base > 1.25 * usual:
            return False
    # A caption's last line is short; after it, text of the body's size is the body again.
    full = above.x1 > max(layout.lines[one].x1 for one in run) - 3 * above.size
    return full or abs(first.size - layout.size) > 0.4 or below.x0 > first.x0 + 2


def _notes(layout: Layout, roles: Roles) -> None:
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
            elif run and _follows(layout, layout.lines[run[-1]], line, 1.5):
                run.append(n)
                roles.of[n] = "note"
            elif page == 1:
                # «Proceedings of …», permissions, dates of submission: of the publisher, not of the paper.
                roles.of[n] = "notice"
        if run:
            roles.notes.append(run)


def _note_like(line: Line) -> bool:
    return bool(re.match(r"^\d{1,2}\s*(?:[A-Z“\"(]|https?:|www\.|[a-z])", line.text))


def _text_size(line: Line) -> float:
    """The size of a line's letters, not of the marks and indices in it."""
    sizes: Counter[float] = Counter()
    for word in line.words:
        sizes[round(word.size, 1)] += len(word.text)
    return max(size for size, count in sizes.items() if count >= 0.3 * line.letters)


def _formulas_and_floats(layout: Layout, roles: Roles) -> None:
    lines = layout.lines
    for n, line in enumerate(lines):
        if roles.of[n] != "text":
            continue
        left, right = layout.edges(line)
        width = (line.x1 - line.x0) / max(1.0, right - left)
        prose = len(_WORD.findall(line.text))
        mathematical = (
            line.share("math") > 0.3 or bool(re.search(r"[=≤≥∈∑∫→≈]", line.text)) or bool(_EQUATION_NUMBER.match(line.text))
        )
        centred = line.x0 > left + 1.5 * line.size
        if mathematical and (line.fragment or centred) and prose <= 4 and not BULLET.match(line.text):
            roles.of[n] = "equation"
        elif (
            (line.fragment and not (width > 0.75 and prose > 5))
            or (line.size < layout.size - 0.6 and not _prose(layout, n) and not _small_heading(layout, n))
            or (line.column < 0 and line.size < layout.size + 1 and prose < 4)
        ):
            roles.of[n] = "float"
    _inside_floats(layout, roles)
    _fill(layout, roles)


def _small_heading(layout: Layout, n: int) -> bool:
    """Whether a line of small type is a heading all the same: in capitals or bold, numbered or named, on its own."""
    line = layout.lines[n]
    numbered = NUMBERED.match(line.text)
    marked = _capitals(line) or line.share("bold") > 0.9
    return marked and _isolated(layout, n) and (_named(line.text) or (numbered is not None and _plausible(numbered)))


def _capitals(line: Line) -> bool:
    return line.letters > 4 and line.text.upper() == line.text


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
                if roles.of[n] in ("text", "heading") and (lines[n].size > layout.size - 0.6 or _named(lines[n].text)):
                    break
                if roles.of[n] in ("note", "caption"):
                    break
                if roles.of[n] == "text":
                    roles.of[n] = "float"


def _prose(layout: Layout, n: int) -> bool:
    """Whether a line of small type belongs to a run of lines as wide as text is."""
    lines = layout.lines
    run = [n]
    while (
        run[0] > 0
        and _follows(layout, lines[run[0] - 1], lines[run[0]])
        and abs(lines[run[0] - 1].size - lines[n].size) < 0.4
    ):
        run.insert(0, run[0] - 1)
        if len(run) > 40:
            break
    while (
        run[-1] + 1 < len(lines)
        and _follows(layout, lines[run[-1]], lines[run[-1] + 1])
        and abs(lines[run[-1] + 1].size - lines[n].size) < 0.4
    ):
        run.append(run[-1] + 1)
        if len(run) > 80:
            break
    letters = [lines[one].letters for one in run]
    words = sum(len(_WORD.findall(lines[one].text)) for one in run)
    return sum(letters) / len(run) >= 26 and words >= 6


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
                (_follows(layout, line, lines[n + 1]) and roles.of[n + 1] == "text")
                or (_follows(layout, lines[n - 1], line) and roles.of[n - 1] == "text")
            )
        ):
            roles.of[n] = "float"
        elif short and same and "equation" in around and line.letters < 12 and line.share("math") > 0.2:
            roles.of[n] = "equation"


def _style(line: Line) -> tuple[float, bool, str]:
    fonts: Counter[str] = Counter()
    for word in line.words:
        fonts[word.font.name] += len(word.text)
    return round(line.size * 2) / 2, line.share("bold") > 0.7, fonts.most_common(1)[0][0]


def _headings(layout: Layout, roles: Roles) -> None:
    lines = layout.lines
    body_font = _body_font(layout, roles)
    candidates = [n for n in range(len(lines)) if roles.of[n] == "text" and _could_head(layout, n)]
    sure: list[int] = []
    for n in candidates:
        line = lines[n]
        numbered, named = NUMBERED.match(line.text), _named(line.text)
        size, bold, font = _style(line)
        stands_out = bold or size > layout.size + 0.7 or (font != body_font and line.share("italic") < 0.5)
        upper, italic = _capitals(line), line.share("italic") > 0.6
        isolated = _isolated(layout, n)
        set_off = stands_out or (isolated and (upper or italic))
        if (named and (stands_out or upper or isolated) and len(line.text) < 60) or (
            numbered and _plausible(numbered) and set_off and (size >= layout.size - 0.6 or _small_heading(layout, n))
        ):
            sure.append(n)
    styles = Counter(_style(lines[n]) for n in sure if not REFERENCES.match(lines[n].text))
    roles.styles = {style for style in styles if style[1] or style[0] > layout.size + 0.7 or style[2] != body_font}
    for n in sure:
        roles.of[n] = "heading"
    numbered_paper = sum(1 for n in sure if NUMBERED.match(lines[n].text)) >= 3
    for n in candidates:
        style = _style(lines[n])
        if roles.of[n] == "heading" or style[0] < layout.size - 0.3:
            continue
        after = (
            n > 0
            and roles.of[n - 1] == "heading"
            and _follows(layout, lines[n - 1], lines[n], 1.5)
            and _style(lines[n - 1]) == style
        )
        known = style in roles.styles
        larger = style[0] > layout.size + 0.7
        loose = _isolated(layout, n) and (style[1] or larger)
        if (
            after
            or (known and _isolated(layout, n, 1.15))
            or (loose and not (numbered_paper and not style[1] and not larger))
        ):
            roles.of[n] = "heading"


def _named(text: str) -> bool:
    return bool(NAMED.match(re.sub(r"^(?:\d{1,2}|[IVX]+|[A-Z])[.:)]?\s+", "", text).strip(" .:")))


def _plausible(numbered: re.Match[str]) -> bool:
    """Whether a number and what follows may be a heading: words, beginning with a capital or a letter, no sentence."""
    text = numbered["text"]
    words = text.split()
    return (
        bool(_WORD.search(text))
        and len(words) <= 18
        and (text[0].isupper() or not text[0].isalpha())
        and not text.endswith((",", ";"))
    )


def _could_head(layout: Layout, n: int) -> bool:
    line = layout.lines[n]
    text = line.text
    if line.fragment or len(text) > 130 or line.letters < 3 or BULLET.match(text) or text.endswith((",", ";")):
        return False
    if text.endswith(".") and not NUMBERED.match(text) and line.share("bold") < 0.95:
        return False
    return bool(_WORD.search(text)) and line.share("math") < 0.4 and not ("@" in text or "http" in text)


def _isolated(layout: Layout, n: int, slack: float = 1.3) -> bool:
    """Whether more space than between lines stands above a line, and it does not fill its column."""
    line = layout.lines[n]
    _, right = layout.edges(line)
    above = layout.lines[n - 1] if n else None
    gap = above.base - line.base if above is not None and above.page == line.page else None
    free = gap is None or gap < 0 or gap > slack * layout.leading
    return free and (line.x1 < right - 2 * line.size or line.size > layout.size + 0.7)


def _body_font(layout: Layout, roles: Roles) -> str:
    fonts: Counter[str] = Counter()
    for n, line in enumerate(layout.lines):
        if roles.of[n] == "text" and abs(line.size - layout.size) < 0.5:
            for word in line.words:
                fonts[word.font.name] += len(word.text)
    return fonts.most_common(1)[0][0] if fonts else ""


def starts_item(line: Line) -> bool:
    """Whether a line begins with a bullet or a counter."""
    return bool(BULLET.match(line.text) or ENUMERATED.match(line.text))
