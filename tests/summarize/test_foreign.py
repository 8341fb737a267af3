"""Papers that the engine does not read: their own abstract, or an English one, and it is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.model import Claim, Document, Paper, Section, Summary
from takeaways.summarize.foreign import readable

from .conftest import document

Read = Callable[..., Summary]

GERMAN = (
    "Das Zählen von Raben ist eine langsame Arbeit. "
    "Wir stellen ein Verfahren vor, das die Größe eines Schwarms mit einem Mikrofon schätzt [3]. "
    "Auf 312 Aufnahmen (siehe Abb. 2) liegt der Fehler bei 8,5 %."
)
GERMAN_BODY = (
    (
        "1 Einleitung",
        "Die Raben sammeln sich in der Dämmerung an ihren Schlafplätzen, und das Zählen der Raben dauert zwei Stunden.",
    ),
    ("2 Fazit", "Ein einziges Mikrofon ist genug, um die Größe eines Schwarms über den Winter zu verfolgen."),
)
ENGLISH = (
    "Counting ravens is slow work that takes three observers two hours. "
    "We present a method that estimates the size of a flock from a single microphone. "
    "On 312 recordings from four roosts its estimates are within 8.5% of the counts."
)
CHINESE = "我们提出一种用单个麦克风估计渡鸦数量的方法。在四个栖息地的三百段录音上误差为百分之八。这种方法比人工计数快得多。"
CHINESE_BODY = (
    ("1 引言", "清点长相相同的动物是一项缓慢的工作，需要三名观察者花费两个小时。现有的声学方法需要多个麦克风才能工作。"),
    ("2 结论", "一个便宜的麦克风足以在整个冬天跟踪一个栖息地的渡鸦数量变化。"),
)


def said(summary: Summary) -> list[str]:
    return [claim.text for claim in summary.takeaways]


def no_note(summary: Summary) -> bool:
    return not any(getattr(summary.note, part) for part in type(summary.note).model_fields)


@pytest.mark.parametrize("depth", ["quick", "full"])
def test_a_german_paper_s_abstract_is_passed_on_whole(read: Read, depth: str) -> None:
    paper = document(("Zusammenfassung", GERMAN), *GERMAN_BODY, title="Raben zählen nach ihren Stimmen")
    summary = read(paper, depth)
    assert (summary.making.language, summary.making.unread_language) == ("de", "de")
    assert summary.one_sentence is None, "nothing was chosen"
    assert len(said(summary)) == 3
    assert [claim.evidence.quote for claim in summary.takeaways if claim.evidence] == [
        "Das Zählen von Raben ist eine langsame Arbeit.",
        "Wir stellen ein Verfahren vor, das die Größe eines Schwarms mit einem Mikrofon schätzt [3].",
        "Auf 312 Aufnahmen (siehe Abb. 2) liegt der Fehler bei 8,5 %.",
    ]
    assert no_note(summary)
    assert summary.keywords == ()
    assert {claim.evidence.spot.kind for claim in summary.takeaways if claim.evidence} == {"abstract"}
    assert summary.coverage.reading == "abstract"


@pytest.mark.parametrize("asked", ["en", "zh-CN"])
def test_a_chinese_paper_is_passed_on_whatever_is_asked(read: Read, asked: str) -> None:
    summary = read(document(("摘要", CHINESE), *CHINESE_BODY), language=asked)
    assert summary.making.unread_language == summary.making.language == "zh"
    assert said(summary) == [part + "。" for part in CHINESE.split("。") if part]


def test_the_paper_s_own_keywords_stay(read: Read) -> None:
    assert read(document(("Abstract", GERMAN), *GERMAN_BODY, keywords=("Raben", "Akustik"))).keywords == ("Raben", "Akustik")


@pytest.mark.parametrize(
    "sections",
    [
        (("Zusammenfassung", GERMAN), ("Abstract", ENGLISH), *GERMAN_BODY),
        (("Abstract", ENGLISH), *GERMAN_BODY),
        (("Abstract", f"{GERMAN}\n\n{ENGLISH}"), *GERMAN_BODY),
        (("Zusammenfassung", GERMAN), *GERMAN_BODY, ("Summary", ENGLISH)),
        (("Zusammenfassung", GERMAN), (None, f"Abstract: {ENGLISH}"), *GERMAN_BODY),
    ],
)
def test_an_english_abstract_beside_a_german_body_is_read(read: Read, sections: tuple[tuple[str | None, str], ...]) -> None:
    summary = read(document(*sections, title="Raben zählen nach ihren Stimmen"))
    assert (summary.making.language, summary.making.unread_language) == ("en", "de")
    assert summary.one_sentence is not None
    assert summary.one_sentence.text == "We present a method that estimates the size of a flock from a single microphone."
    assert any("312 recordings" in text for text in said(summary))
    assert not any("Raben" in text for text in said(summary))
    assert no_note(summary)
    assert summary.keywords == (), "phrases of the German title are none"
    assert summary.coverage.reading == "abstract"


def test_an_english_abstract_may_stand_in_the_metadata(read: Read) -> None:
    paper = document(("Zusammenfassung", GERMAN), *GERMAN_BODY)
    known = Paper(id=paper.paper.id, abstract=ENGLISH, provenance={"abstract": "page-meta"})
    summary = read(paper.model_copy(update={"paper": known}))
    assert summary.making.language == "en"
    assert isinstance(summary.one_sentence, Claim)
    assert summary.one_sentence.evidence is not None
    assert summary.one_sentence.evidence.spot.kind == "abstract"


def test_of_a_paper_without_an_abstract_the_beginning_is_shown(read: Read) -> None:
    summary = read(document((None, "Raben zählen\n\nI. Lindqvist, Universität Nord"), *GERMAN_BODY))
    assert said(summary) == [text for _, text in GERMAN_BODY]
    assert (summary.coverage.reading, summary.coverage.unit) == ("pdf", "pages")
    assert (summary.coverage.read, summary.coverage.total) == (3, 3)
    long = read(document(("1 Einleitung", GERMAN * 3), *GERMAN_BODY, ("3 Anhang", GERMAN)))
    assert len(said(long)) == 4
    assert (long.coverage.read, long.coverage.total) == (1, 4), "of what is not shown nothing is said to be read"


@pytest.mark.parametrize("lead", ["摘要：", "【摘要】", "摘 要 ", "[摘要] "])
def test_an_abstract_led_by_its_name_is_found_and_goes_without_it(read: Read, lead: str) -> None:
    text = f"露水计数方法\n\n王立，陈明\n\n{lead}{CHINESE}\n\n关键词：渡鸦；声学"
    summary = read(document((None, text), *CHINESE_BODY).model_copy(update={"language": "zh"}))
    assert said(summary) == [part + "。" for part in CHINESE.split("。") if part]
    assert summary.coverage.reading == "abstract"


def test_words_that_came_apart_into_letters_are_not_shown(read: Read) -> None:
    torn = "ا إل ح ص ائي ة و ت ح لي ل البيانا ت ال ك بي ر ة."
    whole = "استمرت التجربة 140 ليلة في ثلاثة مواقع من شمال البلاد."
    paper = document((None, f"{torn}\n\n{whole}")).model_copy(update={"language": "ar"})
    assert said(read(paper)) == [whole]


@pytest.mark.parametrize("language", [None, "xx-unknown"])
def test_a_language_that_nobody_can_tell_is_not_read_either(read: Read, language: str | None) -> None:
    latin = "Lorem ipsum dolor sit amet consetetur sadipscing elitr sed diam nonumy eirmod tempor invidunt."
    summary = read(document(("Abstract", latin), ("1 Caput", latin * 3)).model_copy(update={"language": language}))
    assert summary.making.unread_language == (language or "und")
    assert said(summary) == [latin]
    assert no_note(summary)


def test_a_second_abstract_in_another_language_is_no_part_of_an_english_paper(read: Read) -> None:
    body = ("1 Introduction", "In this paper, we count the ravens of four roosts by their voices, and all of them in fog.")
    later = ("2 Method", "The calls of the flock are separated by the spacing of their harmonics with a filter bank. " * 6)
    alone = read(document(("Abstract", ENGLISH), body, later))
    beside = read(document(("Abstract", ENGLISH), ("Zusammenfassung", GERMAN), body, later, ("摘要", CHINESE)))
    assert beside.making.unread_language is None
    assert beside.one_sentence == alone.one_sentence
    assert said(beside) == said(alone)
    only = read(document(("Zusammenfassung", GERMAN), body, ("2 Method", ENGLISH), ("3 Results", ENGLISH)), "quick")
    assert not any("Raben" in claim.text for claim in [only.one_sentence, *only.takeaways] if claim)


@pytest.mark.parametrize(
    "text",
    [
        "Let $a$, $v$, $s$ and $z$ be as in (3); then $a v = s z$, $k o = u w$ and $i = y$ whenever $z \\to 0$.",
        "ResNet-50 76.1 ViT-B/16 77.9 ConvNeXt-T 82.1 Swin-T 81.3 DeiT-S 79.8 EfficientNet-B4 82.9 RegNetY-16G 82.9",
        "K. Novák, J. Müller, S. Østergård, M. Gonçalves, T. Çelik, Z. Wójcik, A. Þórsson, P. d’Aubigné and V. van de Velde",
    ],
)
def test_formulas_numbers_and_names_are_no_foreign_language(read: Read, text: str) -> None:
    body = ("1 Method", f"{text}\n\nWe separate the calls of the flock by their harmonic spacing with a filter bank.")
    paper = document(("Abstract", ENGLISH), body)
    assert _blocks(paper) == _blocks_read(paper)


def _blocks(paper: Document) -> list[str]:
    return [block.text for section in paper.sections for block in section.blocks]


def _blocks_read(paper: Document) -> list[str]:
    return _blocks(readable(paper).document)


def test_a_heading_without_text_below_it_is_passed_by(read: Read) -> None:
    empty = Section(kind="body", heading="Teil I", blocks=())
    assert said(read(document(empty, *GERMAN_BODY))) == said(read(document(*GERMAN_BODY)))
