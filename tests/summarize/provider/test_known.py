import pytest

from takeaways.summarize.provider import context_of


@pytest.mark.parametrize(
    ("model", "address", "tokens"),
    [
        ("gpt-4.1-mini", None, 1_000_000),
        ("gpt-4o-2024-08-06", None, 128_000),
        ("gpt-4", None, 8_192),
        ("o3-mini", None, 200_000),
        ("google/gemini-2.5-flash", "https://gateway.example.org/v1", 1_000_000),
        ("deepseek-chat", "https://api.example.org", 64_000),
        ("my-finetune", "https://api.example.org/v1", 8_192),
        ("llama3.2:3b", "http://127.0.0.1:11434/v1", 4_096),
        ("gpt-4o", "http://localhost:8000/v1", 8_192),
    ],
)
def test_a_context_is_known_or_guessed_with_care(model: str, address: str | None, tokens: int) -> None:
    assert context_of(model, address) == tokens
