"""Sentence ends in papers: each case is one text, its sentences divided by «¦» where the cuts must be."""

from itertools import pairwise

import pytest

from takeaways.summarize.sentences import maths, sentences

CASES = [
    "One. ¦Two.",
    "Vaswani et al. (2017) use it. ¦We do not.",
    "As shown by Smith et al. ¦We then measure it.",
    "See Fig. 3 and Figs. 4 and 5. ¦It grows.",
    "By Eq. (2) and Eqs. (3)–(4) it holds. ¦Thus it is so.",
    "Models, i.e. Networks, and others, e.g. BERT, are large. ¦They cost.",
    "It costs 3.5 days at 28.4 BLEU. ¦The end.",
    "J. R. R. Tolkien and D. Knuth wrote it. ¦We read it.",
    "We follow A. Smith vs. B. Jones here. ¦Nothing else.",
    "Let $x. Y$ be given. ¦Then $a.b$ holds.",
    "We find $x = y. $ in it. ¦Next.",
    "It equals $x+y.$ ¦We go on.",
    "It costs $5 today. ¦Tomorrow it costs $10 or more.",
    r"We set \(p. Q\) to one. ¦Next.",
    "It was known.[12] ¦We extend it.",
    "It was known. [12, 13] ¦We extend it.",
    "It reduces recurrence.13 ¦We extend it.",
    "It works (Sec. 3. Details follow there) well. ¦Next.",
    "It works. ¦(We tried it on all of the data sets that we had found.) ¦Next.",
    "“It works.” ¦We say so.",
    "Does it work? ¦It does! ¦Good.",
    "We used Yahoo! Answers for it. ¦Next.",
    "Cats, dogs, etc. ¦We like them.",
    "Cats, dogs, etc. are liked. ¦Next.",
    "It was built in the U.S. ¦The rest was not.",
    "The U.S. Navy paid for it. ¦Next.",
    "Method no. 5 is best. ¦The answer is no. ¦We stop.",
    "1. Introduce it. ¦2. Test it.",
    "It uses vitamin C. ¦We add more.",
    "In Sec. II and Ref. [7] it is shown. ¦Next.",
    "Two systems … and a third. ¦mBERT is better. ¦iPhone users agree.",
    "See https://example.org/a.html. ¦Next.",
    "Approx. 40 mg, resp. 50 mg. ¦Next.",
    "It works, cf. Theorem 2. ¦Next.",
    "It was proved in Proc. Natl. Acad. Sci. U.S.A. in 1999.",
    "We state the problem.\n\n¦Next paragraph without end\n\n¦Third.",
    "A line that\ngoes on. ¦Next.",
    "我们提出一种方法。¦它很好！¦为什么？",
    "它写作 $a。b$ 吗？¦是。",
    "Мы предлагаем метод. ¦Он хорош.",
    "Wir zeigen z.B. Modelle bzw. Daten. ¦Über Nacht wächst es.",
]


@pytest.mark.parametrize("case", CASES)
def test_the_table(case: str) -> None:
    text = case.replace("¦", "")
    assert [text[start:end] for start, end in sentences(text)] == [part.strip() for part in case.split("¦")]


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_gives_nothing(text: str) -> None:
    assert sentences(text) == []


def test_spans_leave_out_only_white_space() -> None:
    for case in CASES:
        spans = sentences(case)
        kept = "".join(case[start:end] for start, end in spans)
        assert "".join(kept.split()) == "".join(case.split())
        assert all(left.end <= right.start for left, right in pairwise(spans))


def test_no_cut_falls_into_mathematics() -> None:
    text = "Let $f(x). G$ and $$a. B. C$$ and \\[d. E\\] be given. Then $a. B$."
    cuts = {position for span in sentences(text) for position in span}
    assert not any(start < cut < end for start, end in maths(text) for cut in cuts)
    assert len(maths(text)) == 4


def test_hostile_text_ends_in_time() -> None:
    for text in (
        "(" * 20_000,
        "$" * 20_001,
        "[1" * 20_000,
        ". " * 20_000,
        "$a " * 20_000,
        "\\(" * 10_000,
        "A." * 20_000,
        "$a$. " * 20_000,
        "(a). B" * 20_000,
    ):
        sentences(text)
