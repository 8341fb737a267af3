"""Any web page that is not LaTeXML's -> Parts: trafilatura for the text, the page's metas for the metadata."""

from __future__ import annotations

import copy
import re
from typing import Any
from urllib.parse import urljoin

import trafilatura
from lxml import etree

from ...errors import NoText
from ...model import Block, Candidate, Figure, Paper, Section
from ..parts import Parts, words
from .dom import decode, squeeze, text_of
from .meta import meta_paper, pdf_address
from .plain import plain_sections

_SHORT = 1200
"""Words. A page with fewer is an abstract or a part; the PDF it names is to be read as well."""
_ENOUGH = 0.7
"""Of the page's words: where trafilatura keeps fewer, as of very old pages, all of the page's body is read."""
_HEADING = re.compile(
    r"^(?:(?P<appendix>Appendix)\s+)?(?P<number>\d+(?:\.\d+)*|[A-Z](?:\.\d+)+|[A-Z](?=[.:]\s))?[.:]?\s*(?P<text>.*)$", re.S
)
_REFERENCES = re.compile(r"^(references|bibliography|literature cited|works cited|notes and references)$", re.I)
_LABEL = re.compile(r"^(fig(?:ure)?|table|algorithm)\.?\s*(\d+\w?)", re.I)


def read_page(body: bytes, tree: Any, candidate: Candidate | None, source_id: str) -> Parts:
    """Read a web page.

    Raises
    ------
    NoText
        It holds no text, no abstract and no address of a PDF.
    """
    link = candidate.link if candidate else None
    paper = meta_paper(tree, source_id, link)
    figures = _figures(tree, link)
    text = decode(body)
    sections, references = _sections(_with_captions(text))
    whole = len(re.findall(r"\w+", _visible(tree)))
    if words(sections) < _ENOUGH * whole and not _article_like(tree):
        plain, plain_references = plain_sections(tree)
        if words(plain) > words(sections):
            sections, references = plain, plain_references
    if not paper.title:
        paper = _titled(paper, tree)
    found = pdf_address(tree)
    url = urljoin(candidate.url, found) if found and candidate else found
    pdf = (
        [Candidate(reading="pdf", url=url, link=url)] if url and words(sections) < _SHORT and url.startswith("http") else []
    )
    if not sections and not paper.abstract and not pdf:
        raise NoText("The page holds no text that can be read without running its scripts.")
    only = not sections or (bool(paper.abstract) and words(sections) < 1.5 * len((paper.abstract or "").split()))
    if only and paper.abstract:
        sections = []
    return Parts(
        paper=paper,
        sections=sections,
        unit="sections",
        read=max(1, len(sections)),
        total=max(1, len(sections)),
        figures=figures,
        references=references,
        language=(tree.get("lang") or None),
        candidates=pdf,
        abstract_only=only and bool(paper.abstract),
    )


def _with_captions(text: str) -> str:
    """The page with its figure captions as plain paragraphs: trafilatura drops `figcaption` and classes named caption."""
    text = re.sub(r"<figcaption\b[^>]*>", "<p>", text, flags=re.I)
    return re.sub(r"</figcaption\s*>", "</p>", text, flags=re.I)


def _sections(text: str) -> tuple[list[Section], int]:
    """What trafilatura finds, as sections, and how many references were cut."""
    # extract() takes the page itself; it is never given an address to fetch.
    xml = trafilatura.extract(text, output_format="xml", include_comments=False, include_tables=True, favor_recall=True)
    if not xml:
        return [], 0
    main = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True)).find("main")
    made = _Sections()
    for node in main if main is not None else ():
        made.take(node)
    return made.finish(), made.references


