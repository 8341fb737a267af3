"""A formula of a page as TeX."""

from __future__ import annotations

import re
from typing import Any

from .dom import squeeze

_NUMBER = re.compile(r"[-+−]?[\d.,]+(?:\\?%)?")
_NOISE = re.compile(r"%\s*\n|\\displaystyle\b\s*|\\textstyle\b\s*")
_UNSEEN = re.compile(
    r"\\[hv]?phantom\b\s*(?=\{)|\\textcolor\s*(?:\[\w+\])?\{(?:1,1,1|white|FFFFFF)\}\s*(?=\{)"
    r"|\\color\s*(?:\[\w+\])?\{(?:1,1,1|white|FFFFFF)\}"
)
"""What leaves space and shows nothing: of a group that follows, or to the end of the group it stands in."""


def tex(node: Any) -> str:
    """A formula as `$TeX$`; one that is only a number as that number.

    LaTeXML puts the TeX into `alttext`; other makers of MathML into an annotation.
    """
    source = node.get("alttext")
    if source is None:
        found = node.xpath('.//*[local-name()="annotation" and contains(@encoding, "tex")]')
        source = "".join(found[0].itertext()) if found else "".join(node.itertext())
    source = squeeze(_seen(_NOISE.sub("", source)))
    if _NUMBER.fullmatch(source):
        return source.replace("\\%", "%")
    return f"${source}$" if source else ""


def _seen(source: str) -> str:
    """TeX without what is set as space, or in white."""
    while found := _UNSEEN.search(source):
        inside = source[found.end() : found.end() + 1] == "{" and not found[0].startswith("\\color")
        end = found.end() + (1 if inside else 0)
        depth = 1
        while end < len(source) and depth:
            if source[end] == "\\":
                end += 1
            elif source[end] in "{}":
                depth += 1 if source[end] == "{" else -1
            end += 1
        source = source[: found.start()] + source[end if inside or depth else end - 1 :]
    return source
