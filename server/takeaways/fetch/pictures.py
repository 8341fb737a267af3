"""Telling pictures from their bytes: which kind, how many pixels. They are not decoded here, only passed on."""

from __future__ import annotations

import struct

MOST_PIXELS = 60_000_000
"""A browser takes four bytes for each, however small the file is."""

_STARTS_OF_FRAME = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers that a frame's size follows (ITU-T T.81, table B.1)."""


def media_type(body: bytes) -> str | None:
    """The media type of a picture that any browser shows and that runs no script; None for everything else.

    Parameters
    ----------
    body : bytes
        The file, or its first 16 bytes.
    """
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if body.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if body.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if body.startswith(b"RIFF") and body[8:12] == b"WEBP":
        return "image/webp"
    return None


def pixels(body: bytes) -> int | None:
    """Width times height of a picture, as its header has it; None where the header makes no sense."""
    try:
        match media_type(body):
            case "image/png":
                width, height = struct.unpack_from(">II", body, 16)
            case "image/gif":
                width, height = struct.unpack_from("<HH", body, 6)
            case "image/webp":
                width, height = _webp(body)
            case "image/jpeg":
                width, height = _jpeg(body)
            case _:
                return None
    except (struct.error, IndexError):
        return None
    return int(width) * int(height)


def _webp(body: bytes) -> tuple[int, int]:
    """Of the three forms of a WebP file (RFC 9649, 2.5 to 2.7)."""
    form = body[12:16]
    if form == b"VP8X":
        return 1 + int.from_bytes(body[24:27], "little"), 1 + int.from_bytes(body[27:30], "little")
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", body, 26)
    return width & 0x3FFF, height & 0x3FFF


def _jpeg(body: bytes) -> tuple[int, int]:
    at = 2
    while True:
        marker, length = body[at + 1], struct.unpack_from(">H", body, at + 2)[0]
        if body[at] != 0xFF or length < 2:
            raise IndexError
        if marker in _STARTS_OF_FRAME:
            height, width = struct.unpack_from(">HH", body, at + 5)
            return width, height
        at += 2 + length
