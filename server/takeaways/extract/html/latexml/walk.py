"""One pass over a LaTeXML article, top to bottom, by its `ltx_` classes.

The classes are LaTeXML's own and stable (https://math.nist.gov/~BMiller/LaTeXML/manual/). Blocks keep the ids of the
page's elements, so that evidence can open the page at its place.
"""

from __future__ import annotations

import re
from typing import Any

from ....model import Figure, Skipped, Table
from ...tables import cells_of
from ..collect import Collector
from ..dom import address, classes, has_class, of_class, squeeze, text_of
from ..grids import latexml_grid
from ..inline import inline
from ..tex import tex
from .floats import Float, caption_of, kind_of, number_in, part_number, tag_of

_SECTIONS = {
    "ltx_part", "ltx_chapter", "ltx_section", "ltx_subsection", "ltx_subsubsection", "ltx_paragraph",
    "ltx_subparagraph", "ltx_appendix", "ltx_acknowledgements",
}  # fmt: skip
_DROP = {
    "ltx_ERROR", "ltx_authors", "ltx_dates", "ltx_TOC", "ltx_page_footer", "ltx_page_navbar", "ltx_pagination",
    "ltx_rdf", "ltx_theindex", "ltx_glossary", "ltx_classification", "ltx_page_logo", "ltx_nodisplay",
}  # fmt: skip
_DROP_TAGS = {"nav", "script", "style", "noscript", "template", "header", "footer", "dialog"}
_FLOATS = {"ltx_figure": "figure", "ltx_table": "table", "ltx_float": "figure", "ltx_listing": "algorithm"}
_EQUATIONS = {"ltx_equation", "ltx_equationgroup"}
_TITLED = {"ltx_theorem", "ltx_proof"}


