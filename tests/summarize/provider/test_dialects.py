"""What servers do not take is left out, and that is remembered."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing

import pytest

from takeaways import errors
from takeaways.summarize.provider import Dialect
from tests.loopback_provider import Asked, Fault, LoopbackProvider, refuse
from tests.summarize.provider.asking import SCHEMA, TEXT, ask, asked, model

Refusal = Callable[[Asked], Fault | None]


def refuses(field: str, words: str, status: int = 400) -> Refusal:
    """A server that takes no such field."""
    return lambda asked: refuse(status, words) if field in asked.body else None


def takes_no_schema(words: str, status: int = 400) -> Refusal:
    def judged(asked: Asked) -> Fault | None:
        return refuse(status, words) if asked.body.get("response_format", {}).get("type") == "json_schema" else None

    return judged


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (400, "This response_format type is unavailable now"),
        (400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."),
        (422, "Unprocessable: json_schema"),
        (500, "failed to parse grammar"),
        (400, "'response_format.type' must be 'text' or 'json_object'"),
    ],
)
def test_a_refused_schema_is_told_in_words_and_the_server_remembered(status: int, words: str) -> None:
    with LoopbackProvider(TEXT, refuses=takes_no_schema(words, status)) as provider, closing(model(provider)) as ours:
        assert ask(ours)[1].format == "json_object"
        assert ask(ours)[1].format == "json_object"
    assert [request.body["response_format"]["type"] for request in provider.requests] == [
        "json_schema",
        "json_object",
        "json_object",
    ]
    assert json.dumps(SCHEMA, separators=(",", ":")) in provider.requests[1].messages[0]["content"]
    assert json.dumps(SCHEMA, separators=(",", ":")) not in provider.requests[0].prompt


def test_a_server_without_formats_is_asked_in_words() -> None:
    with LoopbackProvider(TEXT, refuses=refuses("response_format", "response_format is not supported")) as provider:
        text, finish = asked(provider)
    assert (text, finish.format) == (TEXT, "text")


@pytest.mark.parametrize("ignored", ["Here is a summary of it:", '{"summary": "other names"}', "# A paper", "[1]", "```\nx"])
@pytest.mark.parametrize("piece", [1, 500])
def test_a_schema_that_is_not_heeded_is_told_in_words(ignored: str, piece: int) -> None:
    def answer(asked: Asked) -> str:
        return TEXT if "JSON Schema" in asked.prompt else ignored

    with LoopbackProvider(answer, piece=piece) as provider:
        text, finish = asked(provider)
    assert (text, finish.format) == (TEXT, "json_object")


@pytest.mark.parametrize("fenced", [f"```json\n{TEXT}\n```", f"\n\n{TEXT}"])
def test_a_fence_around_what_was_asked_for_is_no_reason_to_ask_again(fenced: str) -> None:
    with LoopbackProvider(fenced, piece=2) as provider:
        assert asked(provider)[1].format == "json_schema"
    assert len(provider.requests) == 1


def test_a_temperature_is_left_out_where_it_is_refused() -> None:
    words = "Unsupported value: 'temperature' does not support 0.2 with this model."
    with LoopbackProvider(TEXT, refuses=refuses("temperature", words)) as provider:
        assert asked(provider, temperature=0.2)[1].format == "json_schema"
    assert "temperature" not in provider.requests[1].body


def test_the_tokens_used_are_not_asked_for_where_that_is_refused() -> None:
    with LoopbackProvider(TEXT, refuses=refuses("stream_options", "Unknown field: stream_options")) as provider:
        assert asked(provider)[1].tokens_in > 0


@pytest.mark.parametrize(
    ("refused", "words", "kept"),
    [
        (
            "max_tokens",
            "'max_tokens' is not known. Use 'max_completion_tokens' instead.",
            "max_completion_tokens",
        ),
        ("max_tokens", "unexpected field max_tokens", None),
    ],
)
def test_the_most_tokens_have_the_name_that_the_server_knows(refused: str, words: str, kept: str | None) -> None:
    with LoopbackProvider(TEXT, refuses=refuses(refused, words)) as provider:
        asked(provider)
    assert [name for name in provider.requests[1].body if name.startswith("max_")] == ([kept] if kept else [])


def test_openai_is_asked_by_the_new_name_and_an_old_server_of_its_kind_by_the_other() -> None:
    refusal = refuses("max_completion_tokens", "Unrecognized request argument supplied: max_completion_tokens")
    with LoopbackProvider(TEXT, refuses=refusal) as provider:
        asked(provider, base_url=provider.root, api_version="2023-05-15")
    assert provider.requests[1].body["max_tokens"] == 500


def test_fewer_tokens_are_asked_for_where_the_server_gives_fewer() -> None:
    words = "max_tokens is too large: 500. This model supports at most 256 completion tokens."

    def judged(asked: Asked) -> Fault | None:
        return refuse(400, words) if asked.body["max_tokens"] > 256 else None

    with LoopbackProvider(TEXT, refuses=judged) as provider:
        asked(provider)
    assert provider.requests[1].body["max_tokens"] == 256


def test_a_system_message_becomes_the_users_where_there_may_be_none() -> None:
    def judged(asked: Asked) -> Fault | None:
        return refuse(400, "System role not supported") if asked.messages[0]["role"] == "system" else None

    with LoopbackProvider(TEXT, refuses=judged) as provider:
        asked(provider)
    assert provider.requests[1].messages == [{"role": "user", "content": "In JSON.\n\nA paper."}]


def test_a_refusal_that_names_nothing_is_answered_with_the_plainest_request() -> None:
    with LoopbackProvider(TEXT, refuses=refuses("response_format", "Bad Request")) as provider:
        assert asked(provider, temperature=0.2)[1].format == "text"
    assert set(provider.requests[1].body) == {"model", "messages", "stream", "max_tokens"}


def test_all_that_can_be_refused_at_once_is_learned_one_by_one() -> None:
    fields = ("temperature", "stream_options", "response_format")

    def judged(asked: Asked) -> Fault | None:
        return next((refuse(400, f"unsupported: {field}") for field in fields if field in asked.body), None)

    with LoopbackProvider(TEXT, refuses=judged) as provider, closing(model(provider, temperature=0.2)) as ours:
        assert ask(ours)[0] == TEXT
        assert ours.dialect == Dialect(format="text", temperature=False, usage=False)


def test_a_server_that_refuses_everything_is_left() -> None:
    with LoopbackProvider(TEXT, refuses=lambda asked: refuse(400, "json_schema max_tokens temperature")) as provider:
        with pytest.raises(errors.RequestRefused):
            asked(provider, temperature=0.2)
        assert len(provider.requests) <= 8


def test_a_refusal_of_the_plainest_request_too_teaches_nothing() -> None:
    with LoopbackProvider(TEXT, faults=[refuse(400), refuse(400)]) as provider, closing(model(provider)) as ours:
        with pytest.raises(errors.RequestRefused):
            ask(ours)
        assert ask(ours)[1].format == "json_schema"
