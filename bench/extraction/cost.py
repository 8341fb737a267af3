"""CPU time of a warm worker beside poppler's pdftotext on the same files in the same run, and a worker's memory.

The worker's CPU time is user and system time of its process, so the pipe and its JSON count; the service's own part, which
reads that JSON, does not. pdftotext counts whole, its start included.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
from pathlib import Path
from typing import Any

from . import reading

RATIO = 4.0
MEGABYTES = 100.0


def measured(corpus: Path, rounds: int) -> dict[str, Any]:
    """Seconds of CPU a round, a file, and MB of memory."""
    files = reading.pdfs(corpus)
    bodies = {file: file.read_bytes() for file in files}
    found: dict[str, Any] = {"files": {str(f.relative_to(corpus)): {} for f in files}, **_memory(corpus, bodies)}
    yardstick = shutil.which("pdftotext")
    ours: dict[Path, list[float]] = {file: [] for file in files}
    theirs: dict[Path, list[float]] = {file: [] for file in files}
    restarted: set[str] = set()
    with reading.worker() as worker:
        for file in files:  # a warm worker has seen a file or two
            worker.try_pdf(bodies[file])
        for _ in range(rounds):
            for file in files:
                before, start = worker.cpu()
                worker.try_pdf(bodies[file])
                after, end = worker.cpu()
                # A new process counts from its own start: then its start is in the number, and is said.
                ours[file].append(end - start if after == before else end)
                if after != before:
                    restarted.add(str(file.relative_to(corpus)))
                if yardstick:
                    theirs[file].append(_child([yardstick, str(file), "/dev/null"]))
    for file in files:
        row = found["files"][str(file.relative_to(corpus))]
        row["worker_seconds"] = round(statistics.median(ours[file]), 4)
        row["pdftotext_seconds"] = round(statistics.median(theirs[file]), 4) if yardstick else None
        row["peak_megabytes"] = found["peaks"][str(file.relative_to(corpus))]
    found["rounds"] = rounds
    found["restarted"] = sorted(restarted)
    found["worker_seconds"] = round(statistics.median(map(sum, zip(*ours.values(), strict=True))), 3)
    found["pdftotext_seconds"] = (
        round(statistics.median(map(sum, zip(*theirs.values(), strict=True))), 3) if yardstick else None
    )
    del found["peaks"]
    return found


def _memory(corpus: Path, bodies: dict[Path, bytes]) -> dict[str, Any]:
    """What one fresh worker comes to, reading all PDFs in turn, then the pages too."""
    peaks = {}
    with reading.worker() as worker:
        # Our own small page first: a service's worker has the parsers of both.
        worker.page((Path(__file__).parents[2] / "tests" / "papers" / "small.html").read_bytes(), "2401.00001v2")
        for file, body in bodies.items():
            worker.try_pdf(body)
            peaks[str(file.relative_to(corpus))] = round(worker.peak(), 1)
        of_pdfs, pid = worker.peak(), worker.cpu()[0]
        for name in reading.PAIRS:
            worker.page(reading.truth(corpus, name).read_bytes(), name)
        of_all = worker.peak()
        assert worker.cpu()[0] == pid, "the worker was replaced, and its memory forgotten"
    return {"peaks": peaks, "peak_megabytes": round(of_pdfs, 1), "peak_megabytes_with_pages": round(of_all, 1)}


def _child(command: list[str]) -> float:
    """Seconds of CPU time, user and system, of a process from its start to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(found: dict[str, Any], by_file: bool) -> str:
    """The ratio and the memory beside their targets; the slowest files, or all."""
    ours, theirs = found["worker_seconds"], found["pdftotext_seconds"]
    lines = [f"Cost, {len(found['files'])} PDFs, medians of {found['rounds']}; ! misses its target"]
    lines.append(f"  CPU of a warm worker, user and system, its pipe and JSON included: {ours:.2f} s")
    if theirs:
        ratio = ours / theirs
        mark = "!" if ratio > RATIO else ""
        lines.append(f"  CPU of pdftotext: {theirs:.2f} s; the worker takes {ratio:.2f}{mark} x, target ≤ {RATIO:g} x")
    else:
        lines.append("  no pdftotext to compare with: sudo apt install poppler-utils (a yardstick, no dependency)")
    for key, what in (("peak_megabytes", "all PDFs"), ("peak_megabytes_with_pages", "all PDFs, then the LaTeXML pages")):
        mark = "!" if found[key] > MEGABYTES else ""
        lines.append(f"  peak memory of a worker that read {what}: {found[key]:.1f} MB{mark}, target ≤ {MEGABYTES:g} MB")
    if found["restarted"]:
        lines.append(f"  the worker was replaced at {', '.join(found['restarted'])}")
    rows = sorted(found["files"].items(), key=lambda item: -item[1]["worker_seconds"])
    lines.append(f"  {'':36}{'worker':>9}{'pdftotext':>11}{'ratio':>7}{'peak so far':>13}")
    for name, row in rows if by_file else rows[:5]:
        yardstick = row["pdftotext_seconds"]
        compared = f"{yardstick:>9.3f} s{row['worker_seconds'] / yardstick:>7.1f}" if yardstick else " " * 18
        lines.append(f"  {name:36}{row['worker_seconds']:>7.3f} s{compared}{row['peak_megabytes']:>10.1f} MB")
    return "\n".join(lines)
