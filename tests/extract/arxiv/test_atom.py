"""Answers of arXiv's API."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from takeaways.errors import SourceBroken
from takeaways.extract import Extractor
from takeaways.extract.arxiv import feed

ENTRY = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title>
<entry><id>http://arxiv.org/abs/2401.00001v2</id><updated>2024-03-09T16:42:22Z</updated><published>2024-01-01T11:32:05Z</published>
<title>Counting Ravens by Their Voices:
  Flock Size from a Single Microphone</title><summary>  We count.
</summary><author><name>Ida Lindqvist</name></author><author><name>Tomás Ferreira</name></author>
<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">2 pages</arxiv:comment>
<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.SD"/>
<category term="q-bio.QM"/><category term="cs.SD"/></entry></feed>"""


def test_an_entry() -> None:
    (paper,) = feed(ENTRY.encode())
    assert paper.id == "arxiv:2401.00001v2"
    assert paper.title == "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
    assert [author.name for author in paper.authors] == ["Ida Lindqvist", "Tomás Ferreira"]
    assert (paper.published, paper.updated) == (date(2024, 1, 1), date(2024, 3, 9))
    assert paper.categories == ("cs.SD", "q-bio.QM")
    assert paper.provenance["title"] == "arxiv-api"


def test_what_only_some_entries_have() -> None:
    arxiv = 'xmlns:arxiv="http://arxiv.org/schemas/atom"'
    more = ENTRY.replace(
        "<name>Ida Lindqvist</name>", f"<name>I. Lindqvist</name><arxiv:affiliation {arxiv}>Lund</arxiv:affiliation>"
    )
    more = more.replace("<name>Tomás Ferreira</name>", r"<name>Zlatko Te\v{s}anovi\'c for the Raven Collaboration</name>")
    more = more.replace("<title>Counting", r"<title>The R\'{e}nyi entropy of $\delta$: counting")
    doi = f"<arxiv:doi {arxiv}>10.1000/a 10.1000/b</arxiv:doi><arxiv:comment {arxiv}>2 pages,\n  one figure</arxiv:comment>"
    more = re.sub(r"<arxiv:comment.*</arxiv:comment>", lambda _: doi, more)
    (paper,) = feed(more.encode())
    assert [(author.name, author.affiliations) for author in paper.authors] == [
        ("I. Lindqvist", ("Lund",)), ("Zlatko Tešanović", ()), ("Raven Collaboration", ())
    ]  # fmt: skip
    assert paper.affiliations == ("Lund",)
    assert paper.title
    assert paper.title.startswith(r"The Rényi entropy of $\delta$: counting")
    assert (paper.doi, paper.comment, paper.journal_ref) == ("10.1000/a", "2 pages, one figure", None)


def test_versions_between_the_first_and_its_own_have_no_day() -> None:
    (paper,) = feed(ENTRY.replace("2401.00001v2", "hep-th/9901001v4").encode())
    assert (paper.id, paper.version) == ("arxiv:hep-th/9901001v4", 4)
    assert [(one.number, one.day and one.day.isoformat()) for one in paper.versions] == [
        (1, "2024-01-01"), (2, None), (3, None), (4, "2024-03-09")
    ]  # fmt: skip


def test_no_answer_is_not_an_error_but_nonsense_is() -> None:
    empty = ENTRY[: ENTRY.index("<entry>")] + "</feed>"
    assert feed(empty.encode()) == ()
    with pytest.raises(SourceBroken):
        feed(b"<html><body>Rate exceeded.</body></html>")


def test_arxivs_complaint() -> None:
    wrong = ENTRY.replace("http://arxiv.org/abs/2401.00001v2", "http://arxiv.org/api/errors#incorrect_id_format")
    with pytest.raises(SourceBroken, match="We count"):
        feed(wrong.encode())


@pytest.mark.corpus
def test_real_answers(extractor: Extractor, corpus: Path) -> None:
    one = extractor.feed((corpus / "arxiv/api/id_list=1111.2011v2.xml").read_bytes())
    assert [author.name for author in one[0].authors] == ["James M. Murray", "Adrian Del Maestro", "Zlatko Tesanovic"]
    assert (one[0].id, one[0].doi) == ("arxiv:1111.2011v2", "10.1103/PhysRevB.85.115117")
    many = extractor.feed((corpus / "arxiv/api/search_query=au_del_maestro.xml").read_bytes())
    assert len(many) == 10
    assert all(paper.abstract and paper.authors and paper.version for paper in many)
