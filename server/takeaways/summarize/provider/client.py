"""The SDK's client, made when it is first needed: importing it takes 0.35 s of CPU and 18 MB."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from pydantic import SecretStr

if TYPE_CHECKING:
    from openai import OpenAI

OPENAI = "https://api.openai.com/v1"
_CONNECT_SECONDS = 10.0
_LOGGERS = ("openai", "httpx2", "httpcore2")


class Client:
    """Asks one server for one model's answers, over connections that are kept.

    Parameters
    ----------
    base_url : str
    api_key : SecretStr, optional
        Without one no credentials are sent.
    model : str
    headers : mapping
        Sent along; they win over ours.
    api_version : str, optional
        Azure's way of asking: this in the query, the key as `api-key`, the model in the path where there is no other.
    """

    def __init__(
        self, base_url: str, api_key: SecretStr | None, model: str, headers: Mapping[str, SecretStr], api_version: str | None
    ) -> None:
        self.base_url = _deployment(base_url, model) if api_version else base_url
        self._key, self._model, self._headers, self._version = api_key, model, dict(headers), api_version
        self._lock = threading.Lock()
        self._client: OpenAI | None = None

    @property
    def secrets(self) -> list[str]:
        """What no words of ours may hold."""
        return [value.get_secret_value() for value in (self._key, *self._headers.values()) if value]

    def ask(self, fields: Mapping[str, Any], seconds: float) -> AbstractContextManager[Any]:
        """The streamed answer to a request, as the SDK opens it; `seconds` between two of its bytes."""
        from openai import Omit, Timeout

        client = self._sdk()
        # A key is either the bearer's or Azure's, and where there is none, none is made up.
        unset = {} if self._key and not self._version else {"Authorization": Omit()}
        given = {name: value.get_secret_value() for name, value in self._headers.items()}
        timeout = Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))
        create = client.chat.completions.with_streaming_response.create
        return create(model=self._model, extra_headers={**unset, **given}, timeout=timeout, **fields)

    def models(self, seconds: float) -> list[str]:
        """The names of the models that the server has."""
        from openai import Omit

        unset = {} if self._key and not self._version else {"Authorization": Omit()}
        given = {name: value.get_secret_value() for name, value in self._headers.items()}
        page = self._sdk().models.list(extra_headers={**unset, **given}, timeout=seconds)
        return sorted(str(model.id) for model in page.data or ())

    def close(self) -> None:
        """Let the connections go."""
        with self._lock:
            if self._client is not None:
                self._client.close()
                self._client = None

    def _sdk(self) -> OpenAI:
        with self._lock:
            if self._client is None:
                self._client = self._made()
            return self._client

    def _made(self) -> OpenAI:
        from openai import DefaultHttpxClient, OpenAI

        for name in _LOGGERS:
            # At DEBUG they log requests, and with those whole papers.
            logging.getLogger(name).setLevel(logging.WARNING)
        key = self._key.get_secret_value() if self._key else ""
        client = OpenAI(
            api_key=key or "none",
            admin_api_key="",  # else taken from the environment
            base_url=self.base_url,
            max_retries=0,  # the SDK would sleep for two minutes whatever the timeout; `retries` does it within a deadline
            default_headers={"Accept-Encoding": "identity", **({"api-key": key} if self._version else {})},
            default_query={"api-version": self._version} if self._version else None,
            # No proxy of the environment and no redirect: a key goes to the address that was configured, or nowhere.
            http_client=DefaultHttpxClient(trust_env=False, follow_redirects=False),
        )
        if self.base_url != OPENAI:
            client.organization = client.project = None  # OpenAI's own, taken from the environment
        return client


def _deployment(base_url: str, model: str) -> str:
    """Azure's path of a deployment, where the address names only the resource."""
    parts = urlsplit(base_url)
    path = parts.path.rstrip("/")
    if path in ("", "/openai"):
        path = f"/openai/deployments/{model}"
    return urlunsplit(parts._replace(path=path))
