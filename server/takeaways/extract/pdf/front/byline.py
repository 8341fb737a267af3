"""The names between a title and the text: all of them, or none."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise, zip_longest

from .groups import Group, flow_of, group_of, stacked
from .houses import INSTITUTION
from .marks import OPEN
from .names import Name, person
from .pieces import Piece, Row, Style
from .rows import alike, closed, kind_of, like_names_in, mixed, names_in, run_from, without_contacts
from .signs import CONTACT


@dataclass
class Byline:
    """What stands between title and text: groups of names, and the rows that hold none, from the top down."""

    groups: list[Group] = field(default_factory=list)
    rest: list[Row] = field(default_factory=list)

    @property
    def names(self) -> list[Name]:
        """All names, in reading order."""
        return [name for group in self.groups for name in group.names]


def byline_of(rows: list[Row]) -> Byline | None:
    """Read the rows between a title and the text.

    Parameters
    ----------
    rows : list of rows
        From the top down.

    Returns
    -------
    Byline or None
        None where no names can be told, or where something that looks as the names do cannot be read: a part of the
        list would pass for the whole.
    """
    reader = _Reader(closed(rows))
    while reader.k < len(reader.rows):
        if not reader.step():
            return None
    if not reader.found.groups or _passed_over(reader.found):
        return None
    for group, lower in zip_longest(reader.found.groups, reader.found.groups[1:]):
        group.columns = group.columns and not _shared(reader.found, group, lower.bottom if lower else float("-inf"))
    return reader.found


def _shared(found: Byline, group: Group, floor: float) -> bool:
    """Whether what stands below names side by side is one address, in the middle below all of them."""
    below = [without_contacts(row) for row in found.rest if floor < row[0].base < group.bottom]
    rows = [row for row in below if kind_of(row) == "place"]
    left, right = min(anchor[0] for anchor in group.anchors), max(anchor[1] for anchor in group.anchors)
    return bool(rows) and all(
        len(row) == 1 and abs(row[0].middle - (left + right) / 2) < 0.08 * (right - left) for row in rows
    )


def _passed_over(found: Byline) -> bool:
    """Whether names stand among the rows that were passed over as they look otherwise than the first."""
    known = {name.text for name in found.names}
    for row in found.rest:
        for piece in row:
            names = names_in(piece) or []
            if not known.issuperset(name.text for name in names) and (
                len(names) > 1 or "@" in piece.plain or len(known) == 1
            ):
                return True
    return False


class _Reader:
    """Goes through rows from the top down; `style` is how names are set, `plain` whether addresses are set so too."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows
        self.found = Byline()
        self.k = 0
        self._style: Style | None = None
        self._plain = False

    def step(self) -> bool:
        """Read the next row, or run of rows; False where the list cannot be whole."""
        row = self.rows[self.k]
        names = without_contacts(row)
        kind = kind_of(names)
        groups = self.found.groups
        addressed = bool(groups) and bool(groups[-1].names[-1].beside)
        people = mixed(names, addressed) if kind != "none" and (not groups or addressed) else None
        if people:
            self._style = self._style or names[0].style
            groups.append(flow_of(people, [names]))
            self.k += 1
            return True
        if kind == "open" and self._as_names(names[0]):
            return self._open()
        if addressed and _goes_on(groups[-1], names):
            first = names[0].text.split(",")[0]
            if person(first) or (first.isupper() and len(first) > 4 and groups[-1].names[-1].text.isupper()):
                return False  # a place, or the next name
            for name in groups[-1].names:
                name.beside += f" {names[0].plain}"
            groups[-1].bottom = names[0].base
            self.k += 1
            return True
        if self._style is not None and groups and groups[-1].columns:
            second = [piece for piece in names if self._as_names(piece)]
            if 0 < len(second) < len(names) and kind_of(second) == "open":
                self.rows[self.k] = [piece for piece in row if piece not in second]
                return groups[-1].add(second)
        self._plain = self._plain or (kind == "place" and self._style is not None and self._as_names(names[0]))
        self.found.rest.append(row)
        self.k += 1
        return True

    def _as_names(self, piece: Piece) -> bool:
        return self._style is None or alike(piece.style, self._style)

    def _open(self) -> bool:
        run = run_from(self.rows, self.k)
        read = group_of(run)
        if read is None:
            if like_names_in(run):
                return False
            self.found.rest.append(self.rows[self.k])
            self.k += 1
            return True
        group, length = read
        known = {name.text for name in self.found.names}
        again = known.issuperset(name.text for name in group.names)  # in a note on the authors
        only_form = stacked(group, run[:length]) and not self._parted(length)
        if not again and (
            only_form
            or (self._plain and self.found.groups and not _sure(self.found, self.rows, self.k, length, group))
            or (self._style is None and self._torn(run[0]))
        ):
            return False
        if not again:
            self._style = self._style or run[0][0].style
            self.found.groups.append(group)
        for row in self.rows[self.k : self.k + length]:
            left = [piece for piece in row if again or piece not in without_contacts(row)]
            self.found.rest += [left] if left else []
        self.k += length
        return True

    def _parted(self, length: int) -> bool:
        """Whether names one below the other are told from an address by more than their form.

        By addresses on the net beside them, by the look of the next row or the space above it, or as nothing else follows.
        """
        rows = self.rows[self.k : self.k + length]
        if any("@" in piece.plain for row in rows for piece in row):
            return True
        after = self.rows[self.k + length] if self.k + length < len(self.rows) else None
        if after is None or kind_of(after) == "none":
            return after is None or not CONTACT.search(after[0].plain)
        inner = min(upper[0].base - lower[0].base for upper, lower in pairwise(rows))
        return not alike(after[0].style, rows[0][0].style) or rows[-1][0].base - after[0].base > 1.25 * inner

    def _torn(self, first: Row) -> bool:
        """Whether a row that looks as the first names do, and was not read, stands right above them."""
        above = self.found.rest[-1] if self.found.rest else None
        return (
            above is not None
            and alike(above[0].style, first[0].style)
            and above[0].base - first[0].base < 1.6 * first[0].size
            and not above[0].text.startswith(OPEN)
            and kind_of(above) != "none"
        )


def _goes_on(group: Group, row: Row) -> bool:
    """Whether a row is the next line of an address that began behind names."""
    return len(row) == 1 and not row[0].text.startswith(OPEN) and group.bottom - row[0].base < 1.6 * row[0].size


def _sure(found: Byline, rows: list[Row], k: int, length: int, group: Group) -> bool:
    """Whether names below an address that is set as they are can be no part of it."""
    above, row = rows[k - 1], rows[k]
    gaps = [upper[0].base - lower[0].base for upper, lower in pairwise(rows[:k])]
    apart = bool(gaps) and above[0].base - row[0].base > 1.25 * min(gaps)
    after = rows[k + length] if k + length < len(rows) else []
    housed = any(INSTITUTION.search(piece.plain) for piece in after)
    return apart or housed or len(group.names) > 1 or kind_of(without_contacts(above)) == "none"
