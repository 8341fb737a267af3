"""The wire's example files are what the models write and read; node tests read the same files."""

import json
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter

from takeaways.errors import table
from takeaways.model import Document, Event, Noun, Paper, Problem, Request, Summary

WIRE = Path(__file__).parent / "wire"
EVENTS = sorted((WIRE / "events").glob("*.json"))
NOUNS: dict[str, type[Noun]] = {
    "document.json": Document,
    "paper.json": Paper,
    "request.json": Request,
    "summary.json": Summary,
    "summary-quick.json": Summary,
    "summary-model-zh.json": Summary,
}


@pytest.mark.parametrize("name", NOUNS)
def test_an_example_is_what_the_model_writes(name: str) -> None:
    text = (WIRE / name).read_text()
    assert NOUNS[name].model_validate_json(text).model_dump(mode="json") == json.loads(text)


@pytest.mark.parametrize("path", EVENTS, ids=lambda path: path.stem)
def test_an_event_is_what_the_model_writes(path: Path) -> None:
    event: BaseModel = TypeAdapter(Event).validate_json(path.read_text())
    assert event.model_dump(mode="json") == json.loads(path.read_text())


def test_every_event_has_an_example() -> None:
    schema = TypeAdapter(Event).json_schema()
    assert {json.loads(path.read_text())["type"] for path in EVENTS} == set(schema["discriminator"]["mapping"])


def test_every_problem_has_an_example_and_it_is_the_tables_row() -> None:
    examples = {path.stem: Problem.model_validate_json(path.read_text()) for path in (WIRE / "problems").glob("*.json")}
    rows = {code: error(retry_after=examples[code].retry_after).problem() for code, error in table().items()}
    assert examples == rows
    assert all(row.title.endswith(".") and row.action.endswith(".") for row in rows.values())
    assert all(400 <= row.status < 600 for row in rows.values())


def test_every_quote_of_an_example_stands_in_its_block() -> None:
    document = Document.model_validate_json((WIRE / "document.json").read_text())
    summary = Summary.model_validate_json((WIRE / "summary.json").read_text())
    blocks = {block.id: block.text for section in document.sections for block in section.blocks}
    claims = [summary.one_sentence, *summary.takeaways, *summary.note.results, *summary.note.steps]
    assert all(claim and claim.evidence and claim.evidence.quote in blocks[claim.evidence.blocks[0]] for claim in claims)
