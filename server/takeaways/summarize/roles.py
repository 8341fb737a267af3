"""What part a section plays in a paper: by its heading, by the section it stands in, else by where it stands."""

from __future__ import annotations

import re
from enum import StrEnum

from takeaways.model import Document, Section


class Role(StrEnum):
    """What part a section plays."""

    ABSTRACT = "abstract"
    INTRODUCTION = "introduction"
    PRIOR = "prior"
    METHOD = "method"
    SETUP = "setup"
    RESULTS = "results"
    DISCUSSION = "discussion"
    LIMITATIONS = "limitations"
    CONCLUSION = "conclusion"
    APPENDIX = "appendix"
    BACK = "back"
    """Acknowledgements, references, statements: no part of the argument."""


# In the order they are tried: «Experimental setup» is not yet «Results».
_HEADINGS: tuple[tuple[Role, str], ...] = (
    (
        Role.BACK,
        r"acknowledge?ments?|references|bibliography|author contributions?|contributions? of (the )?authors|funding|ethic\w*"
        r"|ethical (considerations|statement)|impact statement|competing interests?|conflicts? of interests?|disclosures?"
        r"|(data|code)( and (data|code|materials))? availability|(reproducibility|availability) statement|supplement\w* "
        r"(material|information)s?|about the authors?|biograph\w+|notation|nomenclature|abbreviations|glossary"
        r"|(table of )?contents|inhaltsverzeichnis|(\w+)?verzeichnis|table des matières|danksagung(en)?|目录"
        r"|list of (figures|tables)|keywords?|index terms|ccs concepts|copyright|danksagung|literatur(verzeichnis)?"
        r"|remerciements|bibliographie|agradecimientos|referencias|致谢|参考文献|谢辞|謝辞",
    ),
    (Role.ABSTRACT, r"abstract|zusammenfassung|résumé|resumen|resumo|摘要|要旨|executive summary"),
    # Limits of others are what the paper mends; what «Limitations of our approach» says is its own.
    (
        Role.PRIOR,
        r"(limitations?|shortcomings|drawbacks|weaknesses|problems) (of|in|with) (the )?(existing|previous|prior|current"
        r"|earlier|related|other|traditional|state|conventional|classical) .*",
    ),
    (
        Role.LIMITATIONS,
        r"((study|current|known|main|potential|possible|methodological|our|its|the) )*(limitations?|shortcomings|drawbacks)"
        r"( (of|in|to) .*)?|threats to (\w+ )*validity|(validity )?threats|(scope|strengths?) and limitations?|weakness(es)?"
        r"|caveats|failure (cases|modes|analysis)|known issues|what (it|we) (does|do|did|could) not .*|grenzen|limitaciones"
        r"|局限性?|不足",
    ),
    (
        Role.CONCLUSION,
        r"conclusions?|concluding( remarks)?|summary( and .*)?|closing remarks|outlook|future (work|directions)|perspectives"
        r"|final remarks|take-?aways|fazit|schluss\w*|ausblick|conclusiones|conclusões|结论|总结|结语|結論|まとめ",
    ),
    (
        Role.PRIOR,
        r"(related|previous|prior|earlier|existing) (works?|research|approaches|literature|studies|methods|art)"
        r"|literature( review)?|state of the art|(comparison|relation) (to|with) (prior|previous|related|other) work"
        r"|stand der (technik|forschung)|état de l.art|trabajos? relacionados?|相关工作|関連研究",
    ),
    (
        Role.INTRODUCTION,
        r"introduction|motivation|overview|einleitung|einführung|introducción|introdução|引言|绪论|前言|はじめに|序論",
    ),
    (Role.DISCUSSION, r"discussions?|interpretation|implications?|diskussion|discusión|讨论|考察"),
    (
        Role.RESULTS,
        r"(\w+ )*results?( .*)?|findings|analys[ie]s( .*)?|(user|usability|ablation|field|pilot) stud(y|ies)"
        r"|(\w+ )?(evaluations?|experiments?|experimentation)|experimental evaluation"
        r"|(\w+ )?(performance|comparisons?|ablations?)( .*)?|error analys[ie]s|case stud(y|ies)"
        r"|(quantitative|qualitative|empirical|main|data) (analys[ie]s|evaluation|results?)|ergebnisse|résultats"
        r"|resultados|结果|実験結果|评估",
    ),
    (
        Role.SETUP,
        r"experiment(s|al)? (set-?ups?|settings?|design|details|protocol)|(data|datasets?|corpus|corpora)( .*)?"
        r"|implementation( details)?|training( .*)?"
        r"|materials?|(experimental )?set-?up|observations|participants|settings|hyper-?parameters?|experimente|实验|実験",
    ),
    (
        Role.METHOD,
        r"(.* )?(methods?|methodology|approach|model|models|architecture|algorithms?|framework|system|design|formulation"
        r"|procedure|technique|theory|proofs?|construction|derivation)( .*)?|(our|the) .*|method(s|ology)? .*"
        r"|materials? and methods|methodik|méthod\w*|metodología|métodos|方法|模型|提案手法|手法",
    ),
    (Role.PRIOR, r"background.*|preliminar(y|ies)|foundations|grundlagen|基础|背景|背景知识"),
)
_TABLE = tuple((role, re.compile(rf"(?:{pattern})", re.IGNORECASE)) for role, pattern in _HEADINGS)
_JOINED = re.compile(r"\s*(?:&|\band\b|\bund\b|\bet\b|\by\b|,|/|:|与|及|和)\s*", re.IGNORECASE)
_NUMBERING = re.compile(
    r"^\s*(?:(?:\d+|[IVXivx]+|[A-Z])(?:\.\d+)*[.:)]?\s+|第[一二三四五六七八九十\d]+[章节]\s*|[一二三四五六七八九十]+、)"
)


