"""Who was marked, counted."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from dataclasses import dataclass

from takeaways.model import Claim
from takeaways.summarize import Grounder

from .truth import Claimed, Papers


@dataclass(frozen=True)
class Judged:
    """A claim as it was written and as it was grounded, and the CPU time that took, in ms."""

    kind: str
    way: str
    written: Claimed
    claim: Claim
    took: float

    @property
    def marked(self) -> bool:
        """Whether it is shown as unverified."""
        return self.claim.state == "unverified"


def judge(papers: Papers, claims: list[tuple[str, Claimed]], ways: list[str] | None = None) -> list[Judged]:
    """Each claim, grounded."""
    grounders: dict[tuple[str, str], Grounder] = {}
    judged = []
    for n, (kind, written) in enumerate(claims):
        key = (written.paper, written.language)
        if key not in grounders:
            grounders[key] = Grounder(papers(written.paper), written.language)
        began = time.process_time()
        claim = grounders[key].claim(written.text, written.blocks, written.quote)
        took = 1000 * (time.process_time() - began)
        judged.append(Judged(kind, ways[n] if ways else "", written, claim, took))
    return judged


def table(true: list[Judged], wrong: list[Judged], lost: list[str], show: bool) -> str:
    """A line a kind; with `show`, those that went wrong."""
    lines = [_line(kind, [one for one in true if one.kind == kind]) for kind in dict.fromkeys(one.kind for one in true)]
    codes = Counter(one.claim.reason.code for one in true if one.claim.reason)
    lines += [f"      {code:32} {count:3}" for code, count in codes.items()]
    for kind in dict.fromkeys(one.kind for one in wrong):
        of = [one for one in wrong if one.kind == kind]
        lines.append(_line(kind, of))
        for way in dict.fromkeys(one.way for one in of):
            these = [one for one in of if one.way == way]
            lines.append(f"      {way:32} {sum(one.marked for one in these):3} of {len(these)}")
    took = [one.took for one in (*true, *wrong)]
    lines.append(
        f"  a claim: median {statistics.median(took):.2f} ms CPU, p95 {statistics.quantiles(took, n=20)[-1]:.2f} ms"
    )
    lines += [f"  not in the corpus as it is read now: {quote}" for quote in lost]
    if show:
        lines += [_shown(one) for one in true if one.marked] + [_shown(one) for one in wrong if not one.marked]
    return "\n".join(lines)


def _line(kind: str, of: list[Judged]) -> str:
    shares = []
    for language in ("en", "zh"):
        these = [one for one in of if one.written.language == language]
        if these:
            shares.append(f"{language} {sum(one.marked for one in these)} of {len(these)}")
    return f"  {kind:38} {sum(one.marked for one in of) / len(of):6.1%} marked  ({', '.join(shares)})"


def _shown(one: Judged) -> str:
    reason = f" [{one.claim.reason.code}: {one.claim.reason.what}]" if one.claim.reason else ""
    where = f"{one.written.paper} {', '.join(one.written.blocks)}: {one.written.quote}"
    return f"  - {one.kind}, {one.way}: {one.written.text}{reason}\n      {where}"
