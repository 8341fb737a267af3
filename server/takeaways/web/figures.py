"""`/api/v1/papers`: the figures of papers that were read, and their pictures."""

from __future__ import annotations

from typing import Literal

from flask import Blueprint, Response, request, url_for

from ..gallery import has_picture
from ..model import Noun, Place
from ..wiring import Service

KEPT_SECONDS = 3600
"""In a browser: a paper that is read anew may have other crops."""


class FigureRow(Noun):
    """A figure, table or algorithm in the list of a paper's figures."""

    n: int
    """Its place in the paper's order, from 1."""
    id: str
    kind: Literal["figure", "table", "algorithm"]
    label: str | None
    number: str | None
    caption: str | None
    place: Place
    """Of the caption."""
    href: str | None
    """Of its picture; None where it has none."""


def blueprint(service: Service) -> Blueprint:
    """The routes over a wired service."""
    figures = Blueprint("figures", __name__)
    gallery = service.gallery

    @figures.get("/api/v1/papers/<paper_id>/figures")
    def get_figures(paper_id: str) -> Response:
        rows = [
            FigureRow(
                n=n,
                id=figure.id,
                kind=figure.kind,
                label=figure.label,
                number=figure.number,
                caption=figure.caption,
                place=figure.place,
                href=url_for("figures.get_figure", paper_id=paper_id, n=n) if has_picture(figure) else None,
            )
            for n, figure in enumerate(gallery.figures(paper_id), 1)
        ]
        return Response(f"[{','.join(row.model_dump_json() for row in rows)}]", mimetype="application/json")

    @figures.get("/api/v1/papers/<paper_id>/figures/<int:n>")
    def get_figure(paper_id: str, n: int) -> Response:
        picture = gallery.picture(paper_id, n)
        response = Response(picture.data, mimetype=picture.media_type)
        response.set_etag(picture.name)
        response.headers["Cache-Control"] = f"private, max-age={KEPT_SECONDS}"
        # Opened by itself a picture is a document of this origin; it must not be able to do anything.
        response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
        response.make_conditional(request)
        return response

    return figures
