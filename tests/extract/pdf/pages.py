"""Pages drawn for a test: running text, captions, plots, where the test puts them."""

from __future__ import annotations

import io
import itertools

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from takeaways.extract.pdf import read_pdf
from takeaways.model import Box, Figure

WIDTH, HEIGHT = 612.0, 792.0
LEFT, RIGHT, TOP, FOOT = 72.0, 540.0, 720.0, 72.0
LEADING = 12.0
STORY = (
    "the ravens of the northern roost were counted at dusk by two observers who stood apart and never spoke of what they "
    "had seen until both lists were closed so that neither could lean on the other and the differences between them remain"
)


class Pages:
    """A document under construction. Heights are from the foot of the page, in points."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT), invariant=1)
        self._words = itertools.cycle(STORY.split())

    def prose(self, top: float, foot: float, left: float = LEFT, right: float = RIGHT, size: float = 10) -> None:
        """Lines of running text from `top` down to `foot`, both edges straight."""
        base = top - size
        while base > foot:
            self._line(base, left, right, size)
            base -= LEADING * size / 10

    def _line(self, base: float, left: float, right: float, size: float) -> None:
        words, width = [], 0.0
        while True:
            word = next(self._words)
            width += stringWidth(word + " ", "Times-Roman", size)
            if width > right - left:
                break
            words.append(word)
        text = " ".join(words)
        spare = right - left - stringWidth(text, "Times-Roman", size)
        line = self.canvas.beginText(left, base)
        line.setFont("Times-Roman", size)
        line.setWordSpace(spare / max(1, len(words) - 1))
        line.textOut(text)
        self.canvas.drawText(line)

    def text(self, text: str, left: float, base: float, size: float = 10, font: str = "Times-Roman") -> None:
        """One line."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, base, text)

    def plot(self, left: float, foot: float, width: float = 200, height: float = 100) -> Box:
        """A plot with ticks and a turned label at its axes; gives where it stands, labels and all."""
        self.canvas.rect(left + 20, foot + 20, width - 20, height - 20)
        for n in range(4):
            x = left + 20 + n * (width - 40) / 4
            self.canvas.line(x, foot + 20 + 10 * n, x + (width - 40) / 4, foot + 30 + 10 * n)
            self.text(str(100 * n), x, foot + 10, 7, "Helvetica")
        self.text("observers", left + width / 2 - 10, foot + 2, 7, "Helvetica")
        self.canvas.saveState()
        self.canvas.translate(left + 8, foot + height / 3)
        self.canvas.rotate(90)
        self.canvas.setFont("Helvetica", 7)
        self.canvas.drawString(0, 0, "birds a minute")
        self.canvas.restoreState()
        return Box(left=left, bottom=foot, right=left + width, top=foot + height)

    def turn(self, head: str = "") -> None:
        """Begin the next page, under a running head."""
        self.canvas.showPage()
        if head:
            self.text(head, LEFT, TOP + 20, 9)

    def body(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._file.getvalue()

    def figures(self) -> list[Figure]:
        """What is read of it."""
        return read_pdf(self.body(), None, "sha256:x").figures
