"""A page's main text as trafilatura finds it (https://trafilatura.readthedocs.io)."""

from __future__ import annotations

import copy
import logging
from typing import Any

import trafilatura
from lxml import etree

from ..dom import squeeze, text_of
from .anchors import Anchors
from .gather import Gather

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it has to say of a page is no matter of the service's log


def read_main(tree: Any, gather: Gather) -> None:
    """Read a page's main text.

    Parameters
    ----------
    tree : lxml element
        The page, figures and tables taken out.
    gather : Gather
        Sections are added to it.
    """
    # extract() takes the page itself; it is never given an address to fetch.
    xml = trafilatura.extract(
        copy.deepcopy(tree), output_format="xml", include_comments=False, include_tables=True, favor_recall=True
    )
    if not xml:
        return
    main = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True)).find("main")
    anchors = Anchors(tree)
    for node in main if main is not None else ():
        _take(node, gather, anchors)
    gather.finish()


def _take(node: Any, gather: Gather, anchors: Anchors) -> None:
    if node.tag == "head":
        rank = (node.get("rend") or "h2")[1:]
        gather.heading(text_of(node), (int(rank) if rank.isdigit() else 2) - 1)
    elif node.tag == "list":
        for item in node.iter("item"):
            text = _own_text(item)
            gather.say("list", text, anchors.of(text))
    elif node.tag == "table":
        # What is left are tables that lay out a page: their cells are paragraphs.
        for cell in node.iter("cell"):
            gather.say("paragraph", text_of(cell), anchors.of(text_of(cell)))
    elif node.tag == "quote" and node.find(".//p") is not None:
        for child in node:
            _take(child, gather, anchors)
    else:
        gather.say("paragraph", text_of(node), anchors.of(text_of(node)))


def _own_text(item: Any) -> str:
    """An item's text without that of the items inside it."""
    out = [item.text or ""]
    for child in item:
        if child.tag != "list":
            out.append(_own_text(child))
        out.append(child.tail or "")
    return squeeze(" ".join(out))
