"""Choosing sentences: the one, and the takeaways. What is chosen is distinct, and stands alone where it can."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from .cues import ACCOUNT, ALSO, Aspect
from .reading import Reading, Sentence
from .roles import Role
from .telling import Telling
from .words import containment

Score = Callable[[Sentence], float]

_PLANS = re.compile(
    r"\b(we (plan|intend|continue|aim|would like)|in (the )?future|future work"
    r"|will (be )?(explore|investigat|extend|stud)\w*)\b",
    re.IGNORECASE,
)
_ABSTRACT_MOST = 2
_CENTRAL = 0.25
"""Likeness to what the paper is about below which a sentence is a detail."""
_DEPENDS = 1.4
"""A burden from which a sentence cannot stand among the takeaways."""
_MOST = 8
_LEAST = 5
_FEW = 3
"""Takeaways below which paragraphs are sampled: then phrases told nothing of this paper."""
_FILLING_FROM = (1.1, 0.6)
"""Where the slots found too little, plain sentences of the paper's own follow; weaker ones only after those."""
_NO_FILLING = frozenset({Role.ABSTRACT, Role.PRIOR, Role.APPENDIX})
_QUICK_MOST = 3


def alike(left: Sentence, right: Sentence) -> bool:
    """Whether two sentences say the same, so that one of them is enough.

    Sentences with different numbers are results of different experiments more often than not, so they must share more.
    """
    if left.quote == right.quote:
        return True
    shared = containment(left.kinds, right.kinds)
    likeness = left.bag.cosine(right.bag)
    if left.stems and left.opening == right.opening:
        return True
    if left.telling & right.telling:
        return shared > 0.4 or likeness > 0.35
    if left.presents and right.presents:
        # «We propose X» in the abstract, the introduction and the conclusion is one statement.
        return shared > 0.33 or likeness > 0.35
    if left.boasts and right.boasts:
        return shared > 0.3
    others = bool(left.numbers ^ right.numbers)
    return shared > (0.75 if others else 0.62) or likeness > (0.7 if others else 0.6)


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

    At most two come from the abstract, which the reader has just read, unless nothing else was read.
    """
    if not [sentence for sentence in reading.sentences if sentence.role is not Role.ABSTRACT]:
        return quick_takeaways(reading, one, telling)
    taken = [one] if one else []
    chosen: list[Sentence] = []
    for wanted, roles, score, least in _slots(reading, telling):
        pool = [sentence for sentence in reading.of_role(*roles) if sentence.burden < _DEPENDS]
        chosen += best(pool, score, wanted, least, [*taken, *chosen])
    room = min(_MOST - len(chosen), _ABSTRACT_MOST)
    chosen += best(
        reading.of_role(Role.ABSTRACT),
        _of_abstract(reading, one, telling),
        room,
        0.9 if len(chosen) >= _LEAST else 0.4,
        [*taken, *chosen],
    )
    for least in _FILLING_FROM:
        if len(chosen) >= _LEAST:
            break
        pool = [sentence for sentence in reading.sentences if sentence.role not in _NO_FILLING and sentence.burden < 0.6]
        chosen += best(pool, _filling(reading), _LEAST - len(chosen), least, [*taken, *chosen])
    if len(chosen) < _FEW:
        chosen += _sampled(reading, [*taken, *chosen])[: _FEW + 1 - len(chosen)]
    return _in_order(chosen)


def _sampled(reading: Reading, taken: Sequence[Sentence]) -> list[Sentence]:
    """The best of each paragraph, the best first: an essay, a letter or a poster says what it found without the phrases."""

    def score(sentence: Sentence) -> float:
        edge = 0.3 if sentence.nth in (0, sentence.of - 1) else 0.0
        own = 0.2 * bool(sentence.telling) - 0.4 * sentence.cites - 1.0 * sentence.text.endswith("?")
        return reading.centrality(sentence) + edge + own + _fullness(sentence) - 0.6 * sentence.burden

    pool = [sentence for sentence in reading.sentences if sentence.role not in _NO_FILLING and sentence.burden < 0.9]
    told = {sentence.block.id for sentence in taken}
    chosen: list[Sentence] = []
    for sentence in best(pool, score, len(pool), 0.0, taken):
        if sentence.block.id not in told:
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


def _filling(reading: Reading) -> Score:
    """What may stand where the slots found too little: own, central, and said plainly."""

    def score(sentence: Sentence) -> float:
        if reading.centrality(sentence) < 0.5 * _CENTRAL:
            return float("-inf")
        aspects = (Aspect.CONTRIBUTION, Aspect.RESULT, Aspect.METHOD, Aspect.SIGNIFICANCE)
        said = max(sentence.says(aspect) for aspect in aspects) if sentence.english else 0.8
        said = max(
            said, 0.8 * (sentence.role is Role.RESULTS and bool(sentence.telling)), 0.6 * (sentence.role is Role.LIMITATIONS)
        )
        own = 0.3 * reading.is_own(sentence) + 0.3 * (sentence.role is Role.CONCLUSION)
        own -= 0.5 * sentence.cites + 1.0 * bool(_PLANS.search(sentence.text))
        return (
            said
            + own
            + reading.centrality(sentence)
            + _fullness(sentence)
            - 0.9 * sentence.burden
            - 0.4 * sentence.says(Aspect.PRIOR)
        )

    return score


def _slots(reading: Reading, telling: Telling) -> Sequence[tuple[int, tuple[Role, ...], Score, float]]:
    """What a full summary is made of: how many, from which sections, by which score, from which score on."""

    def central(sentence: Sentence) -> float:
        opening = 0.15 if sentence.nth == 0 else 0.0
        caption = 0.4 if sentence.block.kind == "caption" else 0.0
        return 1.5 * reading.centrality(sentence) + opening - caption + _fullness(sentence) - 0.9 * sentence.burden

    def contribution(sentence: Sentence) -> float:
        value = (
            sentence.says(Aspect.CONTRIBUTION) + 0.5 * sentence.says(Aspect.INNOVATION) + 0.3 * sentence.says(Aspect.RESULT)
        )
        value += 0.5 * max(telling.aspect(sentence, "approach"), telling.aspect(sentence, "outcome"))
        value -= 0.5 * telling.aspect(sentence, "challenge")
        return central(sentence) + value - 0.4 * sentence.says(Aspect.PRIOR) - 0.4 * sentence.says(Aspect.BACKGROUND)

    def method(sentence: Sentence) -> float:
        if reading.centrality(sentence) < _CENTRAL:
            return float("-inf")  # a detail
        return (
            central(sentence)
            + sentence.says(Aspect.METHOD)
            + 0.3 * sentence.says(Aspect.CONTRIBUTION)
            - 0.3 * sentence.says(Aspect.PRIOR)
        )

    def result(sentence: Sentence) -> float:
        value = sentence.says(Aspect.RESULT) + 0.6 * sentence.says(Aspect.PERFORMANCE) + 0.3 * bool(sentence.numbers)
        own = 0.3 * reading.is_own(sentence) - 0.5 * sentence.cites
        return central(sentence) + value + own - 0.4 * sentence.says(Aspect.PRIOR) - 0.4 * sentence.says(Aspect.BACKGROUND)

    def lesson(sentence: Sentence) -> float:
        value = (
            sentence.says(Aspect.RESULT)
            + 0.7 * sentence.says(Aspect.SIGNIFICANCE)
            + 0.3 * sentence.says(Aspect.CONTRIBUTION)
        )
        value += 0.5 * telling.aspect(sentence, "outcome")
        value -= 0.5 * sentence.cites + 0.4 * sentence.says(Aspect.BACKGROUND) + 1.5 * bool(_PLANS.search(sentence.text))
        return central(sentence) + value

    def limit(sentence: Sentence) -> float:
        stated = 1.3 if sentence.role is Role.LIMITATIONS else 0.0
        return sentence.says(Aspect.LIMITATION) + stated + 0.5 * central(sentence)

    if not reading.english:
        return (
            (2, (Role.INTRODUCTION,), central, 0.0),
            (1, (Role.METHOD,), central, 0.0),
            (2, (Role.RESULTS, Role.DISCUSSION), central, 0.0),
            (2, (Role.CONCLUSION,), central, 0.0),
        )
    body = (Role.RESULTS, Role.DISCUSSION, Role.SETUP)
    return (
        (1, (Role.LIMITATIONS, Role.DISCUSSION, Role.CONCLUSION, Role.RESULTS), limit, 1.2),
        (3, body, result, 1.5),
        (2, (Role.INTRODUCTION,), contribution, 1.4),
        (1, (Role.METHOD, Role.SETUP), method, 1.3),
        (1, (Role.CONCLUSION, Role.DISCUSSION), lesson, 1.3),
    )


def _in_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    return sorted(sentences, key=lambda sentence: sentence.at)
