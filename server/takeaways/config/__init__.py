"""What can be set: one table of settings (`settings`), and what their values look like (`forms`)."""

from .forms import is_loopback, language_tag
from .settings import Settings, load

__all__ = ["Settings", "is_loopback", "language_tag", "load"]
