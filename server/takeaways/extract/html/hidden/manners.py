"""Hidden text that no reader needs a warning of: what is read aloud, what scripts will show, what is no prose."""

from __future__ import annotations

import re
from typing import Any

_ALOUD = re.compile(
    r"sr-?only|visually-?hidden|visuallyhidden|screen-?reader|\ba11y|accessib|element-invisible|assistive|skip-?(?:link|to|nav)"
    r"|hide-?text|show-for-sr|\bu-hide\b(?!-)|u-visually|offscreen|off-screen",
    re.I,
)
"""Classes of what is read aloud to those who cannot see."""
_CONTROL = re.compile(
    r"modal|dialog|pop-?(?:up|over)|tool-?tip|drop-?down|menu|nav\b|accordion|collaps|toggle|tab-?(?:pane|content)|expand|carousel"
    r"|slide|lightbox|overlay|toast|alert|message|loading|spinner|error|cookie|consent|banner|advert|promo|share|social|citation"
    r"|cite|metric|login|search|comment|newsletter|print|mfp-|js-only|no-?js|placeholder|template|autocomplete|badge|caption-?alt",
    re.I,
)
"""Classes of what scripts show when somebody asks for it."""
_ROLES = {
    "dialog",
    "alertdialog",
    "alert",
    "menu",
    "menubar",
    "navigation",
    "search",
    "status",
    "tooltip",
    "banner",
    "tablist",
}
_TAGS = {"nav", "form", "button", "select", "dialog", "footer", "aside", "option", "label", "details", "summary", "iframe"}
_MATHEMATICS = re.compile(r"MathJax|\bmjx|katex|mwe-math|\bmath\b", re.I)
_TO_A_MODEL = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|previous|prior|above|guidelines|rules)\b"
    r"|\b(?:language model|large model|LLMs?|chat-?gpt|GPT-?\d|AI (?:assistant|model|reviewer|system)|as an AI)\b"
    r"|\b(?:system prompt|do not (?:mention|reveal|highlight)|positive review|recommend accept\w*|accept this paper)\b"
    r"|\b(?:you (?:must|should|are (?:to|now|an?)))\b.{0,60}\b(?:summar|review|output|respond|reply|write|say|rate|score)"
    r"|忽略.{0,12}(?:指令|指示|提示|之前)|语言模型|大模型",
    re.I | re.S,
)
_WORDS, _LETTERS, _SIGNS = 3, 20, 8
"""Words and letters, or Chinese and Japanese signs, below which a text instructs nobody."""


def is_formula(node: Any) -> bool:
    """Whether an element is a formula, or stands in one."""
    return node.tag == "math" or next(node.iterancestors("math"), None) is not None


def serves_formula(node: Any, text: str) -> bool:
    """Whether an element holds nothing but a form of a formula, for those who cannot see it or before it is drawn."""
    named = node.tag.startswith("mjx-") or bool(_MATHEMATICS.search(node.get("class") or ""))
    return named and not is_prose(text)


def is_aloud(names: str) -> bool:
    """Whether classes say that an element is read aloud only."""
    return bool(_ALOUD.search(names))


def is_control(node: Any) -> bool:
    """Whether an element, or one around it below the article, is part of the page's workings, not of its text."""
    while node is not None and node.tag not in ("article", "main", "body"):
        named = f"{node.get('class') or ''} {node.get('id') or ''}"
        if node.tag in _TAGS or (node.get("role") or "") in _ROLES or _CONTROL.search(named):
            return True
        node = node.getparent()
    return False


def is_prose(text: str) -> bool:
    """Whether a text is long enough to say something."""
    letters = sum(map(str.isalpha, text))
    signs = sum("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in text)
    return (len(text.split()) >= _WORDS and letters >= _LETTERS) or signs >= _SIGNS


def speaks_to_a_model(text: str) -> bool:
    """Whether a text reads as if it were written for a language model."""
    return bool(_TO_A_MODEL.search(text))
