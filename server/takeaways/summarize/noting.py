"""The note: which sentences of a paper say its background, method, results, limits. What none says stays empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from . import details
from .choosing import Score, best
from .cues import ACCOUNT, Aspect
from .faults import LIMIT
from .limits import Limits
from .reading import Reading, Sentence
from .roles import Role
from .telling import Telling
from .words import containment

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

_STEPS_MOST = 6
_OWN_CLAIMS = (Role.ABSTRACT, Role.INTRODUCTION, Role.RESULTS, Role.DISCUSSION, Role.CONCLUSION)
_EARLY = ("background", "prior_work")
_LEANING = 1.2
"""A burden from which a sentence does not stand in the note: its neighbours do not stand there either."""
_NEVER = float("-inf")
_NEVER_LEFT_OUT = ("limitations", "results", "method")


def note(
    reading: Reading, one: Sentence | None, telling: Telling, told: Iterable[Sentence] = ()
) -> dict[str, list[Sentence]]:
    """The sentences of every part, in the paper's order; each stands in one part only, and none is among `told`.

    Parts are filled from the most particular (limitations, which must be stated) to the most general (results,
    background), so that a sentence goes where it says most.

    Parameters
    ----------
    reading : Reading
        An English paper.
    one : Sentence or None
        The one sentence.
    telling : Telling
        What the models say of it.
    told : iterable of Sentence
        The takeaways. Of these one is said again only where results, method or limitations would else be empty: that
        nothing was found would be untrue.
    """
    parts: dict[str, list[Sentence]] = {}
    said = list(told)
    used: list[Sentence] = [one] if one else []

    def fill(part: str, roles: tuple[Role, ...], score: Score, most: int, least: float) -> None:
        # A method may be told by a sentence much like the one sentence; any other part would say it twice.
        known = [sentence for sentence in used if sentence is not one] if part == "method" else used
        # What an abstract says before it says what the paper does is background, however it is put.
        start = one.at if one is not None and part not in _EARLY else 0
        pool = reading.of_role(*roles)
        pool = [other for other in pool if other is not one and not (other.role is Role.ABSTRACT and other.at < start)]

        def whole(sentence: Sentence) -> float:
            value = score(sentence)
            if value == _NEVER or sentence.burden >= _LEANING or not details.is_ended(sentence.text):
                return _NEVER
            return value - 0.5 * details.points_back(sentence.text)

        def fresh(sentence: Sentence) -> float:
            value = whole(sentence)
            return _NEVER if value == _NEVER or any(_repeats(sentence, other) for other in said) else value

        found = best(pool, fresh, most, least, known)
        if not found and part in _NEVER_LEFT_OUT:
            found = best(pool, fresh, 1, 0.7 * least, known) or best(said, whole, 1, least, known)
        if not found and part == "limitations":
            found = best(pool, score, 1, least, known)
        used.extend(found)
        parts[part] = sorted(found, key=lambda sentence: sentence.at)

    def likely(aspect: Aspect, *against: Aspect, centre: float = 1.0) -> Score:
        def score(sentence: Sentence) -> float:
            said = sentence.says(aspect)
            if not said or not _is_so(sentence, aspect, reading):
                return _NEVER
            contrary = sum(sentence.says(other) for other in against)
            return said + centre * reading.centrality(sentence) - 0.6 * sentence.burden - 0.4 * contrary

        return score

    ends = (Role.CONCLUSION, Role.DISCUSSION, Role.ABSTRACT, Role.INTRODUCTION)
    found = (Role.RESULTS, Role.DISCUSSION, Role.CONCLUSION, Role.ABSTRACT)
    body = (Role.METHOD, Role.SETUP, Role.RESULTS, Role.DISCUSSION, Role.ABSTRACT, Role.INTRODUCTION)
    anywhere = tuple(role for role in Role if role not in (Role.PRIOR, Role.BACK))
    fill("limitations", anywhere, _limits(reading), 4, 0.4)
    fill("prior_work", (Role.INTRODUCTION, Role.PRIOR, Role.ABSTRACT), _prior(reading, telling), 3, 1.0)
    fill("innovation", _OWN_CLAIMS, likely(Aspect.INNOVATION, Aspect.PRIOR, Aspect.BACKGROUND), 2, 1.1)
    fill("results", found, _outcome(reading, telling), 4, 1.0)
    fill("workload", body, likely(Aspect.WORKLOAD, Aspect.PRIOR, centre=0.6), 3, 0.9)
    fill("performance", _OWN_CLAIMS, likely(Aspect.PERFORMANCE, Aspect.PRIOR, Aspect.BACKGROUND), 3, 1.1)
    fill("significance", ends, _weight(reading), 2, 1.0)
    parts["steps"] = steps(reading, [*used, *said])
    used.extend(parts["steps"])
    fill("method", (Role.METHOD, Role.ABSTRACT, Role.INTRODUCTION, Role.SETUP), _way(reading, telling), 3, 1.2)
    early = (Role.INTRODUCTION, Role.ABSTRACT) if reading.of_role(Role.INTRODUCTION) else (Role.PRIOR, Role.ABSTRACT)
    fill("background", early, _ground(reading, one, telling), 2, 0.5)
    # «Then we group …» is a step, but not the first one.
    parts["steps"] = [_free(sentence, first=at == 0) for at, sentence in enumerate(parts["steps"])]
    return {part: [_free(sentence) for sentence in chosen] for part, chosen in parts.items()}


def _repeats(sentence: Sentence, other: Sentence) -> bool:
    """Whether a sentence says what a takeaway says in nearly the same words."""
    return (
        sentence.quote == other.quote or sentence.opening == other.opening or containment(sentence.kinds, other.kinds) > 0.8
    )


def _free(sentence: Sentence, *, first: bool = False) -> Sentence:
    """The sentence without a word that only ties it to the one before it; the quote stays whole."""
    text = details.untied(sentence.text, first=first)
    return sentence if text == sentence.text else replace(sentence, text=text)


def _is_so(sentence: Sentence, aspect: Aspect, reading: Reading) -> bool:
    """Whether a sentence that uses the phrases of an aspect speaks of it, and of the paper's own work."""
    own = reading.is_own(sentence)
    if aspect is Aspect.INNOVATION:
        return (own or sentence.role is Role.CONCLUSION) and details.is_new(sentence.text)
    if aspect is Aspect.PERFORMANCE:
        return (own or (bool(sentence.telling) and sentence.role in (Role.RESULTS, Role.ABSTRACT))) and (
            sentence.says(Aspect.RESULT) >= 0.5 and not details.is_plan(sentence.text)
        )
    return not details.leans(sentence.text)


