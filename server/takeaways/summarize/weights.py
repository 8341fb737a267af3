"""The weights that ship with the package: one compressed file, read when the first summary is asked for."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from importlib import resources
from typing import Any

from .aspects import Aspects
from .features import DENSE, LABELS
from .ranking import Ranker
from .zones import Zones

FORMAT = 3
"""What this code reads: raised whenever a feature or the file changes its meaning, and the weights are trained anew."""
FILE = "weights.json.gz"


@dataclass(frozen=True)
class Models:
    """The three models, and what they were made of."""

    zones: Zones
    ranker: Ranker
    aspects: Aspects
    provenance: dict[str, Any]


def load(packed: bytes | None = None) -> Models:
    """The models.

    Parameters
    ----------
    packed : bytes, optional
        A weights file; the package's own where none is given.

    Raises
    ------
    ValueError
        The file was made for other features than this code has.
    """
    data = packed if packed is not None else resources.files(__package__).joinpath(FILE).read_bytes()
    read: dict[str, Any] = json.loads(gzip.decompress(data))
    zones, ranker, aspects = read["zones"], read["ranker"], read["aspects"]
    if read["format"] != FORMAT or tuple(zones["labels"]) != LABELS or len(ranker["measures"]) != DENSE:
        raise ValueError(f"{FILE} has format {read['format']}; this code reads {FORMAT}. Train it anew: docs/embedded.md")
    return Models(
        zones=Zones(_scaled(zones["features"], zones["unit"]), zones["transitions"]),
        ranker=Ranker({name: value * ranker["unit"] for name, value in ranker["features"].items()}, ranker["measures"]),
        aspects=Aspects(_scaled(aspects["features"], aspects["unit"]), aspects["intercepts"]),
        provenance=read["provenance"],
    )


def _scaled(rows: dict[str, list[int]], unit: float) -> dict[str, list[float]]:
    return {name: [value * unit for value in row] for name, row in rows.items()}
