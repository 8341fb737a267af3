"""What the models see of a sentence: its words, its place, and how like it is to the words around it.

Training (bench/train_embedded) and reading use these same functions, so a weight always meets the feature it was made for.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from .shortening import forms
from .words import STOP_WORDS, stem

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*|[%?:;(\"]")
_ANAPHOR = re.compile(
    r"(?:(?:however|moreover|furthermore|thus|therefore|hence|also|specifically|in particular|additionally),?\s+)?"
    r"(?:this|these|those|that|it|they|such|its|their)\b",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"(?:however|moreover|furthermore|thus|therefore|hence|also|specifically|in particular|additionally|in addition|finally"
    r"|then|second|third|for example|e\.g\.|but|and)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?][\"”’)]*\s*$")
_CAPITAL = re.compile(r"[A-Z]")
_ADDRESS = re.compile(r"https?\s?:|www\.|github", re.IGNORECASE)
_SPLIT = re.compile(r"(?<=\w) (?=['’]s\b)|(?<=\d) (?=%)")
_LONGEST = 120
"""Tokens of a sentence that are looked at."""

LABELS = ("background", "objective", "method", "result", "other")
"""The zones of an abstract, in the order of every list of their probabilities."""
_OBJECTIVE = LABELS.index("objective")
_NOWHERE = (0.0,) * len(LABELS)
DENSE = 19 + 3 * len(LABELS) + 1
"""How many measures the ranker sees of a form, beside the features that are there or not."""

Features = dict[str, float]


def tokens(text: str) -> list[str]:
    """The words of `text` in lower case, numbers as `0`, and the marks that tell something.

    Text set apart in tokens («state - of», «20 %») and text as it is printed give the same.
    """
    # Most text has none of it, and the pattern takes as long as all the rest.
    apart = " '" in text or " ’" in text or " %" in text
    found = _TOKEN.findall((_SPLIT.sub("", text) if apart else text).lower())
    return ["0" if word[0].isdigit() else word for word in found[:_LONGEST]]


class Line:
    """A sentence as the models see it; what several of them look at is made once.

    Parameters
    ----------
    text : str
        The sentence.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tokens(text)

    @cached_property
    def stems(self) -> dict[str, str]:
        """The stem of each content word."""
        return {word: stem(word) for word in set(self.words) if _is_content(word)}

    @cached_property
    def bag(self) -> Counter[str]:
        """How often each content word occurs, by its stem."""
        return Counter([self.stems[word] for word in self.words if word in self.stems])

    @cached_property
    def grams(self) -> list[str]:
        """Its words, its pairs of words, and what it begins with up to four words (`^we present`), each once, in order."""
        found = {*self.words, *map(" ".join, pairwise(self.words))}
        return [*sorted(found), *_leads(self.words)]

    @cached_property
    def marks(self) -> list[str]:
        """What stands out in it; see `marks`."""
        return marks(self.text, self.words)


def lines(sentences: Sequence[str]) -> list[Line]:
    """The sentences as the models see them."""
    return [Line(sentence) for sentence in sentences]


def _is_content(word: str) -> bool:
    return word not in STOP_WORDS and len(word) > 1 and word[0].isalpha()


def _leads(words: Sequence[str]) -> list[str]:
    return ["^" + " ".join(words[:size]) for size in range(1, min(4, len(words)) + 1)]


def _manner(words: Sequence[str]) -> list[str]:
    """Those words, pairs and beginnings that hold a function word: how a sentence speaks, not what of.

    What is spoken of differs from science to science, and weights for it did not help on papers unseen.
    """
    found = {word for word in words if word in STOP_WORDS}
    found.update(f"{one} {other}" for one, other in pairwise(words) if one in STOP_WORDS or other in STOP_WORDS)
    first = next((at for at, word in enumerate(words[:4]) if word in STOP_WORDS), 4)
    return [*sorted(found), *_leads(words)[first:]]


def place(at: int, of: int) -> list[str]:
    """Where a sentence stands among `of`: from the start, from the end, and in which fifth."""
    return [f"@{min(at, 6)}", f"@-{min(of - 1 - at, 6)}", f"@{5 * at // max(1, of)}/5", *(["@only"] if of == 1 else [])]


def length(count: int) -> str:
    """The bucket of a length in words."""
    return f"#{min(count // 5, 9)}"


def zone_features(sentences: Sequence[Line]) -> list[list[str]]:
    """The features by which the zones of an abstract's sentences are told, a list a sentence."""
    made = [
        [
            *line.grams,
            *sorted({f"<{word}" for word in line.words[:5]}),
            *place(at, len(sentences)),
            length(len(line.words)),
        ]
        for at, line in enumerate(sentences)
    ]
    leads = [" ".join(line.words[:2]) for line in sentences]
    for at, found in enumerate(made):
        found.append(f"before {leads[at - 1]}" if at else "before")
        found.append(f"after {leads[at + 1]}" if at + 1 < len(made) else "after")
    return made


def rank_features(
    sentences: Sequence[Line], title: str | None, zones: Sequence[Sequence[float]]
) -> list[tuple[int, str, list[str], list[float]]]:
    """Every form of every sentence of an abstract, with what the ranker sees of it.

    Parameters
    ----------
    sentences : sequence of Line
        The abstract.
    title : str or None
        The paper's title.
    zones : sequence of sequence of float
        Each sentence's probabilities of `LABELS`, from 0 to 1.

    Returns
    -------
    list of tuple
        Index of the sentence, text of the form, names of the features that are there, and `DENSE` measures.
    """
    seen = _Abstract(sentences, title or "")
    found: list[tuple[int, str, list[str], list[float]]] = []
    for at, line in enumerate(sentences):
        around = [*zones[at], *(zones[at - 1] if at else _NOWHERE), *(zones[at + 1] if at + 1 < len(zones) else _NOWHERE)]
        around.append(sum(zone[_OBJECTIVE] for zone in zones[:at]))
        where = place(at, len(sentences))
        for form in forms(line.text):
            words = tokens(form.text) if form.taken else line.words
            names = [*_manner(words), *where, *marks(form.text, words), *(f"!{taken}" for taken in form.taken)]
            found.append((at, form.text, names, [*seen.measures(at, form.text, words), *around]))
    return found


