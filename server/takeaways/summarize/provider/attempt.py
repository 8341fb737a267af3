"""One request and its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from takeaways.errors import ContextExceeded, ProviderBroken, ProviderFailed, ProviderSlow, RequestRefused, TakeawaysError

from .answer import Answer
from .client import Client
from .counting import tokens
from .dialect import Dialect
from .exchange import Exchange
from .faults import said, translated
from .provider import Finish
from .shape import begins_as
from .sse import Payloads

_AFTER_END = 2.0
"""Seconds that the tokens used may come after the end of the text."""
_LEAST_READ = 1024
"""Tokens; of a short prompt no server drops anything, and some do not count what they remember of an earlier one."""
_ESTIMATED_TOO_HIGH = 2.0
"""So many times at most (see `counting`): below that a prompt was not read whole."""
_MOST_LETTERS = 2_000_000
_TEACHES = (400, 415, 422, 500, 501)


class Refused(Exception):
    """The server does not take the request as it is, or does not heed its schema: there is another way to ask.

    Parameters
    ----------
    learnt : Dialect
        That way.
    sure : bool
        Whether the refusal named what it is about.
    """

    def __init__(self, learnt: Dialect, sure: bool = True) -> None:
        super().__init__()
        self.learnt, self.sure = learnt, sure


class Attempt:
    """One request.

    Parameters
    ----------
    client : Client
    fields : mapping
        The request's.
    dialect : Dialect
        They are made by.
    schema : mapping
        Of the answer.
    until : float
        By the clock.
    first, idle : float
        Seconds to the text's first piece, and from then on between two.
    clock : callable
    """

    def __init__(
        self,
        client: Client,
        fields: Mapping[str, Any],
        dialect: Dialect,
        *,
        schema: Mapping[str, Any],
        until: float,
        first: float,
        idle: float,
        clock: Callable[[], float],
    ) -> None:
        self._client, self._fields, self._dialect, self._schema = client, fields, dialect, schema
        self._until, self._first, self._idle, self._clock = until, first, idle, clock
        self._answer = Answer()
        self._letters = 0
        self._said: list[str] = []

    def pieces(self, prompt_tokens: Callable[[], int], model: str) -> Iterator[str | Finish]:
        """The text as it comes, then how it ended.

        Parameters
        ----------
        prompt_tokens : callable
            Estimates them, where the server does not say.
        model : str
            Its name, where the server does not say.
        """
        held: str | None = "" if self._dialect.format == "json_schema" else None
        for text in self._text():
            self._letters += len(text)
            self._said.append(text)
            if self._letters > _MOST_LETTERS:
                raise ProviderBroken("The model does not end.")
            if held is None:
                yield text
                continue
            held += text
            fits = begins_as(held, self._schema)
            if fits is False and (coarser := self._dialect.coarser()):
                raise Refused(coarser)
            if fits:
                yield held
                held = None
        if held:
            yield held
        yield self._finish(prompt_tokens, model)

    def _finish(self, prompt_tokens: Callable[[], int], model: str) -> Finish:
        answer = self._answer
        if answer.reason is None:
            raise ProviderBroken("The model's answer broke off before its end.")
        if answer.reason == "stop" and not self._letters:
            raise ProviderBroken("The model's answer is empty.")
        sent, read = prompt_tokens(), answer.tokens_in
        if read is not None and not answer.tokens_cached and _LEAST_READ <= read < sent / _ESTIMATED_TOO_HIGH:
            # Ollama does so where its context is smaller than the prompt: no error, and half a paper unread.
            error = ContextExceeded(f"It read {read:,} of about {sent:,} tokens and dropped the rest.")
            error.limit = read
            raise error
        return Finish(
            reason=answer.reason,
            tokens_in=sent if read is None else read,
            tokens_out=answer.tokens_out if answer.tokens_out is not None else tokens("".join(self._said)),
            tokens_cached=answer.tokens_cached,
            format=self._dialect.format,
            model=answer.model or model,
        )

    def _text(self) -> Iterator[str]:
        left = self._until - self._clock()
        if left <= 0:
            raise ProviderSlow("There is no time left.")
        payloads, answer = Payloads(), self._answer
        exchange = Exchange(lambda: self._client.ask(self._fields, left))
        try:
            for piece in exchange.pieces(self._patience):
                for payload in payloads.feed(piece):
                    if text := answer.add(payload):
                        yield text
                if payloads.done:
                    break
            for payload in payloads.end():
                if text := answer.add(payload):
                    yield text
        except TakeawaysError:
            if answer.reason is None:
                raise
            # Whole already: what is missing is the count of tokens.
        except Exception as err:  # noqa: BLE001 - the SDK's and the network's; what is of neither is raised again
            ours = self._translated(err)
            if answer.reason is None or ours is err:
                raise ours from None  # the server's words, which may repeat key and prompt, stay behind
        finally:
            exchange.close()
        if text := answer.rest():
            yield text
        if answer.reason is None and payloads.done:
            answer.reason = "stop"  # said otherwise

    def _patience(self) -> tuple[float, str]:
        left = self._until - self._clock()
        if self._answer.reason is not None:
            return min(left, _AFTER_END), ""
        agreed = self._idle if self._letters else max(self._first, self._idle if self._answer.model else 0.0)
        if left <= agreed:
            return left, "The answer was not whole in the time allowed."
        return agreed, "It stopped in the middle of its answer." if self._letters else "It did not begin to answer."

    def _translated(self, error: Exception) -> Exception:
        from openai import APIStatusError

        ours = translated(error)
        if isinstance(error, APIStatusError) and isinstance(ours, ProviderFailed | RequestRefused):
            if error.status_code not in _TEACHES:
                return ours
            if learnt := self._dialect.without(said(error.body)):
                return Refused(learnt)
            plain = self._dialect.plain()
            vague = isinstance(ours, RequestRefused) and plain != self._dialect
            return Refused(plain, sure=False) if vague else ours
        return ours
