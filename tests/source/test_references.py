"""References that are not arXiv's: DOIs, pages, PDFs, uploads; and what is refused."""

from __future__ import annotations

import random

import pytest

from takeaways.errors import BlockedUrl, NotAUrl
from takeaways.source import Sources

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

DOIS = {
    "10.1038/nature14539": "10.1038/nature14539",
    "10.1038/NATURE14539.": "10.1038/nature14539",
    "doi:10.1038/nature14539": "10.1038/nature14539",
    "DOI: 10.1038/nature14539": "10.1038/nature14539",
    "https://doi.org/10.1038/nature14539": "10.1038/nature14539",
    "http://dx.doi.org/10.1038/nature14539": "10.1038/nature14539",
    "doi.org/10.1038/nature14539?utm_source=x#y": "10.1038/nature14539",
    "https://doi.org/10.1002%2Fasi.10242": "10.1002/asi.10242",
    "10.1002/(SICI)1097-4571(1986)37:1<4::AID-ASI1>3.0.CO;2-X": "10.1002/(sici)1097-4571(1986)37:1<4::aid-asi1>3.0.co;2-x",
    "10.1000.10/123": "10.1000.10/123",
}

PAGES = {
    "https://example.com/paper": "https://example.com/paper",
    "HTTP://Example.COM:80/Paper": "http://example.com/Paper",
    "https://example.com:443": "https://example.com/",
    "https://example.com:8443/x": "https://example.com:8443/x",
    "https://example.com./x": "https://example.com/x",
    "https://example.com/x?b=2&a=1#part": "https://example.com/x?b=2&a=1",
    "https://example.com/a%20b/ü?q=é": "https://example.com/a%20b/%C3%BC?q=%C3%A9",
    "https://example.com/100%": "https://example.com/100%25",
    "https://bücher.example/x": "https://xn--bcher-kva.example/x",
    "example.com/paper.html": "https://example.com/paper.html",
    "www.example.com": "https://www.example.com/",
    "openreview.net/forum?id=abc": "https://openreview.net/forum?id=abc",
    "https://openreview.net/pdf?id=abc": "https://openreview.net/pdf?id=abc",
    "http://[2001:DB8::0:1]/x": "http://[2001:db8::1]/x",
    "http://0177.0.0.1/x": "http://127.0.0.1/x",
    "http://0x7f000001/x": "http://127.0.0.1/x",
    "http://127.1/x": "http://127.0.0.1/x",
    "http://①②⑦.⓪.⓪.①/x": "http://127.0.0.1/x",
    "http://10.0.0.1/x": "http://10.0.0.1/x",  # whether it may be dialled is for fetch/ to say
    "https://info.arxiv.org/help/arxiv_identifier.html": "https://info.arxiv.org/help/arxiv_identifier.html",
    "https://huggingface.co/papers": "https://huggingface.co/papers",
    "https://www.alphaxiv.org/": "https://www.alphaxiv.org/",
    "https://notarxiv.org/abs/1706.03762": "https://notarxiv.org/abs/1706.03762",
    "https://arxiv.org.example.com/abs/1706.03762": "https://arxiv.org.example.com/abs/1706.03762",
    "https://arxiv.org:8443/abs/1706.03762": "https://arxiv.org:8443/abs/1706.03762",
    "https://doi.org/about": "https://doi.org/about",
    "url:https://example.com/paper": "https://example.com/paper",
}

BLOCKED = [
    "file:///etc/passwd",
    "file:/etc/passwd",
    "FILE:///etc/passwd",
    "gopher://example.com/1",
    "ftp://example.com/paper.pdf",
    "javascript:alert(1)",
    "JavaScript:alert('a b')",
    "data:text/html,<p>x",
    "view-source:https://arxiv.org/abs/1706.03762",
    "chrome-extension://abc/x.pdf",
    "unheard-of://example.com/",
    "https://user:secret@example.com/",
    "https://user@arxiv.org/abs/1706.03762",
    "https://arxiv.org@example.com/abs/1706.03762",
    "https://@example.com/",
    "http://example.com\\@127.0.0.1/",
]

