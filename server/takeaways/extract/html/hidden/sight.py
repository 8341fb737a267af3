"""Whether what is set on an element hides its text: for the whole of it, or for what inherits it."""

from __future__ import annotations

import re
from typing import Any

from tinycss2.color4 import parse_color

from .styles import Styles

Colour = tuple[float, float, float]
WHITE: Colour = (1.0, 1.0, 1.0)
_NUMBER = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|em|rem|ex|%|vw|vh|cm|mm|in)?")
_PIXELS = {
    "px": 1.0,
    "pt": 4 / 3,
    "em": 16.0,
    "rem": 16.0,
    "ex": 8.0,
    "vw": 10.0,
    "vh": 8.0,
    "cm": 38.0,
    "mm": 3.8,
    "in": 96.0,
}
_TINY = 2.0
"""Pixels of letters that nobody reads; 8 are the smallest that papers use."""
_SMALL = 0.12
"""The scale at which letters are as tiny."""
_FAR = -400.0
"""Pixels to the left of or above a page."""
_SAME = 1.2
"""Contrast (WCAG 2, 1.4.3) below which text is not seen on its ground."""
_SEE_THROUGH = {"none", "transparent", "inherit", "initial", "unset", "currentcolor"}


def hides_all(said: dict[str, str]) -> bool:
    """Whether an element so set shows nothing of what is in it, whatever that sets itself."""
    if said.get("display") == "none" or said.get("content-visibility") == "hidden":
        return True
    opacity = _NUMBER.match(said.get("opacity", ""))
    if opacity and float(opacity[1]) * (0.01 if opacity[2] == "%" else 1) <= 0.05:
        return True
    return _is_clipped(said) or _is_away(said) or _is_without_size(said)


def hides_inherited(said: dict[str, str]) -> bool | None:
    """Whether letters are made invisible or tiny; None if nothing is said of it, False if they are made visible again."""
    told = [found for found in (_invisible(said), _tiny(said)) if found is not None]
    return any(told) if told else None


def foreground(said: dict[str, str]) -> str | None:
    """The colour that letters are given, if one is."""
    return said.get("-webkit-text-fill-color") or said.get("color") or said.get("--ltx-fg-color")


def is_on_its_own_colour(styles: Styles, node: Any, letters: str) -> bool:
    """Whether letters have the colour of the ground that they stand on, as far as the page itself tells.

    Parameters
    ----------
    styles : Styles
    node : lxml element
        Where they stand.
    letters : str
        Their colour, set on the element or inherited.
    """
    found, ground = colour(letters), _ground(styles, node)
    return found is not None and ground is not None and are_alike(found, ground)


def are_alike(letters: tuple[Colour, float], ground: Colour) -> bool:
    """Whether letters of a colour and an opacity are not seen on a ground."""
    rgb, alpha = letters
    mixed = tuple(alpha * part + (1 - alpha) * under for part, under in zip(rgb, ground, strict=True))
    light, dark = sorted((_luminance(mixed), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05) < _SAME


def background(said: dict[str, str]) -> str | None:
    """What is set as the ground, if it is not transparent."""
    values = (said.get(name) for name in ("background-color", "background", "--ltx-bg-color"))
    return next((value for value in values if value and value not in _SEE_THROUGH), None)


def _ground(styles: Styles, node: Any) -> Colour | None:
    """The colour behind an element: of the nearest around it that has one, else white. None if it is a picture."""
    while node is not None:
        if node.tag in ("svg", "foreignobject"):
            return None
        if value := background(styles.of(node)):
            found = colour(value) or next((one for part in value.split() if (one := colour(part))), None)
            if found is None:
                return None
            if found[1] > 0.5:
                return found[0]
        node = node.getparent()
    return WHITE


def colour(text: str) -> tuple[Colour, float] | None:
    """A colour as red, green and blue from 0 to 1, and its opacity; None for what is none, or depends on other elements."""
    if re.fullmatch(r"[0-9a-f]{6}", text):
        text = f"#{text}"  # old pages leave the sign away
    found = parse_color(text)
    if found is None or isinstance(found, str):
        return None
    try:
        red, green, blue = found.to("srgb").coordinates
    except (NotImplementedError, ValueError):
        return None
    return (red, green, blue), float(found.alpha)


def _luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _length(text: str | None) -> float | None:
    """A length in pixels; None of what depends on other elements."""
    found = _NUMBER.match(text or "")
    if not found:
        return None
    if found[2] == "%":
        return None if float(found[1]) else 0.0
    return float(found[1]) * _PIXELS[found[2] or "px"]


def _invisible(said: dict[str, str]) -> bool | None:
    value = said.get("visibility")
    return None if value is None else value in ("hidden", "collapse")


def _tiny(said: dict[str, str]) -> bool | None:
    value = said.get("font-size")
    if value is None and (
        short := re.search(r"(?<![\w.])(-?\d*\.?\d+(?:px|pt|em|rem|%)?)(?:\s*/\s*\S+)?\s+\S", said.get("font", ""))
    ):
        value = short[1]
    found = _NUMBER.match(value or "")
    if not found:
        return None
    if found[2] in ("em", "rem", "%"):
        # A share of what is around it: it makes letters tiny, but never large again.
        return True if float(found[1]) * (0.01 if found[2] == "%" else 1) * 16 <= _TINY else None
    return (_length(value) or 0.0) <= _TINY


def _is_clipped(said: dict[str, str]) -> bool:
    path = said.get("clip-path", "")
    inset = re.match(r"inset\(\s*(\d+)%", path)
    if (inset and int(inset[1]) >= 50) or re.match(
        r"circle\(\s*0|polygon\(\s*0(?:px)?\s+0(?:px)?\s*(?:,\s*0(?:px)?\s+0(?:px)?\s*)*\)", path
    ):
        return True
    clip = said.get("clip", "")
    edges = [float(one) for one in re.findall(r"-?\d*\.?\d+", clip)] if clip.startswith("rect") else []
    flat = len(edges) == 4 and (abs(edges[2] - edges[0]) <= 1 or abs(edges[1] - edges[3]) <= 1)
    return flat and said.get("position") in ("absolute", "fixed")


def _is_away(said: dict[str, str]) -> bool:
    if any((_length(said.get(name)) or 0.0) <= _FAR for name in ("text-indent", "margin-left")):
        return True
    moved = said.get("transform", "")
    scale = re.search(r"scale[xy]?\(\s*(\d*\.?\d+)", moved)
    if (scale and float(scale[1]) <= _SMALL) or re.search(r"translate\w*\([^)]*-\d{4,}", moved):
        return True
    placed = said.get("position") in ("absolute", "fixed", "relative")
    sides = [_length(said.get(name)) for name in ("left", "top", "right", "bottom")]
    return placed and any(side is not None and (side <= _FAR or side >= 5000) for side in sides)


def _is_without_size(said: dict[str, str]) -> bool:
    overflow = " ".join(said.get(name, "") for name in ("overflow", "overflow-x", "overflow-y"))
    if "hidden" not in overflow and "clip" not in overflow:
        return False
    return any(
        (size := _length(said.get(name))) is not None and size <= 1
        for name in ("width", "height", "max-width", "max-height")
    )
