"""What a page could do to those who read what was read of it."""

from __future__ import annotations

import pytest

from takeaways.errors import NoText
from takeaways.extract.html import read_html
from takeaways.extract.parts import document
from takeaways.model import Candidate
from tests.extract.html.latexml.articles import page

SENTENCE = "Ravens gather at dusk in roosts of several hundred birds and are never silent while they do. "
CAPTION = "<figcaption class=ltx_caption>Figure 1. Birds.</figcaption>"
BAD = (
    "<script>alert('evil')</script><style>p{content:'evil'}</style><noscript>evil</noscript><template><p>evil</p></template>"
    "<p onclick=\"alert('evil')\">Birds.</p><img src=x onerror=\"alert('evil')\"><iframe srcdoc='<p>evil</p>'></iframe>"
    "<object data='data:text/html,evil'>evil</object><!-- evil -->"
    f"<figure class=ltx_figure><img class=ltx_graphics src='data:image/svg+xml,evil'>{CAPTION}</figure>"
    f"<figure class=ltx_figure><img class=ltx_graphics src=' javascript:evil()'>{CAPTION}</figure>"
)


@pytest.mark.parametrize("reading", ["page", "arxiv-html"])
def test_scripts_handlers_and_data_addresses_end_here(reading: str) -> None:
    link = "https://arxiv.org/html/2401.00001v2"
    candidate = Candidate.model_validate({"reading": reading, "url": link, "link": link})
    metas = "<meta name=citation_title content=Ravens><meta name=citation_pdf_url content='javascript:evil()'>"
    plain = f"<html><head>{metas}</head><body><article>{f'<p>{SENTENCE * 9}</p>' * 9}{BAD}</article></body></html>".encode()
    parts = read_html(plain if reading == "page" else page(BAD), candidate, "url:x")
    said = document(parts, candidate, None, "page").model_dump_json()
    assert "Birds." in said
    assert "evil" not in said
    assert "javascript:" not in said
    assert parts.candidates == []


@pytest.mark.parametrize(
    "body",
    [
        b"<" * 10_000,
        b"<table>" * 2_000,
        b"<div class=ltx_document>" + b"<section class=ltx_section>" * 300,
        b"<article class=ltx_document><figure class=ltx_figure>" * 200,
        b"<html><head><script type='application/ld+json'>" + b"[" * 5_000 + b"</script></head></html>",
        b"\x00\x00<p>\x00</p>",
    ],
)
def test_nonsense_ends_in_a_typed_error(body: bytes) -> None:
    with pytest.raises(NoText):
        read_html(body, None, "url:x")
