"""What may not stand in an answer: placeholders, instructions repeated, addresses, another language than was asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import langcodes

_PLACEHOLDERS = re.compile(
    r"\bx{3,}\b|\bX{3,}(?![A-Za-z])|\?{3,}|\.{4,}|_{3,}"
    r"|\bto be (filled|added|determined|completed)\b|\b(TBD|TODO|FIXME|lorem ipsum|placeholder)\b"
    r"|[\[(（【<{]\s*(\.{2,}|…|insert [^\])>}]*|your [^\])>}]*|text|name|title|number|value|author)?\s*[\])）】>}]"
    r"|待(填|补|定)|此处(填写|省略|插入)|请(填写|补充)",
    re.IGNORECASE,
)
_TASK = re.compile(
    r"\b(the )?(passages? named|quote field|JSON|blocks?\s*[:\[]\s*\d|json object)\b|\bas an? (AI|language model)\b"
    r"|\bone sentence\b\s*[:：]|\b(up to|5 to) \d+ (takeaways|claims)\b|作为(一个)?(AI|人工智能|语言模型)",
    re.IGNORECASE,
)
"""Words about what a model is to do, which a paper may have of its own: «GPT-2 as a language model», «up to 20 claims»."""
_INSTRUCTIONS = re.compile(
    r"\b(ignore|disregard) (all |the |any )*(previous|prior|above) instructions\b|</?paper>|\bI('m| am) (sorry|unable)\b"
    r"|\bI (cannot|can't) (help|assist|comply|read|access|provide|summari[sz]e)\b"
    r"|\bas an? (AI|language model)\b[^.]{0,30}, I\b|作为(一个)?(AI|人工智能|语言模型)[^。]{0,12}[，,]\s*我(?!们)"
    r"|\bplease (refer to|see|consult|read) the (original |full )?(paper|text|article)\b"
    r"|请(参考|参阅|查阅|阅读)(原文|论文|全文)|忽略(之前|以上|先前)的?(所有)?指令",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\b(?:https?|ftp)\s?:\s?//\S+|\bwww\.\S+|\bjavascript:|\bdata:\w+/", re.IGNORECASE)
_MARKUP = re.compile(r"!?\[[^\]]*\]\([^)]*\)|<\s*/?\s*(script|img|iframe|a|svg|style|object|embed)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs"})
_WRITTEN_WIDE = frozenset({"Hans", "Hant", "Jpan"})


def faults(text: str, language: str, allowed: str = "") -> list[str]:
    """What is wrong with a claim's text, in words that the model is told; empty where it may stand.

    Parameters
    ----------
    text : str
        What would be shown.
    language : str
        It was to be written in (BCP 47).
    allowed : str, optional
        The passages it rests on: what looks like a placeholder or is about the task may stand if the paper itself writes it.
    """
    found = []
    if (hit := _PLACEHOLDERS.search(text)) and hit.group() not in allowed:
        found.append(f"the placeholder «{hit.group()[:30]}»")
    if (hit := _TASK.search(text)) and not _may_be_of(text, hit.group(), allowed):
        found.append(f"the words «{hit.group()[:40]}», which are about your task")
    if hit := _INSTRUCTIONS.search(text):  # whoever wrote them: they may be a stranger's, in the paper
        found.append(f"the words «{hit.group()[:40]}», which are about your task")
    if _ADDRESS.search(text) or _MARKUP.search(text):
        found.append("an address or markup")
    if other_script(text, language):
        found.append("a text in another language than was asked for")
    return found


def _may_be_of(text: str, words: str, allowed: str) -> bool:
    """Whether words are the paper's, as far as its passages show; Chinese ones may translate any."""
    core = re.sub(r"^(the|as an?) ", "", words.lower())
    return core in allowed.lower() or bool(_WIDE.search(text) and re.search(r"language model|\bAI\b", allowed))


def other_script(text: str, language: str) -> bool:
    """Whether a text is plainly in another script than its language is written in. Names in Latin letters are in order."""
    script = langcodes.Language.get(language).maximize().script or "Latn"
    letters = len(_LETTER.findall(text))
    if letters < 12:
        return False
    latin, wide = len(_LATIN.findall(text)), len(_WIDE.findall(text))
    if script == "Latn":
        return latin < 0.5 * letters
    if script in _WRITTEN_WIDE:
        # A Chinese sentence full of methods' names has as many Latin letters as characters, and more.
        return wide < 0.15 * letters
    return latin > 0.85 * letters


def tidy(text: str) -> str:
    """A model's text as it may be shown: one line, no invisible characters, no Markdown emphasis or list marks."""
    text = "".join(letter for letter in text if unicodedata.category(letter) not in _INVISIBLE or letter in "\n\t")
    text = re.sub(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    return re.sub(r"^(?:[-*•]|\d+[.)])\s+", "", " ".join(text.split()))


def in_words(found: Sequence[str]) -> list[str]:
    """Faults for the model: none twice, few."""
    return list(dict.fromkeys(found))[:6]
