"""`takeaways serve | read | extract | doctor`. The only part of the program that opens paths somebody names."""

from __future__ import annotations

import functools
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NoReturn

import click
from rich.console import Console

from . import __version__, config, export
from .doctor import checks
from .errors import FileNotFound, NotAUrl, TakeawaysError, TooLarge
from .model import Depth, Document, PaperFound, PartBegun, Request, Stage, SummaryReady
from .readings import Read
from .source import Sources
from .wiring import Service, wire

STAGES = {
    "resolve": "Looking the paper up…",
    "fetch": "Fetching the paper…",
    "extract": "Reading the text…",
    "summarize": "Making the summary…",
}

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


def _says_errors(command: Callable[..., None]) -> Callable[..., None]:
    """End a command with an error's three sentences, not with a traceback."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except TakeawaysError as err:
            _fail(err)
        except KeyboardInterrupt:
            sys.exit(130)

    return wrapped


def _fail(err: TakeawaysError) -> NoReturn:
    console = Console(stderr=True, highlight=False)
    console.print(f"[bold red]{err.title}[/]", soft_wrap=True)
    if err.detail != err.title:
        console.print(err.detail, soft_wrap=True, markup=False)
    console.print(err.action, soft_wrap=True, markup=False)
    sys.exit(1)


@contextmanager
def _service() -> Iterator[Service]:
    service = wire(config.load())
    try:
        yield service
    finally:
        service.close()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="takeaways")
def main() -> None:
    """Read a research paper; get a structured summary that can be checked."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")


@main.command()
@click.option("--bind", help="Address and port to listen on (TAKEAWAYS_BIND), by default 127.0.0.1:8765.")
@_says_errors
def serve(bind: str | None) -> None:
    """Run the service: the page in a browser, and what the extension talks to."""
    settings = config.load(**({"bind": bind} if bind else {}))
    # Imported here: gunicorn takes 0.1 s that the other commands need not wait for.
    from .web.server import Server

    # argv is ours, not gunicorn's.
    sys.argv = sys.argv[:1]
    Server(settings, lambda: _greet(settings)).run()


def _greet(settings: config.Settings) -> None:
    click.echo(f"Takeaways is at http://{settings.bind}  (Ctrl-C stops it)", err=True)
    if settings.model_missing:
        click.echo(f"No model is connected: {settings.model_missing} is not set; `takeaways doctor` says more.", err=True)


@main.command()
@click.argument("paper", metavar="URL|FILE")
@click.option("--language", help="Of the summary, as a BCP 47 tag (en, zh-CN).")
@click.option(
    "--depth", type=click.Choice(["quick", "full"]), default="full", show_default=True, help="Abstract or whole paper."
)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option("--refresh", is_flag=True, help="Read it anew, whatever the cache holds.")
@_says_errors
def read(paper: str, language: str | None, depth: Depth, form: Literal["text", "markdown", "json"], refresh: bool) -> None:
    """Summarise a paper: an arXiv id or address, a DOI, a page, a PDF's address, or a file."""
    with _service() as service:
        request = Request(url=_reference(service, paper), language=language, depth=depth, refresh=refresh)
        summary = _ready(service, request).summary
        spoken = config.language_tag(language or service.settings.language)
    if form == "json":
        click.echo(summary.model_dump_json(indent=2))
    else:
        click.echo(export.markdown(summary, spoken) if form == "markdown" else export.text(summary, spoken))


def _ready(service: Service, request: Request) -> SummaryReady:
    """Drain the pipeline, its stages on stderr."""
    with Console(stderr=True).status(STAGES["resolve"]) as status:
        for event in service.pipeline.events(request):
            match event:
                case Stage():
                    status.update(STAGES[event.name])
                case PartBegun():
                    status.update(f"Reading part {event.n} of {event.of}…")
                case PaperFound() if event.paper.title:
                    status.console.print(event.paper.title, style="dim", markup=False, highlight=False, soft_wrap=True)
                case SummaryReady():
                    return event
    raise TakeawaysError("The reading ended without a summary.")


