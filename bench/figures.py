"""How many figures of LaTeX-made papers are cut out as a person would, against boxes drawn by eye (truth/figures.json).

A figure counts as cropped where the area that was found, drawn in to its ink, and the box share 0.8 of what either covers.
`--sheets DIR` draws all crops of each file with their captions: whether prose or a running head got in, an eye must see.
"""

from __future__ import annotations

import argparse
import io
import json
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from takeaways.errors import TakeawaysError
from takeaways.extract import Extractor
from takeaways.model import Box, Figure
from tests import arxiv_shelf

TRUTH = Path(__file__).parent / "truth" / "figures.json"
ENOUGH = 0.8
SCALE = 2.0
TILE, PICTURE, COLUMNS, ROWS = (400, 400), (380, 320), 4, 3

Edges = tuple[float, float, float, float]


@dataclass
class Row:
    """One figure of the truth, and what was found of it: the share of both boxes that both cover; None without an area."""

    file: str
    label: str
    share: float | None


def options() -> argparse.ArgumentParser:
    """The options of `python -m bench figures`."""
    parser = argparse.ArgumentParser("python -m bench figures", description=__doc__.splitlines()[0])
    parser.add_argument("--sheets", type=Path, metavar="DIR", help="draw contact sheets of every file of the corpus there")
    parser.add_argument("--more", type=Path, nargs="*", default=[], metavar="PDF", help="draw sheets of these files instead")
    parser.add_argument("--all", action="store_true", help="name every figure, not only those that are not cropped")
    return parser


def measure(*arguments: str) -> str:
    """The share of figures that are cropped; with `--sheets`, how many pictures were drawn."""
    asked = options().parse_args(arguments)
    corpus = arxiv_shelf.corpus()
    if corpus is None and not asked.more:
        return "  no corpus of real papers: TAKEAWAYS_CORPUS names none, nor is there ../shared/corpus"
    extractor = Extractor(workers=1, seconds=120, memory_megabytes=1024)
    try:
        if asked.sheets:
            files = asked.more or sorted(corpus.glob("**/*.pdf") if corpus else ())
            return "\n".join(_sheets(extractor, file, asked.sheets) for file in files)
        assert corpus is not None
        return table(list(rows(extractor, corpus)), asked.all)
    finally:
        extractor.close()


def rows(extractor: Extractor, corpus: Path) -> Iterator[Row]:
    """Each figure of the truth beside what was found."""
    for name, known in json.loads(TRUTH.read_text(encoding="utf-8")).items():
        if not known["figures"]:
            continue
        body = (corpus / name).read_bytes()
        found = extractor.document(body, "pdf", None, None, "sha256:bench").document.figures
        pdf = pypdfium2.PdfDocument(body)
        for true in known["figures"]:
            yield Row(name, f"p. {true['page']} {true['label']}", _share(pdf, true, found))
        pdf.close()


def table(found: list[Row], everything: bool = False) -> str:
    """The counts, and the figures that are not cropped."""
    shares = [row.share or 0.0 for row in found]
    lines = [
        f"  {row.share:.2f}  {row.file}  {row.label}" if row.share is not None else f"  none  {row.file}  {row.label}"
        for row in found
        if everything or (row.share or 0.0) < ENOUGH
    ]
    counts = ", ".join(f"{sum(share >= bound for share in shares)} at {bound}" for bound in (0.5, 0.6, 0.8, 0.9))
    cropped = sum(share >= ENOUGH for share in shares)
    return "\n".join(
        (
            *lines,
            f"  {cropped} of {len(found)} figures cropped ({cropped / len(found):.1%}; the target is 92 %); {counts}; "
            f"mean {sum(shares) / len(shares):.3f}",
        )
    )


def _share(pdf: Any, true: dict[str, Any], found: tuple[Figure, ...]) -> float | None:
    figure = next(
        (
            one
            for one in found
            if one.kind == "figure" and one.number == true["number"] and one.place.page == true["page"] and one.area
        ),
        None,
    )
    if figure is None or figure.area is None:
        return None
    page = pdf[true["page"] - 1]
    mine, box = drawn_in(page, figure.area), true["box"]
    met = max(0.0, min(mine[2], box[2]) - max(mine[0], box[0])) * max(0.0, min(mine[3], box[3]) - max(mine[1], box[1]))
    return float(met / (_size(mine) + _size(box) - met))


def _size(box: Edges) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def drawn_in(page: Any, area: Box) -> Edges:
    """An area drawn in to its ink: fractions of the page as it is shown, left, top, right, bottom."""
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    corners = [(area.left, area.bottom), (area.right, area.top)]
    match page.get_rotation() // 90 % 4:
        case 1:
            corners, (wide, high) = [(y, wide - x) for x, y in corners], (high, wide)
        case 2:
            corners = [(wide - x, high - y) for x, y in corners]
        case 3:
            corners, (wide, high) = [(high - y, x) for x, y in corners], (high, wide)
    xs, ys = sorted(x for x, _ in corners), sorted(high - y for _, y in corners)
    image = page.render(scale=SCALE).to_pil().convert("L")
    box = tuple(round(SCALE * edge) for edge in (xs[0], ys[0], xs[1], ys[1]))
    ink = image.crop(box).point(lambda value: 255 if value < 245 else 0).getbbox() or (
        0,
        0,
        box[2] - box[0],
        box[3] - box[1],
    )
    across, down = SCALE * wide, SCALE * high
    return (
        (box[0] + ink[0]) / across,
        (box[1] + ink[1]) / down,
        (box[0] + ink[2]) / across,
        (box[1] + ink[3]) / down,
    )


def _sheets(extractor: Extractor, file: Path, folder: Path) -> str:
    body = file.read_bytes()
    try:
        figures = extractor.document(body, "pdf", None, None, "sha256:bench").document.figures
        pictures = extractor.pictures(body, figures)
    except TakeawaysError as err:
        return f"  {file.name}: {err.code}"
    folder.mkdir(parents=True, exist_ok=True)
    tiles = [_tile(figure, pictures.get(figure.id)) for figure in figures]
    name = file.parent.name if file.stem == "paper" else file.stem
    for first in range(0, len(tiles), COLUMNS * ROWS):
        part = tiles[first : first + COLUMNS * ROWS]
        across, down = min(COLUMNS, len(part)), -(-len(part) // COLUMNS)
        sheet = Image.new("RGB", (across * TILE[0], down * TILE[1]), "grey")
        for n, tile in enumerate(part):
            sheet.paste(tile, (n % COLUMNS * TILE[0], n // COLUMNS * TILE[1]))
        sheet.save(folder / f"{name}-{first // (COLUMNS * ROWS)}.png")
    return f"  {name}: {len(pictures)} of {len(figures)}, {sum(map(len, pictures.values())) / 1000:.0f} kB"


def _tile(figure: Figure, picture: bytes | None) -> Image.Image:
    tile = Image.new("RGB", TILE, "white")
    draw = ImageDraw.Draw(tile)
    image = Image.open(io.BytesIO(picture)).convert("RGB") if picture else Image.new("RGB", (200, 40), "red")
    image.thumbnail(PICTURE)
    tile.paste(image, (10, 10))
    draw.rectangle((9, 9, 10 + image.width, 10 + image.height), outline="blue")
    caption = f"{figure.id} p. {figure.place.page} {figure.caption or figure.label or ''}"[:170]
    draw.text((8, 338), textwrap.fill(caption, 58), fill="darkred", font=ImageFont.load_default(13))
    return tile
