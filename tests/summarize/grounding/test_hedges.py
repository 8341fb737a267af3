"""A hedge of the paper is in the claim, in some form; one added is no fault."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Against = Callable[[str, str], str | None]
UP_TO = "The system handles up to 400 requests a second on a laptop."
ABOUT = "The corpus holds approximately 37,000 tokens of speech."
LEAST = "Articles need at least 10 citations to be kept."
MAY = "Longer training may improve the recall of rare calls."
CAUSE = "Its rate on the facts is lower, which is likely due to the small number of parameters."
GISTS = "One reader failed, suggesting that the gists were not sufficient for answering the questions."
FACTOR = "Sorting slowed down by over a factor of one hundred on bad disks."
NONE = "Most calls are found in fog, compared to virtually none for earlier models."
MOST = "RavenNet wins on most benchmarks, and almost always in fog."


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (UP_TO, "It handles as many as 400 requests a second."),
        (UP_TO, "每秒最多处理 400 个请求。"),
        (UP_TO, "每秒可处理高达 400 个请求。"),
        (ABOUT, "It holds roughly 37,000 tokens."),
        (ABOUT, "语料库约含 3.7 万个词元。"),
        (ABOUT, "语料库有 3.7 万左右词元。"),
        (LEAST, "Kept are articles with 10 or more citations."),
        (LEAST, "只保留至少有 10 次引用的文章。"),
        (LEAST, "只保留引用在 10 次以上的文章。"),
        (MAY, "Longer training might improve recall."),
        (MAY, "更长的训练可能提高召回率。"),
        (MOST, "RavenNet wins on most benchmarks, nearly always in fog."),
        (CAUSE, "Its rate is lower, probably because it has few parameters."),
        (CAUSE, "其比率较低，可能是由于参数太少。"),
        (GISTS, "The gists may not be sufficient for answering."),
        (FACTOR, "Bad disks made sorting slower by a factor of more than 100."),
        (NONE, "雾中的叫声大多能找到，而早期模型几乎没有找到。"),
        ("The corpus holds 37,000 tokens of speech.", "It holds about 37,000 tokens."),
        ("Training takes approximately 1-2 days on one card.", "Training takes one to two days."),
    ],
)
def test_a_hedge_in_other_words(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) is None


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (UP_TO, "It handles 400 requests a second."),
        (UP_TO, "每秒处理 400 个请求。"),
        (UP_TO, "It handles at least 400 requests a second."),
        (ABOUT, "It holds 37,000 tokens."),
        (ABOUT, "语料库含 3.7 万个词元。"),
        (LEAST, "Kept are articles with 10 citations."),
        (LEAST, "只保留有 10 次引用的文章。"),
        (MAY, "Longer training improves the recall of rare calls."),
        (MAY, "更长的训练提高了罕见叫声的召回率。"),
        (MAY, "We prove that longer training may improve recall."),
        (CAUSE, "Its rate is lower because it has few parameters."),
        (CAUSE, "其比率较低，是由于参数太少。"),
        (GISTS, "The gists will not suffice for answering."),
        (FACTOR, "Bad disks made sorting slower by a factor of 100."),
        (NONE, "雾中的叫声大多能找到，而早期模型没有找到。"),
        (MOST, "RavenNet wins on all benchmarks, and almost always in fog."),
        (MOST, "RavenNet wins on most benchmarks, and always in fog."),
    ],
)
def test_a_hedge_dropped_is_told(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) == "hedge_dropped"
