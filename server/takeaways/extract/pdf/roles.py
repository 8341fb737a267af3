"""The roles that a line can have, and what tells whether lines belong together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from .lines import Line
from .patterns import BULLET, ENUMERATED

Role = Literal["text", "caption", "note", "float", "equation", "heading", "notice"]
WORD = re.compile(r"[^\W\d_]{3,}")
"""A word that tells prose from figures and formulas."""


@dataclass
class Roles:
    """A role for each line of a layout, in order; `captions` are the runs of lines that form one each."""

    of: list[Role]
    captions: list[list[int]] = field(default_factory=list)
    notes: list[list[int]] = field(default_factory=list)


def follows(above: Line, below: Line, slack: float = 1.45) -> bool:
    """Whether a line stands directly below another, as the next line of the same paragraph would."""
    gap = above.base - below.base
    return (
        above.page == below.page
        and 0 < gap <= slack * max(above.size, below.size)
        and min(above.x1, below.x1) - max(above.x0, below.x0) > -2
    )


def starts_item(line: Line) -> bool:
    """Whether a line begins with a bullet or a counter."""
    return bool(BULLET.match(line.text) or ENUMERATED.match(line.text))
