"""A real server and a real model: what they send is understood, their limits are learned."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing

import pytest

from takeaways.errors import ContextExceeded
from takeaways.summarize.provider import Finish, Message, OpenAICompatible
from tests.real_model import CONTEXT, RealModel
from tests.summarize.provider.asking import SCHEMA

pytestmark = pytest.mark.timeout(600)  # a slow machine reads thirty tokens a second


@pytest.fixture
def ours(real_model: RealModel) -> Iterator[OpenAICompatible]:
    """The model, as the service asks it."""
    made = OpenAICompatible(
        base_url=real_model.url, api_key=None, model=real_model.model, context=32_000, temperature=0.0, seconds=500
    )
    with closing(made):
        yield made


def test_it_is_listed(ours: OpenAICompatible, real_model: RealModel) -> None:
    assert ours.models(30) == [real_model.model]


def test_it_answers_in_pieces_by_the_schema(ours: OpenAICompatible) -> None:
    messages = [
        Message("system", "You state one claim of a paper, as JSON."),
        Message("user", "We propose the Transformer, based solely on attention. It reaches 28.4 BLEU."),
    ]
    *pieces, finish = ours.stream(messages, schema=SCHEMA, schema_name="summary", most=200)
    assert isinstance(finish, Finish)
    assert len(pieces) > 5
    assert finish.format == "json_schema"
    assert 20 < finish.tokens_in < 100
    if finish.reason == "stop":  # it may repeat itself to the end
        assert set(json.loads("".join(map(str, pieces)))) <= {"claim"}


def test_its_context_is_learned_when_a_text_is_longer(ours: OpenAICompatible) -> None:
    text = "We propose a new method. " * 2500
    with pytest.raises(ContextExceeded):
        list(ours.stream([Message("user", text)], schema=SCHEMA, schema_name="summary", most=200))
    assert ours.context == CONTEXT


def test_tokens_are_estimated_with_a_margin(ours: OpenAICompatible) -> None:
    text = "The dominant sequence transduction models are based on complex recurrent or convolutional networks. " * 5
    *_, finish = ours.stream([Message("user", text)], schema=SCHEMA, schema_name="summary", most=8)
    assert isinstance(finish, Finish)
    assert finish.tokens_in * 0.9 < ours.count(text) < finish.tokens_in * 1.3
