"""Shorter forms of a sentence: what leads in, what trails behind, what stands aside and what reports may go.

Every form is the sentence less whole stretches of it, never another wording. A stretch goes only where the rest says the
same with less: a lead-in that names the paper, an aim or a reason, a clause behind a comma, a second thing done, a way or an
example at the end, a bracket, «we show that». What limits a claim («but», «although», «if», «only», «without», «with high
probability») stays, and so does every number; and nothing may stay that points at what went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .words import plain

_LINK = (
    r"however|therefore|thus|hence|moreover|furthermore|additionally|in addition|also|then|finally|here|specifically"
    r"|in particular|consequently|accordingly|instead|overall|in summary|in response|in light of this|more (?:specifically"
    r"|precisely)|concretely|first(?:ly)?|second(?:ly)?|at the same time|in contrast|on the other hand|as a (?:result"
    r"|consequence)|to (?:this|that) end|for this (?:purpose|reason)"
)
_AIM = (
    r"to (?:address|tackle|solve|overcome|mitigate|alleviate|remedy|resolve|combat|deal with|achieve) (?:this|these|that"
    r"|those|the above|such)\b[^,]{0,60}|(?:motivated|inspired) by (?:this|these)[^,]{0,40}"
    r"|based on (?:this|these)[^,]{0,40}"
)
_WORK = r"(?:paper|work|article|study|thesis|report|letter|survey|contribution|research|manuscript)"
_LEAD = re.compile(rf"(?:(?:{_LINK}|{_AIM}|in (?:this|the present|our) {_WORK}|with this {_WORK})\s*,\s*)+", re.IGNORECASE)
_BARE_LEAD = re.compile(rf"in this {_WORK} (?=we\b)", re.IGNORECASE)
_DO = (
    r"(?:show|demonstrat|prov|find|provid|evaluat|appl|present|us|discuss|compar|achiev|propos|introduc|develop|describ"
    r"|investigat|test|confirm|stud|analy[sz]|deriv|illustrat|report|verif|validat|establish|explor|examin|giv|design|release"
    r"|argue|explain|observ|conduct|perform|obtain|suggest|improv|outperform|outlin|highlight|offer|identif)(?:e|y|ies|es|s)?"
)
_REASON = re.compile(
    r"(?:to|in order to|by|using|motivated by|inspired by|based on|building (?:up)?on|drawing (?:up)?on|leveraging|as|since"
    r"|because|while|whereas|unlike|in contrast to|rather than|instead of|due to|following|given (?:that|the)|exploiting"
    r"|combining|relying on|with the (?:aim|goal) of)\b"
    rf"[^;:.]{{0,200}}?,\s+(?=(?:we|this {_WORK}) (?:\w+ly |also |further |then |first |therefore |thus |instead )?{_DO}\b)",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"(?:we (?:\w+ly |also |further |then )?(?:show|demonstrate|find|prove|observe|establish)"
    rf"|(?:our |the |these |extensive |experimental |empirical |numerical )*(?:experiment|result|finding|simulation)s?"
    r" (?:\w+ly |also |further )?(?:show|demonstrate|confirm|reveal)"
    rf"|this {_WORK} (?:\w+ly )?(?:shows|demonstrates|proves|finds)) that (?!they|it|this|these|such|there|if|when|even)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*,\s+(?=(?P<word>which|whereas|where|thereby|thus|hence|leading|resulting|allowing|enabling|making|showing"
    r"|demonstrating|yielding|achieving|obtaining|outperforming|providing|reducing|improving|including|such as|while|even"
    r"|and (?:show|demonstrate|prove|find|provide|evaluate|apply|present|that|then|use|discuss|compare|achieve|it|we"
    r"|can|is)|with|based on|so that|as well as|in (?:order|addition)|especially|particularly|because|since|as)\b)",
    re.IGNORECASE,
)
_SECOND = re.compile(
    r"(?:\s*,)?\s+and (?=(?:also |further |then )?(?:show|demonstrate|prove|find|provide|evaluate|apply|discuss|compare"
    r"|achieve|propose|introduce|develop|describe|investigate|confirm|analy[sz]e|derive|illustrate|verify|validate|establish"
    r"|explore|examine|give|argue|explain|observe|conduct|perform|obtain|outline|identify)s?\b(?! and\b| or\b|,))",
    re.IGNORECASE,
)
"""«… and show that …»: the second thing that is done, where the first is done by «we» or the paper."""
_WAY = re.compile(r"(?<!,)\s+(?=(?P<word>by (?:\w+ly )?\w+ing|using|via|such as|in order to)\b)", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|whether|how|why|what|where|who)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(?:;\s+|\s(?:--+|–|—)\s|—|:\s+)")
_FIRST_DOES = re.compile(rf"(?:we|this {_WORK}) (?:\w+ly |also |further |then |first )?[a-z]+", re.IGNORECASE)
_BRACKET = re.compile(r"(?<=\w) \((?=[^()]*[^\W\d_]{2})[^()\d]{1,60}\)")
_LIMITS = re.compile(
    r"\d|\b(?:but|although|though|however|if|unless|only|except|without|provided|assuming|under|when|not|no|never|probab\w+"
    r"|may|might|up to|at the (?:cost|expense))\b",
    re.IGNORECASE,
)
"""What is too much to lose: a number, a condition, a doubt."""
_POINTS = re.compile(
    rf"\b(?:they|them|it|its|their|such|these|those|this(?! {_WORK}\b)|the (?:latter|former|same|resulting|other))\b", re.I
)
_OPENS_EARLY = re.compile(
    r"(?:while|although|though|whereas|when|since|if|as|by|to|given|in|on|for|with|from|through|despite|unlike|using|based"
    r"|motivated|inspired|because|after|before|under|at|instead|rather|not|building|drawing|leveraging|where|once|unless)\b",
    re.IGNORECASE,
)
_MAIN = re.compile(r",\s+(?:we|i|this|these|our|it|the|a|an|there)\b", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:we|i) (?:\w+ly |also |further |first |then )?[a-z]+|\b(?:is|are|was|were|has|have|can|does|do)\b"
    rf"|\bthis {_WORK} (?:\w+ly )?\w+s\b",
    re.IGNORECASE,
)
_BE = re.compile(r"\b(?:is|are|was|were|has|have|can|does|do|improves?|outperforms?|achieves?|leads?|reduces?|requires?)\b")
_HANGS = re.compile(
    r"(?:[,;:]|\b(?:by|and|or|of|for|to|with|in|on|via|while|as|that|through|from|such|the|an?|is|are|following|follows))$",
    re.IGNORECASE,
)
"""What waits for more."""
_FEWEST = 7
"""Words below which what is left says too little."""


class Form(NamedTuple):
    """A form of a sentence, and which kinds of stretches were taken from it."""

    text: str
    taken: tuple[str, ...]


def forms(sentence: str) -> list[Form]:
    """The sentence itself, white space normalised, then its shorter forms, none twice."""
    whole = " ".join(sentence.split())
    found = {whole: Form(whole, ())}
    starts = [Form(whole, ())]
    starts += [form for form in _openings(whole) if form.text != whole]
    for start in starts:
        found.setdefault(start.text, start)
        for kept, taken in _endings(start.text):
            text = kept + (start.text[-1] if start.text[-1] in ".!?" else ".")
            found.setdefault(text, Form(text, (*start.taken, *taken)))
    for form in list(found.values()):
        bare = _BRACKET.sub("", form.text)
        if bare != form.text:
            found.setdefault(bare, Form(bare, (*form.taken, "bracket")))
    return list(found.values())


def _openings(whole: str) -> Iterator[Form]:
    """The sentence from a later word on: without its lead-in, its aim or reason, or «we show that»."""
    lead = _LEAD.match(whole) or _BARE_LEAD.match(whole)
    begun = Form(whole[lead.end() :], ("lead",)) if lead else Form(whole, ())
    if lead and len(begun.text.split()) >= _FEWEST:
        yield Form(_upper(begun.text), begun.taken)
    reason = _REASON.match(begun.text)
    if reason and not _LIMITS.search(reason.group()):
        rest = begun.text[reason.end() :]
        if len(rest.split()) >= _FEWEST and not _POINTS.search(rest):
            yield Form(_upper(rest), (*begun.taken, "reason"))
            begun = Form(rest, (*begun.taken, "reason"))
    report = _REPORT.match(begun.text)
    if report:
        rest = begun.text[report.end() :]
        if len(rest.split()) >= _FEWEST and _BE.search(rest):
            yield Form(_upper(rest), (*begun.taken, "report"))


def _endings(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The beginnings of a sentence that stand alone, and what was taken behind them; none of a question."""
    if text.endswith("?"):
        return
    for match in _TAIL.finditer(text):
        if _may_end(text, match):
            yield text[: match.start()], ("tail", f"tail {match['word'].lower()}")
    if _FIRST_DOES.match(text):
        for match in _SECOND.finditer(text):
            if not _CLAUSE.search(text[: match.start()]) and _may_end(text, match):
                yield text[: match.start()], ("tail", "second")
        for match in _WAY.finditer(text):
            if not _CLAUSE.search(text[: match.start()]) and _may_end(text, match):
                yield text[: match.start()], ("tail", f"way {match['word'].lower().split()[0]}")
    for match in _ASIDE.finditer(text):
        if _may_end(text, match):
            yield text[: match.start()], ("tail", "aside")


def _may_end(text: str, match: re.Match[str]) -> bool:
    return _stands(text[: match.start()]) and not _LIMITS.search(text[match.end() :])


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stands(kept: str) -> bool:
    """Whether a beginning is a whole sentence: a main clause with its verb, nothing left open."""
    if len(kept.split()) < _FEWEST or kept.count("(") != kept.count(")") or kept.count("$") % 2:
        return False
    if _HANGS.search(kept) or (_OPENS_EARLY.match(kept) and not _MAIN.search(kept)):
        return False
    return bool(_FINITE.search(plain(kept))) and not re.search(r"\b(?:not only|both|either|neither)\b[^,]*$", kept, re.I)
