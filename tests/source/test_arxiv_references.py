"""Every form of an arXiv reference, in one table."""

from __future__ import annotations

import pytest

from takeaways.errors import BadSettings, NotAUrl
from takeaways.source import Sources

CASES = {
    # bare ids, as printed, as named in a bibliography
    "1706.03762": "1706.03762",
    "1706.03762v5": "1706.03762v5",
    "1706.03762V5": "1706.03762v5",
    "1706.03762v05": "1706.03762v5",
    "  1706.03762\n": "1706.03762",
    "\ufeff1706.03762\u200b": "1706.03762",
    "<1706.03762>": "1706.03762",
    "«1706.03762»": "1706.03762",
    "1706.03762.": "1706.03762",
    "1706.03762v7.pdf": "1706.03762v7",
    "0704.0001": "0704.0001",
    "1412.9999v2": "1412.9999v2",
    "1501.00001": "1501.00001",
    "hep-th/9901001": "hep-th/9901001",
    "hep-th/9901001v3": "hep-th/9901001v3",
    "HEP-TH/9901001": "hep-th/9901001",
    "math/0309136": "math/0309136",
    "math.GT/0309136v1": "math/0309136v1",
    "cond-mat.mes-hall/0703001": "cond-mat/0703001",
    "math-ph/0703123": "math-ph/0703123",
    "cs/0703001": "cs/0703001",
    "arXiv:1706.03762": "1706.03762",
    "ARXIV:1706.03762v2": "1706.03762v2",
    "arxiv: 1706.03762": "1706.03762",
    "arXiv:hep-th/9901001": "hep-th/9901001",
    "arXiv:math.GT/0309136": "math/0309136",
    "arXiv:1706.03762v7 [cs.CL] 2 Aug 2023": "1706.03762v7",
    "arXiv：１７０６．０３７６２": "1706.03762",
    # arXiv's own routes
    "https://arxiv.org/abs/1706.03762": "1706.03762",
    "http://arxiv.org/abs/1706.03762v1": "1706.03762v1",
    "HTTPS://ArXiv.org/abs/1706.03762": "1706.03762",
    "https://arxiv.org:443/abs/1706.03762": "1706.03762",
    "https://arxiv.org./abs/1706.03762": "1706.03762",
    "https://arxiv.org/abs/1706.03762/": "1706.03762",
    "https://arxiv.org//abs/1706.03762": "1706.03762",
    "https://arxiv.org/abs/1706.03762?context=cs.LG": "1706.03762",
    "https://arxiv.org/abs/1706.03762v5#comments": "1706.03762v5",
    "https://arxiv.org/abs/1706.03762).": "1706.03762",
    "https://arxiv.org/abs/arXiv:1706.03762": "1706.03762",
    "https://arxiv.org/pdf/1706.03762": "1706.03762",
    "https://arxiv.org/pdf/1706.03762.pdf": "1706.03762",
    "https://arxiv.org/pdf/1706.03762v5.pdf#page=3": "1706.03762v5",
    "https://arxiv.org/pdf/1706.03762v5.PDF?download=1": "1706.03762v5",
    "https://arxiv.org/html/1706.03762v7": "1706.03762v7",
    "https://arxiv.org/html/1706.03762v7#S5.SS2": "1706.03762v7",
    "https://arxiv.org/html/1706.03762v7/x1.png": "1706.03762v7",
    "https://arxiv.org/format/1706.03762": "1706.03762",
    "https://arxiv.org/ps/hep-th/9901001": "hep-th/9901001",
    "https://arxiv.org/ps/hep-th/9901001v2.ps.gz": "hep-th/9901001v2",
    "https://arxiv.org/src/1706.03762v1/anc/data.csv": "1706.03762v1",
    "https://arxiv.org/e-print/1706.03762": "1706.03762",
    "https://arxiv.org/abs/hep-th/9901001": "hep-th/9901001",
    "https://arxiv.org/pdf/hep-th/9901001v1.pdf": "hep-th/9901001v1",
    "https://arxiv.org/abs/math.GT/0309136": "math/0309136",
    "https://arxiv.org/abs/hep-th%2F9901001": "hep-th/9901001",
    "https://arxiv.org/abs/1706%2E03762": "1706.03762",
    "https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762": "1706.03762",
    "https://arxiv.org/1706.03762": "1706.03762",
    "https://www.arxiv.org/abs/1706.03762": "1706.03762",
    "https://export.arxiv.org/abs/1706.03762": "1706.03762",
    "https://browse.arxiv.org/html/1706.03762v2": "1706.03762v2",
    "http://de.arxiv.org/abs/hep-th/9901001": "hep-th/9901001",
    "http://xxx.lanl.gov/abs/hep-th/9901001": "hep-th/9901001",
    # no scheme
    "arxiv.org/abs/1706.03762": "1706.03762",
    "//arxiv.org/abs/1706.03762": "1706.03762",
    "www.arxiv.org/pdf/1706.03762": "1706.03762",
    "arxiv.org:443/abs/1706.03762": "1706.03762",
    # ar5iv
    "https://ar5iv.org/abs/1706.03762": "1706.03762",
    "https://ar5iv.org/html/hep-th/9901001": "hep-th/9901001",
    "https://www.ar5iv.org/pdf/1706.03762.pdf": "1706.03762",
    "https://ar5iv.labs.arxiv.org/html/1706.03762": "1706.03762",
    "https://ar5iv.labs.arxiv.org/html/1706.03762v5": "1706.03762v5",
    "https://ar5iv.labs.arxiv.org/papers/1706.03762": "1706.03762",
    # readers of arXiv's papers
    "https://www.alphaxiv.org/abs/1706.03762": "1706.03762",
    "https://alphaxiv.org/abs/1706.03762v5": "1706.03762v5",
    "https://www.alphaxiv.org/overview/1706.03762": "1706.03762",
    "https://www.alphaxiv.org/zh/overview/1706.03762v1": "1706.03762v1",
    "https://alphaxiv.org/html/1706.03762": "1706.03762",
    "https://www.alphaxiv.org/abs/hep-th/9901001": "hep-th/9901001",
    "https://huggingface.co/papers/1706.03762": "1706.03762",
    "https://huggingface.co/papers/1706.03762#community": "1706.03762",
    "https://hf.co/papers/1706.03762": "1706.03762",
    "https://scirate.com/arxiv/1706.03762": "1706.03762",
    "https://papers.cool/arxiv/1706.03762": "1706.03762",
    # arXiv's DOIs
    "10.48550/arXiv.1706.03762": "1706.03762",
    "10.48550/ARXIV.1706.03762": "1706.03762",
    "doi:10.48550/arXiv.1706.03762v5": "1706.03762v5",
    "10.48550/arXiv.hep-th/9901001": "hep-th/9901001",
    "https://doi.org/10.48550/arXiv.1706.03762": "1706.03762",
    "http://dx.doi.org/10.48550/arxiv.1706.03762": "1706.03762",
    "https://doi.org/10.48550%2FarXiv.1706.03762?x=1": "1706.03762",
    "doi.org/10.48550/arXiv.1706.03762": "1706.03762",
}

