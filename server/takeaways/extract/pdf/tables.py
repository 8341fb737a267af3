"""Lines as rows of cells."""

from __future__ import annotations

from .glyphs import HYPHEN, Word
from .lines import Line, join


def rows(lines: list[Line], between: str) -> str:
    """Lines as rows by their height, cells from left to right."""
    found: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: (-one.base, one.x0)):
        if found and abs(found[-1][0].base - line.base) < 0.4 * line.size:
            found[-1].append(line)
        else:
            found.append([line])
    if between == " ":
        return "\n".join(" ".join(one.text for one in sorted(row, key=lambda one: one.x0)) for row in found).replace(
            HYPHEN, "-"
        )
    cells = [_cells([word for one in sorted(row, key=lambda one: one.x0) for word in one.words]) for row in found]
    return "\n".join(between.join(row) for row in cells).replace(HYPHEN, "-")


def _cells(words: list[Word]) -> list[str]:
    """The words of a row, cut where the gap between them is wider than a space."""
    cells: list[list[Word]] = []
    for word in words:
        if cells and word.x0 - cells[-1][-1].x1 < 0.8 * word.size:
            cells[-1].append(word)
        else:
            cells.append([word])
    return [join(cell) for cell in cells]


def tabular(lines: list[Line]) -> bool:
    """Whether lines form rows of cells."""
    bases = [round(line.base / 3) for line in lines]
    return len(lines) >= 4 and len(set(bases)) <= 0.75 * len(bases)
