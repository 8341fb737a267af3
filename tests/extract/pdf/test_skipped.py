"""What was not read of a PDF is said in kinds and numbers."""

from __future__ import annotations

import io
import struct
import zlib

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from takeaways.extract.parts import ranges
from takeaways.extract.pdf import read_pdf
from takeaways.extract.pdf.crops import crops
from tests.extract.pdf.pages import FOOT, LEFT, TOP, Pages


def grey_picture() -> ImageReader:
    """A small PNG, to be stretched over a page as a scanner would."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    rows = zlib.compress(b"".join(b"\x00" + bytes(range(8)) for _ in range(8)))
    head = chunk(b"IHDR", struct.pack(">2I5B", 8, 8, 8, 0, 0, 0, 0))
    return ImageReader(io.BytesIO(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")))


def test_pages_that_are_pictures() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for number in range(1, 6):
        if number in (2, 3, 5):
            canvas.drawImage(grey_picture(), 0, 0, 612, 792)
        else:
            for line in range(30):
                canvas.drawString(
                    72, 700 - 14 * line, f"On page {number} ravens were counted from line {line} to the next one."
                )
        canvas.showPage()
    canvas.save()
    parts = read_pdf(out.getvalue(), None, "sha256:x")
    assert [(one.kind, one.count, one.which) for one in parts.skipped] == [("picture_page", 3, ("2–3", "5"))]
    assert [(flag.kind, flag.text, flag.place.page) for flag in parts.flags] == [("scanned", "", None)]
    assert (parts.read, parts.total) == (2, 5)


def broken(*_: object, **__: object) -> None:
    raise pypdfium2.PdfiumError("made for this test")


def test_a_page_whose_links_cannot_be_read_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Pages()
    pages.prose(TOP, FOOT)
    monkeypatch.setattr("takeaways.extract.pdf.document.hyperlinks_on", broken)
    parts = read_pdf(pages.body(), None, "sha256:x")
    assert (parts.read, parts.total, parts.skipped) == (1, 1, [])


def test_a_picture_that_cannot_be_drawn_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = Pages()
    pages.plot(LEFT, 400)
    pages.text("Figure 1: Ravens that were counted at dusk by two observers.", LEFT, 385)
    pages.prose(360, FOOT)
    body = pages.body()
    figures = read_pdf(body, None, "sha256:x").figures
    assert [name for name, _ in crops(body, figures)] == [figures[0].id]
    monkeypatch.setattr(pypdfium2.PdfPage, "render", broken)
    assert list(crops(body, figures)) == []


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([], ()), ([3], ("3",)), ([1, 2, 3, 7, 9, 10], ("1–3", "7", "9–10")), (range(401, 403), ("401–402",))],
)
def test_numbers_in_a_row_are_said_as_a_range(numbers: list[int], said: tuple[str, ...]) -> None:
    assert ranges(numbers) == said
