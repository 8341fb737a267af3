"""The running service is in tests/running.py and its fixture in tests/conftest.py: the extension is tested with it too."""

from __future__ import annotations

import pytest

from tests.running import RunningService, Start

__all__ = ["RunningService", "Start"]


@pytest.fixture
def service(start: Start) -> RunningService:
    """A running service."""
    return start()
