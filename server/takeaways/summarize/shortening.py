"""Shorter forms of a sentence: what leads in, what trails behind and what stands in brackets may go.

Every form is the sentence less whole stretches of it, never another wording. A stretch goes only where the rest says the
same with less: a lead-in that names the paper or links to the sentence before, a clause behind a comma, a bracket. What
limits a claim («but», «although», «if», «only», «without», «with high probability») stays, and so does every number.
"""

from __future__ import annotations

import re
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
_TAIL = re.compile(
    r"\s*,\s+(?=(?P<word>which|whereas|where|thereby|thus|hence|leading|resulting|allowing|enabling|making|showing"
    r"|demonstrating|yielding|achieving|obtaining|outperforming|providing|reducing|improving|including|such as|while|even"
    r"|and (?:show|demonstrate|prove|find|provide|evaluate|apply|present|that|then|use|discuss|compare|achieve|it|we"
    r"|can|is)|with|based on|so that|as well as|in (?:order|addition)|especially|particularly|because|since|as)\b)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"(?<=\w) \((?=[^()]*[^\W\d_]{2})[^()\d]{1,60}\)")
_LIMITS = re.compile(
    r"\d|\b(?:but|although|though|however|if|unless|only|except|without|provided|assuming|under|when|not|no|never|probab\w+"
    r"|may|might|up to|at the (?:cost|expense))\b",
    re.IGNORECASE,
)
"""What is too much to lose: a number, a condition, a doubt."""
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
    lead = _LEAD.match(whole) or _BARE_LEAD.match(whole)
    if lead and len(whole[lead.end() :].split()) >= _FEWEST:
        rest = whole[lead.end() :]
        starts.append(Form(rest[:1].upper() + rest[1:], ("lead",)))
    for start in starts:
        found.setdefault(start.text, start)
        for match in _TAIL.finditer(start.text):
            kept = start.text[: match.start()]
            if _stands(kept) and not _LIMITS.search(start.text[match.end() :]):
                text = kept + (start.text[-1] if start.text[-1] in ".!?" else ".")
                found.setdefault(text, Form(text, (*start.taken, "tail", f"tail {match['word'].lower()}")))
    for form in list(found.values()):
        bare = _BRACKET.sub("", form.text)
        if bare != form.text:
            found.setdefault(bare, Form(bare, (*form.taken, "bracket")))
    return list(found.values())


def _stands(kept: str) -> bool:
    """Whether a beginning is a whole sentence: a main clause with its verb, nothing left open."""
    if len(kept.split()) < _FEWEST or kept.count("(") != kept.count(")") or kept.count("$") % 2:
        return False
    if _OPENS_EARLY.match(kept) and not _MAIN.search(kept):
        return False
    return bool(_FINITE.search(plain(kept))) and not re.search(r"\b(?:not only|both|either|neither)\b[^,]*$", kept, re.I)
