"""Noun phrases without a tagger: which words may begin and end one, and which end all of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from .words import STOP_WORDS, plain, stem

LONGEST = 4
"""Words of a phrase."""
TOKEN = re.compile(r"[^\W_][\w’'+-]*|[.,;:!?()\[\]“”\"/–—]")
POSSESSIVE = re.compile(r"['’]s?$")
# Words a noun phrase does not begin or end with: the verbs, adjectives and nouns of academic speech, not of a subject.
_EMPTY_TEXT = """
    close closely detailed familiar comprehensive interesting natively remarkable well-known thing things four five six
    seven eight nine ten hundred hundreds thousand thousands million millions typical early late next short half
    ability able according achieve achieved achieves across additional additionally aim aims allow allows among
    analysis analyze applied apply approach approaches art article available based baseline baselines best better case
    cases certain challenging code common comparable compare compared completely  consider considerable
    considered consists containing contains contribution contributions current currently data dataset
    datasets demonstrate demonstrated demonstrates describe described design different difficult directly domain due
    effect effective effectively effects efficient employ enable enables entire entirely especially essential
    establish evaluate evaluated example examples existing experiment experiments explore extensive faster final find
    finding findings first focus following form forms found framework full further general generally give given goal
    goals good great hard high higher highly however idea ideas important improve improved improvement improves
    include includes including increase introduce introduced introduces investigate issue issues key kind known lack
    large larger largest last later lead leading less level limited  long low lower main major make makes
    making many measure method methods model models modern multiple need needed needs new novel number numbers
    numerous obtain obtained often one open order outperform outperforms paper part particular particularly parts
    perform performance performs place possible potential present presented presents previous previously prior problem
    problems propose proposed proposes prove provide provided provides public publicly purpose quality question
    questions range rate rates real recent recently related release relevant require required requires research
    resource respect result resulting results role same score second selection set sets several show showed shown
    shows significant significantly similar simple single small solely solution solve sort source specific standard
    state strong studies study substantial substantially successfully superior support system systems task tasks
    technique techniques term terms test three time today total train trained training two type types typically
    understand unlike used useful user using usually utilize various versatile via view way well whereas whole wide
    within work works world year years yield
    """
_EMPTY = frozenset(_EMPTY_TEXT.split()) | {stem(word) for word in _EMPTY_TEXT.split()}
_HEADS_TEXT = """
    model models system systems analysis problem problems data dataset datasets design measure measures test tests learning
    paper papers training selection resource resources support code library framework
    frameworks method methods algorithm algorithms task tasks
    """
_HEADS = frozenset(_HEADS_TEXT.split()) | {stem(word) for word in _HEADS_TEXT.split()}
"""Words that say nothing alone, and much behind another: «language model», «inverse problem»."""
THIRD = re.compile(r"(?<![suiw])s$")
"""A verb or a plural, where several words begin with it: «surpasses Llama»; «analysis» and «news» are neither."""
NO_NOUN = re.compile(r"(?:(?<!vari)able|ible|ed)s?$")
MODIFIER = re.compile(r"-(?:based|free|aware|specific|like|level|\w+ed|\w+ing)$", re.IGNORECASE)
VERBAL = re.compile(r"(?:ing|ed)$")
_VERB_LIKE = re.compile(r"(?:ly|ize[sd]?|izing|ise[sd]|ified|ifies|ify)$")
_ORGANISATIONS_TEXT = """
    google microsoft facebook ibm deepmind openai university universities institute institutes department laboratory
    laboratories college proceedings conference journal workshop symposium arxiv preprint ieee acm springer elsevier usenix
    aaai neurips author email e-mail abstract introduction keywords figure table section
    """
_ORGANISATIONS = frozenset(_ORGANISATIONS_TEXT.split())
"""Whoever they are the name of: affiliations, venues and the words around them are no subject of a paper."""


def _runs(text: str) -> Iterator[list[str]]:
    """The stretches of `text` between stop words and punctuation."""
    run: list[str] = []
    for token in [*TOKEN.findall(plain(text)), "."]:
        if token[0].isalpha() and len(token) > 1 and token.lower() not in STOP_WORDS:
            run.append(POSSESSIVE.sub("", token))
        else:
            if run:
                yield run
            run = []
        if token[-1:] in "'’" or token.endswith(("'s", "’s")):
            yield run
            run = []


def phrases(texts: Iterable[str], names: set[str]) -> Counter[tuple[str, ...]]:
    """Pieces of one to four words of the runs of `texts` that may be noun phrases, as written."""
    found: Counter[tuple[str, ...]] = Counter()
    known: dict[str, tuple[bool, bool, bool]] = {}
    for text in texts:
        for run in _runs(text):
            for word in run:
                if word not in known:
                    empty, head = sorts(word)
                    telling = len(word) > 2 and not empty and not head and not _VERB_LIKE.search(word.lower())
                    known[word] = telling, telling or head, _barred(word, names)
            for at, first in enumerate(run):
                if not known[first][0]:
                    continue
                for size, last in enumerate(run[at : at + LONGEST], 1):
                    telling, ends, barred = known[last]
                    if barred:
                        break
                    if telling or (ends and size > 1):
                        found[tuple(run[at : at + size])] += 1
    return found


def _barred(word: str, names: set[str]) -> bool:
    low = word.lower()
    return low in names or low in _ORGANISATIONS or low.rstrip("s") in _ORGANISATIONS or low.endswith("ly")


def sorts(word: str) -> tuple[bool, bool]:
    """Whether a word is one of academic speech, which neither begins nor ends a phrase; whether it may end a longer one.

    The last is said of «model» in «language model».
    """
    low = word.lower()
    stemmed = stem(low)
    return low in _EMPTY or stemmed in _EMPTY, low in _HEADS or stemmed in _HEADS
