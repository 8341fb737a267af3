"""The figures of papers that were read, and their pictures: cut out of a PDF or fetched from a page when somebody asks."""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from typing import NamedTuple, Protocol

from .errors import FigureUnknown, NoPicture, TakeawaysError, UploadUnknown
from .extract import Extractor
from .fetch import Fetched, media_type
from .model import Figure, short_id
from .readings import Read
from .source import Sources
from .store import Album, Albums, Blobs

_NOTHING = "No picture was found at its caption."
_SVG = re.compile(r"\.svgz?(?:[?#]|$)", re.I)
"""Scripts may stand in it; what is called otherwise and is one is seen when it comes."""
AT_ONCE = 12
"""Figures cut out of a PDF in one go: who looks at one looks at the next, and opening the file takes the longest."""
LOCKS = 16
"""So many papers are drawn at a time, at most; those who ask for the figures of one paper wait for each other (as those
of two papers may, that share a lock)."""


class Picture(NamedTuple):
    """A figure's picture, and what it is."""

    data: bytes
    media_type: str
    name: str
    """SHA-256 of the data, in hex."""


class PictureReader(Protocol):
    """What gets an address's bytes (`fetch.Fetcher`)."""

    def get(self, url: str) -> Fetched:
        """The bytes of a page or PDF; raises Upstream or BadInput."""
        ...

    def picture(self, url: str) -> bytes:
        """The bytes of a picture; raises Upstream, BadInput or NoPicture."""
        ...


class Gallery:
    """Keeps figures and gives their pictures. Many threads may ask at once.

    Parameters
    ----------
    reader : PictureReader
    extractor : Extractor
    sources : Sources
        Tell which mirror to dial.
    albums : Albums
        Which figures a paper has.
    pictures : Blobs
        Pictures, and the PDFs that they are cut from.
    uploads : Blobs
        PDFs that somebody sent.
    """

    def __init__(
        self,
        *,
        reader: PictureReader,
        extractor: Extractor,
        sources: Sources,
        albums: Albums,
        pictures: Blobs,
        uploads: Blobs,
    ) -> None:
        self._reader = reader
        self._extractor = extractor
        self._sources = sources
        self._albums = albums
        self._pictures = pictures
        self._uploads = uploads
        self._locks = tuple(threading.Lock() for _ in range(LOCKS))
        self._changing = threading.Lock()

    def keep(self, read: Read) -> None:
        """Remember which figures a paper has. Pictures are made when somebody asks for one.

        Parameters
        ----------
        read : Read
            Of a whole paper; of an abstract nothing is kept, as what is known of the paper may be more.
        """
        document = read.document
        if document.coverage.reading == "abstract":
            return
        file = None
        if read.pdf is not None and any(figure.area for figure in document.figures):
            file = self._pictures.put(read.pdf) if read.url else hashlib.sha256(read.pdf).hexdigest()
        with self._changing:
            self._albums.put(Album(paper=document.paper.id, file=file, url=read.url, figures=document.figures))

    def figures(self, paper_id: str) -> tuple[Figure, ...]:
        """A paper's figures, in its order.

        Parameters
        ----------
        paper_id : str
            The first 20 hex digits of the SHA-256 of its canonical id (`model.short_id`).

        Raises
        ------
        FigureUnknown
            The paper was not read, or too long ago.
        """
        return self._album(paper_id).figures

    def picture(self, paper_id: str, n: int) -> Picture:
        """The picture of a paper's nth figure, from 1.

        Raises
        ------
        FigureUnknown
            The paper was not read, or too long ago; or has fewer figures.
        NoPicture
            The figure has none: nothing is drawn at its caption, or its file is of a kind that is not passed on.
        UploadUnknown, Upstream, BadInput
            What it is made from is gone, and cannot be had any more.
        """
        album = self._album(paper_id)
        if kept := self._kept(_nth(album, n)):
            return kept
        with self._locks[hash(paper_id) % LOCKS]:
            album = known = self._album(paper_id)
            if kept := self._kept(_nth(album, n)):  # whoever held the lock before has drawn it
                return kept
            if url := _nth(album, n).url:
                if not has_picture(_nth(album, n)):
                    raise NoPicture(f"It is an SVG drawing, which is not passed on: {url}")
                made = {_nth(album, n).id: self._reader.picture(self._sources.dialled(url))}
            else:
                album, pdf = self._file(album)
                wanted = [figure for figure in album.figures[n - 1 :] if figure.area]
                made = self._extractor.pictures(pdf, wanted[:AT_ONCE]) if _nth(album, n).area else {}
            return self._hang(known, album, n, made)

    def pictures(self, read: Read) -> Iterator[tuple[Figure, Picture | TakeawaysError]]:
        """All figures of a paper with their pictures, or why one has none; nothing is kept."""
        cut = self._extractor.pictures(read.pdf, read.document.figures) if read.pdf is not None else {}
        for figure in read.document.figures:
            try:
                data = self._reader.picture(self._sources.dialled(figure.url)) if figure.url else cut.get(figure.id)
                yield figure, _picture(data) if data else NoPicture(_NOTHING)
            except TakeawaysError as err:
                yield figure, err

    def _album(self, paper_id: str) -> Album:
        album = self._albums.get(paper_id)
        if album is None:
            raise FigureUnknown()
        return album

    def _kept(self, figure: Figure) -> Picture | None:
        data = self._pictures.get(figure.blob) if figure.blob else None
        return _picture(data) if data else None

    def _file(self, album: Album) -> tuple[Album, bytes]:
        """The PDF that pictures are cut from; fetched anew, and read anew if it has changed, where it is gone."""
        if album.file is None:
            raise NoPicture(_NOTHING)
        body = (self._pictures if album.url else self._uploads).get(album.file)
        if body is not None:
            return album, body
        if album.url is None:
            raise UploadUnknown()
        fetched = self._reader.get(album.url)
        if fetched.kind != "pdf":
            raise NoPicture(f"{album.url} gives no PDF any more.")
        name = self._pictures.put(fetched.body)
        if name != album.file:
            document = self._extractor.document(fetched.body, "pdf", None, None, album.paper).document
            album = album.model_copy(update={"file": name, "figures": document.figures})
        return album, fetched.body

    def _hang(self, known: Album, album: Album, n: int, made: dict[str, bytes]) -> Picture:
        """Keep pictures, and give the nth; a paper read anew meanwhile (no more as `known`) keeps its new figures."""
        names = {figure: self._pictures.put(data) for figure, data in made.items()}
        figures = tuple(
            figure.model_copy(update={"blob": names[figure.id]}) if figure.id in names else figure
            for figure in album.figures
        )
        with self._changing:
            if self._albums.get(short_id(album.paper)) == known:
                self._albums.put(album.model_copy(update={"figures": figures}))
        data = made.get(_nth(album, n).id)
        if data is None:
            raise NoPicture(_NOTHING)
        return _picture(data)


def has_picture(figure: Figure) -> bool:
    """Whether a picture of a figure can be had, as far as that can be told before it is made."""
    return figure.area is not None or (figure.url is not None and not _SVG.search(figure.url))


def _nth(album: Album, n: int) -> Figure:
    if not 1 <= n <= len(album.figures):
        raise FigureUnknown(f"The paper has {len(album.figures)} figures and tables; there is no number {n}.")
    return album.figures[n - 1]


def _picture(data: bytes) -> Picture:
    return Picture(data, media_type(data) or "application/octet-stream", hashlib.sha256(data).hexdigest())
