"""The head of a paper, from its first page.

::

    page.py      the story: Front        title.py         which lines are the title
    pieces.py    lines -> pieces, rows   marks.py         what stands high behind a name
    names.py     a list, all or none     rows.py          what a row may hold
    byline.py    who wrote it            groups.py        names that stand together
    entries.py   addresses among names   affiliations.py  tied to names; notes.py: those in footnotes
    abstract.py  where it begins         extent.py        and ends
    houses.py signs.py edges.py          words that tell
"""

from .abstract import Abstract
from .page import Front, front_of

__all__ = ["Abstract", "Front", "front_of"]
