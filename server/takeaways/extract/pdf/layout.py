"""What the pages of a document have in common: the size of its text, its columns, its running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from .furniture import without_furniture, without_line_numbers
from .glyphs import Page
from .lines import Line, lines_of
from .patterns import REFERENCES


@dataclass
class Layout:
    """The lines of a document, furniture removed, and its measures in points.

    `columns` holds per page the left and right edges of its columns.
    """

    lines: list[Line]
    size: float
    leading: float
    columns: dict[int, list[tuple[float, float]]]
    heights: dict[int, float]
    removed: int

    @property
    def spacing(self) -> float:
        """How much further apart than single-spaced lines stand: 2 in a manuscript set double."""
        return max(1.0, self.leading / (1.25 * self.size))

    def edges(self, line: Line) -> tuple[float, float]:
        """Left and right edge of the column that a line stands in; of all columns where it spans several."""
        columns = self.columns.get(line.page) or [(line.x0, line.x1)]
        if line.column >= 0:
            left, right = columns[line.column]
            return (line.narrow[0] or left), (line.narrow[1] or right)
        return columns[0][0], columns[-1][1]


def layout_of(pages: list[Page]) -> Layout:
    """Measure a document.

    Parameters
    ----------
    pages : list of Page
        In order.
    """
    without_line_numbers(pages)
    by_page = {page.number: lines_of(page) for page in pages}
    heights = {page.number: page.height for page in pages}
    everything = [line for lines in by_page.values() for line in lines]
    size = _body_size(everything)
    before = len(everything)
    by_page = without_furniture(by_page, heights, size)
    kept = [line for lines in by_page.values() for line in lines]
    usual = _usual_width(kept, size)
    common = _columns(kept, size, usual)
    columns = {number: _page_columns(lines, size, usual, common) for number, lines in by_page.items()}
    for number, lines in by_page.items():
        for line in lines:
            line.column = _column_of(line, columns[number])
        _mark_fragments(lines)
        _mark_narrow(lines, columns[number])
    return Layout(kept, size, _leading(kept, size), columns, heights, before - len(kept))


def _body_size(lines: list[Line]) -> float:
    """The size of most letters before the references, which are set small and in a short paper are the larger part."""
    end = next((n for n in range(len(lines) // 4, len(lines)) if REFERENCES.match(lines[n].text)), len(lines))
    long = [line for line in lines[:end] if line.letters >= 25] or lines[:end]
    sizes: Counter[float] = Counter()
    for line in long:
        sizes[round(line.size * 2) / 2] += line.letters
    if not sizes:
        return 10.0
    most = max(sizes.values())
    # Of two sizes that are common alike, the body's comes first: references and appendices follow it.
    rough = next(size for line in long[len(long) // 8 :] if sizes[size := round(line.size * 2) / 2] > 0.6 * most)
    near = [line.size for line in long if abs(line.size - rough) <= 0.3]
    return sorted(near)[len(near) // 2] if near else rough


def _leading(lines: list[Line], size: float) -> float:
    gaps: Counter[float] = Counter()
    for above, below in pairwise(lines):
        gap = above.base - below.base
        if above.page == below.page and abs(above.size - size) < 0.6 and abs(below.size - size) < 0.6 and 0 < gap < 3 * size:
            gaps[round(gap, 1)] += 1
    return gaps.most_common(1)[0][0] if gaps else 1.2 * size


def _columns(lines: list[Line], size: float, usual: float) -> list[tuple[float, float]]:
    """The columns of a page: between the gaps that almost no line of the usual width crosses.

    Parameters
    ----------
    lines : list of Line
    size : float
        Of the document's text.
    usual : float
        The width of the document's lines.
    """
    spans = [(line.x0, line.x1) for line in lines if _counts(line, size) and 0.5 * usual < line.x1 - line.x0 < 1.15 * usual]
    if not spans:
        return []
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    change = [0] * (int((end - start) / 2) + 2)
    for left, right in spans:
        change[int((left - start) / 2)] += 1
        change[int((right - start) / 2) + 1] -= 1
    cover = list(accumulate(change))
    floor = 0.15 * max(cover)
    found: list[tuple[float, float]] = []
    begin: int | None = None
    for cell, count in enumerate([*cover, 0]):
        if count > floor and begin is None:
            begin = cell
        elif count <= floor and begin is not None:
            left, right = start + 2 * begin, start + 2 * cell
            inside = [span for span in spans if left - 2 <= (span[0] + span[1]) / 2 <= right + 2]
            if right - left > 0.4 * usual and inside:
                found.append((_edge([span[0] for span in inside], min), _edge([span[1] for span in inside], max)))
            begin = None
    return found


def _page_columns(
    lines: list[Line], size: float, usual: float, common: list[tuple[float, float]]
) -> list[tuple[float, float]]:
    """A page's own columns (odd and even pages may differ); the document's where it has too few lines to tell."""
    widths = [line.x1 - line.x0 for line in lines if _counts(line, size)]
    if len(widths) >= 25:
        here = _usual_width(lines, size)
        alike = sum(0.85 * here < width < 1.15 * here for width in widths)
        if abs(here - usual) > 0.2 * usual and alike >= 0.5 * len(widths):
            # Set otherwise than most of the document: a magazine's pages in two columns and in three, an appendix in one.
            own = _columns(lines, size, here)
            if own:
                return own
        own = _columns(lines, size, usual)
        if len(own) >= len(common):
            return own
    return common or [(min(line.x0 for line in lines), max(line.x1 for line in lines))] if lines else []


def _counts(line: Line, size: float) -> bool:
    return line.letters >= 18 and abs(line.size - size) < 1.6


def _usual_width(lines: list[Line], size: float) -> float:
    widths = sorted(line.x1 - line.x0 for line in lines if _counts(line, size))
    return widths[len(widths) // 2] if widths else 400.0


def _edge(values: list[float], first: Callable[[Iterable[float]], float]) -> float:
    """The outermost place where an eighth of the lines begin (or end): single lines that stick out do not move it."""
    counts = Counter(round(value) for value in values)
    enough = 0.12 * len(values)
    frequent = [value for value in values if sum(counts[round(value) + step] for step in (-1, 0, 1)) >= enough]
    return first(frequent or values)


def _column_of(line: Line, columns: list[tuple[float, float]]) -> int:
    middle = (line.x0 + line.x1) / 2
    for n, (left, right) in enumerate(columns):
        if left - 12 <= middle <= right + 12 and line.x1 - line.x0 <= 1.15 * (right - left):
            return n
    return -1


def _mark_fragments(lines: list[Line]) -> None:
    """Mark lines that share a height with another in the same column."""
    ordered = sorted(lines, key=lambda line: (line.column, line.base))
    for n, line in enumerate(ordered):
        for other in ordered[n + 1 : n + 12]:
            if other.column != line.column or other.base - line.base > 0.45 * min(line.size, other.size):
                break
            if other.x0 >= line.x1 or line.x0 >= other.x1:
                line.fragment = other.fragment = True


def _mark_narrow(lines: list[Line], columns: list[tuple[float, float]]) -> None:
    """Mark lines that run beside a float: three or more, one below the other, that all end (or begin) short of the edge."""
    for side in (0, 1):
        run: list[Line] = []
        for line in [*lines, None]:
            if line is not None and line.column >= 0 and line.letters > 15 and _short_of(line, columns[line.column], side):
                edge = line.x1 if side else line.x0
                last = run[-1] if run else None
                if last and abs((last.x1 if side else last.x0) - edge) < 3 and 0 < last.base - line.base < 2 * line.size:
                    run.append(line)
                    continue
                _narrow(run, side, line)
                run = [line]
            else:
                _narrow(run, side, line)
                run = []


def _short_of(line: Line, column: tuple[float, float], side: int) -> bool:
    distance = column[1] - line.x1 if side else line.x0 - column[0]
    return distance > max(20.0, 0.08 * (column[1] - column[0]))


def _narrow(run: list[Line], side: int, after: Line | None = None) -> None:
    if len(run) < 3:
        return
    edge = max(line.x1 for line in run) if side else min(line.x0 for line in run)
    last = run[-1]
    ends = (
        after is not None
        and side
        and 0 < last.base - after.base < 2 * last.size
        and after.x1 < edge + 3
        and after.x0 < last.x0 + 3
    )
    for line in [*run, after] if ends and after is not None else run:
        line.narrow = (line.narrow[0], edge) if side else (edge, line.narrow[1])
        # What stands beside these lines is the float; they are text.
        line.fragment = line.fragment and line.letters < 12
