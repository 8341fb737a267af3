"""MathML that nobody reads is left out before a page is parsed; a formula that says no TeX keeps it."""

from __future__ import annotations

import pytest

from takeaways.extract.html.dom import parse
from takeaways.extract.html.formulas import emptied
from takeaways.extract.html.inline import tex

MATHML = b"<semantics><mi>x</mi><annotation-xml><ci>x</ci></annotation-xml></semantics>"
CASES = {
    "says its TeX": (
        b'<p>a <math id="m" alttext="x">%s</math> b</p>' % MATHML,
        b'<p>a <math id="m" alttext="x"></math> b</p>',
    ),
    "says it with a sign": (
        b"<math alttext='a>b' class=\"x\"><mi>a</mi></math>",
        b"<math alttext='a>b' class=\"x\"></math>",
    ),
    "says nothing": (b'<math display="block">%s</math>' % MATHML, None),
    "says an empty thing": (b'<math alttext="">%s</math>' % MATHML, None),
    "never ends": (b'<p><math alttext="x"><mi>x</mi> and so on', None),
    "another word": (b'<mathematics alttext="x">y</mathematics></math>', None),
    "no formula": (b"<p>plain</p>", None),
}


@pytest.mark.parametrize("name", CASES)
def test_a_formula_that(name: str) -> None:
    page, expected = CASES[name]
    assert emptied(page) == (page if expected is None else expected)


def test_a_formula_in_the_text_of_a_formula() -> None:
    inner = b'<math alttext="y"><mi>y</mi></math>'
    page = b'<math alttext="outer"><mtext>if %s</mtext></math><math alttext="z"><mi>z</mi></math>' % inner
    assert emptied(page) == page.replace(b"<mi>y</mi>", b"").replace(b"<mi>z</mi>", b"")


def test_a_page_keeps_its_text_and_its_formulas() -> None:
    tree = parse(b'<html><body><p>Let <math alttext="x&lt;1">%s</math> hold, and <math>%s</math>.</p>' % (MATHML, MATHML))
    first, second = tree.iter("math")
    assert (tex(first), first.tail) == ("$x<1$", " hold, and ")
    assert len(first) == 0
    assert len(second) == 1


def test_many_that_never_end_are_soon_done() -> None:
    page = b'<math alttext="x">' * 200_000
    assert emptied(page) == page
    assert emptied(page + b"</math>").endswith(b'<math alttext="x"></math>')
