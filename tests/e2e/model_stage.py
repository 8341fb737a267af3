"""The service with a model that takes its time: for pictures, and for what only the whole line shows.

By hand: ``python -m tests.e2e.model_stage`` serves it until it is stopped.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.arxiv_shelf import Shelf, corpus
from tests.e2e.written import written
from tests.fake_arxiv import FakeArxiv
from tests.loopback_provider import LoopbackProvider
from tests.running import RunningService


class ModelStage(NamedTuple):
    """Who plays."""

    service: RunningService
    arxiv: FakeArxiv
    provider: LoopbackProvider


@contextmanager
def model_stage(first_seconds: float = 0.3, tokens_per_second: float = 80.0, **environment: str) -> Iterator[ModelStage]:
    """Start everything, and end it.

    Parameters
    ----------
    first_seconds : float
        Before the model's first token.
    tokens_per_second : float
        0: as fast as it goes.
    **environment : str
        Settings of the service beside those that connect the model and point it at the fake arXiv.
    """
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        arxiv = FakeArxiv(Shelf(corpus()))
        stack.callback(arxiv.close)
        provider = stack.enter_context(
            LoopbackProvider(written, first_seconds=first_seconds, tokens_per_second=tokens_per_second, piece=4)
        )
        model = {
            "OPENAI_BASE_URL": provider.url,
            "OPENAI_API_KEY": "loopback",
            "TAKEAWAYS_MODEL": "loopback-32b",
            "TAKEAWAYS_MODEL_CONTEXT": "64000",
            "TAKEAWAYS_MODEL_PRICE_IN": "0.4",
            "TAKEAWAYS_MODEL_PRICE_OUT": "1.6",
        }
        unpaced = {
            "TAKEAWAYS_ARXIV_SECONDS": "0",
            "TAKEAWAYS_ARXIV_API_SECONDS": "0",
            "TAKEAWAYS_DATA": str(scratch / "data"),
        }
        service = RunningService({**arxiv.environment, **unpaced, **model, **environment}, scratch / "log")
        stack.callback(service.stop)
        service.wait()
        yield ModelStage(service, arxiv, provider)


if __name__ == "__main__":
    with model_stage() as running:
        print(running.service.url, flush=True)
        while True:
            time.sleep(3600)
