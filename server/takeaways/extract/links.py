"""Code, project and data addresses that the paper gives as its own: because its sentence says so, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from ..model import Link, Origin, Paper
from .mentions import Mention, mentions_in, plain

Kind = Literal["code", "project", "data"]

_CODE = (
    r"(?:source )?codes?(?:base)?|code ?base|implementations?|software|scripts?|notebooks?|toolkit|library|libraries"
    r"|packages?|repositor(?:y|ies)|repo|models?|weights|checkpoints?|programs?|github"
)
_DATA = (
    r"data(?: ?sets?|bases?)?|corpus|corpora|recordings|annotations?|benchmarks?|collections?|test ?sets?|training sets?"
    r"|metadata"
)
_PROJECT = (
    r"project(?: web)?(?: ?page| ?site)|project|web ?pages?|web ?sites?|home ?pages?|demos?|demonstrations?|videos?"
    r"|supplementary materials?|online appendix|leaderboard"
)
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("code", re.compile(rf"\b(?:{_CODE})\b", re.I)),
    ("data", re.compile(rf"\b(?:{_DATA})\b", re.I)),
    ("project", re.compile(rf"\b(?:{_PROJECT})\b", re.I)),
)
_THING = rf"(?:{_CODE}|{_DATA}|{_PROJECT}|resources?|artifacts?|materials?|experiments|results)"
_TOLD = re.compile(rf"\b{_THING}\b", re.I)

# «Code: …», «Project page (beta): …», «Video overview: …», right before the address.
_LABEL = re.compile(
    rf"\b{_THING}(?:\s+(?:and|&|/|page|link|overview|release|url|available|is|are|\(\w+\))){{0,3}}(?:\s+{_THING})?"
    r"\s*[:=]\s*$",
    re.I,
)
# «we (publicly) release …», «we make … available».
_WE_GIVE = re.compile(
    r"\b(?:we|the authors)\s+"
    r"(?:(?:also|further|additionally|publicly|openly|freely|hereby|will|have|therefore|then|all|now|fully|introduce and"
    r"|provide and|are|plan to)\s+)*"
    r"(?:releas(?:e|ed|ing)|open-?\s?sourc(?:e|ed|ing)|publish(?:ed)?|shar(?:e|ed|ing)|provide|host|distribute|contribute"
    r"|(?:make|made)\b(?=.*\b(?:available|public|accessible|open|free)))\b",
    re.I,
)
_RELEASED = (
    r"(?:available|accessible|released|open-?\s?sourced?|published|hosted|shared|provided|posted|deposited|found"
    r"|downloaded|accessed|obtained|online|public|downloadable)"
)
# «(the, our) code … is available …»
_AVAILABLE = re.compile(
    rf"\b(?P<thing>{_THING})\b(?P<of>[^;:]{{0,120}}?)\b(?:is|are|be|been|was|were)\s+(?:\w+\s+){{0,3}}{_RELEASED}\b", re.I
)
# «Code and demo available at …», «code at …»: a note without a verb.
_SHORT = re.compile(
    rf"\b(?P<thing>{_THING})\b(?P<of>[^.;:]{{0,60}}?)\s(?:{_RELEASED}\s+)?(?:here\s+)?(?:at|on|from|via|in|under)\W*$", re.I
)
_OURS = re.compile(
    r"\b(?:our|ours|this (?:paper|work|article|study|project)|the (?:present|current) (?:paper|work))\b", re.I
)
# The paper's own code has been used too: «the code we used to train …».
_USED_BY_US = re.compile(
    rf"\b{_THING}(?:\s+(?:that|which))?\s+(?:(?:we|were|was|is|are|has been|have been)\s+)*"
    r"(?:used|developed|written|described)\b(?:\s+(?:by us|in this \w+|here|to|for|in our \w+))?",
    re.I,
)
_OTHERS = re.compile(
    r"\bet al\b"
    r"|\b(?:provided|released|developed|maintained|published|written|created|introduced|proposed|implemented|distributed"
    r"|collected|shared|offered|hosted|built) by\b(?! (?:us|the authors of this)\b)"
    r"|\bdescribed (?:by|in|at)\b(?! (?:this|the present|sect|our)\b)"
    r"|(?<!\bbe )\b(?:downloaded|obtained|taken|adapted|borrowed|crawled|retrieved|derived|extracted|modified|forked) from\b"
    r"|\bus(?:e|es|ed|ing)\b|(?<!\bthe )\bfollow(?:s|ing|ed)?\b|\bbased on\b|\bbuil[dt]s? (?:on|upon)\b"
    r"|\brel(?:y|ies|ied) on\b|\bextend(?:s|ed|ing)?\b"
    r"|\bsuch as\b|\be\.g\.|\bthanks?\b|\b(?:their|his|her)\b|\bcf\.|\bsee also\b|\bcompared? (?:to|with)\b"
    r"|\bapply\b|\bemploy(?:s|ed)?\b|\badopt(?:s|ed)?\b|\bevaluated? on\b|\btrained? on\b|\bconducted\b",
    re.I,
)
# «the code for X», «the X corpus»: X is another's, unless the paper introduces it, or it is what the code is written in.
_NAME_AFTER = re.compile(r"\b(?:of|for|from|by|behind)\s+(?:the\s+)?(?P<name>[A-Z][\w+.-]*[A-Za-z0-9])")
_NAME_BEFORE = re.compile(r"(?<=\w )(?P<name>[A-Z][\w+.-]*[A-Za-z0-9])\s+$")
_TOOLS = frozenset(
    [
        "docker",
        "fortran",
        "github",
        "java",
        "javascript",
        "jax",
        "julia",
        "jupyter",
        "keras",
        "matlab",
        "python",
        "pytorch",
        "rust",
        "tensorflow",
    ]
)
_INTRODUCED = re.compile(
    r"\b(?:introduc|present|propos|describ|develop|releas|contribut|buil[dt]|call|nam|dub|term)\w*\s+(?:\w+\s+){0,3}?"
    r"(?P<name>[A-Z][\w+-]*[A-Z0-9][\w+-]*)"
)

_CODE_HOSTS = re.compile(
    r"(?:^|\.)(?:github\.com|gitlab\.\w+|bitbucket\.org|codeberg\.org|sourceforge\.net|code\.google\.com)$"
)
_DATA_HOSTS = re.compile(r"(?:^|\.)(?:zenodo\.org|figshare\.com|osf\.io|kaggle\.com|datadryad\.org|dryad\.org)$|dataverse")
_NO_LINK = re.compile(
    r"(?:^|\.)(?:arxiv\.org|doi\.org|orcid\.org|creativecommons\.org|crossref\.org|aclweb\.org|aclanthology\.org)$"
)
_REPOSITORY = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)/([^/?#]+)/([^/?#]+)", re.I
)


def links_of(paper: Paper, mentions: Iterable[Mention]) -> tuple[Link, ...]:
    """The addresses that a paper gives as its own, in the order of its text.

    Parameters
    ----------
    paper : Paper
        Its title and abstract tell what it introduces, its authors whose repositories are theirs; its comment is read too.
    mentions : iterable of Mention
        Of its text, its references left out.
    """
    names, surnames = _own_names(paper), _surnames(paper)
    beside = [mention for mention in mentions_in(paper.comment or "") if not _OTHERS.search(mention.before)]
    said = list(mentions)
    found: dict[str, Link] = {}
    for mention in [*beside, *(one for one in said if _is_own(one, names, surnames))]:
        kind = _kind(mention, bare=mention in beside)
        if kind:
            found.setdefault(_key(mention), Link(kind=kind, url=mention.url))
    # What is called data here and code there, or stands behind both, is a repository.
    for mention in said:
        known = found.get(_key(mention))
        if known and known.kind == "data" and _kind(mention, bare=False) == "code":
            found[_key(mention)] = Link(kind="code", url=known.url)
    return tuple(found.values())


def with_links(paper: Paper, mentions: Iterable[Mention], origin: Origin) -> Paper:
    """A paper with the links that these mentions and its comment give, in the place of those that it had."""
    links = links_of(paper, mentions)
    origins = {name: known for name, known in paper.provenance.items() if name != "links"}
    return paper.model_copy(update={"links": links, "provenance": {**origins, "links": origin} if links else origins})


def _key(mention: Mention) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", mention.url.casefold()).rstrip("/").removesuffix(".git")


def _is_own(mention: Mention, names: frozenset[str], surnames: frozenset[str]) -> bool:
    around = f"{mention.before} {mention.words} ⟨⟩ {mention.after}"
    if _OTHERS.search(_USED_BY_US.sub(" ", around)):
        return False
    owner, repository = _repository(mention.url)
    if repository and (repository in names or any(owner.startswith(name) or owner.endswith(name) for name in surnames)):
        return True
    if _LABEL.search(mention.before):
        return True
    if _TOLD.search(around) and _WE_GIVE.search(mention.before):
        return True
    place = f"{mention.before} {mention.words}".strip() if mention.words else mention.before
    for pattern in (_AVAILABLE, _SHORT):
        if said := pattern.search(place) or (pattern.search(around) if mention.words else None):
            return _of_us(said, around, names)
    return False


def _of_us(said: re.Match[str], around: str, names: frozenset[str]) -> bool:
    """Whether «the code for X» is the paper's: X is what it introduces, or it says «our»."""
    if _OURS.search(around):
        return True
    found = _NAME_AFTER.search(said["of"]) or _NAME_BEFORE.search(said.string[: said.start("thing")])
    return found is None or plain(found["name"]) in names | _TOOLS


