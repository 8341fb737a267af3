"""Check and pack the browser extension: every path its manifest names must exist, and equal files give an equal archive."""

import argparse
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# A string of a manifest with one of these endings is a file of the extension (or a pattern of such files).
PATH = re.compile(r"^[^:]+\.(?:js|mjs|css|html|json|png|svg|woff2)$")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold: the files' own would differ in each checkout


def paths(manifest: Any) -> Iterator[str]:
    """The files and patterns that a manifest, or a part of one, names."""
    if isinstance(manifest, dict):
        if "default_locale" in manifest:
            yield f"_locales/{manifest['default_locale']}/messages.json"
        for value in manifest.values():
            yield from paths(value)
    elif isinstance(manifest, list):
        for value in manifest:
            yield from paths(value)
    elif isinstance(manifest, str) and PATH.match(manifest):
        yield manifest.lstrip("/")


def missing(folder: Path, manifest: Any) -> list[str]:
    """The paths of the manifest that stand for no file in the folder."""
    return sorted({path for path in paths(manifest) if not any(folder.glob(path))})


def pack(folder: Path, archive: Path) -> None:
    """Write the folder's files, sorted and undated, into one archive."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in files:
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), LONG_AGO)
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("extension"))
    parser.add_argument("--to", type=Path, default=Path("dist"), help="folder of the archive")
    arguments = parser.parse_args()

    described = arguments.folder / "manifest.json"
    if not described.is_file():
        sys.exit(f"There is no extension to pack yet: {described} does not exist.")
    manifest = json.loads(described.read_text(encoding="utf-8"))
    if absent := missing(arguments.folder, manifest):
        sys.exit(f"{described} names files that do not exist: {', '.join(absent)}")
    archive = arguments.to / f"takeaways-{manifest['version']}.zip"
    pack(arguments.folder, archive)
    print(archive)


if __name__ == "__main__":
    main()
