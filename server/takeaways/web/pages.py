"""The page at `/`, and the panel's files it shares with the extension."""

from __future__ import annotations

from flask import Blueprint, Response, render_template, send_from_directory

from ..errors import NotFound
from ..wiring import Service

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SHARED = ("panel", "lib", "_locales")


def blueprint(service: Service) -> Blueprint:
    """The page's routes over a wired service."""
    pages = Blueprint("pages", __name__)

    @pages.get("/")
    def get_page() -> Response:
        response = Response(render_template("index.html"), mimetype="text/html")
        response.headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY
        return response

    @pages.get("/assets/<path:path>")
    def get_asset(path: str) -> Response:
        if path.partition("/")[0] not in SHARED:
            raise NotFound()
        return send_from_directory(service.extension, path)

    return pages