def steps(reading: Reading, used: Iterable[Sentence]) -> list[Sentence]:
    """What was done, in order: sentences of the method that announce a step, at least two of them, else none."""

    def score(sentence: Sentence) -> float:
        said = sentence.says(Aspect.STEP)
        # «Then the invariant is …» follows from something; it does nothing.
        if not said or not sentence.says(Aspect.METHOD) or sentence.maths > 2 or sentence.burden >= _LEANING:
            return _NEVER
        if not details.is_step(sentence.text):
            return _NEVER
        # «Then …» may open a step; it dangles only where its neighbours are not shown.
        return (
            said
            + 0.8 * reading.centrality(sentence)
            + 0.2 * (sentence.nth == 0)
            - 0.4 * sentence.burden
            - sentence.says(Aspect.PRIOR)
        )

    for roles in ((Role.METHOD,), (Role.METHOD, Role.SETUP)):
        found = best(reading.of_role(*roles), score, _STEPS_MOST, 0.7, used)
        if len(found) > 1:
            return sorted(found, key=lambda sentence: sentence.at)
    return []


def _limits(reading: Reading) -> Score:
    limits = Limits(reading)

    def score(sentence: Sentence) -> float:
        stated = limits.strength(sentence)
        if stated < LIMIT:
            return _NEVER
        return stated + 0.3 * reading.centrality(sentence) - 0.5 * sentence.burden

    return score


