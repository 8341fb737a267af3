"""What a page says about itself to machines -> Paper: Highwire's `citation_*` metas, JSON-LD, Dublin Core, Open Graph.

Most publishers' pages carry the first, as Google Scholar asks for them
(https://scholar.google.com/intl/en/scholar/inclusion.html).
"""

from __future__ import annotations

import re
from typing import Any

from ....model import Author, Origin, Paper
from ..dom import address, squeeze
from . import jsonld
from .said import day, doi_in, plain, turned

_AUTHOR = ("citation_author", "bepress_citation_author", "eprints.creators_name", "dc.creator", "dcterms.creator")
_PLACE = ("citation_author_institution", "citation_author_affiliation", "bepress_citation_author_institution")
_DATES = (
    "citation_publication_date", "citation_date", "citation_online_date", "citation_cover_date", "bepress_citation_date",
    "bepress_citation_online_date", "prism.publicationdate", "eprints.date", "dc.date.issued", "dcterms.issued",
    "dc.date", "dc.date.created", "article:published_time",
)  # fmt: skip
_DOIS = ("citation_doi", "bepress_citation_doi", "prism.doi", "publication_doi", "dc.identifier.doi", "dc.identifier")
_ABSTRACTS = ("citation_abstract", "dcterms.abstract", "dc.description.abstract", "eprints.abstract")
_DESCRIPTIONS = {"dc.description": 40, "dcterms.description": 40, "description": 60, "og:description": 60}
"""Words from which a description is the abstract; shorter ones are advertisements, or the abstract cut off."""
_PDFS = ("citation_pdf_url", "bepress_citation_pdf_url", "eprints.document_url")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\bread more)\s*$", re.I)
_MOST = 3
"""PDF addresses of one page that are worth trying."""

Metas = list[tuple[str, str]]


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
    metas, ld = _metas(tree), jsonld.article_of(tree)
    authors, loose = _authors(metas)
    if not authors or (not any(a.affiliations for a in authors) and len(ld.get("authors", ())) == len(authors)):
        authors = ld.get("authors") or authors
    dates = [found for name in _DATES for text in _all(metas, name) if (found := day(text))]
    fields: dict[str, Any] = {
        "title": _one(metas, "citation_title", "bepress_citation_title", "eprints.title")
        or ld.get("title")
        or _one(metas, "dc.title", "dcterms.title", "og:title"),
        "authors": authors,
        "affiliations": tuple(dict.fromkeys([*(place for a in authors for place in a.affiliations), *loose])),
        "abstract": _abstract(metas, ld),
        # The first of January is what pages write that know the year only.
        "published": next(
            (one for one in dates if (one.month, one.day) != (1, 1)), ld.get("published") or next(iter(dates), None)
        ),
        "doi": next((doi for name in _DOIS for text in _all(metas, name) if (doi := doi_in(text))), None) or ld.get("doi"),
        "journal_ref": _journal(metas) or ld.get("journal"),
        "license": ld.get("license") or _license(tree, metas, link),
    }
    origin: Origin = "page-meta"
    return Paper(id=source_id, link=link, **fields, provenance={name: origin for name, value in fields.items() if value})


def meta_keywords(tree: Any) -> tuple[str, ...]:
    """The paper's keywords, as its page gives them to machines: one a meta, or several parted by semicolons or commas."""
    metas = _metas(tree)
    said = _all(metas, "citation_keywords") or _all(metas, "citation_keyword") or _all(metas, "bepress_citation_keywords")
    found = [part for text in said for part in map(squeeze, re.split(r";" if ";" in text else r",", text)) if part]
    return tuple(dict.fromkeys(found)) or jsonld.article_of(tree).get("keywords", ())


def pdf_addresses(tree: Any, base: str | None) -> list[str]:
    """The PDFs that a page names as its paper's, as absolute addresses.

    Parameters
    ----------
    tree : lxml element
        The page.
    base : str, optional
        What they are relative to.
    """
    metas = _metas(tree)
    said = [
        text for name in _PDFS for text in _all(metas, name) if name != "eprints.document_url" or ".pdf" in text.casefold()
    ]
    said += jsonld.pdfs_of(tree)
    said += [node.get("href") for node in tree.iter("link") if (node.get("type") or "").casefold() == "application/pdf"]
    found = [url for text in said if (url := address(base, text) or address(text, text))]
    return list(dict.fromkeys(found))[:_MOST]


