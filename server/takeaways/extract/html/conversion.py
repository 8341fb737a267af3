"""How well a page was made of its TeX: LaTeXML says so itself, or leaves its traces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from ...model import Section
from .dom import of_class, squeeze, text_of

# Put at the end of a page whose conversion broke off, by arXiv and ar5iv alike (dginev/ar5iv, `src/dirty_templates.rs`).
_FATAL = re.compile(r"Conversion to HTML had a Fatal error|document may be truncated or damaged", re.I)
_FATAL_CLASS = "ar5iv-severity-fatal"
_TEX = re.compile(r"\\(?:begin|end|cite[pt]?|ref|label|(?:sub)*section|textbf|textit|emph|item|par)\b\s*[{\[\\]?")
_FORMULA = re.compile(r"\$[^$]*\$")
_WORDS_AN_ERROR = 40
"""Words of text for one thing that LaTeXML did not know; with more errors than that, sentences are torn."""
_ERRORS = 25
"""Fewer than these are no more than blemishes, however short the paper."""
_MADE = re.compile(r"Generated\s+on\s+\w{3}\s+(\w{3}\s+\d{1,2})\s+[\d:]+\s+(\d{4})")


def is_damaged(tree: Any, sections: Sequence[Section]) -> bool:
    """Whether the conversion broke off, or left so much undone that another form of the paper reads better.

    Parameters
    ----------
    tree : lxml element
        The page.
    sections : sequence of Section
        What was read of it.
    """
    errors = of_class(tree, "ltx_ERROR")
    if any(_FATAL.search(text_of(node)) for node in errors) or of_class(tree, _FATAL_CLASS):
        return True
    texts = [block.text for section in sections for block in section.blocks if block.kind in ("paragraph", "list")]
    words = sum(len(text.split()) for text in texts)
    # In formulas an unknown macro is one of many signs; in sentences it is a word that is missing.
    unknown = sum(node.tag != "merror" and not any(up.tag == "math" for up in node.iterancestors()) for node in errors)
    raw = sum(len(_TEX.findall(_FORMULA.sub(" ", text))) for text in texts if "\\" in text)
    return any(count >= _ERRORS and count * _WORDS_AN_ERROR > words for count in (unknown, raw))


def made_on(tree: Any) -> date | None:
    """The day a page was made on, as its foot says («Generated on Thu Mar 14 06:34:14 2024 by LaTeXML»)."""
    for node in of_class(tree, "ltx_page_logo", "ltx_page_footer"):
        if found := _MADE.search(squeeze(text_of(node))):
            try:
                return datetime.strptime(f"{found[1]} {found[2]} +0000", "%b %d %Y %z").date()
            except ValueError:
                return None
    return None
