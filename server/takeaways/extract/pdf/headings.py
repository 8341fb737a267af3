"""Headings: by number, name, size, weight, capitals and the space above them."""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from .layout import Layout
from .lines import Line
from .patterns import BULLET, CAPTION, CHAPTER, NAMED, NUMBERED
from .roles import WORD, Roles, follows
from .runin import run_in


class Look(NamedTuple):
    """What a line's type looks like: size in half points, weight, slant, capitals, font."""

    size: float
    bold: bool
    italic: bool
    capitals: bool
    font: str


def mark_headings(layout: Layout, roles: Roles) -> None:
    """Mark headings: those that a number or name makes sure first, then all that look like them.

    Parameters
    ----------
    layout : Layout
    roles : Roles
        Lines that are text so far may become headings.
    """
    lines = layout.lines
    body = _body(layout, roles)
    looks = {n: _look(line) for n, line in enumerate(lines) if roles.of[n] == "text" and _could_head(layout, n)}
    sure = [n for n, look in looks.items() if _is_sure(layout, n, look, body)]
    known = {looks[n] for n in sure if _stands_out(looks[n], body)}
    for n in sure:
        roles.of[n] = "heading"
    numbered_paper = sum(1 for n in sure if NUMBERED.match(lines[n].text)) >= 3
    for n, look in looks.items():
        small = look.size < body.size - 0.5 and not small_heading(layout, n)
        if roles.of[n] == "heading" or small or not _stands_out(look, body):
            continue
        heavy = look.bold or look.size > body.size + 0.7
        below = n > 0 and roles.of[n - 1] == "heading"
        goes_on = below and follows(lines[n - 1], lines[n], 1.5) and _alike(lines[n - 1], look)
        titled = below and bool(CHAPTER.match(lines[n - 1].text))
        alone = isolated(layout, n) and (heavy if numbered_paper else heavy or look.capitals)
        if goes_on or titled or (look in known and (heavy or look.capitals) and isolated(layout, n, 1.15)) or alone:
            roles.of[n] = "heading"
    _unhead_paragraphs(layout, roles)
    _unhead_labels(layout, roles, {body.font, *(looks[n].font for n in sure)})


def _is_sure(layout: Layout, n: int, look: Look, body: Look) -> bool:
    """Whether a line's number or name, with its type or the space around it, makes it a heading."""
    line = layout.lines[n]
    numbered = NUMBERED.match(line.text)
    apart = isolated(layout, n)
    heavy = look.bold or look.size > body.size + 0.7
    if CHAPTER.match(line.text):
        return apart and (heavy or look.capitals or _centred(layout, line))
    if named(line.text) and len(line.text) < 60 and (heavy or look.capitals or apart):
        return True
    if numbered is None or not plausible(numbered) or look.size < body.size - 1.6:
        return False
    other_font = look.font != body.font and not look.italic
    if look.capitals and _set_off(layout, n):
        return True
    # «2.1 Data»: a number of two levels heads a section even in the text's own type, if the line is short and alone.
    counted = "." in numbered["number"] and not line.text.endswith((".", ":")) and isolated(layout, n, 1.15)
    return heavy or (apart and (look.capitals or look.italic or other_font or counted or _centred(layout, line)))


def _stands_out(look: Look, body: Look) -> bool:
    other_font = look.font != body.font and not look.italic
    return look.bold != body.bold or look.capitals or look.size > body.size + 0.7 or other_font


def _alike(line: Line, look: Look) -> bool:
    other = _look(line)
    same = abs(other.size - look.size) <= 0.5 and other.bold == look.bold
    return same and (look.bold or other.capitals == look.capitals)


def _centred(layout: Layout, line: Line, least: float = 2.5) -> bool:
    """Whether a line stands in the middle of its column, `least` of its size in from both edges."""
    left, right = layout.edges(line)
    indent, rest = line.x0 - left, right - line.x1
    return indent > least * line.size and abs(indent - rest) < 1.5 * line.size


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