class Walk(Collector):
    """Reads an article into sections and figures.

    Parameters
    ----------
    base : str, optional
        What addresses of images are relative to.
    """

    def __init__(self, base: str | None) -> None:
        super().__init__()
        self.keywords: tuple[str, ...] = ()
        self._base = base
        self._unread: list[Figure] = []
        self._figure_words = 0

    @property
    def skipped(self) -> list[Skipped]:
        """Tables that hold no text (a picture instead), and words inside figures."""
        named = tuple(figure.label for figure in self._unread if figure.label)
        tables = Skipped(kind="unread_table", count=len(self._unread), which=named)
        words = Skipped(kind="figure_words", count=self._figure_words)
        return [one for one in (tables, words) if one.count]

    def through(self, node: Any, level: int = 0, appendix: bool = False) -> None:
        """Visit an element's children in order."""
        for child in node:
            if isinstance(child.tag, str):
                self._visit(child, classes(child), level, appendix)

    def _visit(self, node: Any, kinds: frozenset[str], level: int, appendix: bool) -> None:
        float_kind = next((kind for name, kind in _FLOATS.items() if name in kinds), None)
        if kinds & _DROP or node.tag in _DROP_TAGS:
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
        elif float_kind and not ("ltx_listing" in kinds and caption_of(node) is None):
            self._float(Float(node), float_kind)
        elif kinds & _EQUATIONS:
            self._equation(node)
        elif "ltx_tabular" in kinds:
            self._table(node)
        elif "ltx_item" in kinds or node.tag in ("dd", "dt"):
            self._item(node)
        elif "ltx_p" in kinds or node.tag == "p":
            self._paragraph(node)
        elif "ltx_listing" in kinds:
            self.add("paragraph", inline(node), node.get("id"))
        elif "ltx_note" in kinds:
            self._note(node)
        elif kinds & _TITLED:
            self._titled(node, level, appendix)
        elif "ltx_title" not in kinds:
            self.through(node, level, appendix)

    def _section(self, node: Any, kind: str, level: int) -> None:
        title = next((child for child in node if isinstance(child.tag, str) and "ltx_title" in classes(child)), None)
        notes: list[Any] = []
        number, heading, label = None, None, ""
        if title is not None:
            number = number_in(tag_of(title))
            tag = next(iter(of_class(title, "ltx_tag")), None)
            if tag is not None:
                label = squeeze(text_of(tag)).strip(" .:")
                tag.text = ""
                for part in list(tag):
                    tag.remove(part)
            heading = f"{label} {inline(title, notes).strip(' .:')}".strip() or None
        self.open(kind=kind, number=number, heading=heading, level=1 if kind == "abstract" else level)
        self._notes(notes)
        self.through(node, level, kind == "appendix")
        self.close()

    def _paragraph(self, node: Any, prefix: str = "", kind: Any = "paragraph") -> None:
        notes: list[Any] = []
        tables: list[Any] = []
        text = inline(node, notes, tables)
        if text:
            self.add(kind, f"{prefix} {text}".strip(), self._anchored(node))
        self._notes(notes)
        # A table set inside a line, and a list in a minipage, are blocks of their own.
        for inner in tables:
            self._table(inner)

    @staticmethod
    def _anchored(node: Any) -> str | None:
        """The id that names a paragraph: that of its `ltx_para` where it holds nothing else (`S1.p1`), else its own."""
        parent = node.getparent()
        alone = has_class(parent, "ltx_para") and parent.get("id") and len(parent) == 1
        anchor: str | None = (parent if alone else node).get("id")
        return anchor

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
        title = next(iter(of_class(node, "ltx_title")), None)
        mark = self.mark()
        self.through(node, level, appendix)
        if title is not None:
            lead = inline(title)
            self.lead(mark, lead if lead.endswith((".", ":")) else f"{lead}.")

    def _equation(self, node: Any) -> None:
        lines = []
        for row in node.xpath('.//*[contains(@class, "ltx_eqn_row")]') or [node]:
            formulas = [tex(one) for one in row.iter("math") if not any(up.tag == "math" for up in one.iterancestors())]
            tag = next((squeeze(text_of(one)) for one in of_class(row, "ltx_tag_equation")), "")
            lines.append(" ".join([*formulas, tag]).strip())
        self.add("equation", "\n".join(line for line in lines if line), node.get("id"))

    def _table(self, node: Any, figure: Figure | None = None, anchor: str | None = None) -> bool:
        """A table as a block; whether there is text in it. Its block stands at `anchor`, else at its own id."""
        notes: list[Any] = []
        grid = latexml_grid(node, notes)
        table = Table(figure=figure.id if figure else None, cells=cells_of(grid))
        self.add("table", grid.text, anchor or node.get("id"), table=table)
        self._notes(notes)
        return bool(grid.text)

    def _float(self, found: Float, kind: Any, parent: Figure | None = None, nth: int = 0) -> None:
        """A figure, table or algorithm. Its caption stands in `figures` and nowhere else: text is said once."""
        node = found.node
        if found.bare:
            return self.through(node)
        notes: list[Any] = []
        tag = tag_of(found.caption)
        kind = kind_of(tag, kind)
        images = [url for one in node.iter("img") if has_class(one, "ltx_graphics") and (url := self._image(one))]
        figure = Figure(
            id="",
            kind=kind,
            label=tag.rstrip(" :.") or None,
            number=part_number(tag, parent.number, nth) if parent else number_in(tag),
            caption=inline(found.caption, notes) if found.caption is not None else None,
            url=images[0] if images else None,
        )
        if figure.caption or figure.url:
            figure = self.figure(figure, node.get("id"))
        for nth, part in enumerate(found.parts, 1):
            self._float(Float(part), kind, figure, nth)
        if not found.parts and len(found.images) > 1:
            for nth, image in enumerate(found.images, 1):
                url, number = self._image(image), part_number("", figure.number, nth)
                self.figure(Figure(id="", kind=kind, number=number, url=url), image.get("id") or node.get("id"))
        self._inside(found, kind, figure)
        self._notes(notes)
        return None

    def _inside(self, found: Float, kind: str, figure: Figure) -> None:
        """What a float holds that can be read: its tables, and the prose in it."""
        read = [
            self._table(one, figure if figure.id else None, found.node.get("id") if n == 0 else None)
            for n, one in enumerate(found.tables if kind == "table" or not found.images else [])
        ]
        if kind == "table" and figure.id and not any(read) and not found.parts:
            self._unread.append(figure)
        paragraphs, words = found.prose()
        self._figure_words += words
        for one in paragraphs:
            self._paragraph(one)

    def _image(self, node: Any) -> str | None:
        return address(self._base, node.get("src"))

    def _notes(self, notes: list[Any]) -> None:
        """Footnotes, those inside them after them."""
        for node in notes:
            content = next(iter(of_class(node, "ltx_note_content")), node)
            more: list[Any] = []
            self.add("footnote", inline(content, more), node.get("id"), late=True)
            self._notes(more)

    def _note(self, node: Any) -> None:
        self._notes([node])
