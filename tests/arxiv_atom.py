"""The API's answer: an Atom feed of papers, written from their abs pages."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from tests.arxiv_shelf import AbsPage

ATOM = "http://www.w3.org/2005/Atom"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
ARXIV = "http://arxiv.org/schemas/atom"


def _node(tag: str, text: str = "", *children: etree._Element, **attributes: str) -> etree._Element:
    space, _, name = tag.rpartition(":")
    node = etree.Element(f"{{{ARXIV if space else ATOM}}}{name}", attributes, nsmap={None: ATOM, "arxiv": ARXIV})
    node.text = text or None
    node.extend(children)
    return node


def entry(page: AbsPage) -> etree._Element:
    """The entry of one paper, with the fields that arXiv's API gives, in its order."""
    name = f"{page.id}v{page.version}"
    more = {"doi": page.doi, "comment": page.comment, "journal_ref": page.journal_ref}
    return _node(
        "entry",
        "",
        _node("id", f"http://arxiv.org/abs/{name}"),
        _node("updated", page.dates[page.version].strftime("%Y-%m-%dT%H:%M:%SZ")),
        _node("published", page.dates[1].strftime("%Y-%m-%dT%H:%M:%SZ")),
        _node("title", page.title),
        _node("summary", f"  {page.abstract}\n"),
        *(_node("author", "", _node("name", author)) for author in page.authors),
        *(_node(f"arxiv:{field}", value) for field, value in more.items() if value),
        _node("link", href=f"http://arxiv.org/abs/{name}", rel="alternate", type="text/html"),
        _node("link", title="pdf", href=f"http://arxiv.org/pdf/{name}", rel="related", type="application/pdf"),
        _node("arxiv:primary_category", term=page.categories[0], scheme=ARXIV),
        *(_node("category", term=category, scheme=ARXIV) for category in page.categories),
    )


def error(what: str) -> etree._Element:
    """The entry that stands for a refused query."""
    address = f"http://arxiv.org/api/errors#{what.replace(' ', '_')}"
    return _node("entry", "", _node("id", address), _node("title", "Error"), _node("summary", what))


def feed(entries: Sequence[etree._Element], *, total: int | None = None, start: int = 0) -> bytes:
    """The whole answer; `total` counts what was found, of which `entries` may be one page."""
    root = _node("feed", "", _node("title", "ArXiv Query"), _node("id", "http://arxiv.org/api/fake"))
    numbers = {"totalResults": len(entries) if total is None else total, "startIndex": start, "itemsPerPage": len(entries)}
    for name, number in numbers.items():
        etree.SubElement(root, f"{{{OPENSEARCH}}}{name}", nsmap={"opensearch": OPENSEARCH}).text = str(number)
    root.extend(entries)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
