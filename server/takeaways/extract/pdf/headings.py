"""Headings: by number, name, size, weight and the space above them."""

from __future__ import annotations

import re
from collections import Counter

from .layout import Layout
from .lines import Line
from .patterns import BULLET, NAMED, NUMBERED, REFERENCES
from .roles import WORD, Roles, follows


def mark_headings(layout: Layout, roles: Roles) -> None:
    """Mark headings: those that a number or name makes sure first, then all that are set as they are."""
    lines = layout.lines
    body_font = _body_font(layout, roles)
    candidates = [n for n in range(len(lines)) if roles.of[n] == "text" and _could_head(layout, n)]
    sure: list[int] = []
    for n in candidates:
        line = lines[n]
        numbered, known_name = NUMBERED.match(line.text), named(line.text)
        size, bold, font = _style(line)
        upper, italic = _capitals(line), line.share("italic") > 0.6
        isolated = _isolated(layout, n)
        other_font = font != body_font and line.share("italic") < 0.5 and isolated
        stands_out = bold or size > layout.size + 0.7 or other_font
        set_off = stands_out or (isolated and (upper or italic))
        large = size >= layout.size - 0.6 or small_heading(layout, n)
        if (known_name and (stands_out or upper or isolated) and len(line.text) < 60) or (
            numbered and _plausible(numbered) and set_off and large
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
            n > 0 and roles.of[n - 1] == "heading" and follows(lines[n - 1], lines[n], 1.5) and _style(lines[n - 1]) == style
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
    _unhead_paragraphs(layout, roles)


def _unhead_paragraphs(layout: Layout, roles: Roles) -> None:
    """Four lines and more below one another are a paragraph, whatever their font."""
    run: list[int] = []
    for n in range(len(layout.lines) + 1):
        inside = n < len(layout.lines) and roles.of[n] == "heading"
        if inside and run and follows(layout.lines[run[-1]], layout.lines[n], 1.5):
            run.append(n)
            continue
        if len(run) > 3:
            for one in run:
                roles.of[one] = "text"
        run = [n] if inside else []


def named(text: str) -> bool:
    """Whether a line is one of the names that sections of papers have, with or without a number."""
    return bool(NAMED.match(re.sub(r"^(?:\d{1,2}|[IVX]+|[A-Z])[.:)]?\s+", "", text).strip(" .:")))


def small_heading(layout: Layout, n: int) -> bool:
    """Whether a line of small type is a heading all the same: in capitals or bold, numbered or named, on its own."""
    line = layout.lines[n]
    numbered = NUMBERED.match(line.text)
    marked = _capitals(line) or line.share("bold") > 0.9
    return marked and _isolated(layout, n) and (named(line.text) or (numbered is not None and _plausible(numbered)))


def _capitals(line: Line) -> bool:
    return line.letters > 4 and line.text.upper() == line.text


def _plausible(numbered: re.Match[str]) -> bool:
    """Whether a number and what follows may be a heading: words, beginning with a capital or a letter, no sentence."""
    text = numbered["text"]
    words = text.split()
    sentence = text.endswith((",", ";")) or (text.endswith(".") and len(words) > 9)
    return bool(WORD.search(text)) and len(words) <= 18 and (text[0].isupper() or not text[0].isalpha()) and not sentence


def _could_head(layout: Layout, n: int) -> bool:
    line = layout.lines[n]
    text = line.text
    if line.fragment or len(text) > 130 or line.letters < 3 or BULLET.match(text) or text.endswith((",", ";")):
        return False
    if text.endswith(".") and not NUMBERED.match(text) and line.share("bold") < 0.95:
        return False
    return bool(WORD.search(text)) and line.share("math") < 0.4 and not ("@" in text or "http" in text)


def _isolated(layout: Layout, n: int, slack: float = 1.3) -> bool:
    """Whether more space than between lines stands above a line, and it does not fill its column."""
    line = layout.lines[n]
    _, right = layout.edges(line)
    above = layout.lines[n - 1] if n else None
    gap = above.base - line.base if above is not None and above.page == line.page else None
    free = gap is None or gap < 0 or gap > slack * layout.leading
    return free and (line.x1 < right - 2 * line.size or line.size > layout.size + 0.7)


def _style(line: Line) -> tuple[float, bool, str]:
    fonts: Counter[str] = Counter()
    for word in line.words:
        fonts[word.font.name] += len(word.text)
    return round(line.size * 2) / 2, line.share("bold") > 0.7, fonts.most_common(1)[0][0]


def _body_font(layout: Layout, roles: Roles) -> str:
    fonts: Counter[str] = Counter()
    for n, line in enumerate(layout.lines):
        if roles.of[n] == "text" and abs(line.size - layout.size) < 0.5:
            for word in line.words:
                fonts[word.font.name] += len(word.text)
    return fonts.most_common(1)[0][0] if fonts else ""
