"""The wire's examples, as the renderings are given them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from takeaways.model import Summary

WIRE = Path(__file__).parents[1] / "wire"


@pytest.fixture
def example() -> Callable[[str], Summary]:
    def read(name: str) -> Summary:
        return Summary.model_validate_json((WIRE / f"{name}.json").read_text())

    return read
