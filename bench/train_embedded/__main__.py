"""Train the three models and write the package's weights file: `python -m bench.train_embedded --data FOLDER`."""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "server"))  # what lies beside this file is trained, whatever is installed
# Sums come out the same only where one thread makes them.
os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

from bench.rouge import Rouge  # noqa: E402
from takeaways.summarize.weights import FILE, FORMAT  # noqa: E402
from takeaways.summarize.zones import Zones  # noqa: E402

from . import aspects, data, ranker, zones  # noqa: E402

LIBRARIES = ("nltk", "numpy", "python-crfsuite", "scikit-learn", "scipy")


def reader(trained: dict[str, Any]) -> Zones:
    """The zones as the package will read them: the other two models learn from what they will see."""
    unit = trained["unit"]
    return Zones(
        {name: [unit * value for value in row] for name, row in trained["features"].items()}, trained["transitions"]
    )


def packed(folder: Path) -> bytes:
    """The weights file, the same byte for byte for the same data, libraries and kind of machine."""
    zoned = zones.train(data.rows(folder, "csabstruct/train.jsonl"))
    field = reader(zoned)
    papers = ranker.forms(data.rows(folder, "scitldr-A/train.jsonl"), field, Rouge())
    told = [aspects.told(paper, field) for paper in data.rows(folder, "aclsum/train.jsonl")]
    made = {
        "format": FORMAT,
        "provenance": {
            "made by": "python -m bench.train_embedded",
            "data": data.provenance(folder),
            "libraries": {name: version(name) for name in LIBRARIES},
        },
        "zones": zoned,
        "ranker": ranker.train(papers),
        "aspects": aspects.train(told),
    }
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def main() -> None:
    """Write the file, and say how large it is."""
    options = argparse.ArgumentParser(prog="python -m bench.train_embedded", description=__doc__)
    options.add_argument("--data", type=Path, required=True, help="folder with csabstruct/, scitldr-A/ and aclsum/")
    options.add_argument("--out", type=Path, default=ROOT / "server/takeaways/summarize" / FILE, help="file to write")
    given = options.parse_args()
    body = packed(given.data)
    given.out.write_bytes(body)
    print(f"{given.out}: {len(body):,} bytes")


if __name__ == "__main__":
    main()
