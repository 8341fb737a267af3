"""The embedded engine: a summary made of the paper's own sentences, by models that ship with it, without network or key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from takeaways.errors import NoText
from takeaways.model import Claim, Delta, Depth, Document, Event, Making, Note, Summary, SummaryReady

from .choosing import one_sentence, quick_takeaways, takeaways
from .depth import as_read
from .foreign import as_they_stand, readable
from .grounding import block_texts, ground
from .keywords import keywords
from .limits import surely_none
from .noting import PARTS, note
from .reading import Reading, Sentence
from .spots import evidence
from .telling import Telling
from .weights import Models, load

_VERSION = "5"


class _Told(NamedTuple):
    """The claims of a summary."""

    one: Claim | None
    takeaways: list[Claim]
    note: dict[str, list[Claim]]


class Embedded:
    """Chooses sentences by three small models, cue phrases, place, section and likeness to title and abstract.

    Parameters
    ----------
    extractor : str
        Version of the extraction rules that made the documents; it is written into each summary.
    clock : callable
        Gives the time, with its zone.
    weights : callable
        Gives the models; called once, when the first summary is asked for.
    """

    engine = "embedded"
    model: str | None = None
    version = _VERSION

    def __init__(self, extractor: str, clock: Callable[[], datetime], weights: Callable[[], Models] = load) -> None:
        self._extractor = extractor
        self._clock = clock
        self._weights = weights

    @cached_property
    def _models(self) -> Models:
        return self._weights()

    def written(self, asked: str) -> str:
        """English for whatever is asked: the sentences are the paper's, and what is stored is stored as English."""
        return "en"

    def summarize(self, document: Document, language: str, depth: Depth) -> Iterator[Event]:
        """Deltas in the order of the panel, each a whole claim, then the summary.

        Parameters
        ----------
        document : Document
            What was read.
        language : str
            Asked for; the paper's own sentences are given all the same, and `making.language` says theirs.
        depth : Depth
            `quick` reads the abstract, `full` everything. Of a paper that is not in English the abstract is all that is
            read at either (see `foreign.readable`), and `making.unread_language` says so.

        Raises
        ------
        NoText
            There is no whole sentence in the document.
        """
        part = readable(document)
        read = part.document if part.unread else as_read(part.document, depth)
        reading = Reading(read)
        blocks = block_texts(read)

        def claims(sentences: Iterable[Sentence]) -> list[Claim]:
            made = [ground(sentence.text, evidence(sentence, read), blocks) for sentence in sentences]
            return [claim for claim in made if claim.state == "quoted"]

        if reading.english:
            told = self._told(reading, "quick" if part.unread else depth, claims)
        else:
            told = _Told(None, claims(as_they_stand(read)), {})
        if told.one:
            yield Delta(path="/one_sentence", claim=told.one)
        for at, claim in enumerate(told.takeaways):
            yield Delta(path=f"/takeaways/{at}", claim=claim)
        for name in PARTS:
            for at, claim in enumerate(told.note.get(name, [])):
                yield Delta(path=f"/note/{name}/{at}", claim=claim)
        if not (reading.sentences or told.takeaways):
            raise NoText("No whole sentence was found in the text.")
        summary = Summary(
            paper=document.paper,
            one_sentence=told.one,
            takeaways=tuple(told.takeaways),
            # Phrases of a title in another language are no keywords; the paper's own list is.
            keywords=document.keywords if part.unread else keywords(reading),
            note=Note(**{name: tuple(found) for name, found in told.note.items()}),
            not_stated=("limitations",) if told.note and not told.note["limitations"] and surely_none(reading) else (),
            coverage=read.coverage,
            flags=document.flags,
            making=Making(
                engine=self.engine,
                version=self.version,
                extractor=self._extractor,
                depth=depth,
                language=reading.language,
                unread_language=part.unread,
                at=self._clock(),
            ),
        )
        yield SummaryReady(id="", summary=summary)

    def _told(self, reading: Reading, depth: Depth, claims: Callable[[Iterable[Sentence]], list[Claim]]) -> _Told:
        """What is chosen of a text in English."""
        telling = Telling(reading, self._models)
        chosen, form = one_sentence(reading, telling)
        one = next(iter(claims([replace(chosen, text=form)] if chosen else [])), None)
        if depth == "quick":
            return _Told(one, claims(quick_takeaways(reading, chosen, telling)), {})
        points = takeaways(reading, chosen, telling)
        parts = note(reading, chosen, telling, points)
        return _Told(one, claims(points), {name: claims(found) for name, found in parts.items()})
