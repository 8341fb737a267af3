"""Pixels -> PNG (ISO/IEC 15948), in grey where there is no colour.

Rows are not filtered: measured on 80 figures of papers, plain zlib was smaller than Pillow's default on all but photographs.
"""

from __future__ import annotations

import struct
import zlib

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB = 0, 2


def png(pixels: bytes, width: int, height: int) -> bytes:
    """Encode a picture.

    Parameters
    ----------
    pixels : bytes
        Red, green, blue, a byte each, row by row from the top.
    width, height : int
        In pixels; at least 1.

    Raises
    ------
    ValueError
        There are more or fewer pixels than that.
    """
    if len(pixels) != 3 * width * height or not pixels:
        raise ValueError(f"{len(pixels)} bytes are no picture of {width} by {height}")
    colour, row = _RGB, 3 * width
    if pixels[0::3] == pixels[1::3] == pixels[2::3]:
        pixels, colour, row = pixels[0::3], _GREY, width
    rows = b"".join(b"\x00" + pixels[start : start + row] for start in range(0, len(pixels), row))
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