IMPOSSIBLE = {
    "1713.03762": "month 13",
    "1700.03762": "month 00",
    "2024.12345": "month 24",
    "arXiv:1713.03762": "month 13",
    "https://arxiv.org/abs/1713.03762v2": "month 13",
    "https://huggingface.co/papers/1713.03762": "month 13",
    "10.48550/arXiv.1713.03762": "month 13",
    "hep-th/9913001": "month 13",
    "1706.0376": "5 digits",
    "1706.037621": "5 digits",
    "1412.00001": "4 digits",
    "0703.0001": "April 2007",
    "hep-th/0704001": "March 2007",
    "hep-th/8901001": "March 2007",
    "1706.00000": "number is zero",
    "hep-th/9901000": "number is zero",
    "1706.03762v0": "versions start at v1",
    "arXiv:attention": "not an arXiv id",
    "arXiv:170603762": "not an arXiv id",
    "https://arxiv.org/abs/attention": "no arXiv id",
    "https://arxiv.org/abs/": "not the page of one paper",
    "https://arxiv.org/abs/stat/0501001": "no arXiv id",
    "https://arxiv.org/": "not the page of one paper",
    "https://arxiv.org/list/cs.CL/recent": "not the page of one paper",
    "https://arxiv.org/a/vaswani_a_1": "not the page of one paper",
    "https://arxiv.org/search/?query=attention": "not the page of one paper",
    "https://ar5iv.org/html/foo": "no arXiv id",
    "10.48550/arXiv.foo": "holds no arXiv id",
    "9901001": "needs its archive",
}


@pytest.mark.parametrize(("reference", "expected"), CASES.items(), ids=ascii)
def test_reads(reference: str, expected: str) -> None:
    source = Sources().parse(reference)
    assert source.id == f"arxiv:{expected}"
    assert source.link == f"https://arxiv.org/abs/{expected}"
    assert source.metadata_url == source.link


