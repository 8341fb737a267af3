"""Text that a PDF holds and no reader sees: off the page, tiny, without paint, in the ground's colour, covered, cut away.

It is taken out of what is read, and what it said is kept: some papers carry orders to reviewers' models that way.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from ...model import Box, Flag, Place
from .covers import Edges, difference, enclosing, inside, overlaps
from .extremes import outside, ran_over, said, squeezed, tiny
from .glyphs import HYPHEN, Hidden, Page, Word
from .painted import FAINT, Painted, Paints
from .sight import LEAST, Sight, Spot

_DRAWINGS = 60
"""Pages of a document that are drawn for doubtful text; on later ones it is believed."""
_SCAN = 0.6
"""Of a page: images as large as this are the page itself, and text without paint is what was recognised in them."""
_LOOKBACK = 5
"""Text objects: pdfium drops one that repeats, in the same place, one of so many before it."""
_WORDS = 3
"""Less is a label left over from a cropped drawing and the like: taken out, and not worth a warning."""
_CLEAR, _MOSTLY = 0.2, 0.7
_LONG, _MOST = 2000, 20
_LETTERS = re.compile(r"[^\W\d_]")


class Sieve:
    """Parts the words of one document's pages into those that are seen and those that are not."""

    def __init__(self) -> None:
        self._paints = Paints()
        self._sight = Sight()
        self._drawings = 0

    def sift(self, page: Any, words: list[Word]) -> tuple[list[Word], list[Hidden]]:
        """The words of a page that a reader sees, and what the others say.

        Parameters
        ----------
        page : pypdfium2.PdfPage
            Open.
        words : list of Word
            In the order of the file.
        """
        painted = self._paints.of(page)
        off = outside(words, painted.sheet)
        lost, left_over = tiny(words)
        lost |= squeezed(words)
        doubtful = self._doubtful(words, painted) - lost - off
        if doubtful and self._drawings < _DRAWINGS:
            self._drawings += 1
            lost |= self._unseen(page, words, sorted(doubtful), painted)
        if off:
            gone, ends = ran_over(words, off, lost)
            lost, left_over = lost | gone, left_over | ends
        if not lost:
            return words, []
        return _kept(words, lost), _told(words, lost - left_over, lost, painted.sheet)

    def _doubtful(self, words: Sequence[Word], painted: Painted) -> set[int]:
        """The words that might not be seen, by the order and colour of what is painted where they stand."""
        doubtful = {n for n, word in enumerate(words) if word.owner in painted.doubtful} if painted.doubtful else set()
        bare = {n for n in doubtful if words[n].owner in painted.bare}
        if painted.areas or painted.windows:
            order = {text: n for n, text in enumerate(painted.texts)}
            owned: defaultdict[int, list[int]] = defaultdict(list)
            for n, word in enumerate(words) if painted.windows else ():
                owned[word.owner].append(n)
            for start, end, window in painted.windows:
                inner = (n for text in painted.texts[start:end] for n in owned.get(text, ()))
                doubtful.update(n for n in inner if not inside(words[n].edges, window))
            for n, area in overlaps([word.edges for word in words], painted.areas, painted.sheet) if painted.areas else ():
                later = area.after > order.get(words[n].owner, 0)
                if later and area.image:
                    bare.add(n)
                # Under dark text on a dark picture a reader sees the picture, so pictures behind text are not looked at.
                if later or (area.colour and difference(self._paints.colour(words[n].owner), area.colour) < FAINT):
                    doubtful.add(n)
        return doubtful - bare if bare and _recognised(words, bare, painted) else doubtful

    def _unseen(self, page: Any, words: Sequence[Word], doubtful: Sequence[int], painted: Painted) -> set[int]:
        """Those of the doubtful words that change nothing on the page."""
        spots = [Spot(words[n].edges, words[n].size) for n in doubtful]
        away = self._repeated({words[n].owner for n in doubtful}, {word.owner for word in words}, painted.texts)
        seen = self._sight.seen(page, spots, away)
        unseen = [n for n, one in zip(doubtful, seen, strict=True) if not one]
        return set(unseen) - self._shapes(page, words, unseen, painted) if unseen else set()

    def _repeated(self, texts: set[int], known: set[int], order: Sequence[int]) -> set[int]:
        """`texts` and the text objects that pdfium leaves out as they repeat one of these in its place (as halos do)."""
        found, reach = set(texts), 0
        for text in order:
            if text in texts:
                reach = _LOOKBACK
            elif reach and text not in known:
                found.add(text)
                reach = _LOOKBACK
            elif reach:
                reach -= 1
        return found

    def _shapes(self, page: Any, words: Sequence[Word], unseen: Sequence[int], painted: Painted) -> set[int]:
        """Those of the unseen words that stand on their own image: letters cut out of a picture, or drawn as shapes.

        Drawing programs lay text over such shapes, unpainted or in the ground's colour, to make them searchable. Shapes of
        words have blanks between them; a picture that some text was laid over has none.
        """
        spots = [Spot(words[n].edges, words[n].size) for n in unseen]
        blanks = [Spot(_behind(words[n]), words[n].size) for n in unseen]
        ink = self._sight.ink(page, spots + blanks, painted.texts)
        shapes = {n for n, one in zip(unseen, ink, strict=False) if one >= LEAST}
        clear = {n for n, one in zip(unseen, ink[len(spots) :], strict=True) if one <= _CLEAR}
        cut = {n for n in shapes if words[n].owner in painted.clips}
        return shapes if len(shapes & clear | cut) >= _MOSTLY * len(unseen) else cut


