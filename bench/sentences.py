"""How many texts of tests/summarize/sentence_cases.txt are cut into sentences exactly where they should be.

Beside ours, pysbd and syntok are measured where they are installed; neither is a library of this project.
`--read 300` prints places of the corpus's text where a sentence ends, or might and does not, for a person to judge.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from takeaways.errors import TakeawaysError
from takeaways.extract import Extractor
from takeaways.model import Document
from takeaways.summarize.sentences import sentences
from tests import arxiv_shelf
from tests.summarize.sentence_cases import cases

AROUND = 60
"""Characters shown on either side of a place."""
_PLACE = re.compile(r"[.!?…。！？．؟।](?=\S{0,4}\s|\S)")

Splitter = Callable[[str, str], list[str]]


def splitters() -> dict[str, Splitter]:
    """Ours, and those that are installed."""
    found: dict[str, Splitter] = {"ours": lambda text, _: [text[start:end] for start, end in sentences(text)]}
    if find_spec("pysbd"):
        pysbd = import_module("pysbd")
        known = import_module("pysbd.languages").LANGUAGE_CODES
        found["pysbd"] = lambda text, language: pysbd.Segmenter(
            language=language if language in known else "en", clean=False
        ).segment(text)
    if find_spec("syntok"):
        segmenter = import_module("syntok.segmenter")
        found["syntok"] = lambda text, _: [
            "".join(token.spacing + token.value for token in sentence)
            for paragraph in segmenter.process(text)
            for sentence in paragraph
        ]
    return found


def options() -> argparse.ArgumentParser:
    """The options of `python -m bench sentences`."""
    parser = argparse.ArgumentParser("python -m bench sentences", description=__doc__.splitlines()[0])
    parser.add_argument("--all", action="store_true", help="show every case that any splitter gets wrong")
    parser.add_argument("--read", type=int, metavar="N", help="print N random places of the corpus, cut (¦) or not (·)")
    parser.add_argument("--seed", type=int, default=1, help="which places are drawn")
    return parser


def measure(*arguments: str) -> str:
    """The share of cases that each splitter gets right, by group; or, with `--read`, places to judge."""
    asked = options().parse_args(arguments)
    return _places(asked.read, asked.seed) if asked.read else _table(show=asked.all)


def _table(*, show: bool) -> str:
    table, known = cases(), splitters()
    right: dict[str, list[bool]] = {name: [] for name in known}
    wrong = []
    for case in table:
        for name, split in known.items():
            found = [part.strip() for part in split(case.text, case.language) if part.strip()]
            right[name].append(found == case.wanted)
            if show and found != case.wanted:
                wrong.append(f"  {name:7} {' ¦ '.join(found)}\n  wanted  {' ¦ '.join(case.wanted)}".replace("\n\n", "⏎⏎"))
    lines = ["  " + f"{'':34}{'cases':>6}" + "".join(f"{name:>9}" for name in known)]
    for group in [*dict.fromkeys(case.group for case in table), ""]:
        picked = [at for at, case in enumerate(table) if group in ("", case.group)]
        shares = "".join(f"{sum(right[name][at] for at in picked):9}" for name in known)
        lines.append(f"  {group or 'all':34}{len(picked):6}{shares}")
    return "\n".join([*wrong, *lines])


def _places(count: int, seed: int) -> str:
    corpus = arxiv_shelf.corpus()
    if corpus is None:
        return "  no corpus of real papers: TAKEAWAYS_CORPUS names none, nor is there ../shared/corpus"
    found = []
    for document in _documents(corpus):
        for section in document.sections:
            for block in section.blocks:
                if block.kind in ("paragraph", "list", "caption"):
                    found += _seen(block.text)
    random.Random(seed).shuffle(found)
    return "\n".join(found[:count])


def _seen(text: str) -> Iterator[str]:
    """Each place of `text` where a sentence ends, or a mark of an end stands, but at the very end."""
    spans = sentences(text)
    cuts = {span.end for span in spans[:-1]}
    marks = {match.end() for match in _PLACE.finditer(text, 0, spans[-1].end - 1 if spans else 0)}
    marks = {mark for mark in marks if text[mark : mark + 1].isspace() or text[mark : mark + 1].isupper()}
    for at in sorted(cuts | {mark for mark in marks if not any(mark <= cut <= mark + 8 for cut in cuts)}):
        shown = f"{text[max(0, at - AROUND) : at]} {'¦' if at in cuts else '·'} {text[at : at + AROUND]}"
        yield " ".join(shown.split())


def _documents(corpus: Path) -> Iterator[Document]:
    """The corpus's papers, those that can be read."""
    extractor = Extractor(workers=1, seconds=120, memory_megabytes=1536)
    try:
        for path in sorted([*corpus.rglob("*.pdf"), *corpus.glob("arxiv/html/*/index.html")]):
            form = "pdf" if path.suffix == ".pdf" else "html"
            try:
                yield extractor.document(path.read_bytes(), form, None, None, "sha256:" + "0" * 64).document
            except TakeawaysError:
                continue  # locked, or pictures only: there is no text in it to cut
    finally:
        extractor.close()
