"""What a server takes of a request: servers that call themselves compatible refuse, or know, different fields."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from .provider import Format, Message

_STEPS: Mapping[Format, Format] = {"json_schema": "json_object", "json_object": "text"}
_FORMAT = re.compile(r"response.?format|json.?(?:schema|object|mode)|structured|guided|grammar|\bschema\b", re.IGNORECASE)
_SYSTEM = re.compile(r"\bsystem\b[^.]*\b(?:role|message|prompt|instruction)|role[^.]*\bsystem\b", re.IGNORECASE)
_CEILING = re.compile(
    r"(?:at most|maximum(?: value)?(?: of| is)?|less than or equal to|<=|range of \[\d+,)\s*(\d{2,7})", re.IGNORECASE
)


@dataclass(frozen=True)
class Dialect:
    """One server's and model's way to be asked. What is learned of a refusal makes another one."""

    format: Format = "json_schema"
    limit: Literal["max_completion_tokens", "max_tokens", ""] = "max_tokens"
    """The field for the most tokens of an answer."""
    ceiling: int | None = None
    """The most tokens of an answer that the server takes."""
    temperature: bool = True
    """Whether one may be given; models that reason refuse it."""
    usage: bool = True
    """Whether the stream may be asked to end with the tokens used."""
    system: bool = True
    """Whether there may be a system message; else it opens the first of the user."""

    def fields(
        self, messages: Sequence[Message], schema: Mapping[str, Any], name: str, most: int, temperature: float | None
    ) -> dict[str, Any]:
        """The request's fields beside the model's name."""
        fields: dict[str, Any] = {"messages": self._messages(messages, schema), "stream": True}
        if self.limit:
            fields[self.limit] = min(most, self.ceiling or most)
        if self.usage:
            fields["stream_options"] = {"include_usage": True}
        if self.temperature and temperature is not None:
            fields["temperature"] = temperature
        if self.format == "json_schema":
            strict = {"name": name, "strict": True, "schema": dict(schema)}
            fields["response_format"] = {"type": "json_schema", "json_schema": strict}
        elif self.format == "json_object":
            fields["response_format"] = {"type": "json_object"}
        return fields

    def without(self, said: str) -> Dialect | None:
        """The dialect that leaves out what a refusal names; None where it names nothing that could be left out.

        Parameters
        ----------
        said : str
            The server's message, the parameter and the code it gives.
        """
        low = said.lower()
        if self.temperature and "temperature" in low:
            return replace(self, temperature=False)
        if self.usage and ("stream_options" in low or "include_usage" in low):
            return replace(self, usage=False)
        if self.limit and ("max_tokens" in low or "max_completion_tokens" in low):
            return self._other_limit(low)
        if _FORMAT.search(said) and (coarser := self.coarser()):
            return coarser
        if self.system and _SYSTEM.search(said):
            return replace(self, system=False)
        return None

    def coarser(self) -> Dialect | None:
        """The next format, which asks less of the server; None after the last."""
        following = _STEPS.get(self.format)
        return replace(self, format=following) if following else None

    def plain(self) -> Dialect:
        """What every server takes."""
        return replace(self, format="text", temperature=False, usage=False)

    def _other_limit(self, low: str) -> Dialect | None:
        ceiling = _CEILING.search(low)
        if ceiling and not self.ceiling:
            return replace(self, ceiling=int(ceiling[1]))
        other: Literal["max_completion_tokens", "max_tokens"]
        other = "max_completion_tokens" if self.limit == "max_tokens" else "max_tokens"
        # A refusal of one field mostly names the one to use instead; that of a field alone means it is not known.
        return replace(self, limit=other if other in low or self.limit == "max_completion_tokens" else "")

    def _messages(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> list[dict[str, str]]:
        sent = [{"role": message.role, "content": message.content} for message in messages]
        if self.format != "json_schema":
            # At the end of the first message, so that a server that keeps prompts' beginnings can keep this one.
            shape = json.dumps(schema, ensure_ascii=False, separators=(",", ":"))
            sent[0]["content"] += f"\n\nAnswer with one JSON object and nothing else. It fits this JSON Schema:\n{shape}"
        if not self.system and len(sent) > 1 and sent[0]["role"] == "system":
            first = sent.pop(0)
            sent[0]["content"] = f"{first['content']}\n\n{sent[0]['content']}"
        return sent
