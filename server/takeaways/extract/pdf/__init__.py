"""PDFs -> Parts, on pypdfium2."""

from .document import read_pdf

__all__ = ["read_pdf"]
