"""Papers on disk, under the names arXiv has for them: the corpus of real ones, and always our own small one.

The corpus keeps `abs/1706.03762.html`, `pdf/1706.03762v1.pdf`, `html/1706.03762v1/index.html`; in an old id `_` stands for
the slash (`hep-th_9901001`). Which paper and version an abs page shows is read from the page, not from the file's name.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lxml import html

PAPERS = Path(__file__).parent / "papers"
ID = r"[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5}|\d{7}"
VERSIONED = re.compile(rf"(?P<id>{ID})(?:v(?P<version>\d+))?")
HISTORY = re.compile(r"\[v(\d+)\]\s*(\w{3}, \d{1,2} \w{3} \d{4} \d\d:\d\d:\d\d) UTC")
CATEGORY = re.compile(r"\(([a-z-]+(?:\.[A-Za-z-]+)?)\)")


def corpus() -> Path | None:
    """The corpus of real papers: `$TAKEAWAYS_CORPUS`, else `../shared/corpus` beside the checkout, else None."""
    named = os.environ.get("TAKEAWAYS_CORPUS")
    folder = Path(named) if named else Path(__file__).parents[2] / "shared" / "corpus"
    return folder.resolve() if folder.is_dir() else None


def split(reference: str) -> tuple[str, int | None] | None:
    """An id and its version (None: the newest), or None where it is no arXiv id.

    The subject class of an old id (`math.AG/0001001`) is dropped, as arXiv does.
    """
    found = VERSIONED.fullmatch(reference)
    if not found:
        return None
    return re.sub(r"\.[A-Z]{2}/", "/", found["id"]), int(found["version"]) if found["version"] else None


@dataclass(frozen=True)
class AbsPage:
    """What an abs page says, as far as the API's answer needs it."""

    path: Path
    id: str
    version: int
    dates: dict[int, datetime]
    title: str
    authors: tuple[str, ...]
    abstract: str
    categories: tuple[str, ...]
    comment: str
    journal_ref: str
    doi: str

    @property
    def newest(self) -> int:
        """The highest version in the submission history, shown or not."""
        return max(self.dates)


def read_abs(path: Path) -> AbsPage:
    """Read one abs page as arXiv's front end writes it."""
    page = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    for link in page.iterfind(".//a[@class]"):
        if "link-external" in link.get("class") and (link.text or "").startswith("this http"):
            link.text = link.get("href")  # the page writes «this https URL»; the API gives the address

    def first(xpath: str) -> str:
        found = page.xpath(xpath)
        return (found[0] if isinstance(found[0], str) else found[0].text_content()).strip() if found else ""

    for label in page.xpath("//span[@class='descriptor']"):
        label.drop_tree()
    id, version = split(first("//td[contains(@class,'arxividv')]//a").removeprefix("arXiv:")) or ("", None)
    assert version, f"{path} does not say which version it shows"
    dates = {
        int(number): datetime.strptime(date, "%a, %d %b %Y %H:%M:%S").replace(tzinfo=UTC)
        for number, date in HISTORY.findall(first("//div[@class='submission-history']"))
    }
    return AbsPage(
        path=path,
        id=id,
        version=version,
        dates=dates,
        title=" ".join(first("//h1[contains(@class,'title')]").split()),
        authors=tuple(page.xpath("//div[@class='authors']//a[contains(@href,'searchtype=author')]/text()")),
        abstract=first("//blockquote[contains(@class,'abstract')]"),
        categories=tuple(CATEGORY.findall(first("//td[contains(@class,'subjects')]"))),
        comment=first("//td[contains(@class,'comments')]"),
        # The report number stands in a cell of the same class: the label tells them apart.
        journal_ref=first("//tr[starts-with(normalize-space(td[1]),'Journal')]/td[2]"),
        doi=first("//td[contains(@class,'doi')]/a/@data-doi"),
    )


class Shelf:
    """The papers there are, each by id and version.

    Parameters
    ----------
    corpus : Path, optional
        The corpus of real papers; without it there is only our own small paper.
    """

    def __init__(self, corpus: Path | None) -> None:
        self.folder = corpus / "arxiv" if corpus else None
        self._pages: dict[str, dict[int, AbsPage]] = {}
        self._pdfs: dict[str, dict[int, Path]] = {}
        self._htmls: dict[str, dict[int, Path]] = {}
        own = self.add(read_abs(PAPERS / "abs.html"))
        self._pdfs[own.id] = {own.version: PAPERS / "small.pdf"}
        self._htmls[own.id] = {own.version: PAPERS / "small.html"}
        if corpus and self.folder:
            for path in sorted(self.folder.glob("abs/*.html")):
                self.add(read_abs(path))
            self._file(self._pdfs, ((path.stem, path) for path in self.folder.glob("pdf/*.pdf")))
            self._file(self._htmls, ((path.parent.name, path) for path in self.folder.glob("html/*/index.html")))
            self._file(self._htmls, ((path.stem, path) for path in corpus.glob("latexml/*.html")))

    def add(self, page: AbsPage) -> AbsPage:
        """Shelve one more paper; gives it back."""
        self._pages.setdefault(page.id, {})[page.version] = page
        return page

    def _file(self, shelf: dict[str, dict[int, Path]], named: Iterator[tuple[str, Path]]) -> None:
        for name, path in named:
            if found := split(name.replace("_", "/")):
                shelf.setdefault(found[0], {})[found[1] or 0] = path

    def page(self, id: str, version: int | None = None) -> AbsPage | None:
        """The abs page of that version, or of the newest there is."""
        pages = self._pages.get(id, {})
        return pages.get(version) if version else pages[max(pages)] if pages else None

    def pdf(self, id: str, version: int | None = None) -> Path | None:
        """The PDF of that version, or of the newest there is."""
        return self._text(self._pdfs, id, version)

    def html(self, id: str, version: int | None = None) -> Path | None:
        """The LaTeXML page of that version, or of the newest there is."""
        return self._text(self._htmls, id, version)

    def _text(self, shelf: dict[str, dict[int, Path]], id: str, version: int | None) -> Path | None:
        files = shelf.get(id, {})
        if not files or version in files:
            return files.get(version or 0)
        page = self.page(id)
        # The corpus took its files from whatever version their TeX source was at hand for, or does not say which, while
        # whoever has read the abs page asks for the version shown there. That is the only text of this paper there is;
        # an older version, though, must not be answered with it.
        if version is None or (page and version == page.newest):
            return files[max(files)]
        return None
