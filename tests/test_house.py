"""The house is in order: sizes, licence, locks, paths, and which room imports which."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED = re.compile(r"([A-Za-z0-9._-]+)==([^\s;]+)(?:\s*;.*)?")
# In pieces, so that this file is clean itself. A path counts where it begins, not inside an address (example.org/tmp/).
FOLDERS = ("work", "root", "tmp", "(?:home|Users)/(?!me/)[A-Za-z]+")
MACHINE = re.compile("(?<![A-Za-z0-9._~}-])/(?:" + "|".join(FOLDERS) + ")/")
HOSTS = (r"pypi\.(?:org|io)", "python" + "hosted", r"registry\.(?:npmjs|yarnpkg)", r"(?:deb|snapshot)\.debian")
REGISTRY = re.compile("|".join(HOSTS))
# SHA-256 of the licence's text with every run of white space as one blank.
APACHE = "0ffddef9e48f8a09aed5caf2d44f7ba1c1be2d9b8e0a6f693b1635b2d5566645"


def tracked() -> list[Path]:
    """Every file that a clone of this repository holds."""
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: what would be cloned is not known")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def words(path: Path) -> str | None:
    """The text of a file, or None where it is none (a PDF, an image)."""
    body = path.read_bytes()
    return None if b"\0" in body or body.startswith(b"%PDF") else body.decode("utf-8")


def test_every_file_fits_in_the_head() -> None:
    rooms = ("server/**/*.py", "extension/**/*.js", "tests/**/*.py", "tests/**/*.js", "bench/**/*.py", "tools/*")
    long = {
        str(path.relative_to(ROOT)): lines
        for room in rooms
        for path in ROOT.glob(room)
        if path.is_file() and "temml" not in path.parts  # a library, unchanged
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long


def test_no_file_knows_a_machine_or_a_registry() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        for match in (*MACHINE.finditer(words(path) or ""), *REGISTRY.finditer(words(path) or ""))
    }
    assert not found


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("open('/" + "work/x')", True),
        ("/" + "home/someone/x", True),
        ("https://example.org/" + "tmp/x", False),
        ("tests/" + "work/x", False),
    ],
)
def test_a_machines_path_is_told_from_an_address(text: str, caught: bool) -> None:
    assert bool(MACHINE.search(text)) is caught


def test_the_licence_is_apache_2() -> None:
    text = " ".join((ROOT / "LICENSE").read_text(encoding="utf-8").split())
    assert hashlib.sha256(text.encode()).hexdigest() == APACHE
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["license"] == "Apache-2.0"


def test_the_python_lock_pins_everything_and_has_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    rows = [LOCKED.fullmatch(line) for line in lines if line and not line.startswith("#")]
    assert all(rows)
    versions = {canonicalize_name(row[1]): row[2] for row in rows if row}
    project = PROJECT["project"]
    extras = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]
    asked = [*PROJECT["build-system"]["requires"], *project["dependencies"], *extras]
    for requirement in map(Requirement, asked):
        assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)]), requirement


def test_the_node_lock_pins_everything_and_has_no_address() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert lock["packages"][""]["devDependencies"] == wanted
    assert all(entry["version"] and entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert {f"node_modules/{name}" for name in wanted} <= set(packages)


def test_every_path_that_the_package_names_exists() -> None:
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    project = PROJECT["project"]
    named = [*wheel["packages"], *wheel["force-include"], project["readme"], *project["license-files"]]
    assert [path for path in named if not (ROOT / path).exists()] == []
    kept = {path.relative_to(ROOT) for path in tracked()}
    assert [path for path in wheel["force-include"] if not any(file.is_relative_to(path) for file in kept)] == []


def test_every_node_test_is_found_by_its_name() -> None:
    holds_tests = re.compile(r"^import \b.*\btest\b.* from 'node:test'", re.MULTILINE)
    tests = {path for path in ROOT.glob("tests/js/**/*.js") if holds_tests.search(path.read_text(encoding="utf-8"))}
    assert tests == set(ROOT.glob("tests/js/**/*.test.js"))


def test_each_room_imports_only_what_stands_before_it() -> None:
    command = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert command, "lint-imports is of the `test` extra"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "server")}
    checked = subprocess.run([command, "--no-cache", "--no-logo"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_make_lists_every_command() -> None:
    targets = re.findall(r"^\.PHONY: (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    make = shutil.which("make")
    if not make:
        pytest.skip("make is not installed")
    listed = subprocess.run([make, "--no-print-directory", "-C", ROOT], check=True, capture_output=True, text=True).stdout
    assert re.findall(r"^  make (\S+) +\S", listed, re.MULTILINE) == targets
