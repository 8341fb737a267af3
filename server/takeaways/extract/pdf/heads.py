"""The text of a heading -> its number, its level, and whether it heads an appendix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypedDict

from .patterns import ABSTRACT, CHAPTER, NUMBERED

_ROMAN = re.compile(r"[IVX]{2,}")
_NUMERALS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]
_AFTER = dict(pairwise(_NUMERALS))


class Head(TypedDict, total=False):
    """What a Section is made of beside its blocks; empty where there is no heading."""

    kind: Literal["abstract", "body", "appendix"]
    number: str | None
    heading: str
    level: int


ABSTRACT_HEAD: Head = {"kind": "abstract", "heading": "Abstract", "number": None, "level": 1}


@dataclass
class Heads:
    """Reads the headings of one paper in order, as what a number means depends on those before it."""

    references: bool = False
    """Whether the reference list has been passed: lettered sections after it are appendices."""
    _appendix: bool = False
    _roman: str = ""

    def read(self, text: str) -> Head:
        """What a heading says.

        Parameters
        ----------
        text : str
            As the paper prints it.

        Returns
        -------
        Head
            The heading with its number before it; the letter of an appendix with that word before it, as LaTeXML
            writes it, so that a paper's PDF and its HTML name their sections alike.
        """
        if ABSTRACT.fullmatch(text):
            return ABSTRACT_HEAD
        found = NUMBERED.match(text) or CHAPTER.match(text)
        if text.casefold().startswith(("appendix", "appendices", "supplement")):
            self._appendix = True
        if found is None:
            return {"kind": self._kind(), "number": None, "heading": text.strip(" .:") or text, "level": 1}
        number, word = found["number"].replace("–", "-"), (found["word"] or "").capitalize()
        bare = found.groupdict().get("text", "").strip(" .:")
        level = number.count(".") + 1
        if word == "Appendix" or (self.references and not self._roman and re.fullmatch(r"[A-Z]", number)):
            self._appendix = True
        if self._appendix and re.fullmatch(r"[A-Z]", number):
            word = "Appendix"
        elif not self._appendix and (number == _AFTER.get(self._roman) or _ROMAN.fullmatch(number)):
            self._roman = number
        elif re.fullmatch(r"[A-Z]", number) and self._roman:
            # «IV» holds «A», «B», … where sections are counted in Roman numerals; the text calls them «IV-A».
            number, level = f"{self._roman}-{number}", 2
        elif re.match(r"^\w\)", text):
            number, level = "", 3
        if word in ("Section", "§"):
            word = ""
        return {
            "kind": self._kind(),
            "number": number or None,
            "heading": " ".join(filter(None, (word, number, bare))) or text,
            "level": level,
        }

    def _kind(self) -> Literal["body", "appendix"]:
        return "appendix" if self._appendix else "body"
