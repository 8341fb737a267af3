"""What a page says about itself to machines: Highwire's `citation_*` metas and JSON-LD -> Paper.

Most publishers' pages carry them, as Google Scholar asks for them (https://scholar.google.com/intl/en/scholar/inclusion.html).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from ...model import Author, Origin, Paper
from .dom import squeeze

_ARTICLES = {"ScholarlyArticle", "Article", "MedicalScholarlyArticle", "Report", "TechArticle", "NewsArticle", "BlogPosting"}
_DAY = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_TAG = re.compile(r"<[^>]+>")
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def meta_paper(tree: Any, source_id: str, link: str | None) -> Paper:
    """The metadata in a page's metas and JSON-LD; what it does not say is absent.

    Parameters
    ----------
    tree : lxml element
        The page.
    source_id : str
        The Paper's id.
    link : str, optional
        Where a person opens it.
    """
    metas = _metas(tree)
    ld = next(_json_ld(tree), {})
    fields: dict[str, Any] = {
        "title": _one(metas, "citation_title", "dc.title", "bepress_citation_title")
        or _text(ld.get("headline") or ld.get("name")),
        "authors": _authors(metas) or _ld_authors(ld),
        "abstract": _abstract(metas, ld),
        "published": _day(
            _one(
                metas,
                "citation_publication_date",
                "citation_date",
                "citation_online_date",
                "dc.date",
                "prism.publicationdate",
            )
            or _text(ld.get("datePublished"))
        ),
        "doi": _doi(metas, ld),
        "journal_ref": _one(metas, "citation_journal_title", "citation_conference_title"),
    }
    origin: Origin = "page-meta"
    return Paper(id=source_id, link=link, **fields, provenance={name: origin for name, value in fields.items() if value})


def pdf_address(tree: Any) -> str | None:
    """The PDF that a page names as its paper's (`citation_pdf_url`)."""
    return _one(_metas(tree), "citation_pdf_url", "bepress_citation_pdf_url")


def _metas(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.iter("meta"):
        name = (node.get("name") or node.get("property") or "").casefold()
        content = squeeze(node.get("content") or "")
        if name and content:
            found.setdefault(name, []).append(content)
    return found


def _one(metas: dict[str, list[str]], *names: str) -> str | None:
    return next((metas[name][0] for name in names if name in metas), None)


def _authors(metas: dict[str, list[str]]) -> tuple[Author, ...]:
    """`citation_author` once an author; some pages put all into one, parted by semicolons."""
    given = metas.get("citation_author") or metas.get("bepress_citation_author") or metas.get("dc.creator") or []
    if not given and "citation_authors" in metas:
        given = metas["citation_authors"]
    names = [part for entry in given for part in entry.split(";")]
    return tuple(Author(name=name) for name in map(_forward, names) if name)


def _forward(name: str) -> str:
    """«Ferreira, Tomás» as «Tomás Ferreira»."""
    parts = [part.strip() for part in name.split(",")]
    return squeeze(f"{parts[1]} {parts[0]}" if len(parts) == 2 and all(parts) else name)


def _ld_authors(ld: dict[str, Any]) -> tuple[Author, ...]:
    given = ld.get("author") or []
    found = []
    for one in given if isinstance(given, list) else [given]:
        name = _text(one.get("name")) if isinstance(one, dict) else _text(one)
        if name:
            affiliation = one.get("affiliation") if isinstance(one, dict) else None
            listed = affiliation if isinstance(affiliation, list) else [affiliation]
            places = [_text(place.get("name")) if isinstance(place, dict) else _text(place) for place in listed]
            found.append(Author(name=_forward(name), affiliations=tuple(place for place in places if place)))
    return tuple(found)


def _abstract(metas: dict[str, list[str]], ld: dict[str, Any]) -> str | None:
    """Only what is called an abstract: `description` is often an advertisement."""
    text = _one(metas, "citation_abstract", "dcterms.abstract", "dc.description.abstract") or _text(ld.get("abstract"))
    return squeeze(re.sub(r"^abstract\b[:.\s]*", "", squeeze(_TAG.sub(" ", text)), flags=re.I)) or None if text else None


def _doi(metas: dict[str, list[str]], ld: dict[str, Any]) -> str | None:
    said = _one(metas, "citation_doi", "prism.doi", "dc.identifier", "bepress_citation_doi") or _text(ld.get("@id")) or ""
    found = _DOI.search(said)
    return found[0] if found else None


def _day(text: str | None) -> date | None:
    """A date; one that names a year or a month only is not a date."""
    found = _DAY.match(text or "")
    if not found or not found[3]:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _json_ld(tree: Any) -> Iterator[dict[str, Any]]:
    for node in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            data = json.loads(node.text or "")
        except (ValueError, RecursionError):
            continue
        entries = data if isinstance(data, list) else [data]
        entries += [part for entry in entries if isinstance(entry, dict) for part in entry.get("@graph", []) or []]
        for entry in entries:
            kinds = entry.get("@type") if isinstance(entry, dict) else None
            if set(kinds if isinstance(kinds, list) else [kinds]) & _ARTICLES:
                yield entry


def _text(value: Any) -> str | None:
    return squeeze(value) or None if isinstance(value, str) else None
