"""The settings of a model: when one is connected, and what is said of values that cannot be right."""

from __future__ import annotations

import pytest

from takeaways.config import load
from takeaways.errors import BadSettings


def test_a_model_is_connected_by_a_server_and_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not load().model_connected
    assert load().model_missing is None
    monkeypatch.setenv("OPENAI_MODEL", "gpt-4.1-mini")
    assert load().model_missing == "OPENAI_BASE_URL (or OPENAI_API_KEY)"
    monkeypatch.setenv("OPENAI_API_KEY", "sk-1")
    assert load().model_connected
    monkeypatch.delenv("OPENAI_MODEL")
    assert load().model_missing == "TAKEAWAYS_MODEL"


def test_what_is_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "TAKEAWAYS_MODEL", "TAKEAWAYS_MODEL_TEMPERATURE"):
        monkeypatch.setenv(name, " ")
    settings = load()
    assert settings.openai_api_key is settings.openai_base_url is settings.model is settings.model_temperature is None


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("http://127.0.0.1:11434/v1/", "http://127.0.0.1:11434/v1"),
        ("https://api.example.org/v1/chat/completions", "https://api.example.org/v1"),
    ],
)
def test_an_address_is_taken_as_it_is_copied(given: str, address: str) -> None:
    assert load(openai_base_url=given).openai_base_url == address


@pytest.mark.parametrize("text", ["X-Team: papers; X-Tier: free", '{"X-Team": "papers", "X-Tier": "free"}'])
def test_headers_are_written_in_two_ways(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("TAKEAWAYS_MODEL_HEADERS", text)
    headers = load().model_headers
    assert {name: value.get_secret_value() for name, value in headers.items()} == {"X-Team": "papers", "X-Tier": "free"}
    assert "papers" not in repr(load())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OPENAI_BASE_URL", "127.0.0.1:11434"),
        ("OPENAI_BASE_URL", "ftp://127.0.0.1/"),
        ("OPENAI_BASE_URL", "https://me:hunter2@example.org/v1"),
        ("OPENAI_BASE_URL", "https://example.org/v1?api-version=hunter2"),
        ("OPENAI_API_KEY", "sk-hunter2 sk-other"),
        ("OPENAI_API_KEY", "“sk-hunter2”"),
        ("TAKEAWAYS_MODEL_HEADERS", "X-Key hunter2"),
        ("TAKEAWAYS_MODEL_HEADERS", '{"X-Key": "hunter2"'),
        ("TAKEAWAYS_MODEL_HEADERS", '{"X-Key": {"hunter2": 1}}'),
        ("TAKEAWAYS_MODEL_HEADERS", "X-Key: hunter2\r\nX-More: 1"),
        ("TAKEAWAYS_MODEL_HEADERS", "X Key: hunter2"),
        ("TAKEAWAYS_MODEL_CONTEXT", "128k"),
        ("TAKEAWAYS_MODEL_CONTEXT", "100"),
        ("TAKEAWAYS_MODEL_TEMPERATURE", "3"),
        ("TAKEAWAYS_MODEL_SECONDS", "0"),
        ("TAKEAWAYS_DAILY_TOKENS", "-1"),
        ("TAKEAWAYS_MODEL_PRICE_IN", "free"),
    ],
)
def test_a_value_that_cannot_be_right_is_named_and_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings) as caught:
        load()
    assert name in caught.value.detail
    assert "hunter2" not in caught.value.detail
