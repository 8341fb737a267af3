"""Pictures: which are passed on, and which are not."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from takeaways.errors import EmptyFile, NoPicture, PaperNotFound
from takeaways.fetch import Fetcher, media_type
from takeaways.fetch.pictures import pixels

from .conftest import Site, answer

Make = Callable[..., Fetcher]


def image(form: str, size: tuple[int, int] = (37, 21), **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, form, **options)
    return file.getvalue()


KINDS = {
    "image/png": image("PNG"),
    "image/jpeg": image("JPEG"),
    "image/gif": image("GIF"),
    "image/webp": image("WEBP"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_four_kinds_are_told_from_their_bytes_and_passed_on(kind: str, site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(KINDS[kind], Content_Type="text/plain")
    assert media_type(KINDS[kind]) == kind
    assert fetcher().picture(site.url("/x")) == KINDS[kind]


@pytest.mark.parametrize(
    "body",
    [
        *KINDS.values(),
        image("JPEG", progressive=True),
        image("WEBP", lossless=True),
        image("WEBP", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"),
    ],
)
def test_their_size_stands_in_their_header(body: bytes) -> None:
    assert pixels(body) == 37 * 21
    assert pixels(body[:9]) is None


def test_a_jpeg_without_a_frame_has_no_size() -> None:
    assert pixels(b"\xff\xd8\xff\xe0\x00\x00" + bytes(100)) is None
    assert pixels(b"\xff\xd8\xff\xe0\x00\x10" + b"\xff" * 40) is None


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize("body", [SVG, b"<!DOCTYPE html><p>Log in first.</p>", b"%PDF-1.7", b"BM" + bytes(60)])
def test_everything_else_is_not(body: bytes, site: Site, fetcher: Make) -> None:
    site.paths["/x.png"] = answer(body, Content_Type="image/png")
    with pytest.raises(NoPicture):
        fetcher().picture(site.url("/x.png"))


def test_nor_is_a_small_file_that_fills_a_browsers_memory(site: Site, fetcher: Make) -> None:
    site.paths["/bomb.png"] = answer(image("PNG", (40_000, 2_000)))
    with pytest.raises(NoPicture, match="pixels"):
        fetcher().picture(site.url("/bomb.png"))


def test_nor_one_that_is_too_large(site: Site, fetcher: Make) -> None:
    site.paths["/x"] = answer(KINDS["image/png"] + bytes(5000))
    with pytest.raises(NoPicture, match="too large"):
        fetcher(max_bytes=4000).picture(site.url("/x"))


def test_what_is_missing_or_empty_is_said_so(site: Site, fetcher: Make) -> None:
    site.paths["/empty"] = answer(b"")
    with pytest.raises(EmptyFile):
        fetcher().picture(site.url("/empty"))
    with pytest.raises(PaperNotFound):
        fetcher().picture(site.url("/missing.png"))
