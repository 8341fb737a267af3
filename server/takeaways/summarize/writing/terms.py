"""One rendering a term: at its first mention 「专家混合（mixture of experts）」, from then on 「专家混合」."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_NO_WORD = re.compile(r"[\W_]+")
_MOST = 40
_LONGEST = 80
"""Characters of a term or a rendering: beyond that it is none."""


class Terms:
    """The terms of one summary, as its writer named them, and which have been mentioned. Texts come in reading order.

    Parameters
    ----------
    answer : mapping
        What has been written so far; its `terms` are `{"term", "rendering"}`.
    paper : str
        Its text: what it does not write is no term of it.
    """

    def __init__(self, answer: Mapping[str, Any], paper: str) -> None:
        self._renderings: dict[str, str] = {}
        self._spelt: dict[str, str] = {}
        self._mentioned: set[str] = set()
        one_for: dict[str, str] = {}
        listed = answer.get("terms")
        words = _words(paper)
        for one in (listed if isinstance(listed, list) else [])[:_MOST]:
            if isinstance(one, Mapping) and isinstance(one.get("term"), str) and isinstance(one.get("rendering"), str):
                term, rendering = " ".join(one["term"].split()), " ".join(one["rendering"].split())
                if _is_rendered(term, rendering) and _words(term).strip() in words:
                    self._spelt.setdefault(term.lower(), term)
                    one_for.setdefault(rendering, self._renderings.setdefault(term.lower(), rendering))
        # All at once and the longest first: a rendering within a longer one, or within another word, is not its own.
        self._one_for = {one: one_for[one] for one in sorted(one_for, key=len, reverse=True)}
        self._any = re.compile("|".join(map(_pattern, self._one_for))) if one_for else None

    def applied(self, text: str) -> str:
        """`text` with each term in its one rendering, and with the paper's word behind its first mention."""
        if self._any is None:
            return text
        text = self._any.sub(lambda found: self._one_for[found.group()], text)
        for rendering in set(self._one_for.values()):
            brackets = rf"({_pattern(rendering)})\s*[(（]\s*{re.escape(self._term(rendering))}s?\s*[)）]"
            text = re.sub(brackets, r"\1", text, flags=re.IGNORECASE)
        first: dict[int, str] = {}
        for found in self._any.finditer(text):
            term = self._term(found.group())
            known = term in self._mentioned or term in first.values() or re.search(rf"\b{re.escape(term)}\b", text, re.I)
            if not known:
                first[found.end()] = term
        for end, term in reversed(first.items()):
            brackets = "（{}）" if _WIDE.search(self._renderings[term]) else " ({})"
            text = text[:end] + brackets.format(self._spelt[term]) + text[end:]
        return text

    def mentioned(self, text: str) -> None:
        """`text` is shown: what it mentions has been mentioned."""
        if self._any is not None:
            self._mentioned |= {self._term(found.group()) for found in self._any.finditer(text)}

    def _term(self, shown: str) -> str:
        rendering = self._one_for[shown]
        return next(term for term, one in self._renderings.items() if one == rendering)


def _is_rendered(term: str, rendering: str) -> bool:
    """Whether a term has a rendering that could be looked for."""
    return term.lower() != rendering.lower() and 2 <= len(rendering) <= _LONGEST and 0 < len(term) <= _LONGEST


def _pattern(rendering: str) -> str:
    """It, as a word of its own where its language parts words («modèle» is not in «modèles»)."""
    escaped = re.escape(rendering)
    return escaped if _WIDE.search(rendering) else rf"(?<!\w){escaped}(?!\w)"


def _words(text: str) -> str:
    return f" {_NO_WORD.sub(' ', text).strip().lower()} "
