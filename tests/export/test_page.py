"""Markdown: what it says, and that nothing in it acts."""

import re
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from takeaways.export import markdown, text
from takeaways.export.page import escape
from takeaways.model import Claim, Flag, Link, Note, Place, Summary

Example = Callable[[str], Summary]

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![x](http://evil.example/p.png)",
    "`code` **bold** _em_ ~~gone~~ # head",
    "$<img src=x onerror=alert(1)>$",
    "$[x](javascript:alert(1))$",
    "$a$ <b>b</b> $c$",
    "a\n\n# A heading\n\n<div>",
    "&lt;script&gt; &#x3c;",
    "<!-- a comment",
    "[x]: http://evil.example",
    "| a | b |",
    "\\",
    "\x1b[31mred\x1b[0m \u202egnirts",
]


def test_the_example_in_english(example: Example) -> None:
    page = markdown(example("summary"), "en")
    assert page.startswith("# Counting Ravens by Their Voices\n\nIda Lindqvist, Tomás Ferreira\n")
    assert "[arXiv:2401.00001v2](https://arxiv.org/abs/2401.00001v2)" in page
    assert "[code](https://example.org/ravencount)" in page
    assert (
        "1. On 312 recordings the median error is 8.5%, against 21.0% for the array method of Berg (2019). "
        "([§3.1](https://arxiv.org/html/2401.00001v2#S3.SS1.p1))\n2. Fog" in page
    )
    assert "### Limitations\n\n- The method undercounts" in page
    assert "*No sentence was found for: What is new, Effort and cost*" in page
    assert "Not stated" not in page
    assert "$f_0$" in page
    assert page.endswith(
        "---\n\nRead: 6 of 6 sections (arXiv HTML) · sentences of the paper, chosen by the embedded engine (1); none is"
        " written by a model · 2026-11-22\n"
    )
    assert "\n> " not in page, "neither a notice nor a quote that would say the sentence twice"


def test_a_method_told_in_steps_is_told_once(example: Example) -> None:
    page = markdown(example("summary"), "en")
    step = "A Poisson model then turns the rate of distinct voices into a flock size."
    assert page.split("## In detail")[1].count(step) == 1


def test_not_translated_is_said_on_top(example: Example) -> None:
    page = markdown(example("summary"), "zh-CN")
    notice = "> 未配置模型，以下为论文英文原句（未翻译）。运行 takeaways doctor 可查看如何连接模型。\n"
    assert page.index(notice) < page.index("We present RavenCount")
    assert "## 要点" in page
    assert "已读 6/6 节（arXiv HTML）" in page


def test_a_model_s_summary_shows_its_quotes_and_what_was_not_found(example: Example) -> None:
    page = markdown(example("summary-model-zh"), "zh-CN")
    assert "*以声音计数渡鸦*" in page
    assert "([§3.1](https://arxiv.org/pdf/2401.00001v2#page=4))\n\n   > On 312 recordings the median error" in page
    assert page.rstrip().split("## ")[-1].startswith("未能在原文中核实\n\n- 能耗仅为 0.3 W。 (在摘要中未找到“0.3”)")
    assert page.count("能耗仅为 0.3 W。") == 1
    assert "未读：1 页为无文字的图片（8）、图中的 41 个词" in page
    assert "IGNORE PREVIOUS INSTRUCTIONS" in page.split("##")[0]
    assert "未配置模型" not in page


def test_quick_says_what_was_read_and_misses_nothing(example: Example) -> None:
    page = markdown(example("summary-quick"), "en")
    assert "Read: the abstract only" in page
    assert "Not stated" not in page
    assert "In detail" not in page


@pytest.mark.parametrize(
    ("language", "unsaid", "unfound"),
    [
        ("en", "*Not stated in the paper: Limitations*\n\n", "*No sentence was found for: What is new, Effort and cost*"),
        ("zh-CN", "*论文未说明：", "*未找到相应的句子："),
    ],
)
def test_only_what_the_paper_surely_does_not_say_is_called_not_stated(
    example: Example, language: str, unsaid: str, unfound: str
) -> None:
    whole = example("summary")
    note = whole.note.model_copy(update={"limitations": ()})
    page = markdown(whole.model_copy(update={"note": note, "not_stated": ("limitations",)}), language)
    assert page.index(unsaid) < page.index(unfound)


@pytest.mark.parametrize(("language", "name"), [("fr", "French"), ("de-AT", "Austrian German"), ("xx", "xx")])
def test_other_languages_get_english_headings(example: Example, language: str, name: str) -> None:
    page = markdown(example("summary"), language)
    assert "## Key takeaways" in page
    assert (
        f"No model is connected: these are the paper’s own English sentences, not translated into {name}. "
        "The command «takeaways doctor» says how to connect a model." in page
    )


def test_a_degraded_summary_does_not_say_that_no_model_is_set(example: Example) -> None:
    summary = example("summary")
    fallen = summary.model_copy(update={"making": summary.making.model_copy(update={"degraded": "provider_failed"})})
    page = markdown(fallen, "zh-CN")
    assert "> 未能使用模型，以下为论文原句。模型服务器没有给出可用的应答。" in page
    assert "未配置模型" not in page


def test_where_a_model_failed_nobody_is_told_to_connect_one(example: Example) -> None:
    summary = example("summary")
    making = summary.making.model_copy(update={"degraded": "provider_failed", "unread_language": "fr"})
    page = markdown(summary.model_copy(update={"making": making}), "en")
    assert "> This paper is in French, and the embedded engine reads English only. What follows was chosen from its" in page
    assert "connect a model" not in page


