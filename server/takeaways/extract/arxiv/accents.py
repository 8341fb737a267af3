"""TeX's accents and letters as characters: arXiv keeps metadata as its authors typed them (`Bal\\'azs`, `M{\\o}ller`)."""

from __future__ import annotations

import re
import unicodedata

_MARKS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331",
}  # fmt: skip
_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ", "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "i": "ı", "j": "ȷ",
    "&": "&", "%": "%", "_": "_", "#": "#",
}  # fmt: skip
_FORMULA = re.compile(r"(\$[^$]*\$)")
# A letter's own accent needs a brace or a space before what it stands on: `\c{c}`, `\v s`; others do not: `\'e`.
_ACCENT = re.compile(r"\{?\\(?:(['`^\"~=.])\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z]))"
                     r"|([uvHckrdb])(?:\s*\{\s*\\?([A-Za-z])\s*\}|\s+\\?([A-Za-z])))\}?")  # fmt: skip
_NAMED = re.compile(r"\{\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|dh|DH|dj|DJ|th|TH|ng|NG|i|j)\}"
                    r"|\\(ss|o|O|l|L|ae|AE|oe|OE|aa|AA|dh|DH|dj|DJ|th|TH|ng|NG|i|j)(?![A-Za-z])(?:\{\}|\\(?=\s)|\s+)?"
                    r"|\\([&%_#])")  # fmt: skip


def characters(text: str) -> str:
    """`text` with TeX's accented letters as characters; formulas (`$…$`) stay as they are."""
    if "\\" not in text:
        return text
    parts = _FORMULA.split(text)
    return "".join(part if n % 2 else _of_words(part) for n, part in enumerate(parts))


def _of_words(text: str) -> str:
    text = _ACCENT.sub(_accented, text)
    return _NAMED.sub(lambda found: _LETTERS[found[1] or found[2] or found[3]], text)


def _accented(found: re.Match[str]) -> str:
    mark = _MARKS[found[1] or found[4]]
    letter = found[2] or found[3] or found[5] or found[6]
    # Braces that were opened before the accent are closed after it, and only those.
    opened, closed = found[0].startswith("{"), found[0].count("}") > found[0].count("{", 1)
    composed = unicodedata.normalize("NFC", letter + mark)
    return ("{" if opened and not closed else "") + composed + ("}" if closed and not opened else "")
