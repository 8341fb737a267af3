"""Lines of text -> running text: hyphens by the document's own vocabulary, marks of footnotes taken out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from .glyphs import HYPHEN, Word
from .lines import Line, join

_LETTERS = re.compile(r"[^\W\d_]+")
_BROKEN = re.compile(rf"([^\W\d_]+)[{HYPHEN}\-‐]$")
_LEAD = re.compile(r"^([^\W\d_]+)")
_MARK = re.compile(r"^[\d,*∗†‡§¶⋆]+$")
_ADDRESS = re.compile(r"(?:://|www\.)\S*$")
_NOTED = re.compile(r"(?:[^\W\d_]{3}|[.,;:!?)”’\"\]])$")


# What stands before a hyphen in English far more often than it begins a longer word.
_FIRST_PARTS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "self",
        "well",
        "high",
        "low",
        "large",
        "small",
        "long",
        "short",
        "state",
        "real",
        "open",
        "half",
    ]
)


class Vocabulary:
    """The words of a document as they stand within its lines, so that a word broken at a line's end can be looked up.

    Parameters
    ----------
    texts : iterable of str
        The document's lines.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._compound: Counter[str] = Counter()
        whole: list[str] = []
        for text in texts:
            inner = (text.rsplit(" ", 1)[0] if text.endswith((HYPHEN, "-", "‐")) else text).casefold()
            whole += _LETTERS.findall(inner)
            if "-" in inner or "‐" in inner:
                for token in inner.split():
                    if "-" in token or "‐" in token:
                        self._compound.update(f"{left}-{right}" for left, right in pairwise(_LETTERS.findall(token)))
        self._whole = Counter(whole)

    def joined(self, left: str, right: str) -> str:
        """Two parts that a line's end has broken: «cor», «pus» -> «corpus»; «machine», «readable» -> with the hyphen.

        The form that the document itself has more often wins; where it has neither, a break within a word is far more
        common than one at a hyphen, except between two words that the document knows on their own.
        """
        low_left, low_right = left.casefold(), right.casefold()
        whole, compound = self._whole[low_left + low_right], self._compound[f"{low_left}-{low_right}"]
        if whole or compound:
            return left + right if whole >= compound else f"{left}-{right}"
        if self._whole[low_right] and (low_left in _FIRST_PARTS or (low_left.endswith("ly") and len(left) > 4)):
            return f"{left}-{right}"
        both = self._whole[low_left] > 0 and self._whole[low_right] > 0 and min(len(left), len(right)) >= 4
        proper = right[:1].isupper() or (left.isupper() and len(left) > 1)
        return f"{left}-{right}" if both or proper else left + right


_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Chinese and Japanese letters and marks: between two lines of them stands no space."""


def bare(line: Line) -> list[Word]:
    """The words of a line without the raised marks that point to footnotes (or to numbered references)."""
    kept: list[Word] = []
    for word in line.words:
        if not (kept and is_mark(line, word, kept[-1])):
            kept.append(word)
    return kept


def is_mark(line: Line, word: Word, before: Word) -> bool:
    """Whether a word is the raised mark of a note (or of numbered references) on the word before it."""
    return is_raised(line, word) and word.glued and bool(_MARK.match(word.text) and _NOTED.search(before.text))


def is_raised(line: Line, word: Word) -> bool:
    """Whether a word is set small and high, as marks and exponents are."""
    return word.size < 0.82 * line.size and word.base > line.base + 0.15 * line.size


def running(lines: list[Line], vocabulary: Vocabulary) -> str:
    """The text of lines that follow one another.

    Parameters
    ----------
    lines : list of Line
    vocabulary : Vocabulary
        Of the whole document.
    """
    out: list[str] = []
    for line in lines:
        text = join(bare(line)).strip()
        if not text:
            continue
        last = out[-1] if out else ""
        broken = _BROKEN.search(last) if last.endswith((HYPHEN, "-", "‐")) else None
        lead = _LEAD.match(text)
        if broken and _ADDRESS.search(last):
            # Nobody hyphenates an address: its hyphen is its own.
            out[-1] = last.replace(HYPHEN, "-")
            out.append(text)
        elif broken and lead:
            out[-1] = last[: broken.start()] + vocabulary.joined(broken[1], lead[1])
            out.append(text[lead.end() :])
        elif last.endswith((HYPHEN, "-", "‐", "/")) or (last.endswith(("–", "—")) and not last.endswith((" –", " —"))):
            # «BERT-» + «2», or an address cut after a slash: nothing is lost and no space is made up.
            out.append(text)
        elif last and _WIDE.match(last[-1]) and _WIDE.match(text[0]):
            out.append(text)
        else:
            out += [" ", text] if out else [text]
    return "".join(out).replace(HYPHEN, "-")
