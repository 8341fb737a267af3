"""Whether a claim leaves out what the paper hedges a statement with: «may», «suggests», «almost all», «most»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .concepts import stem

_DOUBTS = re.compile(
    r"\b(?:may(?!\s(?:19|20)\d\d|\s\d{1,2}\b)|might(?!\sexpect)|could(?!\snot)|possibly|perhaps|probably|presumably|potentially|likely|"
    r"suggest(?:s|ed|ing)?|seem(?:s|ed|ingly)?|appear(?:s|ed)? to|tends? to|hypothesi[sz]e\w*|conjecture\w*|speculate\w*|"
    r"we believe|(?:is|are|be) expected)\b",
    re.IGNORECASE,
)
_ANY_DOUBT = re.compile(
    r"\b(?:may|might|could|can|would|should|possib\w+|perhaps|probabl\w+|presumabl\w+|potential\w*|likely|suggest\w*|seem\w*|"
    r"appears?|appeared|tends?|hypothesi\w+|conjectur\w+|speculat\w+|believ\w+|expect\w*|indicat\w*|hop(?:e|es|ing)|thought|hint\w*|"
    r"promis\w+|plausibl\w+|sometimes|often|usually|apparently|not always|"
    r"estimat\w*|risk\w*|able|(?:finds?|found)(?=\s(?:that|to|no|it)\b))\b"
    r"|可能|或许|也许|似乎|看来|有望|潜在|倾向|提示|表明|暗示|认为|预期|推测|假设|据信|大概|估计|能|可以|可(?!见|靠|视|扩|解释)|会|或|"
    r"有助于|说明|显示|指出|易于|往往|通常|有时|希望|旨在|建议|容易|应|发现",
    re.IGNORECASE,
)
_WEAK = (
    r"almost|nearly|virtually|often|usually|mostly|typically|generally|sometimes|most|many|some|partly|partially|largely|"
    r"several"
)
_ADVERB = re.compile(
    r"\b(?P<hedge>almost|nearly|virtually|mostly|partly|partially|largely|mainly|primarily|predominantly|often|usually|sometimes|"
    r"frequently|occasionally)\s+(?P<word>[a-z]{3,})",
    re.IGNORECASE,
)
_ANY_ADVERB = re.compile(
    r"\b(?:almost|nearly|virtually|mostly|partly|partially|largely|mainly|about|roughly|approximately|essentially|practically|"
    r"close|hardly|most|majority|near|some|few|in part|primarily|chiefly|predominantly|often|usually|"
    r"sometimes|frequently|occasionally|commonly|typical(?:ly)?|common|"
    r"generally|many|can|may|tends?|can)\b"
    r"|几乎|近乎|大多|大部分|部分|大致|基本|"
    r"主要|往往|常常|经常|通常|有时|一般|常|可能|会|约|接近|将近|近|很少|鲜有|绝大",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:likely|probably|possibly|presumably|perhaps|(?:may|might|could)\sbe)\s(?:due|because|caused|attributable|owing|explained|a\sresult)\b",
    re.IGNORECASE,
)
_SINCE_HERE = re.compile(
    r"\b(?:because|due\sto|owing\sto|caused\sby|thanks\sto)\b|因为|由于|归因于|源于|原因", re.IGNORECASE
)
"""A reason that the paper takes for likely, and one that a claim gives."""
_NONE = re.compile(r"\b(?P<hedge>virtually|almost|nearly)\s(?:none|nothing|no|never|without)\b", re.IGNORECASE)
_NONE_HERE = re.compile(r"没有|从未|从不")
_TIMES = ("often", "usually", "sometimes", "frequently", "occasionally")
_MOST = re.compile(r"\b(?P<hedge>most)\s(?:of\s(?:the\s|these\s)?)?[a-z]+s\b", re.IGNORECASE)
_EVERY = re.compile(
    r"\b(?P<strong>always|all|every|never|entirely|completely|invariably)\b|总是|所有|全部|全都|一律", re.IGNORECASE
)
_EVERY_THERE = re.compile(
    r"\b(?:always|all|every|each|any|entire\w*|complete\w*|never|invariably|whole|both|none|no|across|throughout|total|consistently|"
    r"uniformly|universal\w*)\b",
    re.IGNORECASE,
)
_PROVES = re.compile(r"\bprov(?:e|es|ed|en|ing)\b|证明|证实", re.IGNORECASE)
_PROVES_THERE = re.compile(
    r"\bpro(?:v\w+|of\w*)|theorem|lemma|demonstrat\w*|confirm\w*|establish\w*|show\w*|verif\w*", re.IGNORECASE
)
_PROOF = re.compile(r"\bpro(?:v\w+|of\w*)|theorem|lemma|corollar\w+|confirm\w*|establish\w*|verif\w*", re.IGNORECASE)
_EMPTY = frozenset(
    ["that", "this", "these", "have", "been", "were", "with", "from", "into", "also", "such", "their", "they"]
)
"""Words of four letters and more that say nothing of what is doubted."""
_REASON = 90
"""Characters in which a reason is given."""
_NEAR = 26
"""Characters before the words that a doubt is about, in which the claim's own must stand; half as many after them."""
_BESIDE = 14
"""Characters before a word in which its adverb stands."""
_SOMETIMES = re.compile(rf"\b(?:{_WEAK}|frequently|in (?:some|most|many) cases|tends?)\b", re.IGNORECASE)


