"""Tables as cells: each number with the headers that say what it is, whatever the page marks and fails to mark."""

from __future__ import annotations

import pytest

from takeaways.extract.html.dom import parse
from takeaways.extract.html.grids import html_grid
from takeaways.extract.tables.heads import cells_of
from takeaways.extract.tables.values import Value, value_of
from takeaways.model import Cell
from tests.extract.html.latexml.articles import blocks, page, read, table, tabular

Heads = tuple[tuple[str, ...], tuple[str, ...]]


def heads(cells: tuple[Cell, ...]) -> dict[str, Heads]:
    """What stands beside and over each cell that is no header itself."""
    return {cell.text: (cell.row_heads, cell.column_heads) for cell in cells if not cell.head}


def of_latexml(*rows: str) -> tuple[Cell, ...]:
    (block,) = blocks(read(page(table(*rows))), "table")
    assert block.table is not None
    return block.table.cells


def of_html(inside: str) -> tuple[Cell, ...]:
    found = parse(f"<table>{inside}</table>".encode()).find(".//table")
    return cells_of(html_grid(found))


def test_a_block_names_its_figure_and_has_a_line_a_row() -> None:
    parts = read(page(table("<th C R>Method<th C>Clear<th C>Fog", "<th R _>Cue counting<td _>33.9<td _>35.2")))
    (block,) = blocks(parts, "table")
    (figure,) = parts.figures
    assert block.text == "Method | Clear | Fog\nCue counting | 33.9 | 35.2"
    assert block.table is not None
    assert block.table.figure == figure.id
    assert block.place.anchor == figure.place.anchor == "S1.T1"
    assert block.table.cells[-1] == Cell(row=1, column=2, text="35.2", row_heads=("Cue counting",), column_heads=("Fog",))
    assert [cell.text for cell in block.table.cells if cell.head] == ["Method", "Clear", "Fog", "Cue counting"]
    assert parts.skipped == []


def test_levels_of_headers_that_nothing_marks() -> None:
    cells = of_latexml(
        "<td _ rowspan=2>Method<td _ colspan=2>Median error<td _ colspan=2>Energy",
        "<td>clear<td>fog<td>night<td>day",
        "<td _>Cue counting<td _>33.9<td _>35.2<td _>1.1<td _>1.3",
        "<td>RavenCount<td>8.2<td>8.9<td colspan=2>0.4",
    )
    found = heads(cells)
    assert found["35.2"] == (("Cue counting",), ("Median error", "fog"))
    assert found["1.1"] == (("Cue counting",), ("Energy", "night"))
    assert found["0.4"] == (("RavenCount",), ("Energy",)), "only what stands over the whole of it"


def test_a_guessed_header_that_holds_measured_values_is_none() -> None:
    cells = of_latexml(
        "<th C R>Method<th C>Clear<th C>Fog",
        "<th C R _>Cue counting<th C _>33.9<th C _>35.2",
        "<th R>RavenCount<td>8.2<td>8.9",
    )
    assert heads(cells)["33.9"] == (("Cue counting",), ("Clear",))
    assert heads(cells)["8.2"] == (("RavenCount",), ("Clear",))


def test_marked_numbers_head_columns() -> None:
    cells = of_latexml("<th C><th C>0<th C>1<th C>2+", "<td _>Birds<td _>12<td _>7<td _>3", "<td>Calls<td>40<td>5<td>6")
    assert heads(cells)["7"] == (("Birds",), ("1",))


def test_years_head_columns_where_a_line_parts_them() -> None:
    assert heads(of_latexml("<td _>Roost<td _>2021<td _>2022", "<td _>Forest<td _>497<td _>540"))["540"] == (
        ("Forest",),
        ("2022",),
    )


def test_titles_between_rows() -> None:
    cells = of_latexml(
        "<td _>Method<td _>Clear<td _>Fog",
        "<td _ colspan=3>Forest roosts",
        "<td _>Cue counting<td _>33.9<td _>35.2",
        "<td>RavenCount<td>8.2<td>8.9",
        "<td _>Town roosts<td _><td _>",
        "<td _>Cue counting<td _>41.0<td _>44.1",
    )
    found = heads(cells)
    assert found["8.9"] == (("Forest roosts", "RavenCount"), ("Fog",))
    assert found["44.1"] == (("Town roosts", "Cue counting"), ("Fog",))


