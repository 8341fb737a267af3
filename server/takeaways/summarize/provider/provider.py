"""What a provider of a model is: messages in, pieces of text out, then how it ended and what it took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol

Format = Literal["json_schema", "json_object", "text"]
"""How an answer's form is asked for: by a schema that the server enforces, as JSON of any form, or in words only."""


class Message(NamedTuple):
    """One turn of what a model is sent."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True)
class Finish:
    """The end of an answer."""

    reason: Literal["stop", "length"]
    """`length`: the answer was cut at the most tokens allowed, and is not whole."""
    tokens_in: int
    """Of the prompt. Estimated, as `tokens_out`, where the server does not say."""
    tokens_out: int
    tokens_cached: int
    """Of `tokens_in`, those that the server had kept from an earlier prompt; 0 where it does not say."""
    format: Format
    """In which of the forms it was asked for."""
    model: str
    """As the server names it."""


class Provider(Protocol):
    """A model that can be asked, wherever it runs."""

    @property
    def model(self) -> str:
        """As the settings name it."""

    @property
    def name(self) -> str:
        """Of the server, for words: its host."""

    @property
    def context(self) -> int:
        """Tokens that prompt and answer may have together."""

    def count(self, text: str) -> int:
        """Tokens of a text; where they are estimated, rather too many than too few."""

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any],
        schema_name: str,
        most: int,
        deadline: float | None = None,
    ) -> Iterator[str | Finish]:
        """Pieces of the answer's text as they come, then one `Finish`. Raises the errors of errors.py.

        Parameters
        ----------
        messages : sequence of Message
        schema : mapping
            JSON Schema of the answer, in the form OpenAI calls strict.
        schema_name : str
            Letters, digits, `_` and `-`.
        most : int
            Tokens of the answer; what a model thinks before it counts at some servers.
        deadline : float, optional
            When the answer must be whole, by `time.monotonic`; else the provider's own limit.
        """
