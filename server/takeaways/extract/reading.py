"""Inside a worker: which parser reads these bytes, and its answer as JSON can say it."""

from __future__ import annotations

from typing import Any, Literal

from ..errors import EmptyFile, NotAPdf, NotReadable, PaperNotFound, TakeawaysError
from ..model import Candidate, Figure, Paper, Source
from . import parts


def perform(header: dict[str, Any], body: bytes) -> tuple[Any, bytes]:
    """Do what one request asks.

    Parameters
    ----------
    header : dict
        `do`: `abs_page`, `feed`, `document` or `pictures`, and what that takes (see `Extractor`).
    body : bytes
        The file.

    Returns
    -------
    result : Any
        What JSON can say.
    data : bytes
        What it cannot: of `pictures` all of them, one after another, as long each as `result` says.
    """
    # Parsers are imported when they are first needed: a worker that reads PDFs never pays for the HTML libraries.
    match header["do"]:
        case "abs_page":
            from .arxiv import abs_page

            return abs_page(body, Source.model_validate(header["source"])).model_dump(mode="json"), b""
        case "feed":
            from .arxiv import feed

            return [paper.model_dump(mode="json") for paper in feed(body)], b""
        case "document":
            candidate = header["candidate"] and Candidate.model_validate(header["candidate"])
            paper = header["paper"] and Paper.model_validate(header["paper"])
            kind = sniff(body, header["kind"])
            found = _read(body, kind, candidate, header["source_id"])
            if candidate and candidate.reading == "ar5iv" and paper:
                from .arxiv.held import holds_version

                if not holds_version(paper, found.made):
                    raise PaperNotFound(f"ar5iv may hold another version than v{paper.version}.")
            made = parts.document(found, candidate, paper, "pdf" if kind == "pdf" else "page")
            return {
                "document": made.model_dump(mode="json"),
                "candidates": [one.model_dump(mode="json") for one in found.candidates],
            }, b""
        case "pictures":
            from .pdf import crops

            cut = list(crops(body, [Figure.model_validate(figure) for figure in header["figures"]]))
            return [[name, len(picture)] for name, picture in cut], b"".join(picture for _, picture in cut)
    raise TakeawaysError(f"An extraction worker does not know how to do {header['do']!r}.")


def sniff(body: bytes, said: Literal["pdf", "html"]) -> Literal["pdf", "html"]:
    """What a file is, by its bytes.

    Raises
    ------
    EmptyFile
        There is nothing in it.
    NotAPdf
        It is said to be a PDF and is a web page.
    NotReadable
        It is neither.
    """
    start = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n\f\x00")
    if not start and not body.strip():
        raise EmptyFile
    # Readers accept a header within the first 1024 bytes (PDF 1.7, annex H, note 13).
    if b"%PDF-" in body[:1024]:
        return "pdf"
    markup = start[:1] == b"<" and b"\x00" not in start
    if said == "pdf":
        raise NotAPdf if markup else NotReadable
    if not markup and b"<" not in body[:65536]:
        raise NotReadable
    return "html"


def _read(body: bytes, kind: str, candidate: Candidate | None, source_id: str) -> parts.Parts:
    link = candidate.link if candidate else None
    if kind == "pdf":
        from .pdf import read_pdf

        return read_pdf(body, link, source_id)
    from .html import read_html

    return read_html(body, candidate, source_id)
