"""Addresses that a paper gives as its own, and those that it only mentions."""

from __future__ import annotations

from pathlib import Path

import pytest

from takeaways.extract import Extractor
from takeaways.extract.links import links_of
from takeaways.extract.mentions import Mention, mention, mentions_in, mentions_of
from takeaways.model import Author, Paper

PAPER = Paper(
    id="arxiv:1",
    title="RAVENCOUNT: Flock Size from a Single Microphone",
    abstract="We count ravens. We introduce RookBench, a benchmark of recordings, and a method called Caw2Num.",
    authors=(Author(name="Ida Lindqvist"), Author(name="Bo Lee")),
    provenance={"title": "page-text", "abstract": "page-text", "authors": "page-text"},
)


def found(text: str, comment: str | None = None) -> list[tuple[str, str]]:
    paper = PAPER.model_copy(update={"comment": comment})
    return [(link.kind, link.url) for link in links_of(paper, mentions_in(text))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Our code is available at https://github.com/x/ravens.", "code"),
        ("We release the recordings at https://zenodo.org/record/1.", "data"),
        ("See our project page: https://ravens.example.org/demo", "project"),
        ("The code and data are available at https://example.org/ravens (accessed today).", "data"),
        ("The code we used to train and evaluate our models is available at https://github.com/x/tensor.", "code"),
        ("Code and demo available at https://github.com/x/paper-plain", "code"),
        ("Code will be made publicly available at github.com/x/bar.", "code"),
        ("PyTorch code is available at https://github.com/x/bar.", "code"),
        ("We make our dataset publicly available (https://osf.io/abc).", "data"),
        ("The dataset can be downloaded from https://example.org/data", "data"),
        ("The software is freely available from http://www.example.org/~bar/tool/", "code"),
        (
            "We make the following resources publicly available: metadata of 20 papers (http://example.org/data.html).",
            "data",
        ),
        ("The source code for RAVENCOUNT is available at http://ravencount.example.org/", "code"),
        ("We introduce and release (https://github.com/x/rookb) RookBench, a novel collection of data sets.", "data"),
        ("Video overview: https://youtu.be/MbCuEZadkIw", "project"),
        ("Supplementary material is available online at https://example.org/supp", "project"),
        ("https://github.com/x/caw2num", "code"),
        ("Our methods are written in C. https://github.com/ilindqvist/crows", "code"),
    ],
)
def test_its_own(text: str, kind: str) -> None:
    assert [one[0] for one in found(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The tokenizer was downloaded from https://github.com/google/sentencepiece, which is available under MIT.",
        "Ravens are described at https://en.wikipedia.org/wiki/Raven.",
        "We used the sections-mean model released by the authors: https://github.com/smith/sentences",
        "We use the framework of Smith et al., available at https://github.com/smith/x.",
        "We use v3.4 of MetaMap Lite, available at https://metamap.example.org/MetaMapLite.shtml",
        "REVERB uses OpenNLP for tagging: http://opennlp.example.org/",
        "The source code for BERT is available at https://github.com/google-research/bert",
        "The official implementation of BERT is available at https://github.com/google-research/bert",
        "Data from the Penn Treebank is available at https://catalog.example.org/LDC99T42",
        "We were told that the Penn Treebank corpus is available at https://catalog.example.org/LDC99T42",
        "The Stanford parser can be found at https://nlp.example.org/software/lex-parser.shtml",
        "We compare with publicly available GROBID https://github.com/kermitt2/grobid",
        "Our model is implemented in PyTorch (https://pytorch.org).",
        "An independent evaluation was conducted on https://llmboxing.example.org/leaderboard.",
        "https://github.com/google-research/bert",
        "Lee's tool counts as well: https://github.com/leeoniya/uPlot",
        "Our code is available at https://arxiv.org/abs/1706.03762.",
    ],
)
def test_somebody_elses(text: str) -> None:
    assert found(text) == []


def test_the_comment_counts_and_nothing_twice() -> None:
    assert found("Our code is at https://github.com/x/ravens.", "Code available at https://github.com/x/ravens.git") == [
        ("code", "https://github.com/x/ravens.git")
    ]
    assert found("", "To appear at ICRA; https://ravens.github.io/count, 8 pages") == [
        ("project", "https://ravens.github.io/count")
    ]
    assert found("", "8 pages, see https://icra.example.org/2024") == []
    assert found("", "Extends the model of https://github.com/smith/x; based on https://github.com/smith/y") == []


