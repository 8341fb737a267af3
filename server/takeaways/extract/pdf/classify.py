"""Which line is what: caption, footnote, heading, formula, text inside a float, or running text."""

from __future__ import annotations

from .captions import mark_captions, mark_notes
from .contents import mark_contents
from .floats import mark_floats
from .headings import mark_headings
from .layout import Layout
from .roles import Roles


def roles_of(layout: Layout) -> Roles:
    """Give every line its role.

    Parameters
    ----------
    layout : Layout
    """
    roles = Roles(of=["text"] * len(layout.lines))
    mark_contents(layout, roles)
    mark_captions(layout, roles)
    mark_notes(layout, roles)
    mark_floats(layout, roles)
    mark_headings(layout, roles)
    return roles
