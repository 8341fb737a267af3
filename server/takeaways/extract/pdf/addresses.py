"""The addresses of a PDF, each with its sentence: from its link annotations, which lines cannot break, and its notes."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from ...model import Block, Box, Section
from ..mentions import Mention, mention, mentions_in, plain, signs
from .boxes import Rect
from .drawings import Canvas
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
    """A rectangle of a page that leads to an address, in the coordinates of the page's words."""

    page: int
    url: str
    rect: Rect


def hyperlinks_on(document: Any, page: Any, number: int, turned: int) -> list[Hyperlink]:
    """The links of a page that lead to web addresses (PDF 32000-1, 12.6.4.7).

    Parameters
    ----------
    document, page : pypdfium2 objects
    number : int
        The page's, from 1.
    turned : int
        As its words are (`glyphs.Page`).
    """
    found: list[Hyperlink] = []
    canvas = Canvas(Rect(*page.get_bbox()), turned, [])
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
            seen = canvas.seen(Rect(rect.left, rect.bottom, rect.right, rect.top))
            found.append(Hyperlink(number, url, seen))
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
    notes = _Notes(layout, roles)
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
    page, first = run[0].page, run[0].rect
    n = next((n for n, block in enumerate(blocks) if block.place.page == page and _holds(block.place.box, first)), None)
    if n is None:  # in the references, as most links that show no address
        return None
    words = [
        word.text
        for line in layout.lines
        if line.page == page
        for word in line.words
        if any(
            rect.x0 - 1 <= (word.x0 + word.x1) / 2 <= rect.x1 + 1 and rect.y0 - 2 <= word.base <= rect.y1 + 1
            for _, _, rect in run
        )
    ]
    text = " ".join(words).strip(" .,;()[]")
    start = blocks[n].text.find(text) if re.search(r"[A-Za-z]{3}", text) and len(text) <= 80 else -1
    return (n, start, start + len(text), text) if start >= 0 else None


def _holds(box: Box | None, rect: Rect) -> bool:
    """Whether a rectangle's middle stands in a box."""
    x, y = (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2
    return box is not None and box.left <= x <= box.right and box.bottom <= y <= box.top


def _with_note(url: str, block: Block, start: int, end: int, words: str, notes: _Notes) -> Mention:
    before, after = block.text[:start], block.text[end:]
    if block.kind == "footnote" and len(re.findall(r"\w+", before + after)) < _FEW:
        set_to = notes.sentence(block)
        if set_to:
            # «We release it¹» with «¹Code: …» is read as one sentence.
            return mention(url, f"{set_to[0]} {before}", set_to[1], words)
    return mention(url, before, after, words)


class _Notes:
    """The notes of a document, and the sentences that they are set to; looked for when they are asked for.

    Parameters
    ----------
    layout, roles
    """

    def __init__(self, layout: Layout, roles: Roles) -> None:
        self._layout = layout
        self._roles = roles

    def sentence(self, block: Block) -> tuple[str, str] | None:
        """The text before and after the mark of the note that a block is; None where there is no such mark."""
        key = plain(block.text)[:40]
        for run in self._roles.notes:
            lines = [self._layout.lines[n] for n in run]
            if key and lines[0].page == block.place.page and (number := _NUMBER.match(lines[0].text)):
                note = plain(" ".join(line.text for line in lines)[number.end() :])
                if note.startswith(key):
                    return self._around(lines[0].page, number[1])
        return None

    def _around(self, page: int, number: str) -> tuple[str, str] | None:
        """The text before and after a note's mark on a page."""
        lines, roles = self._layout.lines, self._roles.of
        for n, line in enumerate(lines):
            if line.page != page or roles[n] in ("note", "float", "notice"):
                continue
            for at, word in enumerate(line.words):
                if at and number in word.text.split(",") and is_raised(line, word):
                    near = [one for one in range(max(0, n - 8), n) if roles[one] == roles[n]]
                    far = [one for one in range(n + 1, min(n + 3, len(lines))) if roles[one] == roles[n]]
                    before = [*(lines[one].text for one in near), join(line.words[:at])]
                    after = [join(line.words[at + 1 :]), *(lines[one].text for one in far)]
                    return _flat(before), _flat(after)
        return None


def _flat(texts: list[str]) -> str:
    return re.sub(rf"{HYPHEN}\s*", "", " ".join(texts))
