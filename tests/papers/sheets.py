"""PDFs written by hand, operator by operator: for what reportlab does not draw (layers, clips, rendering modes).

A page is A4's height and less wide; its text is Helvetica under the name /F. Objects that a page needs beside its content
are given as their bytes and have the numbers 10, 11, … in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

SIZE = (500, 842)
PROSE = [
    "Ravens gather at dusk in large roosts, and their numbers have been estimated by eye for",
    "more than a century. Observers stand at the edge of the wood and count what passes, which",
    "is slow work on cold evenings and fails as soon as the light is gone. We describe a way of",
    "counting that needs neither light nor observers, and compare it with four years of counts.",
]


def line(text: str, x: float, y: float, size: float = 10, before: str = "") -> str:
    """The operators that print one line; `before` sets its colour, rendering mode and the like."""
    shown = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"q BT {before} /F {size} Tf 1 0 0 1 {x} {y} Tm ({shown}) Tj ET Q\n"


def prose(lines: Sequence[str] = PROSE, x: float = 60, y: float = 700, size: float = 10) -> str:
    """The operators that print a paragraph."""
    return "".join(line(text, x, y - 1.2 * size * n, size) for n, text in enumerate(lines))


def stream(content: str | bytes, entries: str = "") -> bytes:
    """A stream object."""
    body = content.encode("latin-1") if isinstance(content, str) else content
    return f"<< {entries} /Length {len(body)} >>\nstream\n".encode() + body + b"\nendstream"


def form(content: str, box: Sequence[float], entries: str = "") -> bytes:
    """A form with the page's font, clipped to its box."""
    edges = " ".join(map(str, box))
    return stream(content, f"/Type /XObject /Subtype /Form /BBox [{edges}] /Resources << /Font << /F 4 0 R >> >> {entries}")


def image(grey: int) -> bytes:
    """An image of one colour."""
    entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return stream(bytes([grey]), entries)


def pdf(
    pages: Sequence[str], objects: Sequence[bytes] = (), resources: str = "", page: str = "", catalog: str = ""
) -> bytes:
    """A file.

    Parameters
    ----------
    pages : sequence of str
        The content of each.
    objects : sequence of bytes
        Numbered from 10.
    resources, page, catalog : str
        More entries of those dictionaries: the first two of every page.
    """
    first = 10 + len(objects)
    numbers = [first + 2 * n for n in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    made = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        4: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **{10 + n: body for n, body in enumerate(objects)},
    }
    for number, content in zip(numbers, pages, strict=True):
        made[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {SIZE[0]} {SIZE[1]}] {page} /Contents {number + 1} 0 R "
            f"/Resources << /Font << /F 4 0 R >> {resources} >> >>"
        ).encode()
        made[number + 1] = stream(content)
    out, places = b"%PDF-1.7\n", {}
    for number in sorted(made):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + made[number] + b"\nendobj\n"
    table = "".join(f"{places[n]:010d} 00000 n \n" if n in places else "0000000000 65535 f \n" for n in range(max(made) + 1))
    end = f"xref\n0 {max(made) + 1}\n{table}trailer << /Size {max(made) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()
