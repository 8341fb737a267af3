"""Decompression in bounded pieces."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable

import pytest

from takeaways.errors import SourceBroken
from takeaways.fetch.inflate import PIECE, Inflater

TEXT = b"".join(b"line %d of a text that repeats itself\n" % n for n in range(20_000))


def raw(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def inflated(coding: str, data: bytes, step: int) -> bytes:
    inflater = Inflater(coding)
    pieces = [piece for at in range(0, len(data), step) for piece in inflater.feed(data[at : at + step])]
    return b"".join([*pieces, *inflater.finish()])


@pytest.mark.parametrize("step", [1, 2, 3, 1000, 10**9])
@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("deflate", raw)])
def test_however_it_arrives(coding: str, pack: Callable[[bytes], bytes], step: int) -> None:
    assert inflated(coding, pack(TEXT), step) == TEXT


@pytest.mark.parametrize("step", [1, 7, 10**9])
def test_several_members(step: int) -> None:
    assert inflated("gzip", gzip.compress(TEXT[:999]) + gzip.compress(TEXT[999:]), step) == TEXT


@pytest.mark.parametrize("step", [1, 7, 10**9])
@pytest.mark.parametrize("after", [b"\x00", b"\x00" * 100, b"rubbish"])
def test_padding_after_the_end(after: bytes, step: int) -> None:
    assert inflated("gzip", gzip.compress(TEXT) + after, step) == TEXT


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_nothing_is_nothing(coding: str) -> None:
    assert inflated(coding, b"", 1) == b""


@pytest.mark.parametrize("step", [1, 10**9])
@pytest.mark.parametrize("cut", [1, 2, 9, 100, -9, -1])
def test_a_missing_end_is_noticed(cut: int, step: int) -> None:
    with pytest.raises(SourceBroken):
        inflated("gzip", gzip.compress(TEXT)[:cut], step)


@pytest.mark.parametrize("data", [b"<html>", b"\x1f\x8b\x08" + b"\xff" * 100])
def test_what_is_not_of_that_coding(data: bytes) -> None:
    with pytest.raises(SourceBroken):
        inflated("gzip", data, 10)


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress"])
def test_codings_that_were_not_asked_for(coding: str) -> None:
    with pytest.raises(SourceBroken, match="not asked for"):
        Inflater(coding)


def test_a_bomb_comes_in_small_pieces() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(30)) + packer.flush()
    inflater = Inflater("gzip")
    sizes = [len(piece) for piece in (*inflater.feed(bomb), *inflater.finish())]
    assert sum(sizes) == 30_000_000
    assert max(sizes) <= PIECE
