"""Tables of PDFs: rows and columns by where words stand, and each value with its headers."""

from __future__ import annotations

from takeaways.extract.pdf.fonts import Font
from takeaways.extract.pdf.glyphs import Word
from takeaways.extract.pdf.lines import Line
from takeaways.extract.pdf.tables import grid_of
from takeaways.extract.tables import cells_of

PLAIN = Font("Times", bold=False, italic=False, math=False)


def row(base: float, *cells: tuple[float, str]) -> Line:
    """A line of cells, each given by its left edge: five points a letter, at ten points."""
    line = Line(page=1)
    for left, text in cells:
        x = left
        for n, word in enumerate(text.split()):
            line.words.append(Word(word, x, x + 5 * len(word), base, 10, PLAIN, glued=False))
            x += 5 * len(word) + (3 if n < len(text.split()) else 0)
    line.settle()
    return line


def heads(lines: list[Line]) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    grid = grid_of(lines)
    assert grid is not None
    return {cell.text: (cell.row_heads, cell.column_heads) for cell in cells_of(grid) if not cell.head}


def test_a_value_has_the_headers_of_its_row_and_column() -> None:
    lines = [
        row(100, (0, "Roost"), (100, "Median error"), (200, "Birds")),
        row(88, (0, "North"), (110, "7.9"), (205, "312")),
        row(76, (0, "Far south"), (110, "8.5"), (205, "97")),
    ]
    assert heads(lines) == {
        "7.9": (("North",), ("Median error",)),
        "312": (("North",), ("Birds",)),
        "8.5": (("Far south",), ("Median error",)),
        "97": (("Far south",), ("Birds",)),
    }


def test_a_header_over_two_columns_stands_over_both() -> None:
    lines = [
        row(112, (100, "Errors by season and method")),
        row(100, (0, "Roost"), (100, "Winter"), (200, "Summer")),
        row(88, (0, "North"), (105, "7.9"), (205, "9.1")),
        row(76, (0, "South"), (105, "8.5"), (205, "9.9")),
    ]
    assert heads(lines)["9.1"][1] == ("Errors by season and method", "Summer")


def test_columns_that_cannot_be_told_apart_give_rows_and_no_cells() -> None:
    even = [row(100 - 24 * n, (0, "even"), (100, "1.5"), (150, "2.5")) for n in range(3)]
    odd = [row(88 - 24 * n, (0, "odd"), (112, "123456.89"), (170, "3.5")) for n in range(3)]
    grid = grid_of([*even, *odd])
    assert grid is not None
    assert "even | 1.5 2.5" in grid.text
    assert cells_of(grid) == (), "a wrong header is worse than none"


def test_running_text_is_no_table() -> None:
    text = "ravens gather at dusk in roosts of several hundred birds"
    assert grid_of([row(100 - 12 * n, (0, text)) for n in range(5)]) is None
