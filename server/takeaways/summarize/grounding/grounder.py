"""A model's claim, held against the paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from takeaways.model import Block, Claim, Document, Evidence, Reason, Spot

from ..sentences import Span
from ..spots import spot
from . import names, roles, turning, values
from .doubts import dropped_of_words
from .folding import fold
from .hedges import dropped_of_number
from .passage import Indexed, Passage
from .quoting import find, find_exact

_WIDEST = 600
"""Characters of a quote, widened to its sentences."""


class Grounder:
    """Builds the evidence of claims about one document, and says how far it carries them.

    Parameters
    ----------
    document : Document
        The paper; its blocks are indexed once, and its captions, which figures hold, under the figures' ids.
    language : str
        Which the claims are written in (BCP 47). The rules read English and Chinese; of other languages the quote, the
        numbers and the names are looked up, and no more.
    """

    def __init__(self, document: Document, language: str = "en") -> None:
        self._language = language.split("-")[0].lower()
        captions = {figure.id: figure.caption or "" for figure in document.figures}
        self._blocks: dict[str, Indexed] = {}
        for number, section in enumerate(document.sections):
            for block in section.blocks:
                caption = captions.get(block.table.figure or "", "") if block.table else ""
                where = spot(document, number, block)
                self._blocks.setdefault(block.id, Indexed(block, where, f"{section.heading or ''} {caption}"))
        for figure in document.figures:
            if figure.caption:
                block = Block(id=figure.id, kind="caption", text=figure.caption, place=figure.place)
                self._blocks.setdefault(figure.id, Indexed(block, Spot(kind=figure.kind, number=figure.number), ""))
        self._paper = " ".join(one.folded.text + fold(one.around).text for one in self._blocks.values())
        abstract = [block.text for section in document.sections if section.kind == "abstract" for block in section.blocks]
        headings = [section.heading or "" for section in document.sections]
        self._known = fold(" ".join([document.paper.title or "", document.paper.abstract or "", *abstract, *headings])).text
        self._paper += " " + self._known

    def claim(self, text: str, blocks: Sequence[str], quote: str) -> Claim:
        """`text` as a Claim that says truly how far the paper carries it.

        Parameters
        ----------
        text : str
            What is claimed.
        blocks : sequence of str
            Ids of the blocks it is said to rest on.
        quote : str
            A few words that are said to stand in one of them.

        Returns
        -------
        Claim
            `quoted` where nothing speaks against it; its evidence has the paper's own words, as whole sentences. Else
            `unverified` with the first reason; without a quote that can be found it has no evidence.
        """
        named = [self._blocks[block] for block in dict.fromkeys(blocks) if block in self._blocks]
        held = self._find(quote, named)
        if held is None:
            if not named:
                return _unverified(text, None, Reason(code="block_not_found", what=", ".join(blocks)))
            return _unverified(text, None, Reason(code="quote_not_found", what=quote[:80]))
        home, words = held
        parts = named if home in named else [home]
        quoted = _widened(home, words)
        evidence = Evidence(
            blocks=tuple(dict.fromkeys([home.block.id, *(part.block.id for part in parts)])),
            quote=home.block.text[quoted.start : quoted.end],
            spot=home.spot,
            place=home.block.place,
        )
        reason = self._against(text, self._passage(parts, home, quoted, words))
        return _unverified(text, evidence, reason) if reason else Claim(text=text, evidence=evidence, state="quoted")

    def _find(self, quote: str, named: list[Indexed]) -> tuple[Indexed, Span] | None:
        for block in named:
            span = find(quote, block.block.text, block.folded)
            if span:
                return block, Span(*span)
        folded = fold(quote)
        for block in self._blocks.values():
            span = find_exact(folded, block.folded, block.block.text)
            if span:
                return block, Span(*span)
        return None

    def _passage(self, parts: list[Indexed], home: Indexed, quoted: Span, words: Span) -> Passage:
        start = 0
        for part in parts:
            if part is home:
                break
            start += len(part.block.text) + 2
        around = " ".join(part.around for part in parts)
        return Passage(
            parts,
            Span(start + quoted.start, start + quoted.end),
            Span(start + words.start, start + words.end),
            f"{self._known} {fold(around).text}",
        )

    def _against(self, text: str, passage: Passage) -> Reason | None:
        missing = values.missing(text, passage)
        if missing:
            return Reason(code="number_not_found", what=missing)
        initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", passage.text)).lower()
        absent = names.absent(text, passage.folded, self._paper, initials)
        if absent:
            return Reason(code="name_not_found", what=absent)
        misplaced = roles.misplaced(text, passage)
        if misplaced:
            return Reason(code="number_role", what=misplaced)
        turned = turning.turned(text, passage)
        if turned:
            return Reason(code="direction_turned", what=turned)
        scope = [passage.text[span.start : span.end] for span in passage.scope(values.found(text, passage))]
        quote = passage.text[passage.words.start : passage.words.end]
        dropped = dropped_of_number(text, passage) or dropped_of_words(text, scope, quote)
        return Reason(code="hedge_dropped", what=dropped) if dropped else None


def _widened(home: Indexed, words: Span) -> Span:
    """The quote as the whole sentences it stands in, unless they are very long."""
    held = [span for span in home.sentences if span.start < words.end and words.start < span.end]
    if not held:
        return words
    wide = Span(min(held[0].start, words.start), max(held[-1].end, words.end))
    return wide if wide.end - wide.start <= max(_WIDEST, words.end - words.start) else words


def _unverified(text: str, evidence: Evidence | None, reason: Reason) -> Claim:
    return Claim(text=text, evidence=evidence, state="unverified", reason=reason)
