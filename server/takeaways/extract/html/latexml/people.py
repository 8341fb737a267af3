"""Who wrote a LaTeXML page, and where they work, tied to each other where the page does so."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ....model import Author
from ..dom import classes, of_class, squeeze, text_of
from .affiliations import ORGANISATION, Affiliation, affiliations_in, clean, is_affiliation, without_addresses
from .byline import Line, lines_of, words

_BETWEEN = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*|\s*;\s*|\s*·\s*|\s*\|\s*")
_OPEN = re.compile(r"(,|;|&|\band)\s*$")
_PERSON = re.compile(r"[^\W\d_](?:[\w.’'`\-‐ ]*[^\W\d_]\.?)?")
_SUFFIX = re.compile(r"(jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d)\.?", re.I)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,8}")
_CONTACTS = {
    "ltx_role_affiliation",
    "ltx_role_address",
    "ltx_role_institution",
    "ltx_role_institute",
    "ltx_role_altaffiliation",
}
_NOTES = {"ltx_role_institutetext", "ltx_role_affiliationtext", "ltx_role_addresstext"}
_TEXT = {"ltx_section", "ltx_abstract", "ltx_appendix", "ltx_bibliography", "ltx_chapter", "ltx_part"}
_WITH = re.compile(r" (?:is|are|was|were) (?:currently |now |also )?(?:with|at) (?:the )?")
_WHERE = re.compile(r"(.{5,250}?)(?=\s*[(;]|\.\s+[A-Z]|\.?\s*$)")
_SENTENCE = re.compile(r"[;)]\s|(?<=[a-z)]{2})\.\s")


class People(NamedTuple):
    """The authors, and all affiliations that the page names, tied or not."""

    authors: tuple[Author, ...]
    affiliations: tuple[str, ...]


@dataclass
class _Person:
    name: str
    marks: set[str] = field(default_factory=set)
    own: list[Affiliation] = field(default_factory=list)
    """Those that stand below the name, or below all names of its line."""


def people(article: Any) -> People:
    """Who wrote it, and where they work.

    Returns
    -------
    People
        No authors where the list cannot be trusted: those that TeX could not tell from affiliations stand under an empty
        name, and a part of the list would pass for the whole.
    """
    persons: list[_Person] = []
    found: list[Affiliation] = []
    whole = True
    front = _front(article)
    for creator in _all(front, "ltx_role_author"):
        named, below = _names(next(iter(of_class(creator, "ltx_personname")), None))
        contacts = _contacts(creator)
        if not named:
            # Whatever stands under an empty name may be the names of others: only what says that it is none is kept.
            contacts = [one for one in contacts if ORGANISATION.search(one.text)]
            whole = whole and not squeeze(text_of(creator))
        own = [*below, *contacts]
        for person in named:
            person.own = own
        persons += named
        found += own
    found += [one for node in _all(front, *_NOTES) for one in _noted(node)]
    authors = tuple(Author(name=one.name, affiliations=_tied(one, found)) for one in persons) if whole else ()
    authors = _with_thanks(_all(front, "ltx_role_thanks"), authors)
    every = [*(one.text for one in found), *(text for author in authors for text in author.affiliations)]
    names = {author.name.casefold() for author in authors}
    return People(authors, tuple(text for text in dict.fromkeys(every) if text.casefold() not in names))


def _front(article: Any) -> list[Any]:
    """What stands in an article outside of its sections and its abstract."""
    return [
        child for child in article if isinstance(child.tag, str) and child.tag != "section" and not classes(child) & _TEXT
    ]


def _all(nodes: list[Any], *names: str) -> list[Any]:
    return [found for node in nodes for found in of_class(node, *names)]


def _names(node: Any) -> tuple[list[_Person], list[Affiliation]]:
    """The people in one `ltx_personname`, which may hold several, with marks, and affiliations in the lines below."""
    lines = [] if node is None else lines_of(node)
    people: list[_Person] = []
    at = 0
    while at < len(lines):
        goes_on = at > 0 and (_OPEN.search(words(lines[at - 1])) or any(piece.mark for piece in lines[at][1:]))
        named = _people_in(lines[at], at == 0) if at == 0 or goes_on else []
        if not named:
            break
        people += named
        at += 1
    return people, affiliations_in(lines[at:])


def _people_in(line: Line, first: bool) -> list[_Person]:
    """The names of a line, each with the marks behind it; none if anything else stands in it.

    A name of one word is believed where it stands alone in the first line («Plato»).
    """
    found: list[_Person] = []
    if not line or line[0].mark or ORGANISATION.search(words(line)):
        return []
    for piece in line:
        if piece.mark:
            found[-1].marks.add(piece.text)
            continue
        for part in _BETWEEN.split(piece.text):
            name = without_addresses(part).strip(" ,;:")
            if found and _SUFFIX.fullmatch(part.strip()):
                found[-1].name += f" {part.strip()}"
            elif name and _PERSON.fullmatch(name) and len(name.split()) <= 6:
                found.append(_Person(name))
            elif name:
                return []
        if not found:
            return []
    alone = first and len(found) == 1
    return found if all(alone or " " in one.name or _CJK.fullmatch(one.name) for one in found) else []


def _contacts(creator: Any) -> list[Affiliation]:
    """What is marked as an affiliation below a name, or stands there in notes that are nothing else."""
    nodes = of_class(creator, *_CONTACTS)
    if nodes:
        return [found for node in nodes for found in affiliations_in(lines_of(node))]
    notes = of_class(creator, "ltx_author_notes")
    bare = [one for one in notes if not of_class(one, "ltx_contact", "ltx_note")]
    return [one for node in bare for one in affiliations_in(lines_of(node)) if ORGANISATION.search(one.text)]


def _noted(node: Any) -> list[Affiliation]:
    """The affiliations in a note beside the byline (`institutetext`), by their own marks or by the note's."""
    content = next(iter(of_class(node, "ltx_note_content")), node)
    mark = next((squeeze(text_of(one)) for one in of_class(node, "ltx_note_mark")), "")
    copied = [
        [piece for piece in line if not (piece.mark and n == 0 and piece.text == mark)]
        for n, line in enumerate(lines_of(content))
    ]
    found = affiliations_in(copied)
    return [one if one.marks or not mark else Affiliation(one.text, frozenset({mark})) for one in found]


