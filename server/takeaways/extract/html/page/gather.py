"""What the readers of any page have in common: headings as sections, marks back to tables, lines that are captions."""

from __future__ import annotations

import re
from typing import Any

from ....model import Figure, Table
from ..collect import Collector
from ..dom import squeeze
from ..inline import tidy
from .captions import is_caption, labelled

_HEADING = re.compile(
    r"^(?:(?P<appendix>Appendix)\s+)?"
    r"(?:(?:section\s+|§\s*)?(?P<number>\d+(?:\.\d+)*|[A-Z](?:\.\d+)+|[A-Z](?=[.:]\s)|[IVX]+(?=[.:]\s))[.:)]?\s+)?"
    r"(?P<text>.*)$",
    re.S | re.I,
)
_REFERENCES = re.compile(
    r"^(?:references?(?: cited| and notes)?|bibliography|literature(?: cited)?|works cited|notes and references"
    r"|literaturverzeichnis|références|bibliographie|bibliografía|参考文献)\W*$",
    re.I,
)
_ABSTRACT = re.compile(r"^(?:abstract|summary|zusammenfassung|résumé|resumen|摘要)\W*$", re.I)
_PARTS = re.compile(
    r"^(?:background|objectives?|aims?|purpose|introduction|context|design|setting|participants|methods?|methodology"
    r"|materials and methods|results?|findings|conclusions?|interpretation|significance|limitations?|discussion)\W*$",
    re.I,
)
_MARK = re.compile(r"takeaways-table-(\d+)")


class Gather(Collector):
    """Sections, figures and tables of a page."""

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, tuple[str, Table, str | None]] = {}
        self._cutting = False

    def again(self) -> Gather:
        """Another that has the same figures and tables, and no text yet: a page may be read in two ways."""
        other = Gather()
        other.figures, other._held = list(self.figures), dict(self._held)
        return other

    def hold(self, text: str, table: Table, anchor: str | None) -> str:
        """Keep a table until its mark is met in the text; gives the mark."""
        mark = f"takeaways-table-{len(self._held) + 1}"
        self._held[mark] = (text, table, anchor)
        return mark

    def heading(self, text: str, level: int) -> None:
        """A heading begins a section, and ends the list of references that is being left out."""
        self.close()
        parts = _HEADING.match(squeeze(text))
        bare = squeeze(parts["text"]) if parts else squeeze(text)
        self._cutting = bool(_REFERENCES.match(bare))
        if self._cutting:
            return
        number = parts["number"] if parts else None
        kind = "abstract" if _ABSTRACT.match(bare) else "appendix" if parts and parts["appendix"] else "body"
        lead = " ".join(part for part in ("Appendix" if kind == "appendix" else "", number or "") if part)
        self.open(kind=kind, number=number, heading=f"{lead} {bare}".strip(" :") or None, level=max(1, level))

    def say(self, kind: Any, text: str, anchor: str | None = None) -> None:
        """A paragraph or list item; it may turn out to be a table's mark, a caption, or an entry of the references."""
        text = tidy(text)
        marks = _MARK.findall(text)
        for number in marks:
            held = self._held.pop(f"takeaways-table-{number}", None)
            if held:
                self.add("table", held[0], held[2], table=held[1])
        text = squeeze(_MARK.sub(" ", text)) if marks else text
        if not re.search(r"\w", text):
            return
        if self._cutting:
            self.references += 1
        elif is_caption(text):
            made, label, number = labelled(text)
            if not any(figure.label == label for figure in self.figures):
                self.figure(Figure(id="", kind=made or "figure", label=label, number=number, caption=text), anchor)
        else:
            self.add(kind, text, anchor)

    def finish(self) -> None:
        """Close the last section; tables whose marks were lost on the way stand at its end."""
        for text, table, anchor in self._held.values():
            self.add("table", text, anchor, table=table)
        self._held.clear()
        self.close()
        self._fold_abstract()

    def _fold_abstract(self) -> None:
        """«Background», «Methods», … below the heading «Abstract» are its paragraphs."""
        at = next((n for n, section in enumerate(self.sections) if section.kind == "abstract"), None)
        if at is None:
            return
        abstract, end = self.sections[at], at + 1
        blocks = list(abstract.blocks)
        while end < len(self.sections) and self.sections[end].level > abstract.level:
            part = self.sections[end]
            if not (part.heading and _PARTS.match(part.heading)):
                break
            lead = part.heading.strip(" :.")
            blocks += [
                block.model_copy(update={"text": f"{lead}: {block.text}"}) if n == 0 else block
                for n, block in enumerate(part.blocks)
            ]
            end += 1
        self.sections[at:end] = [abstract.model_copy(update={"blocks": tuple(blocks)})]
