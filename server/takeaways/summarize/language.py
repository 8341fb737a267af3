"""Which language a text is in, by its script and its commonest words; and a paper."""

from __future__ import annotations

import re
from collections import Counter

from takeaways.model import Document

_COMMON = {
    "en": "the of and to in is that for with are this by we on be which from an as it was can",
    "de": "der die das und ist von mit den für wir ein eine des dem nicht auf werden sich auch wird durch zu",
    "fr": "le la les des et est une dans que pour nous par sur qui avec ce cette sont du au aux plus",
    "es": "el la los las de y que en un una para con por es se del como este esta son al su",
    "pt": "o os as de e que em um uma para com por é se do da dos das não como este ao são",
    "it": "il la le gli di e che in un una per con è si del della dei sono questo come al nel",
    "nl": "de het een en van is dat op te met voor zijn die niet aan wij door ook bij worden",
    "pl": "i w na z do że się jest to nie o jak po dla przez oraz są tego które przy",
    "tr": "ve bir bu için ile da de olarak olan gibi daha çok ise her sonra kadar",
    "sv": "och att det som en på är av för med den till inte vi har om ett kan från",
    "cs": "na se je že do pro jsou které jako podle také byl bylo nebo této při byla jsme než být",
}
# Single letters are words in Polish, Czech and others, but in a paper more often variables.
_WORDS = {language: frozenset(word for word in words.split() if len(word) > 1) for language, words in _COMMON.items()}
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_FEWEST = 5
"""Letters below which a script says nothing: Greek ones may be mathematics."""
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_WORD = re.compile(r"[a-z\u00e0-\u024f]+")


_FOREIGN_FROM = 80
"""Characters of a block below which its language is not asked: headings, formulas and names have none."""
_ENGLISH_LEAST = 0.12
"""Share of the commonest words in English prose that is half formulas; other languages have a twentieth of them at most."""


def paper_language(document: Document) -> str:
    """The language of a paper: what its extraction told, else as its words tell; `und` when they do not."""
    return document.language or detect(_sample(document))


def is_english(language: str) -> bool:
    """Whether a BCP 47 tag names English, of whatever region."""
    return language.replace("_", "-").split("-")[0].lower() == "en"


def is_foreign(text: str) -> bool:
    """Whether `text`, a block of a paper in English, is surely in another language."""
    if len(text) < _FOREIGN_FROM and not any(script.search(text) for _, script in _SCRIPTS[:3]):
        return False
    words = text.lower().split()
    if sum(word in _WORDS["en"] for word in words) >= _ENGLISH_LEAST * len(words):
        return False
    return not is_english(found := detect(text)) and found != "und"


def detect(text: str) -> str:
    """The language of `text`, a BCP 47 tag.

    Parameters
    ----------
    text : str
        A few sentences or more; only the first 20,000 characters are looked at.

    Returns
    -------
    str
        `und` when there is too little to tell by. Cyrillic is told as Russian or, by its letters, Ukrainian.
    """
    text = text[:20_000].lower()
    letters = len(_LETTER.findall(text))
    for language, script in _SCRIPTS:
        # Japanese mixes kana into Han, so a tenth is enough; Greek letters alone are mathematics.
        if letters >= _FEWEST and len(script.findall(text)) > letters * (0.1 if language == "ja" else 0.3):
            return "uk" if language == "ru" and re.search("[іїєґ]", text) and "ы" not in text else language
    counts = Counter(_LATIN_WORD.findall(text))
    total = sum(counts.values())
    scores = {language: sum(counts[word] for word in words) for language, words in _WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    # Running prose is a quarter such words and more; a tenth is safe, and below it this is a table or a formula.
    return best if total >= 5 and scores[best] >= max(2, total * 0.1) else "und"


def _sample(document: Document) -> str:
    """Enough text to tell the language by: from the middle, for abstracts are often in a second language."""
    blocks = [block.text for section in document.sections if section.kind != "abstract" for block in section.blocks]
    blocks = blocks or [block.text for section in document.sections for block in section.blocks]
    half = len(blocks) // 3
    return " ".join(blocks[half:] + blocks[:half])[:20_000]
