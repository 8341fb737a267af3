"""Write `small.pdf` and `x1.png` from `small.html`: our own invented paper, set in two columns as a conference would.

usage: python tests/papers/make.py        (needs the `test` extra: reportlab)

The page is the one source of the words, so that a test can ask for the same sentences of both forms. The PDF has what
makes papers hard to read back: two columns, hyphenated lines, a running head, page numbers, a footnote at the foot of
the first column, a paragraph that runs over the end of a column, a figure and a table with captions.
"""

from __future__ import annotations

import html as escaping
import re
from pathlib import Path
from typing import Any

from lxml import html
from reportlab.graphics.shapes import Drawing, Line, Rect, String
from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, CondPageBreak, Flowable, Frame, PageTemplate, Paragraph, Table, TableStyle

from takeaways.extract.pdf import crops, read_pdf

HERE = Path(__file__).parent
WIDTH, HEIGHT = A4
MARGIN, GUTTER = 56.0, 20.0
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
FOOT, HEAD, FRONT = 60.0, 62.0, 118.0
"""Points kept free below, above, and above the first page's columns (title and authors)."""
NOTE = 34.0
"""Points at the foot of the first column, for the footnote."""

# reportlab breaks words at soft hyphens only; a TeX-made paper breaks about one line in six.
HYPHENS = (
    "com-mu-nal con-ser-va-tion pop-u-la-tion ob-servers over-lap-ping mi-cro-phones ex-pen-sive cen-time-tres "
    "con-tri-bu-tions es-ti-mates an-no-tated record-ings ac-cu-racy mi-cro-phone si-mul-ta-ne-ous sep-a-ra-tion "
    "in-di-vid-ual method un-der-es-ti-mates spec-tro-gram har-mon-ics sep-a-rated de-scribed "
    "Dirich-let em-bed-ding ex-plained de-nom-i-na-tor north-ern dis-agree-ment im-pos-si-ble cor-rec-tion "
    "dif-fer-ence sig-nif-i-cant lim-i-ta-tions in-de-pen-dently preda-tor mi-cro-con-troller har-monic"
)
SHY = {word.replace("-", ""): word.replace("-", "\u00ad") for word in HYPHENS.split()}


def style(name: str, size: float, **more: Any) -> ParagraphStyle:
    """A paragraph style on Times with the leading that papers use."""
    more.setdefault("fontName", "Times-Roman")
    return ParagraphStyle(name, fontSize=size, leading=more.pop("leading", size * 1.17), **more)


STYLES = {
    "title": style("title", 17, fontName="Times-Bold", alignment=TA_CENTER),
    "author": style("author", 11.5, alignment=TA_CENTER),
    "abstract-head": style("abstract-head", 12, fontName="Times-Bold", alignment=TA_CENTER, spaceAfter=4),
    "abstract": style(
        "abstract", 9, alignment=TA_JUSTIFY, leftIndent=12, rightIndent=12, spaceAfter=8, embeddedHyphenation=1
    ),
    "h2": style("h2", 12, fontName="Times-Bold", spaceBefore=9, spaceAfter=4),
    "h3": style("h3", 10.5, fontName="Times-Bold", spaceBefore=7, spaceAfter=3),
    "first": style("first", 10, alignment=TA_JUSTIFY, embeddedHyphenation=1),
    "p": style("p", 10, alignment=TA_JUSTIFY, firstLineIndent=10, embeddedHyphenation=1),
    "item": style("item", 10, alignment=TA_JUSTIFY, leftIndent=16, bulletIndent=5, spaceBefore=3, embeddedHyphenation=1),
    "equation": style("equation", 10, alignment=TA_CENTER, spaceBefore=6, spaceAfter=6),
    "caption": style("caption", 9, alignment=TA_JUSTIFY, spaceBefore=4, spaceAfter=10),
    "note": style("note", 8, alignment=TA_JUSTIFY),
    "reference": style("reference", 9, leftIndent=16, firstLineIndent=-16, spaceAfter=3),
}


