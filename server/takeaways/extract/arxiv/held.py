"""Which version of a paper a copy of it holds that does not say so: ar5iv has one, and no addresses for others."""

from __future__ import annotations

from datetime import date, timedelta

from ...model import Paper

LAG = timedelta(days=60)
"""How far behind arXiv ar5iv's sources may be on the day it converts them: it takes them in monthly."""


def holds_version(paper: Paper, made: date | None) -> bool:
    """Whether a copy can only be of the paper's version, and of no other.

    Parameters
    ----------
    paper : Paper
        Its `versions` are all that there are; without them nothing can be told but of a paper without version.
    made : date, optional
        The day the copy was made.
    """
    if paper.version is None:
        return True
    days = {version.number: version.day for version in paper.versions}
    if list(days) == [paper.version]:
        return True
    if made is None or paper.version not in days:
        return False
    possible = set()
    for number, day in days.items():
        following = days.get(number + 1)
        if day is None or (number + 1 in days and following is None):
            return False
        if day <= made and (following is None or following > made - LAG):
            possible.add(number)
    return possible == {paper.version}
