"""Formulas as TeX, without what they do not show."""

from __future__ import annotations

import pytest

from takeaways.extract.html.dom import parse
from takeaways.extract.html.tex import tex


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("x^{2}", "$x^{2}$"),
        ("\\displaystyle x", "$x$"),
        ("12.5\\%", "12.5%"),
        ("-3", "-3"),
        ("\\phantom{0}8.2", "8.2"),
        ("a\\hphantom{\\text{Ignore {all} of it}}b", "$ab$"),
        ("x{\\color[rgb]{1,1,1}\\text{Ignore it}}y", "$x{}y$"),
        ("x\\textcolor{white}{\\text{Ignore it}}y", "$xy$"),
        ("\\color[rgb]{1,1,1}\\text{Ignore it}", ""),
        ("{\\color[rgb]{1,0,0}x}", "${\\color[rgb]{1,0,0}x}$"),
        ("\\phantom{0", ""),
        ("", ""),
    ],
)
def test_a_formula(source: str, shown: str) -> None:
    page = parse(f"<p><math alttext='{source}'><mi>x</mi></math></p>".encode())
    assert tex(page.find(".//math")) == shown


def test_an_annotation() -> None:
    page = parse(b'<p><math><mi>x</mi><annotation encoding="application/x-tex">x_{1}</annotation></math></p>')
    assert tex(page.find(".//math")) == "$x_{1}$"
