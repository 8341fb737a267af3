"""The wire's examples as nouns, for tests that need a Summary or a Paper to hand around."""

from pathlib import Path

from takeaways.model import Document, Paper, Summary

WIRE = Path(__file__).parent


def document() -> Document:
    return Document.model_validate_json((WIRE / "document.json").read_text())


def paper() -> Paper:
    return Paper.model_validate_json((WIRE / "paper.json").read_text())


def summary(name: str = "summary") -> Summary:
    return Summary.model_validate_json((WIRE / f"{name}.json").read_text())
