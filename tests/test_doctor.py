"""What `takeaways doctor` says of the model: none, half configured, there, asked."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any

import pytest

from takeaways.config import Settings
from takeaways.doctor import Check, checks
from takeaways.wiring import wire
from tests.loopback_provider import LoopbackProvider, refuse

NOWHERE = "http://127.0.0.1:1"
Report = Callable[..., Check]


@pytest.fixture
def says(settings: Settings) -> Report:
    """The line of the model, under some settings."""

    def report(ask: bool = False, ollama: str = NOWHERE, **given: Any) -> Check:
        service = wire(settings.model_copy(update=given))
        try:
            return checks(service, ask, ollama)[-1]
        finally:
            service.close()

    return report


def test_nothing_is_configured_and_nothing_is_wrong(says: Report) -> None:
    good, _, words = says()
    assert good is None
    assert "OPENAI_BASE_URL" not in words


def test_an_ollama_that_runs_here_is_found_with_a_model_that_it_has(says: Report) -> None:
    with LoopbackProvider(models=["nomic-embed-text:latest", "qwen3:8b"], ollama=True) as ollama:
        words = says(ollama=ollama.root).says
        assert words.splitlines()[2:4] == [f"OPENAI_BASE_URL={ollama.root}/v1", "TAKEAWAYS_MODEL=qwen3:8b"]


def test_an_ollama_without_a_model_that_writes_says_how_to_get_one(says: Report) -> None:
    with LoopbackProvider(models=["nomic-embed-text:latest"], ollama=True) as ollama:
        words = says(ollama=ollama.root).says
    assert "ollama pull" in words
    assert "TAKEAWAYS_MODEL=" not in words


def test_what_listens_there_and_is_no_ollama_is_not_taken_for_one(says: Report) -> None:
    with LoopbackProvider() as other:
        assert says(ollama=other.root) == says()


def test_a_server_without_a_model_lists_those_it_has(says: Report) -> None:
    with LoopbackProvider(models=["small", "large"]) as provider:
        good, _, words = says(openai_base_url=provider.url)
    assert good is False
    assert "TAKEAWAYS_MODEL" in words
    assert "small, large" in words


def test_a_model_that_is_there_costs_nothing_to_find(says: Report) -> None:
    with LoopbackProvider(models=["qwen3:8b"]) as provider:
        assert says(openai_base_url=provider.url, model="qwen3").good is True
        assert says(openai_base_url=provider.url, model="qwen4").good is False
        assert provider.requests == []


def test_a_model_that_is_asked_says_how(says: Report) -> None:
    def refuses(asked: Any) -> Any:
        return refuse(400, "json_schema") if asked.body["response_format"]["type"] == "json_schema" else None

    with LoopbackProvider('{"answer": "yes"}', refuses=refuses) as provider:
        good, _, words = says(True, openai_base_url=provider.url, model="loopback", daily_tokens=5000)
    assert good is True
    assert "JSON in words" in words
    assert "of 5,000" in words
    assert " 0 tokens spent" not in words


def test_a_spent_budget_is_said(says: Report) -> None:
    with LoopbackProvider('{"answer": "yes"}', models=["loopback"]) as provider:
        there = {"openai_base_url": provider.url, "model": "loopback", "daily_tokens": 1}
        assert says(**there).good is True
        says(True, **there)
        good, _, words = says(**there)
    assert good is False
    assert "budget is spent" in words
    assert "midnight UTC" in words


@pytest.mark.parametrize("ask", [True, False])
def test_a_server_that_is_not_there_is_said_so(says: Report, ask: bool) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"
        good, _, words = says(ask, openai_base_url=address, model="m")
    assert good is False
    assert "OPENAI_BASE_URL" in words