@main.command()
@click.argument("paper", metavar="URL|FILE")
@click.option("--json", "as_json", is_flag=True, help="The whole Document, as JSON.")
@click.option(
    "--figures", type=click.Path(file_okay=False, path_type=Path), help="Write the figures' pictures to this folder."
)
@_says_errors
def extract(paper: str, as_json: bool, figures: Path | None) -> None:
    """Show what is read of a paper: its sections, blocks, figures and metadata."""
    with _service() as service, Console(stderr=True).status(STAGES["fetch"]):
        read = service.pipeline.read(Request(url=_reference(service, paper)))
        if figures:
            _write_figures(service, read, figures)
    click.echo(read.document.model_dump_json(indent=2) if as_json else _outline(read.document))


def _write_figures(service: Service, read: Read, folder: Path) -> None:
    """Write `01-figure-1.png`, `02-table-1.png`, …; what has no picture is said on stderr."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for n, (figure, picture) in enumerate(service.gallery.pictures(read), 1):
            if isinstance(picture, TakeawaysError):
                click.echo(f"{figure.label or figure.id}: {picture.detail}", err=True)
                continue
            number = re.sub(r"\W+", "-", figure.number or "").strip("-")
            name = "-".join(filter(None, (f"{n:02}", figure.kind, number)))
            (folder / f"{name}.{picture.media_type.partition('/')[2]}").write_bytes(picture.data)
    except OSError as err:
        raise FileNotFound(f"{folder} cannot be written: {err.strerror}.") from err


def _outline(document: Document) -> str:
    paper = document.paper
    lines = [paper.title or "(no title found)", ", ".join(author.name for author in paper.authors) or "(no authors found)"]
    lines.append(f"{export.coverage(document, 'en')} · {document.coverage.words} words")
    for section in document.sections:
        heading = section.heading or f"({section.kind})"
        words = sum(len(block.text.split()) for block in section.blocks)
        lines.append(f"{'  ' * section.level}{heading}  [{len(section.blocks)} blocks, {words} words]")
    lines += [f"  {figure.kind} {figure.number or '?'}: {figure.caption or '(no caption)'}" for figure in document.figures]
    return "\n".join(lines)


def _reference(service: Service, paper: str) -> str:
    """What the pipeline is asked for: a file becomes an upload, all else stays as it is."""
    path = _named_file(paper)
    if not paper or not os.path.exists(path):  # Path.exists raises where a name is too long
        try:
            Sources().parse(paper)
        except NotAUrl:
            if path.suffix.lower() in (".pdf", *PAGE_SUFFIXES) or path.parent != Path():
                raise FileNotFound(f"{paper} is not there.") from None
            raise
        return paper
    if not path.is_file():
        raise NotAUrl(f"{paper} is a folder, not a file.")
    size, most = path.stat().st_size, service.settings.fetch_max_bytes
    if size > most:
        raise TooLarge(f"{path.name} has {size / 1e6:.0f} MB; at most {most / 1e6:.0f} MB are read.")
    try:
        body = path.read_bytes()
    except OSError as err:
        raise FileNotFound(f"{paper} cannot be opened: {err.strerror}.") from err
    said: Literal["pdf", "html"] = "pdf" if path.suffix.lower() == ".pdf" else "html"
    return service.pipeline.upload(body, said)


def _named_file(paper: str) -> Path:
    try:
        return Path(paper).expanduser()
    except RuntimeError:  # «~nobody/…», of whom this machine knows no home
        return Path(paper)


@main.command()
@click.option("--model", "ask_model", is_flag=True, help="Ask the model one question, for some tokens.")
@_says_errors
def doctor(ask_model: bool) -> None:
    """Say what is configured, what can be reached, and what to do."""
    console = Console(highlight=False, soft_wrap=True)
    with _service() as service:
        found = checks(service, ask_model)
    for good, name, says in found:
        mark = {True: "[green]ok  [/]", False: "[red]no  [/]", None: "[dim]--  [/]"}[good]
        console.print(f"{mark} [bold]{name}[/]: ", end="")
        console.print(says, markup=False)
    sys.exit(1 if any(good is False for good, _, _ in found) else 0)