def dropped_of_words(claim: str, scope: Sequence[str], quote: str) -> str | None:
    """The paper's hedge that `claim` leaves out, in the paper's words; None where it leaves out none.

    Parameters
    ----------
    claim : str
        What is claimed.
    scope : sequence of str
        The sentences it is about.
    quote : str
        The very words it quotes: a doubt there is its own.
    """
    text = " ".join(scope)
    doubt = _taken_up(claim, text) or _reason(claim, text)
    if doubt is None and not _ANY_DOUBT.search(claim):
        doubt = _DOUBTS.search(quote)
    if doubt and not _PROVES.search(claim):
        return doubt.group()
    if doubt and _PROVES.search(claim) and not _PROVES_THERE.search(text):
        return doubt.group()
    return _unproved(claim, text) or _adverb(claim, text, quote) or _none(claim, text) or _every(claim, text)


def _taken_up(claim: str, text: str) -> re.Match[str] | None:
    """A doubt whose next words of meaning the claim takes up, with no doubt near them; the claim has fewer than the text."""
    if len(_ANY_DOUBT.findall(claim)) >= max(1, len(_ANY_DOUBT.findall(text))):
        return None
    places: dict[str, int] = {}
    for word in re.finditer(r"[A-Za-z]{4,}", claim):
        places.setdefault(stem(word.group()), word.start())
    for found in _DOUBTS.finditer(text):
        words = (word for word in re.findall(r"[A-Za-z]{4,}", text[found.end() : found.end() + 60]) if word not in _EMPTY)
        following = [stem(word) for word in words][:3]
        taken = [places[one] for one in following if one in places]
        if following and len(taken) >= min(2, len(following)):
            near = claim[max(0, min(taken) - _NEAR) : max(taken) + _NEAR // 2]
            if not _ANY_DOUBT.search(near):
                return found
    return None


def _reason(claim: str, text: str) -> re.Match[str] | None:
    """«Likely due to», where the claim gives a reason and nothing in its clause says that it is none but likely."""
    doubt = _SINCE.search(text)
    given = _SINCE_HERE.search(claim)
    if doubt is None or given is None or _ANY_DOUBT.search(claim[max(0, given.start() - _NEAR) : given.end()]):
        return None
    # Of the same reason, where both are in one language.
    theirs = {stem(word) for word in re.findall(r"[A-Za-z]{4,}", text[doubt.end() : doubt.end() + _REASON])}
    mine = {stem(word) for word in re.findall(r"[A-Za-z]{4,}", claim[given.end() :])} - set(map(stem, _EMPTY))
    return doubt if not given.group().isascii() or theirs & mine else None


def _unproved(claim: str, text: str) -> str | None:
    """«Proves that it may», where the paper has a «may» and no proof."""
    said = re.search(r"\bprov(?:es?|ed|ing)\b", claim, re.IGNORECASE)
    doubt = _DOUBTS.search(text)
    return doubt.group() if said and doubt and not _PROOF.search(text) else None


def _none(claim: str, text: str) -> str | None:
    """«没有» for «virtually none»."""
    almost, none = _NONE.search(text), _NONE_HERE.search(claim)
    if almost is None or none is None or _ANY_ADVERB.search(claim[max(0, none.start() - _BESIDE // 2) : none.end()]):
        return None
    return almost["hedge"]


def _adverb(claim: str, text: str, quote: str) -> str | None:
    for found in _ADVERB.finditer(text):
        taken = re.search(rf"\b{re.escape(found['word'][:6])}", claim, re.IGNORECASE)
        if taken is None and found["word"] in ("all", "every", "always"):
            taken = _EVERY.search(claim)
        if found["hedge"].lower() in _TIMES:
            continue  # how often a thing is so is often left out where it is not the point: only a quoted word counts
        exact = found["hedge"].lower() in ("almost", "nearly", "virtually")
        if taken and not _ANY_ADVERB.search(claim[max(0, taken.start() - _BESIDE) : taken.end()] if exact else claim):
            return found["hedge"]
    if _ANY_ADVERB.search(claim):
        return None
    own = _ADVERB.search(quote) or _MOST.search(quote)
    return own["hedge"] if own else None


def _every(claim: str, text: str) -> str | None:
    """«All benchmarks» for «most benchmarks», «always» for «usually»."""
    for found in _EVERY.finditer(claim):
        if found["strong"] and found["strong"].lower() in ("all", "every"):
            thing = re.match(r"\s+(?:of\s+|the\s+|its\s+|their\s+)*([A-Za-z]{3,})", claim[found.end() :])
            weaker = thing and re.search(
                rf"\b({_WEAK})\s+(?:of\s+|the\s+|other\s+)*{re.escape(thing[1][:5])}", text, re.IGNORECASE
            )
            if weaker and len(_EVERY_THERE.findall(text)) < len(_EVERY_THERE.findall(claim)):
                return weaker[1]
        if found["strong"] and found["strong"].lower() == "always":
            verb = re.match(r"\s+([A-Za-z]{4,})", claim[found.end() :])
            weaker = verb and re.search(rf"\b({_WEAK})\s+{re.escape(verb[1][:6])}", text, re.IGNORECASE)
            if weaker:
                return weaker[1]
        if not _EVERY_THERE.search(text):
            weak = _SOMETIMES.search(text)
            if weak:
                return weak.group()
    return None


def _stems(claim: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[A-Za-z]{3,}", claim)}
