"""Whether two sentences say the same."""

from __future__ import annotations

from .directions import SIGNS
from .reading import Sentence
from .roles import Role
from .words import containment

_LONG = 24
"""Distinct words from which a sentence is long."""


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


def repeats(sentence: Sentence, other: Sentence) -> bool:
    """Whether `sentence` tells again what `other` has told; a number more is something new, a word more is not."""
    if sentence.role is Role.ABSTRACT and other.role is Role.ABSTRACT:
        return sentence.quote == other.quote  # nobody says a thing twice in so few words
    if alike(sentence, other):
        return True
    if sentence.numbers - other.numbers:
        return False
    if (sentence.roots - other.roots) & SIGNS:
        return False  # one says which way it goes, the other does not
    shared = sentence.roots & other.roots
    if len(sentence.numbers) > 1 and len(shared) > 1:
        return True
    # A long sentence shares much by chance.
    least = 0.4 if max(len(sentence.roots), len(other.roots)) <= _LONG else 0.5
    return len(shared) >= 4 and (max(containment(sentence.roots, other.roots), sentence.bag.cosine(other.bag)) > least)
