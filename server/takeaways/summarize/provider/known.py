"""How many tokens known models read at once, where no setting says it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

OLLAMA_PORT = 11434
_OLLAMA = 4096
"""Ollama reads so many of a prompt, whatever the model could, and drops the rest silently (OLLAMA_CONTEXT_LENGTH)."""
_OTHERS = 8192
_KNOWN: tuple[tuple[str, int], ...] = (
    (r"gpt-4\.1", 1_000_000),
    (r"gpt-5", 272_000),
    (r"gpt-4o|gpt-4-turbo|chatgpt-4o|o1-mini|o1-preview", 128_000),
    (r"o[134](?:-|$)", 200_000),
    (r"gpt-4-32k", 32_000),
    (r"gpt-4(?:-|$)", 8_192),
    (r"gpt-3\.5", 16_000),
    (r"gemini-", 1_000_000),
    (r"claude-", 200_000),
    (r"deepseek-(?:chat|reasoner)", 64_000),
    (r"(?:mistral|magistral)-(?:large|medium|small)", 128_000),
    (r"qwen-?(?:plus|max|turbo|flash)|qwen3-", 128_000),
    (r"glm-4|kimi-|moonshot-v1-128k", 128_000),
    (r"moonshot-v1-32k", 32_000),
)
"""As their makers document them for the servers of their own, on the cautious side."""


def context_of(model: str, base_url: str | None) -> int:
    """Tokens of context of a model at a server (its makers' documentation); on a server of one's own, a cautious guess.

    Parameters
    ----------
    model : str
    base_url : str, optional
        OpenAI's own without one.
    """
    parts = urlsplit(base_url or "")
    if parts.port == OLLAMA_PORT:
        return _OLLAMA
    if parts.scheme == "http":
        return _OTHERS  # a server of one's own, where memory decides
    name = model.rpartition("/")[2].lower()
    return next((tokens for pattern, tokens in _KNOWN if re.match(pattern, name)), _OTHERS)
