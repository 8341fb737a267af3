"""An arXiv abs page -> Paper (arXiv/arxiv-browse, `browse/templates/abs/`)."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from ...errors import NoText
from ...model import Author, Origin, Paper, Source
from ..html.dom import parse, squeeze, text_of

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
    history = _history(tree)
    number = int(version[1]) if version else len(history) or None
    if number and not version:
        versioned = f"{versioned}v{number}"
    # The history names the versions after this one too.
    published = history.get(1)
    updated = history.get(number) if number else None
    fields: dict[str, Any] = {
        "title": title,
        "authors": _authors(tree),
        "abstract": _first(tree, '//blockquote[contains(@class, "abstract")]'),
        "published": published,
        "updated": updated,
        "categories": tuple(_CATEGORY.findall(_first(tree, '//td[contains(@class, "subjects")]') or "")),
        "comment": _first(tree, '//td[contains(@class, "comments")]'),
        "journal_ref": _labelled(tree, "Journal reference:"),
        "doi": _doi(tree),
        "license": next(iter(tree.xpath('//div[@class="abs-license"]/a/@href')), None),
    }
    return Paper(
        id=f"arxiv:{versioned}",
        link=f"https://arxiv.org/abs/{versioned}",
        version=number,
        **fields,
        provenance={name: _ORIGIN for name, value in fields.items() if value},
    )


def _first(tree: Any, path: str) -> str | None:
    """The text of the first element at `path` without its label; an address that is shown as «this https URL» in full."""
    for node in tree.xpath(path):
        for label in node.xpath('.//span[@class="descriptor"]'):
            label.text = ""
        for link in node.xpath('.//a[starts-with(normalize-space(.), "this http")]'):
            link.text = link.get("href", "")
        return squeeze(text_of(node)) or None
    return None


def _authors(tree: Any) -> tuple[Author, ...]:
    """All authors in order, each with the affiliation that arXiv shows in brackets after the name.

    The metas hold the same names turned round («Balázs, C.»); the list on the page is the one that people read, and
    long lists are whole in it too (the rest is folded away by a script).
    """
    authors = []
    for link in tree.xpath('//div[@class="authors"]//a[contains(@href, "searchtype=author")]'):
        after = re.match(r"\s*\((.+?)\)\s*(?:,|and\b|$)", squeeze(link.tail or ""))
        given = tuple(part.strip() for part in re.split(r"\s+and\s+|;", after[1])) if after else ()
        authors.append(Author(name=squeeze(text_of(link)), affiliations=given))
    return tuple(author for author in authors if author.name)


def _labelled(tree: Any, label: str) -> str | None:
    for row in tree.xpath('//div[@class="metatable"]//tr'):
        cells = row.findall("td")
        if len(cells) == 2 and squeeze(text_of(cells[0])) == label:
            return squeeze(text_of(cells[1])) or None
    return None


def _doi(tree: Any) -> str | None:
    """The DOI of the published form; arXiv's own (10.48550) says no more than the id."""
    return next(iter(tree.xpath('//td[contains(@class, "doi")]//a/@data-doi')), None)


def _history(tree: Any) -> dict[int, date]:
    """The day of each version (UTC)."""
    days = {}
    for mark in tree.xpath('//div[@class="submission-history"]//strong'):
        number = _VERSION.search(squeeze(text_of(mark)).strip("[]"))
        day = _DAY.search(squeeze(mark.tail or ""))
        if number and day:
            days[int(number[1])] = datetime.strptime(f"{day[1]} +0000", "%d %b %Y %z").date()
    return days
