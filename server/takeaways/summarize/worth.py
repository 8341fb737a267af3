"""What a sentence is worth as a takeaway: findings and contributions before what is announced, supposed or set up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import ClassVar, NamedTuple

from .cues import ACCOUNT, Aspect
from .naming import names_any
from .reading import Reading, Sentence
from .roles import Role
from .signs import (
    ANNOUNCES,
    CLAUSE,
    COMPARES,
    DATED,
    EXAMPLE,
    FINDS,
    FINITE,
    FIRSTS,
    FOOTNOTE,
    FRAGMENT,
    GAPS,
    GRAPHS,
    LACKS,
    NAKED,
    OFFERS,
    OTHERS,
    PROMISES,
    REFERS,
    RELEASES,
    RESTATES,
    RIVALS,
    SETS,
    STEPS,
    SUPPOSES,
    SYMBOLS,
    TOLD,
    TOOL,
    TOOL_NAMES,
    TRAINING,
    TRUISM,
    USED,
    VAGUE,
    WHERE,
)
from .telling import Telling


class Kind(StrEnum):
    """What a takeaway tells."""

    ABSTRACT = "abstract"
    CONTRIBUTION = "contribution"
    METHOD = "method"
    RESULT = "result"
    LESSON = "lesson"
    LIMIT = "limit"
    THEOREM = "theorem"


KINDS: dict[Role, Kind] = {
    Role.ABSTRACT: Kind.ABSTRACT,
    Role.INTRODUCTION: Kind.CONTRIBUTION,
    Role.METHOD: Kind.METHOD,
    Role.SETUP: Kind.METHOD,
    Role.RESULTS: Kind.RESULT,
    Role.DISCUSSION: Kind.LESSON,
    Role.CONCLUSION: Kind.LESSON,
    Role.LIMITATIONS: Kind.LIMIT,
}


class Worth:
    """What a sentence of an English paper is worth among the takeaways.

    Parameters
    ----------
    reading, telling
        The paper, and what the models say of it.
    """

    def __init__(self, reading: Reading, telling: Telling) -> None:
        self._reading = reading
        self._telling = telling
        self._measures = bool(reading.of_role(Role.RESULTS, Role.SETUP))
        self.of_tool, self._tools = _tool(reading)

    def of(self, sentence: Sentence, kind: Kind) -> float:
        """From far below 0 to about 4; 1 is plain.

        Parameters
        ----------
        sentence : Sentence
            In the form that would be shown.
        kind : Kind
            What it would tell.
        """
        text = sentence.text
        if FOOTNOTE.match(text) or FRAGMENT.search(text) or text.endswith("?") or _verbless(text):
            return float("-inf")
        low = text.lower()
        finds = bool(FINDS.search(text, low))
        knob = not finds and bool(SETS.search(text, low))  # «we increased the length to 300»
        told = not knob and bool(TOLD.search(text)) and not DATED.search(text)
        compares = not knob and bool(COMPARES.search(text, low))
        offers = bool(OFFERS.search(text, low))
        own = offers or self._is_own(sentence)
        offers = offers or (self.of_tool and own and bool(USED.search(text, low)))
        said = _Said(finds=finds, told=told, compares=compares, own=own)
        if self._says_nothing(sentence, kind, said):
            return float("-inf")
        value = 1.2 * min(0.7, self._reading.centrality(sentence)) + _against(sentence, finds=finds or (told and compares))
        value += 0.7 * finds + 0.4 * compares + 0.2 * told + 0.3 * (told and (own or finds))
        value += 0.5 * (told and compares) + 0.2 * own + (0.7 if self.of_tool else 0.3) * (offers and not finds)
        return value + self._of_kind[kind](self, sentence, said)

    def _is_own(self, sentence: Sentence) -> bool:
        """Whether it speaks of the paper's own work, aside from what stands in brackets."""
        bare = replace(sentence, text=_ASIDES.sub("", sentence.text)) if "(" in sentence.text else sentence
        return self._reading.is_own(bare) or names_any(bare.text, self._tools)

    def _says_nothing(self, sentence: Sentence, kind: Kind, said: _Said) -> bool:
        """Whether nothing speaks for a sentence: most of a long paper, of which no more need be asked."""
        if kind is Kind.METHOD:
            uses = said.own and bool(OFFERS.search(sentence.text) or USED.search(sentence.text))
            if self.of_tool:
                return not uses and sentence.says(Aspect.INNOVATION) < 1.0
            return not (said.told or (said.finds and said.compares) or sentence.says(Aspect.INNOVATION) >= 1.0)
        if kind is Kind.RESULT:
            return not (said.told or said.finds or said.compares)
        if kind is Kind.CONTRIBUTION:
            return not (said.own or said.finds)
        return kind is Kind.LESSON and not (said.own or said.finds or said.compares or said.told)

    def _result(self, sentence: Sentence, said: _Said) -> float:
        value = 0.5 * (said.finds or said.compares) + 0.2 * (sentence.nth == 0) - 0.5 * (not said.own)
        value -= 0.9 * (self._reading.centrality(sentence) < DETAIL)
        value -= 0.8 * (sentence.boasts and not WHERE.search(sentence.text))
        return value - 0.9 * (not (said.own or said.told or said.finds or RIVALS.search(sentence.text)))

    def _limit(self, sentence: Sentence, said: _Said) -> float:
        stated = sentence.says(Aspect.LIMITATION)
        itself = sentence.role is Role.LIMITATIONS
        value = 0.5 * stated + 0.6 * itself - 3.0 * (not itself and not said.own)
        return value + (1.0 if stated or LACKS.search(sentence.text) else -1.0)

    def _method(self, sentence: Sentence, said: _Said) -> float:
        value = 0.5 * min(1.4, sentence.says(Aspect.CONTRIBUTION)) + 0.3 * sentence.says(Aspect.INNOVATION)
        value -= 0.3 if said.finds and (said.told or said.compares) else 0.9
        return value + 0.6 * self._reading.defines(sentence) - 0.6 * (not said.own)

    def _lesson(self, sentence: Sentence, said: _Said) -> float:
        restates = bool(RESTATES.match(sentence.text)) and not said.told and not said.finds
        value = 0.0 if restates else 0.3 * min(1.4, sentence.says(Aspect.CONTRIBUTION))
        value += 0.5 * self._telling.aspect(sentence, "outcome") + 0.8 * (sentence.role is Role.CONCLUSION)
        value -= restates * (0.5 + 0.5 * (sentence.nth == 0)) + 0.5 * (sentence.boasts and not said.told)
        value -= 0.5 * (not said.finds and not said.compares and not said.own)
        value -= 0.5 * sentence.says(Aspect.BACKGROUND) * (not said.finds) + 0.7 * (
            not said.own and bool(TRUISM.search(sentence.text))
        )
        return value + 0.2 * sentence.says(Aspect.LIMITATION)

    def _contribution(self, sentence: Sentence, said: _Said) -> float:
        value = self._offers(sentence) - 0.3 * (sentence.boasts and not said.told)
        value -= 0.5 * (not said.finds and not said.told and sentence.says(Aspect.CONTRIBUTION) < 0.8)
        # A paper without measurements may say what it shows without «we».
        value -= (0.5 if said.finds and not self._measures else 1.0) * (not said.own)
        return value - 0.4 * sentence.says(Aspect.BACKGROUND)

    def _abstract(self, sentence: Sentence, said: _Said) -> float:
        value = 0.3 + 0.3 * said.told + self._offers(sentence) + 0.5 * self._telling.zone(sentence, "result")
        value += 0.2 * self._telling.zone(sentence, "method") - 0.5 * (self.of_tool and not said.own and not said.finds)
        return value - self._telling.zone(sentence, "background") - 0.5 * self._telling.zone(sentence, "objective")

    def _offers(self, sentence: Sentence) -> float:
        outcome, approach = self._telling.aspect(sentence, "outcome"), self._telling.aspect(sentence, "approach")
        value = 0.5 * min(1.6, sentence.says(Aspect.CONTRIBUTION)) + 0.4 * sentence.says(Aspect.INNOVATION)
        return value + 0.6 * max(outcome, 0.7 * approach) - 0.4 * self._telling.aspect(sentence, "challenge")

    _of_kind: ClassVar[dict[Kind, Callable[[Worth, Sentence, _Said], float]]] = {
        Kind.ABSTRACT: _abstract,
        Kind.CONTRIBUTION: _contribution,
        Kind.METHOD: _method,
        Kind.RESULT: _result,
        Kind.LESSON: _lesson,
        Kind.LIMIT: _limit,
    }