def _outcome(reading: Reading, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        # In a section of results a number is one, however it is put.
        said = sentence.says(Aspect.RESULT)
        if sentence.role is Role.RESULTS and sentence.telling and not sentence.cites:
            said = max(said, 0.9 if said or sentence.says(Aspect.PERFORMANCE) else 0.4)
        if not said or details.is_plan(sentence.text):
            return _NEVER
        # A conclusion also says again what the work is for.
        if sentence.role is Role.CONCLUSION and not reading.is_own(sentence):
            said -= 0.6 * sentence.says(Aspect.BACKGROUND)
        said -= 0.8 * details.is_detail(sentence.text)
        # That results are reported is none.
        said -= 0.8 * (not sentence.telling and bool(ACCOUNT.search(sentence.text)))
        modelled = 0.6 * telling.aspect(sentence, "outcome") + 0.3 * telling.zone(sentence, "result")
        modelled -= 0.6 * telling.zone(sentence, "background")
        return said + modelled + reading.centrality(sentence) - 0.6 * sentence.burden - 0.4 * sentence.says(Aspect.PRIOR)

    return score


def _prior(reading: Reading, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        if sentence.says(Aspect.CONTRIBUTION) > 0.8:
            return _NEVER
        within = 0.4 * (sentence.role is Role.PRIOR) * (1 + sentence.cites)
        if (reading.is_own(sentence) or details.is_own(sentence.text)) and not within:
            return _NEVER
        if sentence.says(Aspect.PRIOR) < 0.4 or details.leans(sentence.text):
            return _NEVER
        own = 0.8 if reading.is_own(sentence) else 0.0
        within += 0.7 * telling.aspect(sentence, "challenge")
        own += 0.7 * telling.aspect(sentence, "outcome")
        return sentence.says(Aspect.PRIOR) - own + within + 0.6 * reading.centrality(sentence) - 0.5 * sentence.burden

    return score


def _weight(reading: Reading) -> Score:
    def score(sentence: Sentence) -> float:
        said = sentence.says(Aspect.SIGNIFICANCE)
        within = 0.4 if sentence.role is Role.CONCLUSION else 0.0
        own = reading.is_own(sentence)
        if not said or details.is_plan(sentence.text) or not (own or sentence.role is Role.CONCLUSION):
            return _NEVER
        if sentence.role is Role.INTRODUCTION and not details.is_own(sentence.text):
            return _NEVER
        if sentence.says(Aspect.BACKGROUND) > 0.65 and not own:
            return _NEVER
        return said + within + 0.6 * reading.centrality(sentence) - 0.6 * sentence.burden - 0.3 * sentence.says(Aspect.PRIOR)

    return score


def _way(reading: Reading, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        said = sentence.says(Aspect.METHOD) + 0.4 * sentence.says(Aspect.CONTRIBUTION)
        if not said:
            return _NEVER
        if (
            (sentence.role is not Role.METHOD and not reading.is_own(sentence))
            or details.is_aside(sentence.text)
            or details.is_trial(sentence.text)
        ):
            return _NEVER
        # The way as a whole is told early, or where a section on it begins; what stands deep within is a detail.
        within = 0.2 * (sentence.nth == 0)
        if sentence.role in (Role.METHOD, Role.SETUP):
            within += 0.2 if reading.opens(sentence) else -0.4
        within += 0.5 * telling.aspect(sentence, "approach") + 0.3 * telling.zone(sentence, "method")
        within -= 0.6 * telling.zone(sentence, "background") + 0.6 * details.is_detail(sentence.text)
        within -= (
            0.3 * sentence.says(Aspect.RESULT) + 0.6 * telling.aspect(sentence, "outcome") + 0.3 * min(2, sentence.maths)
        )
        return said + within + reading.centrality(sentence) - 0.9 * sentence.burden - 0.5 * sentence.says(Aspect.PRIOR)

    return score


def _ground(reading: Reading, one: Sentence | None, telling: Telling) -> Score:
    def score(sentence: Sentence) -> float:
        if sentence.says(Aspect.CONTRIBUTION) > 0.7:
            return _NEVER
        if sentence.role is Role.ABSTRACT and one is not None and sentence.at > one.at:
            return _NEVER
        opens = sentence.at < 2 or reading.opens(sentence)
        if not opens and not sentence.says(Aspect.BACKGROUND):
            return _NEVER
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
