"""PDFs -> Parts, and the pictures in them -> PNG, on pypdfium2."""

from .crops import crops
from .document import read_pdf

__all__ = ["crops", "read_pdf"]
