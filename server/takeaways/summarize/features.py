"""What the models see of a sentence: its words, its place, and how like it is to the words around it.

Training (bench/train_embedded) and reading use these same functions, so a weight always meets the feature it was made for.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
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


def words_of(text: str, most: int, lead: int) -> list[str]:
    """The n-grams of `text` up to `most` words, and those it begins with up to `lead` words (`^we present`)."""
    words = tokens(text)
    found = set(words)
    for size in range(2, most + 1):
        found.update(" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
    found.update("^" + " ".join(words[:size]) for size in range(1, min(lead, len(words)) + 1))
    return sorted(found)


def place(at: int, of: int) -> list[str]:
    """Where a sentence stands among `of`: from the start, from the end, and in which fifth."""
    return [f"@{min(at, 6)}", f"@-{min(of - 1 - at, 6)}", f"@{5 * at // max(1, of)}/5", *(["@only"] if of == 1 else [])]


def length(count: int) -> str:
    """The bucket of a length in words."""
    return f"#{min(count // 5, 9)}"


def zone_features(sentences: Sequence[str]) -> list[list[str]]:
    """The features by which the zones of an abstract's sentences are told, a list a sentence."""
    made: list[list[str]] = []
    leads: list[str] = []
    for at, text in enumerate(sentences):
        words = tokens(text)
        leads.append(" ".join(words[:2]))
        made.append(
            [
                *words_of(text, 2, 4),
                *sorted({f"<{word}" for word in words[:5]}),
                *place(at, len(sentences)),
                length(len(words)),
            ]
        )
    for at, found in enumerate(made):
        found.append(f"before {leads[at - 1]}" if at else "before")
        found.append(f"after {leads[at + 1]}" if at + 1 < len(made) else "after")
    return made


def content(text: str) -> list[str]:
    """The content words of `text` as stems."""
    return [stem(word) for word in tokens(text) if word[0].isalpha() and word not in STOP_WORDS and len(word) > 1]


def rank_features(
    sentences: Sequence[str], title: str | None, zones: Sequence[Sequence[float]]
) -> list[tuple[int, str, list[str], list[float]]]:
    """Every form of every sentence of an abstract, with what the ranker sees of it.

    Parameters
    ----------
    sentences : sequence of str
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
    for at, sentence in enumerate(sentences):
        around = [*zones[at], *(zones[at - 1] if at else _NOWHERE), *(zones[at + 1] if at + 1 < len(zones) else _NOWHERE)]
        around.append(sum(zone[_OBJECTIVE] for zone in zones[:at]))
        for form in forms(sentence):
            names = [*words_of(form.text, 3, 4), *place(at, len(sentences)), *marks(form.text)]
            names += [f"!{taken}" for taken in form.taken]
            found.append((at, form.text, names, [*seen.measures(at, form.text), *around]))
    return found


def marks(text: str) -> list[str]:
    """What stands out in a sentence: how long it is, and that it points back, links, counts, asks or gives an address."""
    words = tokens(text)
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

    def __init__(self, sentences: Sequence[str], title: str) -> None:
        self._of = len(sentences)
        self._lengths = [len(sentence.split()) for sentence in sentences]
        self._bags = [Counter(content(sentence)) for sentence in sentences]
        self._whole = sum(self._bags, Counter[str]())
        self._spread = Counter(word for bag in self._bags for word in bag)
        self._title = Counter(content(title))
        self._title_pairs = set(_pairs(title))

    def measures(self, at: int, text: str) -> list[float]:
        bag, words = Counter(content(text)), tokens(text)
        count, kinds = len(words) / 20, len(bag) or 1
        shared = sum(word in self._title for word in bag)
        precision, recall = shared / kinds, shared / (len(self._title) or 1)
        return [
            cosine(bag, self._whole),
            cosine(bag, self._bags[at - 1]) if at else 0.0,
            cosine(bag, self._bags[at + 1]) if at + 1 < self._of else 0.0,
            precision,
            recall,
            2 * precision * recall / (precision + recall) if shared else 0.0,
            len(self._title_pairs & set(_pairs(text))) / (len(self._title_pairs) or 1),
            sum(self._whole[word] for word in bag) / kinds,
            sum(self._spread[word] > 1 for word in bag) / kinds,
            sum(self._spread[word] for word in bag if self._spread[word] > 1) / (len(self._spread) or 1),
            count,
            count * count,
            math.log1p(len(words)),
            len(text.split()) / max(1, self._lengths[at]),
            at / max(1, self._of - 1),
            self._of / 10,
            len(bag) / 10,
            sum(letter.isupper() for letter in text) / max(1, len(text)),
            sum(map(len, words)) / max(1, len(words)) / 5,
        ]


def cosine(left: Counter[str], right: Counter[str]) -> float:
    """Likeness of two bags from 0 to 1."""
    norm = math.sqrt(sum(n * n for n in left.values()) * sum(n * n for n in right.values()))
    return sum(n * right[word] for word, n in left.items()) / norm if norm else 0.0


def _pairs(text: str) -> list[tuple[str, str]]:
    stems = [stem(word) for word in tokens(text)]
    return list(pairwise(stems))


def aspect_features(
    sentences: Sequence[str], part: str, abstract: Sequence[str], title: str | None, zones: Sequence[Sequence[float]]
) -> list[Features]:
    """What the aspect models see of each sentence of one part of a paper.

    Parameters
    ----------
    sentences : sequence of str
        That part, whole and in order.
    part : str
        `abstract`, `introduction` or `conclusion`.
    abstract : sequence of str
        The abstract.
    title : str or None
        The paper's title.
    zones : sequence of sequence of float
        Each sentence's probabilities of `LABELS`, from 0 to 1.
    """
    whole = Counter(word for sentence in abstract for word in content(sentence))
    named = Counter(content(title or ""))
    found: list[Features] = []
    for at, text in enumerate(sentences):
        bag = Counter(content(text))
        made: Features = dict.fromkeys([*words_of(text, 2, 4), *marks(text), f"in {part}"], 1.0)
        made |= {f"{part}{name}": 1.0 for name in place(at, len(sentences))}
        made |= {"~abstract": 2 * cosine(bag, whole), "~title": 2 * cosine(bag, named)}
        for label, here in zip(LABELS, zones[at], strict=True):
            made |= {f"zone {label}": 2 * here, f"zone {label} {part}": here}
        if at:
            made |= {f"zone before {label}": value for label, value in zip(LABELS, zones[at - 1], strict=True)}
        if at + 1 < len(sentences):
            made |= {f"zone after {label}": value for label, value in zip(LABELS, zones[at + 1], strict=True)}
        found.append(made)
    return found