def test_what_is_data_here_and_code_there_is_code() -> None:
    assert found("We release our data at https://github.com/x/y. Our code and data are at https://github.com/x/y/.") == [
        ("code", "https://github.com/x/y")
    ]


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("See https://x.example.org/a_(b), and (https://y.example.org/c).", ["https://x.example.org/a_(b)", "https://y.example.org/c"]),
        ("At www.example.org and gitlab.com/a/b.", ["http://www.example.org", "https://gitlab.com/a/b"]),
        ("Mail to bo@www.example.org or me@github.com/x/y", []),
        ("Cut: https://www.nlm.example.org/mesh/meshhome. html is left out.", []),
        ("Cut: https://sobigdata. d4science.org/web/tagme", []),
        ("Cut: https://example.org/mesh- home/b.html", []),
        ("Whole: https://example.org/mesh/ and more.", ["https://example.org/mesh/"]),
        ("No host: https://localhost/x http://", []),
    ],
)  # fmt: skip
def test_addresses_in_a_text(text: str, urls: list[str]) -> None:
    assert [one.url for one in mentions_in(text)] == urls


def test_the_sentence_around_an_address() -> None:
    text = "It rained. Smith et al. (2020) say, e.g. Ravens, that (https://x.example.org) is v. 2 of it. Then it snowed."
    (one,) = mentions_in(text)
    assert one.before == "Smith et al. (2020) say, e.g. Ravens, that ("
    assert one.after == ") is v. 2 of it."
    # A note's mark after the full stop belongs to the sentence before it.
    assert mention("u", "It rained. We release our code.", "It snowed.") == Mention("u", "We release our code.", "")


def test_what_a_line_has_spoilt_gives_way_to_what_the_parser_knows() -> None:
    known = [mention("https://github.com/jhu-lcsr/good_robot", "Code is at", "")]
    texts = [
        "Code is at https://github.com/jhulcsr/good_robot",
        "Code is at https://github.com/jhu",
        "And https://a.example.org",
    ]
    assert [one.url for one in mentions_of(texts, known)] == [known[0].url, "https://a.example.org"]


def test_of_a_list_of_addresses_the_first_are_looked_at_each_with_what_is_near() -> None:
    found = list(mentions_of([f"Our code: {'https://github.com/ ' * 1000}"], []))
    assert len(found) == 200
    assert found[0].before == "Our code:"
    assert all(len(one.before) <= 300 and len(one.after) <= 300 for one in found)


@pytest.mark.corpus
def test_papers_of_the_corpus(extractor: Extractor, corpus: Path) -> None:
    s2orc = {"code https://github.com/allenai/s2orc/"}
    transformer = {"code https://github.com/tensorflow/tensor2tensor"}
    mistral = {"code https://github.com/mistralai/mistral-src", "project https://mistral.ai/news/announcing-mistral-7b/"}
    # Written down by reading every sentence with an address in the corpus.
    expected = {
        "pdf/1903.10676.pdf": set(),
        "pdf/2020.acl-main.207.pdf": {"code https://github.com/allenai/specter", "data https://github.com/allenai/scidocs"},
        "pdf/2020.acl-main.447.pdf": s2orc,
        "pdf/2203.00130v1.pdf": {"code https://github.com/allenai/paper-plain"},
        "pdf/2304.02623v1.pdf": set(),
        "pdf/N18-3011.pdf": {
            "data http://labs.semanticscholar.org/corpus/",
            "data http://allenai.org/data.html",
            "code https://github.com/allenai/deepfigures-open",
            "code https://github.com/allenai/citeomatic",
            "code https://github.com/allenai/science-parse",
            "code http://allenai.org/software/",
        },
        "pdf/chatpaper-demo.pdf": {"code https://github.com/jhu-lcsr/good_robot", "project https://youtu.be/MbCuEZadkIw"},
        "pdf/futoma2017.pdf": {"code https://github.com/jfutoma/MGP-RNN"},
        "pdf/pdftext-adversarial.pdf": {"code https://github.com/nblt/Sub-AT"},
        "pdf/pm-index-list-o-7f4e1838.pdf": set(),
        "pdf/sp-e4faf2c1d76b9bf8.pdf": set(),
        "pdf/sp-fader11.pdf": {"code http://reverb.cs.washington.edu"},
        "pdf-odd/GeoTopo-komprimiert.pdf": set(),
        "pdf-odd/docling-redp5110_sampled.pdf": set(),
        "html-old/report.htm": set(),
        "latexml/0106220.html": set(),
        "arxiv/pdf/1706.03762v1.pdf": transformer,
        "arxiv/html/1706.03762v1/index.html": transformer,
        "arxiv/pdf/1911.02782v1.pdf": s2orc,
        "arxiv/html/1911.02782v1/index.html": s2orc,
        "arxiv/pdf/2004.14974v1.pdf": set(),
        "arxiv/html/2004.14974v1/index.html": set(),
        "arxiv/pdf/2310.06825v1.pdf": mistral,
        "arxiv/html/2310.06825v1/index.html": mistral,
    }
    links = {}
    for name in expected:
        kind = "pdf" if name.endswith("pdf") else "html"
        document = extractor.document((corpus / name).read_bytes(), kind, None, None, "sha256:x").document  # type: ignore[arg-type]
        links[name] = {f"{link.kind} {link.url}" for link in document.paper.links}
    assert links == expected