class _Said(NamedTuple):
    """How a sentence speaks: of what was found, in numbers, by comparison, of the paper's own work."""

    finds: bool
    told: bool
    compares: bool
    own: bool


_ASIDES = re.compile(r"\([^()]*\)")
_NO_NAMES_TEXT = "software new present this proposed statistical r python whole open standard base core"
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def _tool(reading: Reading) -> tuple[bool, frozenset[str]]:
    """Whether the paper is about a tool, and the tool's names: what such a paper found is what the tool offers."""
    title = reading.document.paper.title or ""
    abstract = [sentence.text for sentence in reading.of_role(Role.ABSTRACT)]
    if not TOOL.search(title) and not any(TOOL.search(text) for text in abstract):
        return False, frozenset()
    found = {name for text in (title, *abstract) for match in TOOL_NAMES.finditer(text) for name in match.groups() if name}
    return True, frozenset(name for name in found if name.lower() not in _NO_NAMES)


DETAIL = 0.08
"""Likeness to what the paper is about below which a result is a detail; of the method more is asked."""


def _verbless(text: str) -> bool:
    """Whether what stands before a relative clause is no clause itself: «More examinations via A and B, where we …»."""
    found = CLAUSE.search(text) if ", wh" in text else None
    return found is not None and not FINITE.search(text[: found.start()])


