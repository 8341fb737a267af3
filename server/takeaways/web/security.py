"""Who may use the service: under which host name, from which origin, with which token.

A web page must never reach a service on its reader's machine. The Host check stops DNS rebinding, the Origin check
stops cross-site requests, and JSON routes take no body that a form could send. Origins cannot prove who asks (an
extension's requests may carry none), so the token does.
"""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from flask import Flask, Response, request
from flask_cors import CORS

from ..config import Settings, is_loopback
from ..errors import ForbiddenHost, ForbiddenOrigin, Unauthorized

EXTENSION_SCHEMES = ("chrome-extension", "moz-extension")


def guard(app: Flask, settings: Settings) -> None:
    """Check every request before its view, and let extensions read the answers (CORS)."""
    token = settings.token.get_secret_value() if settings.token else ""
    # A service for others is reached under names that only its admin knows; there the token is compulsory (config/).
    any_host = not is_loopback(settings.host) and not settings.hosts

    def check() -> None:
        host = urlsplit(f"//{request.host}").hostname or ""
        if not (any_host or is_loopback(host) or host in settings.hosts):
            raise ForbiddenHost(f"The service was asked for as «{host[:80]}».")
        if not request.path.startswith("/api/"):
            return
        origin = request.headers.get("Origin", "")
        scheme, _, netloc = origin.partition("://")
        if origin and scheme not in EXTENSION_SCHEMES and netloc != request.host:
            raise ForbiddenOrigin(f"The request comes from {origin[:80]}.")
        if token and request.method != "OPTIONS":
            kind, _, given = request.headers.get("Authorization", "").partition(" ")
            if kind.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
                raise Unauthorized()

    app.before_request(check)
    app.after_request(_harden)
    CORS(
        app,
        resources={"/api/*": {"origins": [rf"^{scheme}://[A-Za-z0-9-]+$" for scheme in EXTENSION_SCHEMES]}},
        allow_headers=["Authorization", "Content-Type", "Last-Event-ID"],
        expose_headers=["Location", "Retry-After"],
        methods=["GET", "POST", "DELETE"],
        max_age=86_400,
    )


def _harden(response: Response) -> Response:
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    return response