def _unhead_labels(layout: Layout, roles: Roles, fonts: set[str]) -> None:
    """A large word in a font of no other heading's, with nothing to read below it, is a picture's own."""
    lines = layout.lines
    for n, line in enumerate(lines):
        if roles.of[n] != "heading" or _font(line) in fonts:
            continue
        below = lines[n + 1] if n + 1 < len(lines) else None
        headed = below is not None and roles.of[n + 1] in ("text", "heading", "equation")
        if not headed or below is None or below.page != line.page or not 0 < line.base - below.base < 4 * line.size:
            roles.of[n] = "float"


def named(text: str) -> bool:
    """Whether a line is one of the names that sections of papers have, with or without a number."""
    return bool(NAMED.match(re.sub(r"^(?:\d{1,2}|[IVX]+|[A-Z])[.:)]?\s+", "", text).strip(" .:")))


def small_heading(layout: Layout, n: int) -> bool:
    """Whether a line of small type is a heading all the same: set off, numbered or named, and not in the text's own type."""
    line = layout.lines[n]
    numbered = NUMBERED.match(line.text)
    marked = line.capitals or line.share("bold") > 0.9 or line.share("italic") > 0.9
    told = named(line.text) or bool(CHAPTER.match(line.text)) or (numbered is not None and plausible(numbered))
    if not marked or line.fragment:
        return False
    if told and (isolated(layout, n) or (_set_off(layout, n) and _centred(layout, line, 0.8))):
        return True
    # Its second line.
    above = layout.lines[n - 1] if n else None
    if above is None or abs(above.size - line.size) > 0.4 or not follows(above, line) or not _centred(layout, line):
        return False
    return bool(NUMBERED.match(above.text)) and small_heading(layout, n - 1)


def plausible(numbered: re.Match[str]) -> bool:
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
    if CAPTION.match(text) or "@" in text or "http" in text or line.share("math") >= 0.4 or not WORD.search(text):
        return False
    if text.endswith(".") and not NUMBERED.match(text) and line.share("bold") < 0.95:
        return False
    mixed = line.share("bold") < 0.95 and line.share("italic") < 0.95
    return not (mixed and run_in(layout, line))


def isolated(layout: Layout, n: int, slack: float = 1.3) -> bool:
    """Whether more space than between lines stands above a line, and it does not fill its column."""
    line = layout.lines[n]
    _, right = layout.edges(line)
    return _set_off(layout, n, slack) and (line.x1 < right - 2 * line.size or line.size > layout.size + 0.7)


def _set_off(layout: Layout, n: int, slack: float = 1.3) -> bool:
    line, above = layout.lines[n], layout.lines[n - 1] if n else None
    gap = above.base - line.base if above is not None and above.page == line.page else None
    return gap is None or gap < 0 or gap > slack * layout.leading


def _look(line: Line) -> Look:
    return Look(round(line.size * 2) / 2, line.share("bold") > 0.7, line.share("italic") > 0.6, line.capitals, _font(line))


def _font(line: Line) -> str:
    names = {word.font.name for word in line.words}
    if len(names) == 1:
        return names.pop()
    fonts: dict[str, int] = {}
    for word in line.words:
        fonts[word.font.name] = fonts.get(word.font.name, 0) + len(word.text)
    return max(fonts, key=lambda name: fonts[name])


def _body(layout: Layout, roles: Roles) -> Look:
    """The look of the running text."""
    fonts: Counter[str] = Counter()
    bold = total = 0.0
    for n, line in enumerate(layout.lines):
        if roles.of[n] == "text" and abs(line.size - layout.size) < 0.5:
            fonts[_font(line)] += line.letters
            bold += line.share("bold") * line.letters
            total += line.letters
    return Look(layout.size, bold > 0.5 * total, False, False, fonts.most_common(1)[0][0] if fonts else "")
