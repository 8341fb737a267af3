"""The form of a sentence in which it stands alone, and whether it still points at what the reader does not see.

Only whole stretches go: an opener that links to the sentence before («However,»), a lead-in that points at a figure («From
Table 4, we observe that»), a bracket or clause that does («(see Table 2)»). Every word and number of the statement stays.
"""

from __future__ import annotations

import re

from .patterns import Phrase
from .sentences import maths
from .words import STOP_WORDS, stem, word_count

_FLOAT = (
    r"(?:figures?|figs?\.?|tables?|tabs?\.?|sections?|sect?s?\.?|§+"
    r"|appendix|appendices|equations?|eqs?\.?|algorithm|rows?|columns?|panels?|theorems?|lemmas?"
    r"|corollar(?:y|ies)|propositions?|definitions?)"
)
_NUMBER = r"[~ ]?\(?(?:\d[\w.]*|(?-i:[A-Z]\b)(?:\.\d+)?|(?-i:[IVX]+\b))\)?(?:\([a-z]\))?"
_REF = rf"{_FLOAT}\s*{_NUMBER}(?:\s*(?:,|and|&|–|-)\s*(?:{_FLOAT}\s*)?{_NUMBER})*"
_SEE = r"(?:see|observe|notice|note|find|show|report|conclude|found|observed)"
_COMMA_WORDS = (
    r"however|moreover|furthermore|further|additionally|in addition|also|thus|hence|therefore|consequently"
    r"|accordingly"
    r"|as (?:a|one) (?:result|consequence)|finally|lastly|first(?:ly"
    r"| of all)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|indeed"
    r"|in fact|in particular|particularly|in brief|in short|briefly|specifically|concretely"
    r"|more (?:specifically|precisely"
    r"|importantly|concretely|interestingly)|most (?:importantly|notably)|notably|interestingly|surprisingly"
    r"|remarkably"
    r"|importantly|crucially|unsurprisingly|contrary|in contrast|by contrast|conversely|on the (?:other hand"
    r"|contrary|one hand)"
    r"|nevertheless|nonetheless|still|yet|in summary|in conclusion|to summarize|to conclude|summarizing"
    r"|all in all|again"
    r"|similarly|likewise|meanwhile|ultimately|together|here|now|besides|as expected|to this end|of note"
    r"|altogether|overall|often"
)
_OPENER = re.compile(
    rf"(?:{_COMMA_WORDS}),\s+"
    r"|(?:but|and|so),\s+|for (?:example|instance),\s+(?=we\b)"
    r"|(?:but|and|thus|hence|therefore|here|also|yet|so|finally|moreover|furthermore),?\s+(?=we\b|our\b|the\b"
    r"|via\b|with\b|this (?:paper|work)\b)"
    r"|(?:it (?:is|should be) (?:worth (?:noting|stressing|mentioning|emphasizing)|noted|emphasized|stressed"
    r"|noteworthy"
    r"|important to note) that|(?:we |to )?(?:note|remark|emphasize|stress|recall|observe) (?:here |also )?that"
    r"|(?:our|the|these) (?:results|experiments|findings) (?:also )?(?:show|demonstrate|indicate) that)\s+"
    rf"|(?:proof|theorem|claim|lemma|proposition|corollary|remark)(?: {_NUMBER})?[.:]\s+"
    r"|\(\d{1,2}(?:\.\d{1,2})?\)\s+(?=[A-Z])",
    re.IGNORECASE,
)
_LEAD_TO_FLOAT = re.compile(
    rf"(?:(?:the |our )?(?:main |experimental |overall )?(?:results? )?(?:of|in|from|as shown in|shown in"
    rf"|as seen (?:in|from)"
    rf"|as (?:can be )?seen (?:in|from)|as {_REF} shows?|as we (?:see|show) in|as (?:illustrated|reported"
    rf"|depicted|indicated"
    rf"|demonstrated|summari[sz]ed|presented|listed) (?:in|by))\s+(?:the (?:\w+ ){{0,2}}(?:in|of) )?{_REF}\s*,?\s*"
    rf"(?:(?:we|one) (?:can |also )?{_SEE}(?: that)?,?\s+|(?:it (?:is|can be) (?:clear|seen|observed|obvious"
    rf"|evident) that)\s+"
    r"|(?:shows?|demonstrates?|indicates?|suggests?|reveals?|confirms?) that\s+)?"
    rf"|(?:we|one) (?:can |also )?{_SEE} (?:from|in) {_REF}(?: that)?,?\s+"
    rf"|{_REF} (?:also )?(?:shows?|demonstrates?|indicates?|suggests?|reveals?|confirms?) that\s+)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"\s*\((?:[^()]|\([^()]*\))*?\b{_REF}(?:[^()]|\([^()]*\))*\)", re.IGNORECASE)
_PEOPLE = re.compile(r"\s*\((?:e\.g\., ?)?[PS]\d+(?:[\s,–&-]+(?:and )?[PS]?\d+)*\)")
"""«(P1, 3–5)»: which participants said so."""
_DIGIT_LEFT = re.compile(r"\d")
_TRAILING = Phrase(
    rf",?\s+\(?(?:as|which|and)?\s*(?:we |is |are |was )*(?:also )?(?:shown?|described?|discuss\w*|detailed"
    rf"|reported|illustrated"
    rf"|seen|demonstrated?|explain\w*|presented|see)\s+(?:below |later |further )?(?:in|by"
    rf"|from)?\s*{_REF}(?=[,.;]|$)"
)
_ANNOUNCED = re.compile(
    r",? and we (?:\w+ )?(?:detail|describ|discuss|present|list|explain|summari[sz])\w* [^,.;]{0,60}"
    r"(?:as follows|below|next|in the following(?: \w+)?)(?=[.:]?$)",
    re.IGNORECASE,
)
_FEWEST = 7
"""Words below which what is left says too little."""

_OWN_TEXT = "paper work article study thesis report survey review letter note manuscript research end way"
_OWN = frozenset(_OWN_TEXT.split())
_DEMONSTRATIVE = re.compile(
    r"\b(?P<which>these|those|this|such(?: an?)?)\s+(?P<first>[^\W\d_][\w-]*)(?:\s+(?P<second>[^\W\d_][\w-]*))?",
    re.IGNORECASE,
)
_FREE_TEXT = "that who whom of in with from on for to whose which obtained found used"
_FREE = frozenset(_FREE_TEXT.split())
_VERBLIKE_TEXT = (
    "is are was were has have had can could may might will would shall should does do did makes make shows show allows allow"
    " means leads suggests indicates implies yields enables gives results"
)
_VERBLIKE = frozenset(_VERBLIKE_TEXT.split())
_UNTOLD = re.compile(
    r"^(?:as, |for (?:example|instance)\b|the (?:hypothesis|conjecture|theorem|data"
    r"|dataset|task|experiment|experiments|results?|analysis|conclusion|reason|idea|intuition|problem|gap"
    r"|difference|latter"
    r"|former|output|implementation|effect|first|second|third|last|next|other|others|same|two|three|four"
    r"|remaining|rest|gains?"
    r"|improvements?|authors?|participants?|examples?|case) (?:is|are|was|were|has|have|can|does|do|also|here"
    r"|then|will|generally"
    r"|makes?|yields?|shows?|of|that|in)\b|it\b|they\b|he\b|she\b|his\b|her\b|its\b|their\b|both\b|each of\b"
    r"|neither\b|another\b"
    r"|one (?:such|of|approach|example|case|can|could|might|may|reason)\b|(?:some|most|many|all"
    r"|none) (?:of (?:them|these|those)|such"
    r"|others?)\b|other (?:examples?|work)\b|others\b|there (?:is|are|was|were)\b|that\b|what\b|then\b|if so\b"
    r"|doing so\b|so\b"
    r"|(?:if|when|since|as|because|while|although|though|once|after|before|where) (?:it|they|this|these|those"
    r"|he|she|that|both)\b)",
    re.IGNORECASE,
)
_ELSEWHERE = Phrase(
    rf"(?<!\w){_REF}|\b(?:(?:above|below)(?! (?:[$\d]|the\b|average|all\b|chance|a\b|an\b|\w+ percent))"
    rf"|aforementioned|previously (?:mentioned|described|defined)|preceding|(?:as"
    rf"|was|were) mentioned"
    r"|mentioned (?:earlier|before)|earlier (?:section|in this)|next section|the following(?![^.]*: )|as follows|see also"
    r"|footnote|in turn"
    r"|the (?:latter|former)(?=[,.;:)]| (?:is|are|was|were|has|have|can|does|do|and|to|by|one|case|approach"
    r"|two|point|problem|issue|method|model|group|result)\b|$)"
    r"|in this (?:case|setting|regime|way|sense|context|direction|example)|this end"
    r"|the other (?:two|three|hand)"
    r"|for (?:this|these|those) reasons?|as (?:before|usual)|the point is|(?:in|of|by|than|from|to|with"
    r"|like) \[\d|(?:consider|for|observe|show|find"
    r"|with|study) similar \w+(?! to\b| as\b)|the (?:entire|whole) (?:computation|process|experiment|procedure)"
    r"|in (?:both|either|all|each) (?:of )?(?:the )?(?:cases?|settings?|two)"
    r"|(?:theorem|lemma|definition|proposition|corollary|conjecture|claim|remark|condition|assumption|step"
    r"|example)s? \(?\d"
    r"|(?:the|these|those|all) (?:two|three|four|five) (?:\w+ )?(?:methods?|models?|approach\w*|cases|systems"
    r"|groups|papers|results))"
    r"\b|\bboth of these\b|\bdo(?:es)? so\b|\bwe (?:first|next|now|then|will) (?:describe|present|discuss|turn)\b"
)
_ITEM = re.compile(r"\(\d{1,2}\.\d{1,2}, ?(?:part|\()")
"""«(1.1, (i))»: an item of a theorem."""
_EARLY = 25
_RUN_IN = re.compile(r"[a-z]{3,} (?:Our|We|The|These|However|Moreover) [a-z]")
"""A heading that runs into its sentence."""


def standing(text: str) -> str:
    """`text` less what only links it to its neighbours or points at a figure; `text` itself where too little would be left.

    Parameters
    ----------
    text : str
        One sentence as a claim.
    """
    kept = _BRACKETED.sub(_without_numbers, _PEOPLE.sub("", text)) if "(" in text else text
    kept = _TRAILING.sub("", kept)
    kept = _ANNOUNCED.sub("", kept) if " and we " in kept else kept
    for _ in range(3):
        found = _LEAD_TO_FLOAT.match(kept) or _OPENER.match(kept)
        if not found:
            break
        kept = kept[found.end() :]
    if kept == text:
        return text
    kept = re.sub(r"^surprisingly, |^interestingly, ", "", kept)
    kept = kept[:1].upper() + kept[1:]
    if word_count(kept) < _FEWEST or not kept[:1].isalnum() or kept.count("(") != kept.count(")"):
        return text
    return kept if kept[-1:] in ".!?" or text[-1:] not in ".!?" else kept + text[-1]


def _without_numbers(match: re.Match[str]) -> str:
    """Nothing in place of a bracket that points, unless it tells a number besides."""
    rest = re.sub(_REF, "", match.group(), flags=re.IGNORECASE)
    return match.group() if _DIGIT_LEFT.search(rest) else ""


def leans(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether an English sentence points at what it does not say: «these models», «the model is», «Table 3», «the latter».

    «These X» is no pointer where X has stood before: in the sentence, or among the stems `known` to a reader who has read
    the title; neither is «this paper».
    """
    bare = text
    for start, end in reversed(maths(text)):
        bare = bare[:start] + "X" + bare[end:]
    if _OPENER.match(bare) or _UNTOLD.match(bare) or _ELSEWHERE.search(bare) or _RUN_IN.search(bare) or _ITEM.search(bare):
        return True
    return any(_points(bare, found, known) for found in _DEMONSTRATIVE.finditer(bare))


def _points(text: str, found: re.Match[str], known: frozenset[str]) -> bool:
    first, second = found["first"].lower(), (found["second"] or "").lower()
    which = found["which"].lower()
    if first in _OWN or (which == "this" and second in _OWN) or (which.startswith("such") and first in ("as", "that")):
        return False
    if which == "those" and (first in _FREE or first.endswith("ing")):
        return False
    if which == "this" and first in _VERBLIKE:
        return found.start() < _EARLY
    before = {stem(word) for word in re.findall(r"[^\W\d_]+", text[: found.start()].lower()) if word not in STOP_WORDS}
    named = {stem(part) for part in (*first.split("-"), *second.split("-")) if part and part not in STOP_WORDS}
    if not named:
        return found.start() < _EARLY  # «this» alone: later in the sentence it means what the sentence has said
    return not named & (before | known)
