"""arXiv's own words about a paper: its abs pages and its API's Atom feeds -> Paper."""

from .abs import abs_page
from .atom import feed

__all__ = ["abs_page", "feed"]
