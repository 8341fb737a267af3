"""The addresses of a PDF, each with its sentence: from its link annotations, which lines cannot break, and its notes."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ...model import Block, Section
from ..mentions import Mention, mention, mentions_in, plain, signs
from .boxes import Rect
from .glyphs import HYPHEN
from .layout import Layout
from .lines import join
from .roles import Roles
from .words import is_raised

_FEW = 4
"""Words: a note that says less beside its address is only the address, and the sentence is the one that it is a note to."""
_LINKS = 2000
"""Of one page at most: files are hostile."""
_NUMBER = re.compile(r"^\s*(\d{1,2}|[*∗†‡§¶⋆])")


class Hyperlink(NamedTuple):
    """A rectangle of a page that leads to an address."""

    page: int
    url: str
    rect: Rect


class _Noted(NamedTuple):
    """A note of a page, as letters and digits, and the sentence that it is set to."""

    page: int
    note: str
    before: str
    after: str


def hyperlinks_on(document: Any, page: Any, number: int) -> list[Hyperlink]:
    """The links of a page that lead to web addresses (PDF 32000-1, 12.6.4.7).

    Parameters
    ----------
    document, page : pypdfium2 objects
    number : int
        The page's, from 1.
    """
    found: list[Hyperlink] = []
    position, link, rect = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(found) < _LINKS and pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, size)
        url = buffer.value.decode("utf-8", "replace").strip()
        if re.match(r"https?://[\w-]+\.\S+$", url) and pdfium.FPDFLink_GetAnnotRect(link, rect):
            found.append(Hyperlink(number, url, Rect(rect.left, rect.bottom, rect.right, rect.top)))
    return found


def mentions_of(links: Sequence[Hyperlink], layout: Layout, roles: Roles, sections: Sequence[Section]) -> list[Mention]:
    """The addresses in the text that was read, in its order, as far as more is known of them than the text shows.

    Parameters
    ----------
    links : sequence of Hyperlink
    layout, roles
        Of the whole document: a note's number stands in its lines.
    sections : sequence of Section
        What was read; links elsewhere (references, running heads) are left out.
    """
    blocks = [block for section in sections for block in section.blocks if block.kind != "table"]
    texts = [plain(block.text) for block in blocks] if links else []
    notes = _noted(layout, roles)
    found: list[tuple[int, int, Mention]] = []
    for (page, url), _run in groupby(links, key=lambda link: (link.page, link.url)):
        run = list(_run)
        placed = _in_text(url, page, blocks, texts) or _at_words(run, layout, blocks)
        if placed:
            n, start, end, words = placed
            found.append((n, start, _with_note(url, blocks[n], start, end, words, notes)))
    addresses = {one.plain for _, _, one in found}
    for n, block in enumerate(blocks):
        for shown in mentions_in(block.text) if block.kind == "footnote" else ():
            if shown.plain not in addresses and not any(address.startswith(shown.plain) for address in addresses):
                start = block.text.find(shown.url)
                if start >= 0:
                    found.append((n, start, _with_note(shown.url, block, start, start + len(shown.url), "", notes)))
    return [one for _, _, one in sorted(found, key=lambda entry: entry[:2])]


def _in_text(url: str, page: int, blocks: Sequence[Block], texts: Sequence[str]) -> tuple[int, int, int, str] | None:
    """The block that shows an address, however its lines break it, and from where to where."""
    wanted = plain(re.sub(r"^https?://(?:www\.)?", "", url))
    for n, block in enumerate(blocks):
        # A paragraph is placed where it begins; it may run on to the next page.
        if block.place.page in (page, page - 1) and (start := texts[n].find(wanted)) >= 0:
            at = signs(block.text)
            begin, end = at[start], at[start + len(wanted) - 1] + 1
            scheme = re.search(r"(?:https?:\s*/\s*/\s*)?(?:www\.)?$", block.text[:begin])
            return n, scheme.start() if scheme else begin, end + block.text[end:].startswith("/"), ""
    return None


def _at_words(run: Sequence[Hyperlink], layout: Layout, blocks: Sequence[Block]) -> tuple[int, int, int, str] | None:
    """The block with the words that a link is laid over: «code», «project page»."""
    rects = [link.rect for link in run]
    words = [
        word.text
        for line in layout.lines
        if line.page == run[0].page
        for word in line.words
        if any(
            rect.x0 - 1 <= (word.x0 + word.x1) / 2 <= rect.x1 + 1 and rect.y0 - 2 <= word.base <= rect.y1 + 1
            for rect in rects
        )
    ]
    text = " ".join(words).strip(" .,;()[]")
    if not re.search(r"[A-Za-z]{3}", text) or len(text) > 80:
        return None
    x, y = (rects[0].x0 + rects[0].x1) / 2, (rects[0].y0 + rects[0].y1) / 2
    for n, block in enumerate(blocks):
        box = block.place.box
        if block.place.page == run[0].page and box and box.left <= x <= box.right and box.bottom <= y <= box.top:
            start = block.text.find(text)
            return (n, start, start + len(text), text) if start >= 0 else None
    return None


def _with_note(url: str, block: Block, start: int, end: int, words: str, notes: Sequence[_Noted]) -> Mention:
    before, after = block.text[:start], block.text[end:]
    if block.kind == "footnote" and len(re.findall(r"\w+", before + after)) < _FEW:
        key = plain(block.text)[:40]
        set_to = next((one for one in notes if key and one.page == block.place.page and one.note.startswith(key)), None)
        if set_to:
            # «We release it¹» with «¹Code: …» is read as one sentence.
            return mention(url, f"{set_to.before} {before}", set_to.after, words)
    return mention(url, before, after, words)


def _noted(layout: Layout, roles: Roles) -> list[_Noted]:
    """The notes whose mark is found in the text of their page."""
    found = []
    for run in roles.notes:
        first = layout.lines[run[0]]
        number = _NUMBER.match(first.text)
        text = " ".join(layout.lines[n].text for n in run)
        if number and (place := _mark(layout, roles, first.page, number[1])):
            found.append(_Noted(first.page, plain(text[number.end() :]), *place))
    return found


def _mark(layout: Layout, roles: Roles, page: int, number: str) -> tuple[str, str] | None:
    """The text before and after a note's mark on a page."""
    for n, line in enumerate(layout.lines):
        if line.page != page or roles.of[n] in ("note", "float", "notice"):
            continue
        for at, word in enumerate(line.words):
            if at and number in word.text.split(",") and is_raised(line, word):
                near = [one for one in range(n - 8, n) if one >= 0 and roles.of[one] == roles.of[n]]
                far = [one for one in range(n + 1, n + 3) if one < len(layout.lines) and roles.of[one] == roles.of[n]]
                before = [*(layout.lines[one].text for one in near), join(line.words[:at])]
                after = [join(line.words[at + 1 :]), *(layout.lines[one].text for one in far)]
                return _flat(before), _flat(after)
    return None


def _flat(texts: list[str]) -> str:
    return re.sub(rf"{HYPHEN}\s*", "", " ".join(texts))
