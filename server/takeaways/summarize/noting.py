"""The note: which sentences of a paper say its background, method, results, limits. What none says stays empty."""

from __future__ import annotations

from collections.abc import Iterable

from .choosing import Score, best
from .cues import Aspect
from .faults import LIMIT
from .limits import Limits
from .reading import Reading, Sentence
from .roles import Role
from .telling import Telling

PARTS = (
    "background",
    "prior_work",
    "method",
    "results",
    "steps",
    "significance",
    "innovation",
    "performance",
    "workload",
    "limitations",
)
"""The parts in the order of `Note`."""

_STEPS_MOST = 8
_BODY = (Role.METHOD, Role.SETUP, Role.RESULTS, Role.DISCUSSION)
_EARLY = ("background", "prior_work")
_OWN_CLAIMS = (Role.ABSTRACT, Role.INTRODUCTION, Role.RESULTS, Role.DISCUSSION, Role.CONCLUSION)


def note(reading: Reading, one: Sentence | None, telling: Telling) -> dict[str, list[Sentence]]:
    """The sentences of every part, in the paper's order; each stands in one part only.

    Parts are filled from the most particular (limitations, which must be stated) to the most general (results,
    background), so that a sentence goes where it says most.
    """
    if not reading.english:
        return _by_role(reading)
    parts: dict[str, list[Sentence]] = {}
    used: list[Sentence] = [one] if one else []

    def fill(part: str, roles: tuple[Role, ...], score: Score, most: int, least: float) -> None:
        pool = reading.of_role(*roles)
        # «Not stated» would be untrue where a sentence that says it only stands elsewhere in the note.
        # A method may be told by a sentence much like the one sentence; any other part would say it twice.
        known = [sentence for sentence in used if sentence is not one] if part == "method" else used
        # What an abstract says before it says what the paper does is background, however it is put.
        start = one.at if one is not None and part not in _EARLY else 0
        pool = [other for other in pool if other is not one and not (other.role is Role.ABSTRACT and other.at < start)]
        found = best(pool, score, most, least, known) or best(pool, score, 1, least, used[:1] if one else [])
        used.extend(found)
        parts[part] = sorted(found, key=lambda sentence: sentence.at)

    def likely(aspect: Aspect, *against: Aspect, centre: float = 1.0, own: bool = False) -> Score:
        def score(sentence: Sentence) -> float:
            said = sentence.says(aspect)
            if not said or (own and not reading.is_own(sentence) and sentence.role is not Role.CONCLUSION):
                return float("-inf")
            contrary = sum(sentence.says(other) for other in against)
            return said + centre * reading.centrality(sentence) - 0.6 * sentence.burden - 0.4 * contrary

        return score

    ends = (Role.CONCLUSION, Role.DISCUSSION, Role.ABSTRACT, Role.INTRODUCTION)
    found = (Role.RESULTS, Role.DISCUSSION, Role.CONCLUSION, Role.ABSTRACT)
    fill("limitations", tuple(role for role in Role if role not in (Role.PRIOR, Role.BACK)), _limits(reading), 4, 0.4)
    fill("prior_work", (Role.INTRODUCTION, Role.PRIOR, Role.ABSTRACT), _prior(reading, telling), 3, 1.0)
    fill("innovation", _OWN_CLAIMS, likely(Aspect.INNOVATION, Aspect.PRIOR, Aspect.BACKGROUND, own=True), 2, 1.1)
    fill("results", found, _outcome(reading, telling), 4, 1.0)
    fill("workload", (*_BODY, Role.ABSTRACT, Role.INTRODUCTION), likely(Aspect.WORKLOAD, Aspect.PRIOR, centre=0.6), 3, 0.9)
    fill("performance", _OWN_CLAIMS, likely(Aspect.PERFORMANCE, Aspect.PRIOR, Aspect.BACKGROUND), 3, 1.1)
    fill("significance", ends, _weight(reading), 2, 1.0)
    fill("method", (Role.METHOD, Role.ABSTRACT, Role.INTRODUCTION, Role.SETUP), _way(reading, telling), 3, 1.2)
    parts["steps"] = steps(reading, used)
    used.extend(parts["steps"])
    early = (Role.INTRODUCTION, Role.ABSTRACT) if reading.of_role(Role.INTRODUCTION) else (Role.PRIOR, Role.ABSTRACT)
    fill("background", early, _ground(reading, one, telling), 2, 0.5)
    return parts


