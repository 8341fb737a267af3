"""Code, project and data addresses that the paper gives as its own: in a sentence that says so, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from ..model import Link, Section

_URL = re.compile(r"https?://[^\s<>\"'{}|\\^`\[\]$]+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_OWN = re.compile(
    r"\b(our|we|available|released?|releasing|code|webpage|website|project page|homepage|accessed? to)\b", re.I
)
_OTHERS = re.compile(
    r"\b(et al|following|provided by|released by|described (?:at|in)|implemented (?:by|in)|taken from|obtained from"
    r"|downloaded from|us(?:e|es|ed|ing))\b",
    re.I,
)
_CODE = re.compile(r"\b(code|implementation|software|repository|scripts?|models?)\b", re.I)
_DATA = re.compile(r"\b(data|datasets?|corpus|corpora|recordings|benchmark)\b", re.I)
_PROJECT = re.compile(r"\b(project page|webpage|website|homepage|home page|demo)\b", re.I)
_CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "github.io")
_DATA_HOSTS = ("zenodo.org", "figshare.com", "huggingface.co/datasets", "osf.io", "kaggle.com", "dataverse")


def links_in(sections: Iterable[Section], comment: str | None) -> tuple[Link, ...]:
    """The addresses a paper gives as its own, in the order of its text.

    Parameters
    ----------
    sections : iterable of Section
        The paper's text, its references left out.
    comment : str, optional
        What the authors wrote beside it on arXiv.
    """
    texts = [comment or ""] + [block.text for section in sections for block in section.blocks if block.kind != "table"]
    found: dict[str, Link] = {}
    for text in texts:
        if "://" not in text:
            continue
        for sentence in _SENTENCE.split(text):
            if _OTHERS.search(sentence) or not _OWN.search(_URL.sub(" ", sentence)):
                continue
            for match in _URL.finditer(sentence):
                url = match[0].rstrip(".,;:)”’")
                kind = _kind(url, sentence[: match.start()])
                if kind:
                    found.setdefault(url.rstrip("/").casefold(), Link(kind=kind, url=url))
    return tuple(found.values())


def _kind(url: str, before: str) -> Literal["code", "project", "data"] | None:
    """What stands at an address, by its host, else by the last of the telling words before it."""
    host = url.split("://", 1)[1].casefold()
    if host.startswith(("arxiv.org", "doi.org", "dx.doi.org")):
        return None
    if any(known in host for known in _DATA_HOSTS):
        return "data"
    if host.startswith(_CODE_HOSTS):
        return "code"
    last = {
        kind: max((m.end() for m in pattern.finditer(before)), default=-1)
        for kind, pattern in (("code", _CODE), ("data", _DATA), ("project", _PROJECT))
    }
    kind = max(last, key=lambda name: last[name])
    return None if last[kind] < 0 else kind  # type: ignore[return-value]
