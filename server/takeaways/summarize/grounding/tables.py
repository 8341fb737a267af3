"""A number in a table means what its row and its column say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from takeaways.model import Cell

from .amounts import Amount
from .folding import fold
from .passage import Passage


def misread(claim: str, given: Sequence[Amount], passage: Passage) -> bool:
    """Whether a number stands in tables only, and in none of their cells under a row and a column that the claim names.

    A claim that names no row has no wrong one; so with columns.
    """
    cells = [cell for part in passage.parts if part.block.table for cell in part.block.table.cells]
    if not cells or any(not in_table(one, passage) for one in given):
        return False
    mine = [cell for cell in cells if not cell.head and _holds(cell, given[0].value)]
    if not mine:
        return False
    text = fold(claim).text
    rows = {head for cell in cells for head in cell.row_heads if _named(head, text)}
    columns = {head for cell in cells for head in cell.column_heads if _named(head, text)}
    return not any(
        (not rows or rows & set(cell.row_heads)) and (not columns or columns & set(cell.column_heads)) for cell in mine
    )


def in_table(amount: Amount, passage: Passage) -> bool:
    """Whether a number of the evidence stands in a table."""
    for part, start in zip(passage.parts, passage.starts, strict=True):
        if start <= amount.start < start + len(part.block.text):
            return part.block.kind == "table"
    return False


def _holds(cell: Cell, value: Fraction) -> bool:
    return any(number == value for number in _numbers(cell.text))


def _numbers(text: str) -> Iterator[Fraction]:
    for found in re.findall(r"\d{1,40}(?:,\d{3}){0,9}(?:\.\d{1,40})?", text):
        yield Fraction(found.replace(",", ""))


def _named(head: str, text: str) -> bool:
    folded = fold(re.sub(r"\(.*?\)|[↑↓→]", "", head)).text
    return len(folded) >= 3 and not folded.isdigit() and folded in text
