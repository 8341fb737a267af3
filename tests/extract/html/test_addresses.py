"""Hyperlinks of a page, with the sentence that they stand in."""

from __future__ import annotations

from takeaways.extract.html import read_html
from takeaways.extract.mentions import Mention
from takeaways.model import Candidate

ARXIV = Candidate(reading="arxiv-html", url="https://arxiv.org/html/1", link="https://arxiv.org/html/1")


def link(url: str, words: str) -> str:
    return f'<a href="{url}" class="ltx_ref ltx_href">{words}</a>'


def note(text: str) -> str:
    content = f'<span class="ltx_note_content">{text}</span>'
    return f'<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup>{content}</span>'


def read(*paragraphs: str, after: str = "") -> list[Mention]:
    body = "".join(f'<div class="ltx_para"><p class="ltx_p">{one}</p></div>' for one in paragraphs)
    title = '<h1 class="ltx_title_document">Ravens</h1>'
    page = f'<html><body><article class="ltx_document">{title}{body}{after}</article></body></html>'
    return read_html(page.encode(), ARXIV, "arxiv:1").mentions


def test_the_address_behind_words() -> None:
    code = link("https://github.com/x/y", "<span>code</span> and <em>data</em>")
    assert read(f"It rained. Our {code} are available. It snowed.") == [
        Mention("https://github.com/x/y", "Our", "are available.", "code and data")
    ]


def test_an_address_that_is_shown_has_no_words() -> None:
    for shown in ("https://github.com/x/y", "github.com/x/y", "x/y"):
        (one,) = read(f"Code: {link('https://github.com/x/y', shown)}")
        assert (one.before, one.words) == ("Code:", "")


def test_a_note_that_is_only_an_address_belongs_to_its_sentence() -> None:
    address = link("https://github.com/x/y", "https://github.com/x/y")
    text = f"It rained. We release Ravens{note(address)}, a corpus. It snowed."
    assert read(text) == [Mention("https://github.com/x/y", "We release Ravens", ", a corpus.")]
    (one,) = read(f"We count{note(f'Our code is at {address}.')} ravens.")
    assert one.before == "Our code is at"


def test_links_elsewhere_are_not_the_papers_words() -> None:
    away = link("https://github.com/smith/z", "Code")
    bibliography = (
        f'<section class="ltx_bibliography"><ul><li class="ltx_bibitem"><p class="ltx_p">{away}</p></li></ul></section>'
    )
    assert read("We count ravens.", after=f"{bibliography}<footer><p>{away}</p></footer><p hidden='hidden'></p>") == []


def test_a_note_of_the_title_counts() -> None:
    title = f'<h1 class="ltx_title ltx_title_document">Ravens{note("Code: " + link("https://github.com/x/y", "here"))}</h1>'
    page = f'<html><body><article class="ltx_document">{title}<p class="ltx_p">We count ravens.</p></article></body></html>'
    (one,) = read_html(page.encode(), ARXIV, "arxiv:1").mentions
    assert (one.before, one.words) == ("Code:", "here")


def test_any_other_page() -> None:
    text = "The ravens were counted by their voices on a cold and foggy morning in March. " * 20
    menu = '<nav><ul><li><a href="https://github.com/x/menu">Code</a></li></ul></nav>'
    page = (
        f"<html><body>{menu}<article><h1>Ravens</h1><p>{text}</p>"
        f'<p>All our <a href="https://github.com/x/y">code</a> is available.</p></article></body></html>'
    )
    (one,) = read_html(page.encode(), None, "url:x").mentions
    assert (one.before, one.words, one.after) == ("All our", "code", "is available.")
