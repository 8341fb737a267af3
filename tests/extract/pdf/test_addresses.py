"""Addresses of a PDF: link annotations, addresses that lines break, notes tied to their sentence."""

from __future__ import annotations

import io

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from takeaways.extract.mentions import Mention
from takeaways.extract.parts import Parts
from takeaways.extract.pdf import read_pdf

PROSE = [
    "The ravens of the forest were counted by their voices on a cold and foggy",
    "morning in March, and the same flock was counted by eye on the next day by",
    "people who did not know of each other, so that the error could be measured.",
]


class Sheet:
    """A page that is written line by line."""

    def __init__(self) -> None:
        self._out = io.BytesIO()
        self._canvas = Canvas(self._out, pagesize=(612, 792))
        self._y = 740.0
        for _ in range(4):
            self.lines(*PROSE)

    def lines(self, *texts: str) -> None:
        for text in texts:
            self._canvas.setFont("Times-Roman", 11)
            self._canvas.drawString(72, self._y, text)
            self._y -= 13
        self._y -= 8

    def marked(self, text: str, mark: str, rest: str = "") -> None:
        """A line with a note's mark in it."""
        self._canvas.setFont("Times-Roman", 11)
        self._canvas.drawString(72, self._y, text)
        x = 72 + self._canvas.stringWidth(text, "Times-Roman", 11)
        self._canvas.setFont("Times-Roman", 7)
        self._canvas.drawString(x, self._y + 4, mark)
        self._canvas.setFont("Times-Roman", 11)
        self._canvas.drawString(x + 4, self._y, rest)
        self._y -= 21

    def note(self, mark: str, text: str, y: float, url: str = "") -> None:
        self._canvas.setFont("Times-Roman", 6)
        self._canvas.drawString(72, y + 3, mark)
        self._canvas.setFont("Times-Roman", 8.5)
        self._canvas.drawString(76, y, text)
        if url:
            self._canvas.linkURL(url, (76, y - 2, 76 + self._canvas.stringWidth(text, "Times-Roman", 8.5), y + 8))

    def linked(self, before: str, words: str, after: str, url: str) -> None:
        """A line with words that lead somewhere."""
        self._canvas.setFont("Times-Roman", 11)
        self._canvas.drawString(72, self._y, before + words + after)
        left = 72 + self._canvas.stringWidth(before, "Times-Roman", 11)
        right = left + self._canvas.stringWidth(words, "Times-Roman", 11)
        self._canvas.linkURL(url, (left, self._y - 2, right, self._y + 9))
        self._y -= 21

    def read(self, origin: tuple[float, float] = (0, 0), box: tuple[float, float] = (612, 792)) -> Parts:
        """What is read of it, from a page whose box begins at `origin`."""
        self._canvas.showPage()
        self._canvas.save()
        pdf = pypdfium2.PdfDocument(self._out.getvalue())
        out = io.BytesIO()
        pdf[0].set_mediabox(*origin, *box)
        pdf.save(out)
        return read_pdf(out.getvalue(), None, "sha256:x")


def test_an_address_that_a_lines_end_breaks_is_the_annotations() -> None:
    sheet = Sheet()
    sheet.lines("It rained. The code of this paper is available at https://github.com/jhu-")
    y = sheet._y
    sheet._y += 8
    sheet.lines("lcsr/good_robot. It snowed.")
    sheet._canvas.linkURL("https://github.com/jhu-lcsr/good_robot", (290, y + 19, 440, y + 29))
    sheet._canvas.linkURL("https://github.com/jhu-lcsr/good_robot", (72, y + 6, 150, y + 16))
    (one,) = sheet.read().mentions
    assert one.url == "https://github.com/jhu-lcsr/good_robot"
    assert one.before == "The code of this paper is available at"


def test_a_hyphen_in_an_address_is_its_own() -> None:
    sheet = Sheet()
    sheet.lines(
        PROSE[0], "and the code of this paper is available to all at https://github.com/jhu-", "lcsr/good_robot for free."
    )
    text = " ".join(block.text for section in sheet.read().sections for block in section.blocks)
    assert "https://github.com/jhu-lcsr/good_robot for" in text


def test_words_that_lead_to_an_address() -> None:
    sheet = Sheet()
    sheet.linked("All of our ", "code", " is available.", "https://github.com/x/y")
    assert sheet.read().mentions == [Mention("https://github.com/x/y", "All of our", "is available.", "code")]


def test_words_that_lead_to_an_address_on_a_page_whose_box_begins_elsewhere() -> None:
    sheet = Sheet()
    sheet.linked("All of our ", "code", " is available.", "https://github.com/x/y")
    mentions = sheet.read((-200, -300), (412, 792)).mentions
    assert mentions == [Mention("https://github.com/x/y", "All of our", "is available.", "code")]


def test_a_note_that_is_only_an_address_belongs_to_its_sentence() -> None:
    sheet = Sheet()
    sheet.marked("It rained, and we use a parser", "1", ". Then it snowed in the forest for a day.")
    sheet.marked("As a contribution of this work we release Ravens", "2", ", a corpus of recordings.")
    sheet.note("1", "https://github.com/smith/parser", 80, "https://github.com/smith/parser")
    sheet.note("2", "https://github.com/x/y", 68)
    parts = sheet.read()
    assert [one.url for one in parts.mentions] == ["https://github.com/smith/parser", "https://github.com/x/y"]
    assert parts.mentions[0].before.endswith("we use a parser")
    assert parts.mentions[1].before.endswith("we release Ravens")
    assert parts.mentions[1].after.startswith(", a corpus")


def test_what_leads_nowhere_on_the_web_is_no_address() -> None:
    sheet = Sheet()
    for url in ("mailto:bo@example.org", "file:///etc/passwd", "javascript:alert(1)", "http://localhost/"):
        sheet.linked("Ask ", "Bo Lee", " for the code.", url)
    assert sheet.read().mentions == []
