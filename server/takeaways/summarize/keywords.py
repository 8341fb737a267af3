"""Keywords: the paper's own list, else the noun phrases it returns to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from .phrases import LONGEST, MODIFIER, NO_NOUN, POSSESSIVE, THIRD, TOKEN, VERBAL, phrases, sorts
from .reading import Reading
from .words import STOP_WORDS, plain, stem

_MOST = 8
_BEFORE_VERBS_TEXT = "we they who can could cannot will would may might must should you to not also"
_BEFORE_VERBS = frozenset(_BEFORE_VERBS_TEXT.split())
_BEFORE_NOUNS_TEXT = "the a an this these our its their of for by in on with from each every any some no"
_BEFORE_NOUNS = frozenset(_BEFORE_NOUNS_TEXT.split())
_NO_KEYWORD = re.compile(
    r"^[A-Z]\.\d|^\d|@|https?:|^(?:general terms|categories|subject descriptors|acm|msc|pacs|jel|ccs|doi|received"
    r"|accepted)\b"
    r"|\b\d\d[A-Z]\d\d\b",
    re.IGNORECASE,
)
_CITED = re.compile(r"\b([A-Z][^\W\d_]+)(?: (?:and|&) ([A-Z][^\W\d_]+))?(?: et al\b|,? \(?(?:19|20)\d\d)")


@dataclass
class _Use:
    """How a phrase is used in the text: how often, how often nothing of a noun phrase stands before and behind it."""

    times: int = 0
    begins: int = 0
    ends: int = 0
    written: Counter[str] = field(default_factory=Counter)


def keywords(reading: Reading) -> tuple[str, ...]:
    """Up to eight keywords of the paper that was read.

    Its own list where it has one; else the noun phrases of one to four words that occur in the title or the abstract
    and again elsewhere, the most telling first. None for languages whose phrases cannot be told by these rules.
    """
    own = _own(reading.document.keywords)
    if own or not reading.english:
        return own
    paper = reading.document.paper
    head = [
        paper.title or "",
        *(block.text for section in reading.document.sections if section.kind == "abstract" for block in section.blocks),
    ]
    if not any(head[1:]):
        head += [sentence.text for sentence in reading.sentences[:10]]
    text = _Text(reading)
    names = _words(author.name for author in paper.authors) | text.cited
    places = _words(place for author in paper.authors for place in author.affiliations)
    return _ranked(phrases(head, names), phrases(head[:1], names), places, text)


def _own(words: Iterable[str]) -> tuple[str, ...]:
    """The paper's own list, tidied; classifications and addresses that were printed with it are no keywords."""
    found: dict[str, str] = {}
    for word in words:
        tidy = re.sub(r"^(?:and|&) ", "", " ".join(word.split()).strip(" .;,:•·"))
        if tidy and len(tidy.split()) <= 8 and not _NO_KEYWORD.search(tidy):
            found.setdefault(tidy.casefold(), tidy)
    return tuple(found.values())


def _words(names: Iterable[str]) -> set[str]:
    return {part.lower() for name in names for part in re.findall(r"[^\W\d_]{3,}", name)}


def _prose(text: str) -> str:
    """`text` without its mathematics; looked for only where there may be some."""
    return plain(text) if "$" in text or "\\" in text else text


class _Text:
    """How words and phrases are used in all that was read.

    Parameters
    ----------
    reading : Reading
        The paper.
    """

    def __init__(self, reading: Reading) -> None:
        self._stems: dict[str, str] = {}
        self._bounding: dict[str, bool] = {}
        self._sentences = [TOKEN.findall(_prose(sentence.text)) for sentence in reading.sentences]
        self.cited = {
            name.lower()
            for sentence in reading.sentences
            if sentence.cites
            for found in _CITED.findall(sentence.quote)
            for name in found
            if name
        }

    def key(self, words: Iterable[str]) -> tuple[str, ...]:
        """A phrase as its stems, in lower case: one for singular and plural."""
        return tuple(self._stem(word) for word in words)

    def _stem(self, word: str) -> str:
        if word not in self._stems:
            self._stems[word] = stem(POSSESSIVE.sub("", word.lower()))
        return self._stems[word]

    def uses(self, wanted: set[tuple[str, ...]]) -> tuple[dict[tuple[str, ...], _Use], set[str]]:
        """How each of `wanted` is used, and which of their words are used as verbs."""
        found = {key: _Use() for key in wanted}
        first = {key[0] for key in wanted}
        words = {word for key in wanted for word in key}
        verbs: Counter[str] = Counter()
        nouns: Counter[str] = Counter()
        for tokens in self._sentences:
            keys = [self._stem(token) for token in tokens]
            for at, key in enumerate(keys):
                if key not in words:
                    continue
                before = tokens[at - 1].lower() if at else ""
                if before in _BEFORE_VERBS:
                    verbs[key] += 1
                elif before in _BEFORE_NOUNS:
                    nouns[key] += 1
                if key in first:
                    self._count(tokens, keys, at, found)
        return found, {word for word, times in verbs.items() if times > nouns[word]}

    def _bounds(self, token: str) -> bool:
        """Whether a token stands outside any noun phrase, or closes one that is whole without it («model», «task»)."""
        if token not in self._bounding:
            self._bounding[token] = not token[0].isalpha() or token.lower() in STOP_WORDS or any(sorts(token))
        return self._bounding[token]

    def _count(self, tokens: list[str], keys: list[str], at: int, found: dict[tuple[str, ...], _Use]) -> None:
        for size in range(1, LONGEST + 1):
            use = found.get(tuple(keys[at : at + size]))
            if use is None or at + size > len(keys):
                continue
            use.times += 1
            use.begins += at == 0 or self._bounds(tokens[at - 1])
            use.ends += (
                at + size == len(tokens) or self._bounds(tokens[at + size]) or tokens[at + size - 1].endswith(("'s", "’s"))
            )
            if at:
                use.written[POSSESSIVE.sub("", " ".join(tokens[at : at + size]))] += 1


