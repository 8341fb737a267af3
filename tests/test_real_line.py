"""The whole line with a real model: a small paper, read, written about in a stream, and what it says badly marked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from takeaways.config import Settings
from takeaways.model import Claim, Delta, Event, Request, Summary, SummaryReady
from takeaways.wiring import Service, wire
from tests.real_model import CONTEXT, RealModel

PAPER = Path(__file__).parent / "papers" / "small.pdf"
TEMPERATURES = (0.4, 0.0, 0.7)
"""In turn: so small a model sometimes writes nothing that is of use, and on another processor something else."""


@pytest.fixture
def services(settings: Settings, real_model: RealModel) -> Iterator[Iterator[Service]]:
    """The service with the model connected, one for each temperature."""
    made: list[Service] = []

    def begin() -> Iterator[Service]:
        for temperature in TEMPERATURES:
            model = {"openai_base_url": real_model.url, "model": real_model.model, "model_context": CONTEXT}
            limits = {"model_output": 600, "model_temperature": temperature, "model_seconds": 800.0}
            made.append(wire(settings.model_copy(update={**model, **limits})))
            yield made[-1]

    yield begin()
    for service in made:
        service.close()


@pytest.mark.slow
@pytest.mark.timeout(1800)  # a machine that does much else writes ten tokens a second
def test_a_real_model_reads_a_paper_and_its_claims_are_judged(services: Iterator[Service], real_model: RealModel) -> None:
    found = next((answer for answer in map(read, services) if answer[2].making.degraded is None), None)
    if found is None:  # what so small a model writes is no measure of ours
        pytest.skip(f"the model wrote nothing of use at any of {TEMPERATURES}")
    service, events, summary = found
    assert (summary.making.engine, summary.making.model) == ("openai", real_model.model)
    assert summary.making.tokens_in > 500
    assert any(isinstance(event, Delta) and event.text for event in events)
    assert summary.paper.title == "Counting Ravens by Their Voices: Flock Size from a Single Microphone"
    said = claims(summary)
    assert said
    document = service.pipeline.read(Request(url=upload(service))).document
    blocks = {block.id: block.text for section in document.sections for block in section.blocks}
    for claim in said:
        if claim.state == "quoted":
            assert claim.evidence
            assert any(claim.evidence.quote in blocks[block] for block in claim.evidence.blocks)
        else:
            assert claim.reason


def upload(service: Service) -> str:
    return service.pipeline.upload(PAPER.read_bytes(), "pdf")


def read(service: Service) -> tuple[Service, list[Event], Summary]:
    """What a service says of the paper."""
    *events, last = service.pipeline.events(Request(url=upload(service), refresh=True))
    assert isinstance(last, SummaryReady)
    return service, events, last.summary


def claims(summary: Summary) -> list[Claim]:
    """Every claim of a summary."""
    parts = [getattr(summary.note, name) for name in type(summary.note).model_fields]
    one = [summary.one_sentence] if summary.one_sentence else []
    return [*one, *summary.takeaways, *(claim for part in parts for claim in part)]
