"""The app factory: it only wires."""

from __future__ import annotations

import logging
from http import HTTPStatus

from flask import Flask, Response
from werkzeug.exceptions import HTTPException
from werkzeug.exceptions import MethodNotAllowed as HTTPMethodNotAllowed

from ..errors import BadRequest, MethodNotAllowed, NotFound, TakeawaysError, Unauthorized
from ..wiring import Service
from . import api, figures, pages, security

log = logging.getLogger(__name__)

_OF_STATUS: dict[int, type[TakeawaysError]] = {
    HTTPStatus.NOT_FOUND: NotFound,
    HTTPStatus.METHOD_NOT_ALLOWED: MethodNotAllowed,
}


def create_app(service: Service) -> Flask:
    """A WSGI app over a wired service."""
    app = Flask(__name__)
    security.guard(app, service.settings)
    app.register_blueprint(api.blueprint(service))
    app.register_blueprint(figures.blueprint(service))
    app.register_blueprint(pages.blueprint(service))
    app.register_error_handler(TakeawaysError, problem_response)
    app.register_error_handler(HTTPException, _translated)
    app.register_error_handler(Exception, _fault)
    return app


def problem_response(error: TakeawaysError) -> Response:
    """An error as `application/problem+json` (RFC 9457)."""
    response = Response(error.problem().model_dump_json(), status=error.status, mimetype="application/problem+json")
    if error.retry_after is not None:
        response.headers["Retry-After"] = str(round(error.retry_after))
    if isinstance(error, Unauthorized):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _translated(error: HTTPException) -> Response:
    ours = _OF_STATUS.get(error.code or 500, BadRequest if (error.code or 500) < 500 else TakeawaysError)
    response = problem_response(ours())
    if isinstance(error, HTTPMethodNotAllowed) and error.valid_methods:
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))  # RFC 9110, 15.5.6
    return response


def _fault(error: Exception) -> Response:
    log.error("a request failed", exc_info=error)
    return problem_response(TakeawaysError())
