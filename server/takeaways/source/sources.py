"""The room's door: reads a reference by trying each kind in turn."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import quote, unquote

from ..errors import BadSettings, NotAUrl, TakeawaysError
from ..model import Candidate, Source
from . import arxiv
from .address import Address, address
from .arxiv import ArxivId

ARXIV = "https://arxiv.org"
AR5IV = "https://ar5iv.labs.arxiv.org"
LONGEST = 4096

# The front ends of arXiv: www, export, browse, the country mirrors that links of old still name.
_ARXIV_HOST = re.compile(r"(?:(?:www|export|browse|beta|lanl|xxx|[a-z]{2})\.)?arxiv\.org|xxx\.lanl\.gov")
_AR5IV_HOST = re.compile(r"(?:www\.)?ar5iv\.(?:org|labs\.arxiv\.org)")
# Routes of these that name one paper; what stands before the id.
_ROUTES = re.compile(
    r"(?:abs|pdf|html|format|ps|src|e-print|dvi|other|tb|bibtex|refs|cits|papers|log|source)/(.*)", re.IGNORECASE
)
# Readers of arXiv's papers: host, what stands before the id. Their other pages are pages like any other.
_READERS = (
    (re.compile(r"(?:www\.)?alphaxiv\.org"), re.compile(r"(?:[a-z-]+/){0,2}?", re.IGNORECASE)),
    (re.compile(r"(?:www\.)?(?:huggingface\.co|hf\.co)"), re.compile(r"papers/")),
    (re.compile(r"(?:www\.)?(?:scirate\.com|papers\.cool|semanticscholar\.org)"), re.compile(r"arxiv/", re.IGNORECASE)),
)
_DOI_HOST = re.compile(r"(?:www\.|dx\.)?doi\.org")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_DOI_NAMED = re.compile(r"(?:doi\s*:\s*)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+)", re.IGNORECASE)
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.IGNORECASE)
_UPLOAD = re.compile(r"sha256\s*:\s*(.*)", re.IGNORECASE)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FILE = re.compile(r"(?:[a-z]:[\\/]|~?/|\.{1,2}/|\\\\).*|[^/]+\.(?:pdf|html?)", re.IGNORECASE)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)


class _Mirror(NamedTuple):
    """A server set to stand in for arXiv or ar5iv: references to it are arXiv references."""

    netloc: str
    prefix: str


class Sources:
    """Reads references.

    Parameters
    ----------
    arxiv_url : str
        Where arXiv's pages are dialled: arXiv itself, or a mirror of it.
    ar5iv_url : str
        Where ar5iv's pages are dialled; empty: ar5iv is not used.

    Raises
    ------
    BadSettings
        One of the two is not an http(s) address.
    """

    def __init__(self, arxiv_url: str = ARXIV, ar5iv_url: str = AR5IV) -> None:
        self._arxiv_url = arxiv_url.rstrip("/")
        self._ar5iv_url = ar5iv_url.rstrip("/")
        mirrors = [_mirror(url) for url in (self._arxiv_url, self._ar5iv_url) if url]
        self._mirrors = sorted(mirrors, key=lambda mirror: len(mirror.prefix), reverse=True)

    def parse(self, reference: str) -> Source:
        """What a reference names.

        Parameters
        ----------
        reference : str
            An arXiv id or address in any form, a DOI, the address of a page or PDF, an upload's `sha256:` id,
            or the `id` of a Source.

        Raises
        ------
        NotAUrl
            It is none of these; the detail says what was understood.
        BlockedUrl
            It is an address that is never read: another scheme than http(s), or a user name in it.
        """
        text = _plain(reference)
        for kind in (_upload, self._named, self._addressed):
            if (source := kind(text)) is not None:
                return source
        raise NotAUrl(_understood(text))

    def at_version(self, source: Source, version: int) -> Source:
        """An arXiv Source with its version filled in, or replaced.

        Parameters
        ----------
        source : Source
            Of an `arxiv:` id.
        version : int
            From 1.

        Raises
        ------
        ValueError
            It is not an arXiv Source, or there can be no such version: a fault of the caller.
        """
        found = arxiv.bare(source.id) if source.id.startswith("arxiv:") else None
        if found is None or version < 1:
            raise ValueError(f"no version {version} of {source.id}")
        return self._arxiv(found._replace(version=version))

    def dialled(self, link: str) -> str:
        """What is dialled for an address that a page of arXiv or ar5iv names: a mirror's, where one is set."""
        for theirs, ours in ((ARXIV, self._arxiv_url), (AR5IV, self._ar5iv_url)):
            if ours and link.startswith(f"{theirs}/"):
                return ours + link.removeprefix(theirs)
        return link

    def _named(self, text: str) -> Source | None:
        text = _folded(text).rstrip(".,;")
        if found := arxiv.bare(text):
            return self._arxiv(found)
        doi = _DOI_NAMED.fullmatch(text)
        return self._doi(doi[1]) if doi else None

    def _addressed(self, text: str) -> Source | None:
        at = address(text)
        if at is None:
            return None
        path = _folded(unquote(at.path)).strip("/")
        if _DOI_HOST.fullmatch(at.host) and _DOI.fullmatch(path):
            return self._doi(path)
        found = self._of_arxiv(at, re.sub("//+", "/", path))
        return self._arxiv(found) if found else _page(at)

    def _of_arxiv(self, at: Address, path: str) -> ArxivId | None:
        """The id in an address of arXiv, ar5iv, a mirror or a reader; None for any other address."""
        for mirror in self._mirrors:
            if at.netloc == mirror.netloc and f"/{path}/".startswith(mirror.prefix):
                return _of_front_end(at, f"/{path}".removeprefix(mirror.prefix.rstrip("/")).strip("/"))
        if (_ARXIV_HOST.fullmatch(at.host) or _AR5IV_HOST.fullmatch(at.host)) and at.port is None:
            return _of_front_end(at, path)
        for host, before in _READERS:
            if host.fullmatch(at.host):
                return _after(before, path)
        return None

    def _arxiv(self, found: ArxivId) -> Source:
        # ar5iv holds one version of a paper and knows no address with a version: it answers such a one with a
        # redirect to arXiv's abs page (its routes: github.com/dginev/ar5iv, src/main.rs).
        forms = [
            Candidate(reading="arxiv-html", url=f"{self._arxiv_url}/html/{found}", link=f"{ARXIV}/html/{found}"),
            Candidate(reading="pdf", url=f"{self._arxiv_url}/pdf/{found}", link=f"{ARXIV}/pdf/{found}"),
        ]
        if self._ar5iv_url:
            forms.append(
                Candidate(reading="ar5iv", url=f"{self._ar5iv_url}/html/{found.paper}", link=f"{AR5IV}/html/{found.paper}")
            )
        return Source(
            id=f"arxiv:{found}",
            link=f"{ARXIV}/abs/{found}",
            metadata_url=f"{self._arxiv_url}/abs/{found}",
            candidates=tuple(forms),
        )

    def _doi(self, doi: str) -> Source:
        if named := _ARXIV_DOI.fullmatch(doi):
            if found := arxiv.in_path(named[1]):
                return self._arxiv(found)
            raise NotAUrl(f"«{doi[:80]}» is a DOI of arXiv, but holds no arXiv id.")
        # DOIs are compared without regard to case (ISO 26324); their <, > and # do not survive in an address.
        doi = doi.rstrip(".,;").lower()
        url = "https://doi.org/" + quote(doi, safe="/:;()!$&'*+,=@~")
        return Source(id=f"doi:{doi}", link=url, candidates=(Candidate(reading="page", url=url, link=url),))


