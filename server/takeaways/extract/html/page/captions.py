"""Captions on any page, wherever the publisher's markup puts them."""

from __future__ import annotations

import re
from typing import Any

from ..dom import classes, squeeze
from ..inline import inline, tidy

LABEL = re.compile(
    r"((?:supplementary |extended data )?(?:fig(?:ure)?s?|table|tab|algorithm|scheme|box|chart|plate)\.?)"
    r"\s*([A-Z]?\d+(?:\.\d+)?[A-Za-z]?|[IVXL]+)(?!\w)",
    re.I,
)
_AFTER = re.compile(r"\s*(?:[.:|–—-]|$)|\s+[“\"(]?[A-Z\d]")
_SPEAKS = re.compile(
    r"\s+(?:shows?|is|are|was|gives?|and|presents?|illustrates?|depicts?|compares?|summari[sz]es|lists?|reports?|displays?"
    r"|in)\b"
)
_CAPTION = re.compile(r"caption|(?:^|[-_])legend$|fig\w*[-_]?desc", re.I)
_NOT_CAPTION = re.compile(r"no-?caption|caption-(?:toggle|button|link|icon)|closed-?caption", re.I)
_BLOCKS = {"p", "div", "table", "ul", "ol", "figure", "section", "h1", "h2", "h3"}
_START = 60
"""Characters in which a label stands."""
_TAGS = {"center", "figcaption", "caption", "div", "p", "span", "section", "td", "dd", "strong", "em", "h4", "h5", "h6"}
_CONTROLS = re.compile(
    r"\s*(?:open in (?:a )?new tab|full[- ]size (?:image|table)|download (?:figure|image|slide|as powerpoint)\w*"
    r"|view (?:large|in article|larger version)\w*|open in figure viewer|powerpoint( slide)?|enlarge this image"
    r"|expand for more)\b\.?",
    re.I,
)
"""What a page offers to do with a figure, in its caption."""
_CHROME = re.compile(
    r"related|recommend|side-?bar|promo|advert|teaser|breadcrumb|cookie|also-?read|most-?read|(?:^|[-_ ])share|modal", re.I
)
_KINDS = {"t": "table", "a": "algorithm"}
_LONG = 600
"""Words of a caption, at most."""


def is_caption(text: str) -> bool:
    """Whether a paragraph labels a figure («Figure 3. Two ravens»), not speaks of one («Figure 3 shows two ravens»)."""
    label = LABEL.match(text)
    if not label or len(text.split()) > _LONG / 2:
        return False
    after = text[label.end() :]
    return bool(_AFTER.match(after)) and not _SPEAKS.match(after)


def labelled(caption: str) -> tuple[str | None, str | None, str | None]:
    """The kind, label and number that a caption gives itself; all None without a label."""
    label = LABEL.match(caption)
    if not label:
        return None, None, None
    word = re.sub(r"supplementary |extended data ", "", label[1], flags=re.I)
    return _KINDS.get(word[0].casefold(), "figure"), label[0], label[2]


def captions_in(tree: Any) -> list[Any]:
    """The elements that are captions, in the page's order, none inside another."""
    found: list[Any] = []
    for node in tree.iter(*_TAGS):
        if (_is_marked(node) or _is_line(node)) and 0 < len(inline(node).split()) <= _LONG:
            above = set(node.iterancestors())
            if not above.intersection(found) and not in_chrome(node):
                found.append(node)
    return found


def caption_text(nodes: list[Any], around: Any) -> str:
    """What captions of one figure say, with the label and the description that may stand beside them.

    Parameters
    ----------
    nodes : list of lxml element
        The captions, in order: some pages have one for the title and one for the rest.
    around : lxml element
        The figure.
    """
    said = [_CONTROLS.sub("", inline(node)).strip() for node in nodes]
    if around is not nodes[0]:
        if not LABEL.match(said[0]):
            label = next((found for one in around.iter() if (found := _bare_label(one))), None)
            said[0] = f"{label.rstrip('.:')}. {said[0]}" if label else said[0]
        below = [one for one in around.iter("div", "p") if "description" in (one.get("class") or "")]
        said += [
            _CONTROLS.sub("", inline(one)).strip() for one in below if not {*below, *nodes}.intersection(one.iterancestors())
        ]
    whole = ""
    for text in said:
        whole = whole if text in whole else f"{whole} {text}"
    return tidy(whole)


def in_chrome(node: Any) -> bool:
    """Whether an element stands in what is around the article."""
    for up in node.iterancestors():
        if up.tag in ("article", "main", "body"):
            return False
        if up.tag in ("nav", "aside", "footer") or _CHROME.search(f"{up.get('class') or ''} {up.get('id') or ''}"):
            return True
    return False


def is_picture(node: Any) -> bool:
    """Whether an image is more than an icon."""
    width = re.match(r"\d+", node.get("width") or "")
    return not (width and int(width[0]) < 40)


def _is_marked(node: Any) -> bool:
    if node.tag in ("figcaption", "caption"):
        return True
    if not any(_CAPTION.search(name) and not _NOT_CAPTION.search(name) for name in classes(node)):
        return False
    return node.find(".//table") is None and not any(is_picture(one) for one in node.iter("img"))


def _is_line(node: Any) -> bool:
    """A paragraph that begins as a caption does, on pages that mark none; the picture may stand in it."""
    if node.tag not in ("p", "div", "td", "center") or not LABEL.match(_start(node)):
        return False
    inside = [one for one in node.iter() if one is not node]
    if any(one.tag in _BLOCKS for one in inside) or (node.tag == "div" and any(one.tag == "img" for one in inside)):
        return False
    return is_caption(inline(node))


def _start(node: Any) -> str:
    """The first words in an element."""
    out = ""
    for text in node.itertext():
        out += text
        if len(out.strip()) > 3 * _START:
            break
    return squeeze(out)[:_START]


def _bare_label(node: Any) -> str | None:
    """A label that stands alone in its element."""
    if not isinstance(node.tag, str) or len(node) > 1:
        return None
    text = squeeze("".join(node.itertext()))
    label = LABEL.match(text) if len(text) < 40 else None
    return text if label and not text[label.end() :].strip(" .:|") else None
