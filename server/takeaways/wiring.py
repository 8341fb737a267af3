"""Settings -> collaborators: the only place where rooms are built."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from . import extract
from .config import Settings
from .extract import Extractor
from .fetch import Fetcher
from .gallery import Gallery
from .jobs import Jobs, Takeaways
from .jobs.listing import Listing
from .metadata import AbsPages, Metadata
from .pipeline import Pipeline
from .readings import Readings
from .source import Sources
from .store import Albums, Blobs, Cache, Database, Papers, SharedPace, Summaries, Tokens
from .summarize import Embedded, Fallback, Price, Summarizer, Writer
from .summarize.provider import Budget, OpenAICompatible, context_of

DAY = 86_400.0
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Service:
    """All that runs, by name. `close` it when done: the parsers are processes."""

    settings: Settings
    database: Database
    cache: Cache
    summaries: Summaries
    pipeline: Pipeline
    gallery: Gallery
    jobs: Jobs
    takeaways: Takeaways
    extractor: Extractor
    fetcher: Fetcher
    provider: OpenAICompatible | None
    """The model's server, where one is connected."""
    budget: Budget
    extension: Path
    """Folder that holds the panel's files, as the extension does."""

    def close(self) -> None:
        """Tell the readers to come back later, and end the parsers."""
        self.jobs.close()
        self.extractor.close()
        if self.provider:
            self.provider.close()


def wire(settings: Settings) -> Service:
    """Build the service. Nothing is opened, started or dialled before it is first used, but the job threads."""
    database = _database(settings)
    cache = Cache(database, settings.cache_memory)
    keep_seconds = settings.cache_days * DAY
    papers = Papers(cache, keep_seconds)
    summaries = Summaries(cache, keep_seconds)
    sources, fetcher = _sources(settings), _fetcher(settings, database)
    extractor = Extractor(
        workers=settings.extract_workers, seconds=settings.extract_seconds, memory_megabytes=settings.extract_memory
    )
    uploads = Blobs(database, settings.blob_megabytes * MEGABYTE)
    gallery = Gallery(
        reader=fetcher,
        extractor=extractor,
        sources=sources,
        albums=Albums(cache, keep_seconds),
        pictures=Blobs(database, settings.figure_megabytes * MEGABYTE, table="pictures"),
        uploads=uploads,
    )
    embedded = Embedded(extract.VERSION, _now)
    provider, budget = _provider(settings), Budget(Tokens(database), settings.daily_tokens)
    pages = AbsPages(fetcher, extractor, sources)
    listing = Listing(fetcher, extractor, settings.arxiv_api_url, pages)
    pipeline = Pipeline(
        sources=sources,
        metadata=Metadata(pages, listing, papers),
        readings=Readings(fetcher, extractor),
        summarizer=_summarizer(settings, provider, budget, embedded),
        reader=fetcher,
        extractor=extractor,
        embedded=embedded,
        summaries=summaries,
        papers=papers,
        blobs=uploads,
        gallery=gallery,
        language=settings.language,
    )
    return Service(
        settings=settings,
        database=database,
        cache=cache,
        summaries=summaries,
        pipeline=pipeline,
        gallery=gallery,
        jobs=Jobs(pipeline.events, workers=settings.jobs, log_seconds=settings.job_log_seconds),
        takeaways=Takeaways(sources=sources, papers=papers, pipeline=pipeline, listing=listing),
        extractor=extractor,
        fetcher=fetcher,
        provider=provider,
        budget=budget,
        extension=_extension_folder(),
    )


def check(settings: Settings) -> None:
    """Have the rooms look at their settings, and start nothing.

    Raises
    ------
    BadSettings
        One of them cannot work with what it is given.
    """
    _sources(settings)
    _fetcher(settings, _database(settings))


def _database(settings: Settings) -> Database:
    return Database(settings.data.expanduser() / "takeaways.sqlite3")


def _sources(settings: Settings) -> Sources:
    return Sources(settings.arxiv_url, settings.ar5iv_url)


def _fetcher(settings: Settings, database: Database) -> Fetcher:
    return Fetcher(
        allow_hosts=settings.fetch_allow_hosts,
        max_bytes=settings.fetch_max_bytes,
        seconds=settings.fetch_seconds,
        contact=settings.contact,
        pace=SharedPace(database),
        intervals=_intervals(settings),
    )


def _provider(settings: Settings) -> OpenAICompatible | None:
    """One for the life of the process: it remembers what the server takes, and whether it fails."""
    if not settings.model or not settings.model_connected:
        return None
    return OpenAICompatible(
        base_url=settings.openai_base_url,
        api_key=settings.openai_api_key,
        model=settings.model,
        context=settings.model_context or context_of(settings.model, settings.openai_base_url),
        temperature=settings.model_temperature,
        headers=settings.model_headers,
        api_version=settings.openai_api_version,
        seconds=settings.model_seconds,
    )


def _summarizer(settings: Settings, provider: OpenAICompatible | None, budget: Budget, embedded: Embedded) -> Summarizer:
    if provider is None:
        return embedded
    writer = Writer(
        provider,
        most=settings.model_output,
        budget=budget,
        price=Price(settings.model_price_in, settings.model_price_out),
        extractor=extract.VERSION,
        clock=_now,
    )
    return Fallback(writer, embedded)


def _now() -> datetime:
    return datetime.now(UTC)


def _intervals(settings: Settings) -> dict[str, float]:
    """Seconds between two requests, by host. A mirror that serves pages and API alike keeps the pages' pace."""
    paces = {
        settings.arxiv_api_url: settings.arxiv_api_seconds,
        settings.arxiv_url: settings.arxiv_seconds,
        settings.ar5iv_url: settings.arxiv_seconds,
    }
    return {urlsplit(url).netloc: seconds for url, seconds in paces.items() if url}


def _extension_folder() -> Path:
    """In a wheel the panel's files lie inside the package; in a checkout beside `server/`."""
    inside = Path(__file__).parent / "extension"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "extension"
