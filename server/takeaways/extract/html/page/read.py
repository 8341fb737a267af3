"""Any web page that is not LaTeXML's -> Parts."""

from __future__ import annotations

import re
from typing import Any

from ....errors import NoText
from ....model import Block, Candidate, Paper, Section
from ...parts import Parts, words
from ..dom import article_of, base_of, squeeze, text_of
from ..meta import meta_keywords, meta_paper, pdf_addresses
from .abstract import abstract_in
from .captions import in_chrome
from .floats import Floats
from .gather import Gather
from .main import read_main
from .plain import read_plain
from .prepare import cut_references, drop_chrome, drop_marks, mathematics

_SHORT = 1200
"""Words. A page with fewer is an abstract or a part; the PDF it names is to be read as well."""
_ENOUGH = 0.7
"""Of the page's words: where trafilatura keeps fewer, as of very old pages, all of the page's body is read."""
_MARKED = 0.6
"""Of the words in the paragraphs of what a page marks as its article."""
_WORD = re.compile(r"\w+")
_ABOUT = 250
"""Words beside the abstract of a page that names its paper's PDF, and is about it."""
_FRONT = 150
"""Words under no heading above the abstract, at most."""
_SAME = 60
"""Letters that make two abstracts the same."""


def read_page(tree: Any, candidate: Candidate | None, source_id: str) -> Parts:
    """Read a web page.

    Parameters
    ----------
    tree : lxml element
        The page; it is taken apart.
    candidate : Candidate, optional
        Where it was read. None for an upload.
    source_id : str
        The Paper's id.

    Raises
    ------
    NoText
        It holds no text, no abstract and no address of a PDF.
    """
    link = candidate.link if candidate else None
    paper = meta_paper(tree, source_id, link)
    keywords = meta_keywords(tree)
    pdfs = pdf_addresses(tree, base_of(tree, candidate.url if candidate else None))
    paper = _titled(paper, tree)
    mathematics(tree)
    paper = _with_abstract(paper, tree)
    references = cut_references(tree)
    drop_chrome(tree)
    drop_marks(tree)
    gather = Gather()
    floats = Floats(tree, base_of(tree, link), gather)
    read = _read(tree, gather)
    sections = _without_front(read.sections, paper)
    short = words(sections) < _SHORT
    if not sections and not paper.abstract and not pdfs:
        raise NoText("The page holds no text that can be read without running its scripts.")
    only = bool(paper.abstract) and _beyond(sections, paper.abstract or "") < (_ABOUT if pdfs else 0)
    if only:
        sections = []
    return Parts(
        paper=paper,
        sections=sections,
        unit="sections",
        read=max(1, len(sections)),
        total=max(1, len(sections)),
        figures=read.figures,
        references=references + read.references,
        skipped=floats.skipped,
        keywords=keywords,
        language=(tree.get("lang") or None),
        candidates=[Candidate(reading="pdf", url=url, link=url) for url in pdfs] if short else [],
        abstract_only=only,
    )


def _read(tree: Any, gather: Gather) -> Gather:
    """The page's text: its main part, or, where that is much less than the page, or the page has no other, all of it."""
    body = tree.find(".//body")
    body = tree if body is None else body
    if _is_bare(body):
        read_plain(body, gather)
        return gather
    main, region = gather.again(), article_of(tree)
    read_main(tree, main)
    kept = words(main.sections)
    enough = _ENOUGH * len(_WORD.findall(_visible(body))) if region is body else _MARKED * _paragraph_words(region)
    if kept >= enough:
        return main
    plain = gather.again()
    read_plain(region, plain)
    return plain if words(plain.sections) > kept else main


def _is_bare(body: Any) -> bool:
    """Whether a page is of the time when all of it was the paper: nothing marks a part of it as something else."""
    nodes = [node for node in body.iter() if isinstance(node.tag, str)]
    parts = ("article", "main", "nav", "header", "footer", "section", "aside")
    return not any(node.tag in parts for node in nodes) and 20 * sum("class" in node.attrib for node in nodes) < len(nodes)


def _paragraph_words(region: Any) -> int:
    return sum(len(_WORD.findall(text_of(node))) for node in region.iter("p") if not in_chrome(node))


def _visible(body: Any) -> str:
    left_out = {"script", "style", "noscript", "svg", "select", "nav", "header", "footer", "form"}
    out: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node.tag, str) and node.tag not in left_out:
            out.append(node.text or "")
            for child in node:
                walk(child)
                out.append(child.tail or "")

    walk(body)
    return " ".join(out)


def _titled(paper: Paper, tree: Any) -> Paper:
    title = paper.title or squeeze(text_of(tree.find(".//h1"))) or squeeze(text_of(tree.find(".//title")))
    if paper.title or not title:
        return paper
    return paper.model_copy(update={"title": title, "provenance": {**paper.provenance, "title": "page-text"}})


def _with_abstract(paper: Paper, tree: Any) -> Paper:
    found = None if paper.abstract else abstract_in(tree)
    if not found:
        return paper
    return paper.model_copy(update={"abstract": found, "provenance": {**paper.provenance, "abstract": "page-text"}})


def _without_front(sections: list[Section], paper: Paper) -> list[Section]:
    """The sections without what the metadata say: the title as a heading, the abstract under no heading of its own."""
    made: list[Section] = []
    at = next((n for n, section in enumerate(sections) if section.kind == "abstract"), 0)
    for n, section in enumerate(sections):
        headed = section.heading if _letters(section.heading or "") != _letters(paper.title or "") else None
        if n < at and not headed and sum(len(_WORD.findall(block.text)) for block in section.blocks) < _FRONT:
            continue  # names, dates and offers between the title and the abstract
        blocks = section.blocks
        if section.kind != "abstract" and paper.abstract:
            blocks = tuple(block for block in blocks if not _is_said(block, paper.abstract))
        if headed or blocks:
            made.append(section.model_copy(update={"heading": headed, "blocks": blocks}))
    return made


def _beyond(sections: list[Section], abstract: str) -> float:
    """Words that a page's text has beside the abstract; at least half an abstract's are needed to be text at all."""
    short, size = _letters(abstract), len(_WORD.findall(abstract))
    blocks = [block for section in sections if section.kind != "abstract" for block in section.blocks]
    found = sum(len(_WORD.findall(block.text)) - (size if short in _letters(block.text) else 0) for block in blocks)
    return found if 2 * found > size else -1


def _is_said(block: Block, abstract: str) -> bool:
    said = _letters(block.text)
    return len(said) >= _SAME and said.removeprefix("abstract") in _letters(abstract)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
