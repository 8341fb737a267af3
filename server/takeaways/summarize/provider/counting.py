"""How many tokens a text has, without the tokenizer of the model: rather too many than too few."""

from __future__ import annotations

import re

_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_OTHER = re.compile(r"[^\x00-\x7f]")
_DIGITS = re.compile(r"[0-9]")
_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")


def tokens(text: str) -> int:
    """An estimate with a margin, of any tokenizer of today (tiktoken's own must be fetched from a network).

    Letters of English are counted four to a token, digits two, signs one, Chinese, Japanese and Korean letters one,
    other letters two to a token.
    """
    wide = len(_WIDE.findall(text))
    other = len(_OTHER.findall(text)) - wide
    digits, signs = len(_DIGITS.findall(text)), len(_SIGNS.findall(text))
    plain = len(text) - wide - other - digits - signs
    return int(1.05 * (plain / 4.2 + digits / 1.8 + signs * 0.8 + wide * 1.0 + other / 1.8)) + 1
