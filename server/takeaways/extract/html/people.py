"""The authors of a LaTeXML page, each with the affiliations that the page ties to the name."""

from __future__ import annotations

import re
from typing import Any

from ...model import Author
from .dom import classes, has_class, squeeze
from .inline import inline

_BETWEEN = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*;\s*")
_MARK = re.compile(r"\$[^$]*\$|[*†‡§¶∗⋆⁎♠♣♡♢✉]")
_PERSON = re.compile(r"[^\W\d_](?:[\w.’'`\-‐ ]*[^\W\d_]\.?)?")
_EMAIL = re.compile(r"\S*@\S+|\{[^}]*\}@?\S*")


def authors(article: Any) -> tuple[Author, ...]:
    """Who wrote it.

    Returns
    -------
    tuple of Author
        Empty where the list cannot be trusted: authors that TeX could not tell from affiliations stand under an empty
        name, and a part of the list would pass for the whole.
    """
    found: list[Author] = []
    for creator in article.xpath('.//*[contains(@class, "ltx_role_author")]'):
        name = next((node for node in creator.iter() if has_class(node, "ltx_personname")), None)
        people = _names(name) if name is not None else []
        contacts = [node for node in creator.iter() if has_class(node, "ltx_role_affiliation")]
        if not people:
            if any(squeeze(inline(node)) for node in contacts):
                return ()
            continue
        marks = _marks(name)
        affiliations = _affiliations(contacts, marks)
        found += [Author(name=person, affiliations=affiliations) for person in people]
    return tuple(found)


def _names(node: Any) -> list[str]:
    """The names in one `ltx_personname`, which may hold several, with marks, and with lines of an affiliation below."""
    copy = _bare(node)
    first_line = squeeze(_MARK.sub(" ", copy.split("\n")[0] if "\n" in copy else copy))
    names = [part.strip(" ,") for part in _BETWEEN.split(_EMAIL.sub("", first_line))]
    return [name for name in names if name and _PERSON.fullmatch(name) and len(name.split()) <= 6]


def _bare(node: Any) -> str:
    """The words of a name element: `\\n` where TeX broke the line, marks set high and mathematics left out."""
    out: list[str] = []

    def walk(one: Any, top: bool = False) -> None:
        kinds = classes(one) if isinstance(one.tag, str) else frozenset()
        if one.tag == "br":
            out.append("\n")
        elif not isinstance(one.tag, str) or one.tag in ("math", "sup") or "ltx_note" in kinds or "ltx_ERROR" in kinds:
            out.append(" ")
        else:
            # Line ends of the source mean nothing; only a break does.
            out.append(re.sub(r"\s+", " ", one.text or ""))
            for child in one:
                walk(child)
        if not top:
            out.append(re.sub(r"\s+", " ", one.tail or ""))

    walk(node, top=True)
    return "".join(out).strip()


def _marks(node: Any) -> set[str]:
    """What ties a name to an affiliation: a formula (`$\\dagger$`) or a raised character."""
    marks = {squeeze(one.get("alttext") or "".join(one.itertext())) for one in node.iter("math")}
    for one in node.iter("sup"):
        if not has_class(one, "ltx_note_mark"):
            marks |= {part for part in re.split(r"[\s,]+", squeeze("".join(one.itertext()))) if part}
    return {mark.strip("{}^") for mark in marks}


def _affiliations(contacts: list[Any], marks: set[str]) -> tuple[str, ...]:
    given: list[tuple[set[str], str]] = []
    for node in contacts:
        for part in list(node.iter("span")):
            if has_class(part, "ltx_font_typewriter") and "@" in "".join(part.itertext()):
                part.text = ""
                for child in list(part):
                    part.remove(child)
        text = squeeze(_EMAIL.sub("", _MARK.sub(" ", inline(node)))).strip(" ,;")
        if len(re.findall(r"[^\W\d_]", text)) > 2:
            given.append((_marks(node), text))
    tied = [text for own, text in given if own & marks]
    if tied:
        return tuple(dict.fromkeys(tied))
    # LaTeXML gives every author all marked affiliations: without a mark of the author's own, whose is whose is unknown.
    return tuple(dict.fromkeys(text for own, text in given if not own))
