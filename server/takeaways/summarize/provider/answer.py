"""JSON objects of a streamed answer -> its text: what the model thinks is left out, how it ends is kept."""

from __future__ import annotations

import re
from typing import Any, Literal

from takeaways.errors import AnswerRefused, ProviderBroken

from .faults import of_body
from .sse import Payload

_STOP = {"stop", "eos", "eos_token", "end_turn", "stop_sequence", "complete", "completed", "end"}
_LENGTH = {"length", "max_tokens", "max_output_tokens", "model_length"}
_REFUSED = {"content_filter", "safety", "recitation", "blocklist", "prohibited_content", "refusal", "sensitive"}

_MOST_TOKENS = 1_000_000_000
"""Of a call: what a server counts beyond that is no count."""
_OPENS = re.compile(r"\s*<(think|thinking|thought|reasoning)>", re.IGNORECASE)
_MAY_OPEN = ("<think>", "<thinking>", "<thought>", "<reasoning>")


class Answer:
    """One answer as it grows."""

    def __init__(self) -> None:
        self.reason: Literal["stop", "length"] | None = None
        self.model = ""
        self.tokens_in: int | None = None
        self.tokens_out: int | None = None
        self.tokens_cached = 0
        self._held = ""
        self._closes: re.Pattern[str] | None = None
        self._begun = False

    def add(self, payload: Payload) -> str:
        """The text that a piece adds; empty where it adds none.

        Raises
        ------
        TakeawaysError
            It is an error, a refusal, or an end that is none.
        """
        if payload.get("error") or payload.get("object") == "error":
            raise of_body(payload)
        if isinstance(model := payload.get("model"), str):
            self.model = model
        self._use(payload.get("usage"))
        choices = payload.get("choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        if not isinstance(choice, dict):
            return ""
        said = choice.get("delta") or choice.get("message") or {}
        if not isinstance(said, dict):
            raise ProviderBroken("The model's server sent a piece of an unknown form.")
        if said.get("refusal"):
            raise AnswerRefused()
        text = self._spoken(_content(said.get("content")))
        if reason := choice.get("finish_reason"):
            self._end(str(reason))
        return text

    def rest(self) -> str:
        """What was held back because it might have been the beginning of a thought."""
        held, self._held = self._held, ""
        return "" if self._closes else held

    def _end(self, reason: str) -> None:
        said = reason.lower()
        if said in _REFUSED:
            raise AnswerRefused(f"The model's server stopped the answer: {said}.")
        if said not in _STOP | _LENGTH:
            raise ProviderBroken(f"The model's server ended the answer early: {reason[:40]}.")
        self.reason = "stop" if said in _STOP else "length"

    def _use(self, usage: Any) -> None:
        if not isinstance(usage, dict):
            return
        self.tokens_in = _whole(usage.get("prompt_tokens"), self.tokens_in)
        self.tokens_out = _whole(usage.get("completion_tokens"), self.tokens_out)
        details = usage.get("prompt_tokens_details")
        cached = details.get("cached_tokens") if isinstance(details, dict) else None
        self.tokens_cached = _whole(cached, _whole(usage.get("prompt_cache_hit_tokens"), self.tokens_cached)) or 0

    def _spoken(self, text: str) -> str:
        """Without a thought at the beginning, in tags."""
        if self._begun or not text:
            return text
        self._held += text
        if self._closes is None and (opened := _OPENS.match(self._held)):
            self._closes = re.compile(rf"</{opened[1]}>\s*", re.IGNORECASE)
            self._held = self._held[opened.end() :]
        if self._closes is not None:
            if not (closed := self._closes.search(self._held)):
                self._held = self._held[-20:]  # a closing tag may come in two pieces
                return ""
            self._held, self._closes = self._held[closed.end() :], None
            if not self._held:
                return ""
        text = self._held.lstrip()
        if any(tag.startswith(text.lower()) for tag in _MAY_OPEN):
            return ""  # empty, or the first letters of a tag
        self._begun, self._held = True, ""
        return text


def _content(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        parts = (part for part in content if isinstance(part, dict) and part.get("type") == "text")
        return "".join(part["text"] for part in parts if isinstance(part.get("text"), str))
    return ""


def _whole(value: Any, otherwise: int | None) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST_TOKENS else otherwise
