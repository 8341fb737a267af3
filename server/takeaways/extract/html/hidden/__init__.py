"""Text that a page holds and does not show."""

from .take import Hidden, take_hidden

__all__ = ["Hidden", "take_hidden"]
