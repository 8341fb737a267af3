"""Pack the browser extension: dist/takeaways-chrome.zip and dist/takeaways-firefox.zip.

One tree with one manifest loads unpacked in both browsers; in its archive each browser gets the manifest without what is the
other's. Every path the manifest names must exist. Equal files give equal archives, on every machine.
"""

import argparse
import copy
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# A string of a manifest with one of these endings is a file of the extension; one that ends in a star is a pattern of files.
PATH = re.compile(r"[^:]+(?:\.(?:js|mjs|css|html|json|png|svg|woff2)|/\*)")
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold: the files' own would differ in each checkout

# What only one of the browsers knows: as paths into the manifest; of a list, its last part is an item.
ONLY = {
    "chrome": (("background", "service_worker"), ("side_panel",), ("permissions", "sidePanel"), ("minimum_chrome_version",)),
    "firefox": (("background", "scripts"), ("sidebar_action",), ("browser_specific_settings",)),
}


def manifest_of(browser: str, manifest: dict[str, Any]) -> dict[str, Any]:
    """The manifest without what is only for other browsers.

    Parameters
    ----------
    browser : str
        `chrome` or `firefox`.
    manifest : dict
        The combined one, which stays as it is.
    """
    own = copy.deepcopy(manifest)
    for other in ONLY.keys() - {browser}:
        for *parents, last in ONLY[other]:
            place: Any = own
            for parent in parents:
                place = place.get(parent, {})
            if isinstance(place, list) and last in place:
                place.remove(last)
            elif isinstance(place, dict):
                place.pop(last, None)
    return own


def paths(manifest: Any) -> Iterator[str]:
    """The files and patterns that a manifest, or a part of one, names."""
    if isinstance(manifest, dict):
        if "default_locale" in manifest:
            yield f"_locales/{manifest['default_locale']}/messages.json"
        for name, value in manifest.items():
            if name != "matches":
                yield from paths(value)
    elif isinstance(manifest, list):
        for value in manifest:
            yield from paths(value)
    elif isinstance(manifest, str) and PATH.fullmatch(manifest):
        yield manifest.lstrip("/")


def missing(folder: Path, manifest: Any) -> list[str]:
    """The paths of the manifest that stand for no file in the folder."""
    return sorted({path for path in paths(manifest) if not any(folder.glob(path))})


def pack(folder: Path, manifest: dict[str, Any], archive: Path) -> None:
    """Write the folder's files, sorted and undated, with this manifest, into one archive.

    Nothing is compressed: compressors differ from machine to machine, and the stores compress for themselves.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    shown = {name: path for name, path in files.items() if not any(part.startswith(".") for part in name.split("/"))}
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for name, path in sorted(shown.items()):
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.create_system = 3  # Unix, wherever this runs
            entry.external_attr = 0o100644 << 16
            body = (
                json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"
                if name == "manifest.json"
                else path.read_bytes()
            )
            packed.writestr(entry, body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("extension"))
    parser.add_argument("--to", type=Path, default=Path("dist"), help="folder of the archives")
    arguments = parser.parse_args()

    described = arguments.folder / "manifest.json"
    if not described.is_file():
        sys.exit(f"There is no extension to pack: {described} does not exist.")
    manifest = json.loads(described.read_text(encoding="utf-8"))
    if absent := missing(arguments.folder, manifest):
        sys.exit(f"{described} names files that do not exist: {', '.join(absent)}")
    for browser in ONLY:
        archive = arguments.to / f"takeaways-{browser}.zip"
        pack(arguments.folder, manifest_of(browser, manifest), archive)
        print(archive)


if __name__ == "__main__":
    main()