def inline(node: Any) -> str:
    """What a node says, as reportlab's markup. Footnotes leave their mark only."""
    classes = (node.get("class") or "").split()
    if "ltx_note" in classes:
        return f"<super size=7>{node[0].text}</super>"
    if node.tag == "math":
        return mathml(node[0][0])
    out = [escaping.escape(node.text or "")]
    for child in node:
        if "ltx_tag_bibitem" in (child.get("class") or ""):
            out.append(f"{child.text} ")
        elif "ltx_tag_item" not in (child.get("class") or ""):
            inner = inline(child)
            out.append(f"<i>{inner}</i>" if child.tag == "em" else inner)
        out.append(escaping.escape(child.tail or ""))
    return "".join(out)


def mathml(node: Any) -> str:
    """The few MathML elements that the paper uses."""
    parts = [mathml(child) for child in node]
    match node.tag:
        case "mi":
            return "<greek>l</greek>" if node.text == "λ" else f"<i>{node.text}</i>"
        case "mo":
            return {"=": " = ", "−": " – " if node.getprevious() is not None else "–"}.get(node.text, node.text)
        case "mn":
            return str(node.text)
        case "msub":
            return f"{parts[0]}<sub>{parts[1]}</sub>"
        case "msup":
            return f"{parts[0]}<super>{parts[1]}</super>"
    return "".join(parts)


def paragraph(node: Any, kind: str, **more: Any) -> Paragraph:
    """A node as a paragraph of a style, its long words breakable."""
    text = re.sub(r"\s+", " ", inline(node)).strip()
    if kind in ("first", "p", "item", "abstract"):
        text = re.sub(r"[A-Za-z]+", lambda word: SHY.get(word[0], word[0]), text)
    return Paragraph(text, STYLES[kind], **more)


def figure() -> Drawing:
    """Figure 1: three boxes and two arrows."""
    drawing = Drawing(COLUMN, 62)
    for n, label in enumerate(("separate", "group", "count")):
        left = 8 + n * 82
        drawing.add(Rect(left, 18, 60, 28, fillColor=None, strokeWidth=0.8))
        drawing.add(String(left + 30, 29, label, textAnchor="middle", fontName="Helvetica", fontSize=8))
        if n:
            drawing.add(Line(left - 22, 32, left, 32, strokeWidth=0.8))
    return drawing


