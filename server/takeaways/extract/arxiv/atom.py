"""An answer of arXiv's API (Atom 1.0 with arXiv's extensions) -> Papers."""

from __future__ import annotations

import io
import re
from datetime import date
from typing import Any

import feedparser
from lxml import etree

from ...errors import SourceBroken
from ...model import Author, Origin, Paper, Version
from ..html.dom import squeeze
from ..links import with_links
from ..mentions import mentions_in
from .accents import characters
from .people import authors_of

_ID = re.compile(r"arxiv\.org/abs/(.+?)(?:v(\d+))?$")
_ORIGIN: Origin = "arxiv-api"
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"


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
    people = _people(body, len(answer.entries))
    for n, entry in enumerate(answer.entries):
        named = _ID.search(entry.get("id", ""))
        if named is None:
            raise SourceBroken(f"arXiv's API answered: {squeeze(entry.get('summary', 'an entry without an id'))}")
        authors = people[n] if people else authors_of((one.get("name", ""), True) for one in entry.get("authors", []))
        papers.append(_paper(entry, authors, named[1], int(named[2]) if named[2] else None))
    return tuple(papers)


def _people(body: bytes, entries: int) -> list[tuple[Author, ...]]:
    """The authors of each entry with their affiliations, of which feedparser keeps the last of all authors only."""
    if b"affiliation" not in body:
        return []
    root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    found = [
        authors_of(
            piece
            for author in entry.findall(f"{_ATOM}author")
            for piece in (
                (author.findtext(f"{_ATOM}name") or "", True),
                *((f"({place.text})", False) for place in author.findall(f"{_ARXIV}affiliation") if place.text),
            )
        )
        for entry in root.iter(f"{_ATOM}entry")
    ]
    return found if len(found) == entries else []


def _paper(entry: Any, authors: tuple[Author, ...], number: str, version: int | None) -> Paper:
    versioned = f"{number}v{version}" if version else number
    primary = entry.get("arxiv_primary_category", {}).get("term")
    categories = [tag["term"] for tag in entry.get("tags", [])]
    published, updated = _day(entry.get("published_parsed")), _day(entry.get("updated_parsed"))
    fields: dict[str, Any] = {
        "title": _text(entry, "title"),
        "authors": authors,
        "affiliations": tuple(dict.fromkeys(place for author in authors for place in author.affiliations)),
        "abstract": _text(entry, "summary"),
        "published": published,
        "updated": updated,
        "versions": _versions(version, published, updated),
        "categories": tuple(dict.fromkeys([primary, *categories] if primary else categories)),
        "comment": _text(entry, "arxiv_comment"),
        "journal_ref": _text(entry, "arxiv_journal_ref"),
        # Several of them stand in one field, parted by spaces.
        "doi": next(iter(entry.get("arxiv_doi", "").split()), None),
    }
    paper = Paper(
        id=f"arxiv:{versioned}",
        link=f"https://arxiv.org/abs/{versioned}",
        version=version,
        **fields,
        provenance={name: _ORIGIN for name, value in fields.items() if value},
    )
    return with_links(paper, mentions_in(paper.abstract or ""), _ORIGIN)


def _text(entry: Any, name: str) -> str | None:
    return characters(squeeze(entry.get(name, ""))) or None


def _versions(version: int | None, published: date | None, updated: date | None) -> tuple[Version, ...]:
    """Versions are numbered without gaps; an entry tells the days of the first and of its own."""
    days = {1: published, version or 0: updated}
    return tuple(Version(number=number, day=days.get(number)) for number in range(1, (version or 0) + 1))


def _day(moment: Any) -> date | None:
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if moment else None
