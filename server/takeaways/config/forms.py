"""The forms of settings: what an address, a language, a key or headers look like.

Messages never repeat a value that may be a key.
"""

from __future__ import annotations

import ipaddress
import json
import re
from urllib.parse import urlsplit

import langcodes
from langcodes.tag_parser import LanguageTagError

from ..errors import BadLanguage

_HEADER = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,80}")


def is_loopback(host: str) -> bool:
    """Whether a host name or address can only be reached from this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def language_tag(tag: str) -> str:
    """The canonical form of a language tag (BCP 47): `zh_cn` becomes `zh-CN`.

    Raises
    ------
    BadLanguage
        It is no tag, or names no language.
    """
    try:
        canonical: str = langcodes.standardize_tag(tag.strip())
        known = langcodes.tag_is_valid(canonical)
    except LanguageTagError as err:
        raise BadLanguage(f"«{tag[:40]}» is not a language tag.") from err
    if not known:
        raise BadLanguage(f"«{tag[:40]}» names no language.")
    return canonical


def server(address: str) -> str:
    """The address of a model's server as the SDK takes it: without a path of its own behind the version.

    Raises
    ------
    ValueError
        It is none, or it holds what belongs into another setting.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("It is not an http(s) address, such as http://127.0.0.1:11434/v1.")
    if parts.username or parts.password:
        raise ValueError("It holds a name or password; a key belongs into OPENAI_API_KEY.")
    if parts.query or parts.fragment:
        raise ValueError("It ends in a query; Azure's api-version belongs into OPENAI_API_VERSION.")
    return address.rstrip("/").removesuffix("/chat/completions").rstrip("/")


def headers(text: str) -> dict[str, str]:
    """Headers, written as `Name: value; Name: value` or as a JSON object.

    Raises
    ------
    ValueError
        They are of neither form, or one could not be sent.
    """
    given = _json_headers(text) if text.lstrip().startswith("{") else _listed_headers(text)
    for name, value in given.items():
        if not _HEADER.fullmatch(name) or not value or not printable(value.replace(" ", "")):
            raise ValueError("A header is a name of letters, digits and «-», and a value in ASCII.")
    return given


def printable(text: str) -> bool:
    """Whether a text is of ASCII letters and signs only, without blanks."""
    return text.isascii() and all("!" <= letter <= "~" for letter in text)


def _json_headers(text: str) -> dict[str, str]:
    try:
        given = json.loads(text)
    except ValueError:
        raise ValueError("It begins as a JSON object, and is none.") from None  # the text may hold a key
    if not all(isinstance(value, str) for value in given.values()):
        raise ValueError("Headers have text as values.")
    return {name.strip(): value.strip() for name, value in given.items()}


def _listed_headers(text: str) -> dict[str, str]:
    pairs = [part.partition(":") for part in text.split(";") if part.strip()]
    if not all(colon for _, colon, _ in pairs):
        raise ValueError("It is not `Name: value; Name: value`; a value that holds «;» needs the JSON form.")
    return {name.strip(): value.strip() for name, _, value in pairs}
