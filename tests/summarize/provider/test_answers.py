"""What goes well: one request, the pieces as they come, how it ended."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from takeaways.summarize.provider import Finish
from takeaways.summarize.provider.answer import Answer
from tests.loopback_provider import LoopbackProvider, Reply
from tests.summarize.provider.asking import SCHEMA, TEXT, asked

SERVER = str(Path(__file__).parents[3] / "server")


def test_the_text_comes_in_pieces_and_then_its_end() -> None:
    with LoopbackProvider(TEXT) as provider:
        text, finish = asked(provider, temperature=0.2)
    assert text == TEXT
    assert finish == Finish("stop", tokens_in=5, tokens_out=15, tokens_cached=0, format="json_schema", model="loopback")
    sent = provider.requests[0].body
    assert sent["response_format"]["json_schema"]["schema"] == SCHEMA
    assert (sent["max_tokens"], sent["temperature"], sent["stream"]) == (500, 0.2, True)


def test_a_key_goes_as_the_bearers_and_none_is_made_up() -> None:
    with LoopbackProvider(TEXT) as provider:
        asked(provider, api_key=SecretStr("sk-1"))
        asked(provider)
    assert provider.requests[0].headers["authorization"] == "Bearer sk-1"
    assert "authorization" not in provider.requests[1].headers


def test_azure_is_asked_in_its_own_way() -> None:
    with LoopbackProvider(TEXT) as provider:
        asked(provider, base_url=provider.root, api_key=SecretStr("k"), api_version="2024-10-21", model="my-gpt")
    request = provider.requests[0]
    assert request.path == "/openai/deployments/my-gpt/chat/completions?api-version=2024-10-21"
    assert request.headers["api-key"] == "k"
    assert "authorization" not in request.headers


def test_tokens_that_the_server_does_not_tell_are_estimated() -> None:
    with LoopbackProvider(TEXT, usage=False) as provider:
        _, finish = asked(provider)
    assert finish.tokens_in > 0
    assert finish.tokens_out > 0


def test_a_server_that_does_not_stream_is_understood() -> None:
    def at_once(reply: Reply) -> None:
        message = {"role": "assistant", "content": TEXT}
        reply.status(
            200, {**reply.head(), "choices": [{"message": message, "finish_reason": "stop"}], "usage": reply.used()}
        )

    with LoopbackProvider(TEXT, faults=[at_once]) as provider:
        assert asked(provider)[0] == TEXT


@pytest.mark.parametrize("tag", ["think", "thinking"])
@pytest.mark.parametrize("piece", [1, 5, 400])
def test_what_a_model_thinks_is_left_out(tag: str, piece: int) -> None:
    def thinks(reply: Reply) -> None:
        reply.event({"choices": [{"delta": {"reasoning_content": "Let me see."}}]})
        reply.text()
        reply.end()

    thought = f"<{tag}>\nIs it < 28.4? </b>\n</{tag}>\n\n{TEXT}"
    with LoopbackProvider(thought, piece=piece, faults=[thinks]) as provider:
        assert asked(provider)[0] == TEXT


def test_the_answer_that_was_cut_at_the_most_tokens_says_so() -> None:
    def cut(reply: Reply) -> None:
        reply.text(pieces=3)
        reply.end("length")

    with LoopbackProvider(TEXT, faults=[cut]) as provider:
        text, finish = asked(provider)
    assert finish.reason == "length"
    assert TEXT.startswith(text)


def test_the_sdk_is_not_imported_before_a_model_is_asked() -> None:
    """It takes 0.35 s and 18 MB, which a service without a key need not have."""
    begin = (
        "import sys, takeaways.wiring as w, takeaways.config as c; s = w.wire(c.load(model='m', openai_base_url='http://x'))"
    )
    code = f"{begin}; s.close(); print(sorted({{'openai', 'httpx2'}} & set(sys.modules)))"
    said = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"PYTHONPATH": SERVER}, capture_output=True, text=True
    )
    assert said.stdout.strip() == "[]", said.stderr


def test_a_count_beyond_all_measure_is_none() -> None:
    """SQLite keeps no such number, and the summary went with it."""
    answer = Answer()
    answer.add({"usage": {"prompt_tokens": 10**30, "completion_tokens": 7}})
    assert (answer.tokens_in, answer.tokens_out) == (None, 7)