def _metas(tree: Any) -> Metas:
    """Names in small letters and contents, in the page's order."""
    found = []
    for node in tree.iter("meta"):
        name = squeeze(node.get("name") or node.get("property") or "").casefold().replace("dcterms:", "dcterms.")
        content = squeeze(node.get("content") or "")
        if name and content:
            found.append((re.sub(r"^dc:", "dc.", name), content))
    return found


def _all(metas: Metas, name: str) -> list[str]:
    return [content for said, content in metas if said == name]


def _one(metas: Metas, *names: str) -> str | None:
    return next((text for name in names for content in _all(metas, name) if (text := plain(content))), None)


def _authors(metas: Metas) -> tuple[tuple[Author, ...], list[str]]:
    """The authors, each with the institutions that follow the name, and the institutions that follow none for certain."""
    name = next((one for one in _AUTHOR if _all(metas, one)), None)
    if name is None:
        return tuple(Author(name=one) for one in _together(_one(metas, "citation_authors") or "")), []
    found: list[tuple[list[str], list[str]]] = []
    for said, content in metas:
        if said == name:
            found.append((_together(content), []))
        elif said in _PLACE and found and (place := plain(content)):
            found[-1][1].append(place)
    placed = [n for n, (_, places) in enumerate(found) if places]
    # Listed after all names, institutions may be anybody's.
    tied = len(found) == 1 or placed != [len(found) - 1]
    authors = [
        Author(name=one, affiliations=tuple(dict.fromkeys(places)) if tied and len(names) == 1 else ())
        for names, places in found
        for one in names
    ]
    return tuple(authors), [place for _, places in found for place in places]


def _together(text: str) -> list[str]:
    """The names in one meta: parted by semicolons, or by commas where each is whole («Ida Lindqvist, Tomás Ferreira»)."""
    whole = plain(text) or ""
    parts = [part for part in re.split(r"\s*;\s*", whole) if part]
    if len(parts) == 1:
        # One comma turns a name round, whatever stands on its sides («van der Berg, Jan Piet»).
        pieces = [piece.strip() for piece in re.split(r",|\band\b", whole) if piece.strip()]
        if len(pieces) > 2 and all(" " in piece for piece in pieces):
            return pieces
    return [name for name in map(turned, parts) if any(map(str.isalpha, name)) and "@" not in name and "://" not in name]


def _abstract(metas: Metas, ld: dict[str, Any]) -> str | None:
    """What is called an abstract; else a description as long as one."""
    text = _one(metas, *_ABSTRACTS) or ld.get("abstract")
    if not text:
        described = [(_one(metas, name), least) for name, least in _DESCRIPTIONS.items()] + [(ld.get("description"), 40)]
        text = next((one for one, least in described if one and len(one.split()) >= least and not _CUT.search(one)), None)
    return re.sub(r"^(abstract|summary)\b\s*[:.—–-]*\s*(?=[A-Z\d“])", "", text, flags=re.I) or None if text else None


def _journal(metas: Metas) -> str | None:
    """«Northern Birds 12(3), 101–118»."""
    title = _one(
        metas, "citation_journal_title", "citation_conference_title", "citation_inbook_title", "prism.publicationname"
    )
    if not title:
        return None
    volume, issue = _one(metas, "citation_volume", "prism.volume"), _one(metas, "citation_issue", "prism.number")
    first, last = (
        _one(metas, "citation_firstpage", "prism.startingpage"),
        _one(metas, "citation_lastpage", "prism.endingpage"),
    )
    where = f" {volume}{f'({issue})' if issue else ''}" if volume else ""
    pages = f", {first}{f'–{last}' if last and last != first else ''}" if first else ""
    return f"{title}{where}{pages}"


def _license(tree: Any, metas: Metas, link: str | None) -> str | None:
    said = [
        text for name in ("dcterms.license", "dc.rights", "dc.rights.uri", "citation_license") for text in _all(metas, name)
    ]
    said = [text for text in said if text.startswith("http")]
    said += [node.get("href") for node in tree.iter("link", "a") if "license" in (node.get("rel") or "").split()]
    return next((url for text in said if (url := address(link, text) or address(text, text))), None)
