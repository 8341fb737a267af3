"""Summary -> Markdown, plain text, BibTeX: pure functions, nothing is fetched or written.

Every claim of a summary stands in every rendering; the unverified ones last, with the reason in words. What came from
strangers (titles, sentences, addresses) is escaped for the form it is put into.
"""

from .citation import bibtex
from .page import markdown
from .terminal import coverage, text

__all__ = ["bibtex", "coverage", "markdown", "text"]