def _ranked(
    head: Counter[tuple[str, ...]], title: Counter[tuple[str, ...]], places: set[str], text: _Text
) -> tuple[str, ...]:
    in_title = {text.key(phrase) for phrase in title}
    forms = {text.key(phrase): phrase for phrase in reversed(head)}
    uses, verbs = text.uses(set(forms))
    times = Counter[tuple[str, ...]]()
    for phrase, count in head.items():
        times[text.key(phrase)] += count
    scores: dict[tuple[str, ...], float] = {}
    for key, phrase in forms.items():
        use, titled = uses[key], key in in_title
        # What is said once is no subject, and the words of an affiliation are none unless the text returns to them.
        said = max(use.times, times[key])
        rare = (said < 2 and not titled) or (said < 3 and all(word.lower() in places for word in phrase))
        if rare or key[0] in verbs or key[-1] in verbs or not _is_noun(phrase, use, titled=titled):
            continue
        weight = (0.5 if _is_plain(phrase) else 1.0, 1.7, 1.9, 1.9)[len(key) - 1]
        scores[key] = weight * min(said, 30) ** 0.5 * (1.0 if not titled else 1.6 if len(key) > 1 else 1.3)
    ranked = sorted(scores, key=lambda key: (-scores[key], key))
    pieces = {key for key in scores if any(_swallows(other, key, uses) for other in scores)}
    chosen: list[tuple[str, ...]] = []
    # A piece of a longer phrase may stand where the longer one does not.
    for key in [*(key for key in ranked if key not in pieces), *(key for key in ranked if key in pieces)]:
        if not any(_same(key, other) for other in chosen):
            chosen.append(key)
    return tuple(_written(forms[key], uses[key]) for key in chosen[:_MOST])


def _is_noun(phrase: tuple[str, ...], use: _Use, *, titled: bool) -> bool:
    """Whether it is used as a noun phrase: what more words nearly always follow is half of one."""
    if use.ends < 0.5 * use.times:
        return False
    first, last = phrase[0], phrase[-1]
    if len(phrase) > 1:
        gerund = first.endswith("ing") and use.begins < use.times
        return not (NO_NOUN.search(last) or gerund or (THIRD.search(first) and not first.endswith("ics")))
    if not _is_plain(phrase):
        return not MODIFIER.search(first)
    # A common word alone says little, unless it stands in the title and the text returns to it.
    often = titled and use.times > 2 and use.begins >= 0.4 * use.times
    return often and not VERBAL.search(first) and "-" not in first.removeprefix("self-")


def _is_plain(phrase: tuple[str, ...]) -> bool:
    """Whether it is written like any word: neither «BERT» nor «CIFAR-10»."""
    return not any(letter.isupper() or letter.isdigit() for part in phrase[0].split("-") for letter in part[1:])


def _swallows(longer: tuple[str, ...], key: tuple[str, ...], uses: dict[tuple[str, ...], _Use]) -> bool:
    """Whether `key` is mostly a piece of `longer`."""
    if len(longer) <= len(key):
        return False
    within = any(longer[at : at + len(key)] == key for at in range(len(longer) - len(key) + 1))
    return within and uses[longer].times >= (0.3 if len(key) == 1 else 0.5) * uses[key].times


def _same(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """«attention» beside «attention mechanism» says nothing more, nor «RNN» beside what it stands for."""
    small, large = sorted((key, other), key=len)
    initials = "".join(part[0] for word in large for part in word.split("-") if part)
    short = len(small) == 1 and len(small[0]) > 2 and initials.endswith(small[0])
    return short or all(any(_alike(word, one) for one in large) for word in small)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) > 6 and word[:7] == other[:7])


def _written(phrase: tuple[str, ...], use: _Use) -> str:
    """As the text writes it most often within a sentence; else in lower case but where capitals mean something."""
    if use.written:
        return use.written.most_common(1)[0][0]
    return " ".join(word if any(letter.isupper() for letter in word[1:]) else word.lower() for word in phrase)
