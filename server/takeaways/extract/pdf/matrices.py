"""How the coordinates of a form on a PDF page become the page's."""

from __future__ import annotations

from .covers import Edges

Matrix = tuple[float, float, float, float, float, float]
"""As a PDF writes it: a b c d e f (ISO 32000-1, 8.3.4)."""


def moved(edges: Edges, matrix: Matrix | None) -> Edges:
    """The upright rectangle around a rectangle whose corners go through a matrix; None leaves it where it is."""
    if matrix is None:
        return edges
    a, b, c, d, e, f = matrix
    left, bottom, right, top = edges
    xs = sorted((a * left, a * right)), sorted((c * bottom, c * top))
    ys = sorted((b * left, b * right)), sorted((d * bottom, d * top))
    return xs[0][0] + xs[1][0] + e, ys[0][0] + ys[1][0] + f, xs[0][1] + xs[1][1] + e, ys[0][1] + ys[1][1] + f


def product(first: Matrix, then: Matrix | None) -> Matrix:
    """The matrix that goes through one matrix, then through another."""
    if then is None:
        return first
    a, b, c, d, e, f = first
    return (
        a * then[0] + b * then[2],
        a * then[1] + b * then[3],
        c * then[0] + d * then[2],
        c * then[1] + d * then[3],
        e * then[0] + f * then[2] + then[4],
        e * then[1] + f * then[3] + then[5],
    )
