"""Words and their stems: what likeness between sentences is measured on."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from .sentences import maths

_WORD = re.compile(r"\d+(?:[.,]\d+)*[^\W\d_]*%?|[^\W_]+(?:[-'’][^\W_]+)*")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SUFFIX = re.compile(
    r"(?<=[a-z]{3})(?:(?P<iz>izations?)|(?P<at>ations?)|(?P<ity>ities)|(?P<y>ies)"
    r"|ness(?:es)?|ingly|edly|ments?|ings?|ers?|ed|ly|(?<!ss)es|(?<![sui])s|(?<=ss)es|e)$"
)

_STOP_WORDS_TEXT = """
    a about above across after again against all almost also although always am among an and any are as at be became
    because been before being below between both but by can cannot could did do does doing done down during each either
    etc every few for from further furthermore given had has have having he hence her here hers him his how however i if
    in into is it its itself just let may me might more moreover most much must my neither no nor not of off often on
    once one only or other others our ours out over own per rather s same several shall she should since so some such
    than that the their theirs them then there thereby therefore these they this those though through throughout thus to
    together too toward towards two under until up upon us use used uses using very via was we well were what when
    where whereas whether which while who whom whose why will with within without would yet you your
    """
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())


def stem(word: str) -> str:
    """A crude stem: enough that «evaluates», «evaluated» and «evaluating» are one."""
    if len(word) == 4 and word[-1] == "s" and word[-2] not in "sui":
        return word[:-1]
    if len(word) < 5:
        return word
    found = _SUFFIX.search(word)
    return word[: found.start()] + (found.lastgroup or "") if found else word


def plain(text: str) -> str:
    """`text` without its mathematics."""
    for start, end in reversed(maths(text)):
        text = text[:start] + " " + text[end:]
    return text


def stems(text: str, known: dict[str, list[str]] | None = None) -> list[str]:
    """The content words of `text` as stems, in order; of scripts written without spaces, pairs of characters.

    Parameters
    ----------
    text : str
        What is read.
    known : dict of str to list of str, optional
        The stems of words met before, for who reads much; it grows.
    """
    known = {} if known is None else known
    found: list[str] = []
    for word in _WORD.findall(plain(text).lower()):
        made = known.get(word)
        if made is None:
            made = known[word] = _stems_of(word)
        found += made
    return found


def _stems_of(word: str) -> list[str]:
    if _WIDE.search(word):
        return [word[at : at + 2] for at in range(max(1, len(word) - 1))]
    if word in STOP_WORDS or (len(word) == 1 and not word.isdigit()):
        return []
    return [stem(part) for part in word.split("-") if part and part not in STOP_WORDS]


def word_count(text: str) -> int:
    """Words of `text` as a reader counts them; two characters of Chinese or Japanese are one word."""
    wide = 0 if text.isascii() else len(_WIDE.findall(text))
    return len(_WORD.findall(_WIDE.sub(" ", text) if wide else text)) + wide // 2


class Bag:
    """How often each stem of a text occurs, times its weight.

    Parameters
    ----------
    words : iterable of str
        The stems, each as often as it occurs.
    weights : mapping of str to float, optional
        How telling each stem is; one each where it is not given.
    """

    def __init__(self, words: Iterable[str], weights: Mapping[str, float] | None = None) -> None:
        known = weights or {}
        self._counts = {word: count * known.get(word, 1.0) for word, count in Counter(words).items()}
        self._norm = math.sqrt(sum(value * value for value in self._counts.values()))

    def cosine(self, other: Bag) -> float:
        """Likeness from 0 (no word shared) to 1."""
        small, large = sorted((self._counts, other._counts), key=len)
        dot = sum(value * large[word] for word, value in small.items() if word in large)
        return dot / (self._norm * other._norm) if dot else 0.0


def containment(left: frozenset[str], right: frozenset[str]) -> float:
    """Which share of the smaller set the other holds, from 0 to 1."""
    small = min(len(left), len(right))
    return len(left & right) / small if small else 0.0
