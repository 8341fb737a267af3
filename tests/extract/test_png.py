"""Pixels as PNG, read back by Pillow (of the `test` extra)."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from takeaways.extract.png import png


def test_colour_comes_back() -> None:
    pixels = bytes(range(3 * 5 * 4))
    image = Image.open(io.BytesIO(png(pixels, 5, 4)))
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", (5, 4))
    assert image.tobytes() == pixels


def test_what_has_no_colour_is_grey() -> None:
    image = Image.open(io.BytesIO(png(bytes((0, 0, 0, 128, 128, 128, 255, 255, 255)), 3, 1)))
    assert (image.mode, image.tobytes()) == ("L", bytes((0, 128, 255)))


@pytest.mark.parametrize(("count", "width", "height"), [(11, 2, 2), (13, 2, 2), (0, 0, 0)])
def test_a_wrong_number_of_pixels_is_an_error(count: int, width: int, height: int) -> None:
    with pytest.raises(ValueError, match="no picture"):
        png(bytes(count), width, height)
