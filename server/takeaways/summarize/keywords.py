"""Keywords: the paper's own list, else the phrases it returns to."""

from __future__ import annotations

import re
from collections import Counter

from .reading import Reading
from .words import STOP_WORDS, plain, stem

_MOST = 8
_TOKEN = re.compile(r"[^\W_][\w’'+-]*|[.,;:!?()\[\]“”\"/–—]")
# Words a noun phrase does not begin or end with: the verbs, adjectives and nouns of academic speech, not of a subject.
_EMPTY_TEXT = """
    able according achieve achieved achieves additional allow allows analysis analyze apply applied approach approaches art
    available baseline baselines best better case cases certain code common compare compared comparable completely complex
    consider considered consists containing contains contribution contributions current data dataset datasets demonstrate
    demonstrated demonstrates describe described design different difficult directly domain effective effectively efficient
    employ enable enables entirely especially establish evaluate evaluated existing experiment experiments explore extensive
    faster final find first following found framework full general generally give good great hard high higher highly improve
    improved improves improvement include includes including increase introduce introduced introduces investigate key known
    large larger largest last later lead leading less level limited long low lower main make makes making many measure method
    methods model models modern multiple need needed needs new novel number numerous obtain obtained one open outperform
    outperforms paper part particular particularly perform performance performs possible potential present presented presents
    previous prior problem problems propose proposed proposes prove provide provided provides public publicly purpose quality
    range recent recently related relevant release require required requires research resource result resulting results score
    second selection set several show showed shown shows significant significantly similar simple single small solely
solution     solve source standard state strong study studies successfully superior support system
systems task tasks technique
    techniques term test three time today total train trained training two type types understand unlike used useful user
    utilize various versatile view way well wide work works world year years yield based across
    """
_EMPTY = frozenset(_EMPTY_TEXT.split())
_VERBAL = re.compile(r"(?:ing|ed|ify)$")
_VERB_LIKE = re.compile(r"(?:ly|ize[sd]?|izing|ise[sd]|ified|ifies)$")


def keywords(reading: Reading) -> tuple[str, ...]:
    """Up to eight keywords of the paper that was read.

    Its own list where it has one; else the noun-like phrases of one to three words that occur in the title or the
    abstract and again elsewhere, the most telling first. None for languages whose phrases cannot be told by these rules.
    """
    own = reading.document.keywords
    if own:
        return tuple(dict.fromkeys(" ".join(word.split()) for word in own if word.strip()))
    if not reading.english:
        return ()
    paper = reading.document.paper
    head = [
        paper.title or "",
        *(block.text for section in reading.document.sections if section.kind == "abstract" for block in section.blocks),
    ]
    if len(head) == 1 or not any(head[1:]):
        head += [sentence.text for sentence in reading.sentences[:10]]
    people = {stem(part.lower()) for author in paper.authors for part in _parts(author.name, *author.affiliations)}
    found = _phrases(head, people)
    body, written = _body(reading, {_key(phrase) for phrase in found})
    return _ranked(found, _phrases([paper.title or ""], people), body, written)


def _parts(*names: str) -> list[str]:
    return [part for name in names for part in re.findall(r"[^\W\d_]{3,}", name)]


def _body(reading: Reading, wanted: set[str]) -> tuple[Counter[str], dict[str, Counter[str]]]:
    """How often each wanted phrase occurs in the text, and how it is written within a sentence."""
    counts: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    heads = {key.split()[0] for key in wanted}
    for sentence in reading.sentences:
        tokens = _TOKEN.findall(plain(sentence.text))
        keys = [stem(token.lower()) for token in tokens]
        for at, key in enumerate(keys):
            if key not in heads:
                continue
            for size in (1, 2, 3):
                phrase = " ".join(keys[at : at + size])
                if phrase in wanted:
                    counts[phrase] += 1
                    if at:
                        written.setdefault(phrase, Counter())[" ".join(tokens[at : at + size])] += 1
    return counts, written


def _ranked(head: Counter[str], title: Counter[str], body: Counter[str], forms: dict[str, Counter[str]]) -> tuple[str, ...]:
    in_title = {_key(phrase) for phrase in title}
    scores: dict[str, float] = {}
    written: dict[str, str] = {}
    for phrase, count in head.items():
        key, length = _key(phrase), phrase.count(" ") + 1
        times = max(body[key], count)
        if times < 2 and key not in in_title:
            continue
        if length == 1 and not (key in in_title or any(letter.isupper() for letter in phrase[1:])):
            continue
        if length == 1 and phrase.islower() and _VERBAL.search(phrase):
            continue
        weight = (
            min(times, 30) ** 0.5 * (1.0, 1.7, 1.8)[length - 1] * ((1.6 if length > 1 else 1.2) if key in in_title else 1.0)
        )
        if weight > scores.get(key, 0.0):
            scores[key] = weight
            # «Attention» in a title is «attention»; «Mistral» is «Mistral» in every sentence.
            written[key] = forms[key].most_common(1)[0][0] if key in forms else phrase
    chosen: list[str] = []
    for key in sorted(scores, key=lambda key: (-scores[key], key)):
        words = set(key.split())
        # «attention» beside «attention mechanism», or the reverse, says nothing more.
        if not any(words <= set(_key(other).split()) or words >= set(_key(other).split()) for other in chosen):
            chosen.append(written[key])
    return tuple(chosen[:_MOST])


def _key(phrase: str) -> str:
    return " ".join(stem(word.lower()) for word in phrase.split())


def _phrases(texts: list[str], people: set[str]) -> Counter[str]:
    """Runs of one to three words between stop words and punctuation, that begin and end with a telling word."""
    found: Counter[str] = Counter()
    for text in texts:
        run: list[str] = []
        for token in [*_TOKEN.findall(plain(text)), "."]:
            word = token.lower()
            if token[0].isalnum() and word not in STOP_WORDS and not token[0].isdigit() and len(token) > 1:
                run.append(token)
                continue
            for size in (1, 2, 3):
                for at in range(len(run) - size + 1):
                    piece = run[at : at + size]
                    if (
                        _telling(piece[0])
                        and _telling(piece[-1])
                        and not any(stem(part.lower()) in people for part in piece)
                    ):
                        found[_written(piece)] += 1
            run = []
    return found


def _written(piece: list[str]) -> str:
    """Lower case but where capitals mean something («BERT», «Transformer» stays, «Attention» of a title does not)."""
    return " ".join(word if any(letter.isupper() for letter in word[1:]) else word.lower() for word in piece)


def _telling(word: str) -> bool:
    low = word.lower()
    return len(low) > 2 and low not in _EMPTY and stem(low) not in _EMPTY and not _VERB_LIKE.search(low)
