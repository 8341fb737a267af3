"""`/api/v1`: see docs/api.md, which a test keeps complete."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Literal, TypeVar

from flask import Blueprint, Response, jsonify, request, url_for
from pydantic import Field, ValidationError

from .. import export
from ..config import language_tag
from ..errors import BadInput, BadRequest, NotFound, NotReadable, SummaryUnknown, TooLarge, WrongMediaType
from ..model import Noun, Request
from ..wiring import Service
from . import sse

JSON_BODY_BYTES = 100_000
FREE_THREADS = 32

N = TypeVar("N", bound=Noun)


class TakeawaysRequest(Noun):
    """Body of `POST /api/v1/takeaways`."""

    urls: tuple[str, ...] = Field(max_length=250)
    cached_only: bool = False


def blueprint(service: Service) -> Blueprint:
    """The API's routes over a wired service."""
    api = Blueprint("api", __name__)
    streams = sse.Streams(service.settings.threads - FREE_THREADS)
    pipeline, jobs = service.pipeline, service.jobs

    @api.post("/api/v1/summaries")
    def post_summary() -> Response:
        asked = _body(Request)
        kept = pipeline.cached(asked)
        streamed = request.accept_mimetypes.best_match(["application/json", "text/event-stream"]) == "text/event-stream"
        if kept and streamed:
            event = b'{"type":"summary","id":"%s","summary":%s}' % (kept.id.encode(), kept.body)
            return streams.response([sse.message("cached-1", "summary", event)])
        if kept:
            # The path of the same bytes (RFC 9110, 8.7): what .md and .bib are asked of.
            location = url_for("api.get_summary", summary_id=kept.id)
            return _with(_json(kept.body), 200, **{"Content-Location": location})
        job = jobs.start(asked)
        if streamed:
            return streams.response(sse.messages(job.events(), _reader_left()))
        location = url_for("api.get_events", job_id=job.id)
        return _with(jsonify(job=job.id, events=location), 202, Location=location)

    @api.get("/api/v1/jobs/<job_id>/events")
    def get_events(job_id: str) -> Response:
        events = jobs.get(job_id).events(request.headers.get("Last-Event-ID"))
        return streams.response(sse.messages(events, _reader_left()))

    @api.delete("/api/v1/jobs/<job_id>")
    def delete_job(job_id: str) -> Response:
        return jsonify(cancelled=jobs.cancel(job_id))

    @api.get("/api/v1/summaries/<summary_id>")
    def get_summary(summary_id: str) -> Response:
        name, _, form = summary_id.partition(".")
        kept = service.summaries.get(name)
        if kept is None:
            raise SummaryUnknown()
        if not form:
            return _json(kept.body)
        summary = kept.event().summary
        if form == "md":
            language = language_tag(request.args.get("language") or service.settings.language)
            return Response(export.markdown(summary, language), mimetype="text/markdown")
        if form == "bib":
            return Response(export.bibtex(summary.paper), mimetype="application/x-bibtex")
        raise NotFound(f"A summary can be had as JSON, .md or .bib, not as .{form[:20]}.")

    @api.post("/api/v1/uploads")
    def post_upload() -> Response:
        if request.mimetype not in ("application/pdf", "text/html"):
            raise NotReadable(f"An upload is application/pdf or text/html, not {request.mimetype or 'without a type'}.")
        said: Literal["pdf", "html"] = "pdf" if request.mimetype == "application/pdf" else "html"
        most = service.settings.fetch_max_bytes
        body = _received(most, TooLarge(f"At most {most / 1e6:.0f} MB are read."))
        return _with(jsonify(id=pipeline.upload(body, said)), 201)

    @api.post("/api/v1/takeaways")
    def post_takeaways() -> Response:
        asked = _body(TakeawaysRequest)
        rows = service.takeaways.rows(asked.urls, cached_only=asked.cached_only)
        return _json(f"[{','.join(row.model_dump_json() for row in rows)}]")

    @api.get("/healthz")
    def get_health() -> Response:
        return jsonify(status="ok")

    @api.get("/readyz")
    def get_readiness() -> Response:
        trouble = service.database.check()
        model = service.provider.health if service.provider else "none"
        bad = trouble or model == "paused"
        state = {"status": "degraded" if bad else "ok", "store": trouble or "ok", "model": model}
        return jsonify(**state, jobs=jobs.counts(), cache=service.cache.stats()._asdict())

    return api


def _body(kind: type[N]) -> N:
    """The JSON body as a noun. Only `application/json`: a form on some web page cannot send that."""
    if request.mimetype != "application/json":
        raise WrongMediaType("This route takes application/json.")
    raw = _received(JSON_BODY_BYTES, BadRequest(f"The body is over {JSON_BODY_BYTES} bytes."))
    try:
        return kind.model_validate_json(raw)
    except ValidationError as err:
        faults = (
            f"{'.'.join(map(str, fault['loc'])) or 'body'}: {fault['msg']}" for fault in err.errors(include_input=False)
        )
        raise BadRequest("; ".join(faults)) from err


def _received(most: int, otherwise: BadInput) -> bytes:
    """The body, if it has at most `most` bytes; else the error is raised, before more than that is in memory."""
    if (request.content_length or 0) > most:
        raise otherwise
    # One more than that, as werkzeug cuts a body that came in chunks off at its limit, without a word.
    request.max_content_length = most + 1
    body = request.get_data(cache=False)
    if len(body) > most:
        raise otherwise
    return body


def _reader_left() -> Callable[[], bool]:
    """Tells whether who sent this request has hung up; gunicorn shows the connection, a test client has none."""
    return functools.partial(sse.hung_up, request.environ.get("gunicorn.socket"))


def _json(body: str | bytes) -> Response:
    return Response(body, mimetype="application/json")


def _with(response: Response, status: int, **headers: str) -> Response:
    response.status_code = status
    response.headers.update(headers)
    return response
