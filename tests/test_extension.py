"""The extension's manifest, and tools/extension.py, which packs it for each browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tomllib
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
EXTENSION = ROOT / "extension"
MANIFEST: dict[str, Any] = json.loads((EXTENSION / "manifest.json").read_text(encoding="utf-8"))
BROWSERS = ("chrome", "firefox")


def pack(folder: Path, to: Path) -> subprocess.CompletedProcess[str]:
    command: list[str | Path] = [sys.executable, ROOT / "tools" / "extension.py", folder, "--to", to]
    return subprocess.run(command, capture_output=True, text=True)


def pixels(png: bytes) -> bytes:
    """The rows of a PNG of tools/icons.py, which has one IDAT: compressed they differ from one zlib to another."""
    start = png.index(b"IDAT")
    (length,) = struct.unpack(">I", png[start - 4 : start])
    return zlib.decompress(png[start + 4 : start + 4 + length])


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The extension's folder as each browser gets it."""
    to = tmp_path_factory.mktemp("packed")
    made = pack(EXTENSION, to)
    assert made.returncode == 0, made.stderr
    for browser in BROWSERS:
        with zipfile.ZipFile(to / f"takeaways-{browser}.zip") as archive:
            assert archive.testzip() is None
            archive.extractall(to / browser)
    return {browser: to / browser for browser in BROWSERS}


def manifest(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_firefox_gets_a_manifest_without_chromes_parts(packed: dict[str, Path]) -> None:
    own = manifest(packed["firefox"])
    assert own["background"] == {"scripts": ["background.js"], "type": "module"}
    assert "side_panel" not in own
    assert "sidePanel" not in own["permissions"]
    assert "minimum_chrome_version" not in own
    assert own["sidebar_action"] == MANIFEST["sidebar_action"]
    assert own["browser_specific_settings"]["gecko"]["data_collection_permissions"]["required"] == [
        "websiteContent",
        "browsingActivity",
    ]


def test_chrome_gets_a_manifest_without_firefoxes_parts(packed: dict[str, Path]) -> None:
    own = manifest(packed["chrome"])
    assert own["background"] == {"service_worker": "background.js", "type": "module"}
    assert "sidebar_action" not in own
    assert "browser_specific_settings" not in own
    assert own["permissions"] == MANIFEST["permissions"]


@pytest.mark.parametrize("browser", BROWSERS)
def test_the_files_are_the_folders(packed: dict[str, Path], browser: str) -> None:
    names = {path.relative_to(packed[browser]) for path in packed[browser].rglob("*") if path.is_file()}
    assert names == {path.relative_to(EXTENSION) for path in EXTENSION.rglob("*") if path.is_file()}
    for name in names - {Path("manifest.json")}:
        assert (packed[browser] / name).read_bytes() == (EXTENSION / name).read_bytes()


def test_every_page_of_the_extension_finds_its_files() -> None:
    for page in EXTENSION.rglob("*.html"):
        for named in re.findall(r'(?:src|href)="([^":]+)"', page.read_text(encoding="utf-8")):
            assert (page.parent / named).is_file(), f"{page.name}: {named}"


def test_every_import_of_the_extension_finds_its_file() -> None:
    for script in EXTENSION.rglob("*.js"):
        for named in re.findall(
            r"""^(?:import|export) .*?from '([^']+)'|import '([^']+)'""", script.read_text(), re.MULTILINE
        ):
            assert (script.parent / "".join(named)).is_file(), f"{script.name}: {named}"


def test_firefoxes_linter_finds_nothing(packed: dict[str, Path]) -> None:
    node = shutil.which("node", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
    linter = ROOT / "node_modules" / "web-ext" / "bin" / "web-ext.js"
    if not node or not linter.is_file():
        pytest.skip("web-ext is not installed: make test installs it")
    options = ("--no-config-discovery", "--output", "json", "--source-dir", packed["firefox"])
    command: list[str | Path] = [node, linter, "lint", *options]
    linted = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "NO_UPDATE_NOTIFIER": "1"})
    found = json.loads(linted.stdout)
    assert found["errors"] + found["warnings"] + found["notices"] == []
    assert found["summary"] == {"errors": 0, "notices": 0, "warnings": 0}


