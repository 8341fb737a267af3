"""The numbers of a text, in both languages: what they are worth, and what is none."""

from fractions import Fraction

import pytest

from takeaways.summarize.grounding.amounts import amounts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("28.4 BLEU", [("28.4", "plain")]),
        ("about 37,000 tokens", [("37000", "plain")]),
        ("100, 000 sentences", [("100000", "plain")]),
        ("4.5 million pairs, 25K papers, 7B weights", [("4500000", "plain"), ("25000", "plain"), ("7000000000", "plain")]),
        (
            "1-20 k actions, 2 to 3 million",
            [("1000", "plain"), ("20000", "plain"), ("2000000", "plain"), ("3000000", "plain")],
        ),
        ("at 300 K; 8 and 20 thousand", [("300", "plain"), ("8", "plain"), ("20000", "plain")]),
        ("二者一致，两者都快", []),
        ("450 万个句对", [("4500000", "plain")]),
        ("1.2 万、3 亿", [("12000", "plain"), ("300000000", "plain")]),
        ("三百万个句子", [("3000000", "word")]),
        ("75 %, 75 percent, 75 per cent", [("75", "percent")] * 3),
        ("12 and 15% of 3–5%", [("12", "percent"), ("15", "percent"), ("3", "percent"), ("5", "percent")]),
        ("百分之七十五，七成五，75％", [("75", "percent")] * 3),
        ("提高 3.1 个百分点", [("3.1", "percent")]),
        (
            "a 2x speedup, 3-fold, 8 times, 10-50x",
            [("2", "times"), ("3", "times"), ("8", "times"), ("10", "times"), ("50", "times")],
        ),
        ("twice, doubled, half, a third", [("2", "times"), ("2", "times"), ("1/2", "times"), ("1/3", "times")]),
        ("两倍、八分之一、一半", [("2", "times"), ("1/8", "times"), ("1/2", "times")]),
        ("three human judges, twenty-five, two dozen", [("3", "word"), ("25", "word"), ("24", "word")]),
        ("fifty-two percent", [("52", "percent")]),
        ("三种语言，五个模型", [("3", "word"), ("5", "word")]),
        ("12G of memory, 0.4 s, 16 GB", [("12", "plain"), ("0.4", "plain"), ("16", "plain")]),
        ("Table 3, §5, Section 4.1", [("3", "label"), ("5", "label"), ("4.1", "label")]),
        ("3 × 3 kernels", [("3", "plain"), ("3", "plain")]),
        (".95 and 0.950", [("0.95", "plain"), ("0.95", "plain")]),
        # None of these counts or measures anything.
        ("GPT-3, F1, Word2Vec, BERT-base, 3D, the 2nd", []),
        ("as shown [12], [3, 14], [5–7]", []),
        ("一个模型十分稳定，第三节", []),
        ("one of them", []),
    ],
)
def test_numbers(text: str, found: list[tuple[str, str]]) -> None:
    assert [(amount.value, amount.kind) for amount in amounts(text)] == [(Fraction(value), kind) for value, kind in found]


@pytest.mark.parametrize("unit", ["1", "1,111", "一", "百", "7分之", "0.1", "万", "2 million "])
def test_runs_without_end_are_read_through(unit: str) -> None:
    assert amounts(unit * 3000 + " and 28.4 BLEU")[-1].value == Fraction("28.4")
