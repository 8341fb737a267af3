"""Nothing twice: a claim that says what one before it said is left out, whichever part it stands in."""

from __future__ import annotations

from takeaways.model import Claim

from ..grounding import numbers
from ..words import containment, stems

_SAME = 0.8
_SAME_QUOTE = 0.55
_FEWEST = 4


class Repetition:
    """The claims of one summary, in the order in which they are read."""

    def __init__(self) -> None:
        self._kept: list[tuple[frozenset[str], frozenset[str], str]] = []

    def says_again(self, claim: Claim) -> bool:
        """Whether a claim repeats one that was asked about before; if not, it is remembered.

        Claims with other numbers are other results; those that rest on the same quote need fewer words in common.
        """
        words = frozenset(stems(claim.text))
        figures = frozenset(numbers(claim.text))
        quote = " ".join(claim.evidence.quote.split()) if claim.evidence else ""
        for known, shown, cited in self._kept:
            least = _SAME_QUOTE if quote and quote == cited else _SAME
            small = min(len(words), len(known))
            if words == known and figures == shown:
                return True
            if small >= _FEWEST and figures <= shown and containment(words, known) >= least:
                return True
        self._kept.append((words, figures, quote))
        return False