def _tied(person: _Person, found: list[Affiliation]) -> tuple[str, ...]:
    """A person's affiliations: those led by a mark of theirs, else those that stand below the name without any mark."""
    marked = [one.text for one in found if one.marks & person.marks]
    return tuple(dict.fromkeys(marked or [one.text for one in person.own if not one.marks]))


def _with_thanks(notes: list[Any], authors: tuple[Author, ...]) -> tuple[Author, ...]:
    """The authors, those without an affiliation given that of a note «I. Lindqvist is with the University of Umeå»."""
    for note in notes if any(not author.affiliations for author in authors) else ():
        content = next(iter(of_class(note, "ltx_note_content")), note)
        text = " ".join(words(line) for line in lines_of(content))
        for verb in _WITH.finditer(text):
            who = _SENTENCE.split(text[max(0, verb.start() - 200) : verb.start()])[-1]
            found = _WHERE.match(text, verb.end())
            where = clean(found[1].split(", and the ")[0]) if found else ""
            if ORGANISATION.search(where) and is_affiliation(where):
                authors = tuple(
                    author.model_copy(update={"affiliations": (where,)})
                    if not author.affiliations and _is_named(author.name, who)
                    else author
                    for author in authors
                )
    return authors


def _is_named(name: str, who: str) -> bool:
    """Whether a sentence's subject names a person, by family name and the first letter of the given one."""
    if re.search(r"\b(the|all) authors\b", who, re.I):
        return True
    spoken = [part.split() for part in _BETWEEN.split(who) if part.split()]
    return any(one[-1] == name.split()[-1] and one[0][0] == name[0] for one in spoken)
