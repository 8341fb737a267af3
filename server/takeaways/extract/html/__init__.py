"""Web pages -> Parts.

::

    latexml/   LaTeXML's pages (arXiv, ar5iv), by a walk over their classes
    page/      all others: publishers' by trafilatura, very old ones whole
    meta/      what a page says about itself to machines
    tables/    tables of either: cells with their headers
    hidden/    text that a page holds and does not show: taken out of either, and told of
    conversion.py  how well LaTeXML made a page        addresses.py  its hyperlinks
    dom.py  inline.py  tex.py  formulas.py  collect.py     what all of them share
"""

from __future__ import annotations

import re

from ...errors import NoText
from ...model import Candidate, Flag, Skipped
from ..parts import Parts
from .addresses import hyperlinks
from .conversion import is_damaged, made_on
from .dom import article_of, has_class, parse, squeeze, text_of
from .hidden import Hidden, take_hidden
from .latexml import read_latexml

# arXiv's own pages in place of one, or before several files (arXiv/arxiv-browse, `browse/templates/dissemination/`).
_NO_PAPER = re.compile(r"No HTML for|File unavailable|No file for|The following files are available")


def read_html(body: bytes, candidate: Candidate | None, source_id: str) -> Parts:
    """Read a web page.

    Parameters
    ----------
    body : bytes
        The page.
    candidate : Candidate, optional
        Where it was read: addresses in the page are relative to its link. None for an upload.
    source_id : str
        The Paper's id.

    Raises
    ------
    NoText
        There is nothing to read in it, or it says that arXiv has no HTML of this paper.
    """
    tree = parse(body)
    article = next((node for node in tree.iter("article", "div") if has_class(node, "ltx_document")), None)
    if article is not None:
        hidden = take_hidden(tree, article, closed=True)
        parts = read_latexml(article, tree, candidate, source_id)
        parts.made = made_on(tree)
        parts.mentions = hyperlinks(article, parts.sections)
        if is_damaged(tree, parts.sections):
            parts.flags.append(Flag(kind="truncated"))
        return _with(hidden, parts)
    if candidate is not None and candidate.reading in ("arxiv-html", "ar5iv"):
        said = next((text for node in tree.iter("h1", "title") if (text := squeeze(text_of(node)))), "")
        if candidate.reading == "ar5iv" or _NO_PAPER.match(said):
            raise NoText(f"There is no HTML of this paper ({said[:100]}).")
        # Some old papers were submitted as HTML, and arXiv serves that.
    # Imported here: trafilatura takes 10 MB and 0.1 s that abs pages, LaTeXML's pages and PDFs need not wait for.
    from .page import read_page

    sheets = any("stylesheet" in (node.get("rel") or "").casefold() for node in tree.iter("link"))
    hidden = take_hidden(tree, article_of(tree), closed=not sheets)
    parts = read_page(tree, candidate, source_id)
    parts.mentions = hyperlinks(tree, parts.sections)
    return _with(hidden, parts)


def _with(hidden: Hidden, parts: Parts) -> Parts:
    """What was read, with a warning of what the page holds and does not show."""
    parts.flags += hidden.flags
    if hidden.words:
        parts.skipped.append(Skipped(kind="hidden_words", count=hidden.words))
    return parts
