"""Pictures cut out of PDFs, through a worker."""

from __future__ import annotations

import io
import random

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from takeaways.errors import DamagedFile
from takeaways.extract import Extractor
from takeaways.model import Box, Figure, Place
from tests.extract.pdf.pages import FOOT, HEIGHT, LEFT, TOP, WIDTH, Pages


def figure(area: Box | None, page: int = 1) -> Figure:
    return Figure(id="f1", kind="figure", place=Place(page=page), area=area)


def opened(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture))
    assert image.format == "PNG"
    return image


def is_ink(image: Image.Image, x: float, y: float) -> bool:
    """Whether anything dark stands near a place, given as fractions of width and height."""
    at = image.convert("L")
    left, top = round(x * at.width), round(y * at.height)
    return any(value < 128 for value in at.crop((left - 4, top - 4, left + 4, top + 4)).tobytes())


def test_a_figure_is_cut_out_and_its_margins_off(extractor: Extractor) -> None:
    pages = Pages()
    pages.prose(TOP, 560)
    pages.canvas.rect(250, 440, 100, 60, fill=1)
    pages.text("Figure 1: A box.", 250, 412)
    pages.prose(390, FOOT)
    body = pages.body()
    # More than the box, as a form with white margins would give.
    (picture,) = extractor.pictures(body, [figure(Box(left=200, bottom=430, right=400, top=550))]).values()
    image = opened(picture)
    assert image.size == pytest.approx((300, 180), abs=10)
    assert is_ink(image, 0.5, 0.5)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_page_that_is_shown_turned(extractor: Extractor, degrees: int) -> None:
    pages = Pages()
    pages.canvas.setPageRotation(degrees)
    pages.canvas.rect(100, 500, 120, 40, fill=1)
    pages.canvas.rect(100, 500, 60, 80, fill=1)
    body = pages.body()
    (picture,) = extractor.pictures(body, [figure(Box(left=90, bottom=490, right=230, top=590))]).values()
    image = opened(picture)
    assert image.size == pytest.approx((360, 240) if degrees % 180 == 0 else (240, 360), abs=8)
    # An L lies there, its arm to the right at the foot; where the page is turned the white corner goes with it.
    white = {0: (0.75, 0.25), 90: (0.75, 0.75), 180: (0.25, 0.75), 270: (0.25, 0.25)}[degrees]
    corners = {(x, y) for x in (0.25, 0.75) for y in (0.25, 0.75)}
    assert {corner for corner in corners if not is_ink(image, *corner)} == {white}


def test_a_table_set_sideways_is_shown_upright(extractor: Extractor) -> None:
    pages = Pages()
    pages.canvas.translate(400, 100)
    pages.canvas.rotate(90)
    for row in range(4):
        pages.text("precision recall and what else was measured there", 0, -20 * row)
    pages.canvas.rect(-10, 20, 300, 40, fill=1)
    (picture,) = extractor.pictures(pages.body(), [figure(Box(left=300, bottom=80, right=480, top=420))]).values()
    image = opened(picture)
    assert image.width > image.height
    bar, text = (image.convert("L").crop((0, top, image.width, top + 30)).tobytes() for top in (5, image.height - 35))
    assert sum(bar) / len(bar) < 30
    assert sum(text) / len(text) > 150


def test_a_photograph_is_made_smaller_until_it_fits(extractor: Extractor) -> None:
    noise = Image.frombytes("RGB", (1000, 1000), random.Random(1).randbytes(3_000_000))
    pages = Pages()
    pages.canvas.drawImage(ImageReader(noise), 100, 200, 400, 400)
    (picture,) = extractor.pictures(pages.body(), [figure(Box(left=100, bottom=200, right=500, top=600))]).values()
    assert len(picture) <= 500_000
    assert 300 < opened(picture).width < 1200


def test_what_cannot_be_shown_is_left_out(extractor: Extractor) -> None:
    pages = Pages()
    pages.prose(TOP, 500)
    body = pages.body()
    blank = figure(Box(left=LEFT, bottom=100, right=300, top=200))
    beyond = figure(Box(left=LEFT, bottom=100, right=300, top=200), page=7)
    outside = figure(Box(left=WIDTH + 10, bottom=HEIGHT + 10, right=WIDTH + 50, top=HEIGHT + 50))
    assert extractor.pictures(body, [blank, beyond, outside, figure(None)]) == {}


def test_a_file_that_is_no_pdf_is_a_typed_error(extractor: Extractor) -> None:
    with pytest.raises(DamagedFile):
        extractor.pictures(b"%PDF-1.7 nothing else", [figure(Box(left=0, bottom=0, right=9, top=9))])
