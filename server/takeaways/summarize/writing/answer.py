"""The shape that a model is asked for, and a patient reading of what it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from takeaways.model import Depth

NOTE = ("results", "method", "steps", "limitations", "prior_work", "background", "significance", "innovation",
        "performance", "workload")  # fmt: skip
"""The parts of the note in the order in which they are written: that of the panel."""
LISTS = ("takeaways", *NOTE)
NOTES = "claims"
"""Where what matters of one part of a long paper is written."""
_NUMBER = re.compile(r"\d{1,6}")
_MOST = 60
"""Claims of a field that are looked at: a list beyond that is no list of claims."""
_LONGEST = 1200
"""Characters of a claim: a «sentence» beyond that is none."""
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*|[一二三四五六七八九十百千万亿]+")
_MOST_FIGURES = 40
"""Numbers of a claim: a model that writes more has lost itself, and each is looked up in all that the claim names."""


class Said(NamedTuple):
    """A claim as the model gives it: numbers of passages, a quote, the text."""

    passages: tuple[int, ...]
    quote: str
    text: str


def schema(depth: Depth, *, translating: bool) -> dict[str, Any]:
    """JSON schema of the answer, within what «strict» providers take (every property required, none beside them).

    Parameters
    ----------
    depth : {"quick", "full"}
        `quick` has no note.
    translating : bool
        The answer is in another language than the paper: the title's translation and the terms come first.
    """
    claim = _object(
        {"blocks": {"type": "array", "items": {"type": "integer"}}, "quote": {"type": "string"}, "text": {"type": "string"}}
    )
    fields: dict[str, Any] = {}
    if translating:
        term = _object({"term": {"type": "string"}, "rendering": {"type": "string"}})
        fields |= {"title_translation": {"type": "string"}, "terms": {"type": "array", "items": term}}
    fields |= {"one_sentence": claim, "takeaways": {"type": "array", "items": claim}}
    fields |= {"keywords": {"type": "array", "items": {"type": "string"}}}
    if depth == "full":
        fields |= {part: {"type": "array", "items": claim} for part in NOTE}
    return _object(fields)


def notes_schema() -> dict[str, Any]:
    """JSON schema of what is asked of one part of a long paper: claims, each with the part of the summary it is for."""
    claim = {
        "for": {"type": "string", "enum": list(LISTS)},
        "blocks": {"type": "array", "items": {"type": "integer"}},
        "quote": {"type": "string"},
        "text": {"type": "string"},
    }
    return _object({NOTES: {"type": "array", "items": _object(claim)}})


def path_of(field: str, at: int) -> str:
    """Where the `at`-th claim of a field stands in a Summary (RFC 6901)."""
    return f"/{field}" if field == "one_sentence" else f"/takeaways/{at}" if field == "takeaways" else f"/note/{field}/{at}"


def claims_of(answer: Mapping[str, Any], field: str) -> list[Any]:
    """The raw claims of a field, whatever the model made of it: one where a list was asked for, a bare string, nothing."""
    value = answer.get(field)
    if field not in answer and field in NOTE and isinstance(answer.get("note"), Mapping):
        value = answer["note"].get(field)  # some models nest it as the summary does
    if value is None or value == "":
        return []
    return value[:_MOST] if isinstance(value, list) else [value]


def said(raw: Any) -> Said | None:
    """A claim, patiently read: «[3]», "3" and 3 are one number; None where there is no sentence."""
    if isinstance(raw, str):
        raw = {"text": raw}
    if not isinstance(raw, Mapping) or not isinstance(raw.get("text"), str) or not raw["text"].strip():
        return None
    if len(_FIGURES.findall(raw["text"][:_LONGEST])) > _MOST_FIGURES:
        return None
    quote = raw["quote"].strip()[:_LONGEST] if isinstance(raw.get("quote"), str) else ""
    return Said(_numbers(raw.get("blocks")), quote, raw["text"].strip()[:_LONGEST])


def words_of(value: Any, most: int) -> tuple[str, ...]:
    """A list of short strings: without empty, repeated or sentence-long ones, `most` at most."""
    listed = re.split(r"[,;，；、]", value) if isinstance(value, str) else value if isinstance(value, list) else []
    kept = dict.fromkeys(" ".join(one.split()) for one in listed if isinstance(one, str) and one.strip())
    return tuple(one for one in kept if len(one) <= 80)[:most]


def _numbers(value: Any) -> tuple[int, ...]:
    listed: Iterable[Any] = value if isinstance(value, list) else [value]
    found = [int(number) for one in listed for number in _NUMBER.findall(str(one)) if one is not None]
    return tuple(dict.fromkeys(found))[:12]


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
