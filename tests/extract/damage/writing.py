"""A PDF of given objects, right or wrong (ISO 32000-1, 7.5)."""

from __future__ import annotations

import base64
import re
import zlib

OBJECT = re.compile(rb"(\d+) 0 obj\s*(.*?)\s*endobj", re.S)
STREAM = re.compile(rb"(<<.*?>>)\s*stream\r?\n(.*?)~>\s*endstream", re.S)


def write(objects: dict[int, bytes], trailer: bytes = b"/Root 1 0 R", table: bool = True) -> bytes:
    """A PDF with these objects.

    Parameters
    ----------
    objects : dict of int to bytes
        What stands between `obj` and `endobj`, by number.
    trailer : bytes
        Entries of the trailer beside `/Size`.
    table : bool
        Whether it has a cross-reference table; without one a reader must look for the objects.
    """
    out, offsets = bytearray(b"%PDF-1.7\n"), {}
    for number, content in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size, start = max(objects, default=0) + 1, len(out)
    if table:
        rows = [b"%010d 00000 n \n" % offsets[n] if n in offsets else b"0000000000 65535 f \n" for n in range(size)]
        out += b"xref\n0 %d\n" % size + b"".join(rows)
    out += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out)


def stream(data: bytes, entries: bytes = b"", pack: bool = False) -> bytes:
    """A stream object; compressed if asked for."""
    if pack:
        data, entries = zlib.compress(data), entries + b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


WORDS = b"BT /F 12 Tf 14 TL 72 700 Td (1 Introduction) ' %s ET" % (
    b"(We count ravens by their voices, and no flock is too large.) ' " * 20
)


def page(content: bytes = WORDS, **other: bytes) -> dict[int, bytes]:
    """A document of one page: 1 its catalogue, 2 its pages, 3 the page, 4 its content, 5 its font; 6 and on are free.

    Parameters
    ----------
    content : bytes
        Operators.
    **other : bytes
        Entries of the page, which replace those it has: `MediaBox=b"[0 0 0 0]"`.
    """
    entries = {
        "Type": b"/Page",
        "Parent": b"2 0 R",
        "MediaBox": b"[0 0 612 792]",
        "Resources": b"<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>/Pattern<</P 6 0 R>>/Shading<</S 6 0 R>>>>",
        "Contents": b"4 0 R",
        **other,
    }
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        3: b"<<%s>>" % b"".join(b"/%s %s" % (name.encode(), value) for name, value in entries.items()),
        4: stream(content),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }


def unpacked(body: bytes) -> dict[int, bytes]:
    """The objects of our own small paper, its streams readable: damage then meets operators, not a checksum."""
    objects = {}
    for found in OBJECT.finditer(body):
        packed = STREAM.search(found[2])
        data = zlib.decompress(base64.a85decode(packed[2])) if packed else b""
        objects[int(found[1])] = stream(data) if packed else found[2]
    return objects
