"""The names between a title and the text: all of them, or none."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from .houses import INSTITUTION
from .names import Name, list_of
from .pieces import OPEN, Row, Style
from .rows import alike, closed, joined, kind_of, like_names_in, mixed, names_in, run_from, without_contacts


@dataclass
class Group:
    """Names that stand together; `anchors` are the left and right edge of the piece that each stands in."""

    names: list[Name]
    anchors: list[tuple[float, float]]
    bottom: float
    columns: bool = False
    """Each name heads a column, with its address below."""


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
    rows = closed(rows)
    found = Byline()
    style: Style | None = None
    plain = False  # whether addresses are set as names are
    k = 0
    while k < len(rows):
        row, names = rows[k], without_contacts(rows[k])
        kind = kind_of(names)
        if kind != "open" or (style is not None and not alike(names[0].style, style)):
            with_places = not found.groups or found.groups[-1].names[-1].beside
            people = mixed(names) if kind == "place" and with_places else None
            if people:
                style = style or names[0].style
                found.groups.append(_flow(people, [names]))
            elif found.groups and found.groups[-1].names[-1].beside and _goes_on(found.groups[-1], names):
                for name in found.groups[-1].names:
                    name.beside += f" {names[0].plain}"
                found.groups[-1].bottom = names[0].base
            else:
                plain = plain or (kind == "place" and style is not None and alike(names[0].style, style))
                found.rest.append(row)
            k += 1
            continue
        run = run_from(rows, k)
        read = _read(run)
        if read is None:
            if like_names_in(run):
                return None
            found.rest.append(row)
            k += 1
            continue
        group, length = read
        if plain and found.groups and not _sure(found, rows, k, length, group):
            return None
        style = style or names[0].style
        found.groups.append(group)
        contacts = [[piece for piece in one if piece not in without_contacts(one)] for one in rows[k : k + length]]
        found.rest += [one for one in contacts if one]
        k += length
    return found if found.groups else None


def _read(run: list[Row]) -> tuple[Group, int] | None:
    """The names of as many rows as hold nothing else, and how many rows those are."""
    for length in range(len(run), 0, -1):
        rows = run[:length]
        if length < len(run) and like_names_in(run[length:]):
            return None
        pieces = [piece for row in rows for piece in row]
        apart = [names_in(piece) for piece in pieces]
        whole = list_of(joined(rows))
        if whole is None:
            continue
        singles = [name for names in apart if names for name in names]
        if all(apart) and [one.text for one in singles] == [one.text for one in whole]:
            anchors = [(p.x0, p.x1) for p, names in zip(pieces, apart, strict=True) for _ in names or ()]
            columns = any(len(row) > 1 for row in rows) and all(len(names or ()) == 1 for names in apart)
            return Group(singles, anchors, rows[-1][0].base, columns), length
        return _flow(whole, rows), length
    return None


def _flow(names: list[Name], rows: list[Row]) -> Group:
    edges = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    return Group(names, [edges] * len(names), rows[-1][0].base)


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
