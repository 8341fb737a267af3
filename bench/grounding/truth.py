"""True claims, each beside the blocks of a paper that it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from takeaways.extract import Extractor
from takeaways.model import Candidate, Document

BY_HAND = Path(__file__).parents[1] / "truth" / "claims.json"
"""Written by someone who had not read the rules."""
OWN = Path(__file__).parent / "claims.json"
"""Written before the rules, by their author."""


@dataclass(frozen=True)
class Claimed:
    """A claim made of a paper."""

    paper: str
    text: str
    language: str
    blocks: tuple[str, ...]
    quote: str


class Papers:
    """The corpus' papers, each read once."""

    def __init__(self, corpus: Path, extractor: Extractor) -> None:
        self._corpus = corpus
        self._extractor = extractor
        self._read: dict[str, Document] = {}

    def __call__(self, name: str) -> Document:
        """The Document of the file `name` (its path under the corpus)."""
        if name not in self._read:
            file = self._corpus / name
            if file.suffix == ".pdf":
                found = self._extractor.document(file.read_bytes(), "pdf", None, None, "sha256:bench")
            else:
                link = f"https://arxiv.org/html/{file.parent.name}"
                page = Candidate(reading="arxiv-html", url=link, link=link) if file.name == "index.html" else None
                found = self._extractor.document(file.read_bytes(), "html", page, None, "sha256:bench")
            self._read[name] = found.document
        return self._read[name]

    def text(self, name: str, blocks: tuple[str, ...]) -> str:
        """What stands in some blocks of a paper, or captions of its figures."""
        return "\n".join(text for block, text in _texts(self(name)) if block in blocks)

    def everything(self, name: str) -> str:
        """All text of a paper."""
        return "\n".join(text for _, text in _texts(self(name)))


def true_claims(papers: Papers, file: Path) -> tuple[list[Claimed], list[str]]:
    """The claims of a file, and the quotes of those that stand in no block (an extractor that reads anew may move them)."""
    claims, lost = [], []
    for written in json.loads(file.read_text(encoding="utf-8")) if file.exists() else ():
        block = _block(papers(written["paper"]), written["quote"])
        if block is None:
            lost.append(f"{written['paper']}: {written['quote']}")
        else:
            claims.append(Claimed(written["paper"], written["text"], written["language"], (block,), written["quote"]))
    return claims, lost


def _block(document: Document, quote: str) -> str | None:
    wanted = " ".join(quote.split())
    return next((block for block, text in _texts(document) if wanted in " ".join(text.split())), None)


def _texts(document: Document) -> Iterator[tuple[str, str]]:
    for section in document.sections:
        yield from ((block.id, block.text) for block in section.blocks)
    yield from ((figure.id, figure.caption or "") for figure in document.figures)


def sentences_of(papers: Papers, names: list[str]) -> Iterator[Claimed]:
    """The papers' own sentences, each a claim that quotes itself."""
    from takeaways.summarize.sentences import sentences

    for name in names:
        for section in papers(name).sections:
            for block in section.blocks:
                if block.kind != "paragraph":
                    continue
                for start, end in sentences(block.text):
                    text = block.text[start:end]
                    if 60 <= end - start <= 260 and text[0].isupper() and text.endswith("."):
                        yield Claimed(name, text, "en", (block.id,), text)
