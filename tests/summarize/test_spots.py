"""Where a claim stands, as its chip says it."""

from takeaways.model import Block, Document, Figure, Place, Section, Spot
from takeaways.summarize.spots import spot

from .conftest import document


def one(kind: str = "paragraph", text: str = "Text.", page: int | None = None) -> Block:
    return Block.model_validate({"id": "x", "kind": kind, "text": text, "place": {"page": page, "anchor": "x"}})


def made(*sections: Section, figures: tuple[Figure, ...] = ()) -> Document:
    return document(*sections).model_copy(update={"figures": figures})


def test_the_kinds() -> None:
    block = one()
    paper = made(
        Section(kind="abstract", blocks=(block,)),
        Section(number="5", blocks=(block,)),
        Section(number="5.2", level=2, blocks=(block,)),
        Section(heading="Encoder", level=3, blocks=(block,)),
        Section(heading="Conclusion", blocks=(block,)),
        Section(kind="appendix", number="A", blocks=(block,)),
        Section(kind="appendix", heading="More", blocks=(block,)),
    )
    assert [spot(paper, at, block) for at in range(7)] == [
        Spot(kind="abstract"),
        Spot(kind="section", number="5"),
        Spot(kind="section", number="5.2"),
        Spot(kind="section", number="5.2"),
        Spot(kind="section"),
        Spot(kind="appendix", number="A"),
        Spot(kind="appendix"),
    ]


def test_a_page_stands_in_for_a_number() -> None:
    block = one(page=7)
    assert spot(made(Section(heading="Conclusion", blocks=(block,))), 0, block) == Spot(kind="page", number="7")
    assert spot(made(Section(number="4", blocks=(block,))), 0, block) == Spot(kind="section", number="4")


def test_captions_name_their_figure() -> None:
    caption, other = one("caption", "Anything."), one("caption", "Table 2: Errors by roost.")
    paper = made(
        Section(number="1", blocks=(caption, other)),
        figures=(Figure(id="f1", kind="algorithm", number="3", place=Place(anchor="x")),),
    )
    assert spot(paper, 0, caption) == Spot(kind="algorithm", number="3")
    assert spot(made(Section(number="1", blocks=(other,))), 0, other) == Spot(kind="table", number="2")
    assert spot(made(Section(number="1", blocks=(caption,))), 0, caption) == Spot(kind="section", number="1")