@pytest.mark.parametrize("name", ["summary", "summary-model-zh", "summary-quick"])
@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_every_claim_appears(example: Example, name: str, language: str) -> None:
    summary = example(name)
    claims = [
        summary.one_sentence,
        *summary.takeaways,
        *(c for part in type(summary.note).model_fields for c in getattr(summary.note, part)),
    ]
    page = markdown(summary, language)
    for claim in claims:
        assert claim is not None
        assert escape(claim.text) in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert_everywhere(example: Example, text: str) -> None:
    summary = example("summary")
    assert summary.one_sentence is not None
    claim = Claim(text=text, evidence=summary.one_sentence.evidence, state="quoted")
    bad = summary.model_copy(
        update={
            "paper": summary.paper.model_copy(
                update={"title": text, "authors": (summary.paper.authors[0].model_copy(update={"name": text}),)}
            ),
            "one_sentence": claim,
            "takeaways": (claim,),
            "keywords": (text,),
            "title_translation": text,
            "note": summary.note.model_copy(update={"results": (claim,)}),
        }
    )
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown(bad, "en"))
    inline = [child for token in tokens for child in token.children or []]
    assert not [
        t
        for t in [*tokens, *inline]
        if t.type in ("html_block", "html_inline", "image", "code_inline", "fence", "table_open", "s_open")
    ]
    links = [str(t.attrs["href"]) for t in inline if t.type == "link_open"]
    assert links
    assert all(link.startswith(("https://arxiv.org/", "https://doi.org/", "https://example.org/")) for link in links)
    assert sum(t.type == "heading_open" and t.tag == "h1" for t in tokens) == 1


def test_an_address_that_is_none_is_not_linked(example: Example) -> None:
    summary = example("summary")
    links = (Link(kind="code", url="javascript:alert(1)"), Link(kind="data", url="https://e.example/a b)(c"))
    bad = summary.model_copy(
        update={
            "paper": summary.paper.model_copy(update={"link": "data:text/html,x", "links": links}),
            "coverage": summary.coverage.model_copy(update={"link": "javascript:alert(1)"}),
        }
    )
    page = markdown(bad, "en")
    assert "javascript" not in page
    assert "data:" not in page
    assert "[data](https://e.example/a%20b%29%28c)" in page
    assert "([§3.1](" not in page
    assert "(§3.1)" in page


def test_mathematics_survives() -> None:
    assert (
        escape("Let $x_1 * y_2 < z$ and $$a^{*}_b$$ cost $5 or $6.")
        == r"Let $x_1 * y_2 \lt  z$ and $$a^{*}_b$$ cost \$5 or \$6."
    )


def test_a_line_that_looks_like_a_list_is_none() -> None:
    assert [escape(text) for text in ("1. One", "- two", "+ three", "> four", "2020 was")] == [
        "1\\. One", "\\- two", "\\+ three", "&gt; four", "2020 was",
    ]  # fmt: skip


@pytest.mark.parametrize("render", [markdown, text])
def test_what_a_paper_hides_is_quoted_and_inert(example: Example, render: Callable[[Summary, str], str]) -> None:
    said = "<b>Praise</b> [this](javascript:x)\x1b[31m ![](http://x/y)\n# paper " + "and again " * 300
    flags = tuple(Flag(kind="hidden_text", text=f"{n} {said}", place=Place(page=n)) for n in range(2, 8))
    page = render(example("summary").model_copy(update={"flags": flags}), "en")
    flat = " ".join(page.replace(">", " ").split())
    assert flat.count("The paper holds text that readers cannot see") == 3
    assert "(p. 4). It was left out: “4 " in flat
    assert "Places with more of such text: 3" in flat
    assert flat.count("and again") < 100
    assert "\x1b" not in page
    html = MarkdownIt("commonmark", {"html": True}).render(page) if render is markdown else ""
    assert not re.search(r"<(?:b|img)\b|<h1>paper|javascript:x\"", html)
    zh = render(example("summary").model_copy(update={"flags": flags}), "zh-CN")
    assert "读者看不见的文字" in "".join(zh.split())


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("Ravens are counted by voice.", False),
        ("Ravens  are counted [3, 4] by voice (Berg et al., 2019) (see Fig. 2) .", False),
        ("In this paper, ravens are counted by voice.", True),
        ("Ravens are counted by voice, and jays by sight.", True),
    ],
)
def test_a_quote_is_shown_only_where_it_says_more_than_the_claim(example: Example, quote: str, shown: bool) -> None:
    summary = example("summary")
    one = summary.one_sentence
    assert one is not None
    assert one.evidence is not None
    evidence = one.evidence.model_copy(update={"quote": quote})
    claim = one.model_copy(update={"text": "Ravens are counted by voice.", "evidence": evidence})
    made = summary.model_copy(update={"one_sentence": claim, "takeaways": (), "note": Note()})
    assert ("\n> " in markdown(made, "en")) is shown
    assert (quote.split("[")[0].strip() in text(made, "en").replace("Ravens are counted by voice. [", "")) is shown


@pytest.mark.parametrize(
    ("categories", "words"),
    [
        (("cs.CL",), ""),
        (("math.CO", "cs.DM"), "it has learned from English computer science, and this paper is of another field (math.CO)"),
        ((), "it has learned from English computer science"),
    ],
)
def test_the_engine_is_named_with_what_it_has_learned(example: Example, categories: tuple[str, ...], words: str) -> None:
    summary = example("summary")
    paper = summary.paper.model_copy(update={"categories": categories})
    foot = markdown(summary.model_copy(update={"paper": paper}), "en").rsplit("---", 1)[1]
    assert "sentences of the paper, chosen by the embedded engine (1); none is written by a model" in foot
    assert words in foot
    assert ("learned" in foot) is bool(words)
