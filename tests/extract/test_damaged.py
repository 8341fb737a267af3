"""Two hundred damaged and hostile PDFs, the same every time: each gives a Document or a typed error, and no harm is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from takeaways.errors import BadInput, TakeawaysError
from takeaways.extract import Extractor
from takeaways.model import Document
from tests.extract.damage import broken, hostile
from tests.workers import workers

SECONDS = 5
COUNT = 200
Files = Iterable[tuple[str, Callable[[], bytes]]]


def outcomes(files: Files) -> dict[str, Document | TakeawaysError]:
    """What each file comes to, two at a time, the good paper read after them all."""
    before = workers()
    extractor = Extractor(workers=2, seconds=SECONDS, memory_megabytes=1024)

    def read(file: tuple[str, Callable[[], bytes]]) -> tuple[str, Document | TakeawaysError]:
        name, make = file
        try:
            return name, extractor.document(make(), "pdf", None, None, "sha256:x").document
        except TakeawaysError as err:
            return name, err

    try:
        with ThreadPoolExecutor(2) as pool:
            found = dict(pool.map(read, files))
            good = [
                pool.submit(read, ("good", (Path(__file__).parents[1] / "papers" / "small.pdf").read_bytes)) for _ in "12"
            ]
            assert all(isinstance(one.result()[1], Document) for one in good)
        assert len(workers() - before) <= 2
    finally:
        extractor.close()
    assert not workers() - before
    return found


def judge(found: dict[str, Document | TakeawaysError]) -> set[str]:
    """Whether each is as it should be; the kinds of outcome there were."""
    wrong = {
        name: str(one) for name, one in found.items() if isinstance(one, TakeawaysError) and not isinstance(one, BadInput)
    }
    assert not wrong
    for name, one in found.items():
        if isinstance(one, Document):
            blocks = [block for section in one.sections for block in section.blocks]
            assert blocks, name
            assert all(block.place.page and 1 <= block.place.page <= one.coverage.total for block in blocks), name
            assert Document.model_validate_json(one.model_dump_json()) == one, name
    return {one.code if isinstance(one, TakeawaysError) else "document" for one in found.values()}


@pytest.mark.timeout(400)
def test_two_hundred_damaged_pdfs(papers: Path, capfd: pytest.CaptureFixture[str]) -> None:
    random = broken.damaged((papers / "small.pdf").read_bytes(), COUNT - len(hostile.CASES), "small", broken.OURS)
    found = outcomes([*hostile.CASES.items(), *random])
    assert len(found) == COUNT
    kinds = {"document", "damaged_file", "no_text", "scanned", "password_protected", "parse_limit"}
    assert judge(found) == kinds
    assert capfd.readouterr().err == "", "a worker wrote into the service's log"


@pytest.mark.slow
@pytest.mark.corpus
@pytest.mark.timeout(900)
def test_damaged_papers_of_the_corpus(corpus: Path) -> None:
    files = sorted(corpus.glob("**/*.pdf"))
    damaged = (one for file in files for one in broken.damaged(file.read_bytes(), 4, file.name))
    assert judge(outcomes(damaged)) > {"document", "damaged_file"}


def test_the_same_seed_damages_alike(papers: Path) -> None:
    body = (papers / "small.pdf").read_bytes()
    first, again, other = ([make() for _, make in broken.damaged(body, 40, seed, broken.OURS)] for seed in "aab")
    assert first == again
    assert body not in first
    assert first != other
