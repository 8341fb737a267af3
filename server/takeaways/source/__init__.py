"""What a reference names, made without the network: an arXiv id in any of its forms, a DOI, a page, an upload.

The door is `Sources`: a string in, a `Source` (canonical id, addresses to read, best first) out.
"""

from .sources import Sources

__all__ = ["Sources"]
