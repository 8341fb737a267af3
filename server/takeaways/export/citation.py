"""A paper as a BibTeX entry."""

from __future__ import annotations

import re
import unicodedata

from takeaways.model import Author, Paper

from .telling import clean, web_address

_MATHS = re.compile(r"(?<!\\)\$(?=\S)[^$]{1,200}?(?<=\S)\$(?!\d)")
# Mathematics of a title is kept only if it is made of these: a title is a stranger's, and TeX commands can act.
_KNOWN_COMMANDS_TEXT = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi varpi rho
    varrho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi
    Omega mathbb mathcal mathrm mathbf mathfrak mathsf mathit boldsymbol text textit textbf textrm rm bf it
    sqrt frac to times le ge leq geq ne neq ll gg infty pm mp sim simeq approx equiv propto rightarrow
    leftarrow leftrightarrow Rightarrow mapsto ell hbar partial nabla cdot cdots ldots dots star ast dagger
    bar hat tilde vec dot ddot overline underline widetilde widehat in notin subset subseteq cup cap otimes
    oplus circ prime perp parallel langle rangle lfloor rfloor lceil rceil log ln exp sin cos tan max min sup
    inf lim det dim ker sum prod int operatorname left right quad odot bigoplus wedge vee forall exists
    emptyset Re Im deg mid bmod pmod sharp flat
"""
_KNOWN_COMMANDS = frozenset(_KNOWN_COMMANDS_TEXT.split())
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_ASCII = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "Ae", "œ": "oe", "đ": "d", "ı": "i"}
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|phd)\.?$", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:collaboration|consortium|team|group|project|initiative|network|laboratory|institute|society)\b", re.IGNORECASE
)
_SMALL_TEXT = "a an the on of in for to and with from towards toward by at is are how what why when do does can"
_SMALL = frozenset(_SMALL_TEXT.split())
_ARXIV = re.compile(r"^arxiv:(?P<id>.+?)(?:v\d+)?$")
_DOI = re.compile(r"^10\.\d{4,9}/[\w.;()/:<>+-]+$")


def bibtex(paper: Paper) -> str:
    """One entry with the fields that are known.

    Parameters
    ----------
    paper : Paper
        Metadata of the source.

    Returns
    -------
    str
        `@article` where a journal reference is known, else `@misc`; for arXiv with `eprint`, `archivePrefix` and
        `primaryClass`, as arXiv's own export names them. Accents stay UTF-8; what would act in TeX is escaped.
    """
    arxiv = _ARXIV.match(paper.id)
    year = str(paper.published.year) if paper.published else None
    fields = {
        "title": "{" + escape(paper.title) + "}" if paper.title else None,
        "author": " and ".join(_name(author) for author in paper.authors) or None,
        "journal": escape(paper.journal_ref) if paper.journal_ref else None,
        "year": year,
        "eprint": _identifier(arxiv["id"]) if arxiv else None,
        "archivePrefix": "arXiv" if arxiv else None,
        "primaryClass": _identifier(paper.categories[0]) if arxiv and paper.categories else None,
        "doi": paper.doi if paper.doi and _DOI.match(paper.doi) else None,
        "url": web_address(paper.link),
    }
    kind = "article" if paper.journal_ref else "misc"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key(paper)},", *lines, "}", ""])


def key(paper: Paper) -> str:
    """`lindqvist2024counting`: first author, year, first telling word of the title, in ASCII; else the id."""
    author = _family(paper.authors[0]) if paper.authors else ""
    year = str(paper.published.year) if paper.published else ""
    parts = [_folded(word) for word in re.split(r"[\s–—/:,]+", _MATHS.sub(" ", clean(paper.title or "")))]
    told = [word for word in parts if word and word not in _SMALL]
    return (author + year + (told[0] if told else "")) or _folded(paper.id) or "paper"


def escape(text: str) -> str:
    """`text` for a BibTeX field: harmless mathematics kept, everything else that TeX would read escaped."""
    line = clean(text)
    pieces, end = [], 0
    for found in _MATHS.finditer(line):
        if _is_harmless(found.group()):
            pieces += [_literal(line[end : found.start()]), found.group()]
            end = found.end()
    return "".join([*pieces, _literal(line[end:])])


def _literal(text: str) -> str:
    return "".join(_ESCAPES.get(letter, letter) for letter in text)


def _is_harmless(formula: str) -> bool:
    commands = re.findall(r"\\([A-Za-z]+|.)", formula)
    known = all(command in _KNOWN_COMMANDS or command in ",;! " for command in commands)
    depth = 0
    for letter in formula:
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return known and depth == 0 and not re.search(r"[%#@~&]", formula)


def _name(author: Author) -> str:
    """As the source writes it; in braces where BibTeX would divide it wrongly."""
    name = escape(author.name)
    divided = re.search(r"\band\b", name, re.IGNORECASE) or "," in name or _BODY.search(name)
    return "{" + name + "}" if divided else name


def _family(author: Author) -> str:
    name = clean(author.name)
    if _BODY.search(name):
        return _folded(next((word for word in name.split() if word.lower() not in _SMALL), name))
    words = [word for word in name.split(",")[0].split() if not _SUFFIX.match(word)]
    return _folded(words[-1]) if words else ""


def _folded(word: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", word.translate(_ASCII)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", ascii_only.lower())


def _identifier(text: str) -> str:
    return re.sub(r"[^\w./-]", "", text)
