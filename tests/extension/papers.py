"""Papers and pages of our own making: a list of two hundred, styles that spoil everything, a paper that means harm."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from itertools import count

from tests.arxiv_shelf import PAPERS, AbsPage, read_abs

OURS = "2401.00001"
OURS_URL = f"https://arxiv.org/abs/{OURS}"
TITLE = "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
HARM = "<img src=x onerror=\"window.hurt=1;alert('hurt')\"> <script>window.hurt=2</script> javascript:alert(3)"

BIRDS = ("ravens", "cranes", "swifts", "petrels", "dunlins", "wagtails", "ospreys")
SPOILT = """
*, *::before, *::after { all: unset !important; display: none !important; visibility: hidden !important;
  opacity: 0 !important; letter-spacing: 2em !important; font-size: 60px !important; color: lime !important;
  pointer-events: none !important;
  transform: rotate(9deg) !important; filter: blur(4px) !important; position: static !important; z-index: -1 !important }
html, body, main, h1, p, a { display: block !important; visibility: visible !important; opacity: 1 !important;
  pointer-events: auto !important }
"""


def list_page(papers: list[AbsPage], *, abstracts: bool = False) -> str:
    """A list in the markup of arXiv's: `recent` shows titles only, `new` the abstracts too."""
    authors = [
        f"<a href='https://arxiv.org/search/q-bio?query=x'>{escape(', '.join(paper.authors))}</a>" for paper in papers
    ]
    rows = [
        f"""<dt><a name='item{n}'>[{n}]</a>
        <a href ="/abs/{paper.id}" title="Abstract" id="{paper.id}">arXiv:{paper.id}</a>
        [<a href="/pdf/{paper.id}" title="Download PDF" id="pdf-{paper.id}">pdf</a>,
         <a href="/html/{paper.id}v1" title="View HTML" id="html-{paper.id}">html</a>]</dt>
      <dd><div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          {escape(paper.title)}
        </div>
        <div class='list-authors'>{authors[n - 1]}</div>
        {f"<p class='mathjax'>{escape(paper.abstract)}</p>" if abstracts else ""}
      </div></dd>"""
        for n, paper in enumerate(papers, 1)
    ]
    return f"""<!DOCTYPE html><html lang="en"><head><title>Quantitative Biology</title></head><body><main>
    <h1>Quantitative Biology</h1><dl id='articles'><h3>Thu, 1 Feb 2024</h3>{"".join(rows)}</dl></main></body></html>"""


def search_page(papers: list[AbsPage]) -> str:
    """What a search found, in arXiv's markup: each abstract twice, cut short and, hidden, whole."""
    rows = [
        f"""<li class="arxiv-result"><p class="list-title is-inline-block">
        <a href="https://arxiv.org/abs/{paper.id}">arXiv:{paper.id}</a> [<a href="https://arxiv.org/pdf/{paper.id}">pdf</a>]</p>
        <p class="title is-5 mathjax">{escape(paper.title)}</p>
        <p class="abstract mathjax"><span class="has-text-black-bis has-text-weight-semibold">Abstract</span>:
        <span class="abstract-short has-text-grey-dark mathjax" style="display: inline">{escape(paper.abstract[:-20])}…
          <a class="is-size-7">&#9661; More</a></span>
        <span class="abstract-full has-text-grey-dark mathjax" style="display: none">{escape(paper.abstract)}
          <a class="is-size-7">&#9651; Less</a></span></p></li>"""
        for paper in papers
    ]
    return f"""<!DOCTYPE html><html lang="en"><head><title>Search</title></head><body><main>
    <h1>Showing {len(papers)} results</h1><ol class="breathe-horizontal">{"".join(rows)}</ol></main></body></html>"""


def bibliography(papers: list[AbsPage]) -> str:
    """A paper's HTML page that cites these, in LaTeXML's markup."""
    page = (PAPERS / "small.html").read_text(encoding="utf-8")
    items = [
        f"""<li id="bib.n{n}" class="ltx_bibitem"><span class="ltx_tag ltx_role_refnum ltx_tag_bibitem">[{n}]</span>
        <span class="ltx_bibblock">I. Lindqvist, <a href="https://arxiv.org/abs/{paper.id}">{escape(paper.title)}</a></span></li>"""
        for n, paper in enumerate(papers, 90)
    ]
    return page.replace("</article>", f"<ul class='ltx_biblist'>{''.join(items)}</ul></article>")


def spoilt(page: str) -> str:
    """A page with styles that would ruin everything of ours they reached."""
    assert "</head>" in page
    return page.replace("</head>", f"<style>{SPOILT}</style></head>")


class PaperPages:
    """Our own small paper under an id of its own.

    Parameters
    ----------
    id : str
    said : str
        Text that is put beside many of its words.

    Attributes
    ----------
    abs, html : str
        Addresses of its pages.
    pages : dict of str to str
        The pages by path.
    """

    def __init__(self, id: str, said: str = "") -> None:
        self.id = id
        self.abs = f"https://arxiv.org/abs/{id}"
        self.html = f"https://arxiv.org/html/{id}v2"
        self.pages = {}
        for form, name in (("abs", "abs.html"), ("html", "small.html")):
            text = (PAPERS / name).read_text(encoding="utf-8").replace(OURS, id)
            if said:
                for honest in ("Counting Ravens by Their Voices", "RavenCount", "Lindqvist"):
                    text = text.replace(honest, f"{honest} {escape(said)}")
            for version in ("", "v2"):
                self.pages[f"/{form}/{id}{version}"] = text


class Press:
    """Makes papers, each under an id that no other has: what one test has read, no other finds in a cache."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def paper(self, said: str = "") -> PaperPages:
        """A whole paper; see `PaperPages`."""
        return PaperPages(f"2403.{next(self._numbers):05d}", said)

    def censuses(self, how_many: int) -> list[AbsPage]:
        """Papers of this many stations, of which there are only title, authors and abstract."""
        own = read_abs(PAPERS / "abs.html")
        return [
            replace(
                own,
                id=f"2402.{next(self._numbers):05d}",
                version=1,
                dates={1: own.dates[1]},
                title=f"A Census of {BIRDS[number % 7].title()} at Station {number}",
                abstract=f"Counting {BIRDS[number % 7]} by hand is slow and costly work. "
                f"We present a census of the {BIRDS[number % 7]} at station {number} that needs one microphone only. "
                f"On {number + 40} recordings its median error is {number % 9 + 2}.5%, against 21.0% before.",
                comment="",
                journal_ref="",
                doi="",
            )
            for number in range(1, how_many + 1)
        ]
