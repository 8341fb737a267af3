"""Run all measures, those named, or one with its options: `python -m bench [NAME... | NAME --…]`."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import sys
from pathlib import Path

import bench

# What lies beside these measures is measured, whatever is installed.
sys.path.insert(0, str(Path(bench.__path__[0]).parent / "server"))

NO_MEASURES = ("rouge", "train_embedded")
"""What lies here and measures nothing by itself."""


def main() -> None:
    """Print what each measure found."""
    modules = (module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_"))
    there = [name for name in modules if name not in NO_MEASURES]
    names = list(itertools.takewhile(lambda argument: not argument.startswith("-"), sys.argv[1:]))
    options = sys.argv[1 + len(names) :]
    if unknown := set(names) - set(there):
        sys.exit(f"no such measure: {', '.join(sorted(unknown))}; there are {', '.join(there)}")
    if options and len(names) != 1:
        sys.exit("options belong to one measure: python -m bench NAME --…")
    if len(names) == 1:
        module = importlib.import_module(f"bench.{names[0]}")
        if options and not hasattr(module, "options"):
            sys.exit(f"{names[0]} takes no options")
        print(module.measure(*options), flush=True)
        return
    for name in names or there:
        print(f"{name}\n{importlib.import_module(f'bench.{name}').measure()}\n", flush=True)


if __name__ == "__main__":
    main()
