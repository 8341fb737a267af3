"""Addresses as they stand in a text, each with the sentence around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

_REST = r"[^\s<>\"'{}|\\^`\[\]$“”]+"
_URL = re.compile(
    rf"https?://{_REST}|(?<![\w./@-])(?:www\.[\w-]+\.{_REST}"
    r"|(?:github|gitlab|bitbucket|codeberg)\.(?:com|org)/[\w.-]+/[\w.-]+|(?:huggingface\.co|zenodo\.org)/[\w./-]+)",
    re.I,
)
_HOST = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:[/?#]|$)", re.I)
_MARKS = ".,;:!?’'*†‡"
# The end of a sentence: not after an abbreviation or an initial («et al. (2020)», «e.g. Python», «v. 2»).
_STOP = re.compile(
    r"(?<=[.!?])(?<!\bal\.)(?<!\b[A-Za-z]\.)(?<!\b(?:cf|vs|no)\.)(?<!\b(?:Fig|Sec|Eqn|Ref)\.)"
    r"\s+(?=(?:[\"“(\[]|[•‣▪]\s*)?[A-Z0-9•])"
)
_NO_SIGN = re.compile(r"[^A-Za-z0-9]+")
_CUT = re.compile(r"[-./_=&?]$")
_NEAR = 300
"""Characters at each side of an address among which its sentence is looked for."""
_MOST = 200
"""Addresses in a paper's texts that are looked at; more are a list of them."""


@dataclass(frozen=True)
class Mention:
    """An address in a text. `before` and `after` are what its sentence says around it.

    `words` are what is shown in the address's place, as in «our code»; empty where it is shown itself.
    """

    url: str
    before: str = ""
    after: str = ""
    words: str = ""

    @property
    def plain(self) -> str:
        """Letters and digits of the address, by which it is found where a line's end has put a space or hyphen into it."""
        return plain(re.sub(r"^https?://(?:www\.)?", "", self.url))


def plain(text: str) -> str:
    """The letters and digits of a text, of ASCII's as addresses have no others."""
    return _NO_SIGN.sub("", text).lower()


def signs(text: str) -> list[int]:
    """Where in a text these stand."""
    return [at for at, letter in enumerate(text) if letter.isascii() and letter.isalnum()]


def mentions_of(texts: Iterable[str], known: Sequence[Mention]) -> Iterator[Mention]:
    """What the parser knows of addresses, then those that its text shows and it does not know.

    Parameters
    ----------
    texts : iterable of str
        The paper's own, its references left out.
    known : sequence of Mention
    """
    yield from known
    addresses = [mention.plain for mention in known]
    for mention in islice(chain.from_iterable(map(mentions_in, texts)), _MOST):
        # What a line's end has spoilt, or cut, is the start of the true one or the same but for its signs.
        if not any(address.startswith(mention.plain) for address in addresses):
            yield mention


def mentions_in(text: str) -> Iterator[Mention]:
    """Every address that is written out in a text, but for those that a line's end has cut in two."""
    if "/" not in text and "www." not in text.lower():
        return
    for found in _URL.finditer(text):
        url = _without_marks(found[0])
        end = found.start() + len(url)
        if _cut(found[0], text[found.end() : found.end() + _NEAR]):
            continue
        if not url.lower().startswith("http"):
            url = f"{'http' if url.lower().startswith('www.') else 'https'}://{url}"
        if _HOST.match(url):
            yield mention(url, text[max(0, found.start() - _NEAR) : found.start()], text[end : end + _NEAR])


def _without_marks(address: str) -> str:
    """An address without the sentence's marks after it; a bracket is its own where it was opened in it."""
    while address[-1] in _MARKS or (address.endswith(")") and address.count("(") < address.count(")")):
        address = address[:-1]
    return address


def mention(url: str, before: str, after: str, words: str = "") -> Mention:
    """A mention of `url` between two texts, which are shortened to its sentence, or what of it is near."""
    before, after = before[-_NEAR:].rstrip(), after[:_NEAR].lstrip()
    parts = _STOP.split(before)
    if len(parts) > 1 and not re.search(r"\w", parts[-1]):
        parts.pop()
    sentence = parts[-1]
    if re.search(r"[.!?]\W*$", sentence) and not re.search(r"\b(?:al|e\.g|i\.e|cf|see)\.\W*$", sentence, re.I):
        # A mark after the full stop belongs to the sentence before; what follows is another.
        return Mention(url, sentence, "", words)
    return Mention(url, sentence, _STOP.split(after)[0], words)


def _cut(address: str, rest: str) -> bool:
    """Whether the next word goes on with the address: «https://x.org/mesh/home. html», «https://x.org/a- b/c»."""
    following = re.match(r"\s([a-z0-9][\w./~%-]*)", rest)
    if not following:
        return False
    word = following[1].rstrip(".,;)")
    goes_on = (
        "/" in word or re.search(r"\.(?:html?|pdf|org|com|net|edu|php|zip)$", word) or word in ("html", "htm", "pdf", "php")
    )
    return bool(goes_on and _CUT.search(address)) or (address.endswith(".") and word[:1].islower() and len(address) > 12)
