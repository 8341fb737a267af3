"""A good PDF, damaged at random: bytes that a bad line, disk or program would change, and objects that point wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

from .writing import unpacked, write

_REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_NUMBER = re.compile(rb"(?<=[ \[])-?\d+(?:\.\d+)?(?=[ \]/>])")
_NAME = re.compile(rb"/[A-Z][A-Za-z0-9]+")
_NONSENSE = b"0 -1 1e9 2147483648 -9223372036854775808 99999999999999999999 null () [[ << 0.0.0".split()

Way = Callable[[Random, bytes], bytes]


def cut(random: Random, body: bytes) -> bytes:
    """The end is missing."""
    return body[: random.randrange(20, len(body))]


def beheaded(random: Random, body: bytes) -> bytes:
    """The middle of the beginning is missing: it says that it is a PDF, and little more is true."""
    return body[:16] + body[random.randrange(16, len(body)) :]


def bits(random: Random, body: bytes) -> bytes:
    """Single bits are wrong, one to two hundred."""
    out = bytearray(body)
    for _ in range(2 ** random.randrange(8)):
        out[random.randrange(8, len(out))] ^= 1 << random.randrange(8)
    return bytes(out)


def overwritten(random: Random, body: bytes) -> bytes:
    """Ranges hold noise."""
    out = bytearray(body)
    for _ in range(random.randrange(1, 5)):
        start, size = random.randrange(8, len(out)), random.randrange(1, 600)
        out[start : start + size] = random.randbytes(len(out[start : start + size]))
    return bytes(out)


def zeroed(random: Random, body: bytes) -> bytes:
    """A block of the disk was never written."""
    start, size = random.randrange(8, len(body)), random.randrange(1, 4096)
    return body[:start] + b"\0" * len(body[start : start + size]) + body[start + size :]


def inserted(random: Random, body: bytes) -> bytes:
    """Noise stands where nothing was: every offset after it is wrong."""
    start = random.randrange(8, len(body))
    return body[:start] + random.randbytes(random.randrange(1, 2000)) + body[start:]


def deleted(random: Random, body: bytes) -> bytes:
    """A range is missing."""
    start = random.randrange(8, len(body))
    return body[:start] + body[start + random.randrange(1, 2000) :]


def doubled(random: Random, body: bytes) -> bytes:
    """A range stands there twice, or stands elsewhere too."""
    start, to = random.randrange(8, len(body)), random.randrange(8, len(body))
    return body[:to] + body[start : start + random.randrange(1, 4000)] + body[to:]


def shuffled(random: Random, body: bytes) -> bytes:
    """Blocks came in another order."""
    size = random.choice((64, 512, 4096))
    blocks = [body[start : start + size] for start in range(16, len(body), size)]
    random.shuffle(blocks)
    return body[:16] + b"".join(blocks)


def line_ends(random: Random, body: bytes) -> bytes:
    """It was sent as text."""
    return body.replace(b"\n", b"\r\n") if random.random() < 0.5 else bytes(byte & 0x7F for byte in body)


def references(random: Random, body: bytes) -> bytes:
    """References name other objects, or none that there is."""
    return _some(random, _REFERENCE, body, lambda: b"%d 0 R" % random.choice((0, 1, 2, 3, 7, 11, 12, 13, 99999)))


def numbers(random: Random, body: bytes) -> bytes:
    """Lengths, boxes, counts, offsets and operands are nonsense."""
    return _some(random, _NUMBER, body, lambda: random.choice(_NONSENSE))


def names(random: Random, body: bytes) -> bytes:
    """Keys and types are others of the same file."""
    there = _NAME.findall(body)
    return _some(random, _NAME, body, lambda: random.choice(there))


def _some(random: Random, pattern: re.Pattern[bytes], body: bytes, new: Callable[[], bytes]) -> bytes:
    """What `pattern` matches, replaced here and there."""
    share = random.choice((0.01, 0.1, 0.5))
    return pattern.sub(lambda match: new() if random.random() < share else match[0], body)


def swapped(random: Random, body: bytes) -> bytes:
    """Objects bear each other's numbers; the file is sound otherwise."""
    objects = unpacked(body)
    keys = list(objects)
    for _ in range(random.randrange(1, 4)):
        one, other = random.sample(keys, 2)
        objects[one], objects[other] = objects[other], objects[one]
    return write(objects, b"/Root 9 0 R/Info 10 0 R")


def lost(random: Random, body: bytes) -> bytes:
    """Objects are missing; the file is sound otherwise, or has no table."""
    objects = unpacked(body)
    for key in random.sample(list(objects), random.randrange(1, 4)):
        del objects[key]
    return write(objects, b"/Root 9 0 R/Info 10 0 R", table=random.random() < 0.5)


def operators(random: Random, body: bytes) -> bytes:
    """The content is damaged, and no checksum shows it."""
    objects = unpacked(body)
    for key in (12, 13):
        damage = random.choice((bits, overwritten, numbers, names, shuffled, doubled))
        objects[key] = damage(random, objects[key])
    return write(objects, b"/Root 9 0 R/Info 10 0 R")


ANY: tuple[Way, ...] = (
    cut, beheaded, bits, overwritten, zeroed, inserted, deleted, doubled, shuffled, line_ends, references, numbers, names,
)  # fmt: skip
"""What can befall every PDF."""
OURS = (*ANY, swapped, lost, operators)
"""And our own small paper, whose objects are known."""


def damaged(body: bytes, count: int, seed: str, ways: tuple[Way, ...] = ANY) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Damage a file in many ways, the same ones for the same seed.

    Yields
    ------
    name : str
        The kind of damage and its seed, from which it can be made again.
    make : callable
        Makes the damaged file.
    """
    for number in range(count):
        way = ways[number % len(ways)]
        name = f"{way.__name__} {seed}-{number}"
        yield name, lambda way=way, name=name: way(Random(name), body)  # type: ignore[misc]
