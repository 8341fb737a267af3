"""Numbers that speak against each other within a claim, or are bound to what the paper binds to others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Against = Callable[[str, str], str | None]
CUT = "The filter reduces false alarms from 20% of the calls to 1% of the calls at night."
PIECES = "Inputs are split into pieces of 16 MB to 64 MB each before mapping."
KILLED = "We killed 200 out of 1,746 workers after some minutes of sorting."
TRIALS = "Masking completes 95% of trials, compared to 88% without masking."
SCORES = "The filter reaches a precision of 99.4% for a recall of 95.6% on prompts."
SHIFT = "For dimension d = 100 and sparsity s = 2171 the error of m = 1 grows."
BELOW = "One reader got only 2 out of 7 questions correct, well below the average of 3.73."
GREW = "The number of programs grew from 0 in early 2003 to almost 900 in late 2004."
RATE = "The overall rate of sepsis in the data was 21.4% in both years."
RISE = "An oracle brings a roughly 20-point rise in the F1 of the labels."


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (CUT, "False alarms fall from 20% to 1% of the calls."),
        (CUT, "误报从 20% 降到 1%。"),
        (PIECES, "Pieces have 16 MB to 64 MB."),
        (PIECES, "每块 16 MB 到 64 MB。"),
        (KILLED, "在 1746 个工作进程中，作者杀死了其中 200 个。"),
        (KILLED, "作者杀死了 1746 个工作进程中的 200 个。"),
        (TRIALS, "Masking completes 95% of trials, more than the 88% without it."),
        (SCORES, "精确率为 99.4%，召回率为 95.6%。"),
        (SCORES, "It has a recall of 95.6% and a precision of 99.4%."),
        (SHIFT, "With d = 100 the error grows, at s = 2171."),
        (BELOW, "一名读者在 7 道题中仅答对 2 道，远低于 3.73 的平均水平。"),
        (GREW, "Programs grew from none in early 2003 to almost 900 in late 2004."),
        ("We test 3 data sets and 10 tasks of them at night in winter.", "实验考察 3 个数据集中的 10 个任务。"),
        ("The reduction goes from 3% to 8% in the fog of the winter.", "The reduction goes from 3% to 8%."),
        ("Perplexity improves from 30 to 20 in all of the winter runs.", "Perplexity improves from 30 to 20."),
        (RATE, "Sepsis occurred in 21.4% of the data."),
        (RISE, "An oracle raises the F1 of labels by about 20 points."),
    ],
)
def test_numbers_that_agree(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) is None


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (CUT, "False alarms fall from 1% to 20% of the calls."),
        (CUT, "误报从 1% 降到 20%。"),
        (PIECES, "Pieces have 64 MB to 16 MB."),
        (PIECES, "每块 64 MB 到 16 MB。"),
        (KILLED, "在 200 个工作进程中，作者杀死了其中 1746 个。"),
        (KILLED, "作者杀死了 200 个工作进程中的 1746 个。"),
        (TRIALS, "Masking completes 95% of trials, fewer than the 88% without it."),
        (SCORES, "精确率为 95.6%，召回率为 99.4%。"),
        (SCORES, "It has a recall of 99.4% and a precision of 95.6%."),
        (SHIFT, "With d = 1 the error grows, at s = 2171."),
        (BELOW, "一名读者在 7 道题中仅答对 2 道，远高于 3.73 的平均水平。"),
        (GREW, "Programs grew from none in early 0 to almost 900 in late 2004."),
        (RATE, "Sepsis occurred by 21.4% of the data."),
        (RISE, "An oracle raises the F1 of labels to about 20 points."),
    ],
)
def test_numbers_that_cannot_be_so_are_told(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) == "number_role"
