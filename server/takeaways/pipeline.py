"""The story. A request goes in, events come out; read it top to bottom.

::

    URL -> Source -> Paper -> Document -> Summary -> Store -> events -> panel
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Literal

from .config import language_tag
from .errors import DamagedFile, EmptyFile, NotAPdf, NotReadable, TakeawaysError, UploadUnknown
from .extract import VERSION, Extractor
from .gallery import Gallery
from .metadata import Metadata, Reader
from .model import (
    Depth,
    Document,
    Event,
    Paper,
    PaperFound,
    Preview,
    Request,
    Source,
    Stage,
    Summary,
    SummaryReady,
    short_id,
)
from .readings import Read, Readings, kind_of
from .source import Sources
from .store import Blobs, Kept, Papers, Summaries
from .summarize import Summarizer


class Pipeline:
    """From a request to a summary, with what happens on the way as events.

    Parameters
    ----------
    sources, metadata, readings, summarizer
        Where it leads through, in that order.
    reader, extractor
        Of what needs neither metadata nor a choice: an address refused at once, an upload, an abstract.
    embedded : Summarizer
        Writes previews and hover cards; never costs money.
    summaries, papers, blobs
        What was made, read and sent before.
    gallery : Gallery
        Is told which figures a paper has.
    language : str
        Of summaries when a request names none.
    """

    def __init__(
        self,
        *,
        sources: Sources,
        metadata: Metadata,
        readings: Readings,
        summarizer: Summarizer,
        reader: Reader,
        extractor: Extractor,
        embedded: Summarizer,
        summaries: Summaries,
        papers: Papers,
        blobs: Blobs,
        gallery: Gallery,
        language: str,
    ) -> None:
        self._sources = sources
        self._metadata = metadata
        self._readings = readings
        self._reader = reader
        self._extractor = extractor
        self._summarizer = summarizer
        self._embedded = embedded
        self._summaries = summaries
        self._papers = papers
        self._blobs = blobs
        self._gallery = gallery
        self._language = language

    def events(self, request: Request) -> Iterator[Event]:
        """Read what was asked for; the last event is the summary.

        Raises
        ------
        TakeawaysError
            Of the table in errors.py; a bad address or language before the first event.
        """
        source, language = self._sources.parse(request.url), language_tag(request.language or self._language)

        yield Stage(job=request.id, name="resolve", n=1, of=4)
        paper = self._metadata.paper(source, refresh=request.refresh)
        source = self._newest(source, paper)
        summary_id = self._summary_id(source, request.depth, language, self._summarizer)
        if not request.refresh and (kept := self._summaries.get(summary_id)):
            yield kept.event()
            return

        if paper:
            yield from self._introduce(paper, language, request.depth)
        if paper and paper.abstract and request.depth == "quick":
            document = self._extractor.abstract_only(paper)
        else:
            document = self._kept((yield from self._read(source, paper, request.id)))
        if paper is None:
            yield from self._introduce(document.paper, language, request.depth)

        yield Stage(job=request.id, name="summarize", n=4, of=4)
        for event in self._summarizer.summarize(document, language, request.depth):
            yield self._summaries.put(event.summary, summary_id, source.id) if isinstance(event, SummaryReady) else event

    def read(self, request: Request) -> Read:
        """The text alone, as the best reading gives it, and the PDF if it was one; nothing is kept.

        Raises
        ------
        TakeawaysError
            As for `events`.
        """
        source = self._sources.parse(request.url)
        paper = self._metadata.paper(source, refresh=request.refresh)
        reading = self._read(self._newest(source, paper), paper, request.id)
        while True:
            try:
                next(reading)
            except StopIteration as end:
                read: Read = end.value
                return read

    def cached(self, request: Request) -> Kept | None:
        """The summary asked for if it is at hand without the network; else None.

        Raises
        ------
        BadInput
            A bad address or language.
        """
        source, language = self._sources.parse(request.url), language_tag(request.language or self._language)
        for candidate in source.candidates:
            self._reader.admit(candidate.url)
        if request.refresh:
            return None
        source = self._newest(source, self._papers.get(source.id))
        return self._summaries.get(self._summary_id(source, request.depth, language, self._summarizer))

    def upload(self, body: bytes, said: Literal["pdf", "html"]) -> str:
        """Keep a file somebody sent; gives the id (`sha256:…`) that is then asked for as `url`.

        Parameters
        ----------
        body : bytes
        said : {"pdf", "html"}
            What its sender takes it for.

        Raises
        ------
        EmptyFile, NotAPdf, DamagedFile, NotReadable
            There is nothing in it; it is called a PDF and does not begin like one; or it is neither PDF nor page.
        """
        if not body:
            raise EmptyFile()
        if said == "html" and kind_of(body) == "html" and b"<" not in body[:65536]:
            raise NotReadable()
        if said == "pdf" and kind_of(body) != "pdf":
            raise NotAPdf() if body.lstrip()[:1] == b"<" else DamagedFile("It is called a PDF, but does not begin like one.")
        return f"sha256:{self._blobs.put(body)}"

    def takeaways(self, paper: Paper) -> SummaryReady:
        """The quick embedded summary of a paper, from its abstract alone; kept for the next who asks.

        Raises
        ------
        NoText
            The paper's metadata hold no abstract.
        """
        source = Source(id=paper.id)
        summary_id = self._summary_id(source, "quick", self._language, self._embedded)
        kept = self._summaries.get(summary_id)
        return kept.event() if kept else self._summaries.put(self._quick(paper, self._language), summary_id, paper.id)

    def _introduce(self, paper: Paper, language: str, depth: Depth) -> Iterator[Event]:
        yield PaperFound(paper=paper)
        if depth == "full" and paper.abstract:
            yield Preview(summary=self._quick(paper, language))

    def _quick(self, paper: Paper, language: str) -> Summary:
        *_, end = self._embedded.summarize(self._extractor.abstract_only(paper), language, "quick")
        if not isinstance(end, SummaryReady):
            raise TakeawaysError("The embedded engine ended without a summary.")
        return end.summary

    def _kept(self, read: Read) -> Document:
        self._gallery.keep(read)
        return read.document

    def _read(self, source: Source, paper: Paper | None, job: str) -> Generator[Event, None, Read]:
        if not source.id.startswith("sha256:"):
            return (yield from self._readings.best(source, paper, job))
        yield Stage(job=job, name="extract", n=3, of=4)
        body = self._uploaded(source)
        document = self._extractor.document(body, kind_of(body), None, None, source.id).document
        return Read(document, body if kind_of(body) == "pdf" else None)

    def _uploaded(self, source: Source) -> bytes:
        body = self._blobs.get(source.id.removeprefix("sha256:"))
        if body is None:
            raise UploadUnknown()
        return body

    def _newest(self, source: Source, paper: Paper | None) -> Source:
        return self._sources.at_version(source, paper.version) if paper and paper.version else source

    def _summary_id(self, source: Source, depth: Depth, language: str, summarizer: Summarizer) -> str:
        made = (depth, summarizer.written(language), summarizer.engine, summarizer.model, summarizer.version, VERSION)
        return short_id(" ".join(map(str, (source.id, *made))))
