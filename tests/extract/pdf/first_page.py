"""Sets first pages of invented papers, in the layouts that conferences and journals have, with reportlab."""

from __future__ import annotations

import io
import re
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from takeaways.extract.pdf import read_pdf
from takeaways.model import Paper

WIDTH, HEIGHT = A4
LEFT, RIGHT = 60.0, WIDTH - 60.0
ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
SENTENCES = (
    "A recorder hears several animals at once, and their calls overlap in time and in pitch. Earlier work counted the "
    "calls that stand alone and left the others out. We ask how many animals there were, not how many calls. The answer "
    "needs a model of who calls when, which three short walks through a forest are enough to learn. On nine nights of "
    "recordings the estimate differs from the count of an observer by a tenth. "
)
ABSTRACT = f"We count animals by their calls. {SENTENCES}Cheap recorders suffice."


class Page:
    """One page, filled from the top down.

    In what is said, `^{1,2}` is set high and small. `y` is where the next line's baseline comes, in points.
    """

    def __init__(self, **info: str) -> None:
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=A4, invariant=True)
        self._canvas.setTitle(info.get("title", ""))
        self._canvas.setAuthor(info.get("author", ""))
        self.y = HEIGHT - 90

    def line(self, text: str, size: float = 10, font: str = ROMAN, x: float | str = "middle", drop: float = 1.2) -> Page:
        """A line of text; `x` is its left edge, «middle», or «right»."""
        width = self._width(text, size, font)
        left = {"middle": (WIDTH - width) / 2, "right": RIGHT - width}[x] if isinstance(x, str) else x
        self._set(text, left, self.y, size, font)
        self.y -= drop * size
        return self

    def row(self, texts: list[str], size: float = 10, font: str = ROMAN, drop: float = 1.2) -> Page:
        """Texts side by side, each in the middle of its column."""
        step = (RIGHT - LEFT) / len(texts)
        for n, text in enumerate(texts):
            self._set(text, LEFT + (n + 0.5) * step - self._width(text, size, font) / 2, self.y, size, font)
        self.y -= drop * size
        return self

    def space(self, points: float) -> Page:
        """Leave room."""
        self.y -= points
        return self

    def prose(self, text: str, size: float = 10, font: str = ROMAN, x: float = LEFT, width: float = RIGHT - LEFT) -> Page:
        """Text, broken into lines."""
        words, line = text.split(), ""
        for word in [*words, ""]:
            if not word or pdfmetrics.stringWidth(f"{line} {word}", font, size) > width:
                self.line(line, size, font, x)
                line = word
            else:
                line = f"{line} {word}".strip()
        return self

    def body(self, heading: str = "1 Introduction") -> Page:
        """The section that follows, of the size that most of the text has."""
        self.space(10).line(heading, 12, BOLD, LEFT, 1.5)
        return self.prose(SENTENCES * 3)

    def foot(self, *texts: str, size: float = 8) -> Page:
        """Notes at the foot of the page."""
        self.y = 60 + 1.3 * size * len(texts)
        for text in texts:
            self.line(text, size, x=LEFT, drop=1.3)
        return self

    def again(self, head: str, size: float) -> Page:
        """Another page of text, under a running head."""
        self._canvas.showPage()
        self.y = HEIGHT - 45
        self.line(head, size)
        self.y = HEIGHT - 90
        return self.prose(SENTENCES * 4)

    def bytes(self) -> bytes:
        """The PDF, with a second page of text behind."""
        self._canvas.showPage()
        self.y = HEIGHT - 90
        self.line("2 Method", 12, BOLD, LEFT, 1.5).prose(SENTENCES * 4)
        self._canvas.save()
        return self._file.getvalue()

    def _set(self, text: str, x: float, y: float, size: float, font: str) -> None:
        for part, high in _parts(text):
            scale = 0.7 if high else 1.0
            self._canvas.setFont(font, scale * size)
            self._canvas.drawString(x, y + (0.36 * size if high else 0), part)
            x += pdfmetrics.stringWidth(part, font, scale * size)

    def _width(self, text: str, size: float, font: str) -> float:
        return float(sum(pdfmetrics.stringWidth(part, font, (0.7 if high else 1.0) * size) for part, high in _parts(text)))


def _parts(text: str) -> list[tuple[str, bool]]:
    """A text's parts, and whether each is set high."""
    pieces: list[Any] = re.split(r"\^\{([^}]*)\}", text)
    return [(piece, n % 2 == 1) for n, piece in enumerate(pieces) if piece]


TITLE = "Counting Animals by Their Calls"
UMEA = "Department of Ecology, University of Umeå, Umeå, Sweden"
COIMBRA = "Institute of Acoustics, Coimbra, Portugal"
IDA, JOAO, WEI, PIETER = "Ida Lindqvist", "João M. da Silva", "Wei-Ling Chen", "Pieter van der Meer"


def read(page: Page) -> Paper:
    return read_pdf(page.bytes(), None, "sha256:x").paper


def tied(paper: Paper) -> dict[str, tuple[str, ...]]:
    return {author.name: author.affiliations for author in paper.authors}


def titled(text: str = TITLE, size: float = 17) -> Page:
    return Page().line(text, size, BOLD).space(10)


def abstracted(page: Page) -> Page:
    return (
        page.space(12).line("Abstract", 12, BOLD, drop=1.5).prose(ABSTRACT, 9, x=LEFT + 20, width=RIGHT - LEFT - 40).body()
    )
