"""The embedded engine: a summary made of the paper's own sentences, by models that ship with it, without network or key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import cached_property

from takeaways.errors import NoText
from takeaways.model import Claim, Delta, Depth, Document, Event, Making, Note, Summary, SummaryReady

from .choosing import one_sentence, quick_takeaways, takeaways
from .depth import as_read
from .grounding import block_texts, ground
from .keywords import keywords
from .noting import PARTS, note
from .reading import Reading, Sentence
from .spots import evidence
from .telling import Telling
from .weights import Models, load

_VERSION = "2"


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
            `quick` reads the abstract, `full` everything.

        Raises
        ------
        NoText
            There is no whole sentence in the document.
        """
        read = as_read(document, depth)
        reading = Reading(read)
        if not reading.sentences:
            raise NoText("No whole sentence was found in the text.")
        blocks = block_texts(read)

        def claims(sentences: Iterable[Sentence]) -> list[Claim]:
            made = [ground(sentence.text, evidence(sentence, read), blocks) for sentence in sentences]
            return [claim for claim in made if claim.state == "quoted"]

        telling = Telling(reading, self._models)
        chosen, form = one_sentence(reading, telling)
        one = next(iter(claims([replace(chosen, text=form)] if chosen else [])), None)
        if one:
            yield Delta(path="/one_sentence", claim=one)
        points = claims(
            quick_takeaways(reading, chosen, telling) if depth == "quick" else takeaways(reading, chosen, telling)
        )
        for at, claim in enumerate(points):
            yield Delta(path=f"/takeaways/{at}", claim=claim)
        parts = {part: claims(found) for part, found in (note(reading, chosen, telling) if depth == "full" else {}).items()}
        for part in PARTS:
            for at, claim in enumerate(parts.get(part, [])):
                yield Delta(path=f"/note/{part}/{at}", claim=claim)
        summary = Summary(
            paper=document.paper,
            one_sentence=one,
            takeaways=tuple(points),
            keywords=keywords(reading),
            note=Note(**{part: tuple(found) for part, found in parts.items()}),
            coverage=read.coverage,
            flags=document.flags,
            making=Making(
                engine=self.engine,
                version=self.version,
                extractor=self._extractor,
                depth=depth,
                language=reading.language,
                at=self._clock(),
            ),
        )
        yield SummaryReady(id="", summary=summary)
