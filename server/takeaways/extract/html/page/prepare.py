"""A page that is not LaTeXML's, made ready to be read: mathematics as TeX, the list of references counted and cut."""

from __future__ import annotations

import re
from typing import Any

from ..dom import classes, squeeze, text_of
from ..tex import tex

_TEX_SCRIPT = re.compile(r"math/(?:tex|latex)", re.I)
_RENDERED = {"MathJax", "MathJax_Display", "MathJax_Preview", "MathJax_SVG", "MathJax_CHTML", "katex-html"}
"""What scripts drew of a formula whose TeX stands beside."""
_IMAGE_TEX = re.compile(r"^\s*(\$.+\$|\\[a-z(\[].*|\{\\displaystyle.*)\s*$", re.S)
_LIST = re.compile(
    r"^(?:(?:c-)?article-)?(?:references?|ref-?list|reflist|bibliography|works-cited|literature-cited|citations?-list"
    r"|csl-bib-body|reference-list|references-list|html-references_list|bibitems?)(?:__?\w+|-(?:list|section|container|content))?$",
    re.I,
)
_ENTRY = re.compile(r"\b(?:19|20)\d\d\b|doi|arxiv|\bet al\b|\bpp?\.", re.I)
_RAISED = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡])(?:\s*[,;–-]\s*(?:\d{1,3}|[a-z]))*[\])]?")
_CHROME = re.compile(
    r"recommend|related-?(?:articles?|content|posts?|links)|similar-?content|most-?(?:read|popular)|cookie|consent|breadcrumb"
    r"|share-?(?:bar|buttons?|links?|tools)|social-?(?:bar|buttons?|links?|share)|newsletter|\bmodal\b|\badvert|skip-?(?:link|to)"
    r"|site-?(?:header|footer|nav)|article-?(?:metrics|identifiers|tools|actions)|denial-?block|paywall",
    re.I,
)
_ROLES = {
    "navigation",
    "search",
    "banner",
    "contentinfo",
    "complementary",
    "dialog",
    "alertdialog",
    "menu",
    "menubar",
    "alert",
}
_FEW = 3


def mathematics(tree: Any) -> None:
    """Put TeX in the place of every formula whose TeX a page holds: MathML, MathJax, KaTeX, LaTeX2HTML's images."""
    for node in list(tree.iter("script")):
        if _TEX_SCRIPT.search(node.get("type") or "") and squeeze(node.text or ""):
            _replace(node, f"${squeeze(node.text)}$")
    for node in list(tree.iter("span", "div", "mjx-container")):
        if classes(node) & _RENDERED and node.find(".//math") is None and node.getparent() is not None:
            _replace(node, "")
    for node in list(tree.iter("math")):
        if node.getparent() is not None:
            _replace(_wrapper(node), f" {tex(node)} " if node.get("display") == "block" else tex(node))
    for node in list(tree.iter("img")):
        alt = node.get("alt") or ""
        if _IMAGE_TEX.match(alt) and len(alt) < 2000:
            _replace(node, f"${squeeze(alt).strip('$')}$")


def drop_chrome(tree: Any) -> None:
    """Take out what stands around an article, and what its publisher puts between its sections."""
    whole = len(text_of(tree.find(".//body")))
    for node in list(tree.iter("div", "section", "aside", "ul", "nav", "article")):
        named = f"{node.get('class') or ''} {node.get('id') or ''}"
        chrome = node.tag in ("nav", "aside") or (node.get("role") or "") in _ROLES or _CHROME.search(named)
        # A page's own frame may be named so, too; it holds the article.
        if chrome and 3 * len(text_of(node)) < whole:
            _replace(node, "")


def drop_marks(tree: Any) -> None:
    """Take out raised numbers that link to notes or references: in running text they would be read as numbers."""
    for node in list(tree.iter("sup")):
        link = next((one for one in [*node.iter("a"), *node.iterancestors("a")] if "#" in (one.get("href") or "")), None)
        if link is not None and _RAISED.fullmatch(squeeze(text_of(node))):
            _replace(node, "")


def cut_references(tree: Any) -> int:
    """Take the list of references out of a page, where its markup says which it is.

    Returns
    -------
    int
        How many entries it had.
    """
    count = 0
    for node in list(tree.iter("section", "div", "ol", "ul", "dl")):
        names = [*(node.get("class") or "").split(), node.get("id") or "", (node.get("role") or "").removeprefix("doc-")]
        if not any(map(_LIST.match, names)) or not _attached(node, tree):
            continue
        entries = [
            one for one in node.iter("li", "dd", "p") if not any(up.tag in ("li", "dd") for up in one.iterancestors())
        ]
        entries = entries or [one for one in node if isinstance(one.tag, str)]
        told = [one for one in entries if len(text_of(one).split()) > 3]
        if len(told) >= _FEW and 2 * sum(bool(_ENTRY.search(text_of(one))) for one in told) >= len(told):
            count += len(told)
            _replace(node, "")
    return count


def _wrapper(node: Any) -> Any:
    """A formula with what only serves to hide it from eyes and show it to readers aloud."""
    up = node.getparent()
    while up is not None and up.tag in ("span", "mjx-assistive-mml", "mjx-container", "annotation-xml", "semantics"):
        alone = len(up) == 1 and not squeeze(up.text or "") and not squeeze(up[0].tail or "")
        named = classes(up) & {"katex", "katex-mathml", "mwe-math-element"} or up.tag.startswith("mjx-")
        if not alone and not named:
            break
        node, up = up, up.getparent()
    return node


def _replace(node: Any, text: str) -> None:
    parent = node.getparent()
    if parent is None:
        return
    said = f"{text}{node.tail or ''}"
    before = node.getprevious()
    if before is not None:
        before.tail = f"{before.tail or ''}{said}"
    else:
        parent.text = f"{parent.text or ''}{said}"
    parent.remove(node)


def _attached(node: Any, tree: Any) -> bool:
    return node is tree or any(up is tree for up in node.iterancestors())
