"""The weights that ship: whose data they hold, that the code reads them, and that reading them needs nothing else."""

from __future__ import annotations

import ast
import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

import takeaways.summarize
from takeaways.summarize import weights
from takeaways.summarize.features import lines

PACKAGE = Path(takeaways.summarize.__file__).parent
ROOT = Path(__file__).parents[2]
PACKED = (PACKAGE / weights.FILE).read_bytes()
ABSTRACT = [
    "Counting ravens has become an important problem.",
    "The aim of this paper is to investigate how ravens can be counted by their voices.",
    "Experimental results show that it outperforms other methods by 5%.",
]


def test_the_file_is_small_and_tells_no_time() -> None:
    assert len(PACKED) <= 300_000
    assert PACKED[4:8] == b"\0\0\0\0"  # gzip's mtime


def test_the_file_says_what_it_was_made_of_and_notice_names_it() -> None:
    models = weights.load()
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    assert set(models.provenance["data"]) == {"csabstruct/train.jsonl", "scitldr-A/train.jsonl", "aclsum/train.jsonl"}
    for said in models.provenance["data"].values():
        name, licence = said["source"].split(" ")[0], said["source"].rsplit(", ", 1)[1]
        [line] = [line for line in notice.splitlines() if line.startswith(f"- {name} ")]
        assert licence in line
        assert len(said["sha256"]) == 64


@pytest.mark.parametrize(
    ("where", "what", "value"), [(None, "format", 0), ("zones", "labels", []), ("ranker", "measures", [0.1])]
)
def test_weights_of_other_features_are_refused(where: str | None, what: str, value: object) -> None:
    read = json.loads(gzip.decompress(PACKED))
    (read[where] if where else read)[what] = value
    with pytest.raises(ValueError, match="Train it anew"):
        weights.load(gzip.compress(json.dumps(read).encode()))


def test_what_is_trained_on_is_what_the_file_says() -> None:
    told = ast.parse((ROOT / "bench" / "train_embedded" / "data.py").read_text(encoding="utf-8"))
    [sources] = [node.value for node in told.body if isinstance(node, ast.Assign)][:1]
    named = {name: said["source"] for name, said in weights.load().provenance["data"].items()}
    assert ast.literal_eval(sources) == named


def test_no_module_but_the_standard_library_and_no_network_is_needed() -> None:
    """In a process of its own, where neither a socket nor a training library can be had."""
    program = f"""
import socket, ssl, sys
def refused(*_, **__): raise OSError("no network")
socket.socket = socket.create_connection = refused
for name in ("numpy", "scipy", "sklearn", "pycrfsuite", "nltk", "rouge_score"): sys.modules[name] = None
from takeaways.summarize.features import lines
from takeaways.summarize.weights import load
models = load()
abstract = lines({ABSTRACT!r})
zones = models.zones.marginals(abstract)
print(*models.zones.labels(abstract))
print(models.ranker.ranked(abstract, None, zones)[0].at)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PACKAGE.parents[1])
    assert run.stdout.splitlines() == ["background objective result", "1"]


def test_marginals_are_probabilities() -> None:
    zones = weights.load().zones
    for row in zones.marginals(lines(["word " * 300, "", *ABSTRACT * 40])):
        assert sum(row) == pytest.approx(1)
        assert min(row) >= 0
    assert zones.marginals([]) == []
    assert zones.labels([]) == []


def test_aspects_tell_challenge_approach_and_outcome_apart() -> None:
    models = weights.load()
    abstract = lines(ABSTRACT)
    chances = models.aspects.chances(abstract, "abstract", abstract, None, models.zones.marginals(abstract))
    best = [max(range(3), key=lambda at: chances[at][aspect]) for aspect in ("challenge", "approach", "outcome")]
    assert best == [0, 1, 2]
