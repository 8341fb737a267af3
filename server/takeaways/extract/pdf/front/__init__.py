"""The head of a paper, from its first page.

::

    page.py      the story: Front        title.py         which lines are the title
    pieces.py    lines -> pieces, marks  names.py         is this a name; a list of names, all or none
    rows.py      what a row may hold     byline.py        who wrote it
    entries.py   addresses among names   affiliations.py  tied to names; notes.py: those in footnotes
    abstract.py  where it begins, ends   houses.py signs.py edges.py  words that tell
"""

from .abstract import Abstract
from .page import Front, front_of

__all__ = ["Abstract", "Front", "front_of"]
