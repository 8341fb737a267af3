"""One rendering a term: at its first mention 「专家混合（mixture of experts）」, from then on 「专家混合」."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MOST = 40


class Terms:
    """The terms of one summary, as its writer named them, and which have been mentioned. Texts come in reading order.

    Parameters
    ----------
    answer : mapping
        What has been written so far; its `terms` are `{"term", "rendering"}`.
    """

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._renderings: dict[str, str] = {}
        self._others: dict[str, str] = {}
        self._spelt: dict[str, str] = {}
        listed = answer.get("terms")
        for one in (listed if isinstance(listed, list) else [])[:_MOST]:
            if isinstance(one, Mapping) and isinstance(one.get("term"), str) and isinstance(one.get("rendering"), str):
                self._learn(" ".join(one["term"].split()), " ".join(one["rendering"].split()))
        self._mentioned: set[str] = set()

    def applied(self, text: str) -> str:
        """`text` with each term in its one rendering, and with the paper's word behind its first mention."""
        for other, rendering in self._others.items():
            text = text.replace(other, rendering)
        # The longest first: «多头注意力» is no mention of «注意力».
        for term, rendering in sorted(self._renderings.items(), key=lambda pair: -len(pair[1])):
            text = self._one(text, term, rendering)
        return text

    def _learn(self, term: str, rendering: str) -> None:
        if not term or not rendering or term.lower() == rendering.lower() or len(rendering) < 2:
            return
        known = self._renderings.setdefault(term.lower(), rendering)
        self._spelt.setdefault(term.lower(), term)
        if known != rendering and len(rendering) > 1:
            self._others[rendering] = known

    def _one(self, text: str, term: str, rendering: str) -> str:
        bracketed = re.compile(rf"{re.escape(rendering)}\s*[(（]\s*{re.escape(term)}s?\s*[)）]", re.IGNORECASE)
        bare = bracketed.sub(rendering, text)
        at = bare.find(rendering)
        if at < 0 or self._within_longer(bare, at, rendering):
            return bare
        if term in self._mentioned or re.search(rf"\b{re.escape(term)}\b", bare, re.IGNORECASE):
            self._mentioned.add(term)
            return bare
        self._mentioned.add(term)
        brackets = "（{}）" if _WIDE.search(rendering) else " ({})"
        end = at + len(rendering)
        return bare[:end] + brackets.format(self._spelt[term]) + bare[end:]

    def _within_longer(self, text: str, at: int, rendering: str) -> bool:
        longer = (other for other in self._renderings.values() if rendering in other and other != rendering)
        return any(text.find(other, max(0, at - len(other)), at + len(other)) >= 0 for other in longer)
