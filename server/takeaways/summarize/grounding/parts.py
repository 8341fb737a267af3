"""What a number is in its sentence: a share of something, a change by so much, or where something came to."""

from __future__ import annotations

import re
from typing import Literal

from .amounts import Amount

Part = Literal["share", "change", "level", "origin"]

_ABOUT = r"(?:about|around|roughly|over|more than|approximately|almost|nearly|at least|at most|up to|only|another|some|~)\s+"
_CHANGES = "improvements?|reductions?|increases?|gains?|rises?|drops?|decreases?|declines?|savings?|speed-?ups?|boosts?"
_MOVED = "提高|提升|增加|增长|减少|降低|下降|上升|缩短|延长|改善"
_CHANGE_BEFORE = re.compile(
    rf"\bby\s+(?:an average of\s+|a factor of\s+|{_ABOUT})*[+]?$"
    rf"|\(\+\s?$|\b(?:{_CHANGES})\s+of\s+(?:{_ABOUT})*[+]?$"
    rf"|(?:{_MOVED}|高出|低了|高了|多出|快|慢)了?\s*(?:约|大约|近|超过|至少|至多|最多|高达)?\s*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    rf"\s*(?:relative\s|absolute\s)?(?:\w+\s)?(?:{_CHANGES}|faster|slower|better|worse|higher|lower|more|less|fewer|longer|shorter|"
    r"larger|smaller)\b|\s*的?(?:提升|提高|降幅|增幅|改善|增益)",
    re.IGNORECASE,
)
_POINTS = re.compile(rf"[\s-](?:percentage[\s-])?points?\s(?:\w+\s)?(?:{_CHANGES})\b", re.IGNORECASE)
_LEVEL_BEFORE = re.compile(
    rf"(?P<moved>\b(?:improv|increas|reduc|rais|ris|rose|grow|grew|outperform|exceed|beat|surpass|drop|decreas|lower|cut|boost|fall|fell|shrink|shrank|declin|lift)"
    rf"[^.;]{{0,110}}?)(?:(?<!\d)|(?<=from \d\d)|(?<=from \d\d\.\d))\s(?:up |down )?to\s+(?:{_ABOUT})*$"
    rf"|(?:{_MOVED}|缩小|升|降)(?:到|至)了?\s*(?:约|近|仅)?\s*$",
    re.IGNORECASE,
)
_ORIGIN_BEFORE = re.compile(rf"\bfrom\s+(?:{_ABOUT})*$|(?:从|由)\s*(?:约|近)?\s*$", re.IGNORECASE)
_SHARE_AFTER = re.compile(
    r"\s*(?:\w+\s)?of\s+(?!improve|increase|reduc|gain)|\s*的(?!提升|提高|降|增|改善|相对)", re.IGNORECASE
)


def part(text: str, amount: Amount) -> Part | None:
    """What a number is: a share of something, a change, where something began or came to; None where that is not said."""
    before, after = text[max(0, amount.start - 140) : amount.start], text[amount.end : amount.end + 30]
    if _CHANGE_BEFORE.search(before):
        return "change"
    if _ORIGIN_BEFORE.search(before):
        return "origin"
    if _LEVEL_BEFORE.search(before):
        return "level"
    if _POINTS.match(after) or (amount.kind in ("percent", "times") and _CHANGE_AFTER.match(after)):
        return "change"
    if amount.kind == "percent" and _SHARE_AFTER.match(after):
        return "share"
    return None
