"""Whether a text is a person's name, and which names a list of them holds: all of them or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .houses import COUNTRY, INSTITUTION, NAMESAKE, any_of
from .marks import CLOSE, GAP, MARKED, OPEN, marks_in

BREAK = "⏎"
"""A line's end, in the text of a list of names that runs over several lines."""

_PARTICLE = re.compile(
    any_of(
        r"""de da do dos das di du van von vom der den dem del della dello degli dei delle la las le lo los ter ten te bin
        ben ibn bint al el e i zu zum zur af av op auf dal dalla d' 't st\. san nic ní ap ó"""
    )
)
_DEGREE = (
    r"(?:Ph\.?\s?D|M\.?\s?D|D\.?\s?Phil|Dr\.?|M\.?\s?Sc|B\.?\s?Sc|M\.?P\.?H|MBBS|MBChB|Pharm\.?D|D\.?V\.?M|Sc\.?D|D\.?Sc|Ed\.?D|"
    r"F[RA]C[A-Z]{1,3}|MSPH|MHS|MSc|BSc|MBA|MPhil|RN|BSN|MSN|DrPH|JD|DDS|MRCP|M\.?Eng|B\.?Eng|P\.?Eng|CBE|OBE)\.?"
)
_DEGREES = re.compile(rf"(?:[,\s]+{_DEGREE})+(?=\s*(?:[,;&{OPEN}{BREAK}{GAP}]|and\b|$))")
_GRADE = re.compile(
    r"\s*,\s*(?:(?:Student|Senior|Life|Graduate|Associate|Founding|Professional)\s+)*(?:Member|Fellow)\s*,?\s*"
    r"(?:IEEE|ACM|AAAI|OSA|SIAM|AIAA|ASME|IET|SPIE)\b(?:\s*,\s*(?:ACM|IEEE|OSA))?",
    re.I,
)
_TITLE = re.compile(r"^(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Priv|Doz|Ing|habil|rer|nat|Sir)\b\.?[-\s]*)+(?=\S)")
_SUFFIX = re.compile(r"(?:Jr|Sr|jr)\.?|II|III|IV|[23](?:nd|rd)")
_PART = re.compile(r"(?:[a-zA-Z]?['’‘`])?[^\W\d_](?:[^\W\d_]|[.'’‘`´ʼ\-‐–‑·])*")
_ORDINAL = re.compile(rf"(?:^|(?<=[{BREAK}{GAP}]))\s*\d{{1,2}}\s*(?:{OPEN}?(?:st|nd|rd|th){CLOSE}?)\s+")
_LEAD = re.compile(r"^\W*(?:(?:written\s+|submitted\s+)?by|authors?)\b\s*:?\s+", re.I)
_BRACKETED = re.compile(r"\(([^\W_]{1,3}(?:,\s?[^\W_])*)\)|\[([^\W_]{1,3}(?:,\s?[^\W_])*)\]")
_GLUED = re.compile(rf"(?<=[^\W\d_]{{2}})\d{{1,2}}(?:,\s?\d{{1,2}})*(?=[\s,;{GAP}{BREAK}]|$)")
_AND = rf"(?:and|AND|And|und|et|y)(?=[\s{GAP}{BREAK}]|$)"
BETWEEN = re.compile(
    rf"({OPEN}[^{CLOSE}]*{CLOSE}|\([^()]*\))|\s*[,;·•∙|&/{GAP}{BREAK}][\s,]*(?:{_AND})?|\s+[–—]\s+|(?:^|\s+){_AND}"
)
_HAN = (
    "王李张劉刘陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜"
    "叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鐘谭譚陆陸汪范金石廖贾賈夏韦方白邹鄒孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱"
    "严戴莫孔向汤"
)
_HANGUL = (
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석"
    "선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
"""The first letters of the family names that most people in China and Korea have."""
_NO_NAME = re.compile(
    r"(?<![\w-])(?:(?i:"
    + any_of(
        r"""abstract summary introduction contents keywords? terms figure table draft preprint reprint version revised
        received accepted submitted published available online open access articles? papers? reports? reviews? letters?
        editorial journal proceedings conference workshop symposium transactions volume issue doi issn isbn copyright
        licen[sc]e rights reserved appendix supplement\w* thesis dissertation chapter lectures? notes tutorial anonymous
        authors? corresponding correspondence contribut\w* equal(?:ly)? student member supervisor advisor edited
        communicated translated dated e-?mail fax phone url website homepage address avenue blvd boulevard suite building
        team group collaboration consortium project programme? overview approach methods? analysis study theory models?
        learning networks? systems? data language using towards? between sample document template
        example title course instructor surname manual package class style index glossary"""
    )
    + r")|OF|FOR|THE|AT|FROM|WITH|UNDER|VIA|ON|IN|BY)(?![\w-])"
)
"""Words of titles, notes and banners that stand in no list of names."""


@dataclass
class Name:
    """A name as it is printed, with the marks behind it and the addresses in brackets after it."""

    text: str
    marks: list[str]
    beside: str = ""


def person(text: str, alone: bool = False) -> str | None:
    """The name that a text is, in the form in which it is printed, or None.

    Parameters
    ----------
    text : str
        Without marks.
    alone : bool
        Whether a single word may be a name: only among others that are longer.
    """
    text = _TITLE.sub("", re.sub(r"\s+", " ", text).strip(" ,;:"))
    if not re.search(r"(?:\b[^\W\d_]|\b[JS]r)\.$", text):
        text = text.rstrip(".")
    if not text or any(letter.isdigit() for letter in text):
        return None
    if _east_asian(re.sub(r"\s", "", text)):
        return text
    if _NO_NAME.search(text) or INSTITUTION.search(text) or NAMESAKE.fullmatch(text) or COUNTRY.search(f", {text}"):
        return None
    parts = text.split(" ")
    core = parts[:-1] if len(parts) > 1 and _SUFFIX.fullmatch(parts[-1].strip(",")) else parts
    if not all(_PART.fullmatch(part) and (_capital(part) or _PARTICLE.fullmatch(part.replace("’", "'"))) for part in core):
        return None
    full = [part for part in core if _capital(part) and len(re.sub(r"[\W_]", "", part)) > 1]
    if not full or len(core) > 6 or not _capital(core[-1]) or _like_a_sentence(core, full):
        return None
    if len(core) > 1 and sum(_capital(part) for part in core) < 2:
        return None  # a family name with its particles
    if len(core) == 1:
        return text if alone and len(text) > 2 and not text.isupper() else None
    return text


def _like_a_sentence(parts: list[str], full: list[str]) -> bool:
    """Whether words are too many for a name: five without an initial or a particle, or in capitals and cut off."""
    loud = len(parts) > 3 and all(part.isupper() for part in parts) and _PARTICLE.fullmatch(parts[-1].casefold())
    bare = [part for part in full if not _PARTICLE.fullmatch(part.casefold())]
    return bool(loud) or (len(bare) > 4 and len(bare) == len(parts))


def list_of(text: str) -> list[Name] | None:
    """The names in a list: None where any part of it is something else.

    Parameters
    ----------
    text : str
        Of pieces: marks in brackets, wide gaps as ⇥, a break between lines as ⏎.
    """
    text = bare(text)
    text = _BRACKETED.sub(lambda found: f"{OPEN}{found[1] or found[2]}{CLOSE}", text)
    text = _GLUED.sub(lambda found: f"{OPEN}{found[0]}{CLOSE}", text)
    out: list[Name] = []
    single: list[str] = []
    for part in BETWEEN.split(text):
        if part is None or not part.strip(" .,:"):
            continue
        marks = MARKED.fullmatch(part)
        if marks:
            if out:
                out[-1].marks += marks_in(marks[1])
            continue
        if part.startswith("("):
            if not out:
                return None
            out[-1].beside = part.strip("() ")
            continue
        if out and _SUFFIX.fullmatch(part.strip()):
            out[-1].text += f", {part.strip()}"
            continue
        name = person(part) or person(part, alone=True)
        if name is None:
            return None
        if " " not in name and name[0].upper() != name[0].lower():
            single.append(name)
        out.append(Name(name, []))
    if not out or (single and (len(out) - len(single) < 3 or len(single) > len(out) / 4)):
        return None
    return out if _cased_alike([name.text for name in out]) else None


def like_names(text: str, least: int = 1) -> bool:
    """Whether half of a text's parts, and no fewer than `least`, are names: what cannot be read of it may be names too."""
    parts = [part for part in BETWEEN.split(bare(text)) if part and part.strip(" .") and not part.startswith((OPEN, "("))]
    people = sum(person(part) is not None for part in parts)
    return people >= least and 2 * people >= len(parts)


def bare(text: str) -> str:
    """A list of names without the degrees, grades and counters between them."""
    return _GRADE.sub("", _DEGREES.sub("", _ORDINAL.sub("", _LEAD.sub("", text))))


def _capital(part: str) -> bool:
    """Whether a part of a name begins with a capital, after an article if need be («d'Alembert», «al-Khwarizmi»)."""
    bare = re.sub(r"^(?:[a-zA-Z]['’‘`]|(?:al|el|ul|ad|as|bar|ben)[\-‐]|Mc|Mac|de|di|la|van)(?=[A-Z\u00c0-\u00de])", "", part)
    return bare.lstrip("'’‘`")[:1].isupper()


def _east_asian(text: str) -> bool:
    """Whether a text is a Chinese or Korean name: short, with a common family name first."""
    han = all("\u4e00" <= letter <= "\u9fff" for letter in text)
    hangul = all("\uac00" <= letter <= "\ud7a3" for letter in text)
    return 2 <= len(text) <= 4 and ((han and text[0] in _HAN) or (hangul and len(text) == 3 and text[0] in _HANGUL))


def _cased_alike(names: list[str]) -> bool:
    """Whether all names of a list are in capitals or none is; an institution's letters among names are no name."""
    capitals = [name for name in names if name.upper() == name and name.lower() != name]
    if capitals:
        return len(capitals) == len([name for name in names if name.lower() != name])
    loud = [name for name in names if any(len(part) > 3 and part.isupper() for part in re.findall(r"[^\W\d_]+", name))]
    return not loud or 2 * len(loud) >= len(names) > 1