def _against(sentence: Sentence, *, finds: bool) -> float:
    """What speaks against a sentence, 0 or below: others' work, plans, announcements, steps, symbols, details."""
    text = sentence.text
    low = text.lower()
    compares = bool(COMPARES.search(text, low))
    value = -0.5 * sentence.says(Aspect.PRIOR) * (not finds and not compares) - 0.4 * sentence.cites - 0.7 * sentence.burden
    value -= 0.1 * max(0, 12 - len(sentence.stems)) + 0.02 * max(0, len(text.split()) - 40)
    tells = bool(TOLD.search(text))
    value -= (0.3 if finds else 0.8 if tells else 1.0) * bool(ANNOUNCES.search(text, low)) + 0.6 * bool(
        SUPPOSES.search(text, low)
    )
    value -= 2.0 * (bool(VAGUE.search(text, low)) and not tells) + 1.2 * bool(OTHERS.match(text))
    value -= (1.2 if tells else 2.4) * bool(ACCOUNT.search(text, low)) * (not finds)
    value -= (
        0.8 * bool(TRAINING.search(text, low)) + 0.7 * bool(DATED.search(text, low)) + 0.4 * bool(EXAMPLE.search(text, low))
    )
    if RELEASES.search(text, low):
        value += 0.7
    else:
        value -= 1.4 * bool(PROMISES.search(text, low)) + (0.2 if finds else 0.7) * bool(STEPS.match(text))
    value += 1.0 * bool(FIRSTS.search(text, low)) - (0.7 if finds else 1.0) * bool(GAPS.search(text, low))
    value -= min(1.0, 2.0 * max(0.0, len(SYMBOLS.findall(text)) / max(1, len(text.split())) - 0.08))
    value -= (0.0 if finds else 0.5) * bool(SETS.search(text, low)) + 1.0 * bool(GRAPHS.search(text, low))
    value -= 0.4 * bool(REFERS.search(text)) + 0.2 * bool(NAKED.match(text))
    return value - 0.4 * (sentence.block.kind == "caption") - 0.3 * sentence.maths
