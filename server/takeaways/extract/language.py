"""Which language a paper is in, told from its own sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..model import Section

_WINDOWS = 5
_WINDOW = 1200
"""Characters. Five of these from all over the paper tell its language; reading more tells no more."""
_SURE = 0.9
"""CLD3's probability; below it the text is of several languages, or of none."""
_FEWEST = 120
"""Letters. A title and a table's labels are too little to tell by: names and terms are English everywhere."""

_FORMULA = re.compile(r"\$[^$]*\$|\\[A-Za-z]+|https?://\S+|\S+@\S+|\[[\d,;–\s-]+\]")
# What parts words, a font's private signs among it (they mislead CLD3); marks that belong to letters (vowel signs of
# Indian scripts) are not among these.
_NO_WORD = re.compile(
    r"[\s\d!-/:-@\[-`{-~«»“”„‘’…–—。、，：；！？（）「」《》·•×±=≤≥∈∑∫√∞→←\ue000-\uf8ff\U000f0000-\U0010ffff]+"
)
_SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""One says as much as three letters of an alphabet."""
_RENAMED = {"iw": "he", "jw": "jv", "mo": "ro"}
_SIMPLIFIED = frozenset("们这国说为学对过发经动长开问题结实现图网络线标数处训练与变应单点业优证验习")
_TRADITIONAL = frozenset("們這國說為學對過發經動長開問題結實現圖網絡線標數處訓練與變應單點業優證驗習")
_BOTH = _SIMPLIFIED & _TRADITIONAL
_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


def language_of(sections: Sequence[Section], said: str | None) -> str | None:
    """The language of a paper's text, a BCP 47 tag; None where it cannot be told.

    Parameters
    ----------
    sections : sequence of Section
        Of a paper with an abstract in another language the body counts.
    said : str, optional
        What the file says of itself; believed only where there is too little text to tell by.
    """
    words = _words(sections)
    windows = _windows(words)
    if not windows:
        tag = _TAG.match(said or "")
        return tag[0].lower() if tag else None
    # Imported here: a worker pays for it with its first paper (4 MB), and not for abs pages and feeds.
    from gcld3 import NNetLanguageIdentifier

    identifier = NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=4 * _WINDOW)
    votes: Counter[str] = Counter()
    for window in windows:
        found = identifier.FindLanguage(text=window)
        # Romanised Russian or Hindi («ru-Latn») is what it makes of names and codes.
        if found.is_reliable and found.probability >= _SURE and not found.language.endswith("-Latn"):
            votes[_RENAMED.get(found.language, found.language)] += 1
    if not votes:
        return None
    (language, count), *others = votes.most_common(2)
    if 2 * count < len(windows) or (others and others[0][1] == count):
        return None
    return _written_chinese(" ".join(windows)) if language == "zh" else language


def _words(sections: Sequence[Section]) -> list[str]:
    """The words of its sentences: of the body, else of the abstract; without formulas, addresses and variables."""
    for kinds in (("body", "appendix"), ("abstract",)):
        texts = [
            block.text
            for section in sections
            if section.kind in kinds
            for block in section.blocks
            if block.kind in ("paragraph", "list")
        ]
        words = _NO_WORD.split(" ".join(_FORMULA.sub(" ", text) for text in _spread(texts)))
        # Single letters are mostly variables.
        words = [word for word in words if len(word) > 1 or _SYLLABLES.match(word)]
        if _weight("".join(words)) >= _FEWEST:
            return words
    return []


def _spread(texts: list[str]) -> list[str]:
    """Little more than is looked at, from all over the paper."""
    size = sum(map(len, texts))
    step = max(1, 2 * size // (3 * _WINDOWS * _WINDOW))
    return texts[::step]


def _windows(words: list[str]) -> list[str]:
    text = " ".join(words)
    if len(text) <= _WINDOW:
        return [text] if text else []
    count = min(_WINDOWS, len(text) // _WINDOW)
    gap = (len(text) - _WINDOW) // max(1, count - 1)
    return [text[start : start + _WINDOW] for start in range(0, len(text) - _WINDOW + 1, max(1, gap))][:count]


def _weight(text: str) -> int:
    return len(text) + 2 * len(_SYLLABLES.findall(text))


def _written_chinese(text: str) -> str:
    """Simplified or traditional, where nearly all characters that differ are of one kind."""
    simplified = sum(letter in _SIMPLIFIED - _BOTH for letter in text)
    traditional = sum(letter in _TRADITIONAL - _BOTH for letter in text)
    if max(simplified, traditional) < 5 or min(simplified, traditional) * 5 > max(simplified, traditional):
        return "zh"
    return "zh-Hans" if simplified > traditional else "zh-Hant"
