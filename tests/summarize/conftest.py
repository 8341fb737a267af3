"""Small Documents, and the engine with a clock that stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from takeaways.model import Block, Coverage, Delta, Document, Paper, Place, Section, Summary, SummaryReady
from takeaways.summarize import Embedded

WIRE = Path(__file__).parents[1] / "wire"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def document(
    *sections: tuple[str | None, str] | Section, title: str | None = None, keywords: tuple[str, ...] = ()
) -> Document:
    """A Document of sections (heading, paragraphs divided by empty lines); `Abstract` makes the abstract."""
    made = []
    for number, section in enumerate(sections):
        if isinstance(section, Section):
            made.append(section)
            continue
        heading, text = section
        blocks = [
            Block(id=f"b{number}.{at}", kind="paragraph", text=part, place=Place(page=number + 1))
            for at, part in enumerate(text.split("\n\n"))
        ]
        kind = "abstract" if heading == "Abstract" else "body"
        made.append(Section.model_validate({"kind": kind, "heading": heading, "blocks": blocks}))
    return Document(
        paper=Paper(id="arxiv:2401.00001v1", title=title, provenance={"title": "arxiv-page"} if title else {}),
        sections=tuple(made),
        coverage=Coverage(reading="pdf", unit="pages", read=len(made), total=len(made), words=100),
        keywords=keywords,
    )


@pytest.fixture
def wire_document() -> Document:
    return Document.model_validate_json((WIRE / "document.json").read_text())


@pytest.fixture
def engine() -> Embedded:
    return Embedded("7", lambda: NOW)


@pytest.fixture
def read(engine: Embedded) -> Callable[..., Summary]:
    """The summary the engine's last event carries; the deltas are checked to tell the same."""

    def run(paper: Document, depth: str = "full", language: str = "en") -> Summary:
        *deltas, ready = engine.summarize(paper, language, depth)  # type: ignore[arg-type]
        assert isinstance(ready, SummaryReady)
        told: dict[str, object] = {}
        for delta in deltas:
            assert isinstance(delta, Delta)
            assert delta.claim is not None
            assert told.setdefault(delta.path, delta.claim) is delta.claim
        summary = ready.summary
        expected: dict[str, object] = {"/one_sentence": summary.one_sentence} if summary.one_sentence else {}
        expected |= {f"/takeaways/{at}": claim for at, claim in enumerate(summary.takeaways)}
        for part in type(summary.note).model_fields:
            expected |= {f"/note/{part}/{at}": claim for at, claim in enumerate(getattr(summary.note, part))}
        assert told == expected
        return summary

    return run
