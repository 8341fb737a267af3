"""The fake arXiv answers as arXiv does: what it says wrong, every test on top of it believes."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import feedparser
import httpx
import pytest

from tests.arxiv_shelf import Shelf, read_abs, split
from tests.fake_arxiv import FakeArxiv

OURS = "2401.00001"


@pytest.fixture
def client(fake_arxiv: FakeArxiv) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=fake_arxiv.url, trust_env=False) as client:
        yield client


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("1706.03762", ("1706.03762", None)),
        ("1706.03762v12", ("1706.03762", 12)),
        ("hep-th/9901001", ("hep-th/9901001", None)),
        ("math.AG/0001001v3", ("math/0001001", 3)),
        ("17.03762", None),
        ("1706.03762v", None),
    ],
)
def test_an_id_is_split(reference: str, found: tuple[str, int | None] | None) -> None:
    assert split(reference) == found


@pytest.mark.parametrize("version", ["", "v2"])
def test_our_own_paper_is_served_in_every_form(client: httpx.Client, version: str) -> None:
    page = client.get(f"/abs/{OURS}{version}")
    assert page.status_code == 200
    assert "Counting Ravens" in page.text
    assert client.get(f"/pdf/{OURS}{version}").content.startswith(b"%PDF-")
    paper = client.get(f"/html/{OURS}{version}")
    assert paper.headers["Content-Type"] == "text/html; charset=utf-8"
    assert f'<base href="/html/{OURS}{version}/">' in paper.text
    assert client.get(f"/ar5iv/html/{OURS}{version}").status_code == 200


def test_pdf_with_its_ending_is_moved(client: httpx.Client) -> None:
    moved = client.get(f"/pdf/{OURS}v2.pdf")
    assert (moved.status_code, moved.headers["Location"]) == (301, f"/pdf/{OURS}v2")


@pytest.mark.parametrize(
    "path",
    ["/abs/2499.99999", f"/abs/{OURS}v1", f"/abs/{OURS}v3", f"/pdf/{OURS}v1", f"/html/{OURS}v1", "/abs/what", "/list/a/b",
     f"/html/{OURS}/../../conftest.py", f"/html/{OURS}/%2e%2e/conftest.py", f"/abs/{OURS}.pdf", "/"],
)  # fmt: skip
def test_what_it_has_not_is_a_page_that_says_404(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "arXiv</title>" in answer.text


def test_ar5iv_forwards_what_it_has_not(client: httpx.Client) -> None:
    forwarded = client.get("/ar5iv/html/2499.99999v1")
    assert (forwarded.status_code, forwarded.headers["Location"]) == (307, "/abs/2499.99999v1")


def test_api_says_what_the_abs_page_says(client: httpx.Client) -> None:
    feed = feedparser.parse(client.get("/api/query", params={"id_list": f"{OURS},2499.99999,{OURS}v1"}).content)
    (paper,) = feed.entries
    assert feed.feed.opensearch_totalresults == "1"
    assert paper.id == "http://arxiv.org/abs/2401.00001v2"
    assert paper.title == "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
    assert paper.summary.startswith("Counting animals that all look alike is slow work. We present RavenCount, a")
    assert paper.summary.endswith("https://example.org/ravencount.")
    assert [author.name for author in paper.authors][:2] == ["Ida Lindqvist", "Tomás Ferreira"]
    assert (paper.published, paper.updated) == ("2024-01-01T11:32:05Z", "2024-03-09T16:42:22Z")
    assert [tag.term for tag in paper.tags] == ["cs.SD", "q-bio.QM"]
    assert paper.arxiv_primary_category["term"] == "cs.SD"
    assert paper.arxiv_comment == "2 pages, 1 figure; code: https://example.org/ravencount"
    assert paper.arxiv_journal_ref == "Journal of Invented Results 1 (2024) 1-2"
    assert paper.arxiv_doi == "10.1000/ravens.2024.1"


def test_api_refuses_what_is_no_id(client: httpx.Client) -> None:
    answer = client.get("/api/query", params={"id_list": "nonsense"})
    assert answer.status_code == 400
    assert feedparser.parse(answer.content).entries[0].summary == "incorrect id format for nonsense"


def test_refusals_come_once_each_and_say_when_to_come_back(fake_arxiv: FakeArxiv, client: httpx.Client) -> None:
    fake_arxiv.refuse(429, retry_after=7)
    fake_arxiv.refuse(503)
    answers = [client.get(f"/abs/{OURS}") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [429, 503, 200]
    assert [answer.headers.get("Retry-After") for answer in answers] == ["7", None, None]


def test_while_it_is_down_nobody_listens(fake_arxiv: FakeArxiv, client: httpx.Client) -> None:
    with fake_arxiv.down(), pytest.raises(httpx.ConnectError):
        httpx.get(f"{fake_arxiv.url}/abs/{OURS}", trust_env=False)
    assert client.get(f"/abs/{OURS}").status_code == 200


def test_every_request_is_logged_and_may_be_slow(fake_arxiv: FakeArxiv, client: httpx.Client) -> None:
    fake_arxiv.delay = 0.05
    before = time.monotonic()
    client.get(f"/abs/{OURS}")
    client.get("/api/query", params={"id_list": OURS})
    assert time.monotonic() - before >= 0.1
    assert [asked.path for asked in fake_arxiv.asked] == [f"/abs/{OURS}", f"/api/query?id_list={OURS}"]
    assert before <= fake_arxiv.asked[0].time < fake_arxiv.asked[1].time


@pytest.mark.corpus
def test_every_page_of_the_corpus_is_on_the_shelf(corpus: Path) -> None:
    shelf = Shelf(corpus)
    for path in (corpus / "arxiv" / "abs").glob("*.html"):
        page = read_abs(path)
        assert shelf.page(page.id) == shelf.page(page.id, page.version) == page
        assert page.title and page.authors and page.abstract and page.categories and 1 in page.dates  # noqa: PT018


@pytest.mark.corpus
def test_real_papers_are_found_under_arxivs_names(corpus: Path, client: httpx.Client) -> None:
    for path in ("abs/hep-th/9901001", "abs/hep-th/9901001v3", "abs/math.QA/0001001", "abs/2101.10016v7", "pdf/1706.03762",
                 "pdf/1706.03762v1", "html/1706.03762v1", "html/1706.03762v1/Figures/ModalNet-21.png", "ar5iv/html/0106220",
                 "list/cs/recent"):  # fmt: skip
        expected = 404 if "math.QA" in path else 200
        assert client.get(f"/{path}").status_code == expected, path
    assert client.get("/pdf/1706.03762v2").status_code == 404
    assert client.get("/pdf/1810.04805v2").status_code == 404


@pytest.mark.corpus
def test_api_pages_through_a_long_list(corpus: Path, client: httpx.Client) -> None:
    ids = [f"{page.id}v{page.version}" for page in map(read_abs, sorted((corpus / "arxiv" / "abs").glob("*.html")))]
    answers = [client.get("/api/query", params={"id_list": ",".join(ids), "start": start}) for start in (0, 10)]
    feeds = [feedparser.parse(answer.content) for answer in answers]
    assert [entry.id.rpartition("/abs/")[2] for feed in feeds for entry in feed.entries] == ids
    assert len(feeds[0].entries) == 10  # arXiv's own default of max_results
    recorded = feedparser.parse(client.get("/api/query", params={"search_query": "au:del_maestro"}).content)
    assert len(recorded.entries) > 1
