"""What sentences are besides what they say: details, plans, asides, steps, leaning on others. English phrases."""

from __future__ import annotations

import re

from .patterns import Phrase

_DETAIL = Phrase(
    r"\b(?:batch sizes?|(?:we|was|were) trained on|datasets? (?:consist\w*|of)|learning rates?|optimi[sz]ers?|adam"
    r"|dropout|weight decay|epochs?|hyper-?parameters?"
    r"|random seeds?|GB|RAM"
    r"|hidden (?:size|state|units|dimension)|embedding (?:size|dimension)|gpus?|cpus?|(?:is|are|was|were) set to|default"
    r"|(?:train|development|dev|validation|test)(?:ing)? (?:set|split)s? (?:contains?|consists?|of|with)|consist(?:s"
    r"|ed)? of"
    r" (?:approximately|about|roughly|\d)|(?:executed|run|ran|carried out|implemented) (?:on|in) (?:an? |the )?"
    r"|cross-validation"
    r"|randomly (?:select|sampl|split|chosen)\w*|clusters? that|we used? (?:the |an? )?[\w-]+ (?:version"
    r"|implementation|toolkit)|footnote)\b"
)
_PLAN = Phrase(
    r"\b(?:we|i) (?:\w+ )?(?:plan|intend|want to|hope to (?:extend|explore|investigate|study)|would like|continue to"
    r"|are (?:excited|working))\b"
    r"|\bin (?:the |our )?future\b|\bfuture (?:work|research|stud)|\bremains? to be\b|\bneed to be carried out\b"
    r"|\bhypothesis that\b|\btests the\b|\bplanned\b|\bour goal is\b|\b(?:directions?|avenues?|(?:next"
    r"|future) steps?) (?:is|are|for"
    r"|of|to)\b"
    r"|\bareas for improvement\b"
    r"|\b(?:may|might|could|would) (?:also |further )?(?:improve|help|benefit|be (?:improved|interesting|desirable"
    r"|worth))\b"
    r"|\bone (?:may|might|could)\b|\bpossible way\b|^next, |^in another case"
    r"|\bwill be (?:used|displayed|deployed|explored|extended|studied)\b"
)
_ASIDE = Phrase(
    r"\b(?:notation|in what follows|before describing|for illustration|simple examples?|to illustrate|note also"
    r"|denote[sd]?|denoting|without loss of generality|for (?:simplicity|brevity|convenience|clarity)"
    r"|letting|recall"
    r"|licen[sc]ed?|footnote|abbreviat\w+|(?:previous|following|next) sections?|some of them|all of them"
    r"|mentioned above|described above|we (?:assume|write|say|call|recall|set a)|suppose"
    r"|to help (?:facilitate )?debug\w*)\b|^let\b"
)
_TRIAL = Phrase(
    r"\b(?:to evaluate|evaluat\w+|experiments?|baselines?|ablations?|at test time|compar\w+|accura\w+|metrics?"
    r"|validation|test set"
    r"|datasets? (?:consisting|of)|assume|suppose|imagine|for example|for instance|e\.g\.|we show|should be)\b"
)
_NEW = Phrase(
    r"\bfor the first time\b|\bour knowledge\b|\b(?:the|be|as) first (?!(?:month|year|week|day|time|step|part|author"
    r"|section|stage"
    r"|phase|layer|term|case|half|experiment|two|three|one)\b)|\b(?:novel(?:ty)?"
    r"|new(?:ly)?) (?:[\w-]+[, ]+){0,4}(?:method|approach"
    r"|model|system|framework|architecture|algorithm|technique|dataset|data set|corpus|benchmark|task|tool|theor|proof"
    r"|procedure"
    r"|scheme|mechanism|strateg|protocol|pipeline|formulation|perspective|class|way|paradigm|measure|metric|estimator"
    r"|interface"
    r"|collection|resource|type|concept|definition|construction|invariant|solution|representation|loss|objective"
    r"|language|index|network"
    r"|evaluation|validation)|\b(?:unlike|in contrast (?:to|with)|contrary to|different(?:ly)? from|as opposed to"
    r"|rather than) "
    r"|\bdispens\w+ with\b|\bwithout (?:requiring|the need|any need|relying)\b|\bno longer\b|\beliminat\w+ the need\b"
)
_LEANS = re.compile(
    r"(?:other|others|another|similar|similarly|additional|several of|likewise|such|these|those"
    r"|for (?:example|instance)|in addition|though|most closely)\b",
    re.IGNORECASE,
)
_SUCH = Phrase(r"\bsuch (?!as\b|that\b)|\bof (?:this|these) (?:types?|kinds?|sorts?)\b")
_SIGN = re.compile(r"[=≤≥∑∏∫→∈∂√−⟨⟩{}^_|<>]")
_SEQUEL = re.compile(
    r"(?:then|next|subsequently|afterwards?|after that|finally|lastly|second(?:ly)?|third(?:ly)?),? (?=\S)", re.IGNORECASE
)
_ENDED = re.compile(r"[.!?][\"'”’»)\]$]*$")
_OWN = Phrase(r"\bthe (?:paper|article|authors?|study|thesis)\b|\bin this \w+\b|\bwe\b|\bour\b")
_TIE = re.compile(
    r"(?:however|moreover|furthermore|additionally|in addition|also|notably|overall|altogether|indeed|further|second(?:ly)?"
    r"|third(?:ly)?"
    r"|lastly|besides|nevertheless|nonetheless|therefore|consequently|as a result|thus|hence|in summary|in sum"
    r"|in conclusion"
    r"|to summari[sz]e|in particular|specifically|importantly|interestingly|surprisingly|remarkably|in fact|of course"
    r"|to be specific|more (?:specifically|precisely|importantly)), (?=\S)",
    re.IGNORECASE,
)


