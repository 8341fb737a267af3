"""The paper as it is sent: every block, once, numbered."""

from __future__ import annotations

from takeaways.model import Block, Cell, Figure, Section, Table
from takeaways.summarize.writing.passages import numbered, passages

from ..conftest import document

LONG = "The flock settles at dusk and its calls are heard over the whole valley until the last light goes out. " * 4


def test_every_block_stands_in_one_passage_and_in_order() -> None:
    paper = document(("Abstract", LONG), ("1 Introduction", f"{LONG}\n\nShort.\n\n{LONG}"), ("2 Method", "One.\n\nTwo."))
    found = passages(paper)
    ids = [block.id for section in paper.sections for block in section.blocks]
    assert [block for passage in found for block in passage.blocks] == ids
    sent = "\n".join(passage.text for passage in found)
    assert all(block.text.strip() in sent for section in paper.sections for block in section.blocks)
    assert "# 1 Introduction" in sent


def test_short_blocks_share_a_number_and_long_ones_have_their_own() -> None:
    paper = document(("1 Method", f"{LONG}\n\nOne.\n\nTwo.\n\nThree."), ("2 Results", LONG))
    assert [len(passage.blocks) for passage in passages(paper)] == [1, 4]


def test_a_paper_of_many_blocks_has_about_seventy_numbers() -> None:
    paper = document(
        *[(f"{at} Theorem", "\n\n".join(["Let the flock be finite and its voices be distinct."] * 50)) for at in range(30)]
    )
    assert 40 <= len(passages(paper)) <= 80


def test_a_table_is_sent_with_its_caption() -> None:
    cells = (Cell(row=0, column=0, text="Roost", head=True), Cell(row=1, column=0, text="Umeå"))
    table = Block(id="t", kind="table", text="Roost\nUmeå", table=Table(figure="f1", cells=cells))
    paper = document(Section(heading="3 Results", blocks=(table,)))
    figure = Figure(id="f1", kind="table", label="Table 1", number="1", caption="The four roosts.")
    assert "Table 1 The four roosts." in passages(paper.model_copy(update={"figures": (figure,)}))[0].text


def test_numbers_go_on_where_a_part_begins() -> None:
    found = passages(document(("1 Method", f"{LONG}\n\n{LONG}")))
    assert numbered(found, 8).startswith("[8]\n# 1 Method")
    assert "\n[9]\n" in numbered(found, 8)
