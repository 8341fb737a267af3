"""An answer of arXiv's API (Atom 1.0 with arXiv's extensions) -> Papers."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import feedparser

from ...errors import SourceBroken
from ...model import Author, Origin, Paper
from ..html.dom import squeeze

_ID = re.compile(r"arxiv\.org/abs/(.+?)(?:v(\d+))?$")
_ORIGIN: Origin = "arxiv-api"


def feed(body: bytes) -> tuple[Paper, ...]:
    """Read an answer of arXiv's API.

    Parameters
    ----------
    body : bytes
        An Atom feed.

    Returns
    -------
    tuple of Paper
        One an entry, in the feed's order.

    Raises
    ------
    SourceBroken
        It is no Atom feed, or arXiv's complaint about the question (an entry titled «Error»).
    """
    # A file object, never a string: feedparser takes a string that looks like an address as one and dials it.
    answer = feedparser.parse(io.BytesIO(body))
    if not answer.get("version"):
        raise SourceBroken("arXiv's API gave something that is no feed.")
    papers = []
    for entry in answer.entries:
        named = _ID.search(entry.get("id", ""))
        if named is None:
            raise SourceBroken(f"arXiv's API answered: {squeeze(entry.get('summary', 'an entry without an id'))}")
        papers.append(_paper(entry, named[1], int(named[2]) if named[2] else None))
    return tuple(papers)


def _paper(entry: Any, number: str, version: int | None) -> Paper:
    versioned = f"{number}v{version}" if version else number
    primary = entry.get("arxiv_primary_category", {}).get("term")
    categories = [tag["term"] for tag in entry.get("tags", [])]
    fields: dict[str, Any] = {
        "title": squeeze(entry.get("title", "")) or None,
        "authors": tuple(Author(name=squeeze(one["name"])) for one in entry.get("authors", []) if one.get("name")),
        "abstract": squeeze(entry.get("summary", "")) or None,
        "published": _day(entry.get("published_parsed")),
        "updated": _day(entry.get("updated_parsed")),
        "categories": tuple(dict.fromkeys([primary, *categories] if primary else categories)),
        "comment": squeeze(entry.get("arxiv_comment", "")) or None,
        "journal_ref": squeeze(entry.get("arxiv_journal_ref", "")) or None,
        "doi": entry.get("arxiv_doi"),
    }
    return Paper(
        id=f"arxiv:{versioned}",
        link=f"https://arxiv.org/abs/{versioned}",
        version=version,
        **fields,
        provenance={name: _ORIGIN for name, value in fields.items() if value},
    )


def _day(moment: Any) -> date | None:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if moment else None
