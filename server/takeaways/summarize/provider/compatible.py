"""Any server that speaks OpenAI's chat completions: the story of one answer, from the first try to the last piece."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import SecretStr

from takeaways.errors import (
    ContextExceeded,
    ProviderBroken,
    ProviderBusy,
    ProviderFailed,
    ProviderPaused,
    ProviderSlow,
    ProviderUnreachable,
    RequestRefused,
    TakeawaysError,
)

from .attempt import Attempt, Refused
from .breaker import Breaker
from .client import OPENAI, Client
from .counting import tokens
from .dialect import Dialect
from .faults import conceal, translated
from .provider import Finish, Message
from .retries import Retries

log = logging.getLogger(__name__)

_DOWN = (ProviderFailed, ProviderBroken, ProviderUnreachable, ProviderSlow)
"""What counts against a server; it was asked in vain."""
_MOST_DIALECTS = 8
_LEAST_CONTEXT = 1024
"""Tokens; a smaller number in a refusal is of something else."""


class OpenAICompatible:
    """A model behind an OpenAI-compatible server. One for the life of the process: it remembers what the server takes.

    Parameters
    ----------
    base_url : str, optional
        OpenAI's own without one. It is the operator's, so any address is dialled.
    api_key : SecretStr, optional
    model : str
    context : int
        Tokens of prompt and answer together.
    temperature : float, optional
        None: the server's own.
    headers : mapping of str to SecretStr
        Sent along with every request.
    api_version : str, optional
        Azure's way of asking (see `Client`).
    seconds : float
        For one answer, all tries told.
    first_seconds : float, optional
        To the first byte of an answer; None: as long as all of it may take. A model on a CPU reads a paper for minutes.
    idle_seconds : float
        Between two pieces once its text has begun.
    breaker : Breaker, optional
    retries : Retries, optional
    clock : callable
        Seconds that never go back; deadlines are told by it.
    """

    def __init__(
        self,
        *,
        base_url: str | None,
        api_key: SecretStr | None,
        model: str,
        context: int,
        temperature: float | None = None,
        headers: Mapping[str, SecretStr] | None = None,
        api_version: str | None = None,
        seconds: float = 300.0,
        first_seconds: float | None = None,
        idle_seconds: float = 60.0,
        breaker: Breaker | None = None,
        retries: Retries | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.model = model
        self.context = context
        self.breaker = breaker or Breaker(clock=clock)
        self._client = Client(base_url or OPENAI, api_key, model, headers or {}, api_version)
        self.name = urlsplit(self._client.base_url).netloc.rpartition("@")[2]
        # The old field is the one that all others know; models of OpenAI that reason refuse it.
        theirs = base_url is None or self.name == urlsplit(OPENAI).netloc or api_version is not None
        self._dialect = Dialect(limit="max_completion_tokens" if theirs else "max_tokens")
        self._lock = threading.Lock()
        self._temperature = temperature
        self._seconds, self._idle = seconds, idle_seconds
        self._first = first_seconds if first_seconds is not None else seconds
        self._retries = retries or Retries(clock=clock)
        self._clock = clock

    @property
    def dialect(self) -> Dialect:
        """What the server is known to take so far."""
        with self._lock:
            return self._dialect

    @property
    def health(self) -> Literal["ok", "paused"]:
        """Whether the server is asked, or left alone as it failed again and again."""
        return "paused" if self.breaker.state == "open" else "ok"

    def close(self) -> None:
        """Let the connections go; asking again opens new ones."""
        self._client.close()

    def models(self, seconds: float) -> list[str]:
        """The names of the models that the server lists; costs nothing.

        Raises
        ------
        TakeawaysError
            It does not list them, or cannot be asked.
        """
        try:
            return self._client.models(seconds)
        except Exception as err:  # noqa: BLE001 - what is not the SDK's or the network's is raised again
            ours = translated(err)
            if isinstance(ours, TakeawaysError):
                conceal(ours, self._client.secrets, ())
            raise ours from None

    def count(self, text: str) -> int:
        """Tokens of a text, estimated with a margin."""
        return tokens(text)

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any],
        schema_name: str,
        most: int,
        deadline: float | None = None,
    ) -> Iterator[str | Finish]:
        """Pieces of text, then one `Finish` (see `Provider.stream`). Tried again only until a piece was given.

        Raises
        ------
        TakeawaysError
            One of the family `Provider`.
        """
        until = deadline if deadline is not None else self._clock() + self._seconds
        tried = 0
        while True:
            tried += 1
            begun = False
            try:
                with closing(self._once(messages, schema, schema_name, most, until)) as pieces:
                    for piece in pieces:
                        begun = True
                        yield piece
                return
            except TakeawaysError as err:
                conceal(err, self._client.secrets, messages)
                if begun or isinstance(err, ProviderPaused) or not self._retries.wait(err, tried, until):
                    raise
                log.info("%s: %s; tried again", self.name, err.code)

    def _once(
        self, messages: Sequence[Message], schema: Mapping[str, Any], name: str, most: int, until: float
    ) -> Generator[str | Finish, None, None]:
        """One try, and as many requests as it takes to learn what the server understands."""
        dialect = self.dialect
        for _ in range(_MOST_DIALECTS):
            fields = dialect.fields(messages, schema, name, most, self._temperature)
            attempt = Attempt(
                self._client,
                fields,
                dialect,
                schema=schema,
                until=until,
                first=self._first,
                idle=self._idle,
                clock=self._clock,
            )
            try:
                yield from self._watched(attempt, dialect, messages)
                return
            except Refused as err:
                dialect = err.learnt
                if err.sure:
                    self._remember(dialect)
        raise RequestRefused("It refuses every form of request.")

    def _watched(self, attempt: Attempt, dialect: Dialect, messages: Sequence[Message]) -> Iterator[str | Finish]:
        """One request, as the breaker sees it."""
        self.breaker.enter()
        verdict = self.breaker.left
        try:
            for piece in attempt.pieces(lambda: sum(self.count(message.content) + 4 for message in messages), self.model):
                if isinstance(piece, Finish):
                    # Before it is given: its reader may not come back after it.
                    verdict = self.breaker.succeeded
                    self._remember(dialect)
                yield piece
        except _DOWN:
            verdict = self.breaker.failed
            raise
        except ProviderBusy:
            raise
        except ContextExceeded as err:
            verdict = self.breaker.succeeded
            if err.limit and err.limit >= _LEAST_CONTEXT:
                self.context = min(self.context, err.limit)
            raise
        except (TakeawaysError, Refused):
            verdict = self.breaker.succeeded  # it works, and says no
            raise
        finally:
            verdict()

    def _remember(self, learnt: Dialect) -> None:
        with self._lock:
            if self._dialect == learnt:
                return
            self._dialect = learnt
        log.info("%s: asked as %s from now on", self.name, learnt)
