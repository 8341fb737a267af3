"""Names that stand together: in one flow, at the heads of columns, one below the other."""

from __future__ import annotations

from dataclasses import dataclass

from .names import Name, list_of
from .pieces import Row
from .rows import joined, like_names_in, names_in


@dataclass
class Group:
    """Names that stand together; `anchors` are the left and right edge of the piece that each stands in."""

    names: list[Name]
    anchors: list[tuple[float, float]]
    bottom: float
    columns: bool = False
    """Each name heads a column, with its address below."""

    def add(self, pieces: Row) -> bool:
        """Names that stand below others in their columns, beside their neighbours' addresses; False if one is none."""
        for piece in pieces:
            names = names_in(piece)
            if names is None or len(names) != 1:
                return False
            near = min(range(len(self.names)), key=lambda n: (abs(sum(self.anchors[n]) / 2 - piece.middle), -n))
            self.names.insert(near + 1, names[0])
            self.anchors.insert(near + 1, self.anchors[near])
        return True


def group_of(run: list[Row]) -> tuple[Group, int] | None:
    """The names of as many rows as hold nothing else, and how many rows those are."""
    for length in range(len(run), 0, -1):
        rows = run[:length]
        whole = list_of(joined(rows))
        if whole is None:
            continue
        if any(like_names_in(run[cut:]) for cut in range(length, len(run))):
            return None
        pieces = [piece for row in rows for piece in row]
        apart = [names_in(piece) for piece in pieces]
        singles = [name for names in apart if names for name in names]
        if all(apart) and [one.text for one in singles] == [one.text for one in whole]:
            anchors = [(p.x0, p.x1) for p, names in zip(pieces, apart, strict=True) for _ in names or ()]
            columns = any(len(row) > 1 for row in rows) and all(len(names or ()) == 1 for names in apart)
            return Group(singles, anchors, rows[-1][0].base, columns), length
        return flow_of(whole, rows), length
    return None


def flow_of(names: list[Name], rows: list[Row]) -> Group:
    edges = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    return Group(names, [edges] * len(names), rows[-1][0].base)


def stacked(group: Group, rows: list[Row]) -> bool:
    """Whether names stand one below the other with nothing between: the lower ones may be a house and a street."""
    alone = len(rows) > 1 and all(len(row) == 1 for row in rows) and len(group.names) == len(rows)
    return alone and not any(name.marks for name in group.names)
