"""A LaTeXML page (arXiv, ar5iv) -> Parts, by one walk over its `ltx_` classes.

The classes are LaTeXML's own and stable (https://math.nist.gov/~BMiller/LaTeXML/manual/). Blocks keep the ids of the
page's elements, so that evidence can open the page at its place.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urljoin

from ...errors import NoText
from ...model import Block, Candidate, Figure, Origin, Paper, Place, Section
from ..parts import Parts
from .dom import classes, has_class, squeeze, text_of
from .floats import caption_of, outermost, parts_of, rows, tags_of
from .inline import inline, tex
from .people import authors

_SECTIONS = {
    "ltx_part", "ltx_chapter", "ltx_section", "ltx_subsection", "ltx_subsubsection", "ltx_paragraph",
    "ltx_subparagraph", "ltx_appendix", "ltx_acknowledgements",
}  # fmt: skip
_DROP = {
    "ltx_ERROR", "ltx_authors", "ltx_dates", "ltx_TOC", "ltx_page_footer", "ltx_page_navbar", "ltx_pagination",
    "ltx_rdf", "ltx_theindex", "ltx_glossary", "ltx_classification", "ltx_page_logo",
}  # fmt: skip
_FLOATS = {"ltx_figure": "figure", "ltx_table": "table", "ltx_float": "figure", "ltx_listing": "algorithm"}
_LABELS = {"tab": "table", "fig": "figure", "alg": "algorithm"}
_EQUATIONS = {"ltx_equation", "ltx_equationgroup"}
_TITLED = {"ltx_theorem", "ltx_proof"}
_NUMBER = re.compile(r"(\d[\w.]*|[A-Z](?:\.\d+)*|[IVXL]+)\W*$")


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
    walk = _Walk(candidate.link if candidate else None)
    walk.through(article)
    walk.end_section()
    sections = [section for section in walk.sections if section.blocks or section.heading]
    if not any(section.blocks for section in sections):
        raise NoText("The page holds a paper's frame but no text.")
    notes: list[Any] = []
    title = next((inline(node, notes) for node in article.iter() if has_class(node, "ltx_title_document")), None)
    abstract = next((section for section in sections if section.kind == "abstract"), None)
    fields: dict[str, Any] = {
        "title": title or squeeze(text_of(tree.find(".//title"))) or None,
        "authors": authors(article),
        "abstract": "\n\n".join(b.text for b in abstract.blocks if b.kind != "footnote") if abstract else None,
    }
    origin: Origin = "page-text"
    paper = Paper(
        id=source_id,
        link=candidate.link if candidate else None,
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
        keywords=walk.keywords,
        language=(tree.get("lang") or None),
    )


class _Walk:
    """One pass over an article, top to bottom."""

    def __init__(self, base: str | None) -> None:
        # arXiv links pages without a slash at the end and their images relative to the page as a folder.
        self._base = base and (base if base.endswith("/") else f"{base}/")
        self.sections: list[Section] = []
        self.figures: list[Figure] = []
        self.references = 0
        self.keywords: tuple[str, ...] = ()
        self._blocks: list[Block] = []
        self._late: list[Block] = []
        self._head: dict[str, Any] = {}
        self._ids: set[str] = set()
        self._count = 0

    def through(self, node: Any, level: int = 0, appendix: bool = False) -> None:
        """Visit an element's children in order."""
        for child in node:
            if isinstance(child.tag, str):
                self._visit(child, classes(child), level, appendix)

    def _visit(self, node: Any, kinds: frozenset[str], level: int, appendix: bool) -> None:
        float_kind = next((kind for name, kind in _FLOATS.items() if name in kinds), None)
        if kinds & _DROP or node.tag in ("nav", "script", "style", "header", "footer"):
            return
        if "ltx_abstract" in kinds:
            self._section(node, "abstract", 1)
        elif "ltx_bibliography" in kinds:
            self.references += len(node.xpath('.//*[contains(concat(" ", @class, " "), " ltx_bibitem ")]'))
        elif kinds & _SECTIONS:
            inside = appendix or "ltx_appendix" in kinds
            self._section(node, "appendix" if inside else "body", level + 1)
        elif "ltx_keywords" in kinds:
            named = re.sub(r"^\s*(key\s*words?|index terms)\W*", "", inline(node), flags=re.I)
            self.keywords = tuple(part.strip(" .") for part in re.split(r"[;,·•]", named) if part.strip(" ."))
        elif float_kind and not ("ltx_listing" in kinds and not caption_of(node)):
            self._float(node, float_kind)
        elif kinds & _EQUATIONS:
            self._equation(node)
        elif "ltx_tabular" in kinds:
            self._add("table", rows(node), node)
        elif "ltx_item" in kinds or node.tag in ("dd", "dt"):
            self._item(node)
        elif "ltx_p" in kinds:
            self._paragraph(node)
        elif "ltx_listing" in kinds:
            self._add("paragraph", inline(node), node)
        elif "ltx_note" in kinds:
            self._note(node)
        elif kinds & _TITLED:
            self._titled(node, level, appendix)
        elif "ltx_title" not in kinds:
            self.through(node, level, appendix)

    def _section(self, node: Any, kind: str, level: int) -> None:
        self.end_section()
        title = next((child for child in node if isinstance(child.tag, str) and "ltx_title" in classes(child)), None)
        notes: list[Any] = []
        number, heading = None, None
        if title is not None:
            tag = next((part for part in title.iter() if has_class(part, "ltx_tag")), None)
            if tag is not None:
                found = _NUMBER.search(squeeze(text_of(tag)))
                number = found[1].rstrip(".") if found else None
                tag.text = ""
                for part in list(tag):
                    tag.remove(part)
            heading = inline(title, notes).strip(" .:") or None
        self._head = {"kind": kind, "number": number, "heading": heading, "level": 1 if kind == "abstract" else level}
        for note in notes:
            self._note(note)
        self.through(node, level, kind == "appendix")
        self.end_section()

    def end_section(self) -> None:
        """Close the section that is open, if there is one; what follows stands in one without a heading."""
        blocks = (*self._blocks, *self._late)
        if self._head or blocks:
            self.sections.append(Section(**self._head, blocks=blocks))
        self._head, self._blocks, self._late = {}, [], []

    def _paragraph(self, node: Any, prefix: str = "", kind: str = "paragraph") -> None:
        notes: list[Any] = []
        text = inline(node, notes)
        if text:
            self._add(kind, f"{prefix} {text}".strip(), self._anchored(node))
        for note in notes:
            self._note(note)
        # A table set inside a line, and a list in a minipage, are blocks of their own.
        for inner in outermost(node, "ltx_tabular"):
            self._add("table", rows(inner), inner)

    @staticmethod
    def _anchored(node: Any) -> Any:
        """The element whose id names a paragraph: its `ltx_para` where that holds nothing else (`S1.p1`)."""
        parent = node.getparent()
        alone = has_class(parent, "ltx_para") and parent.get("id") and len(parent) == 1
        return parent if alone else node

    def _item(self, node: Any) -> None:
        tag = next((part for part in node if isinstance(part.tag, str) and "ltx_tag_item" in classes(part)), None)
        mark = squeeze(text_of(tag))
        prefix = mark if re.search(r"\w", mark) else ""
        for child in node.iterdescendants():
            if not isinstance(child.tag, str) or not self._within(child, node):
                continue
            kinds = classes(child)
            if "ltx_p" in kinds:
                self._paragraph(child, prefix, "list")
                prefix = ""
            elif kinds & _EQUATIONS:
                self._equation(child)
            elif "ltx_item" in kinds:
                self._item(child)
        if not node.xpath('.//*[contains(concat(" ", @class, " "), " ltx_p ")]'):
            self._paragraph(node, prefix, "list")

    @staticmethod
    def _within(child: Any, item: Any) -> bool:
        """Whether nothing stands between an item and what is in it that speaks for itself: another item, a formula."""
        for up in child.iterancestors():
            if up is item:
                return True
            if classes(up) & (_EQUATIONS | {"ltx_item", "ltx_note", "ltx_p", "ltx_tabular"}):
                return False
        return False

    def _titled(self, node: Any, level: int, appendix: bool) -> None:
        """A theorem or proof: its title leads its first paragraph."""
        title = next((child for child in node.iter() if isinstance(child.tag, str) and has_class(child, "ltx_title")), None)
        before = len(self._blocks)
        self.through(node, level, appendix)
        if title is not None and len(self._blocks) > before:
            first = self._blocks[before]
            lead = inline(title)
            lead = lead if lead.endswith((".", ":")) else f"{lead}."
            self._blocks[before] = first.model_copy(update={"text": f"{lead} {first.text}"})

    def _equation(self, node: Any) -> None:
        lines = []
        for row in node.xpath('.//*[contains(@class, "ltx_eqn_row")]') or [node]:
            formulas = [tex(one) for one in row.iter("math") if not any(up.tag == "math" for up in one.iterancestors())]
            tag = next((squeeze(text_of(one)) for one in row.iter() if has_class(one, "ltx_tag_equation")), "")
            lines.append(" ".join([*formulas, tag]).strip())
        self._add("equation", "\n".join(line for line in lines if line), node)

    def _float(self, node: Any, kind: Any, parent: Figure | None = None, letter: int = 0) -> None:
        """A figure, table or algorithm. Its caption stands in `figures` and nowhere else: text is said once."""
        caption = caption_of(node)
        inner = parts_of(node)
        if caption is None and inner:
            return self.through(node)
        notes: list[Any] = []
        text = inline(caption, notes) if caption is not None else None
        label = next((squeeze(text_of(one)) for one in tags_of(caption)), "")
        # Wrapped and non-floating tables are of other classes than tables; what the label says is what it is.
        kind = next((name for word, name in _LABELS.items() if label.casefold().startswith(word)), kind)
        found = _NUMBER.search(label.rstrip(": "))
        number = found[1] if found else None
        if parent is not None:
            number = f"{parent.number}{chr(96 + letter)}" if parent.number and letter <= 26 else None
        figure = Figure(
            id=f"f{len(self.figures) + 1}",
            kind=kind,
            label=label.rstrip(" :.") or None,
            number=number,
            caption=text,
            url=self._image(node),
            place=Place(anchor=node.get("id")),
        )
        if figure.caption or figure.url:
            self.figures.append(figure)
        if kind == "table" and parent is None:
            self._add("table", "\n".join(rows(one) for one in outermost(node, "ltx_tabular")), node)
        captioned = [one for one in inner if caption_of(one) is not None]
        for n, one in enumerate(captioned, 1):
            self._float(one, kind, figure, n)
        for note in notes:
            self._note(note)
        return None

    def _image(self, node: Any) -> str | None:
        source = next(
            (one.get("src") for one in node.iter("img") if has_class(one, "ltx_graphics") and one.get("src")), None
        )
        return urljoin(self._base, source) if source and self._base and not source.startswith("data:") else None

    def _note(self, node: Any) -> None:
        content = next((one for one in node.iter() if has_class(one, "ltx_note_content")), node)
        more: list[Any] = []
        self._add("footnote", inline(content, more), node, late=True)
        for one in more:
            self._note(one)

    def _add(self, kind: Any, text: str, node: Any, late: bool = False) -> None:
        if not text:
            return
        anchor = node.get("id")
        if not anchor or anchor in self._ids:
            self._count += 1
            name = f"b{self._count}"
        else:
            name = anchor
        self._ids.add(name)
        block = Block(id=name, kind=kind, text=text, place=Place(anchor=anchor))
        (self._late if late else self._blocks).append(block)
