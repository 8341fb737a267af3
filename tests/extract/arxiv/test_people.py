"""Author lines as submitters write them."""

from __future__ import annotations

import pytest

from takeaways.extract.arxiv.people import authors_of


def line(marked: str) -> list[tuple[str, bool]]:
    """«<C. Balázs> (MIT), …» in pieces: what stands in <> is a link."""
    pieces = []
    for part in marked.split("<"):
        name, link, rest = part.partition(">")
        pieces += [(name, True), (rest, False)] if link else [(name, False)]
    return pieces


def read(marked: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(author.name, author.affiliations) for author in authors_of(line(marked))]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("<C. Balázs>, <E. L. Berger>", [("C. Balázs", ()), ("E. L. Berger", ())]),
        ("<A. Bee> (KIAA-PKU), <C. Dee> (Weizmann)", [("A. Bee", ("KIAA-PKU",)), ("C. Dee", ("Weizmann",))]),
        (
            "<A. Bee> (1 and 2), <C. Dee> (2,3) ((1) MIT, (2) University of Science and Technology (Hefei), (3) CERN)",
            [
                ("A. Bee", ("MIT", "University of Science and Technology (Hefei)")),
                ("C. Dee", ("University of Science and Technology (Hefei)", "CERN")),
            ],
        ),
        ("<A. Bee> (1), <C. Dee> (2)", [("A. Bee", ()), ("C. Dee", ())]),
        ("<A. Bee> (a), <C. Dee> (b) ((a) MIT; (b) CERN)", [("A. Bee", ("MIT",)), ("C. Dee", ("CERN",))]),
        ("<A. Bee> (MIT; CERN)", [("A. Bee", ("MIT", "CERN"))]),
        ("<A. Bee> (deceased), <C. Dee> (Ed.)", [("A. Bee", ()), ("C. Dee", ())]),
        ("<A. Bee> (MIT), <C. Dee>", [("A. Bee", ("MIT",)), ("C. Dee", ())]),
        ("CMS Collaboration: <A. Bee>, <C. Dee>", [("CMS Collaboration", ()), ("A. Bee", ()), ("C. Dee", ())]),
        ("<ATLAS Collaboration>", [("ATLAS Collaboration", ())]),
        ("<A. Bee for the Pierre Auger Collaboration>", [("A. Bee", ()), ("Pierre Auger Collaboration", ())]),
        ("<A. Bee>, for the <CMS Collaboration>", [("A. Bee", ()), ("CMS Collaboration", ())]),
        ("<A. Bee> on behalf of the IceCube Collaboration", [("A. Bee", ()), ("IceCube Collaboration", ())]),
        ("<A. Bee>, Yu, and <C. Dee> et al.", [("A. Bee", ()), ("Yu", ()), ("C. Dee", ())]),
        ("<:>, <A. Bee>", [("A. Bee", ())]),
        (r"<Zlatko Te\v{s}anovi\'c>, <M{\o}ller~B.>", [("Zlatko Tešanović", ()), ("Møller B.", ())]),
        ("<A. Bee> (unclosed, <C. Dee>", [("A. Bee", ()), ("C. Dee", ())]),
        ("", []),
    ],
)
def test_a_line(marked: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert read(marked) == expected
