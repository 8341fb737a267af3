"""Telling what came from its first bytes; what the server calls it is not believed."""

from __future__ import annotations

import codecs
import re
from typing import Literal

Kind = Literal["pdf", "html", "xml"]

WINDOW = 4096
"""Bytes that are enough to tell."""

_PDF_WINDOW = 1024  # readers accept so much rubbish before it (ISO 32000-1, Annex H, implementation note 13)
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# What may stand before the first element: the declaration, instructions, comments, the document type.
_BEFORE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!doctype\s[^<>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_HTML_TYPE = re.compile(r"<!doctype\s+html\b")
# The elements that a page without <html> may begin with (https://mimesniff.spec.whatwg.org/ and old pages).
_HTML = re.compile(
    r"<(?:html|head|body|title|meta|link|base|style|script|noscript|iframe|frameset|h[1-6]|p|div|center|font|table|a|b|i|br|hr"
    r"|ul|ol|dl|pre|img|form|main|article|section|header|nav)(?=[\s/>])"
)
_ROOT = re.compile(r"<(?:[a-z]+:)?html(?=[\s/>])")
_FEED = re.compile(r"<(?:[a-z]+:)?(?:feed|rss|rdf)(?=[\s/>])")
_INSIDE = re.compile(r"<(?:!doctype\s+html|html|body)(?=[\s>])")


def sniff(head: bytes) -> Kind | None:
    """The kind of a file; None where it is none that can be read.

    Parameters
    ----------
    head : bytes
        Its first WINDOW bytes, or all of them.
    """
    text = _text(head)
    before = _BEFORE.match(text)
    rest = text[before.end() if before else 0 :]
    if _HTML_TYPE.search(text[: len(text) - len(rest)]):
        return "html"
    if text.startswith("<?xml"):  # other XML has <article>, <title> or <p> too
        return "html" if _ROOT.match(rest) else "xml"
    if _HTML.match(rest):
        return "html"
    if b"%PDF-" in head[:_PDF_WINDOW]:
        return "pdf"
    if _FEED.match(rest):
        return "xml"
    # A server's warning, or a comment without end, before the page.
    return "html" if _INSIDE.search(text) or text.startswith("<!--") else None


def _text(head: bytes) -> str:
    coding = _UTF16.get(head[:2])
    text = head[2:].decode(coding, "replace") if coding else head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
    return text.lstrip().lower()