def _kind(mention: Mention, bare: bool) -> Kind | None:
    """What stands at an address: by its host, else by the telling word that stands nearest before it, or first after."""
    host = re.sub(r"^https?://([^/:?#]*).*$", r"\1", mention.url.casefold())
    if _NO_LINK.search(host):
        return None
    if _DATA_HOSTS.search(host) or "huggingface.co/datasets" in mention.url:
        return "data"
    before = f"{mention.before} {mention.words}"
    nearest = {kind: max((one.end() for one in words.finditer(before)), default=-1) for kind, words in _KINDS}
    first = {kind: -min((one.start() for one in words.finditer(mention.after)), default=10_000) for kind, words in _KINDS}
    if _CODE_HOSTS.search(host):
        seen = {kind for kind in nearest if nearest[kind] >= 0} or {kind for kind in first if first[kind] > -10_000}
        return "data" if "data" in seen and "code" not in seen else "code"
    best = max(nearest, key=lambda kind: nearest[kind])
    if nearest[best] >= 0:
        return best
    best = max(first, key=lambda kind: first[kind])
    if first[best] > -10_000:
        return best
    return "project" if bare and host.endswith((".github.io", ".gitlab.io")) else None


def _repository(url: str) -> tuple[str, str]:
    """Owner and name of a repository at a code host; empty for all other addresses."""
    found = _REPOSITORY.match(url)
    return (plain(found[1]), plain(found[2].removesuffix(".git"))) if found else ("", "")


def _own_names(paper: Paper) -> frozenset[str]:
    """What the paper gives a name to: before a colon in its title, or introduced in its abstract."""
    head, colon, _ = (paper.title or "").partition(":")
    names = {plain(head)} if colon and len(head.split()) <= 2 else set()
    names |= {plain(found["name"]) for found in _INTRODUCED.finditer(paper.abstract or "")}
    return frozenset(name for name in names if len(name) >= 4)


def _surnames(paper: Paper) -> frozenset[str]:
    """Five letters at least: «Li» and «Lee» are in many owners' names."""
    return frozenset(name for author in paper.authors if len(name := plain(author.name.split()[-1])) >= 5)