def _plain(reference: str) -> str:
    if len(reference) > LONGEST:
        raise NotAUrl(f"That is {len(reference)} characters long; an address has at most {LONGEST}.")
    # Invisible characters (and halves of characters, which no encoding can write) come along with copied text;
    # brackets and quotation marks from mails and references.
    text = "".join(c for c in reference if unicodedata.category(c) not in ("Cf", "Cs")).strip().strip("<>\"'“”«»`").strip()
    if not text:
        raise NotAUrl("Nothing was given.")
    if re.match(r"https?%3a", text, re.IGNORECASE):
        text = unquote(text)
    return text.removeprefix("url:")


def _folded(text: str) -> str:
    # Full-width letters, digits and colons come from Chinese and Japanese keyboards.
    return unicodedata.normalize("NFKC", text)


def _upload(text: str) -> Source | None:
    named = _UPLOAD.fullmatch(text)
    if named is None:
        return None
    digest = named[1].lower()
    if not _DIGEST.fullmatch(digest):
        raise NotAUrl("That is an upload's id, but not all of it: 64 hexadecimal digits follow «sha256:».")
    return Source(id=f"sha256:{digest}")


def _of_front_end(at: Address, path: str) -> ArxivId:
    route = _ROUTES.fullmatch(path)
    found = arxiv.in_path(path) or (arxiv.in_path(route[1]) if route else None)
    if found is None:
        kind = "names no paper: there is no arXiv id such as 1706.03762 in it" if route else "is not the page of one paper"
        raise NotAUrl(f"«{str(at)[:80]}» is an address of arXiv, but {kind}.")
    return found


def _after(before: re.Pattern[str], path: str) -> ArxivId | None:
    # The pattern is lazy: each length of what it may skip is tried.
    starts = {0, *(slash.end() for slash in re.finditer("/", path))}
    for start in sorted(starts):
        if before.fullmatch(path[:start]) and (found := arxiv.in_path(path[start:])):
            return found
    return None


def _page(at: Address) -> Source:
    url = str(at)
    candidate = Candidate(reading="pdf" if at.path.lower().endswith(".pdf") else "page", url=url, link=url)
    return Source(id=f"url:{url}", link=url, candidates=(candidate,))


def _mirror(url: str) -> _Mirror:
    try:
        at = address(url)
    except TakeawaysError as err:
        raise BadSettings(f"«{url[:80]}» cannot stand in for arXiv: {err.detail}") from err
    if at is None:
        raise BadSettings(f"«{url[:80]}» cannot stand in for arXiv: it is not an http(s) address.")
    return _Mirror(at.netloc, f"{at.path.rstrip('/')}/")


def _understood(text: str) -> str:
    shown = text if len(text) <= 80 else f"{text[:79]}…"
    link = _LINK.search(text)
    if found := link.group().rstrip(".,;)") if link else arxiv.mention(text):
        return f"«{shown}» is a text that mentions {found[:200]}; give that alone."
    if _FILE.fullmatch(text):
        return f"«{shown}» is the name of a file, which cannot be read from here; drop the file itself."
    if re.fullmatch(r"[0-9]{7}(?:v[0-9]+)?", text):
        return f"«{shown}» may be an old arXiv id; it needs its archive, as in hep-th/{text}."
    if "." in text and re.fullmatch(r"[\w.-]+", text):
        return f"«{shown}» is neither an arXiv id nor a whole address; if it is a site, give the address of the paper on it."
    return f"«{shown}» is words, not an arXiv id, a DOI or an http(s) address; look the paper up and give its address."
