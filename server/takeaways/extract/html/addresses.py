"""The hyperlinks of a page's text, each with its sentence: the address is often in the element and not in the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ...model import Section
from ..mentions import Mention, mention, plain
from .dom import classes, squeeze, text_of
from .inline import inline

_HERE = "\ue000"
"""Stands in the link's place while the text around it is read."""
_PASSAGES = {"p", "li", "dd", "dt", "td", "th", "figcaption", "blockquote"}
_PASSAGE_CLASSES = {"ltx_p", "ltx_note_content", "ltx_caption", "ltx_td"}
_OUTSIDE = {"ltx_bibliography", "ltx_page_navbar", "ltx_page_header", "ltx_page_footer", "ltx_TOC"}
_FRONT = {"ltx_title_document", "ltx_authors", "ltx_role_thanks"}
_FEW = 4
"""Words: a note that says less beside its address is only the address, and the sentence is the one that it is a note to."""


def hyperlinks(root: Any, sections: Sequence[Section]) -> list[Mention]:
    """The links to other sites in the text that was read, in its order.

    Parameters
    ----------
    root : lxml element
        The article, or the page; its links are written over while they are looked at.
    sections : sequence of Section
        What was read of it: links elsewhere (menus, references) are not the paper's words.
    """
    read = plain(" ".join(block.text for section in sections for block in section.blocks))
    found = []
    for anchor in list(root.iter("a")):
        url = (anchor.get("href") or "").strip()
        if not re.match(r"https?://[\w-]+\.", url):
            continue
        above = [up for up in anchor.iterancestors() if isinstance(up.tag, str)]
        kinds = frozenset().union(*map(classes, above))
        passage = next((up for up in above if up.tag in _PASSAGES or classes(up) & _PASSAGE_CLASSES), None)
        if passage is None or kinds & _OUTSIDE or any(up.tag in ("nav", "header", "footer", "aside") for up in above):
            continue
        words = squeeze(text_of(anchor))
        before, after = _around(passage, anchor)
        note = next((up for up in above if "ltx_note" in classes(up)), None)
        if note is not None and len(re.findall(r"\w+", before + after)) < _FEW:
            # «We release it¹» with «¹Code: …» is read as one sentence.
            outside, following = _around_note(note)
            before, after = f"{outside} {before}".strip(), following or after
        if kinds & _FRONT or any(part and part in read for part in (plain(before)[-60:], plain(after)[:60])):
            shown = not words or plain(words) in plain(url)
            found.append(mention(url, before, after, "" if shown else words))
    return found


def _around(passage: Any, anchor: Any) -> tuple[str, str]:
    """What a passage says before and after a link."""
    kept = anchor.text, list(anchor)
    for child in kept[1]:
        anchor.remove(child)
    anchor.text = _HERE
    before, _, after = inline(passage).partition(_HERE)
    anchor.text = kept[0]
    anchor.extend(kept[1])
    return before, after


def _around_note(note: Any) -> tuple[str, str]:
    """What the sentence says that a note is set to."""
    passage = next((up for up in note.iterancestors() if up.tag in _PASSAGES or classes(up) & _PASSAGE_CLASSES), None)
    if passage is None:
        return "", ""
    tail = note.tail
    note.tail = _HERE + (tail or "")
    before, _, after = inline(passage).partition(_HERE)
    note.tail = tail
    return before, after
