"""Run the measures named, or all of them."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import bench


def main() -> None:
    """Print what each measure found."""
    names = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    wanted = sys.argv[1:] or names
    unknown = set(wanted) - set(names)
    if unknown:
        sys.exit(f"no such measure: {', '.join(sorted(unknown))}; there are {', '.join(names)}")
    for name in wanted:
        print(f"{name}\n{importlib.import_module(f'bench.{name}').measure()}\n", flush=True)


if __name__ == "__main__":
    main()
