"""Flask: requests in, JSON, event streams and the page out. Views only read the request, call a room, set headers."""

from .app import create_app

__all__ = ["create_app"]
