"""An arXiv abs page -> Paper (arXiv/arxiv-browse, `browse/templates/abs/`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from ...errors import NoText
from ...model import Origin, Paper, Source, Version
from ..html.dom import has_class, parse, squeeze, text_of
from ..links import with_links
from ..mentions import mentions_in
from .accents import characters
from .people import authors_of

_VERSION = re.compile(r"v(\d+)$")
_CATEGORY = re.compile(r"\(([a-z][a-z-]*(?:\.[A-Za-z-]+)?)\)")
_ID = re.compile(r"arXiv:([^\s\[]+)")
_DAY = re.compile(r"\b(\d{1,2} [A-Z][a-z]{2} \d{4})\b")
_ORIGIN: Origin = "arxiv-page"


def abs_page(body: bytes, source: Source) -> Paper:
    """Read an arXiv abs page.

    Parameters
    ----------
    body : bytes
        The page.
    source : Source
        Whose page it is.

    Returns
    -------
    Paper
        With the version in its id and link.

    Raises
    ------
    NoText
        The page is no abs page.
    """
    tree = parse(body)
    title = _first(tree, '//h1[contains(concat(" ", @class, " "), " title ")]')
    identity = _first(tree, '//td[contains(@class, "arxividv")]//a') or _first(
        tree, '//div[@class="header-breadcrumbs-mobile"]/strong'
    )
    named = _ID.search(identity or "")
    if not title or not named:
        raise NoText("This is not the page of a paper on arXiv.")
    versioned = named[1]
    version = _VERSION.search(versioned)
    versions = _history(tree)
    number = int(version[1]) if version else len(versions) or None
    if number and not version:
        versioned = f"{versioned}v{number}"
    # The history names the versions after this one too.
    days = {one.number: one.day for one in versions}
    authors = authors_of(_author_line(tree))
    fields: dict[str, Any] = {
        "title": title,
        "authors": authors,
        "affiliations": tuple(dict.fromkeys(place for author in authors for place in author.affiliations)),
        "abstract": _first(tree, '//blockquote[contains(@class, "abstract")]'),
        "published": days.get(1),
        "updated": days.get(number or 0),
        "versions": versions,
        "categories": tuple(_CATEGORY.findall(_first(tree, '//td[contains(@class, "subjects")]') or "")),
        "comment": _first(tree, '//td[contains(@class, "comments")]'),
        "journal_ref": _labelled(tree, "Journal reference:"),
        "doi": _doi(tree),
        "license": next(iter(tree.xpath('//div[@class="abs-license"]/a/@href')), None),
    }
    paper = Paper(
        id=f"arxiv:{versioned}",
        link=f"https://arxiv.org/abs/{versioned}",
        version=number,
        **fields,
        provenance={name: _ORIGIN for name, value in fields.items() if value},
    )
    return with_links(paper, mentions_in(paper.abstract or ""), _ORIGIN)


def _first(tree: Any, path: str) -> str | None:
    """The text of the first element at `path` without its label; an address that is shown as «this https URL» in full."""
    for node in tree.xpath(path):
        for label in node.xpath('.//span[@class="descriptor"]'):
            label.text = ""
        for link in node.xpath('.//a[starts-with(normalize-space(.), "this http")]'):
            link.text = link.get("href", "")
        return characters(squeeze(text_of(node))) or None
    return None


def _author_line(node: Any) -> Iterator[tuple[str, bool]]:
    """The author line in pieces, and which of them are names, as they are links.

    The metas hold the same names turned round («Balázs, C.»); the line on the page is the one that people read, and long
    lists are whole in it too (the rest is folded away by a script).
    """
    for line in node.xpath('//div[@class="authors"]'):
        yield from _pieces(line)


def _pieces(node: Any) -> Iterator[tuple[str, bool]]:
    text = ""
    for part in node.xpath("node()"):
        if isinstance(part, str):
            text += part
        elif part.tag == "a" and "searchtype=author" in (part.get("href") or ""):
            yield text, False
            yield text_of(part), True
            text = ""
        elif part.tag in ("div", "span") and not has_class(part, "descriptor"):
            yield text, False
            yield from _pieces(part)
            text = ""
    yield text, False


def _labelled(tree: Any, label: str) -> str | None:
    for row in tree.xpath('//div[@class="metatable"]//tr'):
        cells = row.findall("td")
        if len(cells) == 2 and squeeze(text_of(cells[0])) == label:
            return characters(squeeze(text_of(cells[1]))) or None
    return None


def _doi(tree: Any) -> str | None:
    """The DOI of the published form; arXiv's own (10.48550) says no more than the id."""
    return next(iter(tree.xpath('//td[contains(@class, "doi")]//a/@data-doi')), None)


def _history(tree: Any) -> tuple[Version, ...]:
    """The versions there are, each with its day (UTC), and whether it was withdrawn."""
    versions = []
    for mark in tree.xpath('//div[@class="submission-history"]//strong'):
        number = _VERSION.search(squeeze(text_of(mark)).strip("[]"))
        day = _DAY.search(squeeze(mark.tail or ""))
        if number and day:
            # «[v2] Thu, 23 Jul 2026 01:36:47 UTC (1 KB) <em>(withdrawn)</em><br/>»
            after = mark.getnext()
            said = f"{mark.tail} {text_of(after) if after is not None and after.tag == 'em' else ''}"
            moment = datetime.strptime(f"{day[1]} +0000", "%d %b %Y %z")
            versions.append(Version(number=int(number[1]), day=moment.date(), withdrawn="withdrawn" in said.casefold()))
    return tuple(sorted(versions, key=lambda version: version.number))
