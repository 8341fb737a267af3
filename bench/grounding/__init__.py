"""How many faulty claims are marked, and how many true ones: faults are made by seed out of true claims about the corpus.

Fifty of each kind, a quarter of them in Chinese: a changed number, an absent name, a quote from nowhere (99 % are to be
marked), a number in another role, a direction turned, a hedge dropped (80 %); of true claims 3 % at most.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from takeaways.extract import Extractor
from tests import arxiv_shelf

from .faults import Fault, Faults
from .scoring import Judged, judge, table
from .truth import BY_HAND, OWN, Claimed, Papers, sentences_of, true_claims

EACH, CHINESE = 50, 13
SOURCES = (
    "arxiv/pdf/1706.03762v1.pdf",
    "arxiv/pdf/2310.06825v1.pdf",
    "pdf/sp-fader11.pdf",
    "pdf/N18-3011.pdf",
    "pdf/futoma2017.pdf",
)
"""Papers whose own sentences stand in where the written claims allow too few faults of a kind."""


def options() -> argparse.ArgumentParser:
    """The options of `python -m bench grounding`."""
    parser = argparse.ArgumentParser("python -m bench grounding", description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--truth", type=Path, nargs="*", default=[BY_HAND, OWN], metavar="JSON", help="true claims")
    parser.add_argument(
        "--show", action="store_true", help="name each fault that is not marked, and each true claim that is"
    )
    return parser


def measure(*arguments: str) -> str:
    """The share marked of each kind of fault and of true claims, in both languages, and the time a claim takes."""
    asked = options().parse_args(arguments)
    corpus = arxiv_shelf.corpus()
    if corpus is None:
        return "  no corpus of real papers: TAKEAWAYS_CORPUS names none, nor is there ../shared/corpus"
    extractor = Extractor(workers=1, seconds=120, memory_megabytes=1024)
    try:
        papers = Papers(corpus, extractor)
        true: list[Judged] = []
        claims: list[Claimed] = []
        lost: list[str] = []
        for file in asked.truth:
            found, missed = true_claims(papers, file)
            true += judge(papers, [(f"true ({file.parent.name}/{file.name})", claim) for claim in found])
            claims += found
            lost += missed
        made = faults(papers, claims, asked.seed)
        wrong = judge(papers, [(fault.kind, fault.claim) for fault in made], [fault.way for fault in made])
        return table(true, wrong, lost, asked.show)
    finally:
        extractor.close()


def faults(papers: Papers, claims: list[Claimed], seed: int) -> list[Fault]:
    """Fifty faults of each kind, as far as the claims allow them."""
    rng = random.Random(seed)
    sentences = list(sentences_of(papers, list(SOURCES)))
    maker = Faults(papers, [(claim.paper, claim.text) for claim in sentences], rng)
    some = rng.sample(sentences, 400)
    made: list[Fault] = []
    for kind in maker.kinds:
        chinese = maker.draw(kind, [claim for claim in claims if claim.language == "zh"], CHINESE)
        english = maker.draw(kind, [claim for claim in claims if claim.language == "en"], EACH - CHINESE)
        more = maker.draw(kind, some, EACH - CHINESE - len(english))
        made += chinese + english + more
    return made
