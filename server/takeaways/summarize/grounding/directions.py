"""Words of direction: up or down, better or worse, faster or slower; and what is said not to be so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_UP = """
    increas\\w* higher greater larger bigger ris(?:e|es|en|ing) rose rais\\w+ grow\\w* grew boost\\w*
    lift(?:s|ed|ing)? longer
    (?:(?<=[%\\d]\\s)|(?<=percent\\s)|(?<=points\\s))above
    (?<=[%\\d]\\s)more (?<=percent\\s)more (?<=times\\s)more (?<=points\\s)more
    more(?=\\s(?:[a-z]+\\s)?[a-z]{2,}[^s\\W]s\\b(?!\\sthan\\s\\d)) 
    more(?=\\s(?:time|memory|data|noise|energy|space|effort|text)\\b)
    """
_DOWN = """
    decreas\\w* reduc\\w+ lower(?:s|ed|ing)? less(?!\\sthan\\s\\d) fewer(?!\\sthan\\s\\d) smaller drop(?:s|ped|ping)?
    fall(?:s|en|ing)?(?!\\sbehind) fell cuts? cutting declin\\w* shr[iau]nk\\w* diminish\\w* sav(?:es?|ed|ings?)
    minimi[sz]\\w+ (?:(?<=[%\\d]\\s)|(?<=percent\\s)|(?<=points\\s))below shorter shorten\\w*
    """
_GOOD = """
    outperform\\w* surpass\\w* exceed\\w* beat(?:s|ing)? superior better improv\\w+ enhanc\\w+ strong(?:er|est)
    more(?=\\s(?:accurate|precise|efficient|effective|robust|reliable)) does\\swell ahead
    """
_BAD = """
    underperform\\w* worse worsen\\w* inferior degrad\\w+ deteriorat\\w+ weaker lag(?:s|ged)? less\\swell
    los(?:es?|t)\\sto hurts? harm\\w* impair\\w* falls?\\sbehind
    less(?=\\s(?:accurate|precise|efficient|effective|robust|reliable))
    """
_FAST = "faster quicker speed-?\\s?ups? speeds?\\sup accelerat\\w+"
_TOP = "best highest"
_LAST = "worst lowest"
_SLOW = "slow\\w*"
_BY = "(?=出?了?约?\\s?[\\d一二两三四五六七八九十])"
_CHINESE = {
    "up": "提高 提升 增加 增长 上升 高于 更高 更多 更大 高出 大于 多于 增大 延长 更长 升高 升至 升到 高了 多出 "
    rf"更强 高{_BY}",
    "down": "降低 减少 下降 低于 更低 更少 更小 少于 小于 缩短 缩小 减小 减半 更短 低了 降至 降到 减至 少了 "
    rf"更弱 低{_BY}",
    "good": "优于 超越 胜过 好于 更好 改善 改进 领先 击败 强于 更准确 高效",
    "bad": "不如 劣于 逊于 差于 更差 恶化 落后 变差 弱于 逊色 退化",
    "top": "最好 最佳 最优 最高",
    "last": "最差 最低",
    "fast": "更快 加快 加速 快于 提速 快" + _BY,
    "slow": "更慢 减慢 慢于 放慢 慢" + _BY,
}
_AXES = {"up": ("amount", 1), "down": ("amount", -1), "good": ("worth", 1), "bad": ("worth", -1)} | {
    "fast": ("speed", 1),
    "slow": ("speed", -1),
    "top": ("extreme", 1),
    "last": ("extreme", -1),
}


def _pattern() -> re.Pattern[str]:
    english = {"up": _UP, "down": _DOWN, "good": _GOOD, "bad": _BAD, "fast": _FAST, "slow": _SLOW}
    english |= {"top": _TOP, "last": _LAST}
    # The longer Chinese words first: «更准确» before «更».
    groups = [
        rf"(?P<{kind}>\b(?:{'|'.join(table.split())})\b|{'|'.join(_CHINESE[kind].split())})"
        for kind, table in english.items()
    ]
    return re.compile("|".join([groups[2], groups[3], groups[0], groups[1], *groups[4:]]), re.IGNORECASE)


_WORD = _pattern()
_WANTED = re.compile(
    r"accura\w*|precision|recall|\bf1\b|f-?score|\bbleu\b|rouge|scores?\b|performance|quality|\bmap\b|ndcg|\bauc\b|throughput|"
    r"reliab\w*|succe\w+|coverage|准确率|精确率|精度|召回率|性能|质量|得分|分数|效果|吞吐",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"errors?\b|mistakes?|\bloss(?:es)?\b|perplexit\w+|\bcosts?\b|\btime\b|latency|memory|\brisks?\b|mortality|overhead|noise|\bspace\b|storage|energy|"
    r"错误|误差|损失|困惑度|成本|代价|时间|延迟|内存|开销|风险|死亡",
    re.IGNORECASE,
)
_TAKES = re.compile(r"\b(?:takes?|took|taking)\s(?:\w+\s)?$", re.IGNORECASE)
_NOT = re.compile(
    r"(?:\b(?:not|never|no|neither|nor|cannot|without|fails?\sto|failed\sto|hardly|rarely)\b|n[’']t\b)(?:\s\w+){0,2}\s$"
    r"|(?:不会|不能|没有|没能|并未|未能|未|无|并不|不|并没有|没)(?:显著|明显|有效|能|会|再|被)?(?:地)?$",
    re.IGNORECASE,
)
_NO_NOT = re.compile(r"(?:not only|no more|no less|not just|不仅|不断)(?:\s\w+){0,2}\s?$", re.IGNORECASE)


@dataclass(frozen=True)
class Direction:
    """A word of direction at `text[start:end]`.

    `signs` has its axes (`amount`, `worth`, `speed`) with 1 or -1; less of an error is worth more. `denied`: the text
    says that it is not so.
    """

    start: int
    end: int
    word: str
    signs: dict[str, int]
    denied: bool


def directions(text: str) -> list[Direction]:
    """The words of direction in `text`, in order."""
    return list(_directions(text))


def _directions(text: str) -> Iterator[Direction]:
    for found in _WORD.finditer(text):
        axis, sign = _AXES[found.lastgroup or "up"]
        signs = {axis: sign}
        if axis == "amount":
            worth = _measured(text, found.start(), found.end())
            if worth:
                signs["worth"] = sign * worth
            if found.group().lower() in ("longer", "shorter") and _TAKES.search(
                text[max(0, found.start() - 24) : found.start()]
            ):
                signs |= {"speed": -sign, "worth": -sign}
        elif axis == "speed":
            signs["worth"] = sign
        before = text[max(0, found.start() - 40) : found.start()]
        denied = bool(_NOT.search(before)) and not _NO_NOT.search(before)
        yield Direction(found.start(), found.end(), found.group(), signs, denied)


def _measured(text: str, start: int, end: int) -> int:
    """Whether what goes up or down is wanted (1) or not (-1), by the nearest word that says so; 0 where none does."""
    nearest, worth = 48, 0
    for pattern, sign in ((_WANTED, 1), (_UNWANTED, -1)):
        for found in pattern.finditer(text, max(0, start - 48), end + 48):
            away = found.start() - end if found.start() >= end else start - found.end() + 4
            if 0 <= away < nearest:
                nearest, worth = away, sign
    return worth