def marks(text: str, words: Sequence[str]) -> list[str]:
    """What stands out in a sentence: how long it is, and that it points back, links, counts, asks or gives an address.

    Parameters
    ----------
    text : str
        The sentence.
    words : sequence of str
        Its `tokens`.
    """
    told = {
        "!points back": _ANAPHOR.match(text),
        "!links": _CONNECTIVE.match(text),
        "!address": _ADDRESS.search(text),
        "!number": "0" in words,
        "!asks": text.rstrip().endswith("?"),
        "!open": not _ENDED.search(text),
    }
    return [length(len(words)), *(name for name, there in told.items() if there)]


class _Abstract:
    """An abstract and its title as bags of stems, and how like them a form of one of its sentences is."""

    def __init__(self, sentences: Sequence[Line], title: str) -> None:
        self._of = len(sentences)
        self._lengths = [len(line.text.split()) for line in sentences]
        self._bags = [line.bag for line in sentences]
        self._whole = _together(self._bags)
        self._norm = _norm(self._whole)
        self._norms = [_norm(bag) for bag in self._bags]
        self._spread = Counter(word for bag in self._bags for word in bag)
        self._stems = {word: stemmed for line in sentences for word, stemmed in line.stems.items()}
        named = Line(title)
        self._title = named.bag
        self._title_pairs = set(pairwise(named.words))

    def measures(self, at: int, text: str, words: Sequence[str]) -> list[float]:
        bag = Counter([self._stems[word] for word in words if word in self._stems])
        count, kinds, norm = len(words) / 20, len(bag) or 1, _norm(bag)
        spread = [self._spread[word] for word in bag]
        again = [times for times in spread if times > 1]
        shared = sum(word in self._title for word in bag)
        precision, recall = shared / kinds, shared / (len(self._title) or 1)
        before = self._like(bag, norm, at - 1) if at else 0.0
        after = self._like(bag, norm, at + 1) if at + 1 < self._of else 0.0
        return [
            _dot(bag, self._whole) / (norm * self._norm or 1.0),
            before,
            after,
            precision,
            recall,
            2 * precision * recall / (precision + recall) if shared else 0.0,
            len(self._title_pairs.intersection(pairwise(words))) / (len(self._title_pairs) or 1),
            sum([self._whole[word] for word in bag]) / kinds,
            len(again) / kinds,
            sum(again) / (len(self._spread) or 1),
            count,
            count * count,
            math.log1p(len(words)),
            (text.count(" ") + 1) / max(1, self._lengths[at]),
            at / max(1, self._of - 1),
            self._of / 10,
            len(bag) / 10,
            len(_CAPITAL.findall(text)) / max(1, len(text)),
            sum(map(len, words)) / max(1, len(words)) / 5,
        ]

    def _like(self, bag: Counter[str], norm: float, at: int) -> float:
        return _dot(bag, self._bags[at]) / (norm * self._norms[at] or 1.0)


def _together(bags: Iterable[Counter[str]]) -> Counter[str]:
    # `sum` makes a bag anew for each of them.
    whole = Counter[str]()
    for bag in bags:
        whole.update(bag)
    return whole


def _norm(bag: Counter[str]) -> float:
    return math.sqrt(sum([n * n for n in bag.values()]))


def _dot(left: Counter[str], right: Counter[str]) -> int:
    return sum([n * right[word] for word, n in left.items() if word in right])


def cosine(left: Counter[str], right: Counter[str]) -> float:
    """Likeness of two bags from 0 to 1."""
    return _dot(left, right) / (_norm(left) * _norm(right) or 1.0)


def aspect_features(
    sentences: Sequence[Line], part: str, abstract: Sequence[Line], title: str | None, zones: Sequence[Sequence[float]]
) -> list[tuple[list[str], Features]]:
    """What the aspect models see of each sentence of one part of a paper: names of what is there, and measures.

    Parameters
    ----------
    sentences : sequence of Line
        That part, whole and in order.
    part : str
        `abstract`, `introduction` or `conclusion`.
    abstract : sequence of Line
        The abstract.
    title : str or None
        The paper's title.
    zones : sequence of sequence of float
        Each sentence's probabilities of `LABELS`, from 0 to 1.
    """
    whole = _together(line.bag for line in abstract)
    named = Line(title or "").bag
    found: list[tuple[list[str], Features]] = []
    for at, line in enumerate(sentences):
        there = [*line.grams, *line.marks, f"in {part}", *(f"{part}{name}" for name in place(at, len(sentences)))]
        made: Features = {"~abstract": 2 * cosine(line.bag, whole), "~title": 2 * cosine(line.bag, named)}
        for label, here in zip(LABELS, zones[at], strict=True):
            made |= {f"zone {label}": 2 * here, f"zone {label} {part}": here}
        if at:
            made |= {f"zone before {label}": value for label, value in zip(LABELS, zones[at - 1], strict=True)}
        if at + 1 < len(sentences):
            made |= {f"zone after {label}": value for label, value in zip(LABELS, zones[at + 1], strict=True)}
        found.append((there, made))
    return found
