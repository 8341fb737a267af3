"""Write constraints.txt: the exact version of everything the package, its extras and its build need.

Run as `make lock`, in an empty environment of the lowest Python supported, so that every newer one finds these versions too.
Only names and versions are written, no address: a mirror must do as well.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

HEAD = "# Exact versions, no addresses. Made by `make lock`; used by every install in the Makefile.\n"


def required(project: Path) -> list[str]:
    """Every requirement of a pyproject.toml: to build it, to run it, and of each extra."""
    table = tomllib.loads(project.read_text(encoding="utf-8"))
    extras = table["project"].get("optional-dependencies", {})
    return [
        *table["build-system"]["requires"],
        *table["project"]["dependencies"],
        *(requirement for extra in extras.values() for requirement in extra),
    ]


def installed() -> list[str]:
    """What is in this environment, as `name==version`; pip itself is the environment's, not ours."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "list", "--format=json", "--exclude=pip", "--exclude=setuptools"],
        check=True,
        capture_output=True,
        text=True,
    )
    return sorted((f"{row['name']}=={row['version']}" for row in json.loads(listed.stdout)), key=str.lower)


def main() -> None:
    root = Path(__file__).parent.parent
    lowest = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    if f">={sys.version_info.major}.{sys.version_info.minor}" != lowest:
        sys.exit(f"The lock is made with the lowest Python supported ({lowest}): make PYTHON=python{lowest[2:]} lock")
    subprocess.run([sys.executable, "-m", "pip", "install", "-qq", *required(root / "pyproject.toml")], check=True)
    (root / "constraints.txt").write_text(HEAD + "\n".join(installed()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