class _Sections:
    """Collects blocks under headings."""

    def __init__(self) -> None:
        self.references = 0
        self._done: list[Section] = []
        self._head: dict[str, Any] = {}
        self._blocks: list[Block] = []
        self._cutting = False
        self._count = 0

    def take(self, node: Any) -> None:
        """One element of trafilatura's main text."""
        if node.tag == "head":
            self._heading(node)
        elif self._cutting:
            self.references += len(node.findall("item")) if node.tag == "list" else 1
        elif node.tag == "list":
            for item in node.iter("item"):
                self._add("list", squeeze(text_of(item)))
        elif node.tag == "table":
            rows = [" | ".join(squeeze(text_of(cell)) for cell in row.findall("cell")) for row in node.findall("row")]
            self._add("table", "\n".join(row for row in rows if row.strip(" |")))
        else:
            text = squeeze(text_of(node))
            self._add("caption" if _LABEL.match(text) and len(text) < 1500 and _captioned(text) else "paragraph", text)

    def finish(self) -> list[Section]:
        """All sections; those without a block only where they head others."""
        self._close()
        return [section for section in self._done if section.blocks or section.heading]

    def _heading(self, node: Any) -> None:
        self._close()
        text = squeeze(text_of(node))
        parts = _HEADING.match(text)
        heading = squeeze(parts["text"]) if parts else text
        self._cutting = bool(_REFERENCES.match(heading))
        level = int((node.get("rend") or "h2")[1:]) if (node.get("rend") or "h2")[1:].isdigit() else 2
        kind = "abstract" if heading.casefold() == "abstract" else "appendix" if parts and parts["appendix"] else "body"
        if not self._cutting:
            self._head = {
                "kind": kind,
                "number": parts["number"] if parts else None,
                "heading": f"{parts['number']} {heading}" if parts and parts["number"] else text or None,
                "level": max(1, level - 1),
            }

    def _add(self, kind: Any, text: str) -> None:
        if text:
            self._count += 1
            self._blocks.append(Block(id=f"b{self._count}", kind=kind, text=text))

    def _close(self) -> None:
        if self._head or self._blocks:
            self._done.append(Section(**self._head, blocks=tuple(self._blocks)))
        self._head, self._blocks = {}, []


def _captioned(text: str) -> bool:
    """Whether «Figure 3 …» labels a figure rather than begins a sentence: a mark or a capital follows the number."""
    after = text[_LABEL.match(text).end() :]  # type: ignore[union-attr]
    return bool(re.match(r"\s*[.:|–—-]|\s*$|\s+[A-Z]", after)) and not re.match(r"\s+(shows?|is|are|gives?|and)\b", after)


def _figures(tree: Any, link: str | None) -> list[Figure]:
    found: list[Figure] = []
    for node in tree.iter("figure"):
        caption = squeeze(text_of(node.find(".//figcaption"))) or None
        source = next((one.get("src") or one.get("data-src") for one in node.iter("img")), None)
        url = urljoin(link, source) if source and link and not source.startswith("data:") else None
        label = _LABEL.match(caption or "")
        if caption or url:
            kind: Any = {"t": "table", "a": "algorithm"}.get(label[1][0].casefold(), "figure") if label else "figure"
            found.append(
                Figure(
                    id=f"f{len(found) + 1}",
                    kind=kind,
                    label=label[0] if label else None,
                    number=label[2] if label else None,
                    caption=caption,
                    url=url,
                )
            )
    return found


def _visible(tree: Any) -> str:
    body = tree.find(".//body")
    bare = copy.deepcopy(body if body is not None else tree)
    etree.strip_elements(
        bare, "script", "style", "noscript", "svg", "select", "nav", "header", "footer", "form", with_tail=False
    )
    return text_of(bare)


def _article_like(tree: Any) -> bool:
    """Whether a page marks its article: what trafilatura leaves of it is chrome, not text."""
    return tree.find(".//article") is not None or tree.find(".//main") is not None


def _titled(paper: Paper, tree: Any) -> Paper:
    title = squeeze(text_of(tree.find(".//h1"))) or squeeze(text_of(tree.find(".//title")))
    if not title:
        return paper
    return paper.model_copy(update={"title": title, "provenance": {**paper.provenance, "title": "page-text"}})