def test_no_permission_is_there_that_the_docs_do_not_justify() -> None:
    page = (ROOT / "docs" / "extension.md").read_text(encoding="utf-8")
    rows = {name for cell in re.findall(r"^\| (`[^|]+`) \|", page, re.MULTILINE) for name in re.findall(r"`([^`]+)`", cell)}
    asked = {*MANIFEST["permissions"], *MANIFEST["host_permissions"], *MANIFEST["optional_host_permissions"]}
    assert asked <= rows
    assert set(MANIFEST["permissions"]) == {"storage", "activeTab", "scripting", "contextMenus", "sidePanel"}
    assert set(MANIFEST["host_permissions"]) == {"http://127.0.0.1/*", "http://localhost/*"}
    assert MANIFEST["content_security_policy"] == {"extension_pages": "script-src 'self'; object-src 'none'"}


def test_scripts_and_files_are_for_arxivs_pages_only() -> None:
    pages = re.compile(r"https://(?:www\.)?arxiv\.org/(?:(?:abs|html|pdf|list|search)/\*|search\?\*)")
    assert all(pages.fullmatch(match) for script in MANIFEST["content_scripts"] for match in script["matches"])
    shown = [match for files in MANIFEST["web_accessible_resources"] for match in files["matches"]]
    assert shown == ["https://arxiv.org/*", "https://www.arxiv.org/*"]
    assert not any("use_dynamic_url" in files for files in MANIFEST["web_accessible_resources"])


def test_no_page_can_load_the_background_or_the_options() -> None:
    shown = {pattern for files in MANIFEST["web_accessible_resources"] for pattern in files["resources"]}
    assert shown == {"content/*", "panel/*", "lib/*", "_locales/*"}


def test_the_versions_are_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert MANIFEST["version"] == project["version"]


def test_the_icons_are_what_their_script_draws_in_the_sizes_they_are_named_for(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "tools" / "icons.py", tmp_path], check=True)
    for size, name in MANIFEST["icons"].items():
        body = (EXTENSION / name).read_bytes()
        assert struct.unpack(">II", body[16:24]) == (int(size), int(size))
        assert pixels((tmp_path / Path(name).name).read_bytes()) == pixels(body)


class TestPacking:
    """On a small extension of the test's own."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        folder = tmp_path / "extension"
        (folder / "_locales" / "en").mkdir(parents=True)
        (folder / "content").mkdir()
        (folder / "_locales" / "en" / "messages.json").write_text("{}", encoding="utf-8")
        for name in ("background.js", "content/one.js"):
            (folder / name).write_text("export {};\n", encoding="utf-8")
        described = {
            "version": "1.2",
            "default_locale": "en",
            "background": {"service_worker": "background.js"},
            "web_accessible_resources": [{"resources": ["content/*"], "matches": ["https://example.org/*"]}],
        }
        (folder / "manifest.json").write_text(json.dumps(described), encoding="utf-8")
        return folder

    @pytest.mark.parametrize("browser", BROWSERS)
    def test_equal_files_give_an_equal_archive(self, folder: Path, tmp_path: Path, browser: str) -> None:
        (folder / ".DS_Store").write_bytes(b"")
        assert pack(folder, tmp_path / "one").returncode == 0
        again = Path(shutil.copytree(folder, tmp_path / "again"))
        os.utime(again / "background.js", (0, 0))
        (again / "background.js").chmod(0o700)
        assert pack(again, tmp_path / "two").returncode == 0
        one, two = (tmp_path / name / f"takeaways-{browser}.zip" for name in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()
        with zipfile.ZipFile(one) as archive:
            assert archive.namelist() == ["_locales/en/messages.json", "background.js", "content/one.js", "manifest.json"]
            assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}

    @pytest.mark.parametrize("name", ["background.js", "_locales/en/messages.json", "content/one.js"])
    def test_a_path_of_the_manifest_that_does_not_exist_is_named(self, folder: Path, tmp_path: Path, name: str) -> None:
        (folder / name).unlink()
        made = pack(folder, tmp_path)
        assert made.returncode == 1
        assert name.replace("one.js", "*") in made.stderr
        assert not list(tmp_path.glob("*.zip"))

    def test_without_a_manifest_it_says_so(self, tmp_path: Path) -> None:
        made = pack(tmp_path / "none", tmp_path)
        assert made.returncode == 1
        assert "manifest.json does not exist" in made.stderr
