"""A Document read as sentences, each with what is known of it before anything is chosen."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from takeaways.model import Block, Document, Section

from .cleaning import claim_text, shave
from .cues import Aspect, strength
from .directions import roots
from .fitness import burden, is_broken
from .language import is_english, paper_language
from .naming import names_any, own_names
from .patterns import Phrase
from .roles import Role, roles
from .sentences import maths, sentences
from .words import Bag, stems

_READ = frozenset({"paragraph", "list", "caption"})
"""Blocks that hold sentences of the argument; footnotes, equations and the cells of tables do not."""


_LONGEST = 1500
"""Characters of a sentence beyond which it is none, and patterns might take long on what a stranger wrote."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_CITES = Phrase(r"\[[\d,;– -]+\]|\bet al\b|\((?:19|20)\d\d[a-z]?\)|[a-z.]+,? (?:19|20)\d\d[a-z]?[;)]", ignore_case=False)
_OWN = re.compile(
    r"\b(we|our|ours|us|(this|the present|the current) (paper|work|article|study|thesis|report|survey|letter|review|essay)"
    r"|the (proposed|presented) \w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sentence:
    """One whole sentence of a paper.

    `at` counts the sentences of the document from 0; `nth` those of its block, which has `of`.
    """

    section: int
    block: Block
    role: Role
    at: int
    nth: int
    of: int
    quote: str
    text: str
    english: bool
    known: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)
    """The stems of the paper's words so far; see `words.stems`."""

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Its content words as stems, in order."""
        return tuple(stems(self.text, self.known))

    @cached_property
    def bag(self) -> Bag:
        """Its stems, for likeness to other sentences."""
        return Bag(self.stems)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The distinct stems but numbers."""
        return frozenset(word for word in self.stems if not word[0].isdigit())

    @cached_property
    def roots(self) -> frozenset[str]:
        """What two tellings of one finding share; see `directions.roots`."""
        return roots(self.stems)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers among the stems."""
        return frozenset(word for word in self.stems if word[0].isdigit())

    @cached_property
    def opening(self) -> str:
        """Its first seven words: two results that begin alike are told once."""
        return " ".join(self.text.lower().split()[:7])

    @cached_property
    def presents(self) -> bool:
        """Whether it presents what the paper offers."""
        return self.says(Aspect.CONTRIBUTION) >= 1.2

    @cached_property
    def telling(self) -> frozenset[str]:
        """Its numbers that tell results apart: neither years nor single digits."""
        return frozenset(number for number in self.numbers if len(number) > 2 and not _YEAR.fullmatch(number))

    @cached_property
    def boasts(self) -> bool:
        """Whether it says that something is better, and not by how much."""
        return self.says(Aspect.PERFORMANCE) >= 1.2 and not self.telling

    @cached_property
    def cites(self) -> bool:
        """Whether it cites others."""
        return bool(_CITES.search(self.quote))

    @cached_property
    def maths(self) -> int:
        """How many stretches of TeX mathematics it holds."""
        return len(maths(self.text))

    @cached_property
    def burden(self) -> float:
        """How much it needs its neighbours; see `fitness.burden`."""
        return burden(self.text) if self.english else 0.0

    def says(self, aspect: Aspect) -> float:
        """How plainly it says that it is about `aspect`."""
        known = self._said
        if aspect not in known:
            # Citation markers are gone from the text, and they say most plainly that a sentence is about others' work.
            known[aspect] = strength(self.quote if aspect is Aspect.PRIOR else self.text, aspect) if self.english else 0.0
        return known[aspect]

    @cached_property
    def _said(self) -> dict[Aspect, float]:
        return {}


class Reading:
    """A Document's sentences in order, and how central each is.

    Parameters
    ----------
    document : Document
        What was extracted.

    Attributes
    ----------
    language : str
        The document's own, else as its words tell; `und` when they do not.
    sentences : list of Sentence
        Whole sentences of prose only.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language = paper_language(document)
        self.english = is_english(self.language)
        self.sentences = self._read()
        self._title = frozenset(stems(document.paper.title or ""))
        self._rarity = self._weights()
        self._centre = self._centroid()
        self._central: dict[int, float] = {}
        self._names = own_names(document.paper.title, [sentence.text for sentence in self.of_role(Role.ABSTRACT)])

    def section(self, sentence: Sentence) -> Section:
        """The section a sentence stands in."""
        return self.document.sections[sentence.section]

    def of_role(self, *wanted: Role) -> list[Sentence]:
        """The sentences of these roles, in order."""
        return [sentence for sentence in self.sentences if sentence.role in wanted]

    def centrality(self, sentence: Sentence) -> float:
        """Likeness to what the paper is about, from 0 to about 1.5: its abstract, its ends, its title."""
        if sentence.at not in self._central:
            likeness = Bag(sentence.stems, self._rarity).cosine(self._centre)
            shared = len(self._title & sentence.kinds) / len(self._title) if self._title else 0.0
            self._central[sentence.at] = likeness + 0.5 * shared
        return self._central[sentence.at]

    def opens(self, sentence: Sentence) -> bool:
        """Whether it is one of the first three sentences of its section."""
        return not any(
            other.section == sentence.section for other in self.sentences[max(0, sentence.at - 3) : sentence.at - 2]
        )

    def defines(self, sentence: Sentence) -> bool:
        """Whether it says what the paper's own thing is: «MapReduce is a programming model …»."""
        return any(re.match(rf"{re.escape(name)},? (is|are) (an?|the)\b", sentence.text) for name in self._names)

    def is_own(self, sentence: Sentence) -> bool:
        """Whether it speaks of the paper's own work: «we», «our», «this paper», or what the paper named."""
        return bool(_OWN.search(sentence.text)) or names_any(sentence.text, self._names)

    def _read(self) -> list[Sentence]:
        found: list[Sentence] = []
        seen: set[str] = set()
        known: dict[str, list[str]] = {}
        for number, (section, parts) in enumerate(zip(self.document.sections, roles(self.document), strict=True)):
            for block, role in zip(section.blocks, parts, strict=True):
                if block.kind not in _READ or role is Role.BACK:
                    continue
                spans = sentences(block.text)
                for nth, (start, end) in enumerate(spans):
                    if end - start > _LONGEST:
                        continue
                    left, right = shave(block.text[start:end])
                    quote = block.text[start + left : start + right]
                    text = claim_text(quote)
                    listed = block.kind == "list" and left + right > 0
                    if text in seen or is_broken(text, listed=listed, english=self.english):
                        continue
                    seen.add(text)
                    made = Sentence(number, block, role, len(found), nth, len(spans), quote, text, self.english, known)
                    found.append(made)
        return found

    def _weights(self) -> dict[str, float]:
        """How telling each stem is: what occurs in every second sentence tells little, what occurs once may be noise."""
        counts = Counter(word for sentence in self.sentences for word in set(sentence.stems))
        total = len(self.sentences) or 1
        return {word: math.log(1 + total / count) * (0.5 if count == 1 else 1.0) for word, count in counts.items()}

    def _centroid(self) -> Bag:
        ends = self.of_role(Role.ABSTRACT) or self.of_role(Role.INTRODUCTION, Role.CONCLUSION) or self.sentences
        words = [word for sentence in ends for word in sentence.stems]
        words += [word for sentence in self.of_role(Role.CONCLUSION) for word in sentence.stems]
        return Bag([*words, *self._title, *self._title], self._rarity)