@pytest.mark.parametrize(("reference", "reason"), IMPOSSIBLE.items(), ids=ascii)
def test_refuses_with_the_reason(reference: str, reason: str) -> None:
    with pytest.raises(NotAUrl, match=reason):
        Sources().parse(reference)


def test_candidates_stand_in_order_of_worth() -> None:
    source = Sources().parse("1706.03762v5")
    assert [(c.reading, c.url) for c in source.candidates] == [
        ("arxiv-html", "https://arxiv.org/html/1706.03762v5"),
        ("pdf", "https://arxiv.org/pdf/1706.03762v5"),
        ("ar5iv", "https://ar5iv.labs.arxiv.org/html/1706.03762"),  # it holds one version and knows no other address
    ]
    assert all(c.url == c.link for c in source.candidates)


def test_without_ar5iv() -> None:
    assert [c.reading for c in Sources(ar5iv_url="").parse("1706.03762").candidates] == ["arxiv-html", "pdf"]


def test_a_mirror_is_dialled_and_people_are_sent_to_arxiv() -> None:
    sources = Sources("http://127.0.0.1:8123/", "http://127.0.0.1:8123/ar5iv")
    source = sources.parse("hep-th/9901001")
    assert source.metadata_url == "http://127.0.0.1:8123/abs/hep-th/9901001"
    assert source.link == "https://arxiv.org/abs/hep-th/9901001"
    assert [(c.url, c.link) for c in source.candidates] == [
        ("http://127.0.0.1:8123/html/hep-th/9901001", "https://arxiv.org/html/hep-th/9901001"),
        ("http://127.0.0.1:8123/pdf/hep-th/9901001", "https://arxiv.org/pdf/hep-th/9901001"),
        ("http://127.0.0.1:8123/ar5iv/html/hep-th/9901001", "https://ar5iv.labs.arxiv.org/html/hep-th/9901001"),
    ]


@pytest.mark.parametrize(
    "reference",
    [
        "http://127.0.0.1:8123/abs/1706.03762v5",
        "https://127.0.0.1:8123/pdf/1706.03762v5.pdf",
        "127.0.0.1:8123/html/1706.03762v5#S1",
        "http://127.0.0.1:8123/ar5iv/html/1706.03762v5",
        "https://arxiv.org/abs/1706.03762v5",
        "https://ar5iv.org/abs/1706.03762v5",
    ],
)
def test_references_to_a_mirror_are_arxiv_references(reference: str) -> None:
    sources = Sources("http://127.0.0.1:8123", "http://127.0.0.1:8123/ar5iv")
    assert sources.parse(reference) == sources.parse("1706.03762v5")


@pytest.mark.parametrize("reference", ["http://127.0.0.1:8124/abs/1706.03762", "http://127.0.0.1/abs/1706.03762"])
def test_another_port_is_another_server(reference: str) -> None:
    assert Sources("http://127.0.0.1:8123").parse(reference).id == f"url:{reference}"


def test_a_mirror_in_a_folder() -> None:
    sources = Sources("https://mirror.example/arxiv")
    assert sources.parse("https://mirror.example/arxiv/abs/1706.03762").id == "arxiv:1706.03762"
    assert sources.parse("https://mirror.example/arxivist/abs/1706.03762").id.startswith("url:")
    assert sources.parse("https://mirror.example/abs/1706.03762").id.startswith("url:")


@pytest.mark.parametrize("url", ["mirror", "ftp://mirror.example", "http://user@mirror.example"])
def test_a_mirror_must_be_an_address(url: str) -> None:
    with pytest.raises(BadSettings, match="stand in for arXiv"):
        Sources(url)


@pytest.mark.parametrize("reference", ["1706.03762", "1706.03762v2", "hep-th/9901001"])
def test_a_version_filled_in_is_that_version_asked_for(reference: str) -> None:
    sources = Sources("http://127.0.0.1:8123")
    paper = reference.removesuffix("v2")
    assert sources.at_version(sources.parse(reference), 7) == sources.parse(f"{paper}v7")


@pytest.mark.parametrize(
    ("reference", "version"), [("https://example.com/", 1), ("10.1038/nature14539", 1), ("1706.03762", 0)]
)
def test_a_version_of_what_has_none_is_our_fault(reference: str, version: int) -> None:
    sources = Sources()
    with pytest.raises(ValueError, match="no version"):
        sources.at_version(sources.parse(reference), version)
