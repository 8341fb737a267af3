"""A «not» in a claim that the paper does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .concepts import stem

_NOT = re.compile(
    r"(?:(?<!\bor\s)\b(?:not|never|cannot)\b|n[’']t\b)"
    r"(?!\s(?:only|just|more than|less than|fewer than|longer|yet|always|all|every))",
    re.IGNORECASE,
)
_CHINESE_NOT = re.compile(r"(?:并不|并未|没有|未能|不会|不能|无法|不可以|不|未)(?=(?P<verb>[\u4e00-\u9fff]{2}))")
_DOUBT = re.compile(
    r"\b(?:not|never|no|none|nor|neither|cannot|without|fail\w*|lack\w*|few|fewer|little|less|hardly|rarely|seldom|only|except|"
    r"instead|rather|prevent\w*|avoid\w*|miss(?:ed|es|ing)|absen\w+|unable|exclud\w*|remov\w*|omit\w*|disabl\w*|deactivat\w*|skip\w*|ignor\w*|"
    r"drop\w*|refus\w*|reject\w*|limit(?:ed|s)?|despite|although|unlike|free|zero|insufficient|impossible|unlikely|difficult|"
    r"independent\w*|virtually|lost|stop\w*|otherwise|incomplete|incorrect|inaccurate|inconsistent|insensitive|incapable|"
    r"imperfect|irrelevant|disagree\w*|disappear\w*|discard\w*|uninform\w*|un(?!der|til|ique|ion|it|ivers)\w{4,}|\w{3,}less|"
    r"eliminat\w*|false|wrong\w*|untrue|violat\w*|non\w*)\b|n[’']t\b|non-|≠",
    re.IGNORECASE,
)
_FEW = re.compile(r"\b(?:less|few(?:er)?|little|limit(?:ed|s)?|un\w{4,})\b", re.IGNORECASE)
"""What stands for a «not», but for none where the claim has the word, too."""
_VERB_TABLE = """
    包含 contain includ consis hold compri; 达到 reach achiev attain at; 使用 use using used employ; 需要 requir need;
    考虑 consid; 影响 affect influe impact; 依赖 depend rely; 支持 suppor; 能够 can able enable allow;
    可以 can able allow may; 提供 provid; 收敛 conver; 保证 guaran ensur; 满足 satisf meet; 属于 belong; 报告 report;
    采用 use using used adopt employ; 改变 change alter modify; 显著 signif; 取得 achiev obtain reach;
    利用 use using exploi levera; 允许 allow permit; 改善 improv; 提高 improv increa raise;
    减少 reduce reduct decrea fewer; 找到 find found
    """
_VERBS = {verb: frozenset(stems) for verb, *stems in (line.split() for line in _VERB_TABLE.split(";"))}
"""Chinese verbs, and how the English ones for them stem."""
_WORD = re.compile(r"[A-Za-z]+")
_EMPTY = frozenset(
    ["have", "been", "that", "this", "they", "with", "from", "does", "even", "very", "such", "much", "also", "well"]
)


def denied(claim: str, scope: Sequence[str], everything: str) -> str | None:
    """The negation of `claim` that nothing in `scope`, sentences of the evidence, stands for.

    Where the word that it denies stands there, its clause is looked at, else all of it; for Chinese, `everything`.
    """
    own = {few.group().lower() for few in _FEW.finditer(claim)}
    for found, stems in _negations(claim):
        places = [(text, word.start()) for text in scope for word in _WORD.finditer(text) if stem(word.group()) in stems]
        if places and found.isascii():
            if not any(_doubts(_clause(text, at), own) for text, at in places):
                return found
        elif not any(_doubts(text, own) for text in (scope if found.isascii() else [everything])):
            return found
    return None


def _doubts(text: str, own: set[str]) -> bool:
    """Whether a text has a word that a «not» may stand for, and that the claim has not taken up itself («less noise»)."""
    return any(found.group().lower() not in own for found in _DOUBT.finditer(text))


def _clause(text: str, at: int) -> str:
    """The clause around a place."""
    start = max((text.rfind(mark, 0, at) for mark in (", ", ";", ": ", ". ")), default=-1)
    ends = [end for end in (text.find(mark, at) for mark in (", ", ";", ": ", ". ")) if end >= 0]
    return text[max(0, start) : min(ends, default=len(text))]


def _negations(claim: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each negation, and the stems of the word that it denies."""
    for found in _NOT.finditer(claim):
        words = [
            word for word in _WORD.findall(claim[found.end() : found.end() + 40]) if len(word) > 3 and word not in _EMPTY
        ]
        if words:  # «…, and the other did not»: what is denied stands before it
            yield found.group(), frozenset(map(stem, words[:1]))
    for found in _CHINESE_NOT.finditer(claim):
        if found["verb"] in _VERBS or len(found.group()) > 1:
            yield found.group() + found["verb"], _VERBS.get(found["verb"], frozenset())
