"""The data sets as they lie in a folder: one JSON object a line, a file a split."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from takeaways.summarize.sentences import sentences

SOURCES = {
    "csabstruct/train.jsonl": "CSAbstruct (Cohan et al., EMNLP 2019), Apache-2.0",
    "scitldr-A/train.jsonl": "SciTLDR-A (Cachola et al., Findings of EMNLP 2020), Apache-2.0",
    "aclsum/train.jsonl": "ACLSum (Takeshita et al., NAACL 2024), MIT",
}
"""What is trained on, whose it is and under which licence; NOTICE says the same."""

Row = dict[str, Any]


def rows(folder: Path, name: str) -> list[Row]:
    """The rows of one file, in order."""
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def provenance(folder: Path) -> dict[str, dict[str, str]]:
    """Each source with its name, its licence and the SHA-256 of the file."""
    return {
        name: {"source": source, "sha256": hashlib.sha256((folder / name).read_bytes()).hexdigest()}
        for name, source in SOURCES.items()
    }


def resplit(source: list[str]) -> list[str]:
    """The sentences of an abstract, split as the engine splits its text: SciTLDR cuts one in fifteen within."""
    text = " ".join(source)
    return [text[start:end] for start, end in sentences(text)]
