"""Any other page: publishers' by trafilatura, very old ones whole."""

from .read import read_page

__all__ = ["read_page"]
