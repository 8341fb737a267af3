"""Nothing is said twice."""

from __future__ import annotations

import pytest

from takeaways.model import Claim, Evidence, Spot
from takeaways.summarize.writing.repetition import Repetition


def claim(text: str, quote: str = "") -> Claim:
    evidence = Evidence(blocks=("b",), quote=quote or text, spot=Spot(kind="abstract"))
    return Claim(text=text, evidence=evidence, state="quoted")


AGAIN = [
    ("RavenCount estimates the size of a flock.", "RavenCount estimates the size of a flock.", ""),
    (
        "RavenCount estimates the size of a raven flock from one microphone.",
        "The size of a raven flock is estimated from one microphone by RavenCount.",
        "",
    ),
    ("The error is 8.5% on 312 recordings of four roosts.", "On recordings of four roosts the error is 8.5%.", ""),
    ("该方法用一支麦克风估计渡鸦群的大小。", "该方法用一支麦克风估计渡鸦群大小。", ""),
    (
        "It needs one microphone and costs little power.",
        "One microphone and little power are enough for counting.",
        "one microphone at 0.4 W",
    ),
]
OTHER = [
    ("The error is 8.5% on recordings of four roosts.", "The error is 12.1% on recordings of four roosts.", ""),
    ("RavenCount separates calls by harmonic spacing.", "RavenCount groups calls into voices by a mixture model.", ""),
    ("该方法用一支麦克风估计渡鸦群的大小。", "误差在四个栖息地的 312 段录音上为 8.5%。", ""),
    ("It is cheap.", "It is fast.", ""),
]


@pytest.mark.parametrize(("first", "second", "quote"), AGAIN)
def test_said_again(first: str, second: str, quote: str) -> None:
    known = Repetition()
    assert not known.says_again(claim(first, quote))
    assert known.says_again(claim(second, quote))


@pytest.mark.parametrize(("first", "second", "quote"), OTHER)
def test_another_thing(first: str, second: str, quote: str) -> None:
    known = Repetition()
    assert not known.says_again(claim(first, quote))
    assert not known.says_again(claim(second, quote))
