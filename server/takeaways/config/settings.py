"""One table of settings: name, default, why. Read from the environment (prefix `TAKEAWAYS_`) and `.env`.

docs/settings.md is written from this table and a test keeps it true. Lists are comma-separated.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import AliasChoices, Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from ..errors import BadLanguage, BadSettings
from .forms import headers, is_loopback, language_tag, printable, server

_HTTP = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_BIND = re.compile(r"(?:[^\s:/\[\]]+|\[[0-9A-Fa-f:.]+\]):(?P<port>[0-9]{1,5})")

Hosts = Annotated[tuple[str, ...], NoDecode]
Headers = Annotated[dict[str, SecretStr], NoDecode]


class Settings(BaseSettings):
    """Every setting there is. The description says why it exists."""

    model_config = SettingsConfigDict(
        env_prefix="TAKEAWAYS_", env_file=".env", extra="ignore", frozen=True, populate_by_name=True
    )

    bind: str = Field("127.0.0.1:8765", description="Where the service listens; the extension looks there first.")
    token: SecretStr | None = Field(
        None, description="Needed beyond loopback, where anybody could spend your machine's time."
    )
    hosts: Hosts = Field(
        (),
        description="Names the service answers under beside loopback; others are refused (DNS rebinding). "
        "None named and bound beyond loopback: any, as the token guards it.",
    )
    threads: int = Field(
        128, ge=40, description="Of the one web process; each open stream holds one, 32 stay free for short answers."
    )
    data: Path = Field(
        Path("~/.local/share/takeaways"), description="Folder of the SQLite store: summaries, uploads, arXiv's pace."
    )
    language: str = Field("en", description="Of summaries when a request names none (BCP 47).")

    cache_days: float = Field(30, gt=0, description="How long a summary is kept.")
    cache_memory: int = Field(512, ge=1, description="Summaries held in memory in front of the store.")
    blob_megabytes: int = Field(1024, ge=1, description="Uploads kept on disk; the least recently used go first.")
    figure_megabytes: int = Field(
        512, ge=1, description="Figures' pictures, and PDFs that they are cut from, kept on disk; uploads are counted apart."
    )

    arxiv_url: str = Field("https://arxiv.org", description="A mirror spares arXiv, and tests need a fake one.")
    arxiv_api_url: str = Field("https://export.arxiv.org/api/query", description="arXiv's API, for many papers at once.")
    ar5iv_url: str = Field(
        "https://ar5iv.labs.arxiv.org", description="HTML of papers older than December 2023; empty: not used."
    )
    arxiv_seconds: float = Field(1.0, ge=0, description="Between two of arXiv's pages while somebody waits.")
    arxiv_api_seconds: float = Field(3.0, ge=0, description="Between two calls of arXiv's API: its terms of use.")
    contact: str = Field("", description="Mail or address in the User-Agent; arXiv asks for one so that it can complain.")

    fetch_allow_hosts: Hosts = Field(
        (), description="`host` or `host:port` that may be read though private, and by plain http."
    )
    fetch_max_bytes: int = Field(50_000_000, ge=1, description="Of one page, PDF or upload, after decompression.")
    fetch_seconds: float = Field(60, gt=0, description="For one page or PDF, all told: a slow drip must end.")

    extract_workers: int = Field(2, ge=1, description="Processes that parse; two use two cores.")
    extract_seconds: float = Field(60, gt=0, description="For one file: some are made to take for ever.")
    extract_memory: int = Field(
        1536, ge=256, description="Megabytes of address space of one parser: some inflate to gigabytes."
    )

    jobs: int = Field(4, ge=1, description="Papers read at the same time; more wait their turn.")
    job_log_seconds: float = Field(600, gt=0, description="How long the events of a finished job can be read again.")

    openai_api_key: SecretStr | None = Field(
        None,
        validation_alias=AliasChoices("TAKEAWAYS_OPENAI_API_KEY", "OPENAI_API_KEY"),
        description="A model's key. Kept on the server; never shown, logged or sent anywhere else.",
    )
    openai_base_url: str | None = Field(
        None,
        validation_alias=AliasChoices("TAKEAWAYS_OPENAI_BASE_URL", "OPENAI_BASE_URL"),
        description="Any OpenAI-compatible server, such as Ollama's http://127.0.0.1:11434/v1; OpenAI's own where only a "
        "key is set.",
    )
    openai_api_version: str | None = Field(
        None,
        validation_alias=AliasChoices("TAKEAWAYS_OPENAI_API_VERSION", "OPENAI_API_VERSION"),
        description="Set, the server is asked as Azure is: this in the query, the key as `api-key`, the model as "
        "its deployment.",
    )
    model: str | None = Field(
        None,
        validation_alias=AliasChoices("TAKEAWAYS_MODEL", "OPENAI_MODEL"),
        description="The model's name at that server. With it, and a key or an address, summaries are written by the model; "
        "without it nothing is sent anywhere.",
    )
    model_context: int | None = Field(
        None,
        ge=2048,
        description="Tokens that the model reads and writes at once. Not set: 4096 for Ollama, known for the models of some "
        "makers, else 8192. Longer papers are read in parts.",
    )
    model_output: int = Field(
        8192, ge=256, description="Tokens of one answer at most; at some servers what a model thinks first counts too."
    )
    model_temperature: float | None = Field(
        0.2, ge=0, le=2, description="Low, as facts are asked for; empty: the server's own. Models that refuse one get none."
    )
    model_headers: Headers = Field(
        {},
        description="More headers for the model's server: `Name: value; Name: value`, or a JSON object. Kept like the key.",
    )
    model_seconds: float = Field(300, gt=0, description="For one answer, all tries told. A model on a CPU may need more.")
    model_price_in: float | None = Field(
        None, ge=0, description="US dollars for a million tokens read; with the next one, a summary says what it cost."
    )
    model_price_out: float | None = Field(None, ge=0, description="US dollars for a million tokens written.")
    daily_tokens: int = Field(
        0,
        ge=0,
        description="Tokens a day (UTC) that models may read and write; then the embedded engine answers. 0: no limit.",
    )

    @field_validator("hosts", "fetch_allow_hosts", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return [part.strip().lower() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("bind")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        found = _BIND.fullmatch(value)
        if not found or not 1 <= int(found["port"]) <= 65535:
            raise ValueError(f"«{value[:80]}» is not host:port, such as 127.0.0.1:8765 or [::1]:8765.")
        return value

    @field_validator("language")
    @classmethod
    def _canonical(cls, value: str) -> str:
        try:
            return language_tag(value)
        except BadLanguage as err:
            raise ValueError(f"{err.detail} {err.action}") from err

    @field_validator("arxiv_url", "arxiv_api_url", "ar5iv_url")
    @classmethod
    def _address(cls, value: str, info: ValidationInfo) -> str:
        if not _HTTP.match(value) and (value or info.field_name != "ar5iv_url"):
            raise ValueError(f"«{value[:80]}» is not an http(s) address.")
        return value.rstrip("/")

    @field_validator(
        "openai_api_key",
        "openai_base_url",
        "openai_api_version",
        "model",
        "model_context",
        "model_temperature",
        "model_price_in",
        "model_price_out",
        mode="before",
    )
    @classmethod
    def _empty_is_unset(cls, value: Any) -> Any:
        return (value.strip() or None) if isinstance(value, str) else value

    @field_validator("openai_api_key")
    @classmethod
    def _sendable(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not printable(value.get_secret_value()):
            raise ValueError("It holds letters or blanks that no key has; was it copied whole, and alone?")
        return value

    @field_validator("openai_base_url")
    @classmethod
    def _server(cls, value: str | None) -> str | None:
        return None if value is None else server(value)

    @field_validator("model_headers", mode="before")
    @classmethod
    def _headers(cls, value: Any) -> Any:
        return headers(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _a_token_beyond_loopback(self) -> Self:
        if not is_loopback(self.host) and not (self.token and self.token.get_secret_value()):
            raise ValueError(
                f"TAKEAWAYS_BIND={self.bind} can be reached from other machines, so it needs a token: "
                "start it as TAKEAWAYS_TOKEN=$(openssl rand -hex 24) and enter that token in the extension's options."
            )
        return self

    @property
    def model_connected(self) -> bool:
        """Whether a model writes: there is a server to ask, and the name of a model."""
        return bool(self.model and (self.openai_api_key or self.openai_base_url))

    @property
    def model_missing(self) -> str | None:
        """The setting that a half-configured model lacks; None where a model is connected or nothing is set."""
        if self.model_connected:
            return None
        if self.model:
            return "OPENAI_BASE_URL (or OPENAI_API_KEY)"
        return "TAKEAWAYS_MODEL" if self.openai_api_key or self.openai_base_url else None

    @property
    def host(self) -> str:
        """The host part of `bind`."""
        return self.bind.rpartition(":")[0]

    @property
    def port(self) -> int:
        """The port part of `bind`."""
        return int(self.bind.rpartition(":")[2])


def load(**overrides: Any) -> Settings:
    """Read the settings.

    Parameters
    ----------
    **overrides
        Settings by field name that win over the environment (command line options).

    Raises
    ------
    BadSettings
        A value is of the wrong form, or the service would be open to other machines without a token.
    """
    try:
        return Settings(**overrides)
    except ValidationError as err:
        # Values are left out: one of them may be a key.
        lines = [f"{_setting(e['loc'])}{e['msg'].removeprefix('Value error, ')}" for e in err.errors()]
        raise BadSettings("; ".join(lines)) from None


def _setting(loc: tuple[int | str, ...]) -> str:
    """A setting as its user knows it: `bind` is TAKEAWAYS_BIND, `OPENAI_API_KEY` is itself."""
    name = (str(loc[0]).upper() if loc else "").removeprefix("TAKEAWAYS_")  # of two names the shorter
    return "" if not name else f"{name}: " if name.startswith("OPENAI_") else f"TAKEAWAYS_{name}: "
