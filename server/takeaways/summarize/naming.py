"""What a paper calls its own thing: «S2ORC», «Mistral 7B», «RavenCount»."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME = r"[A-Z][\w-]*[A-Z\d][\w-]*(?: \d+\w*)?|[A-Z][a-z]+(?:-[A-Z]\w+| \d+[A-Z]?)"
_TITLED = re.compile(rf"^\s*(?P<name>{_NAME}|[A-Z][\w-]+)\s*:|^\s*(?P<whole>{_NAME})\s*$")
_COINED = re.compile(
    r"\b(?:introduc\w+|present\w*|propos\w+|develop\w*|releas\w+|call(?:ed)?|dub(?:bed)?|nam(?:e|ed)|term(?:ed)?|describ\w+|construct\w*|creat\w+)"
    rf"(?: it| this| our| the| a| an| new| novel| method| model| system)*,? [“\"'‘]?(?P<name>{_NAME})"
)
_IMPLEMENTED = re.compile(
    rf"\bimplement\w* [^.;]{{0,60}}\bin (?:a |an |the |our )?(?P<name>{_NAME}) (?:[\w-]+ ){{0,3}}(?:system|prototype|tool"
    r"|library|framework|package|toolkit)\b"
    r"|\b[Oo]ur (?:\w+ )?(?:system|method|model|approach|framework|tool|algorithm|dataset|corpus),? "
    rf"(?:called |named |dubbed )?(?P<own>{_NAME})\b|(?P<apposed>{_NAME}), (?:our|a (?:new|novel)) "
)


def own_names(title: str | None, sentences: Iterable[str]) -> frozenset[str]:
    """The names that the title (before its colon) and sentences such as «we introduce S2ORC», «S2ORC, a new corpus» coin."""
    titled = _TITLED.match(title or "")
    found = {titled["name"] or titled["whole"]} if titled else set()
    found |= {match["name"] for sentence in sentences for match in _COINED.finditer(sentence)}
    found |= {name for sentence in sentences for match in _IMPLEMENTED.finditer(sentence) for name in match.groups() if name}
    return frozenset(found)


def names_any(text: str, names: frozenset[str]) -> bool:
    """Whether `text` speaks of one of `names`."""
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)
