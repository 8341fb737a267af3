"""Long papers: parts that fit, nothing lost, nothing sent twice."""

from __future__ import annotations

import pytest

from takeaways.summarize.writing import parts
from takeaways.summarize.writing.passages import Passage


def count(text: str) -> int:
    return len(text) // 4 + 1


PAPER = [Passage((f"b{at}",), f"Sentence number {at} tells of ravens. " * 12) for at in range(40)]


@pytest.mark.parametrize("room", [200, 700, 5000, 100_000])
def test_parts_hold_every_passage_once_and_fit(room: int) -> None:
    ranges = parts.split(PAPER, room, count)
    assert [at for part in ranges for at in part] == list(range(40))
    assert all(sum(count(PAPER[at].text) for at in part) <= room for part in ranges)


def test_a_passage_longer_than_a_part_is_cut_between_sentences() -> None:
    long = Passage(("b1", "b2"), "The flock settles at dusk in the old pines. " * 200)
    found = parts.fitted([PAPER[0], long], 300, count)
    assert found[0] == PAPER[0]
    assert all(count(passage.text) <= 300 for passage in found)
    assert all(passage.blocks == ("b1", "b2") and passage.text.endswith("pines.") for passage in found[1:])
    assert " ".join(passage.text for passage in found[1:]).split() == long.text.split()


@pytest.mark.parametrize("text", ["x" * 9000, "乌鸦" * 3000, "word " * 2000])
def test_text_without_sentences_is_cut_all_the_same(text: str) -> None:
    found = parts.fitted([Passage(("b",), text)], 300, count)
    assert all(count(passage.text) <= 301 for passage in found)
    assert "".join("".join(passage.text.split()) for passage in found) == "".join(text.split())


def test_many_parts_leave_room_for_few_sentences_each() -> None:
    assert parts.share(1, 100_000) > parts.share(30, 4000) >= 2
