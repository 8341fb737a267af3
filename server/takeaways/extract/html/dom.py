"""Bytes -> an lxml tree, and what is asked of its elements everywhere."""

from __future__ import annotations

import codecs
import re
from typing import Any
from urllib.parse import urljoin

from lxml import etree
from lxml import html as lxml_html

from ...errors import NoText
from .formulas import emptied

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_PIECE = 1 << 16
_SPACE = re.compile(r"[\s\u200b\ufeff]+")


def as_utf8(body: bytes) -> bytes:
    """A page in UTF-8: read by its byte order mark, as UTF-8, by its own declaration, else as Windows-1252.

    UTF-8 comes before the declaration, as text that is not UTF-8 almost never decodes as such, and old pages lie.
    """
    if body[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return body.decode("utf-16", "replace").encode("utf-8", "replace")
    if _is_utf8(body):
        return body.removeprefix(codecs.BOM_UTF8)
    said = _CHARSET.search(body[:4096])
    try:
        text = body.decode(said[1].decode("ascii") if said else "cp1252")
    except (LookupError, UnicodeDecodeError):
        text = body.decode("cp1252", "replace")
    return text.encode("utf-8", "replace")


def _is_utf8(body: bytes) -> bool:
    """Asked piece by piece: as one string, a page with letters beyond the BMP takes four times its size."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(body), _PIECE):
            decoder.decode(body[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def parse(body: bytes) -> Any:
    """The tree of a page, comments and processing instructions dropped.

    Raises
    ------
    NoText
        Nothing in it is markup.
    """
    # lxml refuses text with a declaration of another encoding than the one it was given, and NUL ends its input.
    data = emptied(as_utf8(body).replace(b"\x00", b""))
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as err:
        raise NoText from err
    for node in tree.iter("br"):
        # A line break parts words, though no space stands there.
        node.tail = f"\n{node.tail or ''}"
    return tree


def classes(node: Any) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((node.get("class") or "").split())


def has_class(node: Any, name: str) -> bool:
    """Whether an element is of the class `name`."""
    return name in (node.get("class") or "").split()


def of_class(node: Any, *names: str) -> list[Any]:
    """An element, if it is of one of the classes, and those of them in it; in order. lxml looks for them, not Python."""
    said = " or ".join(f'contains(concat(" ", @class, " "), " {name} ")' for name in names)
    found: list[Any] = node.xpath(f"descendant-or-self::*[{said}]")
    return found


def squeeze(text: str) -> str:
    """`text` with every run of white space as one space, none at the ends."""
    return _SPACE.sub(" ", text.replace("\u00ad", "")).strip()


def text_of(node: Any) -> str:
    """All text in an element, in order; nothing for None."""
    return "" if node is None else "".join(node.itertext())


def base_of(tree: Any, link: str | None) -> str | None:
    """What addresses in a page are relative to: its `<base>`, else the page's own address."""
    said = next((node.get("href") for node in tree.iter("base") if node.get("href")), None)
    return urljoin(link, said.strip()) if link and said else link


def address(base: str | None, said: str | None) -> str | None:
    """An address in a page as an absolute one; None where there is none that could be fetched (`data:`, `javascript:`)."""
    if not base or not said or not said.strip():
        return None
    try:
        whole = urljoin(base, said.strip())
    except ValueError:
        return None
    return whole if whole.startswith(("https://", "http://")) else None


def article_of(tree: Any) -> Any:
    """The part of a page that is its article, as far as it marks one; else its body."""
    body = tree.find(".//body")
    marked = [*tree.iter("article"), *tree.iter("main")]
    return max(marked, key=lambda node: len(text_of(node)), default=tree if body is None else body)
