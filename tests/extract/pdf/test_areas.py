"""Where pictures stand: what gets into a crop, and what must not."""

from __future__ import annotations

import pytest

from takeaways.model import Box, Figure
from tests.extract.pdf.pages import FOOT, LEFT, RIGHT, TOP, Pages

MIDDLE = (LEFT + RIGHT) / 2
GUTTER = 10.0


def edges(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.bottom, box.right, box.top


def assert_at(figure: Figure, box: Box, slack: float = 8) -> None:
    assert figure.area is not None, figure.label
    assert edges(figure.area) == pytest.approx(edges(box), abs=slack), figure.label


def test_a_picture_ends_at_the_text_above_and_takes_its_labels_in() -> None:
    pages = Pages()
    pages.prose(TOP, 560)
    plot = pages.plot(200, 430)
    pages.text("Figure 1: Birds by the number of observers.", 200, 412)
    pages.prose(390, FOOT)
    (figure,) = pages.figures()
    assert_at(figure, plot)


def test_a_running_head_stays_out() -> None:
    pages = Pages()
    pages.prose(TOP, FOOT)
    for n in range(3):
        pages.turn(head="Ravens by their voices")
        plot = pages.plot(200, 615)
        pages.text(f"Figure {n + 1}: The same again.", 200, 600)
        pages.prose(580, FOOT)
    figures = pages.figures()
    assert len(figures) == 3
    for figure in figures:
        assert_at(figure, plot)


def test_text_runs_around_a_figure() -> None:
    pages = Pages()
    pages.prose(TOP, 600)
    pages.prose(600, 430, right=320)
    plot = pages.plot(335, 480)
    pages.text("Figure 1: Beside the text.", 340, 465, 9)
    pages.prose(430, FOOT)
    (figure,) = pages.figures()
    assert_at(figure, plot)


def test_captions_above_their_figures() -> None:
    pages = Pages()
    pages.text("Figure 1: Above its picture.", LEFT, TOP - 10)
    first = pages.plot(LEFT, 590)
    pages.text("Figure 2: Above its picture, too.", LEFT, 570)
    second = pages.plot(LEFT, 455)
    pages.prose(430, FOOT)
    one, two = pages.figures()
    assert_at(one, first)
    assert_at(two, second)


def test_a_table_below_its_caption_and_a_figure_above_its_own_are_told_apart() -> None:
    pages = Pages()
    pages.text("Table 1: Counts.", 200, TOP - 10)
    for base in (695, 680, 640):
        pages.canvas.line(200, base, 400, base)
    for row, base in enumerate((684, 670, 657, 644)):
        for column in range(4):
            pages.text(str(row * column), 205 + 50 * column, base, 9)
    plot = pages.plot(200, 515)
    pages.text("Figure 1: The same as a plot.", 200, 500)
    pages.prose(480, FOOT)
    figures = {figure.kind: figure for figure in pages.figures()}
    assert_at(figures["figure"], plot)
    assert_at(figures["table"], Box(left=200, bottom=640, right=400, top=695))


def test_figures_side_by_side() -> None:
    pages = Pages()
    left, right = pages.plot(LEFT, 600), pages.plot(330, 600)
    pages.text("Figure 1: On the left.", LEFT + 30, 585)
    pages.text("Figure 2: On the right.", 370, 585)
    pages.prose(565, FOOT)
    one, two = pages.figures()
    assert_at(one, left)
    assert_at(two, right)


def two_columns(pages: Pages, top: float = TOP, foot: float = FOOT) -> None:
    pages.prose(top, foot, right=MIDDLE - GUTTER)
    pages.prose(top, foot, left=MIDDLE + GUTTER)


def test_a_wide_figure_reaches_over_both_columns_though_its_caption_is_short() -> None:
    pages = Pages()
    two_columns(pages)
    pages.turn()
    plot = pages.plot(LEFT + 10, 600, width=440, height=110)
    pages.text("Figure 1: Wide.", MIDDLE - 35, 585)
    two_columns(pages, top=565)
    (figure,) = pages.figures()
    assert_at(figure, plot)


def test_a_figure_of_one_column_leaves_the_other_alone() -> None:
    pages = Pages()
    pages.prose(TOP, FOOT, right=MIDDLE - GUTTER)
    plot = pages.plot(MIDDLE + GUTTER + 10, 600)
    pages.text("Figure 1: In its column.", MIDDLE + GUTTER + 10, 585)
    pages.prose(565, FOOT, left=MIDDLE + GUTTER)
    (figure,) = pages.figures()
    assert_at(figure, plot)


def test_type_in_a_frame_is_a_picture() -> None:
    pages = Pages()
    pages.prose(TOP, 620)
    pages.canvas.rect(LEFT, 500, RIGHT - LEFT, 90)
    pages.prose(585, 510, left=LEFT + 10, right=RIGHT - 10)
    pages.text("Figure 1: What the observers were told.", LEFT, 485)
    pages.prose(465, FOOT)
    (figure,) = pages.figures()
    assert_at(figure, Box(left=LEFT, bottom=500, right=RIGHT, top=590))


def test_a_listing_without_a_frame_is_a_picture() -> None:
    pages = Pages()
    pages.prose(TOP, 620)
    for n, line in enumerate(
        ("count(roost):", "  while light > 0:", "    call = listen(roost)", "    add(call, voices)", "  return voices")
    ):
        pages.text(line.strip(), LEFT + 8 * (len(line) - len(line.lstrip())), 580 - 12 * n, 10, "Courier")
    pages.text("Figure 1: How ravens are counted.", LEFT, 512)
    pages.prose(485, FOOT)
    (figure,) = pages.figures()
    assert_at(figure, Box(left=LEFT, bottom=530, right=230, top=588), slack=14)


def test_a_form_shows_no_more_than_its_box_though_it_holds_more() -> None:
    pages = Pages()
    pages.canvas.beginForm("plot", 0, 0, 200, 100)
    for n in range(40):
        pages.canvas.line(0, 20 * n - 300, 200, 20 * n - 290)
    pages.canvas.endForm()
    pages.prose(TOP, 560)
    pages.canvas.saveState()
    pages.canvas.translate(200, 430)
    pages.canvas.doForm("plot")
    pages.canvas.restoreState()
    pages.text("Figure 1: A part of what the file holds.", 200, 412)
    pages.prose(390, FOOT)
    (figure,) = pages.figures()
    assert_at(figure, Box(left=200, bottom=430, right=400, top=530), slack=25)


def test_a_caption_without_a_picture_has_no_area() -> None:
    pages = Pages()
    pages.prose(TOP, 400)
    pages.text("Figure 1: It was lost.", LEFT, 380, 9)
    pages.prose(360, FOOT)
    assert [figure.area for figure in pages.figures()] == [None]


def test_references_in_small_print_below_a_table_are_no_part_of_it() -> None:
    pages = Pages()
    pages.prose(TOP, FOOT)
    pages.turn()
    pages.text("Table 1: Counts.", 200, TOP - 10)
    for base in (695, 680, 640):
        pages.canvas.line(200, base, 400, base)
    for row, base in enumerate((684, 670, 657, 644)):
        for column in range(4):
            pages.text(str(row * column), 205 + 50 * column, base, 9)
    pages.prose(620, FOOT, size=8)
    (table,) = pages.figures()
    assert_at(table, Box(left=200, bottom=640, right=400, top=695))


@pytest.mark.parametrize(
    ("label", "kind"),
    [("Abbildung 1.2:", "figure"), ("Abb. 3:", "figure"), ("Figura 4.", "figure"), ("Tabelle 2:", "table"),
     ("Tableau 1.", "table"), ("Algorithmus 1:", "algorithm"), ("Scheme 1.", "figure")],
)  # fmt: skip
def test_captions_in_other_languages(label: str, kind: str) -> None:
    pages = Pages()
    pages.prose(TOP, 560)
    plot = pages.plot(200, 430)
    pages.text(f"{label} Dohlen am Abend.", 200, 412)
    pages.prose(390, FOOT)
    (figure,) = pages.figures()
    assert figure.kind == kind
    assert_at(figure, plot)


def test_a_table_set_sideways() -> None:
    pages = Pages()
    pages.prose(TOP, FOOT)
    pages.turn()
    pages.canvas.translate(500, 100)
    pages.canvas.rotate(90)
    pages.text("Table 1: Counts of ravens at the northern roost, by observer.", 0, 300, 10)
    for base in (280, 262, 195):
        pages.canvas.line(0, base, 400, base)
    for row in range(5):
        for column, word in enumerate(("dusk", "ravens", "observers", "calls")):
            pages.text(f"{word} {row}", 5 + 100 * column, 267 - 16 * row, 9)
    (table,) = pages.figures()
    # What is 195 to 280 up on the turned page is that far to the left of its origin on the page as the file has it.
    assert_at(table, Box(left=500 - 280, bottom=100, right=500 - 195, top=500))
