"""What a server's status means for the reader."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx

from ..errors import PaperNotFound, SourceBroken, SourceBusy, SourceRefused, SourceSlow, Upstream

REDIRECTS = frozenset({301, 302, 303, 307, 308})
WAIT = 30.0
"""Seconds before the next try, where a busy server names none."""
LONGEST_WAIT = 600.0
"""Seconds. A server may name days, by mistake or malice; after ten minutes it is asked again."""


def refusal(answer: httpx.Response, now: float) -> Upstream | None:
    """The error that a status stands for; None for an answer to read.

    Parameters
    ----------
    answer : httpx.Response
    now : float
        Seconds since 1970, for a Retry-After that is a date.
    """
    status, host = answer.status_code, answer.request.url.host
    if 200 <= status < 300:
        return None
    if status in (404, 410):
        return PaperNotFound(f"«{host}» has nothing at {answer.request.url.path[:200]}.")
    if status in (429, 503):
        seconds = retry_after(answer.headers.get("retry-after", ""), now)
        return SourceBusy(f"«{host}» asks to wait {seconds:.0f} seconds.", retry_after=seconds)
    if status == 408:
        return SourceSlow(f"«{host}» gave up waiting for the request.")
    if 400 <= status < 500:
        return SourceRefused(f"«{host}» answered with status {status}.")
    return SourceBroken(f"«{host}» answered with status {status}.")


def retry_after(value: str, now: float) -> float:
    """The seconds that a Retry-After header asks to wait, from 0 to LONGEST_WAIT.

    Parameters
    ----------
    value : str
        Seconds or an HTTP date (RFC 9110, 10.2.3); anything else counts as WAIT.
    now : float
        Seconds since 1970.
    """
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return WAIT
    if moment.tzinfo is None:  # «-0000» is written for a time in UTC
        moment = moment.replace(tzinfo=UTC)
    return min(max(moment.timestamp() - now, 0.0), LONGEST_WAIT)
