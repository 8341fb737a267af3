"""Choosing sentences: the one, and the takeaways. What is chosen is distinct, and stands alone where it can."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from .cues import ACCOUNT, ALSO, Aspect
from .likeness import alike, repeats
from .reading import Reading, Sentence
from .roles import Role
from .signs import ANNOUNCES, ARGUES, DEFINES, SYMBOLS
from .standing import leans, standing
from .telling import Telling
from .theorems import theorems
from .words import stems
from .worth import DETAIL, KINDS, Kind, Worth

Score = Callable[[Sentence], float]

_DEPENDS = 1.2
"""A burden from which a sentence cannot stand among the takeaways."""
_GOOD, _PLAIN, _LOWEST, _POOR = 1.2, 0.6, 0.25, -0.3
"""What a sentence must be worth; what one of the method must; what will do until there are `_LEAST`."""
_QUOTAS = {
    Kind.ABSTRACT: 2,
    Kind.CONTRIBUTION: 3,
    Kind.METHOD: 1,
    Kind.RESULT: 4,
    Kind.LESSON: 3,
    Kind.LIMIT: 1,
    Kind.THEOREM: 3,
}
_PLACES = (
    (2, (Role.INTRODUCTION,)),
    (1, (Role.METHOD,)),
    (2, (Role.RESULTS, Role.DISCUSSION)),
    (2, (Role.CONCLUSION,)),
)
_PROVED = 1.4
"""What a theorem stated in the introduction is worth."""
_FIRST = re.compile(r"to (the best of )?our knowledge,? this (paper |work )?(is|was|presents) the first\b", re.IGNORECASE)
_RESULTING = re.compile(r"(?:The|Our) resulting ((?:[\w-]+ ){1,3})")
_MOST = 8
_LEAST = 5
_FEW = 3
"""Takeaways below which paragraphs are sampled: then phrases told nothing of this paper."""
_CLOSES = re.compile(
    r"(in (conclusion|summary|short)|to (conclude|sum up|summari[sz]e)|overall|we conclude)\b", re.IGNORECASE
)
_NOT_SAMPLED = frozenset({Role.ABSTRACT, Role.PRIOR, Role.APPENDIX})
_QUICK_MOST = 3
_ESSAY = 0.75
"""What a sampled sentence must be worth, once there are two takeaways."""


def distinct(sentences: Iterable[Sentence], taken: Iterable[Sentence] = (), most: int | None = None) -> list[Sentence]:
    """`sentences` in their order, up to `most`, without those that repeat one before them or one of `taken`."""
    known = list(taken)
    kept: list[Sentence] = []
    for sentence in sentences:
        if most is not None and len(kept) >= most:
            break
        if not any(alike(sentence, other) for other in known):
            known.append(sentence)
            kept.append(sentence)
    return kept


def best(
    sentences: Iterable[Sentence], score: Score, most: int, least: float, taken: Iterable[Sentence] = ()
) -> list[Sentence]:
    """Up to `most` distinct sentences of at least the score `least`, the best first."""
    if most < 1:
        return []
    scored = [(value, sentence) for sentence in sentences if (value := score(sentence)) >= least]
    scored.sort(key=lambda pair: (-pair[0], pair[1].at))
    return distinct((sentence for _, sentence in scored), taken, most)


def _fullness(sentence: Sentence) -> float:
    """Against sentences that say little: 0 from twelve content words on, a tenth less for each that is missing."""
    return 0.1 * (min(12, len(sentence.stems)) - 12) if sentence.english else 0.0


def one_sentence(reading: Reading, telling: Telling) -> tuple[Sentence | None, str]:
    """The sentence that says best what the paper does, and the form of it that is shown.

    Of an English abstract the ranker chooses both; else it is a whole sentence, chosen by rule.
    """
    found = telling.best_form() or _by_rule(reading)
    return found or (None, "")


def _by_rule(reading: Reading) -> tuple[Sentence, str] | None:
    pool = reading.of_role(Role.ABSTRACT) or reading.of_role(Role.INTRODUCTION, Role.CONCLUSION) or reading.sentences
    last = max((sentence.at for sentence in pool), default=0)

    def score(sentence: Sentence) -> float:
        value = 1.1 * sentence.says(Aspect.CONTRIBUTION) + 1.2 * reading.centrality(sentence)
        value += (
            reading.defines(sentence)
            + 0.5 * reading.is_own(sentence)
            + 0.15 * sentence.says(Aspect.INNOVATION)
            + 0.1 * sentence.says(Aspect.RESULT)
        )
        value -= 0.2 * sentence.says(Aspect.PRIOR) + 0.25 * sentence.says(Aspect.BACKGROUND)
        # «We also provide …» is the second thing a paper does; what it does first stands before it.
        value -= 0.6 * bool(ACCOUNT.search(sentence.text))
        value -= 0.5 * bool(ALSO.search(sentence.text)) + 0.25 * (sentence.at - pool[0].at) / max(1, last - pool[0].at)
        value -= 1.0 * sentence.text.endswith("?")  # what a poster asks, it answers
        return value + _fullness(sentence) - 0.25 * sentence.burden

    found = best(pool, score, 1, float("-inf"))
    return (found[0], found[0].text) if found else None


def quick_takeaways(reading: Reading, one: Sentence | None, telling: Telling) -> list[Sentence]:
    """Up to three sentences of the abstract, in its order, that say more than the one sentence."""
    pool = reading.of_role(Role.ABSTRACT) or reading.sentences[:12]
    taken = [one] if one else []
    return _in_order(best(pool, _of_abstract(reading, one, telling), _QUICK_MOST, 0.1 if reading.english else -1.0, taken))


def takeaways(reading: Reading, one: Sentence | None, telling: Telling) -> list[Sentence]:
    """Five to eight sentences where the paper has them: contributions, method, results, limits, in its own order.

    At most two come from the abstract, which the reader has just read, unless nothing else was read. Each is in the form
    in which it stands alone.
    """
    if not [sentence for sentence in reading.sentences if sentence.role is not Role.ABSTRACT]:
        return quick_takeaways(reading, one, telling)
    if not reading.english:
        return _by_place(reading, one)
    taken = [one] if one else []
    chosen: list[Sentence] = []
    left = dict(_QUOTAS)
    candidates = _candidates(reading, telling, one)
    for same, good, enough in ((repeats, _LOWEST, _LEAST), (repeats, _POOR, _FEW)):
        # Two are too few for a paper.
        for value, sentence, kind in candidates:
            if good == _POOR and kind in (Kind.METHOD, Kind.RESULT, Kind.LIMIT):
                continue
            least = _GOOD if len(chosen) >= enough else _PLAIN if kind is Kind.METHOD else good
            if (
                len(chosen) < _MOST
                and value >= least
                and left[kind]
                and not any(same(sentence, x) for x in (*taken, *chosen))
            ):
                left[kind] -= 1
                chosen.append(sentence)
        if len(chosen) >= _LEAST:
            break
    if len(chosen) < _FEW - 1:
        chosen += _sampled(reading, [*taken, *chosen])[: _FEW + 1 - len(chosen)]
    return _in_order(chosen)


def _candidates(reading: Reading, telling: Telling, one: Sentence | None) -> list[tuple[float, Sentence, Kind]]:
    """What may be a takeaway, the worthiest first."""
    found = []
    worth = Worth(reading, telling)
    known = frozenset([*stems(reading.document.paper.title or ""), *(one.stems if one else ())])
    for sentence in reading.sentences:
        kind = KINDS.get(sentence.role)
        if kind is None or (one and sentence.at == one.at):
            continue
        if kind is Kind.METHOD and reading.centrality(sentence) < (1 if worth.of_tool else 2.5) * DETAIL:
            continue
        text = standing(sentence.text)
        shown = sentence if text == sentence.text else replace(sentence, text=text)
        if kind in (Kind.RESULT, Kind.LESSON) and shown.says(Aspect.LIMITATION) >= 1.2:
            kind = Kind.LIMIT
        value = worth.of(shown, kind)
        if (what := _RESULTING.match(text)) and known.intersection(stems(what[1])):
            value += 0.6  # of what is known to result from the paper's work
        if value >= _POOR and ((shown.burden < _DEPENDS and not leans(text, known)) or _FIRST.match(text)):
            found.append((value, shown, kind))
    # What a paper of mathematics found are its theorems.
    proved = [(_PROVED, each, Kind.THEOREM) for each in theorems(reading) if not leans(each.text, known)]
    stated = {sentence.block.id for _, sentence, _ in proved}
    found = [each for each in found if each[1].block.id not in stated] + proved
    elsewhere = [each for each in found if each[2] is not Kind.ABSTRACT and each[0] >= _GOOD]

    def first(each: tuple[float, Sentence, Kind]) -> bool:
        """What the authors put first is not crowded out, unless the paper says it as well further on."""
        value, sentence, kind = each
        told = any(other >= value - 0.3 and alike(again, sentence) for other, again, _ in elsewhere)
        return kind is Kind.ABSTRACT and value >= _GOOD and not told

    return sorted(found, key=lambda each: (not first(each), -each[0], each[1].at))


def _by_place(reading: Reading, one: Sentence | None) -> list[Sentence]:
    """Of a paper whose phrases are not known: the most central sentences of each part."""

    def central(sentence: Sentence) -> float:
        opening = 0.15 if sentence.nth == 0 else 0.0
        return 1.5 * reading.centrality(sentence) + opening - (0.4 if sentence.block.kind == "caption" else 0.0)

    taken = [one] if one else []
    chosen: list[Sentence] = []
    for wanted, roles in _PLACES:
        chosen += best(reading.of_role(*roles), central, wanted, 0.0, [*taken, *chosen])
    room = min(_MOST - len(chosen), _QUOTAS[Kind.ABSTRACT])
    chosen += best(reading.of_role(Role.ABSTRACT), central, room, 0.9 if len(chosen) >= _LEAST else 0.4, [*taken, *chosen])
    return _in_order(chosen)


def _sampled(reading: Reading, taken: Sequence[Sentence]) -> list[Sentence]:
    """The best of each paragraph, the best first: an essay, a letter or a poster says what it found without the phrases."""

    def score(sentence: Sentence) -> float:
        edge = 0.3 if sentence.nth in (0, sentence.of - 1) else 0.0
        own = 0.2 * bool(sentence.telling) - 0.4 * sentence.cites
        own -= 4.0 * len(SYMBOLS.findall(sentence.text)) / len(sentence.text.split()) + 0.5 * sentence.maths
        own += 0.3 * reading.is_own(sentence)
        own += 0.5 * bool(_CLOSES.match(sentence.text)) + 0.5 * bool(ARGUES.search(sentence.text))
        own -= 0.4 * sentence.says(Aspect.BACKGROUND) + 0.5 * bool(DEFINES.search(sentence.text))
        own += 0.3 * (sentence.role is Role.CONCLUSION) - 0.6 * bool(ANNOUNCES.search(sentence.text))
        return reading.centrality(sentence) + edge + own + _fullness(sentence) - 0.6 * sentence.burden

    pool = [
        sentence
        for sentence in reading.sentences
        if sentence.role not in _NOT_SAMPLED and sentence.burden < 0.9 and not sentence.text.endswith("?")
    ]
    told = {sentence.block.id for sentence in taken}
    chosen: list[Sentence] = []
    for sentence in best(pool, score, len(pool), 0.0, taken):
        if sentence.block.id not in told and (len(taken) + len(chosen) < _FEW or score(sentence) >= _ESSAY):
            told.add(sentence.block.id)
            chosen.append(sentence)
    return chosen


def _of_abstract(reading: Reading, one: Sentence | None, telling: Telling) -> Score:
    start = one.at if one else 0

    def score(sentence: Sentence) -> float:
        value = reading.centrality(sentence) + 0.8 * sentence.says(Aspect.RESULT) + 0.4 * sentence.says(Aspect.PERFORMANCE)
        value += 0.5 * sentence.says(Aspect.CONTRIBUTION) + 0.4 * sentence.says(Aspect.METHOD) + 0.2 * bool(sentence.numbers)
        value += (
            0.3 * sentence.says(Aspect.SIGNIFICANCE)
            - 0.4 * sentence.says(Aspect.BACKGROUND)
            - 0.3 * sentence.says(Aspect.PRIOR)
        )
        value += 0.8 * telling.aspect(sentence, "outcome") + 0.4 * telling.aspect(sentence, "approach")
        value += 0.5 * telling.zone(sentence, "result") - 0.5 * telling.zone(sentence, "background")
        # What an abstract says before it says what the paper does is background.
        value -= 1.2 if sentence.at < start and not reading.is_own(sentence) else 0.0
        return value + _fullness(sentence) - 0.6 * sentence.burden

    return score


def _in_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda sentence: sentence.at)
