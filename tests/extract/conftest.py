"""What the tests of this room share: our own small paper, and a warm extractor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from takeaways.extract import Extractor


@pytest.fixture(scope="session")
def papers() -> Path:
    """The folder of our own small paper."""
    return Path(__file__).parents[1] / "papers"


@pytest.fixture(scope="session")
def extractor() -> Iterator[Extractor]:
    """Two workers, kept for all tests that do not harm them."""
    extractor = Extractor(workers=2, seconds=60, memory_megabytes=1536)
    yield extractor
    extractor.close()
