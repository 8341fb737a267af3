"""Takeaways: a research paper's URL in, a structured summary that can be checked out.

One line holds the whole system, and every folder is a word of it::

    URL -> Source -> Paper -> Document -> Summary -> Store -> events -> panel
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("takeaways")
except PackageNotFoundError:  # Run from a checkout that was never installed, as the tests may.
    __version__ = "0.0.0"
