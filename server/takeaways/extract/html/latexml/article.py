"""A LaTeXML page (arXiv, ar5iv) -> Parts."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from ....errors import NoText
from ....model import Candidate, Origin, Paper
from ...parts import Parts
from ..dom import base_of, has_class, squeeze, text_of
from ..inline import inline
from .people import people
from .walk import Walk


def read_latexml(article: Any, tree: Any, candidate: Candidate | None, source_id: str) -> Parts:
    """Read a LaTeXML page.

    Parameters
    ----------
    article : lxml element
        The element of class `ltx_document`.
    tree : lxml element
        The whole page.
    candidate : Candidate, optional
        Where it was read; images are relative to its link.
    source_id : str
        The Paper's id.

    Raises
    ------
    NoText
        The article holds no sentence.
    """
    link = candidate.link if candidate else None
    walk = Walk(_images_base(tree, link))
    walk.through(article)
    walk.close()
    sections = walk.sections
    if not any(section.blocks for section in sections):
        raise NoText("The page holds a paper's frame but no text.")
    notes: list[Any] = []
    title = next((inline(node, notes) for node in article.iter() if has_class(node, "ltx_title_document")), None)
    abstract = next((section for section in sections if section.kind == "abstract"), None)
    who = people(article)
    fields: dict[str, Any] = {
        "title": title or squeeze(text_of(tree.find(".//title"))) or None,
        "authors": who.authors,
        "affiliations": who.affiliations,
        "abstract": "\n\n".join(b.text for b in abstract.blocks if b.kind != "footnote") if abstract else None,
    }
    origin: Origin = "page-text"
    paper = Paper(
        id=source_id,
        link=link,
        **fields,
        provenance={name: origin for name, value in fields.items() if value},
    )
    top = sum(1 for section in sections if section.level == 1 or section.kind == "abstract")
    return Parts(
        paper=paper,
        sections=sections,
        unit="sections",
        read=top,
        total=top,
        figures=walk.figures,
        references=walk.references,
        skipped=walk.skipped,
        keywords=walk.keywords,
    )


def _images_base(tree: Any, link: str | None) -> str | None:
    """What the images of a page are relative to.

    arXiv links pages without a slash at the end and means them as folders, by a `<base>` or by nothing; some pages name
    that folder in the images' own addresses.
    """
    base = base_of(tree, link)
    if base is None or base != link or base.endswith("/"):
        return base
    folder = f"{urlsplit(base).path.rpartition('/')[2]}/"
    named = any((node.get("src") or "").startswith(folder) for node in tree.iter("img"))
    return base if named else f"{base}/"
