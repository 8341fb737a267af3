"""What headings, captions, lists and footnotes begin with, in papers of any field."""

from __future__ import annotations

import re

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
CAPTION = re.compile(
    r"^(?P<label>(?P<kind>fig(?:ure)?|table|tab|algorithm|alg|listing|scheme|plate|box)\.?\s*(?P<number>[A-Z]?\.?\d+(?:\.\d+)?[a-z]?|[IVX]+))"
    r"(?P<mark>\s*[.:|]|\s*[–—]|\s*$)?\s*(?P<rest>.*)$",
    re.I,
)
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