def flags_of(pages: Sequence[Page]) -> list[Flag]:
    """A flag for each text that is hidden, with what it said and where.

    Told once is what says the same again, and not at all what stands for all to see elsewhere (slides uncover it later).

    Parameters
    ----------
    pages : sequence of Page
    """
    told = [(page.number, hidden) for page in pages for hidden in page.hidden]
    if not told:
        return []
    shown = "".join(_letters(word.text) for page in pages for word in page.words)
    flags: dict[str, Flag] = {}
    for number, hidden in told:
        letters = _letters(hidden.text)
        if letters not in shown:
            left, bottom, right, top = (round(edge, 1) for edge in hidden.edges)
            place = Place(page=number, box=Box(left=left, bottom=bottom, right=right, top=top))
            flags.setdefault(letters, Flag(kind="hidden_text", text=hidden.text[:_LONG], place=place))
    return list(flags.values())[:_MOST]


def _letters(text: str) -> str:
    return "".join(_LETTERS.findall(text)).casefold()


def _recognised(words: Sequence[Word], bare: set[int], painted: Painted) -> bool:
    """Whether most of a page's text stands without paint, or under it, on an image of the page: what a scan is read as."""
    left, bottom, right, top = painted.sheet
    images = [area.rect for area in painted.areas if area.image]
    covered = sum(
        max(0.0, min(right, image[2]) - max(left, image[0])) * max(0.0, min(top, image[3]) - max(bottom, image[1]))
        for image in images
    )
    if covered < _SCAN * (right - left) * (top - bottom):
        return False
    letters: Counter[bool] = Counter()
    for n, word in enumerate(words):
        letters[n in bare and any(inside(word.edges, image, 3) for image in images)] += len(word.text)
    return letters[True] > letters[False]


def _kept(words: Sequence[Word], lost: set[int]) -> list[Word]:
    """The words but for the lost ones; one that was glued to a lost one is not glued to what now stands before it."""
    kept, loose = [], False
    for n, word in enumerate(words):
        if n in lost:
            loose = loose or not word.glued
            continue
        word.glued = word.glued and not loose
        loose = False
        kept.append(word)
    return kept


def _told(words: Sequence[Word], telling: set[int], lost: set[int], sheet: Edges) -> list[Hidden]:
    """What some of the lost words say, those that follow one another together; shadows of visible words say nothing new."""
    seen: defaultdict[str, list[Word]] = defaultdict(list)
    for n, word in enumerate(words):
        if n not in lost:
            seen[word.text].append(word)
    runs: list[list[Word]] = []
    before = -2
    for n in sorted(telling):
        if n != before + 1:
            runs.append([])
        runs[-1].append(words[n])
        before = n
    told = []
    for run in runs:
        if all(any(_near(one, other) for other in seen[one.text]) for one in run):
            continue
        text = "".join(one.text if one.glued else f" {one.text}" for one in run)
        text = text.replace(HYPHEN, "-").strip()
        tokens = text.split()
        if said(tokens) >= max(_WORDS, len(tokens) / 2):
            left, bottom, right, top = enclosing([one.edges for one in run])
            told.append(Hidden(text, (left - sheet[0], bottom - sheet[1], right - sheet[0], top - sheet[1])))
    return told


def _near(one: Word, other: Word) -> bool:
    reach = 0.5 * max(one.size, other.size)
    return abs(one.edges[0] - other.edges[0]) < reach and abs(one.edges[1] - other.edges[1]) < reach


def _behind(word: Word) -> Edges:
    """The blank that follows a word, in the direction in which its text runs."""
    left, bottom, right, top = word.edges
    near, far = 0.04 * word.size, 0.2 * word.size
    return {
        1: (left, top + near, right, top + far),
        2: (left - far, bottom, left - near, top),
        3: (left, bottom - far, right, bottom - near),
    }.get(word.turn, (right + near, bottom, right + far, top))
