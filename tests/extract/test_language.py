"""The language of a paper: told from its body, unknown rather than guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from takeaways.extract import Extractor
from takeaways.extract.language import language_of
from takeaways.extract.parts import abstract_only
from takeaways.model import Block, Paper, Section

TEXTS: dict[str, str] = json.loads((Path(__file__).parent / "languages.json").read_text(encoding="utf-8"))


def section(text: str, kind: str = "body") -> Section:
    blocks = tuple(Block(id=f"{kind}{n}", kind="paragraph", text=part) for n, part in enumerate(text.split("\n\n")))
    return Section.model_validate({"kind": kind, "blocks": blocks})


@pytest.mark.parametrize("language", TEXTS)
def test_short_texts(language: str) -> None:
    assert language_of([section(TEXTS[language])], None) == language
    assert language_of([section("\n\n".join([TEXTS[language]] * 60))], "en") == language, (
        "what the page says is not believed"
    )


def test_the_body_counts_and_not_an_abstract_in_another_language() -> None:
    paper = [section(TEXTS["de"] * 3, "abstract"), section("\n\n".join([TEXTS["en"]] * 20))]
    assert language_of(paper, None) == "en"
    paper = [
        section(TEXTS["en"] * 3, "abstract"),
        section("\n\n".join([TEXTS["de"]] * 20)),
        section(TEXTS["en"] * 3, "appendix"),
    ]
    assert language_of(paper, None) == "de"


def test_of_an_abstract_alone_it_is_the_abstracts() -> None:
    paper = Paper(id="arxiv:1", abstract=TEXTS["fr"], provenance={"abstract": "arxiv-page"})
    assert abstract_only(paper).language == "fr"


def test_formulas_hide_nothing_and_are_no_language() -> None:
    formula = r"$\lambda_{i} \leq \alpha \sum_{j=1}^{n} x_{ij} \mathrm{otherwise}$ (3.12), \mathbb{R} x y z i j k [3, 4–6]"
    sentences = TEXTS["en"].split(". ")
    assert language_of([section(f"{formula} ".join([*sentences, *sentences, ""]) * 4)], None) == "en"
    assert language_of([section(f"{formula}\n\n" * 60)], None) is None


@pytest.mark.parametrize("text", ["", "Table 1", "Acc BLEU ROUGE 0.31 0.42", "Ravens", "渡鸦"])
def test_of_little_text_nothing_is_said_but_what_the_page_says(text: str) -> None:
    assert language_of([section(text)], None) is None
    assert language_of([section(text)], "pt-BR") == "pt"
    assert language_of([section(text)], "x-klingon") is None


def test_a_text_of_many_languages_is_of_none() -> None:
    mixed = "\n\n".join([TEXTS[language] for language in ("en", "fr", "de", "es", "pl", "it")] * 6)
    assert language_of([section(mixed)], None) is None


@pytest.mark.corpus
def test_papers_of_the_corpus(extractor: Extractor, corpus: Path) -> None:
    expected = {
        "pdf/2020.acl-main.207.pdf": "en",
        "pdf/sp-agarwal11.pdf": "en",
        "pdf-odd/GeoTopo-komprimiert.pdf": "de",
        "pdf-odd/docling-normal_4pages.pdf": "ko",
        "pdf-odd/docling-right_to_left_01.pdf": "ar",
        "html-old/report.htm": "en",
        "latexml/0106220.html": "en",
    }
    for name, language in expected.items():
        body = (corpus / name).read_bytes()
        kind = "pdf" if name.endswith("pdf") else "html"
        assert extractor.document(body, kind, None, None, "sha256:x").document.language == language, name  # type: ignore[arg-type]
