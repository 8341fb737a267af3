"""What in brackets cites or points, and where such a marker is a noun of its sentence."""

from __future__ import annotations

import re

WORTH_A_LOOK = re.compile(
    r"\d|\b(?:et al|in press|forthcoming|to appear|appendix|left|right|top|bottom|see|fig|table|suppl|sec)|^\s*\?+\s*$|§",
    re.IGNORECASE,
)
"""A bracket without any of this is no marker: most are through here at once."""

_LEAD = (
    r"(?:(?:see|see also|also|cf\.?|e\.\s?g\.?|i\.\s?e\.?|for (?:example|instance)|but see|compare|following|adapted from"
    r"|reviewed in|in|as in|from|and|shown in|as shown in|illustrated in|among others)\b\.?,?\s+)*"
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_OTHER = (
    rf"(?!{MONTH}\b|(?:Spring|Summer|Autumn|Fall|Winter|Version|Since|Until|In|By|From|Circa|Windows|Office|Congress|Olympics"
    r"|Edition|Release|Volume|Issue|Year|Phase|Part|Model|Class|Type)\b)"
)
"""What stands before a year and is nobody."""
_PARTICLE = r"(?:(?:van|von|de|der|den|la|le|di|da|del|du|dos|el|al|ter|ten|the)\s+){0,3}"
_AUTHOR = rf"{_PARTICLE}{_OTHER}(?:[A-Z]|[dlO]['’][A-Z])[\w'’.&-]*(?:\s+(?:{_PARTICLE}[A-Z]|of\b)[\w'’.-]*){{0,3}}"
_SEVERAL = r"(?:,?\s+et\s+al\b\.?|,?\s+(?:and|&|und|et)\s+(?:others|colleagues|co-?workers))"
_AUTHORS = rf"{_AUTHOR}(?:,\s+{_AUTHOR}){{0,6}}(?:,?\s+(?:and|&|und|et|y)\s+{_AUTHOR})?{_SEVERAL}?"
_YEAR = (
    r"(?:(?:1[89]|20)\d\d[a-z]?|in press|forthcoming|to appear|in prep(?:aration|\.)?|submitted|n\.d\.|under review"
    r"|unpublished)"
)
_WHEN = rf"\(?{_YEAR}(?:\s*[,/–-]\s*(?:{_YEAR}|[a-z]\b))*\)?"
_WITHIN = (
    r"(?:[,:]\s*(?:(?:pp?|Secs?|Sections?|Ch|Chap|Chapters?|Figs?|Figures?|Tables?|Thm|Theorems?|Lemmas?|Prop|Propositions?"
    r"|Corollary|Cor|Eqs?|Equations?|Definition|Def|Example|Ex|Appendix|App|Remark|§+)\b\.?\s*|§+\s*)?[A-Z]?\d[\w.]*(?:[–-]\d+)?)?"
)
# Without a comma only a plain name is a citation: «(Doe 2001)», but not «(SemEval 2017)».
_PLAIN = rf"{_PARTICLE}{_OTHER}[A-Z][a-zà-ž]+(?:[-’'][A-Z][a-zà-ž]+)?"
_PAIR = rf"{_AUTHOR}(?:,\s+{_AUTHOR}){{0,6}},?\s+(?:and|&)\s+{_AUTHOR}"
_ONE = rf"(?:{_AUTHORS}(?:,\s*{_WHEN}|(?<=\bal)\s+{_WHEN}|(?<=\bal\.)\s+{_WHEN})|{_PAIR}\s+{_WHEN}|{_PLAIN}\s+{_WHEN})"
_ACRONYM_LISTED = re.compile(r"\b[A-Z]{2,},\s+[^\W\d_]")
"""«(e.g. AAN, PubMed, Doe (2001))» lists more than authors."""
_CITES = re.compile(rf"\s*{_LEAD}{_ONE}{_WITHIN}(?:,\s+(?:and\s+)?{_LEAD}(?:{_ONE}|{_YEAR}){_WITHIN})*\s*,?\s*")
_NUMBER = r"[1-9]\d{0,2}[a-z]?"
_NUMBERS = re.compile(rf"\s*{_LEAD}{_NUMBER}(?:\s*[,–-]\s*{_NUMBER})*{_WITHIN}\s*,?\s*")
_KEY = r"[A-Z][A-Za-z]{0,9}\+?\d{2}[a-z]?"
_KEYS = re.compile(rf"\s*{_LEAD}{_KEY}(?:,\s*{_KEY})*{_WITHIN}\s*")
_INNER = re.compile(rf"\s*{_LEAD}(?:\[(?:{_NUMBER}|{_KEY})(?:\s*[,–-]\s*(?:{_NUMBER}|{_KEY}))*\]\s*,?\s*)+")
_UNRESOLVED = re.compile(r"\s*(?:\?+(?:,\s*\?+)*|citation needed)?\s*")

_THING = (
    r"(?:(?:supplementary|supplemental|suppl?\.|extended data|online|the)\s+)?(?:(?:figures?|figs?\.?|tables?|tabs?\.?"
    r"|(?:sub)?sections?|secs?\.?|sects?\.?|chapters?|ch(?:ap)?\.|appendix|appendices|apps?\.|equations?|eqn?s?\.?"
    r"|algorithms?|algs?\.?|lines?|rows?|columns?|cols?\.|panels?|footnotes?|theorems?|thms?\.?|lemmas?|lem\.|propositions?"
    r"|props?\.|corollar(?:y|ies)|cor\.|definitions?|defs?\.?|remarks?|examples?|listings?|box(?:es)?|videos?|movies?"
    r"|pages?|pp?\.|supplement(?:ary|al)? (?:materials?|information|text))(?![a-z])|§+)"
)
_LABEL = (
    r"(?:\(?[A-Z]{0,3}\d+(?:[.-]\d+)*(?:\s?[a-zA-Z])?\)?|\(?[A-Z](?:\.\d+)*\)?|\(?[ivx]+\)?|[IVX]+|\(?[a-h]\)?|\x00\d+\x00)"
    r"(?![\w%])"
)
_AND = r"(?:\s*(?:,|–|-|&|\band\b|\bto\b|\bvs\b\.?|,\s*and)\s*)"
_SIDE = (
    r"(?:far |middle |upper |lower )?(?:left|right|top|bottom|middle|cent(?:er|re)|upper|lower|inset|above|below)"
    r"(?: (?:panels?|rows?|columns?|half|side|part))?"
)
_POINTS = re.compile(
    rf"\s*{_LEAD}(?:{_THING}(?:\s*{_LABEL}(?:{_AND}?{_LABEL})*)?(?:{_AND}{_LEAD}{_THING}\s*{_LABEL}(?:{_AND}?{_LABEL})*)*"
    rf"(?:\s*,?\s*{_SIDE}(?:{_AND}{_SIDE})*)?|{_SIDE}(?:{_AND}{_SIDE})*)"
    r"(?:\s+for (?:more |further |full |the )?(?:details|information|discussion|an? \w+|definitions?|proofs?))?\s*,?\s*",
    re.IGNORECASE,
)

# Here the marker is a noun of the sentence, which would not survive without it: «in [12]», «[12] propose», «follow [12]».
_NOUN_BEFORE = re.compile(
    r"(?:\b(?:in|by|of|from|to|with|and|or|see|on|than|at|e\.g\.,?|i\.e\.,?|cf\.,?|Refs?\.|references?|like|as|that|while|whereas"
    r"|where|when|since|because|but|via|per|unlike|between|after|against|under|over|before|following|using|both|for"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!be )(?<!ly )(?:follow|extend|use|compar|improv|outperform|adopt"
    r"|appl|cit|generali[sz]|modif|refin|implement|reproduc|replicat|consult)(?:y|ies|ied|e|es|ed|s|ing)?)|[(;=∈“\"‘])$",
    re.IGNORECASE,
)
_VALUES_BEFORE = re.compile(
    r"\b(?:intervals?|range|set|vectors?|arrays?|lists?|tuples?|sequence|values?)$|(?<![\w˚°])[a-z]$", re.IGNORECASE
)
_SUBJECT_BEFORE = re.compile(r"(?:,|\w+ly|\b(?:then|also|later))$", re.IGNORECASE)
_GOES_ON = re.compile(r"\s+[a-z]")
_TWO = re.compile(r"\d\s*[,–-]\s*\d")


YEARS = re.compile(rf"\s*{_WHEN}\s*")
"""Years alone: those of the names before them."""


def is_marker(part: str, *, square: bool) -> bool:
    """Whether what stands in a bracket, or between two semicolons of it, only cites or points.

    Parameters
    ----------
    part : str
        Without the brackets.
    square : bool
        Whether the brackets are square: numbers cite in those only.
    """
    if square and (_NUMBERS.fullmatch(part) or _KEYS.fullmatch(part)):
        return True
    if _CITES.fullmatch(part):
        return not _ACRONYM_LISTED.search(part)
    return any(pattern.fullmatch(part) for pattern in (_UNRESOLVED, _POINTS, _INNER))


def is_noun(before: str, after: str, inside: str | None, *, square: bool) -> bool:
    """Whether a marker is a noun of its sentence: what it names is spoken of, not pointed at.

    Parameters
    ----------
    before, after : str
        The sentence around it.
    inside : str or None
        What stands in its brackets; None for a command.
    square : bool
        Whether they are square, or it is a command.
    """
    glued = not before[-1:].isspace()
    before = before.rstrip()
    if not before or _NOUN_BEFORE.search(before[-40:]):
        return not before or not (inside and _POINTS.fullmatch(inside))
    if not square:
        return False
    if before[-1].isdigit() or before[-1] == "%":
        return bool(_TWO.search(inside or ""))  # «a median of 5 [3, 7]»
    if (values := _VALUES_BEFORE.search(before[-20:])) and (glued or len(values.group()) > 1):
        return True  # «the range [1, 5]», «x[3]»
    return bool(_SUBJECT_BEFORE.search(before[-20:]) and _GOES_ON.match(after))  # «Recently, [12] proposed»