def steps(reading: Reading, used: Iterable[Sentence]) -> list[Sentence]:
    """What was done, in order: sentences of the method that announce a step, at least two of them, else none."""

    def score(sentence: Sentence) -> float:
        said = sentence.says(Aspect.STEP)
        # «Then the invariant is …» follows from something; it does nothing.
        if not said or not sentence.says(Aspect.METHOD) or sentence.maths > 2:
            return float("-inf")
        # «Then …» may open a step; it dangles only where its neighbours are not shown.
        return (
            said
            + 0.8 * reading.centrality(sentence)
            + 0.2 * (sentence.nth == 0)
            - 0.4 * sentence.burden
            - sentence.says(Aspect.PRIOR)
        )

    found = best(reading.of_role(Role.METHOD, Role.SETUP), score, _STEPS_MOST, 0.7, used)
    return sorted(found, key=lambda sentence: sentence.at) if len(found) > 1 else []


def _limits(reading: Reading) -> Score:
    limits = Limits(reading)

    def score(sentence: Sentence) -> float:
        stated = limits.strength(sentence)
        if stated < LIMIT:
            return float("-inf")
        return stated + 0.3 * reading.centrality(sentence) - 0.5 * sentence.burden

    return score


def _outcome(reading: Reading, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        # In a section of results a number is one, however it is put.
        measured = 0.9 if sentence.role is Role.RESULTS and sentence.telling and not sentence.cites else 0.0
        said = max(sentence.says(Aspect.RESULT), measured)
        if not said:
            return float("-inf")
        modelled = 0.6 * telling.aspect(sentence, "outcome") + 0.3 * telling.zone(sentence, "result")
        modelled -= 0.6 * telling.zone(sentence, "background")
        return said + modelled + reading.centrality(sentence) - 0.6 * sentence.burden - 0.4 * sentence.says(Aspect.PRIOR)

    return score


def _prior(reading: Reading, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        if sentence.says(Aspect.CONTRIBUTION) > 0.8:
            return float("-inf")
        within = 0.4 * (sentence.role is Role.PRIOR) * (1 + sentence.cites)
        if reading.is_own(sentence) and not within:
            return float("-inf")
        own = 0.8 if reading.is_own(sentence) else 0.0
        within += 0.7 * telling.aspect(sentence, "challenge")
        return sentence.says(Aspect.PRIOR) - own + within + 0.6 * reading.centrality(sentence) - 0.5 * sentence.burden

    return score


def _weight(reading: Reading) -> Score:
    def score(sentence: Sentence) -> float:
        said = sentence.says(Aspect.SIGNIFICANCE)
        within = 0.4 if sentence.role is Role.CONCLUSION else 0.0
        if not said:
            return float("-inf")
        return said + within + 0.6 * reading.centrality(sentence) - 0.6 * sentence.burden - 0.3 * sentence.says(Aspect.PRIOR)

    return score


def _way(reading: Reading, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        said = sentence.says(Aspect.METHOD) + 0.4 * sentence.says(Aspect.CONTRIBUTION)
        if not said:
            return float("-inf")
        if sentence.role is not Role.METHOD and not reading.is_own(sentence):
            return float("-inf")
        within = 0.3 * (sentence.role is Role.METHOD) + 0.2 * (sentence.nth == 0)
        within += 0.5 * telling.aspect(sentence, "approach") + 0.3 * telling.zone(sentence, "method")
        within -= 0.6 * telling.zone(sentence, "background")
        return said + within + reading.centrality(sentence) - 0.9 * sentence.burden - 0.5 * sentence.says(Aspect.PRIOR)

    return score


def _ground(reading: Reading, one: Sentence | None, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        if sentence.says(Aspect.CONTRIBUTION) > 0.7:
            return float("-inf")
        if sentence.role is Role.ABSTRACT and one is not None and sentence.at > one.at:
            return float("-inf")
        opens = sentence.at < 2 or reading.opens(sentence)
        if not opens and not sentence.says(Aspect.BACKGROUND):
            return float("-inf")
        value = (
            sentence.says(Aspect.BACKGROUND)
            + 0.6 * opens
            - 0.8 * reading.is_own(sentence)
            + 0.5 * reading.centrality(sentence)
        )
        value += 0.5 * telling.zone(sentence, "background") - 0.4 * telling.zone(sentence, "result")
        value += 0.2 * telling.aspect(sentence, "challenge")
        return value - 0.6 * sentence.burden - 0.2 * sentence.says(Aspect.METHOD) - 0.4 * sentence.says(Aspect.RESULT)

    return score


def _by_role(reading: Reading) -> dict[str, list[Sentence]]:
    """For languages whose phrases are not known: the most central sentences of the sections that name their part."""
    wanted = {
        "background": (Role.INTRODUCTION, 2),
        "prior_work": (Role.PRIOR, 2),
        "method": (Role.METHOD, 2),
        "results": (Role.RESULTS, 3),
        "significance": (Role.CONCLUSION, 2),
        "limitations": (Role.LIMITATIONS, 3),
    }
    return {
        part: sorted(best(reading.of_role(role), reading.centrality, most, 0.05), key=lambda sentence: sentence.at)
        for part, (role, most) in wanted.items()
    }
