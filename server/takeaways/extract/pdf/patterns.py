"""What headings, captions, lists and footnotes begin with, in papers of any field."""

from __future__ import annotations

import re
from typing import Literal

NUMBERED = re.compile(
    r"^(?:(?P<word>(?i:Appendix|Supplement(?:ary)?(?:\s+Material)?|Chapter|Part|Section)\b|§)\s*)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[A-Z](?:\.\d{1,2}){1,3}|[A-Z]\d{0,2}(?=[.:)]?\s)|[IVX]{1,5}(?:[-–.][A-Z\d])?(?=[.:]?\s)"
    r"|[a-h](?=\)\s))"
    r"[.:)]?(?:\s+|(?<=\.)(?=[A-Z][a-z]))(?P<text>\S.*)$"
)
CHAPTER = re.compile(r"^(?P<word>Appendix|Chapter|Part)\s+(?P<number>\d{1,2}|[A-Z]|[IVX]{1,5})\s*[.:]?$", re.I)
"""The number of a chapter on a line of its own, its title below."""
NAMED = re.compile(
    r"^(?:abstract|summary|introduction|background|related works?|prior work|previous work|preliminaries|methods?|"
    r"methodology|"
    r"materials and methods|experiments?|experimental (?:setup|results)|results|results and discussion|evaluation|analysis|"
    r"discussion|discussions|limitations?|conclusions?|concluding remarks|conclusions? and future work|"
    r"discussion and conclusions?|"
    r"future work|acknowledge?ments?|author contributions?|data availability|code availability|funding|ethics statement|"
    r"broader impacts?|appendix|appendices|supplementary materials?|references|bibliography|literature cited|works cited|"
    r"references and notes|notes|key ?words|index terms)$",
    re.I,
)
ABSTRACT = re.compile(r"^\W*abstract\b\W*", re.I)
REFERENCES = re.compile(
    r"^(?:\d{1,2}\.?\s+|[IVX]+\.?\s+)?(?:references(?: and notes)?|bibliography|literature cited|"
    r"works cited|cited literature)\W*$",
    re.I,
)
AFTER_REFERENCES = re.compile(
    r"^(?:appendix|appendices|supplement|supporting information|acknowledge?ments?|author|biograph)", re.I
)
_FLOATS = (
    r"fig(?:ure|ura)?|abb(?:ildung)?|рис(?:унок)?|[图圖図]|plate|scheme|box|"
    r"tab(?:le|leau|elle|ella|ela|la)?|табл(?:ица)?|表|"
    r"alg(?:orithm(?:us|e)?|oritmo)?|算法|listing"
)
"""What figures, tables and listings are called, in languages that papers of any number are written in."""
CAPTION = re.compile(
    rf"^(?P<label>(?P<kind>{_FLOATS})\.?\s*(?P<number>[A-Z]?\.?\d+(?:[.-]\d+)?[a-z]?|[IVX]+))"
    r"(?P<mark>\s*[.:|：]|\s*[–—]|\s*$)?\s*(?P<rest>.*)$",
    re.I,
)
FLOAT_NAME = re.compile(_FLOATS, re.I)


def float_kind(name: str) -> Literal["figure", "table", "algorithm"]:
    """What a caption's first word says that it is the caption of."""
    name = name.casefold()
    if name.startswith(("tab", "таб", "表")):
        return "table"
    return "algorithm" if name.startswith(("alg", "listing", "算法")) else "figure"


BULLET = re.compile(r"^(?:[•◦▪●○■□▸►‣∙·⋄]|[–∗*](?=\s))\s*")
STRONG_BULLET = re.compile(r"^[•◦▪●○■□▸►‣]")
"""Unlike a dash or an asterisk, these begin nothing but an item."""
ENUMERATED = re.compile(r"^\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)]\s+(?=\S)")
NOTE_MARK = re.compile(r"^(\d{1,3}|[*∗†‡§¶⋆]+)\s*(?=\S)")
KEYWORDS = re.compile(
    r"^(?:key\s*-?words(?:\s+and\s+phrases)?|index\s+terms|ccs\s+concepts|categories\s+and\s+subject\s+descriptors)\b\W*",
    re.I,
)
ENDS = re.compile(r"[.!?:;]['”’\")\]]*$")
CLASSIFICATION = re.compile(
    r"^(?:key\s*-?words(?:\s+(?:and|&)\s+phrases)?|index\s+terms|ccs\s+concepts|general\s+terms|acm\s+reference\s+format|"
    r"categories\s+(?:and|&)\s+subject\s+descriptors|(?:\d{4}\s+)?mathematics\s+subject\s+classifications?|pacs(?:\s+numbers)?|"
    r"contents|table\s+of\s+contents|list\s+of\s+(?:figures|tables)|unified\s+astronomy\s+thesaurus\s+concepts)\W*$",
    re.I,
)
"""Headings of lists that are no part of the text."""
