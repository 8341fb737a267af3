"""Web pages -> Parts: LaTeXML's (arXiv, ar5iv) by a walk over its classes, all others by trafilatura."""

from __future__ import annotations

from ...errors import NoText
from ...model import Candidate
from ..parts import Parts
from .dom import has_class, parse, squeeze, text_of
from .latexml import read_latexml
from .page import read_page


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
        return read_latexml(article, tree, candidate, source_id)
    if candidate is not None and candidate.reading in ("arxiv-html", "ar5iv"):
        # arXiv serves «No HTML for …» as a page; ar5iv sends the reader to the abs page.
        title = squeeze(text_of(tree.find(".//title")))
        raise NoText(f"There is no HTML of this paper ({title})." if title else "There is no HTML of this paper.")
    return read_page(body, tree, candidate, source_id)