def test_headers_again_in_the_middle_replace_the_innermost() -> None:
    cells = of_latexml(
        "<th R _><td _ colspan=2>Selection<td _>Label",
        "<th R _>Training data<td _>P<td _>R<td _>Acc.",
        "<th R _>Forest<td _>41.5<td _>57.9<td _>67.6",
        "<th R _>Encoder<td _>P<td _>R<td _>Acc.",
        "<th R _>Small<td _>74.5<td _>74.3<td _>69.2",
    )
    assert heads(cells)["74.3"] == (("Small",), ("Selection", "R"))
    small = next(cell for cell in cells if cell.text == "Small")
    assert (small.head, small.column_heads) == (True, ("Encoder",))


def test_a_group_of_rows_is_named_once_between_two_lines() -> None:
    cells = of_latexml(
        "<td _>Domain<td _>Data<td _>Task<td _>F1",
        "<td _><td _>Wetland<td _>NER<td _>90.0",
        "<td>Coast<td>Wetland<td>REL<td>77.3",
        "<td><td>Dunes<td>NER<td>88.6",
        "<td _>Forest<td _>Pines<td _>NER<td _>67.6",
        "<td><td>Oaks<td>NER<td>80.0",
    )
    found = heads(cells)
    assert found["90.0"] == (("Coast", "Wetland", "NER"), ("F1",))
    assert found["88.6"] == (("Coast", "Dunes", "NER"), ("F1",))
    assert found["80.0"] == (("Forest", "Oaks", "NER"), ("F1",))


def test_a_name_over_several_rows() -> None:
    cells = of_latexml(
        "<th C R>Retrieval<th C R>Model<th C>P",
        "<th R _ rowspan=2>Oracle<th R _>Zero-shot<td _>42.5",
        "<th R>Full<td>76.1",
    )
    assert heads(cells)["76.1"] == (("Oracle", "Full"), ("P",))


def test_names_and_values_without_a_header() -> None:
    found = heads(of_latexml("<td _>Total papers<td _>81.1M", "<td _>With PDF<td _>28.9M (35.6%)"))
    assert found == {"81.1M": (("Total papers",), ()), "28.9M (35.6%)": (("With PDF",), ())}


def test_numbers_alone_have_no_headers() -> None:
    assert set(heads(of_latexml("<td>1.5<td>2.5", "<td>3.5<td>4.5")).values()) == {((), ())}


def test_words_under_a_line() -> None:
    cells = of_latexml(
        "<td _>Model<td _>Training data",
        "<td _>Small<td _>Four forests and the northern coast",
        "<td>Large<td>All that was ever recorded in Vindeln",
        "<td>Old<td>Nothing but owls, in a single night",
    )
    assert heads(cells)["Nothing but owls, in a single night"] == (("Old",), ("Training data",))


def test_a_single_column_is_a_list() -> None:
    cells = of_latexml("<th C>Claim 1: ravens count.", "<td _>Supports: they do.")
    assert [(cell.text, cell.head, cell.column_heads) for cell in cells] == [
        ("Claim 1: ravens count.", False, ()),
        ("Supports: they do.", False, ()),
    ]


def test_cells_made_of_other_tables_and_what_latexml_did_not_understand() -> None:
    broken = (
        '<span class="ltx_tabular"><span class="ltx_tr"><span class="ltx_td">Median</span></span>'
        '<span class="ltx_tr"><span class="ltx_td">error</span></span></span>'
    )
    cells = of_latexml(
        f"<td _>Method<td _>{broken}",
        '<td _>[0.4pt/2pt] Cue counting<td _><span class="ltx_ERROR undefined">\\cellcolor</span>33.9',
    )
    assert heads(cells) == {"33.9": (("Cue counting",), ("Median error",))}


def test_a_table_of_spans() -> None:
    rows = [["Method", "Fog"], ["Cue counting", "35.2"]]
    spans = "".join(
        '<span class="ltx_tr">' + "".join(f'<span class="ltx_td">{one}</span>' for one in row) + "</span>" for row in rows
    )
    parts = read(page(f'<p class="ltx_p">Here: <span id="t" class="ltx_tabular">{spans}</span></p>'))
    (block,) = blocks(parts, "table")
    assert block.text == "Method | Fog\nCue counting | 35.2"
    assert block.table is not None
    assert block.table.figure is None
    assert heads(block.table.cells) == {"35.2": (("Cue counting",), ("Fog",))}


