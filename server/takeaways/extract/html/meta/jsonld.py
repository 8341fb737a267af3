"""What a page says about its article in JSON-LD (https://schema.org/ScholarlyArticle), in publishers' many shapes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ....model import Author
from ..dom import squeeze
from .said import day, doi_in, plain, turned

_ARTICLES = (
    "ScholarlyArticle", "MedicalScholarlyArticle", "Article", "TechArticle", "Report", "NewsArticle", "BlogPosting",
    "CreativeWork",
)  # fmt: skip
"""Best first: a journal's page may describe its blog, too."""
_AROUND = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
_DEEP = 6


def article_of(tree: Any) -> dict[str, Any]:
    """The fields of a Paper, and `keywords`, that a page's JSON-LD holds; empty where it describes no article."""
    entries = [entry for node in tree.xpath('//script[@type="application/ld+json"]') for entry in _entries(_read(node), 0)]
    named = {entry["@id"]: entry for entry in entries if isinstance(entry.get("@id"), str)}
    ranked = [(_ARTICLES.index(kind), n) for n, entry in enumerate(entries) for kind in _kinds(entry) if kind in _ARTICLES]
    if not ranked:
        return {}
    best, at = min(ranked)
    entry = entries[at]
    if _ARTICLES[best] == "CreativeWork" and not entry.get("author"):
        return {}
    authors = tuple(
        author for one in _listed(entry.get("author") or entry.get("creator")) if (author := _author(one, named))
    )
    return {
        "title": plain(_text(entry.get("headline")) or _text(entry.get("name"))),
        "authors": authors,
        "abstract": plain(_text(entry.get("abstract"))),
        "description": plain(_text(entry.get("description"))),
        "published": day(_text(entry.get("datePublished"))),
        "doi": _doi(entry),
        "license": next((url for one in _listed(entry.get("license")) if (url := _url(one))), None),
        "journal": _name(entry.get("isPartOf"), named),
        "keywords": tuple(part for one in _listed(entry.get("keywords")) for part in _keywords(one)),
    }


def pdfs_of(tree: Any) -> list[str]:
    """The addresses of PDFs that a page's JSON-LD gives as encodings of its article."""
    entries = [entry for node in tree.xpath('//script[@type="application/ld+json"]') for entry in _entries(_read(node), 0)]
    files = [one for entry in entries for one in _listed(entry.get("encoding")) if isinstance(one, dict)]
    said = [one for one in files if "pdf" in str(one.get("encodingFormat") or one.get("fileFormat") or "").casefold()]
    return [url for one in said if (url := _text(one.get("contentUrl")) or _text(one.get("url")))]


def _read(node: Any) -> Any:
    try:
        return json.loads(_AROUND.sub("", node.text or ""), strict=False)
    except (ValueError, RecursionError):
        return None


def _entries(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """All objects that may describe the page: in lists, in a graph, as what the page is about."""
    if depth > _DEEP:
        return
    if isinstance(data, list):
        for one in data:
            yield from _entries(one, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _entries(data.get(key), depth + 1)


def _kinds(entry: dict[str, Any]) -> list[str]:
    return [re.split(r"[/:#]", kind)[-1] for kind in _listed(entry.get("@type")) if isinstance(kind, str)]


def _listed(value: Any) -> list[Any]:
    return [] if value is None else value if isinstance(value, list) else [value]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return next((text for one in value if (text := _text(one))), None)
    if isinstance(value, dict):
        return _text(value.get("@value"))
    return squeeze(value) or None if isinstance(value, str) else None


def _name(value: Any, named: dict[str, Any]) -> str | None:
    """The name of a thing that is given as a text, as an object, or by the id of one."""
    for one in _listed(value):
        if isinstance(one, str) and (text := squeeze(one)):
            return None if text.startswith(("http://", "https://")) else plain(text)
        if isinstance(one, dict):
            whole = one if "name" in one else named.get(str(one.get("@id")), one)
            parts = [_text(whole.get("givenName")), _text(whole.get("familyName"))]
            text = _text(whole.get("name")) or " ".join(part for part in parts if part)
            if text:
                return plain(text)
    return None


def _author(one: Any, named: dict[str, Any]) -> Author | None:
    name = turned(_name(one, named) or "")
    if not name:
        return None
    whole = (
        (one if "name" in one or "familyName" in one else named.get(str(one.get("@id")), one))
        if isinstance(one, dict)
        else {}
    )
    places = [_name(place, named) for place in _listed(whole.get("affiliation"))]
    return Author(name=name, affiliations=tuple(dict.fromkeys(place for place in places if place)))


def _url(value: Any) -> str | None:
    text = _text(value.get("url") or value.get("@id")) if isinstance(value, dict) else _text(value)
    return text if text and text.startswith(("https://", "http://")) else None


def _doi(entry: dict[str, Any]) -> str | None:
    """A DOI among what identifies the article: text, address, or a PropertyValue."""
    said = [one for key in ("doi", "identifier", "sameAs", "@id", "url") for one in _listed(entry.get(key))]
    texts = [_text(one.get("value")) or _text(one.get("@id")) if isinstance(one, dict) else _text(one) for one in said]
    return next((doi for text in texts if text and (doi := doi_in(text))), None)


def _keywords(one: Any) -> list[str]:
    text = _text(one.get("name")) if isinstance(one, dict) else _text(one)
    return [part for part in map(squeeze, re.split(r"[;,|]", text or "")) if part]
