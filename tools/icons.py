"""Draw the extension's icons: the page's favicon (a T, in arXiv's red), at the sizes the browsers ask for."""

import struct
import sys
import zlib
from pathlib import Path

SIZES = (16, 32, 48, 128)
FINE = 8  # samples a pixel and direction
RED, WHITE = (0xB3, 0x1B, 0x1B), (0xFF, 0xFF, 0xFF)
Polygon = tuple[tuple[float, float], ...]

# In the units of favicon.svg (32 by 32). Small, the serifs would be a blur: there the T is plain and heavy.
SERIF: Polygon = (
    (8, 8), (24, 8), (24, 13), (22.7, 13), (22.3, 11.2), (21.4, 10.2), (19.3, 9.8), (17.6, 9.8), (17.6, 22), (18, 23.2),
    (20, 23.9), (20, 25), (12, 25), (12, 23.9), (14, 23.2), (14.4, 22), (14.4, 9.8), (12.7, 9.8), (10.6, 10.2), (9.7, 11.2),
    (9.3, 13), (8, 13),
)  # fmt: skip
PLAIN: Polygon = ((8, 8), (24, 8), (24, 12), (18, 12), (18, 26), (14, 26), (14, 12), (8, 12))


def inside(polygon: Polygon, x: float, y: float) -> bool:
    """Whether a point is in a polygon (even-odd rule)."""
    crossed = False
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed


def in_ground(x: float, y: float) -> bool:
    """Whether a point is in the square of 32 with corners of radius 8."""
    dx, dy = max(8 - x, x - 24, 0), max(8 - y, y - 24, 0)
    return dx * dx + dy * dy <= 64


def pixels(size: int) -> bytes:
    """RGBA rows, each with the filter byte that PNG wants before it."""
    letter = PLAIN if size < 32 else SERIF
    scale = 32 / size / FINE
    rows = bytearray()
    for row in range(size):
        rows.append(0)
        for column in range(size):
            ground = white = 0
            for sample in range(FINE * FINE):
                x = (column * FINE + sample % FINE + 0.5) * scale
                y = (row * FINE + sample // FINE + 0.5) * scale
                if in_ground(x, y):
                    ground += 1
                    white += inside(letter, x, y)
            share = white / ground if ground else 0
            rows += bytes(round(red + (other - red) * share) for red, other in zip(RED, WHITE, strict=True))
            rows.append(round(255 * ground / FINE**2))
    return bytes(rows)


def png(size: int) -> bytes:
    """An icon as a PNG file."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(pixels(size), 9)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "extension/icons")
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        (folder / f"{size}.png").write_bytes(png(size))


if __name__ == "__main__":
    main()