def test_two_tables_in_one_float_and_parts_with_captions() -> None:
    one, two = tabular("<td _>A<td _>1.5"), tabular("<td _>B<td _>2.5", number="9")
    caption = '<figcaption class="ltx_caption"><span class="ltx_tag">Table 1: </span>Both.</figcaption>'
    parts = read(page(f'<figure id="S1.T1" class="ltx_table">{caption}{one}{two}</figure>'))
    assert [(b.id, b.table and b.table.figure) for b in blocks(parts, "table")] == [("S1.T1", "f1"), ("S1.T9.1", "f1")]
    part = '<figcaption class="ltx_caption"><span class="ltx_tag">(b) </span>Fog.</figcaption>'
    inner = f'<figure id="S1.T1.st2" class="ltx_table ltx_figure_panel">{two}{part}</figure>'
    parts = read(page(f'<figure id="S1.T1" class="ltx_table">{caption}{inner}</figure>'))
    assert [(f.id, f.label, f.number) for f in parts.figures] == [("f1", "Table 1", "1"), ("f2", "(b)", "1b")]
    assert [b.table and b.table.figure for b in blocks(parts, "table")] == ["f2"]
    assert parts.skipped == []


def test_a_table_that_is_a_picture_is_said_to_be_unread() -> None:
    image = (
        '<img class="ltx_graphics" src="x1.png"><figcaption class="ltx_caption"><span class="ltx_tag">Table 2: </span>Fog.'
    )
    parts = read(page(f'<figure id="S1.T2" class="ltx_table">{image}</figcaption></figure>'))
    assert [(one.kind, one.count, one.which) for one in parts.skipped] == [("unread_table", 1, ("Table 2",))]


def test_the_page_marks_by_scope_thead_and_th() -> None:
    marked = (
        "<thead><tr><td></td><td>2019</td><td>2020</td></tr></thead><tr><th scope=row>Fog</th><td>8.9</td><td>9.1</td></tr>"
    )
    assert heads(of_html(marked))["9.1"] == (("Fog",), ("2020",))
    plain = "<tr><th></th><th>Count</th><th>Share</th></tr><tr><th rowspan=2>Valid</th><th>yes</th><td>36</td></tr>"
    plain += "<tr><th>no</th><td>58</td></tr>"
    assert heads(of_html(plain))["58"] == (("Valid", "no"), ("Share",))
    bold = "<tr><td><b>Roost</b><td><b>Remark</b></tr><tr><td>Forest<td>quiet</tr><tr><td>Coast<td>loud</tr>"
    assert heads(of_html(bold))["loud"] == (("Coast",), ("Remark",))


def test_absurd_spans_neither_fill_memory_nor_lose_the_text() -> None:
    bomb = "".join(f"<tr><td colspan=1000 rowspan=65000>{n}</td></tr>" for n in range(400))
    grid = html_grid(parse(f"<table>{bomb}</table>".encode()).find(".//table"))
    assert cells_of(grid) == ()
    assert grid.text.splitlines()[-1] == "399"
    assert len(grid.at) <= 50_000


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("8.1M", Value.NUMBER),
        ("28.9M (35.6%)", Value.NUMBER),
        (r"$100.0_{0.0}$", Value.NUMBER),
        (r"$\mathbf{6.84}\pm 0.07$", Value.NUMBER),
        (r"$1.0\cdot 10^{20}$", Value.NUMBER),
        ("29 / 37", Value.NUMBER),
        ("<0.01", Value.NUMBER),
        ("12 ms", Value.NUMBER),
        (r"$\times 10^{6}$", Value.WORDS),
        (r"$d_{\text{model}}$", Value.WORDS),
        ("BLEU-4", Value.WORDS),
        ("5-shot", Value.WORDS),
        ("$O(1)$", Value.WORDS),
        ("–", Value.NOTHING),
        ("✓", Value.NOTHING),
        ("n/a", Value.NOTHING),
    ],
)
def test_what_a_cell_says(text: str, kind: Value) -> None:
    assert value_of(text) is kind
