"""LaTeXML's pages (arXiv, ar5iv), by a walk over their classes."""

from .article import read_latexml

__all__ = ["read_latexml"]
