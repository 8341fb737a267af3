"""Papers that are not the usual kind, made by us: other languages, other fields, other shapes. `PAPERS` names them all."""

from .others import DISCIPLINES
from .setting import Odd
from .shapes import SHAPES
from .thesis import thesis
from .tongues import TONGUES

__all__ = ["PAPERS", "Odd", "thesis"]

PAPERS: dict[str, Odd] = {**TONGUES, **SHAPES, **DISCIPLINES, "thesis": lambda: thesis(3)}
"""By name, what makes the file: called without arguments, it gives bytes and `pdf` or `html`."""