NOT_URLS = {
    "": "Nothing was given",
    "  \u200b ": "Nothing was given",
    "Attention is all you need": "words",
    "attention": "words",
    "Vaswani et al., Attention is all you need, arXiv:1706.03762, 2017": "mentions arXiv:1706.03762; give that alone",
    "see https://arxiv.org/abs/1706.03762, it is good": "mentions https://arxiv.org/abs/1706.03762; give",
    "paper.pdf": "name of a file",
    "/home/me/paper.pdf": "name of a file",
    "~/paper.pdf": "name of a file",
    "./paper.html": "name of a file",
    "C:\\papers\\paper.pdf": "name of a file",
    "example.com": "whole address",
    "3.14159": "neither an arXiv id",
    "12345": "words",
    "pmid:12345": "words",
    "https://": "names no host",
    "http:///etc/passwd": "names no host",
    "https://example.com:99999/": "not a well-formed address",
    "https://example.com:x/": "not a well-formed address",
    "http://[::1/": "not a well-formed address",
    "http://[v1.x]/": "host name that cannot be|not a well-formed",
    "https://exa%6dple.com/": "host name that cannot be",
    "https://1.2.3.4.5/": "host name that cannot be",
    "https://999.1.1.1/": "host name that cannot be",
    "https://a..b/": "host name that cannot be",
    "https://example.com\\.evil.example/": "host name that cannot be",
    "sha256:1234": "64 hexadecimal digits",
    "sha256:" + "g" * 64: "64 hexadecimal digits",
    "https://example.com/" + "x" * 5000: "5020 characters",
}


@pytest.mark.parametrize(("reference", "doi"), DOIS.items(), ids=ascii)
def test_dois(reference: str, doi: str) -> None:
    source = Sources().parse(reference)
    assert source.id == f"doi:{doi}"
    assert source.metadata_url is None
    (candidate,) = source.candidates
    assert candidate.reading == "page"
    assert candidate.url == candidate.link == source.link


def test_a_doi_survives_as_an_address() -> None:
    source = Sources().parse("10.1002/(SICI)1097-4571(1986)37:1<4::AID-ASI1>3.0.CO;2-X")
    assert source.link == "https://doi.org/10.1002/(sici)1097-4571(1986)37:1%3C4::aid-asi1%3E3.0.co;2-x"
    assert Sources().parse(source.link) == source


@pytest.mark.parametrize(("reference", "url"), PAGES.items(), ids=ascii)
def test_pages(reference: str, url: str) -> None:
    source = Sources().parse(reference)
    assert source.id == f"url:{url}"
    assert source.link == url
    assert source.metadata_url is None
    assert [(c.reading, c.url, c.link) for c in source.candidates] == [("page", url, url)]


@pytest.mark.parametrize(
    "url", ["https://example.com/a.pdf", "https://example.com/a.PDF?x=1", "https://h.example/a.pdf#page=2"]
)
def test_pdfs(url: str) -> None:
    assert [c.reading for c in Sources().parse(url).candidates] == ["pdf"]


@pytest.mark.parametrize("reference", [f"sha256:{DIGEST}", f" SHA256:{DIGEST.upper()} ", f"sha256: {DIGEST}"])
def test_uploads(reference: str) -> None:
    source = Sources().parse(reference)
    assert (source.id, source.link, source.metadata_url, source.candidates) == (f"sha256:{DIGEST}", None, None, ())


@pytest.mark.parametrize("reference", [*DOIS, *PAGES, f"sha256:{DIGEST}", "arXiv:1706.03762v5", "hep-th/9901001"], ids=ascii)
def test_the_id_of_a_source_names_it(reference: str) -> None:
    source = Sources().parse(reference)
    assert Sources().parse(source.id) == source


@pytest.mark.parametrize("reference", BLOCKED, ids=ascii)
def test_never_read(reference: str) -> None:
    with pytest.raises(BlockedUrl):
        Sources().parse(reference)


@pytest.mark.parametrize(("reference", "understood"), NOT_URLS.items(), ids=lambda text: ascii(text[:60]))
def test_not_addresses(reference: str, understood: str) -> None:
    with pytest.raises(NotAUrl, match=understood) as raised:
        Sources().parse(reference)
    assert len(raised.value.detail) < 350


def test_whatever_comes_is_read_or_refused() -> None:
    """Thousands of damaged references: nothing but the two errors, and what is read names itself."""
    chance = random.Random(1706)
    sources = Sources("http://127.0.0.1:8123")
    whole = [*DOIS, *PAGES, *BLOCKED, *NOT_URLS, "https://arxiv.org/abs/math.GT/0309136v1", "arXiv:1706.03762v7 [cs.CL]"]
    for _ in range(5000):
        reference = list(chance.choice(whole)[:120])
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(reference) + 1)
            strange = chance.choice("/:@?#%.[]\\ 0v\ud800\u202e٣①é\x00\n")
            reference[at : at + chance.randint(0, 2)] = strange * chance.randint(0, 2)
        try:
            source = sources.parse("".join(reference))
        except (NotAUrl, BlockedUrl) as refused:
            refused.detail.encode()
        else:
            assert sources.parse(source.id) == source
