"""The measure of the models reads a folder of data sets and prints one line of the agreed form."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import quality

ROOT = Path(__file__).parents[2]
SENTENCES = [
    "Counting ravens has become an important problem.",
    "The aim of this paper is to investigate how ravens can be counted by their voices.",
    "Experimental results show that it outperforms others by 5%.",
]
ZONES = ["background", "objective", "result"]
MARKS = {
    "challenge": {"abstract": [1, 0, 0], "introduction": [], "conclusion": []},
    "approach": {"abstract": [0, 1, 0], "introduction": [], "conclusion": []},
    "outcome": {"abstract": [0, 0, 1], "introduction": [], "conclusion": []},
}


def write(folder: Path, split: str, aclsum: str) -> None:
    row: dict[str, dict[str, Any]] = {
        f"scitldr-A/{split}": {"source": SENTENCES, "target": ["Ravens fly.", SENTENCES[1]], "title": "RavenCount"},
        f"csabstruct/{split}": {"sentences": SENTENCES, "labels": ZONES},
        f"aclsum/{aclsum}": {
            "title": "RavenCount",
            "sentences": {"abstract": SENTENCES, "introduction": [], "conclusion": []},
            "highlights": MARKS,
        },
    }
    for name, said in row.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / f"{name}.jsonl").write_text(json.dumps(said) + "\n", encoding="utf-8")


@pytest.mark.parametrize(("split", "aclsum"), [("dev", "val"), ("test", "test")])
def test_the_line(tmp_path: Path, split: str, aclsum: str) -> None:
    write(tmp_path, split, aclsum)
    command = [sys.executable, "bench/quality.py", "--data", str(tmp_path), "--split", split, "--json"]
    [line] = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    found = json.loads(line)
    assert set(found) == {"scitldr", "csabstruct", "aclsum"}
    assert set(found["scitldr"]) == {"rouge1", "rouge2", "rougeL"}
    assert found["csabstruct"] == {"accuracy": 100, "macro_f1": 60}  # two of the five labels are not there
    assert found["aclsum"] == {aspect: {"p1": 100, "map": 100} for aspect in MARKS}
    assert found["scitldr"]["rouge1"] > 75  # the proposal, in whatever form


def test_papers_without_a_highlight_are_left_out_and_ranks_are_counted() -> None:
    class Says:
        zones = type("", (), {"marginals": staticmethod(lambda sentences: [[0.2] * 5 for _ in sentences])})()
        aspects = type(
            "",
            (),
            {
                "chances": staticmethod(
                    lambda sentences, *_: [dict.fromkeys(MARKS, 1 / (at + 1)) for at, _ in enumerate(sentences)]
                )
            },
        )()

    def paper(*marks: int) -> dict[str, Any]:
        sentences = {"abstract": list("abc"), "introduction": [], "conclusion": []}
        return {"sentences": sentences, "highlights": {a: {"abstract": list(marks)} for a in MARKS}}

    found = quality.aclsum([paper(0, 1, 1), paper(0, 0, 0)], Says())  # type: ignore[arg-type]
    assert found["outcome"] == {"p1": 0, "map": pytest.approx(100 * (1 / 2 + 2 / 3) / 2)}


def test_a_folder_without_the_split_is_told(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no test\.jsonl"):
        quality.measure("--data", str(tmp_path), "--split", "test")