def of_heading(heading: str | None) -> Role | None:
    """The role a heading tells, or None where it tells none.

    Parameters
    ----------
    heading : str or None
        As the paper writes it, with or without its number: «5.2 Results», «IV. CONCLUSION», «Discussion and outlook»
        (of joined names the first that tells something counts).
    """
    bare = _NUMBERING.sub("", (heading or "").strip()).strip(" .:*—–-")
    for part in dict.fromkeys([bare, *_JOINED.split(bare)]):
        for role, pattern in _TABLE:
            if part and pattern.fullmatch(part):
                return role
    return None


# Within another section these headings still mean what they say; «Evaluation» within «Methods» does not.
_STRONG = frozenset({Role.BACK, Role.LIMITATIONS, Role.PRIOR, Role.CONCLUSION, Role.DISCUSSION, Role.ABSTRACT})
_WITHIN = frozenset({(Role.SETUP, Role.RESULTS), (Role.RESULTS, Role.SETUP), (Role.SETUP, Role.METHOD)})


def roles(document: Document) -> list[list[Role]]:
    """The role of every block of `document`, section by section.

    Sections whose heading tells nothing take the role of the section they stand in, else of their place between
    the told ones; a paper without any telling heading is divided by its words alone.
    """
    told = _told(document.sections)
    before = _before(document.sections)
    total = (
        sum(len(block.text.split()) for section in document.sections if section.kind == "body" for block in section.blocks)
        or 1
    )
    first = next((at for at, section in enumerate(document.sections) if section.kind == "body"), -1)
    bare = not any(role not in (None, Role.ABSTRACT, Role.BACK, Role.APPENDIX) for role in told)
    found: list[list[Role]] = []
    for at in range(len(document.sections)):
        role = told[at]
        if role is None and not bare:
            late = bool(before[at]) and before[at][0] > _LATE * total
            role = _between(told, at, first, late=late, has_abstract=Role.ABSTRACT in told)
        found.append([role or _by_place(words / total) for words in before[at]])
    if not any(section.blocks for section in document.sections if section.kind == "body"):
        found = [_unabstract(section, given) for section, given in zip(document.sections, found, strict=True)]
    return found


_NO_ABSTRACT = 1200
"""Words of an abstract that cannot all be one."""
_ABSTRACT_WORDS = 150
_LATE = 0.8
"""Share of the words after which an untold section behind the acknowledgements is no part of the argument."""


def _bare(section: Section) -> str | None:
    """A section's heading without its number."""
    if not section.heading or not section.number:
        return section.heading
    return re.sub(rf"^(?:\w+ )?{re.escape(section.number)}[.:)]?\s+", "", section.heading)


def _told(sections: tuple[Section, ...]) -> list[Role | None]:
    """Per section, the role its own heading or the section around it tells."""
    around: list[tuple[int, Role | None]] = []
    told: list[Role | None] = []
    for section in sections:
        own = of_heading(_bare(section))
        while around and around[-1][0] >= section.level:
            around.pop()
        outer = around[-1][1] if around else None
        if section.kind == "abstract":
            role: Role | None = Role.ABSTRACT
        elif section.kind == "appendix":
            role = own if own in (Role.BACK, Role.LIMITATIONS) else Role.APPENDIX
        elif around and outer is None:
            role = own if own in _STRONG or own is Role.RESULTS else None
        elif outer is None or own in _STRONG or (own is not None and (outer, own) in _WITHIN):
            role = own
        else:
            role = outer
        told.append(role)
        around.append((section.level, role))
    return told


def _before(sections: tuple[Section, ...]) -> list[list[int]]:
    """Per block, how many words of the body (neither abstract nor appendix) have been read before it."""
    read, counts = 0, []
    for section in sections:
        here = []
        for block in section.blocks:
            here.append(read)
            read += len(block.text.split()) if section.kind == "body" else 0
        counts.append(here)
    return counts


def _unabstract(section: Section, given: list[Role]) -> list[Role]:
    """The roles of a paper without headings that was all taken for its abstract."""
    sizes = [len(block.text.split()) for block in section.blocks]
    if section.kind != "abstract" or sum(sizes) < _NO_ABSTRACT:
        return given
    return [
        given[at] if sum(sizes[:at]) < _ABSTRACT_WORDS else _by_place(sum(sizes[:at]) / sum(sizes))
        for at in range(len(sizes))
    ]


def _between(told: list[Role | None], at: int, first: int, *, late: bool, has_abstract: bool) -> Role:
    """The role of a section that tells nothing, among others that do."""
    if at == first:
        # What stands before the introduction is the abstract, in papers that do not call it so.
        return Role.ABSTRACT if not has_abstract and Role.INTRODUCTION in told[at:] else Role.INTRODUCTION
    before = [role for role in told[:at] if role is not None]
    if Role.CONCLUSION in before or (late and Role.BACK in before):
        return Role.APPENDIX
    return Role.RESULTS if Role.RESULTS in before else Role.METHOD


def _by_place(share: float) -> Role:
    """The role by the share of the words before: a rough division that holds for most papers."""
    for role, end in ((Role.INTRODUCTION, 0.15), (Role.METHOD, 0.5), (Role.RESULTS, 0.9)):
        if share < end:
            return role
    return Role.CONCLUSION