def is_detail(text: str) -> bool:
    """Whether it tells how an experiment was set up."""
    return bool(_DETAIL.search(text))


def is_plan(text: str) -> bool:
    """Whether it tells what is to come."""
    return bool(_PLAN.search(text))


def is_aside(text: str) -> bool:
    """Whether it fixes notation, assumptions or terms."""
    return bool(_ASIDE.search(text))


def is_step(text: str) -> bool:
    """Whether what it does belongs to a method, not to its trial, and is done in words, not supposed or defined."""
    return not (_TRIAL.search(text) or _DETAIL.search(text) or _ASIDE.search(text) or len(_SIGN.findall(text)) > 2)


def is_ended(text: str) -> bool:
    """Whether a full stop ends it: items of lists may be no sentences."""
    return bool(_ENDED.search(text))


def is_trial(text: str) -> bool:
    """Whether it begins with how a method is tried: «To evaluate the count, we …»."""
    return bool(re.match(r"to (?:evaluate|test|validate|assess|verify)\b", text, re.IGNORECASE))


def is_new(text: str) -> bool:
    """Whether what it calls new is a thing that papers contribute, or a first."""
    return bool(_NEW.search(text))


def leans(text: str) -> bool:
    """Whether it goes on from what others before it have said: «Other work has …»."""
    return bool(_LEANS.match(text))


def points_back(text: str) -> bool:
    """Whether it speaks of «such models» that another sentence has named."""
    found = _SUCH.search(text)
    if not found:
        return False
    before = text[: found.start()].lower()
    return not any(len(word) > 4 and word[:6].lower() in before for word in text[found.end() :].split()[:3])


def is_own(text: str) -> bool:
    """Whether it speaks of the paper or its authors, in whatever person."""
    return bool(_OWN.search(text))


def untied(text: str, *, first: bool = False) -> str:
    """`text` without a first word that only ties it to the sentence before: «However, the error …» -> «The error …».

    Parameters
    ----------
    text : str
        A sentence.
    first : bool
        It is the first of an order, so that «Then …» ties it, too.
    """
    tie = _TIE.match(text) or (_SEQUEL.match(text) if first else None)
    return text[tie.end()].upper() + text[tie.end() + 1 :] if tie else text
