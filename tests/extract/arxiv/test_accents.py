"""TeX's accents in metadata."""

from __future__ import annotations

import pytest

from takeaways.extract.arxiv.accents import characters


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"Bal\'azs", "Balázs"),
        (r"the R\'{e}nyi entropy", "the Rényi entropy"),
        (r"M{\"u}ller and M{\"{u}}ller", "Müller and Müller"),
        (r"Erd\H{o}s, \v{S}vestka, \c{C}elik", "Erdős, Švestka, Çelik"),
        (r"M{\o}ller, Ha\l{}as, Gra\ss mann", "Møller, Hałas, Graßmann"),
        (r"na\"{\i}ve \'{\i}", "naïve í"),
        (r"AT\&T 50\%", "AT&T 50%"),
        (r"{R\'enyi}", "{Rényi}"),
        (
            r"the $\'e$tale $\delta$ and \mathbb{R}, \beta, \cite{x}",
            r"the $\'e$tale $\delta$ and \mathbb{R}, \beta, \cite{x}",
        ),
        (r"\o n its own \url{http://x.org/\~y}", "øn its own \\url{http://x.org/ỹ}"),
        ("no TeX", "no TeX"),
    ],
)
def test_as_characters(tex: str, plain: str) -> None:
    assert characters(tex) == plain
