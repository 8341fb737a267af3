"""The nouns. Frozen pydantic models, no I/O: what the rooms hand to each other and what goes over the wire.

::

    Request -> Source -> Paper -> Document -> Claim, Summary
                         Event = Stage | PaperFound | Preview | PartBegun | Delta | SummaryReady | Failed | Retry

Metadata (title, authors, affiliations, links, dates, ids) lives in `Paper` and comes from the source; a model
never writes it. A `Claim` is the only thing a summarizer writes, and it carries the evidence that was checked.
"""

from .base import Noun, short_id
from .document import Attempt, Block, Box, Cell, Coverage, Document, Figure, Flag, Place, Section, Skipped, Table
from .event import Delta, Event, Failed, PaperFound, PartBegun, Preview, Problem, Retry, Stage, SummaryReady
from .paper import Author, Link, Origin, Paper, Version
from .source import Candidate, Depth, Reading, Request, Source
from .summary import Claim, Claims, Evidence, Making, Note, Reason, Spot, Summary

__all__ = [
    "Attempt",
    "Author",
    "Block",
    "Box",
    "Candidate",
    "Cell",
    "Claim",
    "Claims",
    "Coverage",
    "Delta",
    "Depth",
    "Document",
    "Event",
    "Evidence",
    "Failed",
    "Figure",
    "Flag",
    "Link",
    "Making",
    "Note",
    "Noun",
    "Origin",
    "Paper",
    "PaperFound",
    "PartBegun",
    "Place",
    "Preview",
    "Problem",
    "Reading",
    "Reason",
    "Request",
    "Retry",
    "Section",
    "Skipped",
    "Source",
    "Spot",
    "Stage",
    "Summary",
    "SummaryReady",
    "Table",
    "Version",
    "short_id",
]
