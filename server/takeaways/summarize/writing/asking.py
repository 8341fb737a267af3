"""The calls that one summary takes, and what they cost."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from typing import Any, NamedTuple

from takeaways.errors import (
    ContextExceeded,
    KeyRefused,
    ModelUnknown,
    ProviderBusy,
    ProviderPaused,
    ProviderUnreachable,
    QuotaSpent,
    RequestRefused,
)

from ..provider import Budget, Finish, Message, Provider
from .answer import NOTES
from .growing import Growing, Grown, Whole

_UNREAD = (
    ContextExceeded,
    KeyRefused,
    ModelUnknown,
    ProviderBusy,
    ProviderPaused,
    ProviderUnreachable,
    QuotaSpent,
    RequestRefused,
)
"""After these no model has read the prompt, and nobody bills it."""


class Price(NamedTuple):
    """US dollars a million tokens; None where the settings do not say."""

    tokens_in: float | None = None
    tokens_out: float | None = None


class Answered(NamedTuple):
    """A whole answer, and whether its provider cut it off."""

    growing: Growing
    cut: bool


class Asking:
    """Asks a provider, within the day's budget, and adds up.

    Parameters
    ----------
    provider : Provider
    budget : Budget
    price : Price

    Attributes
    ----------
    tokens_in, tokens_out : int
        Of all calls so far.
    """

    def __init__(self, provider: Provider, budget: Budget, price: Price) -> None:
        self._provider = provider
        self._budget = budget
        self._price = price
        self.tokens_in = 0
        self.tokens_out = 0

    def ask(
        self, messages: Sequence[Message], schema: Mapping[str, Any], most: int
    ) -> Generator[Grown | Whole, None, Answered]:
        """One call: what its answer adds as it grows, and, returned, the answer.

        Raises
        ------
        errors.Provider
            The call failed, or the budget is spent.
        """
        growing, cut = Growing((NOTES,)) if NOTES in schema["properties"] else Growing(), False
        size = self.size(messages)
        with self._budget.hold(size + most) as held:
            # Until the provider says what a call took, all that was sent counts, and the pieces that have come.
            sent, came = size, 0
            try:
                for piece in self._provider.stream(messages, schema=schema, schema_name="summary", most=most):
                    if isinstance(piece, Finish):
                        sent, came, cut = piece.tokens_in, piece.tokens_out, piece.reason == "length"
                    else:
                        came += 1
                        yield from growing.add(piece)
            except _UNREAD:
                sent = sent if came else 0
                raise
            finally:
                self.tokens_in += sent
                self.tokens_out += came
                held.use(sent + came)
        growing.end()
        return Answered(growing, cut)

    def fits(self, messages: Sequence[Message], most: int) -> bool:
        """Whether the model's context holds a prompt and its answer."""
        return self.size(messages) + most <= self._provider.context

    def count(self, text: str) -> int:
        """Tokens of a text."""
        return self._provider.count(text)

    def size(self, messages: Sequence[Message]) -> int:
        """Tokens of a prompt; each message has a few of its own."""
        return sum(self._provider.count(message.content) + 4 for message in messages)

    @property
    def cost(self) -> float | None:
        """US dollars of all calls so far, where the price is known."""
        into, out = self._price
        if into is None and out is None:
            return None
        return round((self.tokens_in * (into or 0.0) + self.tokens_out * (out or 0.0)) / 1_000_000, 6)