def table(node: Any) -> Table:
    """A LaTeXML table as a reportlab one."""
    rows = [[cell.text for cell in row] for row in node.iter("tr")]
    heavy, light = (0.8, black), (0.4, black)
    rules = [
        ("LINEABOVE", (0, 0), (-1, 0), *heavy),
        ("LINEBELOW", (0, 0), (-1, 0), *light),
        ("LINEBELOW", (0, -1), (-1, -1), *heavy),
    ]
    look = [
        ("FONT", (0, 0), (-1, -1), "Times-Roman", 9),
        ("TOPPADDING", (0, 0), (-1, -1), 1),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    return Table(rows, style=TableStyle(rules + look), spaceBefore=4, spaceAfter=8)


def story(article: Any) -> list[Flowable]:
    """The paper below its title, in reading order."""
    out: list[Flowable] = []
    fresh = True
    for node in article.iter():
        classes = (node.get("class") or "").split() if isinstance(node.tag, str) else []
        if not classes:
            continue
        if "ltx_title" in classes and "ltx_title_document" not in classes:
            kind = "abstract-head" if node.tag == "h6" else node.tag
            # A heading keeps two lines below it; more would leave columns half empty and no paragraph would run over.
            out += [CondPageBreak(58), paragraph(node, kind)]
            fresh = True
        elif "ltx_bibitem" in classes:
            out.append(paragraph(node, "reference"))
        elif "ltx_equation" in classes and node.tag == "table":
            out.append(Paragraph(f"{mathml(node.find('.//math')[0][0])} {'&nbsp;' * 12} (1)", STYLES["equation"]))
            fresh = True
        elif "ltx_figure" in classes:
            out += [figure(), paragraph(node.find("figcaption"), "caption")]
        elif "ltx_table" in classes:
            out += [table(node.find("table")), paragraph(node.find("figcaption"), "caption")]
        elif "ltx_item" in classes:
            out.append(paragraph(node.find(".//p"), "item", bulletText="•"))
        elif "ltx_p" in classes and not node.xpath("ancestor::li"):
            kind = "abstract" if node.getparent().get("id") == "abstract1" else "first" if fresh else "p"
            out.append(paragraph(node, kind))
            fresh = False
    return out


def make(page: Path = HERE / "small.html", to: Path = HERE / "small.pdf") -> None:
    """Write the PDF.

    Parameters
    ----------
    page : Path
        The paper as a LaTeXML page.
    to : Path
        Where the PDF goes. The bytes depend on the page only.
    """
    article = html.fromstring(page.read_bytes()).xpath("//article")[0]
    title = article.find("h1").text
    authors = article.xpath(".//span[contains(@class, 'ltx_creator')]")
    note = article.xpath(".//span[@class='ltx_note_content']")[0]
    note_text = f"<super size=6>1</super> {escaping.escape(note[1].tail)}"

    def place(canvas: Canvas, item: Flowable, left: float, top: float, width: float) -> float:
        height = item.wrap(width, HEIGHT)[1]
        item.drawOn(canvas, left, top - height)
        return float(top - height)

    def first(canvas: Canvas, _: Any) -> None:
        top = place(
            canvas, Paragraph(escaping.escape(title), STYLES["title"]), MARGIN, HEIGHT - HEAD + 10, WIDTH - 2 * MARGIN
        )
        for n, author in enumerate(authors):
            name = author.xpath("./span[@class='ltx_personname']")[0].text.strip()
            notes = [
                line.text_content().split(":", 1)[1].strip()
                for line in author.xpath(".//span[contains(@class, 'ltx_contact ')]")
            ]
            text = "<br/>".join([f"<b>{name}</b>", *notes])
            place(canvas, Paragraph(text, STYLES["author"]), MARGIN + n * (COLUMN + GUTTER), top - 14, COLUMN)
        canvas.setLineWidth(0.4)
        canvas.line(MARGIN, FOOT + NOTE - 6, MARGIN + 70, FOOT + NOTE - 6)
        place(canvas, Paragraph(note_text, STYLES["note"]), MARGIN, FOOT + NOTE - 8, COLUMN)
        number(canvas)

    def later(canvas: Canvas, _: Any) -> None:
        canvas.setFont("Times-Italic", 9)
        canvas.drawString(MARGIN, HEIGHT - 44, "Counting Ravens by Their Voices")
        canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 44, "Lindqvist and Ferreira")
        number(canvas)

    def number(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 9)
        canvas.drawCentredString(WIDTH / 2, 34, str(canvas.getPageNumber()))

    def columns(top: float, note_room: float) -> list[Frame]:
        bare = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        height = HEIGHT - top - FOOT
        return [
            Frame(MARGIN, FOOT + note_room, COLUMN, height - note_room, **bare),
            Frame(MARGIN + COLUMN + GUTTER, FOOT, COLUMN, height, **bare),
        ]

    # `invariant` leaves the date and the random id out, so that the file changes when its words do.
    document = BaseDocTemplate(str(to), pagesize=A4, title=title, author="Ida Lindqvist, Tomás Ferreira", invariant=1)
    document.addPageTemplates(
        [
            PageTemplate("first", columns(HEAD + FRONT, NOTE), onPage=first, autoNextPageTemplate="later"),
            PageTemplate("later", columns(HEAD, 0), onPage=later),
        ]
    )
    document.build(story(article))


def picture(pdf: Path = HERE / "small.pdf", to: Path = HERE / "x1.png") -> None:
    """Write the picture that the page shows: Figure 1 of the PDF."""
    body = pdf.read_bytes()
    to.write_bytes(dict(crops(body, read_pdf(body, None, "sha256:x").figures))["f1"])


if __name__ == "__main__":
    make()
    picture()
