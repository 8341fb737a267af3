"""An answer that grows: what is new is told at once, a claim when it is whole, however the pieces fall."""

from __future__ import annotations

import json
from typing import Any

import pytest

from takeaways.errors import ProviderBroken
from takeaways.summarize.writing import growing
from takeaways.summarize.writing.growing import Growing, Grown, Whole

ANSWER: dict[str, Any] = {
    "title_translation": "数渡鸦",
    "one_sentence": {
        "blocks": [1],
        "quote": "estimates the size",
        "text": 'A «flock» is counted \\ by "voice"\nalone – 28.4 %.',
    },
    "takeaways": [
        {"blocks": [2], "quote": "q", "text": "一支麦克风就够了。"},
        {"blocks": [3], "quote": "r", "text": "Second."},
    ],
    "keywords": ["ravens"],
    "results": [{"blocks": [4], "quote": "s", "text": "It works."}],
}


def grown(text: str, piece: int) -> tuple[dict[str, str], list[Whole], Growing]:
    growing = Growing()
    texts: dict[str, str] = {}
    wholes: list[Whole] = []
    for at in range(0, len(text), piece):
        for event in growing.add(text[at : at + piece]):
            if isinstance(event, Grown):
                texts[event.path] = texts.get(event.path, "") + event.text
            else:
                wholes.append(event)
    growing.end()
    return texts, [*wholes, *growing.rest()], growing


@pytest.mark.parametrize("piece", [1, 2, 3, 7, 50, 10_000])
@pytest.mark.parametrize("escaped", [True, False])
@pytest.mark.parametrize("around", ["{}", "```json\n{}\n```", "Here is the summary:\n{}\nI hope it helps."])
def test_whatever_the_pieces_the_claims_are_the_same(piece: int, escaped: bool, around: str) -> None:
    texts, wholes, growing = grown(around.replace("{}", json.dumps(ANSWER, ensure_ascii=escaped)), piece)
    assert growing.so_far == ANSWER
    assert [(one.field, one.at) for one in wholes] == [
        ("one_sentence", 0),
        ("takeaways", 0),
        ("takeaways", 1),
        ("results", 0),
    ]
    assert wholes[2].raw == ANSWER["takeaways"][1]
    if piece == 1:
        # Told as it grew, and never otherwise than it ended.
        assert texts["/title_translation"] == "数渡鸦"
        assert ANSWER["one_sentence"]["text"].startswith(texts["/one_sentence"])
        assert len(texts["/one_sentence"]) > len(ANSWER["one_sentence"]["text"]) - 3


def test_a_claim_is_whole_as_soon_as_its_text_is() -> None:
    growing = Growing()
    events = list(growing.add('{"one_sentence": {"blocks": [1], "quote": "a b", "text": "It coun'))
    assert events == [Grown("/one_sentence", "It coun")]
    assert [type(event) for event in growing.add('ts."')] == [Whole]
    assert list(growing.add('}, "takeaways": [')) == []


def test_no_text_is_told_before_the_claim_s_own() -> None:
    growing = Growing()
    assert list(growing.add('{"one_sentence": {"blocks": [1, 2], "quote": "as long as this is not the text')) == []


def test_an_answer_that_was_cut_off_keeps_its_whole_claims() -> None:
    text = json.dumps(ANSWER)
    _, wholes, growing = grown(text[: text.index("Second") + 3], 5)
    assert [(one.field, one.at) for one in wholes if "text" in one.raw] == [("one_sentence", 0), ("takeaways", 0)]
    assert growing.so_far["takeaways"][0]["text"] == "一支麦克风就够了。"


def test_forms_nobody_asked_for_are_told_at_the_end() -> None:
    _, wholes, _ = grown('{"one_sentence": "Bare.", "takeaways": "Alone.", "note": {"results": [{"text": "Nested."}]}}', 4)
    assert [(one.field, one.raw if isinstance(one.raw, str) else one.raw["text"]) for one in wholes] == [
        ("results", "Nested."),
        ("one_sentence", "Bare."),
        ("takeaways", "Alone."),
    ]


@pytest.mark.parametrize("text", ["", "I cannot do that.", "[1, 2]", "{", "{}", "{not json at all}"])
def test_what_is_no_object_is_said_so(text: str) -> None:
    with pytest.raises(ProviderBroken):
        grown(text, 3)


def test_an_answer_without_end_is_cut_off() -> None:
    growing = Growing()
    list(growing.add('{"one_sentence": {"text": "' + "x" * 300_000))
    with pytest.raises(ProviderBroken):
        list(growing.add("x" * 200_000))


def test_a_long_answer_is_not_read_anew_with_every_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    whole = growing._parsed
    monkeypatch.setattr(growing, "_parsed", lambda text, partial: read.append(len(text)) or whole(text, partial))
    answer = Growing()
    for letter in '{"takeaways": [' + "1," * 10_000:
        for _ in answer.add(letter):
            pass
    assert len(read) < 20_000  # of 40,000
    answer.end()
    assert len(list(answer.rest())) < 100
